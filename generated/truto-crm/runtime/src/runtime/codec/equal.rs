// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Compares records by their views.
//!
//! It must not know types: two values of one type are equal when all of them looks the same.

use super::Value;
use super::record::Record;
use super::slot::{Entries, List, Slot, View};

/// The fields of two values of one type are equal, and so are the entries beside them.
pub fn equal(left: &dyn Record, right: &dyn Record) -> bool {
    let mut fields = 0..left.table().fields.len();
    let fields = fields.all(|index| same(left.look(index), right.look(index)));
    fields && same_extra(left.extra(), right.extra())
}

/// Two values of one type are equal.
pub fn equal_slots(left: &dyn Slot, right: &dyn Slot) -> bool {
    same(left.view(), right.view())
}

/// A scalar is a JSON value.
pub fn is_value(view: View<'_>, value: &Value) -> bool {
    match view {
        View::Bool(known) => value.as_bool() == Some(known),
        View::I64(known) => value.as_i64() == Some(known),
        View::U64(known) => value.as_u64() == Some(known),
        View::F64(known) => value.as_f64() == Some(known),
        View::F32(known) => value.as_f64() == Some(known.into()),
        View::Str(known) => value.as_str() == Some(known),
        View::Any(known) => known == value,
        View::None | View::Null => value.is_null(),
        View::Text(_)
        | View::Enumeration { .. }
        | View::Upload(_)
        | View::List(_)
        | View::Map(_)
        | View::Record(_) => false,
    }
}

fn same(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::None, View::None) | (View::Null, View::Null) => true,
        (View::Bool(left), View::Bool(right)) => left == right,
        (View::I64(left), View::I64(right)) => left == right,
        (View::U64(left), View::U64(right)) => left == right,
        (View::F64(left), View::F64(right)) => left == right,
        (View::F32(left), View::F32(right)) => left == right,
        (View::Str(left), View::Str(right)) => left == right,
        (View::Text(left), View::Text(right)) => left.to_string() == right.to_string(),
        (View::Enumeration { text: left, .. }, View::Enumeration { text: right, .. }) => {
            left == right
        }
        (View::Upload(left), View::Upload(right)) => left == right,
        (View::Any(left), View::Any(right)) => left == right,
        (View::List(left), View::List(right)) => same_lists(left, right),
        (View::Map(left), View::Map(right)) => same_entries(left, right),
        (View::Record(left), View::Record(right)) => equal(left, right),
        _ => false,
    }
}

fn same_lists(left: &dyn List, right: &dyn List) -> bool {
    left.len() == right.len()
        && (0..left.len()).all(|index| match (left.get(index), right.get(index)) {
            (Some(left), Some(right)) => same(left.view(), right.view()),
            (_, _) => false,
        })
}

/// The order of entries does not matter.
fn same_entries(left: &dyn Entries, right: &dyn Entries) -> bool {
    left.len() == right.len()
        && (0..left.len())
            .filter_map(|index| left.get(index))
            .all(|(key, value)| {
                right
                    .find(key)
                    .is_some_and(|found| same(value.view(), found.view()))
            })
}

fn same_extra(left: Option<&dyn Entries>, right: Option<&dyn Entries>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => same_entries(left, right),
        (Some(entries), None) | (None, Some(entries)) => entries.len() == 0,
        (None, None) => true,
    }
}
