//! Values as bodies and headers of a media type.
//!
//! This module must not know where a value comes from.

use serde_json::{Map, Value};

use super::chance::Chance;
use super::coerce::shown;
use super::markup;
use super::media::{self, Family};
use super::percent::encode as escaped;

/// A body, with the media type that it is sent as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    pub(super) content_type: String,
}

/// What divides the parts of a body of several.
const BOUNDARY: &str = "specsmith-mock-boundary";

/// The body that a value is.
pub(super) fn encode(value: &Value, content_type: &str, chance: &mut Chance) -> Encoded {
    let plain = |bytes: Vec<u8>| Encoded {
        bytes,
        content_type: content_type.to_owned(),
    };
    match media::family(content_type) {
        Family::Json | Family::Range => plain(value.to_string().into_bytes()),
        Family::Form => plain(form(value).into_bytes()),
        Family::Multipart => Encoded {
            bytes: parts(value).into_bytes(),
            content_type: format!("{content_type}; boundary={BOUNDARY}"),
        },
        Family::Markup if is_xml(content_type) => match value {
            Value::String(text) => plain(text.clone().into_bytes()),
            value => plain(markup::xml(value).into_bytes()),
        },
        Family::Binary => plain(bytes(value, chance)),
        Family::Text | Family::Markup | Family::Unknown | Family::Series | Family::Events => {
            plain(text(value).into_bytes())
        }
    }
}

/// What a body is of which nothing is said but its media type.
pub(super) fn nothing(content_type: &str) -> Value {
    match media::family(content_type) {
        Family::Json | Family::Range | Family::Form | Family::Multipart => {
            Value::Object(Map::new())
        }
        Family::Markup | Family::Text | Family::Unknown => Value::String("text".to_owned()),
        Family::Binary | Family::Series | Family::Events => Value::Null,
    }
}

fn is_xml(content_type: &str) -> bool {
    let essence = media::essence(content_type);
    essence.ends_with("/xml") || essence.ends_with("+xml")
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// How long a body of bytes is.
const LENGTH: usize = 64;

/// An example of text is what it is; anything else stands for bytes, which are made up.
fn bytes(value: &Value, chance: &mut Chance) -> Vec<u8> {
    match value {
        Value::String(text) if text.len() > LENGTH => text.clone().into_bytes(),
        _ => (0..LENGTH / 8)
            .flat_map(|_| chance.next().to_be_bytes())
            .collect(),
    }
}

fn form(value: &Value) -> String {
    let fields = value.as_object().into_iter().flatten();
    let pairs = fields.flat_map(|(name, value)| {
        let values = match value {
            Value::Array(items) => items.iter().map(text).collect(),
            value => vec![text(value)],
        };
        values
            .into_iter()
            .map(move |value| format!("{}={}", escaped(name), escaped(&value)))
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn parts(value: &Value) -> String {
    let mut body = String::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        let name: String = name
            .chars()
            .filter(|c| !c.is_control() && *c != '"')
            .collect();
        let kind = match value {
            Value::String(_) => "text/plain",
            _ => "application/json",
        };
        body.push_str(&format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n{}\r\n",
            text(value)
        ));
    }
    body.push_str(&format!("--{BOUNDARY}--\r\n"));
    body
}

/// Values one after the other: lines, or records of RFC 7464.
pub(super) fn series(value: &Value, content_type: &str) -> Vec<u8> {
    let is_sequence = media::essence(content_type).ends_with("json-seq");
    let one = |value: &Value| match is_sequence {
        true => format!("\u{1e}{value}\n"),
        false => format!("{value}\n"),
    };
    let text: String = match value {
        Value::Array(items) => items.iter().map(one).collect(),
        Value::String(text) => text.clone(),
        value => one(value),
    };
    text.into_bytes()
}

/// A value in the style `simple`, without what no header can hold.
pub(super) fn header(value: &Value) -> String {
    let flat = |value: &Value| shown(value).unwrap_or_else(|| value.to_string());
    let text = match value {
        Value::Array(items) => items.iter().map(flat).collect::<Vec<_>>().join(","),
        Value::Object(map) => {
            let pairs = map
                .iter()
                .map(|(name, value)| format!("{name},{}", flat(value)));
            pairs.collect::<Vec<_>>().join(",")
        }
        value => flat(value),
    };
    text.chars().filter(|c| (' '..='~').contains(c)).collect()
}
