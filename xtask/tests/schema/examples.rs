//! Every example is a value of its schema, and there is one wherever readers look for it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::document::{load, operation, pointers, resolve};
use crate::validator::Validator;

/// An example value and the pointer of the Schema Object that it belongs to.
struct Example {
    schema: String,
    at: String,
    value: Value,
}

/// Examples of parameters, headers and media types, which stand beside a `schema`, and those in
/// Schema Objects.
fn examples(document: &Value) -> Vec<Example> {
    let mut found = Vec::new();
    for at in pointers(document) {
        let node = document.pointer(&at).expect("a pointer into the document");
        let schema = format!("{at}/schema");
        if node["schema"].is_object() {
            let named = node["examples"].as_object().into_iter().flatten();
            let named = named.map(|(name, example)| (name.as_str(), &example["value"]));
            let single = node.get("example").map(|value| ("example", value));
            found.extend(named.chain(single).map(|(name, value)| Example {
                schema: schema.clone(),
                at: format!("{at} ({name})"),
                value: value.clone(),
            }));
        } else if let Some(values) = node["examples"].as_array() {
            found.extend(values.iter().map(|value| Example {
                schema: at.clone(),
                at: at.clone(),
                value: value.clone(),
            }));
        }
    }
    found
}

#[test]
fn examples_are_valid() {
    let document = load();
    for Example { schema, at, value } in examples(&document) {
        if let Err(errors) = Validator::of(&document, &schema).check(&value) {
            panic!("{at}: {errors}");
        }
    }
}

#[test]
fn a_broken_example_is_rejected() {
    let document = load();
    let update = Validator::of(&document, "/components/schemas/ContactUpdate");
    let contact = Validator::of(&document, "/components/schemas/Contact");
    let error = Validator::of(&document, "/components/schemas/ErrorResponse");
    let account = Validator::of(
        &document,
        "/components/parameters/IntegratedAccountId/schema",
    );
    let format = Validator::of(
        &document,
        "/components/parameters/TrutoResponseFormat/schema",
    );

    for (validator, value) in [
        (&update, json!({"first_name": 1})),
        (
            &update,
            json!({"custom_fields": "{\"custom_field_name_1\": \"foo\"}"}),
        ),
        (&update, json!({"phone_numbers": [{"type": "mobile"}]})),
        (&update, json!({"phone_numbers": [{"number": null}]})),
        (
            &update,
            json!({"phone_numbers": [{"number": "+15555550100", "type": 7}]}),
        ),
        (&update, json!({"addresses": {"city": "Berlin"}})),
        (&update, json!({"account": "9001"})),
        (&contact, json!({"owner": {"id": 42}})),
        (&contact, json!({"tags": [null]})),
        (&contact, json!([])),
        (&error, json!({"statusCode": 404, "error": "Not Found"})),
        (
            &error,
            json!({"statusCode": "404", "error": "Not Found", "message": ""}),
        ),
        (&account, json!("not-a-uuid")),
        (&format, json!("xml")),
    ] {
        assert!(validator.check(&value).is_err(), "{value}");
    }
}

#[test]
fn parameters_headers_and_bodies_have_examples() {
    let document = load();
    for at in pointers(&document) {
        let node = document.pointer(&at).expect("a pointer into the document");
        if node["schema"].is_object() {
            let has_example = node.get("example").is_some() || node["examples"].is_object();
            assert!(has_example, "{at} has no example");
        }
    }
}

#[test]
fn the_examples_of_the_bodies_use_every_property() {
    let document = load();
    let (_, operation) = operation(&document).expect("an operation");
    for body in [&operation["requestBody"], &operation["responses"]["200"]] {
        let media = &body["content"]["application/json"];
        let schema = resolve(&document, &media["schema"]);
        let declared = schema["properties"].as_object().expect("properties").keys();
        let examples = media["examples"].as_object().expect("examples").values();
        let used = examples.filter_map(|example| example["value"].as_object());
        let used: BTreeSet<&String> = used.flat_map(|value| value.keys()).collect();
        assert_eq!(used, declared.collect());
    }
}

#[test]
fn one_request_example_clears_a_field() {
    let document = load();
    let (_, operation) = operation(&document).expect("an operation");
    let examples = &operation["requestBody"]["content"]["application/json"]["examples"];
    let mut values = examples.as_object().expect("examples").values();
    let has_null = |example: &Value| {
        example["value"]
            .as_object()
            .is_some_and(|value| value.values().any(Value::is_null))
    };
    assert!(values.any(has_null));
}
