//! The comparison of the test that generated crates have for the examples of their description.

#[path = "../../../../templates/rust/tests/examples/formats.rs"]
mod formats;
#[path = "../../../../templates/rust/tests/examples/round_trip.rs"]
mod round_trip;

use std::fs;

use serde_json::{Value, json};
use specsmith_runtime as runtime;

use crate::types::{Closed, Node, Numbers, Presence};
use round_trip::{Type, Used, read, round_trip};

const PRESENCE: Type = Type {
    name: "Presence",
    read: read::<Presence>,
};
const NUMBERS: Type = Type {
    name: "Numbers",
    read: read::<Numbers>,
};
const NODE: Type = Type {
    name: "Node",
    read: read::<Node>,
};
const CLOSED: Type = Type {
    name: "Closed",
    read: read::<Closed>,
};
const MOMENTS: Type = Type {
    name: "Vec<jiff::Timestamp>",
    read: read::<Vec<Moment>>,
};

/// A moment as a library writes it: in UTC, without zeros at the end.
#[derive(Default)]
struct Moment(String);

impl runtime::Blank for Moment {
    fn blank() -> Self {
        Self::default()
    }
}

impl runtime::Text for Moment {
    fn set(&mut self, text: &str) -> Result<(), &'static str> {
        let moment: jiff::Timestamp = text.parse().map_err(|_| "a date-time")?;
        self.0 = moment.to_string();
        Ok(())
    }

    fn print(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl runtime::Slot for Moment {
    fn target(&mut self) -> runtime::Target<'_> {
        runtime::Target::Text(self)
    }

    fn view(&self) -> runtime::View<'_> {
        runtime::View::Text(self)
    }
}

#[test]
fn what_differs_is_counted_apart_or_missed() {
    let used = |nulls, numbers, formats| {
        Ok(Used {
            nulls,
            numbers,
            formats,
        })
    };
    let missed = |problem: &str| Err(problem.to_owned());
    let cases = [
        (
            &PRESENCE,
            json!({"required": "a", "required_nullable": null, "patch": null, "new": [null]}),
            used(0, 0, 0),
        ),
        // The field of a received record that is declared so has no `null` of its own.
        (
            &NODE,
            json!({"label": null}),
            missed("/label: null is lost"),
        ),
        (
            &NUMBERS,
            json!({"f64": 60, "any": 1.0, "i64": 2.0}),
            used(0, 2, 0),
        ),
        (&NUMBERS, json!({"f32": 0.123_456_789_012}), used(0, 0, 1)),
        (
            &MOMENTS,
            json!(["2026-01-31T13:00:00.50+01:00", "2026-01-31T12:00:00.5Z"]),
            used(0, 0, 1),
        ),
        (
            &CLOSED,
            json!({"field": 1, "other": 2}),
            missed("/other: 2 is lost"),
        ),
        (
            &MOMENTS,
            json!(["now"]),
            missed("[0]: invalid value: string \"now\", expected a date-time at line 1 column 6"),
        ),
    ];
    for (ty, value, expected) in cases {
        assert_eq!(round_trip(&value, ty, &["Presence"]), expected, "{value}");
    }
}

#[test]
fn only_a_received_record_loses_null() {
    for (only_received, expected) in [
        (
            &["Optional"][..],
            Ok(Used {
                nulls: 1,
                ..Used::default()
            }),
        ),
        (&[][..], Err("/patch: null is lost".to_owned())),
    ] {
        let ty = Type {
            name: "Optional",
            read: read::<Optional>,
        };
        let value = json!({"patch": null});
        assert_eq!(round_trip(&value, &ty, only_received), expected);
    }
}

/// A received record: it does not tell `null` from nothing.
#[derive(Default)]
struct Optional {
    patch: Option<String>,
}

impl runtime::Record for Optional {
    fn blank() -> Self {
        Self::default()
    }

    fn table(&self) -> runtime::Table {
        const FIELDS: &[runtime::Field] = &[runtime::Field::Nullable("patch")];
        runtime::Table {
            name: "Optional",
            fields: FIELDS,
        }
    }

    fn slot(&mut self, index: usize) -> Option<&mut dyn runtime::Slot> {
        (index == 0).then_some(&mut self.patch as &mut dyn runtime::Slot)
    }

    fn get(&self, index: usize) -> Option<&dyn runtime::Slot> {
        (index == 0).then_some(&self.patch as &dyn runtime::Slot)
    }
}

#[test]
fn a_formatted_string_is_what_it_means() {
    for (one, other, expected) in [
        ("2024-02-29T23:59:59Z", "2024-03-01T00:59:59+01:00", true),
        (
            "1999-12-31T23:00:00-01:00",
            "2000-01-01T00:00:00.000Z",
            true,
        ),
        ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.1Z", false),
        ("2024-02-29T23:59:59Z", "2024-02-29T23:59:58Z", false),
        ("PT36H", "P0DT35H60M", true),
        ("P1W", "P7D", true),
        ("P1M", "PT1M", false),
        (
            "urn:uuid:123E4567-E89B-12D3-A456-426614174000",
            "123e4567-e89b-12d3-a456-426614174000",
            true,
        ),
        (
            "123e4567-e89b-12d3-a456-426614174001",
            "123e4567-e89b-12d3-a456-426614174000",
            false,
        ),
        ("2001:DB8:0::1", "2001:db8::1", true),
        ("YQ", "YQ==", true),
        ("YQ==", "Yg==", false),
    ] {
        assert_eq!(formats::is_same(one, other), expected, "{one} and {other}");
        assert_eq!(formats::is_same(other, one), expected, "{other} and {one}");
    }
}

#[test]
fn a_file_of_examples_fails_for_those_that_are_missed() {
    let folder = std::env::temp_dir().join(format!("specsmith-examples-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for (name, value, expected) in [
        ("good", json!({"field": 1}), Ok(())),
        (
            "bad",
            json!({"other": 1}),
            Err("1 examples are not written as they were read".to_owned()),
        ),
    ] {
        let lines: Value = json!([{"place": "#/x", "type": 0, "value": value}]);
        let file = folder.join(name);
        fs::write(&file, lines.to_string()).expect("a file");
        let done = round_trip::all(&file.to_string_lossy(), &[CLOSED], &[]);
        assert_eq!(done.map_err(|error| error.to_string()), expected);
    }
    fs::remove_dir_all(&folder).expect("the folder");
}
