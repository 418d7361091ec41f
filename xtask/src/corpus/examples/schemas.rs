//! The schemas of a document of any dialect as JSON Schema (draft 2020-12).
//!
//! This module must not know which of them are used.

use serde_json::{Map, Value, json};

/// Keywords that a validator goes by and that take no schema.
const PLAIN: &[&str] = &[
    "$ref",
    "enum",
    "const",
    "required",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "minContains",
    "maxContains",
];

/// Keywords of 3.1 that change what a reference means.
const IDENTITY: &[&str] = &["$id", "$anchor", "$dynamicRef", "$dynamicAnchor"];

/// Keywords that take a schema.
const ONE: &[&str] = &[
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
];

/// Keywords that take a list of schemas.
const LIST: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];

/// Keywords that take schemas by name.
const NAMED: &[&str] = &[
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
];

/// Formats that the types of a crate insist on.
const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "duration",
    "uuid",
    "ipv4",
    "ipv6",
    "byte",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
];

const TYPES: &[&str] = &[
    "null", "boolean", "object", "array", "number", "string", "integer",
];

/// The document with its schemas as JSON Schema, at their places.
pub(super) fn converted(document: &Value) -> Value {
    let version = document.get("openapi").and_then(Value::as_str);
    let is_json_schema = version.is_some_and(|it| !it.starts_with("3.0"));
    Conversion { is_json_schema }.place(document, true)
}

struct Conversion {
    /// Schemas are JSON Schema already: so since 3.1.
    is_json_schema: bool,
}

impl Conversion {
    /// Whatever is no schema. Only a root has definitions.
    fn place(&self, value: &Value, is_root: bool) -> Value {
        match value {
            Value::Object(map) => {
                let entries = map.iter().map(|(key, value)| {
                    let converted = match (key.as_str(), value) {
                        ("schema" | "itemSchema", value) => self.schema(value),
                        ("schemas", Value::Object(map)) => self.named(map),
                        ("definitions", Value::Object(map)) if is_root => self.named(map),
                        ("example" | "examples", _) => Value::Null,
                        (_, value) => self.place(value, false),
                    };
                    (key.clone(), converted)
                });
                entries.collect()
            }
            Value::Array(items) => items.iter().map(|item| self.place(item, false)).collect(),
            value => value.clone(),
        }
    }

    fn named(&self, map: &Map<String, Value>) -> Value {
        map.iter()
            .map(|(key, value)| (key.clone(), self.schema(value)))
            .collect()
    }

    fn schema(&self, value: &Value) -> Value {
        let Value::Object(map) = value else {
            return json!(value != &json!(false));
        };
        if !self.is_json_schema
            && let Some(reference @ Value::String(_)) = map.get("$ref")
        {
            return json!({ "$ref": reference });
        }
        let mut schema: Map<String, Value> = map
            .iter()
            .filter_map(|(key, value)| Some((key.clone(), self.keyword(key, value)?)))
            .collect();
        if !self.is_json_schema {
            nullable(map, &mut schema);
            exclusive("minimum", "exclusiveMinimum", &mut schema);
            exclusive("maximum", "exclusiveMaximum", &mut schema);
        }
        Value::Object(schema)
    }

    fn keyword(&self, key: &str, value: &Value) -> Option<Value> {
        match (key, value) {
            ("required", value) => value.is_array().then(|| value.clone()),
            (key, value) if PLAIN.contains(&key) => Some(value.clone()),
            (key, value) if IDENTITY.contains(&key) => self.is_json_schema.then(|| value.clone()),
            ("type", value) => is_type(value).then(|| value.clone()),
            ("format", Value::String(name)) => {
                FORMATS.contains(&name.as_str()).then(|| value.clone())
            }
            (key, value) if ONE.contains(&key) => Some(self.schema(value)),
            (key, Value::Array(items)) if LIST.contains(&key) => {
                Some(items.iter().map(|item| self.schema(item)).collect())
            }
            (key, Value::Object(map)) if NAMED.contains(&key) => Some(self.named(map)),
            _ => None,
        }
    }
}

fn is_type(value: &Value) -> bool {
    let is_name = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    match value {
        Value::Array(names) => !names.is_empty() && names.iter().all(is_name),
        value => is_name(value),
    }
}

/// `nullable` adds a type to the one that is written (OpenAPI 3.0.4, section 4.7.24.1). Its
/// spelling in 2.0 is an extension.
fn nullable(map: &Map<String, Value>, schema: &mut Map<String, Value>) {
    let is_nullable = ["nullable", "x-nullable"]
        .iter()
        .any(|key| map.get(*key) == Some(&json!(true)));
    if let Some(ty) = schema.get_mut("type")
        && ty.is_string()
        && is_nullable
    {
        *ty = json!([ty, "null"]);
    }
}

/// Up to 3.0 an exclusive bound is a bound with a mark.
fn exclusive(bound: &str, mark: &str, schema: &mut Map<String, Value>) {
    if let Some(Value::Bool(is_exclusive)) = schema.remove_entry(mark).map(|(_, mark)| mark)
        && is_exclusive
        && let Some(number) = schema.remove(bound)
    {
        schema.insert(mark.to_owned(), number);
    }
}
