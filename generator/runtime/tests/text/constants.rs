//! Enums of which the schema lists the constants, in the words of a generated crate: one that it
//! does not list decodes, is kept and is sent as it is.

use std::collections::HashSet;

use crate::runtime::{self, Blank, DecodeLimits, Slot, encode, from_slice};

#[derive(Clone)]
enum Kind {
    Mobile,
    Unknown(runtime::UnknownValue),
}

impl Kind {
    const VALUES: &'static [&'static str] = &["mobile"];

    fn as_str(&self) -> &str {
        match self {
            Self::Mobile => "mobile",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Kind {
    fn from(text: &str) -> Self {
        match text {
            "mobile" => Self::Mobile,
            _ => Self::Unknown(runtime::UnknownValue::new(text)),
        }
    }
}

implement_text!(Kind);

#[derive(Clone, Copy)]
enum Size {
    Two,
    Unknown(runtime::UnknownInteger),
}

impl Size {
    fn as_i64(self) -> i64 {
        match self {
            Self::Two => 2,
            Self::Unknown(number) => number.get(),
        }
    }
}

impl From<i64> for Size {
    fn from(number: i64) -> Self {
        match number {
            2 => Self::Two,
            _ => Self::Unknown(runtime::UnknownInteger::new(number)),
        }
    }
}

implement_integer!(Size);

#[derive(Clone, PartialEq)]
enum Auto {
    Auto,
    Unknown(runtime::UnknownConstant),
}

impl Auto {
    const VALUES: &'static [Self] = &[Self::Auto];
}

impl Slot for Auto {
    fn target(&mut self) -> runtime::Target<'_> {
        runtime::Target::Constant(self)
    }

    fn view(&self) -> runtime::View<'_> {
        match self {
            Self::Auto => runtime::View::Str("auto"),
            Self::Unknown(value) => runtime::View::Any(value.get()),
        }
    }
}

implement_mixed!(Auto);

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
fn others_are_kept_and_written_as_they_were() {
    assert!(matches!(kept(r#""pa\"ger""#), Kind::Unknown(value) if value.as_str() == "pa\"ger"));
    assert!(matches!(kept("-3"), Size::Unknown(number) if number.get() == -3));
    let own = r#"{"a":[1]}"#;
    assert!(matches!(kept(own), Auto::Unknown(value) if value.get().to_string() == own));
}
