//! Constants: their names, their kinds and their faults.

use super::*;

#[test]
fn enumerations() {
    check_schemas(
        "
Color: {type: string, enum: [red, green], x-enum-varnames: [RED, GREEN], x-enum-descriptions: {green: Like grass}}
Closed: {type: string, enum: [a], x-specsmith-open: false}
Const: {const: fixed}
Number: {type: integer, enum: [1, 2, 2]}
Words: {type: string, enum: [yes, 1, true, x]}
Wrong: {type: integer, enum: [1, b]}
Flag: {type: boolean, enum: [true, false]}
Open: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}
Explained: {oneOf: [{const: a, title: First, description: The first}, {const: b}]}
None: {enum: []}
",
        &expect![[r#"
            Color = enum x-enum-varnames=["RED","GREEN"] x-enum-descriptions={"green":"Like grass"}
              "red" as RED
              "green" as GREEN // Like grass
            Closed = closed enum x-specsmith-open=false
              "a"
            Const = enum
              "fixed"
            Number = enum
              1
              2
            Words = enum
              "yes"
              "1"
              "true"
              "x"
            Wrong = enum
              1
            Flag = boolean
            Open = enum
              "a"
              "b"
            Explained = enum
              "a" as First // The first
              "b"
            None = any

            warning[duplicate-enum-value]: `2` stands twice in the `enum`
             --> api.yaml:8:42
              |
            8 |     Number: {type: integer, enum: [1, 2, 2]}
              |                                          ^
              = help: remove all but one of them

            warning[enum-value]: `1` is a number, and the type is `string`; it is read as text
             --> api.yaml:9:39
              |
            9 |     Words: {type: string, enum: [yes, 1, true, x]}
              |                                       ^
              = help: put it into quotes: `"1"`

            warning[enum-value]: `true` is a boolean, and the type is `string`; it is read as text
             --> api.yaml:9:42
              |
            9 |     Words: {type: string, enum: [yes, 1, true, x]}
              |                                          ^^^^
              = help: put it into quotes: `"true"`

            error[enum-value]: `b` is a string, and the type is `integer`
              --> api.yaml:10:38
               |
            10 |     Wrong: {type: integer, enum: [1, b]}
               |                                      ^
               = help: correct the value or the type; the value is left out

            error[empty-enum]: the `enum` has no values
              --> api.yaml:14:18
               |
            14 |     None: {enum: []}
               |                  ^^
               = help: list the values, or remove the keyword
        "#]],
    );
}
