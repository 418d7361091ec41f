// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! How well a value fits a type: what a decoder of unions asks.
//!
//! It must not know which types there are to choose from.

use super::super::Value;
use super::super::record::Record;
use super::super::slot::{Entries, Slot, Target, View};
use super::super::union::Kinds;

/// The kind of a value.
pub(super) fn kind(value: &Value) -> Kinds {
    match value {
        Value::Null => Kinds::NULL,
        Value::Bool(_) => Kinds::BOOL,
        Value::Number(_) => Kinds::NUMBER,
        Value::String(_) => Kinds::STRING,
        Value::Array(_) => Kinds::ARRAY,
        Value::Object(_) => Kinds::OBJECT,
    }
}

/// Whether a value has what a type asks for at first sight: the required fields, and at a field
/// with a single constant that constant. The slot loses its value.
pub(super) fn admits(slot: &mut dyn Slot, value: &Value) -> bool {
    let (Target::Record(record), Value::Object(object)) = (slot.target(), value) else {
        return true;
    };
    let fields = record.table().fields;
    fields
        .iter()
        .enumerate()
        .all(|(index, field)| match object.get(field.name()) {
            None => !field.is_required(),
            Some(found) => record.slot(index).is_none_or(|slot| may_be(slot, found)),
        })
}

/// Whether a slot is no single constant, or this one.
fn may_be(slot: &mut dyn Slot, found: &Value) -> bool {
    match slot.target() {
        Target::Enumeration {
            place,
            is_constant: true,
        } => {
            let Some(text) = found.as_str() else {
                return false;
            };
            place.set(text);
            matches!(
                slot.view(),
                View::Enumeration {
                    is_listed: true,
                    ..
                }
            )
        }
        Target::Optional(optional) if !found.is_null() => {
            optional.fill().is_none_or(|slot| may_be(slot, found))
        }
        _ => true,
    }
}

/// How much of a value is not said by the type that it was read as: nothing at a field of its own,
/// something where the type takes more than this value, most where it says nothing at all.
pub(super) fn looseness(view: View<'_>, value: &Value) -> usize {
    const WIDE: usize = 1;
    const UNKNOWN: usize = 4;
    match (view, value) {
        (View::Str(_), _) => WIDE,
        (View::F64(_) | View::F32(_), Value::Number(number)) if !number.is_f64() => WIDE,
        (
            View::Enumeration {
                is_listed: false, ..
            },
            _,
        ) => UNKNOWN,
        (View::Any(_), _) => UNKNOWN,
        (View::List(list), Value::Array(elements)) => {
            let views = (0..list.len()).filter_map(|index| list.get(index));
            views
                .zip(elements)
                .map(|(slot, value)| looseness(slot.view(), value))
                .sum()
        }
        (View::Map(map), Value::Object(object)) => {
            object.len() * WIDE + looseness_of_entries(map, object)
        }
        (View::Record(record), Value::Object(object)) => {
            object.len().saturating_sub(declared(record, object)) * UNKNOWN
                + looseness_of_fields(record, object)
        }
        _ => 0,
    }
}

type Object = serde_json::Map<String, Value>;

/// How many keys of an object a record declares.
fn declared(record: &dyn Record, object: &Object) -> usize {
    let fields = record.table().fields.iter();
    fields
        .filter(|field| object.contains_key(field.name()))
        .count()
}

fn looseness_of_fields(record: &dyn Record, object: &Object) -> usize {
    let fields = record.table().fields.iter().enumerate();
    fields
        .filter_map(|(index, field)| Some(looseness(record.look(index), object.get(field.name())?)))
        .sum()
}

fn looseness_of_entries(map: &dyn Entries, object: &Object) -> usize {
    let entries = (0..map.len()).filter_map(|index| map.get(index));
    entries
        .filter_map(|(key, slot)| Some(looseness(slot.view(), object.get(key)?)))
        .sum()
}
