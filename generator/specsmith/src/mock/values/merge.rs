//! Schemas that hold at once, as one.
//!
//! What cannot be said in one schema is left out: the validator has the last word. This module must
//! not make values.

use serde_json::{Map, Value, json};

/// Adds what another schema asks for.
pub(super) fn merge(into: &mut Map<String, Value>, other: &Map<String, Value>) {
    for (key, value) in other {
        match into.get_mut(key) {
            None => {
                into.insert(key.clone(), value.clone());
            }
            // Two constants at once are none.
            Some(known) if key == "const" && known != value => {
                into.insert("enum".to_owned(), json!([]));
            }
            Some(known) => combine(key, known, value),
        }
    }
}

fn combine(key: &str, known: &mut Value, other: &Value) {
    match key {
        "type" => *known = common_types(known, other),
        "enum" => retain(known, other),
        "required" => extend(known, other),
        "properties" => each(known, other),
        "items" | "additionalProperties" | "propertyNames" | "contains" => both(known, other),
        "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties" => {
            keep(known, other, |known, other| other > known);
        }
        "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties" => {
            keep(known, other, |known, other| other < known);
        }
        "uniqueItems" => *known = json!(known == &json!(true) || other == &json!(true)),
        "not" => *known = json!({"anyOf": [known, other]}),
        // The first one stays: of annotations it is the nearest.
        _ => {}
    }
}

fn keep(known: &mut Value, other: &Value, is_stricter: impl Fn(f64, f64) -> bool) {
    if let (Some(old), Some(new)) = (known.as_f64(), other.as_f64())
        && is_stricter(old, new)
    {
        *known = other.clone();
    }
}

/// The types that both allow; an integer is a number.
fn common_types(known: &Value, other: &Value) -> Value {
    let (left, right) = (names(known), names(other));
    let mut common: Vec<&str> = Vec::new();
    for name in &left {
        let is_number = *name == "number" && right.contains(&"integer");
        let is_covered = *name == "integer" && right.contains(&"number");
        match name {
            _ if is_number => common.push("integer"),
            name if is_covered || right.contains(name) => common.push(name),
            _ => {}
        }
    }
    json!(common)
}

pub(super) fn names(ty: &Value) -> Vec<&str> {
    match ty {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn retain(known: &mut Value, other: &Value) {
    if let (Value::Array(known), Value::Array(other)) = (known, other) {
        known.retain(|value| other.contains(value));
    }
}

fn extend(known: &mut Value, other: &Value) {
    if let (Value::Array(known), Value::Array(other)) = (known, other) {
        for value in other {
            if !known.contains(value) {
                known.push(value.clone());
            }
        }
    }
}

fn each(known: &mut Value, other: &Value) {
    if let (Value::Object(known), Value::Object(other)) = (known, other) {
        for (name, schema) in other {
            match known.get_mut(name) {
                None => {
                    known.insert(name.clone(), schema.clone());
                }
                Some(known) => both(known, schema),
            }
        }
    }
}

/// A schema of what both hold of.
fn both(known: &mut Value, other: &Value) {
    match (&*known, other) {
        (Value::Bool(false), _) | (_, Value::Bool(true)) => {}
        (known, other) if known == other => {}
        (_, Value::Bool(false)) => *known = json!(false),
        (Value::Bool(true), other) => *known = other.clone(),
        (left, right) => *known = json!({"allOf": [left, right]}),
    }
}
