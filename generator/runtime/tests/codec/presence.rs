//! What is absent, what is null, and what has a value.

use specsmith_runtime::{Map, Patch, Value};

use crate::types::{Mode, Numbers, Presence};
use crate::{read, refused, round_trip};

/// Any value may be null, which is not nothing.
#[test]
fn a_place_for_any_value_knows_null() {
    for (json, expected) in [
        ("{}", None),
        (r#"{"any":null}"#, Some(Value::Null)),
        (r#"{"any":1}"#, Some(Value::from(1))),
    ] {
        assert_eq!(read::<Numbers>(json).unwrap().any, expected);
        round_trip::<Numbers>(json, json);
    }
}

#[test]
fn keeps_absent_null_and_value_apart() {
    let table = [
        (r#"{"required":"a","required_nullable":null}"#, ""),
        (r#"{"required":"a","required_nullable":"b"}"#, ""),
        (
            r#"{"required":"a","required_nullable":null,"patch":null}"#,
            "",
        ),
        (
            r#"{"required":"a","required_nullable":null,"patch":"b"}"#,
            "",
        ),
        (
            r#"{"required":"a","required_nullable":null,"list":[1,null,3]}"#,
            "",
        ),
        (r#"{"required":"a","required_nullable":null,"list":[]}"#, ""),
        (
            r#"{"required":"a","required_nullable":null,"map":{"x":true,"y":null}}"#,
            "",
        ),
        (r#"{"required":"a","required_nullable":null,"map":{}}"#, ""),
        // An optional field knows a value or none.
        (
            r#"{"required":"a","required_nullable":null,"optional":null}"#,
            r#"{"required":"a","required_nullable":null}"#,
        ),
    ];
    for (json, expect) in table {
        round_trip::<Presence>(json, if expect.is_empty() { json } else { expect });
    }
}

#[test]
fn names_all_missing_fields() {
    refused::<Presence>("{}", "", "missing fields `required`, `required_nullable`");
    refused::<Presence>(
        r#"{"required":"a"}"#,
        "",
        "missing field `required_nullable`",
    );
    refused::<Presence>(
        r#"{"required":null,"required_nullable":"a"}"#,
        "required",
        "invalid type: null, expected a string",
    );
}

#[test]
fn reads_patches() {
    let patch = |json: &str| {
        let json = format!(r#"{{"required":"","required_nullable":""{json}}}"#);
        read::<Presence>(&json).unwrap().patch
    };
    assert_eq!(patch(""), Patch::Absent);
    assert_eq!(patch(r#","patch":null"#), Patch::Null);
    assert_eq!(patch(r#","patch":"x""#), Patch::Value("x".to_owned()));
}

#[test]
fn makes_patches_of_what_callers_have() {
    fn of<T>(value: impl Into<Patch<T>>) -> Patch<T> {
        value.into()
    }
    assert_eq!(of::<String>("a"), Patch::Value("a".to_owned()));
    assert_eq!(of::<String>(&"a".to_owned()), Patch::Value("a".to_owned()));
    assert_eq!(of::<String>("a".to_owned()), Patch::Value("a".to_owned()));
    assert_eq!(of::<String>(Patch::Null), Patch::Null);
    assert_eq!(of::<Mode>("auto"), Patch::Value(Mode::Auto));
    assert_eq!(of::<Mode>(Patch::Null), Patch::Null);
    assert_eq!(of::<Mode>(None), Patch::Null);
    assert_eq!(of::<i64>(Some(1)), Patch::Value(1));
    assert_eq!(of::<i64>(None), Patch::Null);
    assert_eq!(of::<Box<i64>>(1), Patch::Value(Box::new(1)));
    assert_eq!(
        of::<Vec<String>>(["a", "b"]),
        Patch::Value(vec!["a".into(), "b".into()])
    );
    assert_eq!(of::<Vec<i64>>(vec![1]), Patch::Value(vec![1]));
    assert_eq!(of::<Vec<i64>>(&[1, 2][..]), Patch::Value(vec![1, 2]));
    let map: Patch<Map<Value>> = of([("a", 1), ("b", 2)]);
    assert_eq!(
        map.value().and_then(|map| map.get("b")),
        Some(&Value::from(2))
    );
}

#[test]
fn answers_about_patches() {
    let (absent, null, value) = (Patch::<i64>::Absent, Patch::<i64>::Null, Patch::Value(1));
    assert_eq!(
        [absent.is_absent(), null.is_absent(), value.is_absent()],
        [true, false, false]
    );
    assert_eq!(
        [absent.is_null(), null.is_null(), value.is_null()],
        [false, true, false]
    );
    assert_eq!(
        [absent.value(), null.value(), value.value()],
        [None, None, Some(&1)]
    );
    assert_eq!([absent.as_option(), null.as_option()], [None, Some(None)]);
    assert_eq!(value.as_option(), Some(Some(&1)));
    assert_eq!(value.into_value(), Some(1));
    assert_eq!(Patch::<i64>::default(), Patch::Absent);
}
