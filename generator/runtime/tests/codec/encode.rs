//! What is written, and what `Debug` shows.

use serde_json::json;
use specsmith_runtime::{Map, Value, encode};

use crate::types::{Contact, Credentials, Node, Numbers, Presence, Quoted};
use crate::{read, write};

#[test]
fn writes_strings_as_serde_json_does() {
    let every: String = (0..0x250).filter_map(char::from_u32).collect();
    let mut texts: Vec<String> = every.chars().map(String::from).collect();
    // A character to escape at each place of words of eight bytes and of what is left.
    for length in 0..20 {
        for place in 0..=length {
            let (before, behind) = ("a".repeat(place), "é".repeat(length - place));
            texts.extend(
                ["", "\"", "\\", "\n", "\u{1}", "\u{7f}"].map(|c| before.clone() + c + &behind),
            );
        }
    }
    texts.extend([every, "\u{2028}😀\u{fffd}".to_owned()]);
    for text in texts {
        assert_eq!(write(&text), serde_json::to_string(&text).unwrap());
        let map: Map<Value> = Map::from([(text.as_str(), text.as_str())]);
        assert_eq!(write(&map), json!({ text.as_str(): text }).to_string());
    }
}

#[test]
fn writes_free_values_as_serde_json_does() {
    let value = json!({"a": [], "b": {}, "c": [1, -2, 0.5, 1e300, null, true, "x\"y", [[{}]]], "": u64::MAX});
    assert_eq!(write(&value), value.to_string());
    assert_eq!(write(&Value::Null), "null");
    let numbers: Numbers = read(r#"{"f32":16777216,"f64":-0.0,"any":-0.0}"#).unwrap();
    assert_eq!(
        write(&numbers),
        r#"{"f32":16777216.0,"f64":-0.0,"any":-0.0}"#
    );
}

#[test]
fn writes_empty_objects_and_lists() {
    assert_eq!(write(&read::<Node>("{}").unwrap()), "{}");
    assert_eq!(
        write(&read::<Node>(r#"{"children":[{}],"next":{}}"#).unwrap()),
        r#"{"next":{},"children":[{}]}"#
    );
    assert_eq!(write(&Vec::<i64>::new()), "[]");
    assert_eq!(write(&Map::<i64>::new()), "{}");
}

#[test]
fn writes_each_key_once() {
    let mut value: Presence =
        read(r#"{"required":"a","required_nullable":null,"patch":null}"#).unwrap();
    for key in ["required", "required_nullable", "patch", "optional", "new"] {
        value.extra.as_map_mut().insert(key, 1.into());
    }
    let expected = r#"{"required":"a","required_nullable":null,"patch":null,"optional":1,"new":1}"#;
    assert_eq!(write(&value), expected);
    assert_eq!(serde_json::to_string(&value).unwrap(), expected);
}

#[test]
fn escapes_the_keys_of_fields() {
    let json = r#"{"a\"b\\c\n":"x","d":1,"e\t":[]}"#;
    let value: Quoted = read(json).unwrap();
    assert_eq!((&*value.first, value.second), ("x", Some(1)));
    assert_eq!(write(&value), json);
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
}

#[test]
fn refuses_numbers_that_json_has_no_word_for() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let map: Map<Vec<f64>> = Map::from([("a", vec![0.0, number])]);
        let error = encode(&map).unwrap_err();
        assert_eq!(error.to_string(), "a[1]: a number that is not finite");
        assert_eq!(encode(&(number as f32)).unwrap_err().path(), "");
    }
    let numbers = Numbers {
        f64: Some(f64::NAN),
        ..read("{}").unwrap()
    };
    assert_eq!(encode(&numbers).unwrap_err().path(), "f64");
    assert!(serde_json::to_string(&numbers).is_err());
}

#[test]
fn shows_all_but_secrets() {
    let secret: Credentials = read(r#"{"user":"u","pass word":"hunter2","x":[1]}"#).unwrap();
    assert_eq!(
        format!("{secret:?}"),
        r#"Credentials { user: "u", pass word: [redacted], extra: {"x": [1]} }"#
    );
    let contact: Contact = read(
        r#"{"id":"1","phone_numbers":[{"type":"fax"},{"type":"pager"}],"custom_fields":{"a":null},"score":0.5}"#,
    )
    .unwrap();
    assert_eq!(
        format!("{contact:?}"),
        r#"Contact { id: "1", custom_fields: {"a": null}, phone_numbers: [PhoneNumber { type: "fax" }, PhoneNumber { type: "pager" }], score: 0.5 }"#
    );
}

#[test]
fn compares_by_value() {
    let read = |json: &str| read::<Contact>(json).unwrap();
    let one = r#"{"id":"1","tags":[{"id":"a"}],"x":1,"y":2}"#;
    assert_eq!(
        read(one),
        read(r#"{"y":2,"x":1,"tags":[{"id":"a"}],"id":"1"}"#)
    );
    for other in [
        r#"{"id":"2","tags":[{"id":"a"}],"x":1,"y":2}"#,
        r#"{"id":"1","tags":[{"id":"a"},{}],"x":1,"y":2}"#,
        r#"{"id":"1","tags":[{"id":"b"}],"x":1,"y":2}"#,
        r#"{"id":"1","x":1,"y":2}"#,
        r#"{"id":"1","tags":[{"id":"a"}],"x":1}"#,
        r#"{"id":"1","tags":[{"id":"a"}],"x":1,"y":3}"#,
        r#"{"id":"1","tags":[{"id":"a"}],"name":"","x":1,"y":2}"#,
    ] {
        assert_ne!(read(one), read(other), "{other}");
    }
}
