//! What is said about values beside their type: rules, defaults, examples, extensions.

use super::*;

#[test]
fn constraints_go_to_the_place_or_the_type() {
    check_schemas(
        "
A:
  type: object
  properties:
    s: {type: string, minLength: 1, maxLength: 5, pattern: ^a}
    n: {type: number, exclusiveMinimum: 0, maximum: 1.5, multipleOf: 0.5}
    l: {type: array, minItems: 1, uniqueItems: true, items: {type: string, maxLength: 3}}
    m: {type: object, minProperties: 1, maxProperties: 2}
    bad: {type: string, minLength: 5, maxLength: 1}
",
        &expect![[r#"
            A = record
              s?: string min_length=1 max_length=5 pattern="^a"
              n?: number minimum=0 exclusive_minimum=true maximum=1.5 multiple_of=0.5
              l?: <A l> min_items=1 unique_items=true
              m?: <A m> min_properties=1 max_properties=2
              bad?: string min_length=5 max_length=1
            <A l> = [<A l item>] min_items=1 unique_items=true
            <A m> = {*: any} min_properties=1 max_properties=2
            <A l item> = string max_length=3

            warning[contradictory-bounds]: `minLength: 5` is above `maxLength: 1`
              --> api.yaml:12:40
               |
            12 |         bad: {type: string, minLength: 5, maxLength: 1}
               |                                        ^
               = help: no value keeps both rules; correct one of them
        "#]],
    );
}

#[test]
fn patterns_that_are_not_checked_are_reported() {
    check_schemas(
        r"
A:
  type: object
  properties:
    unclosed: {type: string, pattern: '[a'}
    ahead: {type: string, pattern: '^(?!x)'}
    two: {allOf: [{$ref: '#/components/schemas/B'}, {pattern: c$}, {pattern: ^b}]}
B: {type: string, pattern: ^b}
",
        &expect![[r#"
            A = record
              unclosed?: string pattern="[a"
              ahead?: string pattern="^(?!x)"
              two?: <A two>
            B = string pattern="^b"
            <A two> = string pattern="^b"

            warning[not-expressed]: `[a` is no regular expression that is read here
             --> api.yaml:8:43
              |
            8 |         unclosed: {type: string, pattern: '[a'}
              |                                           ^^^^
              = help: there is no look-around, back-reference or class of Unicode; the service will say which values it refuses

            warning[not-expressed]: `^(?!x)` is no regular expression that is read here
             --> api.yaml:9:40
              |
            9 |         ahead: {type: string, pattern: '^(?!x)'}
              |                                        ^^^^^^^^
              = help: there is no look-around, back-reference or class of Unicode; the service will say which values it refuses

            warning[not-expressed]: `c$` is not expressed in the output beside `^b`
              --> api.yaml:10:67
               |
            10 |         two: {allOf: [{$ref: '#/components/schemas/B'}, {pattern: c$}, {pattern: ^b}]}
               |                                                                   ^^
               = help: write one expression for both; the service will say which values it refuses
        "#]],
    );
}

#[test]
fn defaults_are_checked() {
    check_schemas(
        "
A:
  type: object
  properties:
    good: {type: string, enum: [a, b], default: a}
    misspelt: {type: string, enum: [alpha, beta], default: betta}
    kind: {type: integer, default: '5'}
    null_: {type: string, default: null}
    by_ref: {$ref: '#/components/schemas/E', default: c}
    list: {type: array, items: {type: string}, default: [a]}
E: {type: string, enum: [a, b], default: z}
",
        &expect![[r#"
            A = record
              good?: <A good> = "a"
              misspelt?: <A misspelt>
              kind?: integer
              null_?: string = null
              by_ref?: E
              list?: <A list> = ["a"]
            E = enum
              "a"
              "b"
            <A good> = enum = "a"
              "a"
              "b"
            <A misspelt> = enum
              "alpha"
              "beta"
            <A list> = [string] = ["a"]

            error[default-type]: the default is a string, and the type is `integer`
              --> api.yaml:10:40
               |
            10 |         kind: {type: integer, default: '5'}
               |                                        ^^^
               = help: correct the default; it is left out

            error[enum-default]: the default `c` is not one of the `enum` values
              --> api.yaml:12:59
               |
            12 |         by_ref: {$ref: '#/components/schemas/E', default: c}
               |                                                           ^
               = help: add it to the `enum` or choose one of its values

            error[enum-default]: the default `z` is not one of the `enum` values
              --> api.yaml:14:46
               |
            14 |     E: {type: string, enum: [a, b], default: z}
               |                                              ^
               = help: add it to the `enum` or choose one of its values

            error[enum-default]: the default `betta` is not one of the `enum` values
             --> api.yaml:9:64
              |
            9 |         misspelt: {type: string, enum: [alpha, beta], default: betta}
              |                                                                ^^^^^
              = help: did you mean `beta`?
        "#]],
    );
}

#[test]
fn examples_and_extensions() {
    check_schemas(
        "
A:
  type: object
  x-support: {supported: 3}
  properties:
    one: {type: string, example: a, x-b: true}
    many: {type: string, examples: [a, b]}
    ro: {type: string, readOnly: true}
    wo: {type: string, writeOnly: true}
",
        &expect![[r#"
            A = record x-support={"supported":3}
              one?: string e.g. "a" x-b=true
              many?: string e.g. "a" e.g. "b"
              ro?: string read-only
              wo?: string write-only
        "#]],
    );
}

#[test]
fn bounds_beyond_the_format() {
    check_schemas(
        "
A:
  type: object
  properties:
    low: {type: integer, format: int32, minimum: 5000000000}
    high: {type: integer, format: uint8, minimum: 0, maximum: 256}
    fine: {type: integer, format: int32, minimum: -2147483648, maximum: 2147483647}
    open: {type: integer, minimum: 5000000000}
    exact: {type: integer, format: int64, minimum: -9223372036854775808, maximum: 9223372036854775807}
    most: {type: integer, format: int64, maximum: 9223372036854775807}
",
        &expect![[r#"
            A = record
              low?: integer(int32) minimum=5000000000
              high?: integer(uint8):i16 minimum=0 maximum=256
              fine?: integer(int32):i32 minimum=-2147483648 maximum=2147483647
              open?: integer minimum=5000000000
              exact?: integer(int64) minimum=-9223372036854775808 maximum=9223372036854775807
              most?: integer(int64) maximum=9223372036854775807

            warning[number-range]: `minimum: 5000000000` is beyond `int32`; the type is made wider
             --> api.yaml:8:54
              |
            8 |         low: {type: integer, format: int32, minimum: 5000000000}
              |                                                      ^^^^^^^^^^
              = help: correct the number, or write the format that holds it

            warning[number-range]: `maximum: 256` is beyond `uint8`; the type is made wider
             --> api.yaml:9:67
              |
            9 |         high: {type: integer, format: uint8, minimum: 0, maximum: 256}
              |                                                                   ^^^
              = help: correct the number, or write the format that holds it
        "#]],
    );
}
