// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Prints records for people, without what must not be seen.
//!
//! It must not know formats: it walks the same tables and views as they do.

use std::fmt;

use super::record::Record;
use super::slot::{Slot, View};

/// Prints a record: its fields by their names in JSON, those without a value left out, secrets as
/// `[redacted]`.
///
/// # Errors
///
/// Those of the formatter.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let table = record.table();
    let mut printed = f.debug_struct(table.name);
    for (index, field) in table.fields.iter().enumerate() {
        let view = record.look(index);
        let shown: &dyn fmt::Debug = match view {
            View::None => continue,
            _ if field.is_secret() => &format_args!("[redacted]"),
            _ => &view,
        };
        printed.field(field.name(), shown);
    }
    if let Some(extra) = record.extra() {
        printed.field("extra", &View::Map(extra));
    }
    printed.finish()
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::None => f.write_str("None"),
            Self::Null => f.write_str("Null"),
            Self::Bool(value) => value.fmt(f),
            Self::I64(number) => number.fmt(f),
            Self::U64(number) => number.fmt(f),
            Self::F64(number) => number.fmt(f),
            Self::F32(number) => number.fmt(f),
            Self::Str(text) => text.fmt(f),
            Self::Enumeration { text, .. } => text.fmt(f),
            Self::Text(text) => write!(f, "{text}"),
            Self::Upload(upload) => upload.fmt(f),
            Self::Any(value) => write!(f, "{value}"),
            Self::Record(record) => debug(record, f),
            Self::List(list) => {
                let elements = (0..list.len()).filter_map(|index| list.get(index));
                f.debug_list().entries(elements.map(Slot::view)).finish()
            }
            Self::Map(map) => {
                let entries = (0..map.len()).filter_map(|index| map.get(index));
                f.debug_map()
                    .entries(entries.map(|(key, slot)| (key, slot.view())))
                    .finish()
            }
        }
    }
}
