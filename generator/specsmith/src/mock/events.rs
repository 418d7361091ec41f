//! Streams of events (text/event-stream, WHATWG HTML section 9.2).
//!
//! Events are numbered from 1 by `id`; a client that has seen some says so by `Last-Event-ID` and
//! gets those after it. This module must not make values.

use std::time::Duration;

use serde_json::Value;

use super::request::Request;
use super::source::{Place, Source};

/// What a stream of events is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Events {
    /// How many there are.
    pub count: usize,
    /// How long it takes from one to the next.
    pub pause: Duration,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            count: 3,
            pause: Duration::ZERO,
        }
    }
}

/// How many events a client has seen.
pub(super) fn first(request: &Request) -> usize {
    let seen = request.header("last-event-id");
    seen.and_then(|it| it.trim().parse().ok()).unwrap_or(0)
}

/// The schema of the document in the data of an event (`contentSchema`).
pub(super) fn data_schema(source: &Source, event: &Place) -> Option<Place> {
    let event = source.follow(event.clone())?;
    let data = source.follow(event.below(&["properties", "data"]))?;
    let schema = data.below(&["contentSchema"]);
    source.at(&schema).is_some().then_some(schema)
}

/// Events of values: such a value is an event itself if it has `data`, else it is the data of one.
pub(super) fn made(values: &[Value], first: usize) -> Vec<Vec<u8>> {
    let events = values.iter().enumerate();
    events
        .map(|(index, value)| {
            let id = first.saturating_add(index).saturating_add(1);
            match value.as_object().filter(|it| it.contains_key("data")) {
                Some(event) => {
                    let name = event.get("event").and_then(Value::as_str);
                    one(id, name, event.get("data").unwrap_or(&Value::Null))
                }
                None => one(id, None, value),
            }
        })
        .collect()
}

fn one(id: usize, name: Option<&str>, data: &Value) -> Vec<u8> {
    let mut text = format!("id: {id}\n");
    // A line end within a name would begin another field.
    if let Some(name) = name.and_then(|it| it.lines().next()) {
        text.push_str(&format!("event: {name}\n"));
    }
    let data = match data {
        Value::String(text) => text.clone(),
        data => data.to_string(),
    };
    for line in data.replace("\r\n", "\n").split(['\n', '\r']) {
        text.push_str(&format!("data: {line}\n"));
    }
    text.push('\n');
    text.into_bytes()
}

/// Events as an example has them written, without those that were seen.
pub(super) fn written(text: &str, first: usize) -> Vec<Vec<u8>> {
    let text = text.replace("\r\n", "\n");
    let events = text.split("\n\n").filter(|it| !it.trim().is_empty());
    let events = events.skip(first);
    events
        .map(|it| format!("{}\n\n", it.trim_matches('\n')).into_bytes())
        .collect()
}
