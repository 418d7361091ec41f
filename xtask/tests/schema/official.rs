//! The description keeps the rules of OpenAPI 3.1, and the check that says so can fail.

use serde_json::{Value, json};

use crate::document::{load, pointers, with, without};
use crate::validator::Validator;

const UPDATE: &str = "/paths/~1unified~1crm~1contacts~1{id}/patch";

#[test]
fn the_description_is_valid() {
    if let Err(errors) = Validator::openapi_3_1().check(&load()) {
        panic!("{errors}");
    }
}

#[test]
fn references_lead_to_a_place() {
    let document = load();
    let pointers = pointers(&document);
    let references: Vec<&str> = pointers
        .iter()
        .filter(|pointer| pointer.ends_with("/$ref"))
        .filter_map(|pointer| document.pointer(pointer)?.as_str())
        .collect();
    assert!(!references.is_empty());
    for reference in references {
        let target = reference
            .strip_prefix('#')
            .expect("a reference within the file");
        assert!(document.pointer(target).is_some(), "{reference}");
    }
}

#[test]
fn a_missing_part_is_rejected() {
    let validator = Validator::openapi_3_1();
    for pointer in [
        "/openapi",
        "/info",
        "/info/title",
        "/info/version",
        "/servers/0/url",
        "/tags/0/name",
        "/externalDocs/url",
        "/components/parameters/Id/name",
        "/components/parameters/Id/in",
        "/components/parameters/Id/required",
        "/components/parameters/Id/schema",
        "/components/responses/BadRequest/description",
        "/components/headers/RetryAfter/schema",
        "/components/securitySchemes/bearerAuth/type",
        "/components/securitySchemes/bearerAuth/scheme",
        &format!("{UPDATE}/requestBody/content"),
        &format!("{UPDATE}/responses/200/description"),
    ] {
        let broken = without(&load(), pointer);
        assert!(validator.check(&broken).is_err(), "without {pointer}");
    }
}

#[test]
fn a_wrong_part_is_rejected() {
    let validator = Validator::openapi_3_1();
    let update = |rest: &str| format!("{UPDATE}{rest}");
    let schema = |rest: &str| format!("/components/schemas{rest}");
    let cases: [(String, Value); 16] = [
        ("/openapi".into(), json!("3.0.3")),
        ("/server".into(), json!([])),
        ("/paths/contacts".into(), json!({})),
        (update("/operationID"), json!("updateContact")),
        (update("/tags"), json!("Contacts")),
        (update("/responses/ok"), json!({"description": "Fine"})),
        ("/components/parameters/Id/in".into(), json!("body")),
        (
            "/components/parameters/Id/style".into(),
            json!("deepObject"),
        ),
        ("/components/parameters/Id/type".into(), json!("string")),
        (
            "/components/responses/Not Found".into(),
            json!({"description": "Gone"}),
        ),
        // Schema Objects are checked as well, by the dialect.
        (schema("/Contact/type"), json!("objekt")),
        (schema("/Contact/properties"), json!([])),
        (
            schema("/Contact/properties/id/type"),
            json!(["string", "nul"]),
        ),
        (schema("/PhoneNumberInput/required"), json!(true)),
        (schema("/PhoneNumberType/enum"), json!("phone")),
        (schema("/Address/properties/city/description"), json!(1)),
    ];
    for (pointer, value) in cases {
        let broken = with(&load(), &pointer, value.clone());
        assert!(validator.check(&broken).is_err(), "{pointer}: {value}");
    }
}
