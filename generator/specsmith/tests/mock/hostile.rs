//! Schemas and requests that ask for too much, or for nothing that exists.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use specsmith::mock::{Request, answer};

use super::corpus::load;

/// What is answered by a description whose one answer, and one body, has this schema.
fn statuses(schema: Value) -> (u16, u16) {
    let media = json!({"application/json": {"schema": schema}});
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/it": {
            "get": {"responses": {"200": {"description": "it", "content": media}}},
            "post": {
                "requestBody": {"content": media},
                "responses": {"204": {"description": "taken"}}
            }
        }},
        "components": {"schemas": {
            "Endless": {"type": "object", "required": ["it"], "properties": {"it": {"$ref": "#/components/schemas/Endless"}}},
            "Twins": {"anyOf": [{"$ref": "#/components/schemas/Twins"}, {"$ref": "#/components/schemas/Twins"}]},
            "Tree": {"type": "object", "required": ["a", "b", "c"], "properties": {
                "a": {"$ref": "#/components/schemas/Leaf"},
                "b": {"$ref": "#/components/schemas/Leaf"},
                "c": {"$ref": "#/components/schemas/Leaf"}
            }},
            "Leaf": {"anyOf": [{"$ref": "#/components/schemas/Tree"}, {"type": "null"}]}
        }}
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.json");
    std::io::Write::write_all(
        &mut std::fs::File::create(&path).unwrap(),
        document.to_string().as_bytes(),
    )
    .unwrap();
    let mock = load(&path);
    let request = |method: &str, body: &str| Request {
        method: method.to_owned(),
        target: "/it".to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: body.as_bytes().to_vec(),
    };
    let nested = format!("{}{}", "[".repeat(120), "]".repeat(120));
    let got = answer(&mock, &request("GET", "")).status;
    let sent = answer(&mock, &request("POST", &nested)).status;
    (got, sent)
}

#[test]
fn no_schema_takes_long_or_ends_the_server() {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    for (schema, got) in [
        (reference("Endless"), 500),
        (reference("Twins"), 500),
        (reference("Tree"), 200),
        (
            json!({"type": "array", "minItems": 4_000_000_000_u64, "items": {}}),
            500,
        ),
        (
            json!({"type": "array", "minItems": 5, "uniqueItems": true, "items": {"type": "boolean"}}),
            500,
        ),
        (
            json!({"type": "string", "minLength": 4_000_000_000_u64}),
            500,
        ),
        (
            // Too large for the validator: it is left out, and named.
            json!({"type": "string", "pattern": "^(a{1000}){1000}$"}),
            200,
        ),
        (
            json!({"type": "string", "pattern": "^(?=a)(?!b)[ab]{3}$"}),
            200,
        ),
        (json!({"type": "string", "pattern": "(("}), 200),
        (json!({"type": "integer", "minimum": 1e300}), 500),
        (
            json!({"type": "integer", "minimum": i64::MAX, "exclusiveMinimum": i64::MAX}),
            200,
        ),
        (json!({"type": "integer", "minimum": 5, "maximum": 4}), 500),
        (
            json!({"type": "number", "multipleOf": 1e-300, "maximum": 0}),
            200,
        ),
        (
            json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.5}),
            200,
        ),
        (
            json!({"type": "object", "minProperties": 4_000_000_000_u64}),
            500,
        ),
        (
            json!({"type": "object", "minProperties": 3, "propertyNames": {"pattern": "^x-[a-z]{4}$"}}),
            200,
        ),
        (
            json!({"type": "object", "minProperties": 3, "propertyNames": {"enum": ["a"]}}),
            500,
        ),
        (
            json!({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "required": ["a"]}),
            200,
        ),
        (json!({"enum": []}), 500),
        (
            json!({"type": "array", "contains": {"const": 7}, "minContains": 3}),
            200,
        ),
        (
            json!({"type": "array", "prefixItems": [{"const": 1}, {"type": "string"}], "items": false}),
            200,
        ),
        (
            json!({"allOf": [{"enum": [1, 2]}, {"enum": [2, 3]}], "type": "integer"}),
            200,
        ),
        (
            json!({"oneOf": [{"type": "integer"}, {"type": "number"}]}),
            200,
        ),
        (json!({"not": {}}), 500),
    ] {
        let start = Instant::now();
        let shown = schema.to_string();
        let (status, _) = statuses(schema);
        assert_eq!(status, got, "{shown}");
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{shown}: {:?}",
            start.elapsed()
        );
    }
}
