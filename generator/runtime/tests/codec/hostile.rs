//! Input made to hurt: depth, width, numbers that are objects.

use std::time::{Duration, Instant};

use serde_json::json;
use specsmith_runtime::{DecodeLimits, Map, Value, from_slice};

use crate::types::{Closed, Node};
use crate::{read, write};

const DEEP: usize = 1_000_000;

/// Bytes of stack that the default limit of 128 levels fits into, unoptimized.
const STACK: usize = 1 << 20;

fn nested(before: &str, open: &str, inner: &str, close: &str, behind: &str) -> String {
    [
        before,
        &open.repeat(DEEP),
        inner,
        &close.repeat(DEEP),
        behind,
    ]
    .concat()
}

#[test]
fn stops_at_the_limit_in_typed_free_and_unknown_places() {
    let deep = [
        nested("", r#"{"next":"#, "{}", "}", ""),
        nested("", r#"{"children":["#, "{}", "]}", ""),
        nested(r#"{"any":"#, "[", "", "]", "}"),
        nested(r#"{"any":"#, r#"{"a":"#, "1", "}", "}"),
        nested(r#"{"unknown":"#, "[", "", "]", "}"),
        nested(r#"{"unknown":"#, r#"{"a":"#, "1", "}", "}"),
        nested(r#"{"unknown":"#, r#"[{"a":"#, "1", "}]", "}"),
        // Not even closed.
        nested(r#"{"any":"#, "[", "", "", ""),
    ];
    for json in deep {
        let error = read::<Node>(&json).unwrap_err();
        assert_eq!(error.message(), "nested deeper than 128 levels");
        assert!(!error.path().is_empty());
        let error = serde_json::from_str::<Node>(&json).unwrap_err().to_string();
        assert!(error.contains("nested deeper than 128") || error.contains("recursion limit"));
    }
}

#[test]
fn skips_any_depth_without_recursion() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let json = nested(r#"{"unknown":"#, open, "1", close, r#","field":1}"#);
        assert_eq!(read::<Closed>(&json).unwrap(), Closed { field: Some(1) });
    }
}

#[test]
fn takes_what_is_just_within_the_limit() {
    let lists = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(read::<Value>(&lists(128)).is_ok());
    assert!(read::<Value>(&lists(129)).is_err());
    let limits = DecodeLimits { depth: 2 };
    assert!(from_slice::<Vec<Vec<i64>>>(b"[[1],[2]]", &limits).is_ok());
    assert!(from_slice::<Vec<Vec<Value>>>(b"[[[]]]", &limits).is_err());
    let wide = format!("[{}[]]", "[],".repeat(1000));
    assert!(
        from_slice::<Vec<Value>>(wide.as_bytes(), &limits).is_ok(),
        "levels are left again"
    );
}

#[test]
fn needs_little_stack() {
    // An async runtime gives its workers two megabytes.
    for (open, close) in [
        (r#"{"next":"#, "}"),
        (r#"{"children":[{"any":["#, "]}]}"),
        (r#"{"any":"#, "}"),
    ] {
        let levels = 128 / open.matches(['[', '{']).count();
        let json = [&open.repeat(levels - 1), "null", &close.repeat(levels - 1)].concat();
        let run = move || read::<Node>(&json).map(drop);
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn(run)
            .unwrap();
        assert_eq!(thread.join().unwrap(), Ok(()));
    }
}

#[test]
fn takes_many_keys_in_linear_time() {
    let keys = 200_000;
    let entries: Vec<String> = (0..keys).map(|key| format!("\"k{key}\":{key}")).collect();
    let json = format!("{{{}}}", entries.join(","));
    let start = Instant::now();
    let map: Map<i64> = read(&json).unwrap();
    let node: Node = read(&json).unwrap();
    assert!(start.elapsed() < Duration::from_secs(20), "quadratic");
    assert_eq!((map.len(), node.extra.as_map().len()), (keys, keys));
    assert_eq!(map.get("k199999"), Some(&199_999));
    assert!(map.keys().eq(node.extra.as_map().keys()));
}

#[test]
fn does_not_take_an_object_for_a_number() {
    let json = r#"{"any":{"$serde_json::private::Number":"1e5"}}"#;
    let node: Node = read(json).unwrap();
    let arbitrary_precision = "1e999".parse::<serde_json::Number>().is_ok();
    assert_eq!(node.any.unwrap().is_object(), !arbitrary_precision);
    // Odd forms of it stay objects with the feature as well.
    for json in [
        r#"{"any":{"$serde_json::private::Number":1}}"#,
        r#"{"any":{"$serde_json::private::Number":"x"}}"#,
        r#"{"any":{"$serde_json::private::Number":"1","a":2}}"#,
    ] {
        assert!(
            read::<Node>(json).unwrap().any.unwrap().is_object(),
            "{json}"
        );
    }
}

#[test]
fn keeps_numbers_of_free_values() {
    let node: Node = read(r#"{"any":[1,-1,0.1,18446744073709551615,1e5]}"#).unwrap();
    let numbers = node.any.unwrap();
    assert_eq!(numbers[3], json!(u64::MAX));
    assert_eq!(numbers[2].as_f64(), Some(0.1));
}

/// As the docs of `Value` say.
#[test]
fn numbers_that_free_values_do_not_hold() {
    let arbitrary_precision = "1e999".parse::<serde_json::Number>().is_ok();
    let long = r#"{"any":123456789012345678901234567890}"#;
    let shown = write(&read::<Node>(long).unwrap());
    assert_eq!(shown == long, arbitrary_precision, "{shown}");
    let large = r#"{"new":1e400}"#;
    match read::<Node>(large) {
        Ok(node) => {
            assert!(arbitrary_precision);
            assert!(write(&node).contains("400"));
        }
        Err(error) => {
            assert!(!arbitrary_precision);
            assert_eq!(
                error.to_string(),
                "new: number out of range at line 1 column 12"
            );
        }
    }
}
