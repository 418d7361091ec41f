//! A value as parameters see it: nothing, text, a list or an object.
//!
//! It must not know any style.

use std::borrow::Cow;

use super::super::Value;
use super::super::codec::{Slot, View};

/// Deepest nesting of a value.
const DEPTH: u32 = 64;

/// A value of a parameter.
pub(super) enum Item<'a> {
    /// Absent.
    Nothing,
    Null,
    Text(Cow<'a, str>),
    List(Vec<Item<'a>>),
    Object(Vec<(&'a str, Item<'a>)>),
}

/// How lists and objects inside others are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inner {
    AsTheyAre,
    Json,
}

impl<'a> Item<'a> {
    /// A value; with `nested_json`, what is inside a list or object is text: JSON, where it is none
    /// yet.
    ///
    /// # Errors
    ///
    /// The value holds something that has no text, or is nested too deep.
    pub(super) fn new(value: &'a dyn Slot, nested_json: bool) -> Result<Self, String> {
        let inner = match nested_json {
            true => Inner::Json,
            false => Inner::AsTheyAre,
        };
        Self::at_depth(value.view(), 0, inner)
    }

    fn inside(slot: &'a dyn Slot, depth: u32, inner: Inner) -> Result<Self, String> {
        let view = slot.view();
        let has_parts = match view {
            View::List(_) | View::Map(_) | View::Record(_) => true,
            View::Any(value) => value.is_array() || value.is_object(),
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
            | View::Upload(_) => false,
        };
        if inner == Inner::AsTheyAre || !has_parts {
            return Self::at_depth(view, depth, inner);
        }
        let json = super::super::encode(slot).map_err(|error| error.to_string())?;
        let json = String::from_utf8(json).map_err(|error| error.to_string())?;
        Ok(Self::Text(json.into()))
    }

    fn at_depth(view: View<'a>, depth: u32, inner: Inner) -> Result<Self, String> {
        if depth > DEPTH {
            return Err(format!("nested deeper than {DEPTH} levels"));
        }
        let of_slot = |slot: &'a dyn Slot| Self::inside(slot, depth + 1, inner);
        match view {
            View::None => Ok(Self::Nothing),
            View::Null => Ok(Self::Null),
            View::Bool(value) => Ok(Self::Text(if value { "true" } else { "false" }.into())),
            View::I64(number) => Ok(Self::text(number)),
            View::U64(number) => Ok(Self::text(number)),
            View::F64(number) if number.is_finite() => Ok(Self::text(number)),
            View::F32(number) if number.is_finite() => Ok(Self::text(number)),
            View::F64(_) | View::F32(_) => Err("not a finite number".to_owned()),
            View::Str(text) => Ok(Self::Text(text.into())),
            View::Text(text) => Ok(Self::text(text)),
            View::Enumeration { text, .. } => Ok(Self::Text(text.into())),
            View::Upload(upload) => match upload.as_text() {
                Some(text) => Ok(Self::Text(text.into())),
                None => Err("a file that is not text".to_owned()),
            },
            View::Any(value) => Self::of_value(value, depth, inner),
            View::List(list) => {
                let elements = (0..list.len()).filter_map(|i| list.get(i));
                elements
                    .map(of_slot)
                    .collect::<Result<_, _>>()
                    .map(Self::List)
            }
            View::Map(entries) => {
                let entries = (0..entries.len()).filter_map(|i| entries.get(i));
                Self::object(entries.map(|(key, slot)| (key, of_slot(slot))))
            }
            View::Record(record) => {
                let fields = record.table().fields.iter().enumerate();
                let declared = fields.filter_map(|(i, field)| Some((field.name(), record.get(i)?)));
                let extra = record.extra().into_iter();
                let extra = extra.flat_map(|extra| record.sent_beside(extra));
                Self::object(
                    declared
                        .chain(extra)
                        .map(|(key, slot)| (key, of_slot(slot))),
                )
            }
        }
    }

    fn of_value(value: &'a Value, depth: u32, inner: Inner) -> Result<Self, String> {
        if depth > DEPTH {
            return Err(format!("nested deeper than {DEPTH} levels"));
        }
        match value {
            Value::Null => Ok(Self::Null),
            Value::Bool(value) => Ok(Self::Text(if *value { "true" } else { "false" }.into())),
            Value::Number(number) => Ok(Self::text(number)),
            Value::String(text) => Ok(Self::Text(text.into())),
            Value::Array(elements) => {
                let elements = elements
                    .iter()
                    .map(|element| Self::inside(element, depth + 1, inner));
                elements.collect::<Result<_, _>>().map(Self::List)
            }
            Value::Object(entries) => Self::object(
                entries
                    .iter()
                    .map(|(key, value)| (key.as_str(), Self::inside(value, depth + 1, inner))),
            ),
        }
    }

    fn object(
        entries: impl Iterator<Item = (&'a str, Result<Self, String>)>,
    ) -> Result<Self, String> {
        entries
            .map(|(key, item)| Ok((key, item?)))
            .collect::<Result<_, _>>()
            .map(Self::Object)
    }

    fn text(value: impl ToString) -> Self {
        Self::Text(value.to_string().into())
    }
}
