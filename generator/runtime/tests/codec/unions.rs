//! Which of several types a value is, and that no value is lost where it is none.

use std::time::{Duration, Instant};

use specsmith_runtime::{Blank, DecodeLimits, Slot, from_slice};

use crate::types::{Beast, Either, Mark, Mixed, Open, Outer, Pet, Priority, Round, Thing, Tree};
use crate::{read, round_trip, write};

fn variant(value: &impl std::fmt::Debug) -> String {
    let text = format!("{value:?}");
    text.split('(').next().unwrap_or_default().to_owned()
}

#[track_caller]
fn is<T: Slot + Blank + std::fmt::Debug>(json: &str, expected: &str) {
    let value: T = read(json).unwrap();
    assert_eq!(variant(&value), expected, "{json}");
    assert_eq!(write(&value), json);
}

#[test]
fn a_tag_tells() {
    for (json, expected) in [
        (r#"{"kind":"cat","lives":9}"#, "Cat"),
        (r#"{"kind":"lion","lives":1,"mane":true}"#, "Cat"),
        (r#"{"kind":"dog","friend":{"kind":"cat","lives":2}}"#, "Dog"),
        (r#"{"kind":"fish","fins":2}"#, "Unknown"),
        (r#"{"kind":7}"#, "Unknown"),
        ("\"cat\"", "Unknown"),
        ("null", "Unknown"),
    ] {
        is::<Pet>(json, expected);
        round_trip::<Pet>(json, json);
    }
}

/// Where any value is among the types, none is refused for the type that alone takes its kind.
#[test]
fn any_value_may_be_one_of_the_types() {
    for (json, expected) in [
        ("[\"a\"]", "Texts"),
        ("[true]", "Unknown"),
        (r#"{"thing":{"size":2.5}}"#, "Holder"),
        (r#"{"other":1}"#, "Unknown"),
        ("null", "Unknown"),
    ] {
        is::<Open>(json, expected);
        let outer: Outer = read(json).unwrap();
        assert_eq!(write(&outer), json);
    }
}

/// Values of no known tag are of the variant that is named for them, or of none.
#[test]
fn a_variant_takes_what_no_tag_tells() {
    for (json, expected) in [
        (r#"{"kind":"cat","lives":9}"#, "Cat"),
        (r#"{"kind":"fish","legs":0}"#, "Other"),
        (r#"{"legs":2,"size":1}"#, "Other"),
        (r#"{"kind":"fish","size":1.0}"#, "Unknown"),
        (r#"{"size":1.0}"#, "Unknown"),
        ("7", "Unknown"),
    ] {
        is::<Beast>(json, expected);
    }
}

#[test]
fn a_tag_may_stand_anywhere() {
    let cat: Pet = read(r#"{"lives":9,"x":[{"kind":"dog"}],"kind":"cat","y":1}"#).unwrap();
    assert_eq!(variant(&cat), "Cat");
    assert_eq!(
        write(&cat),
        r#"{"kind":"cat","lives":9,"x":[{"kind":"dog"}],"y":1}"#
    );
}

#[test]
fn what_is_wrong_behind_a_tag_is_an_error_with_its_place() {
    let json = r#"{"kind":"dog","friend":{"kind":"cat","lives":"nine"}}"#;
    let error = read::<Pet>(json).unwrap_err();
    assert_eq!(error.path(), "friend.lives");
    let error = read::<Pet>(r#"{"kind":"cat"}"#).unwrap_err();
    assert!(
        error.to_string().contains("missing field `lives`"),
        "{error}"
    );
}

#[test]
fn without_a_tag_the_tightest_type_is_taken() {
    for (json, expected) in [
        (r#"{"shape":"circle","size":1.5}"#, "Circle"),
        (r#"{"size":1.5,"shape":"square"}"#, "Sized"),
        (r#"{"size":1.5}"#, "Sized"),
        (r#"{"name":"a"}"#, "Loose"),
        ("{}", "Loose"),
        ("\"auto\"", "Mode"),
        ("\"other\"", "Text"),
        ("1", "Integer"),
        ("1.5", "Number"),
        (r#"["a"]"#, "Texts"),
        ("[1,2]", "Numbers"),
        ("[]", "Texts"),
        ("[true]", "Unknown"),
        ("true", "Unknown"),
    ] {
        is::<Thing>(json, expected);
        round_trip::<Thing>(json, json);
    }
}

#[test]
fn a_type_with_another_constant_is_not_taken() {
    for (json, round, mark) in [
        (r#"{"shape":"circle","size":1.5}"#, "Circle", "Marked"),
        (r#"{"size":1.5,"shape":"square"}"#, "Sized", "Sized"),
        (r#"{"size":1.5,"shape":1}"#, "Sized", "Sized"),
        (r#"{"size":1.5}"#, "Sized", "Marked"),
    ] {
        is::<Round>(json, round);
        is::<Mark>(json, mark);
    }
    for json in [r#"{"shape":"circle","size":1.5}"#, "[1]"] {
        let value: Round = read(json).unwrap();
        assert_eq!(value.clone(), value);
    }
}

#[test]
fn the_only_type_of_a_kind_is_read_as_it_comes() {
    is::<Either>(r#"{"thing":{"size":2.5}}"#, "Holder");
    is::<Either>("\"text\"", "Text");
    is::<Either>("[1]", "Unknown");
    let error = read::<Either>(r#"{"other":1}"#).unwrap_err();
    assert!(
        error.to_string().contains("missing field `thing`"),
        "{error}"
    );
}

#[test]
fn constants_of_other_kinds() {
    for (json, expected) in [("1", Priority::Low), ("3", Priority::High)] {
        assert_eq!(read::<Priority>(json).unwrap(), expected);
        assert_eq!(write(&expected), json);
    }
    assert_eq!(write(&read::<Priority>("-7").unwrap()), "-7");
    for (json, expected) in [
        ("true", Mixed::On),
        ("0.5", Mixed::Half),
        ("\"word\"", Mixed::Word),
    ] {
        assert_eq!(read::<Mixed>(json).unwrap(), expected);
        assert_eq!(write(&expected), json);
    }
    for json in ["false", "[1]", "{\"a\":null}", "null"] {
        assert_eq!(write(&read::<Mixed>(json).unwrap()), json);
    }
}

/// Each level has two types that fit, and each of them the level below.
#[test]
fn unions_in_unions_take_no_time() {
    let depth = 100;
    let json = format!(
        "{}{{\"right\":true}}{}",
        "{\"below\":".repeat(depth),
        "}".repeat(depth)
    );
    let start = Instant::now();
    let tree: Tree = from_slice(json.as_bytes(), &DecodeLimits::DEFAULT).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(write(&tree), json);
}

#[test]
fn nesting_has_its_limit_in_unions_too() {
    let json = format!(
        "{}1{}",
        "{\"kind\":\"dog\",\"friend\":".repeat(200),
        "}".repeat(200)
    );
    let error = read::<Pet>(&json).unwrap_err();
    assert!(error.to_string().contains("nested deeper"), "{error}");
    let json = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read::<Thing>(&json).is_err());
}
