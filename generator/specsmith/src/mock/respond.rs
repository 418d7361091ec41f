//! The answer to a request that is as described: which of those that are described, and its parts.
//!
//! This module must not look at what was checked.

use std::sync::Arc;

use serde_json::Value;
use specsmith_openapi::api::{Header, Media, Operation, Response};

use super::answer::{Answer, Content};
use super::bundle::Direction;
use super::chance::Chance;
use super::encode;
use super::events;
use super::kept::weight;
use super::media::{self, Family};
use super::pages::{self, Pages};
use super::prefer::{Preferences, Values, preferences, refused};
use super::problem::{Fault, Kind, Problem};
use super::request::Request;
use super::source::Place;
use super::statuses::chosen;
use super::values::{Examples, Making, Unmade, make};
use super::{Compiled, Mock, Places};

pub(super) fn respond(
    mock: &Mock,
    operation: &Operation,
    request: &Request,
) -> Result<Answer, Problem> {
    let preferences = preferences(request)?;
    let Some((response, status)) = chosen(&operation.responses, preferences.code)? else {
        // Nothing is described, so there is nothing to say.
        return Ok(Answer::new(
            preferences.code.unwrap_or(204),
            Content::Whole(Vec::new()),
        ));
    };
    let responder = Responder {
        mock,
        operation,
        request,
        response,
        status,
        preferences,
    };
    responder.respond()
}

/// The schema of the JSON that an operation answers with a status.
pub(super) fn schema_of(mock: &Mock, operation: &Operation, status: u16) -> Option<Arc<Compiled>> {
    let (response, _) = chosen(&operation.responses, Some(status)).ok()??;
    let mut forms = response.media.iter();
    let form = forms.find(|it| media::family(&it.content_type) == Family::Json)?;
    let places = Places {
        source: &mock.judge.source,
        operation,
    };
    let place = places.answer(response, form)?;
    Some(mock.judge.schema(&place, Direction::Received))
}

/// What a value is made for: nothing else of a request changes it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Purpose {
    place: Place,
    key: String,
    examples: Examples,
}

struct Responder<'a> {
    mock: &'a Mock,
    operation: &'a Operation,
    request: &'a Request,
    response: &'a Response,
    status: u16,
    preferences: Preferences,
}

impl Responder<'_> {
    fn respond(&self) -> Result<Answer, Problem> {
        let answer = match self.has_body() {
            true => self.with_body()?,
            false => self.empty(),
        };
        self.with_headers(answer)
    }

    fn has_body(&self) -> bool {
        !self.response.media.is_empty() && !matches!(self.status, 100..=199 | 204 | 205 | 304)
    }

    fn empty(&self) -> Answer {
        Answer::new(self.status, Content::Whole(Vec::new()))
    }

    fn with_body(&self) -> Result<Answer, Problem> {
        let accept = self.request.header("accept");
        let forms = &self.response.media;
        let streams = forms.iter().filter(|it| self.is_stream(it));
        let accepted = media::accepted(streams, accept.as_deref());
        let accepted = accepted.or_else(|| media::accepted(forms.iter(), accept.as_deref()));
        // Clients hardly say which errors they read.
        let any =
            || media::accepted(forms.iter(), None).filter(|_| !(200..300).contains(&self.status));
        let (form, content_type) = accepted.or_else(any).ok_or_else(|| self.not_acceptable())?;
        match media::family(&content_type) {
            Family::Events => self.events(form, &content_type),
            Family::Series => self.series(form, &content_type),
            _ => self.whole(form, &content_type),
        }
    }

    /// Whether a form is a stream of events, and the body asks for one as it is usual: by
    /// `"stream": true`.
    fn is_stream(&self, form: &Media) -> bool {
        let is_asked = || {
            let body = serde_json::from_slice::<Value>(&self.request.body);
            body.is_ok_and(|body| body.get("stream") == Some(&Value::Bool(true)))
        };
        media::family(&form.content_type) == Family::Events && is_asked()
    }

    fn not_acceptable(&self) -> Problem {
        let forms = self
            .response
            .media
            .iter()
            .map(|it| it.content_type.as_str());
        let detail = format!("accept one of: {}", forms.collect::<Vec<_>>().join(", "));
        Problem::new(406, Kind::NotAcceptable, detail.clone())
            .with_faults(vec![Fault::new("#/header/accept", detail)])
    }

    fn whole(&self, form: &Media, content_type: &str) -> Result<Answer, Problem> {
        let place = self.places().answer(self.response, form);
        let asked = Pages::asked(
            &self.mock.api,
            self.operation,
            self.response,
            self.request,
            self.mock.options.pages,
        );
        let example = self.example(form)?;
        let page = |index: usize| self.value(place.as_ref(), example, content_type, index);
        let schema = place.as_ref().map(|it| self.schema(it));
        let is_made = self.preferences.example.is_none() && (200..300).contains(&self.status);
        let (value, links) = match asked.filter(|_| is_made) {
            Some(asked) => asked.page(schema.as_deref(), &page)?,
            // An example stays as it is written.
            None if example.is_some() => (page(0)?, None),
            None => (pages::only(schema.as_deref(), page(0)?), None),
        };
        let encoded = encode::encode(&value, content_type, &mut self.chance("bytes"));
        let mut answer = Answer::new(self.status, Content::Whole(encoded.bytes))
            .with_header("content-type", encoded.content_type);
        if let Some(links) = links {
            answer = answer.with_header("link", links);
        }
        Ok(answer)
    }

    fn series(&self, form: &Media, content_type: &str) -> Result<Answer, Problem> {
        let bytes = match self.example(form)? {
            Some(value) => encode::series(value, content_type),
            None => encode::series(&Value::Array(self.items(form, 3)?), content_type),
        };
        Ok(Answer::new(self.status, Content::Whole(bytes))
            .with_header("content-type", content_type))
    }

    fn events(&self, form: &Media, content_type: &str) -> Result<Answer, Problem> {
        let options = &self.mock.options.events;
        let first = events::first(self.request);
        let count = options.count.saturating_sub(first);
        let events = match self.example(form)? {
            Some(Value::String(text)) => events::written(text, first),
            Some(value) => events::made(std::slice::from_ref(value), first),
            None => events::made(&self.events_from(form, first, count)?, first),
        };
        let content = Content::Events(events, options.pause);
        Ok(Answer::new(self.status, content)
            .with_header("content-type", content_type)
            .with_header("cache-control", "no-cache"))
    }

    /// What each event says, by the schema of an event or of its data.
    fn events_from(&self, form: &Media, first: usize, count: usize) -> Result<Vec<Value>, Problem> {
        let place = self.item_place(form);
        let data = place
            .as_ref()
            .and_then(|it| events::data_schema(&self.mock.judge.source, it));
        let mut all = Vec::new();
        for index in first..first.saturating_add(count) {
            let mut event =
                self.made(place.as_ref(), &format!("event {index}"), Examples::Ignored)?;
            if let (Some(data), Value::Object(event)) = (&data, &mut event) {
                let value = self.made(Some(data), &format!("data {index}"), Examples::Used)?;
                event.insert("data".to_owned(), Value::String(value.to_string()));
            }
            all.push(event);
        }
        Ok(all)
    }

    /// The schema of an item: said as such, or of the items of a list, or of all.
    fn item_place(&self, form: &Media) -> Option<Place> {
        let places = self.places();
        places.answer_item(self.response, form).or_else(|| {
            let place = places.answer(self.response, form)?;
            let whole = places.source.follow(place)?;
            let items = whole.below(&["items"]);
            Some(places.source.at(&items).map_or(whole, |_| items))
        })
    }

    fn items(&self, form: &Media, count: usize) -> Result<Vec<Value>, Problem> {
        let place = self.item_place(form);
        let indexes = 0..count;
        indexes
            .map(|index| self.made(place.as_ref(), &format!("item {index}"), Examples::Used))
            .collect()
    }

    fn places(&self) -> Places<'_> {
        Places {
            source: &self.mock.judge.source,
            operation: self.operation,
        }
    }

    fn schema(&self, place: &Place) -> Arc<Compiled> {
        self.mock.judge.schema(place, Direction::Received)
    }

    /// The example that is asked for by name, or the first of the answer's that is valid.
    fn example<'m>(&self, form: &'m Media) -> Result<Option<&'m Value>, Problem> {
        if let Some(name) = &self.preferences.example {
            let mut examples = form.examples.iter();
            let found = examples.find(|it| it.name.as_deref() == Some(name));
            let missing = || refused(&format!("the answer has no example `{name}`"));
            return found.map(|it| Some(&it.value)).ok_or_else(missing);
        }
        if self.preferences.values == Values::Made {
            return Ok(None);
        }
        let schema = self
            .places()
            .answer(self.response, form)
            .map(|it| self.schema(&it));
        let is_valid = |value: &Value| schema.as_ref().is_none_or(|it| it.is_valid(value));
        // What is not JSON is written as text, whatever its schema says of the value.
        let is_text =
            |value: &Value| value.is_string() && media::family(&form.content_type) != Family::Json;
        let mut examples = form.examples.iter().map(|it| &it.value);
        Ok(examples.find(|value| is_text(value) || is_valid(value)))
    }

    /// The value of a page: an example, or made. Pages after the first are made, where they can be.
    fn value(
        &self,
        place: Option<&Place>,
        example: Option<&Value>,
        content_type: &str,
        page: usize,
    ) -> Result<Value, Problem> {
        if let (Some(value), 0) = (example, page) {
            return Ok(value.clone());
        }
        let Some(place) = place else {
            return Ok(example.map_or_else(|| encode::nothing(content_type), Value::clone));
        };
        let made = match (page, self.preferences.values) {
            (0, Values::Examples) => self.kept(place, "body", Examples::Used, |schema, making| {
                own_example(schema).map_or_else(|| make(schema, making), Ok)
            }),
            (0, Values::Made) => self.made(Some(place), "body", Examples::Ignored),
            (page, values) => {
                let examples = match values {
                    Values::Examples => Examples::Used,
                    Values::Made => Examples::Ignored,
                };
                self.made(Some(place), &format!("body, page {page}"), examples)
            }
        };
        made.or_else(|problem| example.cloned().ok_or(problem))
    }

    fn made(&self, place: Option<&Place>, key: &str, examples: Examples) -> Result<Value, Problem> {
        match place {
            Some(place) => self.kept(place, key, examples, make),
            None => Ok(Value::String("event".to_owned())),
        }
    }

    /// A value of a schema, which is made once.
    fn kept(
        &self,
        place: &Place,
        key: &str,
        examples: Examples,
        make: impl FnOnce(&Compiled, Making<'_>) -> Result<Value, Unmade>,
    ) -> Result<Value, Problem> {
        let key = format!("{} {} {key}", self.operation.pointer, self.status);
        let made = || {
            let making = Making {
                seed: self.mock.options.seed,
                key: &key,
                direction: Direction::Received,
                examples,
            };
            let made = make(&self.schema(place), making);
            let weight = made.as_ref().map_or(1, weight);
            (made, weight)
        };
        let purpose = Purpose {
            place: place.clone(),
            key: key.clone(),
            examples,
        };
        let made = self.mock.values.get_or(purpose, made);
        let made = made.as_ref().clone();
        made.map_err(|unmade| self.no_value(place, &unmade.0))
    }

    fn no_value(&self, place: &Place, why: &str) -> Problem {
        let detail = format!(
            "no valid value of the schema at `#{}` is found: {why}",
            place.pointer
        );
        self.mock.judge.note(detail.clone());
        Problem::new(500, Kind::NoValue, detail)
    }

    fn chance(&self, key: &str) -> Chance {
        let status = self.status.to_string();
        Chance::new(
            self.mock.options.seed,
            &[&self.operation.pointer, &status, key],
        )
    }

    /// Headers that are always sent.
    fn with_headers(&self, mut answer: Answer) -> Result<Answer, Problem> {
        for header in self.response.headers.iter().filter(|it| it.required) {
            if answer.header(&header.name.to_ascii_lowercase()).is_none() && is_token(&header.name)
            {
                let value = self.header(header)?;
                answer = answer.with_header(&header.name, value);
            }
        }
        Ok(answer)
    }

    fn header(&self, header: &Header) -> Result<String, Problem> {
        let place = self.places().header(self.response, &header.name);
        let schema = place.as_ref().map(|it| self.schema(it));
        let is_valid = |value: &&Value| schema.as_ref().is_none_or(|it| it.is_valid(value));
        let mut examples = header.examples.iter().map(|it| &it.value);
        let value = match examples.find(is_valid) {
            Some(value) => value.clone(),
            None => self.made(
                place.as_ref(),
                &format!("header {}", header.name),
                Examples::Used,
            )?,
        };
        Ok(encode::header(&value))
    }
}

/// An example that the schema itself has, if it is valid.
fn own_example(schema: &Compiled) -> Option<Value> {
    let root = &schema.schema;
    let target = root.get("$ref").and_then(Value::as_str);
    let target = target
        .and_then(|it| super::shape::target(root, it))
        .unwrap_or(root);
    let listed = target.get("examples").and_then(Value::as_array);
    let given = target
        .get("example")
        .into_iter()
        .chain(listed.into_iter().flatten());
    let mut given = given.filter(|value| schema.is_valid(value));
    given.next().cloned()
}

fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"-_.!#$&'*+^`|~".contains(&it))
}
