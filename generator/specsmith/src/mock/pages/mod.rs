//! Lists that end: which page is asked for, and what an answer says of the next one.
//!
//! Recognised are, in answers that are an array or an object with one:
//!
//! - a page number: a query parameter `page`, `page_number`, `pageNumber`, `page[number]`, `p`;
//! - an offset: `offset`, `skip`, `start`, `page[offset]`, which counts the items of the pages before;
//! - a cursor: a query parameter that is one by its name (`cursor`, `after`, `page_token`, …), and a
//!   property of the answer, near its root, that names the next one (`next_cursor`, `next`, …);
//! - the id of the last item: `starting_after`, where no property names the next page;
//! - a header `Link` (RFC 8288), where the answer describes one, with any of these parameters.
//!
//! All else is answered as if it had one page. This module must not make values.

mod edit;

use serde_json::{Value, json};
use specsmith_openapi::Api;
use specsmith_openapi::api::{Location, Operation, Response, Scalar, Shape};

use super::judge::Compiled;
use super::percent::{decode_form, encode};
use super::problem::Problem;
use super::request::Request;
use edit::Edit;

const NUMBERS: &[&str] = &["page", "page_number", "pageNumber", "page[number]", "p"];
const OFFSETS: &[&str] = &["offset", "skip", "start", "page[offset]"];
const CURSORS: &[&str] = &[
    "cursor",
    "after",
    "page_token",
    "pageToken",
    "next_token",
    "nextToken",
    "next_cursor",
    "nextCursor",
    "starting_after",
    "startingAfter",
    "marker",
    "continuation",
    "continue",
    "page[after]",
    "page[cursor]",
    "PageToken",
    "next",
    "after_id",
];
/// What a cursor says before the number of its page.
const CURSOR: &str = "page-";

/// Which page is asked for.
#[derive(Debug)]
pub(super) struct Pages<'a> {
    request: &'a Request,
    /// Name of the query parameter that tells it.
    name: &'a str,
    by: By,
    count: usize,
    has_link: bool,
    /// The parameter takes numbers alone.
    is_number: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum By {
    /// A number, and that of the first page.
    Number(usize, usize),
    /// How many items are left out.
    Offset(usize),
    /// What the page before said, if there was one.
    Cursor(Option<String>),
}

impl By {
    /// Whether the client counts, and the server says nothing of the next page.
    fn is_counted(&self) -> bool {
        match self {
            Self::Number(..) | Self::Offset(_) => true,
            Self::Cursor(_) => false,
        }
    }
}

/// The page of an operation that takes no parameter for another: it names none.
pub(super) fn only(schema: Option<&Compiled>, mut value: Value) -> Value {
    if let Some(schema) = schema.filter(|_| list(&value).is_some()) {
        let mut edit = Edit {
            schema,
            value: &mut value,
        };
        edit.more(false);
        edit.end();
    }
    value
}

type Make<'a> = &'a dyn Fn(usize) -> Result<Value, Problem>;

impl<'a> Pages<'a> {
    /// `None`: the operation has no parameter that tells a page.
    pub(super) fn asked(
        api: &Api,
        operation: &'a Operation,
        response: &Response,
        request: &'a Request,
        count: usize,
    ) -> Option<Self> {
        let parameters = operation.parameters.iter();
        let query = parameters.filter(|it| it.location == Location::Query);
        let names: Vec<&str> = query.map(|it| it.name.as_str()).collect();
        let given = |name: &str| {
            let pairs = request.pairs().into_iter();
            let mut own = pairs.filter(|(known, _)| known == name);
            own.next().map(|(_, value)| decode_form(value))
        };
        // Where an operation has several, a request tells by which of them it goes on.
        let known = |name: &&str| [CURSORS, NUMBERS, OFFSETS].concat().contains(name);
        let told = names
            .iter()
            .copied()
            .filter(known)
            .find(|it| given(it).is_some());
        let find = |known: &[&str]| {
            let mut names = names.iter().copied();
            match told {
                Some(name) => known.contains(&name).then_some(name),
                None => names.find(|name| known.contains(name)),
            }
        };
        let number = |name: &str| given(name).and_then(|it| it.parse::<usize>().ok());
        let mut headers = response.headers.iter();
        let has_link = headers.any(|it| it.name.eq_ignore_ascii_case("link"));
        let (name, by) = if let Some(name) = find(CURSORS) {
            (name, By::Cursor(given(name).filter(|it| !it.is_empty())))
        } else if let Some(name) = find(NUMBERS) {
            let first = first_number(operation, name);
            (name, By::Number(number(name).unwrap_or(first), first))
        } else {
            let name = find(OFFSETS)?;
            (name, By::Offset(number(name).unwrap_or(0)))
        };
        let mut parameters = operation.parameters.iter();
        let is_number = parameters.any(|it| {
            let shape = &api[it.ty.ty].shape;
            let is_number = matches!(
                shape,
                Shape::Scalar(Scalar::Integer { .. } | Scalar::Number { .. })
            );
            it.name == name && it.location == Location::Query && is_number
        });
        Some(Self {
            request,
            name,
            by,
            count: count.max(1),
            has_link,
            is_number,
        })
    }

    /// The page that is asked for, and the `Link` to the next one.
    pub(super) fn page(
        &self,
        schema: Option<&Compiled>,
        make: Make<'_>,
    ) -> Result<(Value, Option<String>), Problem> {
        let index = self.index(make)?;
        let mut value = make(index)?;
        let items = list(&value).map_or(0, Vec::len);
        let word = self.word(index, items);
        let Some(schema) = schema.filter(|_| list(&value).is_some()) else {
            return Ok((value, None));
        };
        // Who counts pages takes one that was there before for a server that does not count.
        let is_repeated =
            self.by.is_counted() && index > 0 && make(index.saturating_sub(1))? == value;
        let is_last = is_repeated || items == 0 || index.saturating_add(1) >= self.count;
        let mut edit = Edit {
            schema,
            value: &mut value,
        };
        if index >= self.count || is_repeated {
            edit.empty();
        }
        edit.more(!is_last);
        match is_last {
            true => edit.end(),
            false => edit.next(&self.candidates(index, &word)),
        }
        let link = (self.has_link && !is_last).then(|| self.link(&word));
        Ok((value, link))
    }

    /// Position of the page, from 0.
    fn index(&self, make: Make<'_>) -> Result<usize, Problem> {
        match &self.by {
            By::Number(number, first) => Ok(number.saturating_sub(*first)),
            By::Offset(offset) => self.behind(*offset, make),
            By::Cursor(None) => Ok(0),
            By::Cursor(Some(cursor)) => match numbered(cursor) {
                Some(number) if (1..=self.count).contains(&number) => Ok(number.saturating_sub(1)),
                _ => self.after(cursor, make),
            },
        }
    }

    /// The page before which there are so many items.
    fn behind(&self, offset: usize, make: Make<'_>) -> Result<usize, Problem> {
        let mut items = 0_usize;
        for index in 0..self.count {
            if items >= offset {
                return Ok(index);
            }
            items = items.saturating_add(list(&make(index)?).map_or(0, Vec::len));
        }
        Ok(self.count)
    }

    /// The page after the one whose last item has this id; the first one where none has.
    fn after(&self, id: &str, make: Make<'_>) -> Result<usize, Problem> {
        for index in 0..self.count {
            let value = make(index)?;
            let last = list(&value).and_then(|items| items.last()?.get("id"));
            if last.and_then(super::coerce::shown).as_deref() == Some(id) {
                return Ok(index.saturating_add(1));
            }
        }
        Ok(0)
    }

    /// What may stand for the page after `index`, by kind of value.
    fn candidates(&self, index: usize, word: &str) -> Vec<Value> {
        // Pages are counted from 1.
        let number = index.saturating_add(2);
        match &self.by {
            // What is no text in the request is one in no answer, unless as part of a URL.
            By::Cursor(_) if self.is_number => {
                vec![json!(number), json!(self.url(&number.to_string()))]
            }
            By::Cursor(_) => vec![
                json!(format!("{CURSOR}{number}")),
                json!(format!("00000000-0000-4000-8000-{number:012}")),
                json!(self.url(&format!("{CURSOR}{number}"))),
                json!(number),
            ],
            By::Number(..) | By::Offset(_) => vec![
                json!(word.parse::<usize>().unwrap_or_default()),
                json!(self.url(word)),
                json!(word),
            ],
        }
    }

    /// What the parameter says to get the page after `index`, which has so many items.
    fn word(&self, index: usize, items: usize) -> String {
        let next = index.saturating_add(1);
        match &self.by {
            By::Number(_, first) => next.saturating_add(*first).to_string(),
            By::Offset(offset) => offset.saturating_add(items).to_string(),
            By::Cursor(_) => format!("{CURSOR}{}", next.saturating_add(1)),
        }
    }

    /// The address of the request, with another value of the parameter.
    fn url(&self, word: &str) -> String {
        let host = self
            .request
            .header("host")
            .unwrap_or_else(|| "localhost".to_owned());
        let pairs = self.request.query().split('&').filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !pair.is_empty() && decode_form(name) != self.name
        });
        let own = format!("{}={}", encode(self.name), encode(word));
        let query: Vec<String> = pairs.map(str::to_owned).chain([own]).collect();
        format!("http://{host}{}?{}", self.request.path(), query.join("&"))
    }

    fn link(&self, word: &str) -> String {
        let url = self.url(word);
        let url: String = url
            .chars()
            .filter(|c| ('!'..='~').contains(c) && !matches!(c, '<' | '>'))
            .collect();
        format!("<{url}>; rel=\"next\"")
    }
}

/// The number of the first page: what a call without one gets.
fn first_number(operation: &Operation, name: &str) -> usize {
    let mut parameters = operation.parameters.iter();
    let parameter = parameters.find(|it| it.name == name);
    let default = parameter.and_then(|it| it.default.as_ref()?.as_u64());
    let minimum = parameter.and_then(|it| it.constraints.minimum.as_ref()?.as_u64());
    usize::try_from(default.or(minimum).unwrap_or(1))
        .unwrap_or(1)
        .min(1)
}

/// The number of the page that a cursor of ours means.
fn numbered(cursor: &str) -> Option<usize> {
    let cursor = match cursor.rsplit_once(CURSOR) {
        Some((_, number)) => number,
        None => cursor
            .strip_prefix("00000000-0000-4000-8000-")
            .unwrap_or(cursor),
    };
    cursor.parse().ok()
}

/// The items of a page.
fn list(value: &Value) -> Option<&Vec<Value>> {
    value.pointer(&place_of_list(value)?)?.as_array()
}

/// What the items of a page are called where there are other lists beside them.
const ITEMS: &[&str] = &[
    "data", "items", "results", "entries", "records", "values", "list",
];

/// Where the items of a page are, near the root: what is called so, else the first list of objects,
/// else the first list.
fn place_of_list(value: &Value) -> Option<String> {
    let Value::Object(map) = value else {
        return value.is_array().then(String::new);
    };
    let step = |name: &String| format!("/{}", specsmith_openapi::read::escape_step(name));
    let lists = |map: &serde_json::Map<String, Value>| {
        let lists = map.iter().filter(|(_, it)| it.is_array());
        let lists = lists.map(|(name, it)| (step(name), it.get(0).is_some_and(Value::is_object)));
        let lists: Vec<(String, bool)> = lists.collect();
        let is_called_so = |place: &str| {
            ITEMS
                .iter()
                .any(|name| place.strip_prefix('/') == Some(name))
        };
        let named = lists.iter().find(|(place, _)| is_called_so(place));
        let of_objects = || lists.iter().find(|(_, of_objects)| *of_objects);
        let found = named.or_else(of_objects).or(lists.first());
        found.map(|(place, _)| place.clone())
    };
    lists(map).or_else(|| {
        map.iter()
            .find_map(|(name, it)| Some(step(name) + &lists(it.as_object()?)?))
    })
}
