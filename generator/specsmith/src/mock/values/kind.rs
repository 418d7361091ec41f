//! What kind of value a schema takes, and whether a value keeps what it says by itself.
//!
//! This module must not make values.

use serde_json::{Map, Value};

/// The type of which the keywords speak.
pub(super) fn inferred(map: &Map<String, Value>, depth: usize) -> &'static str {
    const OF_TYPES: [(&str, &[&str]); 4] = [
        (
            "object",
            &[
                "properties",
                "required",
                "additionalProperties",
                "minProperties",
                "patternProperties",
            ],
        ),
        (
            "array",
            &["items", "prefixItems", "minItems", "maxItems", "contains"],
        ),
        (
            "string",
            &[
                "pattern",
                "format",
                "minLength",
                "maxLength",
                "contentEncoding",
            ],
        ),
        (
            "number",
            &[
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
                "multipleOf",
            ],
        ),
    ];
    let mut types = OF_TYPES.into_iter();
    let found = types.find(|(_, keywords)| keywords.iter().any(|it| map.contains_key(*it)));
    match found {
        Some((ty, _)) => ty,
        None if depth == 0 => "object",
        None => "string",
    }
}

pub(super) fn is_of(value: &Value, ty: &str) -> bool {
    match ty {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|it| it.fract() == 0.0),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

/// Whether a single value keeps to a schema of one, references aside.
pub(super) fn keeps(map: &Map<String, Value>, value: &Value) -> bool {
    const KEYWORDS: [&str; 12] = [
        "type",
        "format",
        "pattern",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "contentEncoding",
        "not",
    ];
    let kept = map
        .iter()
        .filter(|(key, _)| KEYWORDS.contains(&key.as_str()) && *key != "not");
    let kept: Map<String, Value> = kept
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    let has_rules = kept.keys().any(|key| key != "type");
    !has_rules
        || super::super::formats::options()
            .build(&Value::Object(kept))
            .is_ok_and(|validator| validator.is_valid(value))
}
