//! Types of serde from pieces of the tree.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Outcome;

fn read<T: DeserializeOwned>(text: &str) -> T {
    Outcome::of("a.yaml", text).root().deserialize().unwrap()
}

/// The place and message of the error.
fn error<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    let outcome = Outcome::of("a.yaml", text);
    let error = outcome.root().deserialize::<T>().unwrap_err();
    format!("{} {error}", outcome.place(error.at.unwrap()))
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Plain<'a> {
    #[serde(borrow)]
    name: &'a str,
    max_length: Option<u32>,
    ratio: Option<f64>,
    #[serde(default)]
    tags: Vec<String>,
    unit: Option<()>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Variants {
    Unit,
    New(u8),
    Tuple(u8, String),
    Struct { x: i32 },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(i64),
    Text(String),
    Other(BTreeMap<String, Option<bool>>),
}

#[test]
fn structs_borrow_their_strings() {
    let outcome = Outcome::of(
        "a.yaml",
        "{name: x, maxLength: 7.0, ratio: 2, tags: [a, b], unit: ~, more: [1]}",
    );
    let name = outcome.root().get("name").unwrap().as_str().unwrap();
    let plain: Plain<'_> = outcome.root().deserialize().unwrap();
    assert!(std::ptr::eq(plain.name, name));
    assert_eq!(plain.max_length, Some(7));
    assert_eq!(plain.ratio, Some(2.0));
    assert_eq!(plain.tags, ["a", "b"]);
}

#[test]
fn enums() {
    let all: Vec<Variants> =
        read("[unit, {new: 1}, {tuple: [1, x]}, {struct: {x: -5}}, {unit: null}]");
    let expected = [
        Variants::Unit,
        Variants::New(1),
        Variants::Tuple(1, "x".to_owned()),
        Variants::Struct { x: -5 },
        Variants::Unit,
    ];
    assert_eq!(all, expected);
    let all: Vec<Either> = read("[1, x, {a: true, b: ~}]");
    assert!(
        matches!(&all[..], [Either::Number(1), Either::Text(_), Either::Other(map)] if map.len() == 2)
    );
}

#[test]
fn large_numbers() {
    assert_eq!(read::<u64>("18446744073709551615"), u64::MAX);
    assert_eq!(read::<f64>("18446744073709552000"), 18446744073709552000.0);
    assert_eq!(read::<i64>("1e3"), 1000);
    let value: serde_json::Value = read("[0xFF, 1.0, 1e999, -3]");
    assert_eq!(value, serde_json::json!([255, 1.0, f64::MAX, -3]));
}

#[test]
fn errors_have_the_innermost_place() {
    type Maps = BTreeMap<String, BTreeMap<String, u8>>;
    assert_eq!(
        error::<Maps>("a:\n  b: 1\n  c: text\n"),
        "3:6-10 invalid type: string \"text\", expected u8"
    );
    assert_eq!(
        error::<Maps>("a: {b: 256}"),
        "1:8-11 invalid value: integer `256`, expected u8"
    );
    assert_eq!(
        error::<Vec<Variants>>("[unit, {new: 1, unit: 2}]"),
        "1:8-25 expected a map with one key, the variant"
    );
    assert_eq!(
        error::<Vec<Variants>>("[[]]"),
        "1:2-4 expected a string or a map with one key, found a list"
    );
    assert!(error::<Vec<Variants>>("[unti]").starts_with("1:2-6 unknown variant `unti`"));
    assert!(error::<BTreeMap<u8, u8>>("x: 1").starts_with("1:1-2 "));
}

/// openapiv3's own types, one component at a time, as later stages do.
#[test]
fn components_of_openapi() {
    let text = "
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: integer, format: int64, minimum: 1, maximum: 1.0e3}
        tag: {type: string, nullable: true, enum: [a, null], maxLength: 3, x-order: 1}
        owner: {$ref: '#/components/schemas/Owner'}
      additionalProperties: false
      example: {id: 1, tag: 2020-01-01}
  responses:
    NotFound: {description: none, content: {application/json: {schema: {oneOf: [{type: string}]}}}}
";
    let outcome = Outcome::of("a.yaml", text);
    let schema: openapiv3::ReferenceOr<openapiv3::Schema> = outcome
        .root()
        .pointer("/components/schemas/Pet")
        .unwrap()
        .deserialize()
        .unwrap();
    let expected: openapiv3::ReferenceOr<openapiv3::Schema> = serde_json::from_value(
        outcome
            .root()
            .pointer("/components/schemas/Pet")
            .unwrap()
            .to_json(),
    )
    .unwrap();
    assert_eq!(schema, expected);
    let response: openapiv3::Response = outcome
        .root()
        .pointer("/components/responses/NotFound")
        .unwrap()
        .deserialize()
        .unwrap();
    assert_eq!(response.description, "none");
    let error = outcome.root().deserialize::<openapiv3::Info>().unwrap_err();
    assert_eq!(error.message, "missing field `title`");
}
