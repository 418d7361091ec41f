//! What is read, and what is said of what cannot be.

use specsmith_runtime::{DecodeLimits, Value, from_slice};

use crate::types::{Closed, Contact, Day, Node, Numbers, PhoneNumberType, Wide};
use crate::{read, refused, round_trip, write};

#[test]
fn keeps_what_it_does_not_know() {
    round_trip::<Contact>(
        r#"{"id":"1","zeta":1,"name":"Jane","alpha":{"b":[1,null],"a":{}},"mid":null}"#,
        r#"{"id":"1","name":"Jane","zeta":1,"alpha":{"b":[1,null],"a":{}},"mid":null}"#,
    );
    round_trip::<Contact>(
        r#"{"id":"1","phone_numbers":[{"type":"pager","new":true},{"type":"fax"}]}"#,
        r#"{"id":"1","phone_numbers":[{"type":"pager","new":true},{"type":"fax"}]}"#,
    );
    let contact: Contact = read(r#"{"id":"1","zeta":1,"alpha":2}"#).unwrap();
    assert_eq!(
        contact.extra.as_map().keys().collect::<Vec<_>>(),
        ["zeta", "alpha"]
    );
}

#[test]
fn takes_the_last_of_unknown_keys_and_refuses_known_ones_twice() {
    round_trip::<Contact>(
        r#"{"id":"1","x":1,"y":2,"x":3}"#,
        r#"{"id":"1","x":3,"y":2}"#,
    );
    refused::<Contact>(r#"{"id":"1","id":"2"}"#, "", "duplicate field `id`");
}

#[test]
fn reads_fields_in_any_order() {
    let forward: Contact = read(r#"{"id":"1","name":"a","title":"b","version":3}"#).unwrap();
    let backward: Contact = read(r#"{"version":3,"title":"b","name":"a","id":"1"}"#).unwrap();
    assert_eq!(forward, backward);
    let escaped: Contact = read(r#"{"i\u0064":"1","name":"a","title":"b","version":3}"#).unwrap();
    assert_eq!(forward, escaped);
}

#[test]
fn drops_what_a_closed_type_does_not_have() {
    let closed: Closed = read(r#"{"a":[[{"b":1e5}]],"field":1,"c":"\n","d":-1}"#).unwrap();
    assert_eq!(closed, Closed { field: Some(1) });
    let error = read::<Closed>(r#"{"a":[[}"#).unwrap_err();
    assert_eq!(error.path(), "a");
}

#[test]
fn opens_enumerations() {
    let contact: Contact = read(r#"{"id":"","phone_numbers":[{"type":"pager"}]}"#).unwrap();
    let kind = contact.phone_numbers.unwrap()[0].r#type.clone().unwrap();
    assert_eq!(kind, PhoneNumberType::from("pager"));
    assert!(matches!(kind, PhoneNumberType::Unknown(value) if value.as_str() == "pager"));
    assert_eq!(PhoneNumberType::from("fax"), PhoneNumberType::Fax);
}

#[test]
fn reads_texts_that_are_parsed() {
    let node: Node = read(r#"{"day":"day 3"}"#).unwrap();
    assert_eq!(node.day, Some(Day(3)));
    assert_eq!(write(&node), r#"{"day":"day 3"}"#);
    refused::<Node>(
        r#"{"day":"3"}"#,
        "day",
        r#"invalid value: string "3", expected a day"#,
    );
}

#[test]
fn reads_numbers_into_their_width() {
    round_trip::<Numbers>(
        r#"{"i8":-128,"i64":-9223372036854775808,"u8":255,"u64":18446744073709551615}"#,
        r#"{"i8":-128,"i64":-9223372036854775808,"u8":255,"u64":18446744073709551615}"#,
    );
    // Whole in JSON Schema, whatever the notation.
    round_trip::<Numbers>(
        r#"{"i8":1.0,"u64":1e2,"f64":1}"#,
        r#"{"i8":1,"u64":100,"f64":1.0}"#,
    );
    round_trip::<Numbers>(
        r#"{"f32":0.1,"f64":0.1,"any":0.1}"#,
        r#"{"f32":0.1,"f64":0.1,"any":0.1}"#,
    );
    // Would come out as …4 without correct rounding.
    round_trip::<Numbers>(
        r#"{"f64":51.24817837550540}"#,
        r#"{"f64":51.2481783755054}"#,
    );
    let range = "expected a whole number within the range of the field";
    refused::<Numbers>(
        r#"{"i8":128}"#,
        "i8",
        &format!("invalid value: integer `128`, {range}"),
    );
    refused::<Numbers>(
        r#"{"u8":-1}"#,
        "u8",
        &format!("invalid value: integer `-1`, {range}"),
    );
    refused::<Numbers>(
        r#"{"i64":9223372036854775808}"#,
        "i64",
        &format!("invalid value: integer `9223372036854775808`, {range}"),
    );
    refused::<Numbers>(
        r#"{"i8":1.5}"#,
        "i8",
        "invalid value: floating point `1.5`, expected a whole number",
    );
    refused::<Numbers>(
        r#"{"f32":1e39}"#,
        "f32",
        "invalid value: floating point `1e+39`, expected a number within the range of the field",
    );
    refused::<Numbers>(
        r#"{"f64":"1"}"#,
        "f64",
        "invalid type: string \"1\", expected a number",
    );
    assert!(read::<Numbers>(r#"{"u64":18446744073709551616}"#).is_err());
    assert!(read::<Numbers>(r#"{"f64":1e999}"#).is_err());
}

#[test]
fn says_where_it_failed() {
    let table = [
        (
            r#"{"id":1}"#,
            "id",
            "invalid type: integer `1`, expected a string",
            (1, 7),
        ),
        (
            r#"[]"#,
            "",
            "invalid type: sequence, expected an object (Contact)",
            (1, 0),
        ),
        (
            "{\"id\":\"\",\n\"phone_numbers\":[{},{\"type\":[]}]}",
            "phone_numbers[1].type",
            "invalid type: sequence, expected a string",
            (2, 28),
        ),
        (
            r#"{"id":"","custom_fields":{"a b":{"c":[1,}}}"#,
            r#"custom_fields["a b"].c[1]"#,
            "expected value",
            (1, 41),
        ),
        (
            r#"{"id":"","unknown":{"x":tru}}"#,
            "unknown.x",
            "expected ident",
            (1, 28),
        ),
        (
            r#"{"id":"","tags":{}}"#,
            "tags",
            "invalid type: map, expected an array",
            (1, 16),
        ),
        (r#"{"id":"","#, "", "EOF while parsing a value", (1, 9)),
        ("", "", "EOF while parsing a value", (1, 0)),
        (r#"{"id":""} x"#, "", "trailing characters", (1, 11)),
    ];
    for (json, path, message, place) in table {
        let error = read::<Contact>(json).expect_err(json);
        assert_eq!((error.path(), error.message()), (path, message), "{json}");
        assert_eq!((error.line(), error.column()), place, "{json}");
    }
    let error = read::<Contact>(r#"{"id":1}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "id: invalid type: integer `1`, expected a string at line 1 column 7"
    );
}

#[test]
fn refuses_what_is_not_utf8() {
    let error = from_slice::<Value>(b"[1,\n \"\xFF\"]", &DecodeLimits::DEFAULT).unwrap_err();
    assert_eq!(error.to_string(), "not UTF-8 at line 2 column 3");
}

#[test]
fn takes_a_byte_order_mark() {
    assert_eq!(read::<Vec<i64>>("\u{feff}[1]").unwrap(), [1]);
}

#[test]
fn counts_more_fields_than_a_word_has_bits() {
    let entries: Vec<String> = (0..Wide::WIDTH)
        .map(|index| format!("\"f{index}\":{index}"))
        .collect();
    let json = format!("{{{}}}", entries.join(","));
    assert_eq!(write(&read::<Wide>(&json).unwrap()), json);
    let some = |skip: &[usize]| {
        let kept = entries
            .iter()
            .enumerate()
            .filter(|(index, _)| !skip.contains(index));
        format!(
            "{{{}}}",
            kept.map(|(_, entry)| entry.as_str())
                .collect::<Vec<_>>()
                .join(",")
        )
    };
    for (skip, message) in [
        (&[0][..], "missing field `f0`"),
        (&[63, 64], "missing fields `f63`, `f64`"),
        (&[127, 128, 199], "missing fields `f127`, `f128`, `f199`"),
    ] {
        assert_eq!(read::<Wide>(&some(skip)).unwrap_err().message(), message);
    }
    let twice = json.replace("\"f1\":", "\"f199\":");
    assert_eq!(
        read::<Wide>(&twice).unwrap_err().message(),
        "duplicate field `f199`"
    );
}
