//! An object as the fields of a form, and single values as text.
//!
//! It must not know any media type.

use std::borrow::Cow;

use super::super::Value;
use super::super::codec::{Slot, View};

/// The fields of an object that have a value, in order.
///
/// # Errors
///
/// The value is no object.
pub(in super::super) fn entries(value: &dyn Slot) -> Result<Vec<(&str, &dyn Slot)>, String> {
    let all: Vec<(&str, &dyn Slot)> = match value.view() {
        View::Record(record) => {
            let fields = record.table().fields.iter().enumerate();
            let declared = fields.filter_map(|(at, field)| Some((field.name(), record.get(at)?)));
            let extra = record.extra().into_iter();
            declared
                .chain(extra.flat_map(|extra| record.sent_beside(extra)))
                .collect()
        }
        View::Map(map) => (0..map.len()).filter_map(|at| map.get(at)).collect(),
        View::Any(Value::Object(map)) => {
            let of_value = |(key, value)| (String::as_str(key), value as &dyn Slot);
            map.iter().map(of_value).collect()
        }
        View::None
        | View::Null
        | View::Bool(_)
        | View::I64(_)
        | View::U64(_)
        | View::F64(_)
        | View::F32(_)
        | View::Str(_)
        | View::Text(_)
        | View::Enumeration { .. }
        | View::Upload(_)
        | View::Any(_)
        | View::List(_) => return Err("only an object can be sent as a form".to_owned()),
    };
    let is_there = |(_, slot): &(&str, &dyn Slot)| !matches!(slot.view(), View::None);
    Ok(all.into_iter().filter(is_there).collect())
}

/// The elements of a list; `None` when it is none.
pub(in super::super) fn elements<'a>(view: View<'a>) -> Option<Vec<&'a dyn Slot>> {
    match view {
        View::List(list) => Some((0..list.len()).filter_map(|at| list.get(at)).collect()),
        View::Any(Value::Array(list)) => {
            Some(list.iter().map(|element| element as &dyn Slot).collect())
        }
        View::Any(_)
        | View::None
        | View::Null
        | View::Bool(_)
        | View::I64(_)
        | View::U64(_)
        | View::F64(_)
        | View::F32(_)
        | View::Str(_)
        | View::Text(_)
        | View::Enumeration { .. }
        | View::Upload(_)
        | View::Map(_)
        | View::Record(_) => None,
    }
}

/// A single value as text; `None` when it has parts. `null` is empty.
///
/// # Errors
///
/// The number is not finite, or the file is no text.
pub(super) fn text(view: View<'_>) -> Option<Result<Cow<'_, str>, String>> {
    let number = |text: String| Some(Ok(Cow::Owned(text)));
    match view {
        View::None | View::Null | View::Any(Value::Null) => Some(Ok("".into())),
        View::Bool(value) => number(value.to_string()),
        View::I64(value) => number(value.to_string()),
        View::U64(value) => number(value.to_string()),
        View::F64(value) if value.is_finite() => number(value.to_string()),
        View::F32(value) if value.is_finite() => number(value.to_string()),
        View::F64(_) | View::F32(_) => Some(Err("a number that is not finite".to_owned())),
        View::Str(text) => Some(Ok(text.into())),
        View::Any(Value::String(text)) => Some(Ok(text.into())),
        View::Any(Value::Bool(value)) => number(value.to_string()),
        View::Any(Value::Number(value)) => number(value.to_string()),
        View::Text(text) => number(text.to_string()),
        View::Enumeration { text, .. } => Some(Ok(text.into())),
        View::Upload(upload) => {
            let refused = || "a file that is not text has no place here".to_owned();
            Some(upload.as_text().map(Cow::from).ok_or_else(refused))
        }
        View::Any(Value::Array(_) | Value::Object(_))
        | View::List(_)
        | View::Map(_)
        | View::Record(_) => None,
    }
}

/// A value as text: JSON where it has parts.
pub(in super::super) fn text_or_json(value: &dyn Slot) -> Result<Cow<'_, str>, String> {
    text(value.view()).unwrap_or_else(|| {
        let json = super::super::encode(value).map_err(|error| error.to_string())?;
        String::from_utf8(json)
            .map(Cow::Owned)
            .map_err(|error| error.to_string())
    })
}
