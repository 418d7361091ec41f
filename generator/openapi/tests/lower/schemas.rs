//! Single schemas: scalars, objects, lists, enumerations, null, defaults.

mod enumerations;
mod rules;

use expect_test::expect;

use crate::check_schemas;

#[test]
fn scalars_with_their_formats() {
    check_schemas(
        "
A: {type: object, properties: {s: {type: string}, d: {type: string, format: date-time}, i: {type: integer},
    i32: {type: integer, format: int32}, u8: {type: integer, minimum: 0, maximum: 255},
    n: {type: number, format: double}, b: {type: boolean}, x: {}, y: true}}
Text: {type: string, maxLength: 5, description: A short text}
",
        &expect![[r#"
            A = record
              s?: string
              d?: string(date-time)
              i?: integer
              i32?: integer(int32):i32
              u8?: integer minimum=0 maximum=255
              n?: number(double)
              b?: boolean
              x?: any
              y?: any
            Text = string max_length=5 // A short text
        "#]],
    );
}

#[test]
fn objects_records_and_maps() {
    check_schemas(
        "
Empty: {type: object}
Free: {type: object, additionalProperties: {type: integer}}
Closed: {type: object, properties: {a: {type: string}}, additionalProperties: false}
Both: {properties: {a: {type: string}}, additionalProperties: {type: string}}
Nested: {type: object, required: [in], properties: {in: {type: object, properties: {deep: {type: array, items: {type: object, properties: {x: {type: string}}}}}}}}
Nothing: {type: object, additionalProperties: false}
Undeclared: {type: object, required: [a, b], properties: {a: {type: string}}}
",
        &expect![[r#"
            Empty = {*: any}
            Free = {*: integer}
            Closed = record
              a?: string
              nothing else
            Both = record
              a?: string
              *: string
            Nested = record
              in: <Nested in>
            Nothing = record
              nothing else
            Undeclared = record
              a: string
              b: any
            <Nested in> = record
              deep?: <Nested in deep>
            <Nested in deep> = [<Nested in deep item>]
            <Nested in deep item> = record
              x?: string

            warning[undeclared-property]: `b` is required and not declared
              --> api.yaml:11:46
               |
            11 |     Undeclared: {type: object, required: [a, b], properties: {a: {type: string}}}
               |                                              ^
               = help: declare it in `properties`; as it stands it takes any value
        "#]],
    );
}

#[test]
fn recursion() {
    check_schemas(
        "
Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
",
        &expect![[r#"
            Node = record
              next?: Node
              all?: <Node all>
            <Node all> = [Node]
        "#]],
    );
}

#[test]
fn every_spelling_of_null() {
    check_schemas(
        "
A:
  type: object
  properties:
    list_of_types: {type: [string, 'null']}
    nullable: {type: string, nullable: true}
    any_of: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}
    one_of: {oneOf: [{type: 'null'}, {type: array, items: {type: string}}]}
    in_enum: {enum: [a, null]}
    const_null: {anyOf: [{type: string}, {const: null}]}
    by_reference: {$ref: '#/components/schemas/N'}
    not_by_all: {allOf: [{$ref: '#/components/schemas/N'}, {type: object}]}
    three: {anyOf: [{type: string}, {type: integer}, {type: 'null'}]}
    items: {type: array, items: {type: [integer, 'null']}}
    only_null: {type: 'null'}
B: {type: object, properties: {x: {type: string}}}
N: {type: [object, 'null'], properties: {x: {type: string}}}
Alias: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}
",
        &expect![[r#"
            A = record
              list_of_types?: string or null
              nullable?: string or null
              any_of?: B or null
              one_of?: <A one_of> or null
              in_enum?: <A in_enum> or null
              const_null?: string or null
              by_reference?: N or null
              not_by_all?: <A not_by_all>
              three?: <A three> or null
              items?: <A items>
              only_null?: <A only_null> or null
            B = record
              x?: string
            N = record
              x?: string
            <A one_of> = [string]
            <A in_enum> = enum
              "a"
            <A not_by_all> = record
              x?: string
            <A three> = any of
              string: string
              integer: integer
            <A items> = [integer or null]
            <A only_null> = any

            warning[other-dialect]: `nullable` is a keyword of OpenAPI 3.0, not of OpenAPI 3.1
             --> api.yaml:9:34
              |
            9 |         nullable: {type: string, nullable: true}
              |                                  ^^^^^^^^
              = help: it is applied as there; change the version of the description or the keyword
        "#]],
    );
}

#[test]
fn a_reference_with_something_beside_it() {
    check_schemas(
        "
A:
  type: object
  properties:
    plain: {$ref: '#/components/schemas/B'}
    said: {$ref: '#/components/schemas/B', description: Of the place, deprecated: true, default: b, x-a: 1}
    stricter: {$ref: '#/components/schemas/B', maxLength: 3}
B: {type: string, description: Of the type, enum: [a, b]}
",
        &expect![[r#"
            A = record
              plain?: B // Of the type
              said?: B = "b" x-a=1 deprecated // Of the place
              stricter?: <A stricter> max_length=3
            B = enum // Of the type
              "a"
              "b"
            <A stricter> = enum max_length=3
              "a"
              "b"
        "#]],
    );
}

#[test]
fn forms_of_3_1() {
    check_schemas(
        "
Tuple: {type: array, prefixItems: [{type: string}, {type: integer}]}
Either: {type: [string, integer], maxLength: 3}
Patterns: {type: object, patternProperties: {'^x': {type: string}}}
Base64: {type: string, contentEncoding: base64}
Never: false
Defs: {type: object, $defs: {Inner: {type: object, properties: {a: {type: string}}}}, properties: {inner: {$ref: '#/components/schemas/Defs/$defs/Inner'}}}
",
        &expect![[r#"
            Tuple = [<Tuple item>]
            Either = any of
              string: <Either string>
              integer: integer
            Patterns = {*: string}
            Base64 = string(byte)
            Never = any
            Defs = record
              inner?: <Defs Inner>
            <Tuple item> = any of
              string: string
              integer: integer
            <Either string> = string max_length=3
            <Defs Inner> = record
              a?: string

            warning[not-expressed]: which item of the array has which type is not expressed in the output
             --> api.yaml:5:26
              |
            5 |     Tuple: {type: array, prefixItems: [{type: string}, {type: integer}]}
              |                          ^^^^^^^^^^^
              = help: every item is any of them; to tell them apart use an object

            warning[not-expressed]: patterns of property names are not expressed in the output
             --> api.yaml:7:30
              |
            7 |     Patterns: {type: object, patternProperties: {'^x': {type: string}}}
              |                              ^^^^^^^^^^^^^^^^^
              = help: any other property may have one of their types; its name is not checked

            warning[not-expressed]: a schema of no value is not expressed in the output
             --> api.yaml:9:12
              |
            9 |     Never: false
              |            ^^^^^
              = help: the type admits any value; the service will say so
        "#]],
    );
}

/// An array that says how many items it has is a tuple; where others may follow it is a list.
#[test]
fn tuples() {
    check_schemas(
        "
Closed: {type: array, prefixItems: [{type: number}, {type: string}], items: false}
Counted: {prefixItems: [{type: number}, {type: [string, 'null']}], minItems: 2, maxItems: 2}
Draft4: {type: array, items: [{type: integer}, {type: integer}], minItems: 2, maxItems: 2}
Shorter: {type: array, prefixItems: [{type: number}, {type: string}], items: false, minItems: 1}
Longer: {type: array, prefixItems: [{type: number}], items: {type: string}}
Named: {type: array, items: false, prefixItems: [{$ref: '#/components/schemas/Closed'}, {type: object, properties: {a: {type: string}}}]}
Both: {allOf: [{$ref: '#/components/schemas/Closed'}, {prefixItems: [{minimum: 1}, {maxLength: 3}], items: false}]}
Torn: {allOf: [{$ref: '#/components/schemas/Closed'}, {prefixItems: [{type: number}], items: false}]}
",
        &expect![[r#"
            Closed = (number, string)
            Counted = (number, string or null)
            Draft4 = (integer, integer)
            Shorter = [<Shorter item>] min_items=1
            Longer = [<Longer item>]
            Named = (Closed, <Named second>)
            Both = (<Both first>, <Both second>)
            Torn = [any]
            <Shorter item> = any of
              number: number
              string: string
            <Longer item> = any of
              number: number
              string: string
            <Named second> = record
              a?: string
            <Both first> = number minimum=1
            <Both second> = string max_length=3

            warning[not-expressed]: which item of the array has which type is not expressed in the output
             --> api.yaml:8:28
              |
            8 |     Shorter: {type: array, prefixItems: [{type: number}, {type: string}], items: false, minItems: 1}
              |                            ^^^^^^^^^^^
              = help: every item is any of them; to tell them apart use an object

            warning[not-expressed]: which item of the array has which type is not expressed in the output
             --> api.yaml:9:27
              |
            9 |     Longer: {type: array, prefixItems: [{type: number}], items: {type: string}}
              |                           ^^^^^^^^^^^
              = help: every item is any of them; to tell them apart use an object

            error[conflicting-types]: an array of another length than in another part
              --> api.yaml:12:59
               |
            12 |     Torn: {allOf: [{$ref: '#/components/schemas/Closed'}, {prefixItems: [{type: number}], items: false}]}
               |                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: all parts of `allOf` hold at once: give them one length; items of any type are taken
        "#]],
    );
}

#[test]
fn an_array_that_does_not_say_what_it_holds() {
    crate::check_description(
        "openapi: 3.0.3
info: {title: T, version: '1'}
tags: [{name: a}, {name: a}]
paths: {}
components: {schemas: {A: {type: array}, B: {type: array, enum: [[1]]}}}
",
        &expect![[r#"
            A = [any]
            B = [any]

            warning[duplicate-tag]: the tag `a` is declared twice
             --> api.yaml:3:26
              |
            3 | tags: [{name: a}, {name: a}]
              |                          ^
              = help: remove one of them; the first one counts

            warning[missing-items]: the array does not say what it holds
             --> api.yaml:5:34
              |
            5 | components: {schemas: {A: {type: array}, B: {type: array, enum: [[1]]}}}
              |                                  ^^^^^
              = help: add `items`; as it stands its items are any values

            warning[not-expressed]: an `enum` of whole lists or objects is not expressed in the output
             --> api.yaml:5:59
              |
            5 | components: {schemas: {A: {type: array}, B: {type: array, enum: [[1]]}}}
              |                                                           ^^^^
              = help: for the items of a list write it in `items`; as it stands any value is taken

            warning[missing-items]: the array does not say what it holds
             --> api.yaml:5:52
              |
            5 | components: {schemas: {A: {type: array}, B: {type: array, enum: [[1]]}}}
              |                                                    ^^^^^
              = help: add `items`; as it stands its items are any values
        "#]],
    );
}
