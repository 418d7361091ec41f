//! `allOf`, `oneOf`, `anyOf`.

mod discriminators;

use expect_test::expect;

use crate::check_schemas;

/// Alternatives without a name are called what tells them apart.
#[test]
fn alternatives_without_a_name() {
    check_schemas(
        "
ByConstant:
  oneOf:
    - {type: object, required: [event], properties: {event: {const: pet.added}, data: {type: string}}}
    - {properties: {event: {$ref: '#/components/schemas/Left'}}}
    - {properties: {object: {const: list}, event: {enum: [x]}}}
Left: {type: string, enum: [pet.left]}
ByBase:
  anyOf:
    - {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
    - {allOf: [{$ref: '#/components/schemas/B'}, {properties: {b: {type: string}}}]}
A: {type: object, properties: {a: {type: string}}}
B: {type: object, properties: {c: {type: integer}}}
ByProperty:
  oneOf:
    - {type: object, required: [id, url], properties: {id: {type: string}, url: {type: string}}}
    - {type: object, required: [id, file], properties: {id: {type: string}, file: {type: string}}}
    - {type: object, required: [id], properties: {id: {type: string}, text: {type: string}}}
    - {type: object, required: [id], properties: {id: {type: string}}}
Alone: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: array, items: {type: string}}, {const: none}]}
",
        &expect![[r#"
            ByConstant = one of
              pet.added: <ByConstant pet.added>
              pet.left: <ByConstant pet.left>
              list: <ByConstant list>
            Left = enum
              "pet.left"
            ByBase = any of
              A: <ByBase A>
              B: <ByBase B>
            A = record
              a?: string
            B = record
              c?: integer
            ByProperty = one of
              url: <ByProperty url>
              file: <ByProperty file>
              text: <ByProperty text>
              object: <ByProperty object>
            Alone = one of
              object: <Alone object>
              array: <Alone array>
              none: <Alone none>
            <ByConstant pet.added> = record
              event: <ByConstant pet.added event>
              data?: string
            <ByConstant pet.left> = record
              event?: Left
            <ByConstant list> = record
              object?: <ByConstant list object>
              event?: <ByConstant list event>
            <ByBase A> = record
              a?: string
              b?: string
            <ByBase B> = record
              c?: integer
              b?: string
            <ByProperty url> = record
              id: string
              url: string
            <ByProperty file> = record
              id: string
              file: string
            <ByProperty text> = record
              id: string
              text?: string
            <ByProperty object> = record
              id: string
            <Alone object> = record
              a?: string
            <Alone array> = [string]
            <Alone none> = enum
              "none"
            <ByConstant pet.added event> = enum
              "pet.added"
            <ByConstant list object> = enum
              "list"
            <ByConstant list event> = enum
              "x"
        "#]],
    );
}

#[test]
fn all_of_merges_objects() {
    check_schemas(
        "
Base: {type: object, required: [id], properties: {id: {type: string}, note: {type: string, description: Of the base}}}
Derived:
  description: A derived thing
  allOf:
    - $ref: '#/components/schemas/Base'
    - {type: object, required: [extra], properties: {extra: {type: object, properties: {deep: {type: string}}}}}
  properties: {own: {type: integer}}
Again: {allOf: [{$ref: '#/components/schemas/Derived'}, {required: [note]}]}
Renamed: {allOf: [{$ref: '#/components/schemas/Base'}], description: The same under another name}
",
        &expect![[r#"
            Base = record
              id: string
              note?: string // Of the base
            Derived = record // A derived thing
              id: string
              note?: string // Of the base
              extra: <Derived extra>
              own?: integer
            Again = record
              id: string
              note: string // Of the base
              extra: <Derived extra>
              own?: integer
            Renamed = record // The same under another name
              id: string
              note?: string // Of the base
            <Derived extra> = record
              deep?: string
        "#]],
    );
}

#[test]
fn a_property_of_two_parts_is_both() {
    check_schemas(
        "
A: {type: object, properties: {p: {$ref: '#/components/schemas/X'}, s: {type: string}, d: {type: string}}}
B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {p: {type: object, properties: {b: {type: string}}}, s: {enum: [a]}, d: {description: Explained}}}]}
X: {type: object, properties: {a: {type: string}}}
",
        &expect![[r#"
            A = record
              p?: X
              s?: string
              d?: string
            B = record
              p?: <B p>
              s?: <B s>
              d?: string // Explained
            X = record
              a?: string
            <B p> = record
              a?: string
              b?: string
            <B s> = enum
              "a"
        "#]],
    );
}

#[test]
fn parts_that_contradict_each_other() {
    check_schemas(
        "
A: {allOf: [{type: string}, {type: object}]}
B: {allOf: [{$ref: '#/components/schemas/C'}]}
C: {allOf: [{$ref: '#/components/schemas/B'}], properties: {a: {type: string}}}
",
        &expect![[r#"
            A = string
            B = record
              a?: string
            C = record
              a?: string

            error[conflicting-types]: `object` contradicts the type in another part
             --> api.yaml:5:40
              |
            5 |     A: {allOf: [{type: string}, {type: object}]}
              |                                        ^^^^^^
              = help: all parts of `allOf` hold at once: give them one type; the first one is taken

            error[reference-cycle]: `#/components/schemas/B` contains itself by `allOf`
             --> api.yaml:7:24
              |
            7 |     C: {allOf: [{$ref: '#/components/schemas/B'}], properties: {a: {type: string}}}
              |                        ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: a schema cannot be made of itself; remove one of the references

            error[reference-cycle]: `#/components/schemas/C` contains itself by `allOf`
             --> api.yaml:6:24
              |
            6 |     B: {allOf: [{$ref: '#/components/schemas/C'}]}
              |                        ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: a schema cannot be made of itself; remove one of the references
        "#]],
    );
}

#[test]
fn choices() {
    check_schemas(
        "
Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {meow: '#/components/schemas/Cat', bad: Fish}}}
Cat: {type: object, properties: {kind: {type: string}}}
Dog: {type: object, properties: {kind: {const: woof}}}
Fish: {type: object}
Value: {anyOf: [{type: string}, {type: array, items: {type: string}}, {type: object, title: Complex, properties: {x: {type: string}}}, {type: 'null'}]}
Holder: {type: object, properties: {value: {oneOf: [{type: object, properties: {a: {type: string}}}, {$ref: '#/components/schemas/Cat'}]}}}
",
        &expect![[r#"
            Pet = one of by kind
              Cat: Cat when meow
              Dog: Dog when woof
            Cat = record
              kind?: string
            Dog = record
              kind?: <Dog kind>
            Fish = {*: any}
            Value = any of
              string: string
              array: <Value array>
              Complex: <Value Complex>
            Holder = record
              value?: <Holder value>
            <Dog kind> = enum
              "woof"
            <Value array> = [string]
            <Value Complex> = record // Complex
              x?: string
            <Holder value> = one of
              object: <Holder value object>
              Cat: Cat
            <Holder value object> = record
              a?: string

            warning[discriminator-mapping]: `bad` leads to a schema that is not among the alternatives
             --> api.yaml:5:177
              |
            5 | …{meow: '#/components/schemas/Cat', bad: Fish}}}
              |                                          ^^^^
              = help: add the schema to `oneOf`, or remove the value
        "#]],
    );
}

#[test]
fn what_stands_beside_a_choice_belongs_to_every_alternative() {
    check_schemas(
        "
Event:
  type: object
  required: [at]
  properties: {at: {type: string, format: date-time}}
  oneOf:
    - {title: Created, properties: {who: {type: string}}}
    - $ref: '#/components/schemas/Deleted'
Deleted: {type: object, properties: {why: {type: string}}}
Rules: {type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}
One: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}, oneOf: [{required: [a]}, {required: [b, c]}]}
More: {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {not: {required: [b]}}]}
",
        &expect![[r#"
            Event = one of
              Created: <Event Created>
              Deleted: <Event Deleted>
            Deleted = record
              why?: string
            Rules = record
              a?: string
              b?: string
              some of: a, b
            One = record
              a?: string
              b?: string
              c?: string
              one of: a, b and c
            More = record
              a?: string
              b?: string
            <Event Created> = record // Created
              at: string(date-time)
              who?: string
            <Event Deleted> = record
              at: string(date-time)
              why?: string

            warning[not-expressed]: `not` is not expressed in the output
              --> api.yaml:15:104
               |
            15 | …pe: string}}, oneOf: [{required: [a]}, {not: {required: [b]}}]}
               |                                          ^^^
               = help: the type admits values that this rule excludes; the service will say so

            warning[not-expressed]: this `anyOf` is not expressed in the output
              --> api.yaml:13:79
               |
            13 |     Rules: {type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}
               |                                                                               ^^^^^
               = help: the type admits every combination; the service will say so

            warning[not-expressed]: this `oneOf` is not expressed in the output
              --> api.yaml:14:96
               |
            14 | … b: {type: string}, c: {type: string}}, oneOf: [{required: [a]}, {required: [b, c]}]}
               |                                          ^^^^^
               = help: the type admits every combination; the service will say so

            warning[not-expressed]: this `oneOf` is not expressed in the output
              --> api.yaml:15:78
               |
            15 |     More: {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {not: {required: […
               |                                                                              ^^^^^
               = help: the type admits every combination; the service will say so
        "#]],
    );
}
