//! The schemas of a document of any dialect as JSON Schema (draft 2020-12).
//!
//! This module must not know which of them are used, nor by which validator.

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

/// Which schemas are converted, and how much of them is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conversion {
    /// What the keywords of the schemas mean.
    pub vocabulary: Vocabulary,
    /// Formats that count; others are left out.
    pub formats: &'static [&'static str],
    /// Keywords that are kept as they are though no validator goes by them.
    pub annotations: &'static [&'static str],
}

/// What keywords of a schema mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// The extended subset of an older draft: so up to OpenAPI 3.0.
    OpenApi,
    /// JSON Schema 2020-12: so since 3.1.
    JsonSchema,
}

const TYPES: &[&str] = &[
    "null", "boolean", "object", "array", "number", "string", "integer",
];

/// The document with its schemas as JSON Schema, at their places, without examples.
pub fn converted(document: &Value) -> Value {
    let version = document.get("openapi").and_then(Value::as_str);
    let vocabulary = match version {
        Some(version) if !version.starts_with("3.0") => Vocabulary::JsonSchema,
        Some(_) | None => Vocabulary::OpenApi,
    };
    let conversion = Conversion {
        vocabulary,
        formats: FORMATS,
        annotations: &[],
    };
    conversion.place(document, true)
}

/// Calls `visit` for each schema that stands in a JSON Schema itself, not for `schema`.
pub fn each_part(schema: &mut Map<String, Value>, visit: &mut impl FnMut(&mut Value)) {
    for (key, value) in schema {
        match (key.as_str(), value) {
            (key, value) if ONE.contains(&key) => visit(value),
            (key, Value::Array(items)) if LIST.contains(&key) => {
                items.iter_mut().for_each(&mut *visit)
            }
            (key, Value::Object(map)) if NAMED.contains(&key) => {
                map.values_mut().for_each(&mut *visit);
            }
            _ => {}
        }
    }
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

    /// One schema; what `$ref` leads to stays where it is.
    pub fn schema(&self, value: &Value) -> Value {
        let Value::Object(map) = value else {
            return json!(value != &json!(false));
        };
        if self.vocabulary == Vocabulary::OpenApi
            && let Some(reference @ Value::String(_)) = map.get("$ref")
        {
            return json!({ "$ref": reference });
        }
        let mut schema: Map<String, Value> = map
            .iter()
            .filter_map(|(key, value)| Some((key.clone(), self.keyword(key, value)?)))
            .collect();
        if self.vocabulary == Vocabulary::OpenApi {
            nullable(map, &mut schema);
            exclusive("minimum", "exclusiveMinimum", &mut schema);
            exclusive("maximum", "exclusiveMaximum", &mut schema);
        }
        Value::Object(schema)
    }

    fn keyword(&self, key: &str, value: &Value) -> Option<Value> {
        match (key, value) {
            (key, value) if PLAIN.contains(&key) => is_kept(key, value).then(|| value.clone()),
            (key, value) if IDENTITY.contains(&key) => {
                (self.vocabulary == Vocabulary::JsonSchema).then(|| value.clone())
            }
            ("type", value) => is_type(value).then(|| value.clone()),
            ("format", Value::String(name)) => {
                let is_known = self.formats.contains(&name.as_str());
                is_known.then(|| value.clone())
            }
            (key, value) if self.annotations.contains(&key) => Some(value.clone()),
            (key, value) if ONE.contains(&key) => Some(self.schema(value)),
            (key, Value::Array(items)) if LIST.contains(&key) => {
                Some(items.iter().map(|item| self.schema(item)).collect())
            }
            (key, Value::Object(map)) if NAMED.contains(&key) => Some(self.named(map)),
            _ => None,
        }
    }
}

/// Whether a keyword has a value that it can have: a validator refuses the whole schema otherwise.
fn is_kept(key: &str, value: &Value) -> bool {
    match key {
        "$ref" | "pattern" => value.is_string(),
        "enum" | "required" => value.is_array(),
        "const" => true,
        "uniqueItems" => value.is_boolean(),
        "dependentRequired" => value.is_object(),
        "exclusiveMinimum" | "exclusiveMaximum" => value.is_number() || value.is_boolean(),
        "minimum" | "maximum" => value.is_number(),
        "multipleOf" => value.as_f64().is_some_and(|it| it > 0.0),
        _ => value.is_u64(),
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
