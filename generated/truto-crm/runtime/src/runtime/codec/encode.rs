// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Writes values: JSON through the client's own door, any format through serde's.
//!
//! Both go by the tables of the types. It must not know any one type.

mod json;

use std::fmt;

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::path;
use super::record::Record;
use super::slot::{Entries, List, Slot, View};
use json::Writer;

/// Writes JSON (RFC 8259): the client's own door.
///
/// # Errors
///
/// A number is not finite, which JSON has no word for.
pub fn encode(value: &dyn Slot) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer {
        json: Vec::with_capacity(256),
        steps: Vec::new(),
    };
    match writer.value(value.view()) {
        Ok(()) => Ok(writer.json),
        Err(message) => Err(EncodeError {
            path: path::print("", writer.steps.iter().rev()),
            message,
        }),
    }
}

/// Writes a value to any format: serde's door.
///
/// # Errors
///
/// Those of the format; and a number is not finite.
pub fn serialize<S: Serializer>(value: &dyn Slot, serializer: S) -> Result<S::Ok, S::Error> {
    Viewed(value.view()).serialize(serializer)
}

/// A value that JSON cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodeError {
    path: String,
    message: &'static str,
}

impl EncodeError {
    /// Where: `phone_numbers[2].type`; empty for the whole value.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there.
    pub fn message(&self) -> &str {
        self.message
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(self.message)
    }
}

impl std::error::Error for EncodeError {}

/// What serde sees of a view.
struct Viewed<'a>(View<'a>);

impl Serialize for Viewed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::None | View::Null => serializer.serialize_unit(),
            View::Str(text) => serializer.serialize_str(text),
            View::Record(record) => serialize_record(record, serializer),
            View::List(list) => serialize_list(list, serializer),
            View::Enumeration { text, .. } => serializer.serialize_str(text),
            View::Any(value) => value.serialize(serializer),
            View::Map(map) => serialize_entries(map, serializer),
            View::Bool(value) => serializer.serialize_bool(value),
            View::I64(number) => serializer.serialize_i64(number),
            View::U64(number) => serializer.serialize_u64(number),
            View::F64(number) if number.is_finite() => serializer.serialize_f64(number),
            View::F32(number) if number.is_finite() => serializer.serialize_f32(number),
            View::F64(_) | View::F32(_) => Err(S::Error::custom("a number that is not finite")),
            View::Text(text) => serializer.collect_str(text),
            View::Upload(upload) => match upload.as_text() {
                Some(text) => serializer.serialize_str(text),
                None => Err(S::Error::custom("a file that is not text")),
            },
        }
    }
}

fn serialize_record<S: Serializer>(record: &dyn Record, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    for (index, field) in record.table().fields.iter().enumerate() {
        match record.look(index) {
            View::None if !field.is_required() => {}
            view => map.serialize_entry(field.name(), &Viewed(view))?,
        }
    }
    if let Some(extra) = record.extra() {
        for (key, slot) in record.sent_beside(extra) {
            map.serialize_entry(key, &Viewed(slot.view()))?;
        }
    }
    map.end()
}

fn serialize_entries<S: Serializer>(entries: &dyn Entries, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(entries.len()))?;
    for (key, slot) in (0..entries.len()).filter_map(|index| entries.get(index)) {
        map.serialize_entry(key, &Viewed(slot.view()))?;
    }
    map.end()
}

fn serialize_list<S: Serializer>(list: &dyn List, to: S) -> Result<S::Ok, S::Error> {
    let mut seq = to.serialize_seq(Some(list.len()))?;
    for view in (0..list.len()).map(|index| list.look(index)) {
        seq.serialize_element(&Viewed(view))?;
    }
    seq.end()
}
