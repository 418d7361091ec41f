//! Parameters as they are sent, read back by style and explode (OpenAPI 3.1.2, section 4.8.12.3).
//!
//! This module must not decide whether a value is valid.

use specsmith_openapi::api::{Location, Parameter, Style, Wire};

use super::coerce::Raw;
use super::percent::{decode, decode_form};
use super::request::Request;
use super::shape::{Kinds, Schema};

/// What a parameter is read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sent<'a> {
    pub(super) request: &'a Request,
    /// Values of path parameters as sent.
    pub(super) path: &'a [(String, String)],
    /// Names of all query parameters of the operation.
    pub(super) names: &'a [&'a str],
}

/// The value of a parameter; `None` when it is not sent.
pub(super) fn read(
    parameter: &Parameter,
    sent: &Sent<'_>,
    schema: Option<Schema<'_>>,
) -> Option<Raw> {
    let reader = Reader {
        name: &parameter.name,
        form: Form::of(schema),
        schema,
    };
    let style = match &parameter.wire {
        Wire::Style { style, explode, .. } => Some((*style, *explode)),
        Wire::Content(_) => None,
    };
    match parameter.location {
        Location::Path => {
            let mut values = sent.path.iter();
            let (_, text) = values.find(|(name, _)| *name == parameter.name)?;
            Some(reader.path(text, style))
        }
        Location::Header => {
            let text = sent.request.header(&parameter.name)?;
            Some(reader.header(&text, style))
        }
        Location::Query => reader.query(&sent.request.pairs(), sent.names, style),
        Location::QueryString => reader.whole(sent.request.query(), &parameter.wire),
        Location::Cookie => reader.cookie(&sent.request.cookies(), style),
    }
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    List,
    Map,
}

impl Form {
    fn of(schema: Option<Schema<'_>>) -> Self {
        let kinds = schema.map(|it| it.kinds()).unwrap_or_default();
        match kinds {
            Kinds { array: true, .. } => Self::List,
            Kinds { object: true, .. } => Self::Map,
            _ => Self::Text,
        }
    }
}

type StyleOf = Option<(Style, bool)>;

struct Reader<'a> {
    name: &'a str,
    form: Form,
    schema: Option<Schema<'a>>,
}

impl Reader<'_> {
    fn path(&self, text: &str, style: StyleOf) -> Raw {
        let Some((style, explode)) = style else {
            return self.document(&decode(text));
        };
        match style {
            Style::Label => {
                let text = text.strip_prefix('.').unwrap_or(text);
                self.divided(text, if explode { '.' } else { ',' }, explode, decode)
            }
            Style::Matrix => self.matrix(text, explode),
            Style::Simple
            | Style::Form
            | Style::SpaceDelimited
            | Style::PipeDelimited
            | Style::DeepObject
            | Style::Cookie
            | Style::Brackets => self.divided(text, ',', explode, decode),
        }
    }

    fn matrix(&self, text: &str, explode: bool) -> Raw {
        let pairs: Vec<(String, &str)> = text
            .split(';')
            .filter(|it| !it.is_empty())
            .map(|it| {
                it.split_once('=')
                    .map_or((decode(it), ""), |(name, value)| (decode(name), value))
            })
            .collect();
        if explode && self.form == Form::Map {
            return map(pairs.into_iter().map(|(name, value)| (name, decode(value))));
        }
        let own = pairs.iter().filter(|(name, _)| name == self.name);
        let values: Vec<&str> = own.map(|(_, value)| *value).collect();
        match (self.form, explode) {
            (Form::List, true) => list(values.into_iter().map(decode)),
            _ => self.divided(
                values.first().copied().unwrap_or_default(),
                ',',
                false,
                decode,
            ),
        }
    }

    fn header(&self, text: &str, style: StyleOf) -> Raw {
        match style {
            Some((_, explode)) => self.divided(text, ',', explode, |text| text.trim().to_owned()),
            None => self.document(text),
        }
    }

    /// A value in one text: its items, or its names and values in turn, between `separator`s.
    fn divided(
        &self,
        text: &str,
        separator: char,
        explode: bool,
        decode: impl Fn(&str) -> String,
    ) -> Raw {
        let pieces = || text.split(separator).filter(|_| !text.is_empty());
        match (self.form, explode) {
            (Form::Text, _) => Raw::Text(decode(text)),
            (Form::List, _) => list(pieces().map(decode)),
            (Form::Map, true) => map(pieces().map(|piece| {
                let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
                (decode(name), decode(value))
            })),
            (Form::Map, false) => {
                let pieces: Vec<String> = pieces().map(decode).collect();
                let pairs = pieces.chunks(2).filter_map(|pair| match pair {
                    [name, value] => Some((name.clone(), value.clone())),
                    [name] => Some((name.clone(), String::new())),
                    _ => None,
                });
                map(pairs)
            }
        }
    }

    fn query(&self, pairs: &[(String, &str)], names: &[&str], style: StyleOf) -> Option<Raw> {
        let own = || pairs.iter().filter(|(name, _)| name == self.name);
        let Some((style, explode)) = style else {
            return own()
                .next()
                .map(|(_, value)| self.document(&decode_form(value)));
        };
        match style {
            Style::DeepObject | Style::Brackets => self.brackets(pairs),
            _ if explode && self.form == Form::Map => self.properties(pairs, names),
            Style::SpaceDelimited => {
                self.delimited(own(), explode, |text| text.replace("%20", "+"), '+')
            }
            Style::PipeDelimited => {
                let pipe = |text: &str| text.replace("%7C", "|").replace("%7c", "|");
                self.delimited(own(), explode, pipe, '|')
            }
            Style::Simple | Style::Label | Style::Matrix | Style::Form | Style::Cookie => {
                self.delimited(own(), explode, str::to_owned, ',')
            }
        }
    }

    fn delimited<'p>(
        &self,
        own: impl Iterator<Item = &'p (String, &'p str)>,
        explode: bool,
        prepared: impl Fn(&str) -> String,
        separator: char,
    ) -> Option<Raw> {
        let values: Vec<&str> = own.map(|(_, value)| *value).collect();
        let first = *values.first()?;
        Some(match (self.form, explode, values.len()) {
            (Form::Text, ..) => Raw::Text(decode_form(first)),
            (Form::List, true, _) | (Form::List, false, 2..) => {
                list(values.into_iter().map(decode_form))
            }
            _ => self.divided(&prepared(first), separator, false, decode_form),
        })
    }

    /// Properties that are parameters of their own: those that the schema declares, and those
    /// that are no other parameter if it declares none.
    fn properties(&self, pairs: &[(String, &str)], names: &[&str]) -> Option<Raw> {
        let declared = self.schema.map(|it| it.properties()).unwrap_or_default();
        let is_own = |name: &str| match declared.is_empty() {
            true => !names.contains(&name),
            false => declared.contains(&name),
        };
        let own = pairs.iter().filter(|(name, _)| is_own(name));
        let raw = gathered(own.map(|(name, value)| (vec![name.clone()], decode_form(value))));
        matches!(&raw, Raw::Map(fields) if !fields.is_empty()).then_some(raw)
    }

    /// `name[key]=…`, to any depth; `name[key][]=…` is an item of a list.
    fn brackets(&self, pairs: &[(String, &str)]) -> Option<Raw> {
        let own: Vec<(Vec<String>, String)> = pairs
            .iter()
            .filter_map(|(name, value)| {
                Some((steps(name.strip_prefix(self.name)?)?, decode_form(value)))
            })
            .collect();
        if own.is_empty() {
            return None;
        }
        if let [(steps, value)] = own.as_slice()
            && steps.is_empty()
        {
            return Some(Raw::Text(value.clone()));
        }
        Some(gathered(own.into_iter()))
    }

    fn whole(&self, query: &str, wire: &Wire) -> Option<Raw> {
        let is_form = match wire {
            Wire::Content(media) => media.contains("x-www-form-urlencoded"),
            Wire::Style { .. } => true,
        };
        if query.is_empty() {
            return None;
        }
        if !is_form {
            return Some(self.document(&decode(query)));
        }
        let pairs = super::request::pairs(query).into_iter();
        Some(gathered(
            pairs.map(|(name, value)| (vec![name], decode_form(value))),
        ))
    }

    fn cookie(&self, cookies: &[(String, &str)], style: StyleOf) -> Option<Raw> {
        let own = || cookies.iter().filter(|(name, _)| name == self.name);
        match style {
            None => own().next().map(|(_, value)| self.document(&decode(value))),
            Some((_, true)) if self.form == Form::Map => self.properties(cookies, &[]),
            Some((Style::Cookie, explode)) => {
                let plain = |text: &str| text.to_owned();
                let values: Vec<&str> = own().map(|(_, value)| *value).collect();
                let first = *values.first()?;
                Some(match (self.form, explode) {
                    (Form::List, true) => list(values.into_iter().map(plain)),
                    _ => self.divided(first, ',', explode, plain),
                })
            }
            Some((_, explode)) => {
                let (_, value) = own().next()?;
                Some(match (self.form, explode) {
                    // Items after the first are sent as `&name=…` within the one cookie.
                    (Form::List, true) => {
                        let again = format!("{}=", self.name);
                        list(
                            value
                                .split('&')
                                .map(|it| decode(it.strip_prefix(&*again).unwrap_or(it))),
                        )
                    }
                    _ => self.divided(value, ',', false, decode),
                })
            }
        }
    }

    /// A document in a text: JSON where it is.
    fn document(&self, text: &str) -> Raw {
        match serde_json::from_str::<serde_json::Value>(text) {
            Ok(value) => Raw::Exact(value),
            Err(_) => Raw::Text(text.to_owned()),
        }
    }
}

fn list(items: impl Iterator<Item = String>) -> Raw {
    Raw::List(items.map(Raw::Text).collect())
}

fn map(pairs: impl Iterator<Item = (String, String)>) -> Raw {
    Raw::Map(
        pairs
            .map(|(name, value)| (name, Raw::Text(value)))
            .collect(),
    )
}

/// How deep brackets nest.
const DEPTH: usize = 16;

/// `[a][b][]` as `a`, `b` and an empty step.
fn steps(text: &str) -> Option<Vec<String>> {
    let mut steps = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (step, after) = rest.strip_prefix('[')?.split_once(']')?;
        steps.push(step.to_owned());
        rest = after;
    }
    (steps.len() <= DEPTH).then_some(steps)
}

/// Values by their steps as one; what stands twice is a list.
pub(super) fn gathered(values: impl Iterator<Item = (Vec<String>, String)>) -> Raw {
    let mut root = Raw::Map(Vec::new());
    for (steps, value) in values {
        put(&mut root, &steps, value);
    }
    root
}

fn put(at: &mut Raw, steps: &[String], value: String) {
    let Some((step, rest)) = steps.split_first() else {
        add(at, value);
        return;
    };
    if step.is_empty() && rest.is_empty() {
        match at {
            Raw::List(items) => items.push(Raw::Text(value)),
            Raw::Map(fields) if fields.is_empty() => *at = Raw::List(vec![Raw::Text(value)]),
            Raw::Map(_) | Raw::Text(_) | Raw::Exact(_) => add(at, value),
        }
        return;
    }
    if let Raw::Map(fields) = at {
        match fields.iter_mut().find(|(name, _)| name == step) {
            Some((_, field)) => put(field, rest, value),
            None => {
                let mut field = Raw::Map(Vec::new());
                match rest.is_empty() {
                    true => field = Raw::Text(value),
                    false => put(&mut field, rest, value),
                }
                fields.push((step.clone(), field));
            }
        }
    }
}

fn add(at: &mut Raw, value: String) {
    let old = std::mem::replace(at, Raw::List(Vec::new()));
    let mut items = match old {
        Raw::List(items) => items,
        other => vec![other],
    };
    items.push(Raw::Text(value));
    *at = Raw::List(items);
}
