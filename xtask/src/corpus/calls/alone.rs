//! A document that stands alone.
//!
//! This module must not know who reads it.

use std::path::Path;

use serde_json::Value;

use crate::disk;

/// The document as JSON, without extensions that refer to other files: prism reads those, and the
/// documents of the corpus are there without them.
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
            entries.retain(|key, value| !(key.starts_with("x-") && leads_out(value)));
            entries.values_mut().for_each(leave_out);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out),
        _ => {}
    }
}

/// It holds a reference to another file.
fn leads_out(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.iter().any(|(key, value)| {
            let is_outer = |it: &str| !it.starts_with('#');
            (key == "$ref" && value.as_str().is_some_and(is_outer)) || leads_out(value)
        }),
        Value::Array(items) => items.iter().any(leads_out),
        _ => false,
    }
}
