//! Texts of parameters and forms as the values that a schema means.
//!
//! A text that is none of these stays one, so that the validator says what is wrong with it. This
//! module must not know how texts are sent.

use serde_json::{Map, Number, Value};

use super::shape::Schema;

/// A value before it is known which kinds of values its texts are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw {
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(String, Raw)>),
    /// A value whose kind is known.
    Exact(Value),
}

/// The value that is meant. Without a schema all single values are strings.
pub(super) fn coerce(raw: &Raw, schema: Option<Schema<'_>>) -> Value {
    match raw {
        Raw::Text(text) => scalar(text, schema),
        Raw::Exact(value) => value.clone(),
        Raw::List(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| coerce(item, schema.and_then(|it| it.item(index))))
                .collect()
        }
        Raw::Map(fields) => counted(fields, schema).unwrap_or_else(|| {
            let fields = fields.iter().map(|(name, value)| {
                let schema = schema.and_then(|it| it.property(name));
                (name.clone(), coerce(value, schema))
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }),
    }
}

/// The list whose elements have their positions for keys; some may be left out.
fn counted(fields: &[(String, Raw)], schema: Option<Schema<'_>>) -> Option<Value> {
    let kinds = schema?.kinds();
    if !kinds.array || kinds.object || fields.is_empty() {
        return None;
    }
    let places = fields
        .iter()
        .map(|(key, item)| Some((key.parse::<u32>().ok()?, item)));
    let mut places: Vec<(u32, &Raw)> = places.collect::<Option<_>>()?;
    places.sort_by_key(|(place, _)| *place);
    let items = places.into_iter().enumerate();
    let items = items.map(|(index, (_, item))| coerce(item, schema.and_then(|it| it.item(index))));
    Some(items.collect())
}

fn scalar(text: &str, schema: Option<Schema<'_>>) -> Value {
    let Some(schema) = schema else {
        return text.into();
    };
    let constants = schema.constants().into_iter();
    let mut constants = constants.filter(|value| shown(value).as_deref() == Some(text));
    if let Some(constant) = constants.next() {
        return constant.clone();
    }
    let kinds = schema.kinds();
    if kinds.number
        && let Some(number) = number(text)
    {
        return number;
    }
    match text {
        "true" | "false" if kinds.boolean => (text == "true").into(),
        "null" | "" if kinds.null && !kinds.string => Value::Null,
        text if kinds.array && !kinds.string => Value::Array(vec![scalar(text, schema.item(0))]),
        text => text.into(),
    }
}

fn number(text: &str) -> Option<Value> {
    let is_plain = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    let number: Number = serde_json::from_str(text).ok().filter(|_| is_plain)?;
    Some(Value::Number(number))
}

/// A single value as it is sent.
pub(super) fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("null".to_owned()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    }
}
