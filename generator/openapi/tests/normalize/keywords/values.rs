//! Values of another kind than their keyword takes: cut out, or repaired where one meaning is plain.

use super::*;

#[test]
fn values_of_the_wrong_kind() {
    check_findings(
        "openapi: 3.1.0
info: [T]
servers: https://example.com
tags: {a: b}
paths:
  /a: [get]
  /b:
    get:
      parameters: {name: x}
      deprecated: maybe
      responses: {'200': text}
    put: {tags: pets, responses: {'200': {description: 1.5, content: [application/json]}}}
components:
  schemas:
    A: text
    B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
    C: {maxLength: '5', nullable: 'True', minItems: 1.5, title: 1}
",
        &expect![[r#"
            error[wrong-kind]: `info` takes a map, found a list
             --> api.yaml:2:7
              |
            2 | info: [T]
              |       ^^^
              = help: write a map here; as it stands it is left out

            error[wrong-kind]: `servers` takes a list, found a string
             --> api.yaml:3:10
              |
            3 | servers: https://example.com
              |          ^^^^^^^^^^^^^^^^^^^
              = help: write a list here; as it stands it is left out

            error[wrong-kind]: `tags` takes a list, found a map
             --> api.yaml:4:8
              |
            4 | tags: {a: b}
              |        ^
              = help: write a list here; as it stands it is left out

            error[wrong-kind]: `/a` takes a map, found a list
             --> api.yaml:6:7
              |
            6 |   /a: [get]
              |       ^^^^^
              = help: write a map here; as it stands it is left out

            error[wrong-kind]: `parameters` takes a list, found a map
             --> api.yaml:9:20
              |
            9 |       parameters: {name: x}
              |                    ^^^^
              = help: write a list here; as it stands it is left out

            error[wrong-kind]: `deprecated` takes `true` or `false`, found a string
              --> api.yaml:10:19
               |
            10 |       deprecated: maybe
               |                   ^^^^^
               = help: write `true` or `false` here; as it stands it is left out

            error[wrong-kind]: `200` takes a map, found a string
              --> api.yaml:11:26
               |
            11 |       responses: {'200': text}
               |                          ^^^^
               = help: write a map here; as it stands it is left out

            warning[coerced-value]: `tags` takes a list of texts, found a string; it is read as meant
              --> api.yaml:12:17
               |
            12 |     put: {tags: pets, responses: {'200': {description: 1.5, content: [application/json]}}}
               |                 ^^^^
               = help: write `[pets]`

            warning[coerced-value]: `description` takes text, found a number; it is read as meant
              --> api.yaml:12:56
               |
            12 |     put: {tags: pets, responses: {'200': {description: 1.5, content: [application/json]}}}
               |                                                        ^^^
               = help: put it into quotes: `"1.5"`

            error[wrong-kind]: `content` takes a map by name, found a list
              --> api.yaml:12:70
               |
            12 |     put: {tags: pets, responses: {'200': {description: 1.5, content: [application/json]}}}
               |                                                                      ^^^^^^^^^^^^^^^^^^
               = help: write a map by name here; as it stands it is left out

            error[wrong-kind]: `A` takes a map, found a string
              --> api.yaml:15:8
               |
            15 |     A: text
               |        ^^^^
               = help: write a map here; as it stands it is left out

            error[wrong-kind]: `properties` takes a map by name, found a list
              --> api.yaml:16:21
               |
            16 |     B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
               |                     ^^^
               = help: write a map by name here; as it stands it is left out

            error[wrong-kind]: `maxLength` takes a whole number, zero or more, found `-1`
              --> api.yaml:16:37
               |
            16 |     B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
               |                                     ^^
               = help: write a whole number; as it stands the rule is left out

            error[wrong-kind]: `minimum` takes a number, found a string
              --> api.yaml:16:50
               |
            16 |     B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
               |                                                  ^^^
               = help: write a number here; as it stands it is left out

            error[wrong-kind]: `enum` takes a list, found a string
              --> api.yaml:16:61
               |
            16 |     B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
               |                                                             ^
               = help: write a list here; as it stands it is left out

            warning[coerced-value]: `required` takes a list of texts, found a string; it is read as meant
              --> api.yaml:16:74
               |
            16 |     B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
               |                                                                          ^^^
               = help: write `[yes]`

            error[wrong-kind]: `items` takes a map, found a number
              --> api.yaml:16:86
               |
            16 |     B: {properties: [a], maxLength: -1, minimum: low, enum: a, required: yes, items: 1}
               |                                                                                      ^
               = help: write a map here; as it stands it is left out

            warning[coerced-value]: `maxLength` takes a number, found a string; it is read as meant
              --> api.yaml:17:20
               |
            17 |     C: {maxLength: '5', nullable: 'True', minItems: 1.5, title: 1}
               |                    ^^^
               = help: write `5` without quotes

            warning[other-dialect]: `nullable` is a keyword of OpenAPI 3.0, not of OpenAPI 3.1
              --> api.yaml:17:25
               |
            17 |     C: {maxLength: '5', nullable: 'True', minItems: 1.5, title: 1}
               |                         ^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[coerced-value]: `nullable` takes `true` or `false`, found a string; it is read as meant
              --> api.yaml:17:35
               |
            17 |     C: {maxLength: '5', nullable: 'True', minItems: 1.5, title: 1}
               |                                   ^^^^^^
               = help: write `true`

            error[wrong-kind]: `minItems` takes a whole number, zero or more, found `1.5`
              --> api.yaml:17:53
               |
            17 |     C: {maxLength: '5', nullable: 'True', minItems: 1.5, title: 1}
               |                                                     ^^^
               = help: write a whole number; as it stands the rule is left out

            warning[coerced-value]: `title` takes text, found a number; it is read as meant
              --> api.yaml:17:65
               |
            17 |     C: {maxLength: '5', nullable: 'True', minItems: 1.5, title: 1}
               |                                                                 ^
               = help: put it into quotes: `"1"`
        "#]],
    );
}

#[test]
fn null_where_a_value_belongs() {
    check_findings(
        &format!(
            "{HEAD}tags:
  -
paths:
  /a:
  /b:
    get:
      description:
      tags: [a, null]
      responses: {{'200': {{description: ok, content: {{application/json: }}}}}}
components:
  schemas:
    A:
    B: {{properties: {{a: }}, default: null, example: null, enum: [null], type: null}}
"
        ),
        &expect![[r#"
            warning[null-value]: an empty item of `tags` is read as an empty object
             --> api.yaml:4:4
              |
            4 |   -
              |    ^
              = help: remove it or write a map

            error[missing-keyword]: a tag needs `name`
             --> api.yaml:4:4
              |
            4 |   -
              |    ^
              = help: add `name`; without it the object is left out

            warning[null-value]: the empty value of `/a` is read as an empty object
             --> api.yaml:6:3
              |
            6 |   /a:
              |   ^^
              = help: remove it or write a map

            warning[null-value]: `description` has no value and is left out
             --> api.yaml:9:7
              |
            9 |       description:
              |       ^^^^^^^^^^^
              = help: remove the key or give it text

            warning[null-value]: an empty item of `tags` is left out
              --> api.yaml:10:17
               |
            10 |       tags: [a, null]
               |                 ^^^^
               = help: remove it or write text

            warning[null-value]: the empty value of `application/json` is read as an empty object
              --> api.yaml:11:54
               |
            11 |       responses: {'200': {description: ok, content: {application/json: }}}
               |                                                      ^^^^^^^^^^^^^^^^
               = help: remove it or write a map

            warning[null-value]: the empty value of `A` is read as an empty object
              --> api.yaml:14:5
               |
            14 |     A:
               |     ^
               = help: remove it or write a map

            warning[null-value]: `type` has no value and is left out
              --> api.yaml:15:72
               |
            15 |     B: {properties: {a: }, default: null, example: null, enum: [null], type: null}
               |                                                                        ^^^^
               = help: remove the key; the type `null` is a word in quotes: `"null"`

            warning[null-value]: the empty value of `a` is read as an empty object
              --> api.yaml:15:22
               |
            15 |     B: {properties: {a: }, default: null, example: null, enum: [null], type: null}
               |                      ^
               = help: remove it or write a map
        "#]],
    );
}

#[test]
fn faults_with_one_plain_meaning() {
    check_findings(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    A: {{type: object, properties: {{a: {{type: string, required: true}}, b: {{required: false}}}}}}
    B: {{type: any}}
    C: {{type: float}}
    D: {{type: String}}
    E: {{type: strin}}
    F: {{oneOf: [{{type: string}}, {{type: integer}}], discriminator: kind}}
    G: {{type: [string, any]}}
    H: {{type: object, required: true}}
  parameters:
    P: {{name: p, in: Query, schema: {{type: string}}}}
"
        ),
        &expect![[r#"
            warning[boolean-required]: `required: true` at a property, and not its name in a list
             --> api.yaml:6:54
              |
            6 |     A: {type: object, properties: {a: {type: string, required: true}, b: {required: false}}}
              |                                                      ^^^^^^^^
              = help: list the names of required properties in `required` of the object that has them

            warning[boolean-required]: `required: false` at a property, and not its name in a list
             --> api.yaml:6:75
              |
            6 |     A: {type: object, properties: {a: {type: string, required: true}, b: {required: false}}}
              |                                                                           ^^^^^^^^
              = help: list the names of required properties in `required` of the object that has them

            warning[unknown-type]: `any` is not a type; the schema is read as one of any value
             --> api.yaml:7:15
              |
            7 |     B: {type: any}
              |               ^^^
              = help: leave `type` out

            warning[unknown-type]: `float` is not a type; it is read as `number`
             --> api.yaml:8:15
              |
            8 |     C: {type: float}
              |               ^^^^^
              = help: write `number`

            warning[unknown-type]: `String` is not a type; it is read as `string`
             --> api.yaml:9:15
              |
            9 |     D: {type: String}
              |               ^^^^^^
              = help: write `string`

            error[unknown-type]: `strin` is not a type
              --> api.yaml:10:15
               |
            10 |     E: {type: strin}
               |               ^^^^^
               = help: did you mean `string`? as it stands any value is taken

            warning[coerced-value]: `discriminator` takes an object, found a string; it is read as `propertyName`
              --> api.yaml:11:66
               |
            11 |     F: {oneOf: [{type: string}, {type: integer}], discriminator: kind}
               |                                                                  ^^^^
               = help: write `discriminator: {propertyName: …}`

            warning[unknown-type]: `any` is not a type; the schema is read as one of any value
              --> api.yaml:12:24
               |
            12 |     G: {type: [string, any]}
               |                        ^^^
               = help: leave `type` out

            warning[boolean-required]: `required: true` says nothing about this schema, and not its name in a list
              --> api.yaml:13:23
               |
            13 |     H: {type: object, required: true}
               |                       ^^^^^^^^
               = help: list the names of required properties in `required` of the object that has them

            warning[coerced-value]: `Query` is read as `query`
              --> api.yaml:15:22
               |
            15 |     P: {name: p, in: Query, schema: {type: string}}
               |                      ^^^^^
               = help: write `query`
        "#]],
    );
}
