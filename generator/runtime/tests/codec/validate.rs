//! Rules of the schema, checked on request.

use specsmith_runtime::validate;

use crate::read;
use crate::types::Ruled;

/// The broken rules of a value as `path rule`.
fn broken(json: &str) -> Vec<String> {
    let value: Ruled = read(json).unwrap();
    match validate(&value) {
        Ok(()) => Vec::new(),
        Err(found) => found
            .iter()
            .map(|one| format!("{} {}", one.path(), one.rule()))
            .collect(),
    }
}

#[test]
fn finds_every_broken_rule_and_its_place() {
    let table: [(&str, &[&str]); 20] = [
        ("{}", &[]),
        (r#"{"code":"AB"}"#, &[]),
        (r#"{"code":"ÄÄÄ"}"#, &[]),
        (r#"{"code":"A"}"#, &["code minLength"]),
        (r#"{"code":"ABCD"}"#, &["code maxLength"]),
        (r#"{"code":"ab"}"#, &["code pattern"]),
        (r#"{"code":"a"}"#, &["code minLength", "code pattern"]),
        (r#"{"count":2}"#, &[]),
        (r#"{"count":0}"#, &["count minimum"]),
        (
            r#"{"count":9}"#,
            &["count exclusiveMaximum", "count multipleOf"],
        ),
        (r#"{"price":19.99}"#, &[]),
        (r#"{"price":123456789.01}"#, &[]),
        (r#"{"price":0.005}"#, &["price multipleOf"]),
        (r#"{"price":0}"#, &["price exclusiveMinimum"]),
        (r#"{"tags":["a","b"]}"#, &[]),
        (r#"{"tags":[]}"#, &["tags minItems"]),
        (
            r#"{"tags":["a","","a"]}"#,
            &["tags maxItems", "tags uniqueItems", "tags[1] minLength"],
        ),
        (r#"{"map":{}}"#, &["map minProperties"]),
        (
            r#"{"inner":{"inner":{"code":"a"}},"unknown":{"code":"a"}}"#,
            &["inner.inner.code minLength", "inner.inner.code pattern"],
        ),
        // No engine without look-around can tell.
        (r#"{"odd":"x"}"#, &[]),
    ];
    for (json, expect) in table {
        assert_eq!(broken(json), expect, "{json}");
    }
}

#[test]
fn says_what_is_wrong() {
    let value: Ruled = read(r#"{"code":"A"}"#).unwrap();
    assert_eq!(
        validate(&value).unwrap_err().to_string(),
        "`code` has 1 character, at least 2 are needed"
    );
}
