//! Fields of sample forms as they go over the wire, as the runtime sends them.
//!
//! It must not know where a value was taken from.

use specsmith_openapi::api::{Encoding, Media, Style, Value, Wire};

use super::Plan;
use super::files::is_file_field;
use super::sample_bodies::{FILE, plain};
use super::wire::element_keys;

/// Separates the parts of forms in samples.
pub(super) const BOUNDARY: &str = "boundary";

/// `name=value` pairs (OpenAPI 3.0.4, section 4.8.15.1).
pub(super) fn urlencoded(media: &Media, value: &Value) -> String {
    let fields = fields(value);
    let pairs = fields.flat_map(|(name, value)| pairs(encoding(media, name), name, value));
    let pairs = pairs.map(|(name, value)| format!("{}={value}", encode(&name, b"")));
    pairs.collect::<Vec<_>>().join("&")
}

/// A part for each field (RFC 7578).
pub(super) fn multipart(plan: &Plan<'_>, media: &Media, value: &Value) -> String {
    let mut out = String::new();
    for (name, value) in fields(value) {
        let encoding = encoding(media, name);
        if let Some(wire) = encoding.and_then(|it| it.wire.as_ref()) {
            for (name, value) in styled(wire, name, value) {
                part(&mut out, &name, "", &decoded(&value));
            }
            continue;
        }
        let said = encoding.and_then(|it| it.content_type.as_deref());
        let said = said.and_then(|all| all.split(',').map(str::trim).find(|it| !it.contains('*')));
        let is_file = is_file_field(plan, media.ty, name);
        let elements = match value {
            Value::Array(elements) => elements.iter().collect(),
            one => vec![one],
        };
        for element in elements {
            let has_parts = element.is_object() || element.is_array();
            let head = match (is_file, said) {
                (true, said) => {
                    let media = said.unwrap_or("application/octet-stream");
                    format!("; filename=\"{}\"\r\nContent-Type: {media}", escaped(name))
                }
                (false, Some(said)) => format!("\r\nContent-Type: {said}"),
                (false, None) if has_parts => "\r\nContent-Type: application/json".to_owned(),
                (false, None) => String::new(),
            };
            let text = match (is_file, said) {
                (true, _) => FILE.to_owned(),
                (false, Some(said)) if said.contains("json") => element.to_string(),
                (false, _) => plain(element),
            };
            part(&mut out, name, &head, &text);
        }
    }
    out.push_str(&format!("--{BOUNDARY}--\r\n"));
    out
}

fn part(out: &mut String, name: &str, head: &str, text: &str) {
    let name = escaped(name);
    out.push_str(&format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{head}\r\n\r\n{text}\r\n"
    ));
}

fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn encoding<'m>(media: &'m Media, name: &str) -> Option<&'m Encoding> {
    media
        .encodings
        .iter()
        .find(|encoding| encoding.name == name)
}

fn fields(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let map = value.as_object().into_iter().flatten();
    map.map(|(key, value)| (key.as_str(), value))
}

/// The pairs of a field; names as they are, values percent-encoded.
fn pairs(encoding: Option<&Encoding>, name: &str, value: &Value) -> Vec<(String, String)> {
    if let Some(wire) = encoding.and_then(|encoding| encoding.wire.as_ref()) {
        return styled(wire, name, value);
    }
    let said = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let is_json = said.is_some_and(|said| said.contains("json"));
    match value {
        Value::Array(items) if !is_json => items
            .iter()
            .map(|item| (name.to_owned(), encode(&plain(item), b"")))
            .collect(),
        one => vec![(name.to_owned(), encode(&plain(one), b""))],
    }
}

fn styled(wire: &Wire, name: &str, value: &Value) -> Vec<(String, String)> {
    let Wire::Style {
        style,
        explode,
        allow_reserved,
    } = wire
    else {
        return vec![(name.to_owned(), encode(&value.to_string(), b""))];
    };
    let kept: &[u8] = match allow_reserved {
        true => b":/?@!$'()*,;=",
        false => b"",
    };
    let text = |value: &Value| encode(&plain(value), kept);
    let separator = match style {
        Style::SpaceDelimited => "%20",
        Style::PipeDelimited => "%7C",
        _ => ",",
    };
    match (value, explode) {
        _ if *style == Style::DeepObject && (value.is_object() || value.is_array()) => {
            nested(name, value, &text, "[]")
        }
        (Value::Null, _) => Vec::new(),
        (Value::Array(items), true) => items
            .iter()
            .map(|item| (name.to_owned(), text(item)))
            .collect(),
        (Value::Object(map), true) => map
            .iter()
            .map(|(key, item)| (key.clone(), text(item)))
            .collect(),
        (Value::Array(items), false) => {
            let items: Vec<String> = items.iter().map(text).collect();
            vec![(name.to_owned(), items.join(separator))]
        }
        (Value::Object(map), false) => {
            let flat = map
                .iter()
                .flat_map(|(key, item)| [encode(key, b""), text(item)]);
            vec![(name.to_owned(), flat.collect::<Vec<_>>().join(separator))]
        }
        (one, _) => vec![(name.to_owned(), text(one))],
    }
}

/// Objects nest with their keys in brackets; `list` stands behind the name of a list, a number where
/// its elements have parts.
fn nested(
    name: &str,
    value: &Value,
    text: &impl Fn(&Value) -> String,
    list: &str,
) -> Vec<(String, String)> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| nested(&format!("{name}[{key}]"), value, text, ""))
            .collect(),
        Value::Array(items) => {
            let keys = element_keys(name, items, list);
            let elements = keys.iter().zip(items);
            elements
                .flat_map(|(key, item)| nested(key, item, text, ""))
                .collect()
        }
        one => vec![(name.to_owned(), text(one))],
    }
}

/// Percent-encodes (RFC 3986, section 2.1) all but unreserved characters and those in `kept`.
fn encode(text: &str, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Text that was percent-encoded.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let digits = rest.get(1..3).filter(|_| *first == b'%');
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = rest.get(3..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
