//! Enums of which the schema lists the constants, in the words of a generated crate: one that it
//! does not list decodes, is kept and is sent as it is.

use std::collections::HashSet;

use crate::runtime::{self, Blank, DecodeLimits, Slot, encode, from_slice};

enum Kind {
    Mobile,
    Unknown(runtime::UnknownValue),
}

implement_text!(Kind { Mobile: "mobile" });

enum Size {
    Two,
    Unknown(runtime::UnknownInteger),
}

implement_integer!(Size { Two: 2 });

enum Auto {
    Auto,
    Unknown(runtime::UnknownConstant),
}

implement_mixed!(Auto {
    Auto: runtime::View::Str("auto")
});

/// `json` decodes, through both doors, and is written as it was.
fn kept<T>(json: &str) -> T
where
    T: Slot + Blank + serde::Serialize + for<'de> serde::Deserialize<'de> + PartialEq,
{
    let value: T = from_slice(json.as_bytes(), &DecodeLimits::DEFAULT).unwrap();
    assert_eq!(encode(&value).unwrap(), json.as_bytes());
    let other: T = serde_json::from_str(json).unwrap();
    assert!(other == value, "{json}");
    assert_eq!(serde_json::to_string(&other).unwrap(), json);
    value
}

#[test]
fn listed_constants_become_their_variants() {
    assert_eq!(kept::<Kind>(r#""mobile""#), Kind::Mobile);
    assert_eq!(kept::<Size>("2"), Size::Two);
    assert_eq!(kept::<Auto>(r#""auto""#), Auto::Auto);
}

#[test]
fn they_are_compared_and_printed_by_what_is_sent() {
    let printed = format!("{:?} {:?} {:?}", Kind::Mobile, Size::Two, Auto::Auto);
    assert_eq!(printed, r#""mobile" 2 "auto""#);
    assert_ne!(Kind::Mobile, Kind::from("pager"));
    let kinds = HashSet::from([Kind::Mobile, Kind::from("pager"), Kind::from("mobile")]);
    let sizes = HashSet::from([Size::Two, Size::from(3), Size::from(2)]);
    assert_eq!((kinds.len(), sizes.len()), (2, 2));
}

#[test]
fn copies_are_the_same() {
    for kind in [Kind::Mobile, Kind::from("pager")] {
        assert_eq!(kind.clone(), kind);
    }
    for auto in [Auto::Auto, Auto::from(runtime::Value::Null)] {
        assert_eq!(auto.clone(), auto);
    }
    assert_ne!(Auto::Auto, Auto::from(runtime::Value::Null));
    let size = Size::from(3);
    assert_eq!((size, size), (Size::from(3), Size::from(3)));
}

#[test]
fn others_are_kept_and_written_as_they_were() {
    assert!(matches!(kept(r#""pa\"ger""#), Kind::Unknown(value) if value.as_str() == "pa\"ger"));
    assert!(matches!(kept("-3"), Size::Unknown(number) if number.get() == -3));
    let own = r#"{"a":[1]}"#;
    assert!(matches!(kept(own), Auto::Unknown(value) if value.get().to_string() == own));
}
