//! Faults that are common in real descriptions: what they are read as.

use expect_test::expect;

use crate::{HEAD, check_findings, check_schemas};

#[test]
fn numbers_out_of_range() {
    let schemas = "
Unsigned: {type: integer, minimum: 0, maximum: 18446744073709552000}
Signed: {type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000}
Format: {type: integer, format: uint64, maximum: 18446744073709552000}
Fine: {type: integer, minimum: -9223372036854775808, maximum: 9223372036854775807}
Open: {type: integer, maximum: 9223372036854776000}
Rounded: {type: integer, format: int64, maximum: 9223372036854776000}
Float: {type: number, minimum: -1e300, maximum: 1e400, multipleOf: 0}
Text: {type: string, minLength: -1, maxLength: 99999999999999999999}
";
    check_schemas(
        schemas,
        &expect![[r#"
        Unsigned: {"type":"integer","minimum":0,"maximum":18446744073709551615}
        Signed: {"type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807}
        Format: {"type":"integer","format":"uint64","maximum":18446744073709551615}
        Fine: {"type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807}
        Open: {"type":"integer","maximum":9223372036854776000}
        Rounded: {"type":"integer","format":"int64","maximum":9223372036854775807}
        Float: {"type":"number","minimum":-1e+300}
        Text: {"type":"string"}
    "#]],
    );
    let text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:{}",
        schemas.replace('\n', "\n    ")
    );
    check_findings(
        &text,
        &expect![[r#"
        warning[number-range]: `maximum` is beyond 64 bits; it is read as `18446744073709551615`
         --> api.yaml:6:52
          |
        6 |     Unsigned: {type: integer, minimum: 0, maximum: 18446744073709552000}
          |                                                    ^^^^^^^^^^^^^^^^^^^^
          = help: write `18446744073709551615`, or leave the keyword out

        warning[number-range]: `minimum` is beyond 64 bits; it is read as `-9223372036854775808`
         --> api.yaml:7:38
          |
        7 |     Signed: {type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000}
          |                                      ^^^^^^^^^^^^^^^^^^^^
          = help: write `-9223372036854775808`, or leave the keyword out

        warning[number-range]: `maximum` is beyond 64 bits; it is read as `9223372036854775807`
         --> api.yaml:7:69
          |
        7 |     Signed: {type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000}
          |                                                                     ^^^^^^^^^^^^^^^^^^^
          = help: write `9223372036854775807`, or leave the keyword out

        warning[number-range]: `maximum` is beyond 64 bits; it is read as `18446744073709551615`
         --> api.yaml:8:54
          |
        8 |     Format: {type: integer, format: uint64, maximum: 18446744073709552000}
          |                                                      ^^^^^^^^^^^^^^^^^^^^
          = help: write `18446744073709551615`, or leave the keyword out

        warning[number-range]: `maximum` is beyond 64 bits; it is read as `9223372036854775807`
          --> api.yaml:11:54
           |
        11 |     Rounded: {type: integer, format: int64, maximum: 9223372036854776000}
           |                                                      ^^^^^^^^^^^^^^^^^^^
           = help: write `9223372036854775807`, or leave the keyword out

        warning[number-range]: `maximum` is beyond all numbers; it is left out
          --> api.yaml:12:53
           |
        12 |     Float: {type: number, minimum: -1e300, maximum: 1e400, multipleOf: 0}
           |                                                     ^^^^^
           = help: write a number below 1e308, or remove the keyword

        warning[number-range]: `multipleOf` takes a number above zero; it is left out
          --> api.yaml:12:72
           |
        12 |     Float: {type: number, minimum: -1e300, maximum: 1e400, multipleOf: 0}
           |                                                                        ^
           = help: write a number above zero, or remove the keyword

        error[wrong-kind]: `minLength` takes a whole number, zero or more, found `-1`
          --> api.yaml:13:37
           |
        13 |     Text: {type: string, minLength: -1, maxLength: 99999999999999999999}
           |                                     ^^
           = help: write a whole number; as it stands the rule is left out

        warning[number-range]: `maxLength` is beyond 64 bits; it is left out
          --> api.yaml:13:52
           |
        13 |     Text: {type: string, minLength: -1, maxLength: 99999999999999999999}
           |                                                    ^^^^^^^^^^^^^^^^^^^^
           = help: write a smaller number, or remove the keyword
    "#]],
    );
}

#[test]
fn null_where_something_belongs() {
    let schemas = "
Alternative: {oneOf: [null, {type: string}]}
Beside: {type: null, anyOf: [{type: string}, {type: integer}]}
Alone: {type: null}
";
    check_schemas(
        schemas,
        &expect![[r#"
        Alternative: {"oneOf":[{"enum":[null]},{"type":"string"}]}
        Beside: {"anyOf":[{"type":"string"},{"type":"integer"}]}
        Alone: {"nullable":true,"enum":[null]}
    "#]],
    );
    let text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:{}",
        schemas.replace('\n', "\n    ")
    );
    check_findings(
        &text,
        &expect![[r#"
        warning[coerced-value]: `null` under `oneOf` is no schema; it is read as the type `null`
         --> api.yaml:6:27
          |
        6 |     Alternative: {oneOf: [null, {type: string}]}
          |                           ^^^^
          = help: write `{type: "null"}`, or `nullable: true` before OpenAPI 3.1

        warning[null-value]: `type` has no value and is left out
         --> api.yaml:7:14
          |
        7 |     Beside: {type: null, anyOf: [{type: string}, {type: integer}]}
          |              ^^^^
          = help: remove the key; the type `null` is a word in quotes: `"null"`

        warning[coerced-value]: the type `null` is a word in quotes; it is read as such
         --> api.yaml:8:19
          |
        8 |     Alone: {type: null}
          |                   ^^^^
          = help: write `"null"`
    "#]],
    );
}

#[test]
fn values_of_items_at_the_array() {
    let schemas = "
Plain: {type: array, items: {type: string}, enum: [a, b]}
Without: {type: array, enum: [a, b]}
Whole: {type: array, items: {type: string}, enum: [[a], [b]]}
";
    check_schemas(
        schemas,
        &expect![[r#"
        Plain: {"type":"array","items":{"type":"string","enum":["a","b"]}}
        Without: {"type":"array","items":{"enum":["a","b"]}}
        Whole: {"type":"array","items":{"type":"string"},"enum":[["a"],["b"]]}
    "#]],
    );
    let text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:{}",
        schemas.replace('\n', "\n    ")
    );
    check_findings(
        &text,
        &expect![[r#"
        warning[enum-value]: the values of this `enum` are no arrays; it is read as one of the items
         --> api.yaml:6:49
          |
        6 |     Plain: {type: array, items: {type: string}, enum: [a, b]}
          |                                                 ^^^^
          = help: move it into `items`

        warning[enum-value]: the values of this `enum` are no arrays; it is read as one of the items
         --> api.yaml:7:28
          |
        7 |     Without: {type: array, enum: [a, b]}
          |                            ^^^^
          = help: move it into `items`
    "#]],
    );
}

#[test]
fn flags_as_text() {
    check_findings(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    A: {{properties: {{a: {{required: 'true'}}, b: {{required: 'false'}}}}, type: ''}}
"
        ),
        &expect![[r#"
            warning[boolean-required]: `required: true` at a property, and not its name in a list
             --> api.yaml:6:26
              |
            6 |     A: {properties: {a: {required: 'true'}, b: {required: 'false'}}, type: ''}
              |                          ^^^^^^^^
              = help: list the names of required properties in `required` of the object that has them

            warning[boolean-required]: `required: false` at a property, and not its name in a list
             --> api.yaml:6:49
              |
            6 |     A: {properties: {a: {required: 'true'}, b: {required: 'false'}}, type: ''}
              |                                                 ^^^^^^^^
              = help: list the names of required properties in `required` of the object that has them

            warning[unknown-type]: `` is not a type; the schema is read as one of any value
             --> api.yaml:6:76
              |
            6 |     A: {properties: {a: {required: 'true'}, b: {required: 'false'}}, type: ''}
              |                                                                            ^^
              = help: leave `type` out
        "#]],
    );
}

/// What looks like a fault and is none: nothing is said.
#[test]
fn nothing_to_repair() {
    check_findings(
        &format!(
            "{HEAD}externalDocs: {{url: docs/readme.md}}
paths:
  '/a<b>/#': {{parameters: [], get: {{responses: {{'200': {{description: ''}}}}}}}}
components:
  schemas:
    Names: {{type: object, propertyNames: {{type: string}}}}
    Tuple: {{type: array, prefixItems: [{{type: string}}], items: false}}
    Bytes: {{type: string, contentEncoding: binary}}
    Text: {{type: string, contentEncoding: 8bit}}
    Version: {{type: string, example: 2020-01-01, default: on}}
"
        ),
        &expect![""],
    );
}

#[test]
fn compositions_of_nothing() {
    check_findings(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    A: {{oneOf: []}}
    B: {{type: string, anyOf: [], allOf: []}}
"
        ),
        &expect![[r#"
            warning[empty-composition]: `oneOf` lists no schemas; it is left out
             --> api.yaml:6:9
              |
            6 |     A: {oneOf: []}
              |         ^^^^^
              = help: list them, or remove the keyword

            warning[empty-composition]: `allOf` lists no schemas; it is left out
             --> api.yaml:7:34
              |
            7 |     B: {type: string, anyOf: [], allOf: []}
              |                                  ^^^^^
              = help: list them, or remove the keyword

            warning[empty-composition]: `anyOf` lists no schemas; it is left out
             --> api.yaml:7:23
              |
            7 |     B: {type: string, anyOf: [], allOf: []}
              |                       ^^^^^
              = help: list them, or remove the keyword
        "#]],
    );
}
