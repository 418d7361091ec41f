//! Formats that are most likely meant to be others.

use expect_test::expect;

use crate::made::{Made, demo};

const DESCRIPTION: &str = "openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    A:
      type: object
      properties:
        made: {type: string, format: datetime}
        sold: {type: string, format: datetime}
        took: {type: string, format: durration}
        from: {type: string, format: IPv4, maxLength: 15}
        link: {type: string, format: url}
        known: {type: string, format: date-time}
        other: {type: string, format: guid}
        large: {type: string, format: decimal128}
";

#[test]
fn near_misses_of_formats_with_types() {
    let Made { findings, .. } = demo(DESCRIPTION, "");
    expect![[r#"
        warning[unknown-format]: `format: datetime` is not known here; it is read as text
         --> api.yaml:9:15
          |
        9 |         made: {type: string, format: datetime}
          |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: did you mean `date-time`?

        warning[unknown-format]: `format: durration` is not known here; it is read as text
          --> api.yaml:11:15
           |
        11 |         took: {type: string, format: durration}
           |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           = help: did you mean `duration`?

        warning[unknown-format]: `format: IPv4` is not known here; it is read as text
          --> api.yaml:12:15
           |
        12 |         from: {type: string, format: IPv4, maxLength: 15}
           |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           = help: did you mean `ipv4`?
    "#]]
    .assert_eq(&findings);
}

/// A format that is taken as text anyway is not looked for.
#[test]
fn formats_without_types_are_not_suggested() {
    let more = "[sdk.formats]\ndate-time = \"string\"\nduration = \"string\"\nipv4 = \"string\"\n";
    let Made { findings, .. } = demo(DESCRIPTION, more);
    assert_eq!(findings, "");
}
