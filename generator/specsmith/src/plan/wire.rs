//! The values of a sample as they go over the wire, as the runtime sends them.
//!
//! It must not know where a value was taken from.

use specsmith_openapi::api::{Location, Parameter, Style, Value};

use super::operations::{WireForm, WirePlan};
use super::samples::{SamplePair, SampleSegment, SampleText, SampleValue};

/// Percent-encodes (RFC 3986, section 2.1) all but unreserved characters and those in `kept`.
pub(crate) fn percent_encode(text: &str, kept: &[u8]) -> String {
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

/// A parameter of the query, a header or a cookie as names and values. A value that stands for a
/// whole query has no name.
pub(super) fn pairs(parameter: &Parameter, wire: WirePlan, value: &SampleValue) -> Vec<SamplePair> {
    let named = |name: &str, value: SampleText| SamplePair {
        name: name.to_owned(),
        value,
    };
    let name = match parameter.location {
        Location::QueryString => "",
        Location::Path | Location::Query | Location::Header | Location::Cookie => &parameter.name,
    };
    let json = match value {
        SampleValue::Env(env) => return vec![named(name, SampleText::Env(env.clone()))],
        SampleValue::Value(json) => json,
    };
    let place = Place { parameter, wire };
    let WireForm::Style(style) = wire.form else {
        return vec![named(name, place.document(json))];
    };
    if matches!(style, Style::DeepObject | Style::Brackets) {
        return place.nested(name, json);
    }
    if wire.explode && parameter.location != Location::Header {
        match json {
            Value::Array(items) => {
                return items
                    .iter()
                    .map(|item| named(name, place.single(item)))
                    .collect();
            }
            Value::Object(map) => {
                let of_form = parameter.location == Location::QueryString;
                let pairs = map.iter().flat_map(|(key, item)| match item {
                    Value::Array(items) if of_form => items
                        .iter()
                        .map(|it| named(key, place.single(it)))
                        .collect(),
                    _ => vec![named(key, place.single(item))],
                });
                return pairs.collect();
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    vec![named(name, place.joined(json))]
}

/// A parameter of the path.
pub(super) fn segments(
    parameter: &Parameter,
    wire: WirePlan,
    value: &SampleValue,
) -> Vec<SampleSegment> {
    let prefix = match wire.form {
        WireForm::Style(Style::Label) => ".".to_owned(),
        WireForm::Style(Style::Matrix) => format!(";{}=", percent_encode(&parameter.name, b"")),
        WireForm::Style(_) | WireForm::Json | WireForm::Text => String::new(),
    };
    let place = Place { parameter, wire };
    let (prefix, text) = match (value, wire.form) {
        (SampleValue::Env(env), _) => (prefix, SampleText::Env(env.clone())),
        (SampleValue::Value(json), WireForm::Json | WireForm::Text) => {
            (prefix, place.document(json))
        }
        (SampleValue::Value(json @ Value::Object(_)), WireForm::Style(Style::Matrix))
            if wire.explode =>
        {
            (";".to_owned(), place.joined(json))
        }
        (SampleValue::Value(json), WireForm::Style(_)) => (prefix, place.joined(json)),
    };
    let prefix = (!prefix.is_empty()).then_some(SampleSegment::Value(SampleText::Spelled(prefix)));
    prefix
        .into_iter()
        .chain([SampleSegment::Value(text)])
        .collect()
}

struct Place<'p> {
    parameter: &'p Parameter,
    wire: WirePlan,
}

impl Place<'_> {
    fn document(&self, json: &Value) -> SampleText {
        let text = match self.wire.form {
            WireForm::Json => json.to_string(),
            WireForm::Text | WireForm::Style(_) => text(json),
        };
        self.text(&text)
    }

    /// One value, alone at its place.
    fn single(&self, value: &Value) -> SampleText {
        self.text(&text(value))
    }

    /// All of a list or object in one text.
    fn joined(&self, json: &Value) -> SampleText {
        let style = self.wire.form;
        let explode = self.wire.explode;
        let parts: Vec<String> = match json {
            Value::Array(items) => items.iter().map(|item| self.spelled(&text(item))).collect(),
            Value::Object(map) if explode => map
                .iter()
                .map(|(key, item)| format!("{}={}", self.key(key), self.spelled(&text(item))))
                .collect(),
            Value::Object(map) => map
                .iter()
                .flat_map(|(key, item)| [self.spelled(key), self.spelled(&text(item))])
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                return self.single(json);
            }
        };
        let matrix = format!(";{}=", percent_encode(&self.parameter.name, b""));
        let separator = match style {
            WireForm::Style(Style::SpaceDelimited) => "%20",
            WireForm::Style(Style::PipeDelimited) => "%7C",
            WireForm::Style(Style::Label) if explode => ".",
            WireForm::Style(Style::Matrix) if explode && json.is_object() => ";",
            WireForm::Style(Style::Matrix) if explode => &matrix,
            WireForm::Style(_) | WireForm::Json | WireForm::Text => ",",
        };
        let joined = parts.join(separator);
        match self.parameter.location {
            Location::Header => SampleText::Literal(joined),
            Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
                SampleText::Spelled(joined)
            }
        }
    }

    /// Objects nest with their keys in brackets, lists with empty ones, or numbers where their
    /// elements have parts.
    fn nested(&self, name: &str, value: &Value) -> Vec<SamplePair> {
        let is_top = name == self.parameter.name;
        let has_brackets = is_top || self.wire.form == WireForm::Style(Style::Brackets);
        match value {
            Value::Object(map) => map
                .iter()
                .flat_map(|(key, value)| self.nested(&format!("{name}[{key}]"), value))
                .collect(),
            Value::Array(items) => {
                let keys = element_keys(name, items, if has_brackets { "[]" } else { "" });
                let elements = keys.iter().zip(items);
                elements
                    .flat_map(|(key, item)| self.nested(key, item))
                    .collect()
            }
            Value::Null => vec![SamplePair {
                name: name.to_owned(),
                value: SampleText::Literal(String::new()),
            }],
            Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![SamplePair {
                name: name.to_owned(),
                value: self.single(value),
            }],
        }
    }

    fn text(&self, text: &str) -> SampleText {
        let is_data = !self.wire.allow_reserved && !self.is_bare_cookie();
        match self.parameter.location {
            Location::Path | Location::Query | Location::QueryString | Location::Cookie
                if !is_data =>
            {
                SampleText::Spelled(self.spelled(text))
            }
            Location::QueryString if matches!(self.wire.form, WireForm::Style(_)) => {
                SampleText::Spelled(self.key(text))
            }
            Location::Path
            | Location::Query
            | Location::QueryString
            | Location::Header
            | Location::Cookie => SampleText::Literal(text.to_owned()),
        }
    }

    /// A value as it goes over the wire.
    fn spelled(&self, text: &str) -> String {
        let kept: &[u8] = match self.parameter.location {
            Location::Header => return text.to_owned(),
            Location::Cookie if self.is_bare_cookie() => return text.to_owned(),
            Location::Path => b":@!$&'()*+,;=",
            Location::Query => b":/?@!$'()*,;=",
            Location::Cookie => b":/?#[]@!$&'()*+=",
            Location::QueryString => b"",
        };
        match self.wire.allow_reserved {
            true => percent_encode(text, kept),
            false => self.key(text),
        }
    }

    fn key(&self, text: &str) -> String {
        let form = matches!(self.wire.form, WireForm::Style(_));
        match self.parameter.location {
            Location::Header => text.to_owned(),
            Location::QueryString if form => percent_encode(text, b"").replace("%20", "+"),
            Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
                percent_encode(text, b"")
            }
        }
    }

    fn is_bare_cookie(&self) -> bool {
        self.parameter.location == Location::Cookie
            && matches!(
                self.wire.form,
                WireForm::Style(Style::Cookie) | WireForm::Text
            )
    }
}

/// A value as text: strings as they are, all else as JSON.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

/// The keys of the elements of a list that nests in brackets: all end like `list`, or, where an
/// element has parts, each in its number.
pub(super) fn element_keys(name: &str, elements: &[Value], list: &str) -> Vec<String> {
    let is_counted = elements.iter().any(|it| it.is_object() || it.is_array());
    let key = |at: usize| match is_counted {
        true => format!("{name}[{at}]"),
        false => format!("{name}{list}"),
    };
    (0..elements.len()).map(key).collect()
}
