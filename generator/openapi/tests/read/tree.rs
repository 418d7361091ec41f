//! Nodes, maps, numbers and pointers.

use specsmith_openapi::Origin;
use specsmith_openapi::read::{Key, Map, Node, Number, Value, escape_step, unescape_step};

use super::{Outcome, written};

fn node(text: &str) -> Node {
    Outcome::of("a.yaml", text).root().clone()
}

fn origin() -> Origin {
    Outcome::of("a.yaml", "x").root().origin
}

fn key(text: &str) -> Key {
    Key::new(text, origin())
}

fn value(number: i64) -> Node {
    Node::new(Number::from(number), origin())
}

/// A map of keys `k0`, `k1`, … to their numbers.
fn numbered(count: i64) -> Map {
    let mut map = Map::new();
    for number in 0..count {
        assert_eq!(map.insert(key(&format!("k{number}")), value(number)), None);
    }
    map
}

#[test]
fn accessors() {
    let node = node("{n: null, b: true, i: 1, s: text, l: [1, 2], m: {x: y}}");
    assert!(node.get("n").unwrap().is_null());
    assert_eq!(node.get("b").unwrap().as_bool(), Some(true));
    assert_eq!(
        node.get("i").unwrap().as_number().unwrap().as_i64(),
        Some(1)
    );
    assert_eq!(node.get("s").unwrap().as_str(), Some("text"));
    assert_eq!(node.get("l").unwrap().as_list().unwrap().len(), 2);
    assert_eq!(node.get("m").unwrap().get("x").unwrap().as_str(), Some("y"));
    assert_eq!(node.get("x"), None);
    assert_eq!(node.get("s").unwrap().get("x"), None);
    let kinds: Vec<_> = node
        .as_map()
        .unwrap()
        .iter()
        .map(|it| it.value.kind())
        .collect();
    assert_eq!(
        kinds,
        [
            "null",
            "a boolean",
            "a number",
            "a string",
            "a list",
            "a map"
        ]
    );
}

#[test]
fn maps_of_any_size_find_their_keys() {
    for size in [0, 1, 15, 16, 17, 18, 1000] {
        let map = numbered(size);
        for number in 0..size {
            let found = map.get(&format!("k{number}")).unwrap();
            assert_eq!(found.as_number().unwrap().as_i64(), Some(number));
        }
        assert_eq!(map.get("k"), None);
        assert_eq!(map.get(&format!("k{size}")), None);
        assert_eq!(map.len(), usize::try_from(size).unwrap());
    }
}

#[test]
fn insert_replaces_at_the_old_position() {
    for size in [3, 40] {
        let mut map = numbered(size);
        let old = map.insert(key("k1"), value(-1)).unwrap();
        assert_eq!(old.value.as_number().unwrap().as_i64(), Some(1));
        assert_eq!(map.position("k1"), Some(1));
        assert_eq!(
            map.get("k1").unwrap().as_number().unwrap().as_i64(),
            Some(-1)
        );
        assert_eq!(map.keys().count(), usize::try_from(size).unwrap());
    }
}

#[test]
fn removing_keeps_the_order_and_the_index() {
    for size in [5, 40] {
        let mut map = numbered(size);
        assert!(map.remove("k1").is_some());
        assert!(map.remove("k1").is_none());
        map.retain(|key, _| !key.text.ends_with('3'));
        assert_eq!(map.keys().take(2).collect::<Vec<_>>(), ["k0", "k2"]);
        for (position, key) in map.keys().enumerate() {
            assert_eq!(map.position(key), Some(position));
        }
        assert!(!map.contains_key("k3"));
    }
}

#[test]
fn rename_keeps_position_and_place() {
    for size in [5, 40] {
        let mut map = numbered(size);
        assert!(map.rename("k2", "new"));
        assert_eq!(map.position("new"), Some(2));
        assert!(!map.contains_key("k2"));
        assert!(!map.rename("k2", "newer"), "there is no such key");
        assert!(!map.rename("k0", "k1"), "there is one already");
        assert!(map.contains_key("k0"));
    }
}

#[test]
fn changing_values() {
    let mut node = node("{a: [1], b: {c: 2}}");
    node.get_mut("a")
        .unwrap()
        .as_list_mut()
        .unwrap()
        .push(value(3));
    *node.pointer_mut("/b/c").unwrap() = value(4);
    for (_, value) in node.as_map_mut().unwrap().iter_mut() {
        if value.as_list().is_some() {
            value.as_list_mut().unwrap().remove(0);
        }
    }
    assert_eq!(written(&node), "{a: [3], b: {c: 4}}");
}

#[test]
fn same_value_ignores_places_and_order() {
    let left = node("{a: 1, b: [x, {c: null}]}");
    let right = node("b:\n- x\n- c: ~\na: 1\n");
    assert!(left.same_value(&right));
    assert_ne!(left, right);
    assert!(!left.same_value(&node("{a: 1, b: [{c: null}, x]}")));
    assert!(!left.same_value(&node("{a: 1}")));
    assert!(!node("1").same_value(&node("'1'")));
}

#[test]
fn pointers() {
    let node = node("{paths: {'/pets/{id}': {get: [a, b]}, m~n: 1, '': {'': 2}}, '0': x}");
    let at = |pointer| node.pointer(pointer).map(written);
    assert_eq!(at("").unwrap(), written(&node));
    assert_eq!(at("/paths/~1pets~1{id}/get/1").as_deref(), Some("\"b\""));
    assert_eq!(at("/paths/m~0n").as_deref(), Some("1"));
    assert_eq!(at("/paths//").as_deref(), Some("2"));
    assert_eq!(at("/0").as_deref(), Some("\"x\""));
    for nowhere in [
        "paths",
        "/nope",
        "/paths/~1pets~1{id}/get/2",
        "/paths/~1pets~1{id}/get/01",
        "/paths/~1pets~1{id}/get/+1",
        "/paths/~1pets~1{id}/get/-",
        "/0/x",
        "#/paths",
    ] {
        assert_eq!(at(nowhere), None, "{nowhere}");
    }
}

#[test]
fn steps_of_pointers() {
    for (key, step) in [("plain", "plain"), ("/a~b", "~1a~0b"), ("~1", "~01")] {
        assert_eq!(escape_step(key), step);
        assert_eq!(unescape_step(step), key);
    }
}

#[test]
fn numbers() {
    type Case = (&'static str, Option<i64>, Option<u64>, f64, &'static str);
    // As written; i64; u64; f64; as JSON.
    let cases: &[Case] = &[
        ("0", Some(0), Some(0), 0.0, "0"),
        ("-0", Some(0), Some(0), -0.0, "-0"),
        ("+7", Some(7), Some(7), 7.0, "7"),
        ("007", Some(7), Some(7), 7.0, "7"),
        ("-007.50", None, None, -7.5, "-7.50"),
        ("0o17", Some(15), Some(15), 15.0, "15"),
        ("0xfF", Some(255), Some(255), 255.0, "255"),
        ("1.", Some(1), Some(1), 1.0, "1"),
        ("1.e2", Some(100), Some(100), 100.0, "1e2"),
        (".5", None, None, 0.5, "0.5"),
        ("-.5e1", Some(-5), None, -5.0, "-0.5e1"),
        ("1.0", Some(1), Some(1), 1.0, "1.0"),
        ("1200e-2", Some(12), Some(12), 12.0, "1200e-2"),
        ("1e3", Some(1000), Some(1000), 1000.0, "1e3"),
        ("1e-1", None, None, 0.1, "1e-1"),
        (
            "9223372036854775807",
            Some(i64::MAX),
            Some(i64::MAX as u64),
            i64::MAX as f64,
            "9223372036854775807",
        ),
        (
            "-9223372036854775808",
            Some(i64::MIN),
            None,
            i64::MIN as f64,
            "-9223372036854775808",
        ),
        (
            "18446744073709551615",
            None,
            Some(u64::MAX),
            u64::MAX as f64,
            "18446744073709551615",
        ),
        (
            "18446744073709552000",
            None,
            None,
            18446744073709552000.0,
            "18446744073709552000",
        ),
        ("1e999", None, None, f64::MAX, "1e999"),
        ("-1e999", None, None, f64::MIN, "-1e999"),
        (
            "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            None,
            None,
            3.402823669209385e38,
            "3.402823669209385e38",
        ),
    ];
    for (text, i64, u64, f64, json) in cases {
        let number = Number::parse(text).unwrap();
        assert_eq!(number.as_str(), *text);
        assert_eq!(number.as_i64(), *i64, "{text}");
        assert_eq!(number.as_u64(), *u64, "{text}");
        assert_eq!(number.as_f64(), *f64, "{text}");
        assert_eq!(number.to_json_text(), *json, "{text}");
        serde_json::from_str::<serde_json::Value>(json)
            .map(drop)
            .unwrap_or_else(|error| {
                assert!(text.ends_with("e999"), "{text}: {error}");
            });
    }
    for text in [
        "", "-", "+", ".", "e1", "1e", "1e+", "0x", "0xG", "0o8", "-0x1", "1 ", "1_0", ".inf", "١",
    ] {
        assert_eq!(Number::parse(text), None, "{text}");
    }
}

#[test]
fn numbers_with_absurd_exponents_take_no_time() {
    for text in [
        "1e2147483648",
        "1e-99999999999",
        "0.0000001e2147483647",
        &format!("1{}", "0".repeat(100_000)),
    ] {
        let number = Number::parse(text).unwrap();
        assert_eq!(number.as_i64(), None);
        assert!(number.as_f64().is_finite());
    }
}

#[test]
fn to_json_and_back() {
    let text = r#"{"z":[1,-2,18446744073709551615,1.5,true,null,"é"],"a":{"k":{}}}"#;
    let node = Outcome::of("a.json", text).root().clone();
    assert_eq!(node.to_json().to_string(), text);
    assert!(Node::from_json(&node.to_json(), origin()).same_value(&node));
    let large = Outcome::of("a.json", "[18446744073709552000, 1e999]")
        .root()
        .to_json();
    assert_eq!(large, serde_json::json!([18446744073709552000.0, f64::MAX]));
    assert!(matches!(
        Node::from_json(&serde_json::json!(1), origin()).value,
        Value::Number(_)
    ));
}
