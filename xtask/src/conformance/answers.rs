//! Whether two values of JSON are the same answer.
//!
//! This module must not know where they come from.

use serde_json::Value;

/// Whether an answer is the one that is meant: numbers count by what they count, and a property
/// that is `null` is one that is not there.
pub(super) fn same(meant: &Value, found: &Value) -> bool {
    match (meant, found) {
        (Value::Object(meant), Value::Object(found)) => {
            let names = meant.keys().chain(found.keys());
            let value = |map: &serde_json::Map<String, Value>, name: &String| {
                map.get(name).cloned().unwrap_or_default()
            };
            names
                .into_iter()
                .all(|name| same(&value(meant, name), &value(found, name)))
        }
        (Value::Array(meant), Value::Array(found)) => {
            meant.len() == found.len() && meant.iter().zip(found).all(|(a, b)| same(a, b))
        }
        (Value::Number(meant), Value::Number(found)) => {
            meant == found || meant.as_f64() == found.as_f64()
        }
        _ => meant == found,
    }
}
