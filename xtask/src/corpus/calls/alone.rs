//! A document that stands alone.
//!
//! This module must not know who reads it.

use std::path::Path;

use serde_json::Value;

use crate::disk;

/// The document as JSON, without extensions that hold references: prism follows those, some lead to
/// files that the corpus does not have, and others to extensions.
pub(super) fn read(document: &Path) -> Result<String, String> {
    let text = disk::read(document)?.unwrap_or_default();
    let value: Result<Value, _> = serde_yaml::from_str(&text);
    let mut value = value.map_err(|error| format!("{}: {error}", document.display()))?;
    leave_out(&mut value);
    Ok(value.to_string())
}

fn leave_out(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|key, value| !(key.starts_with("x-") && refers(value)));
            entries.values_mut().for_each(leave_out);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out),
        _ => {}
    }
}

/// It holds a reference.
fn refers(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries
            .iter()
            .any(|(key, value)| (key == "$ref" && value.is_string()) || refers(value)),
        Value::Array(items) => items.iter().any(refers),
        _ => false,
    }
}
