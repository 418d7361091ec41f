//! Keywords: kinds of values, misspellings, repairs.

mod values;

use expect_test::expect;

use crate::{HEAD, check_findings};

#[test]
fn misspelt_keywords() {
    check_findings(
        &format!(
            "{HEAD}paths:
  /a: {{gett: {{}}, get: {{operationid: a, responses: {{'200': {{description: ok, contents: {{}}}}}}, x-mine: 1}}}}
components:
  schemas:
    A: {{type: object, propertes: {{}}, additionalProperty: false, zzz: 1}}
  schema: {{}}
"
        ),
        &expect![[r#"
            warning[unknown-keyword]: a path item has no keyword `gett`
             --> api.yaml:4:8
              |
            4 |   /a: {gett: {}, get: {operationid: a, responses: {'200': {description: ok, contents: {}}}, x-mine: 1}}
              |        ^^^^
              = help: did you mean `get`?

            warning[unknown-keyword]: an operation has no keyword `operationid`
             --> api.yaml:4:24
              |
            4 |   /a: {gett: {}, get: {operationid: a, responses: {'200': {description: ok, contents: {}}}, x-mine: 1}}
              |                        ^^^^^^^^^^^
              = help: did you mean `operationId`?

            warning[unknown-keyword]: a response has no keyword `contents`
             --> api.yaml:4:77
              |
            4 |   /a: {gett: {}, get: {operationid: a, responses: {'200': {description: ok, contents: {}}}, x-mine: 1}}
              |                                                                             ^^^^^^^^
              = help: did you mean `content`?

            warning[unknown-keyword]: a schema has no keyword `propertes`
             --> api.yaml:7:23
              |
            7 |     A: {type: object, propertes: {}, additionalProperty: false, zzz: 1}
              |                       ^^^^^^^^^
              = help: did you mean `properties`?

            warning[unknown-keyword]: a schema has no keyword `additionalProperty`
             --> api.yaml:7:38
              |
            7 |     A: {type: object, propertes: {}, additionalProperty: false, zzz: 1}
              |                                      ^^^^^^^^^^^^^^^^^^
              = help: did you mean `additionalProperties`?

            warning[unknown-keyword]: a schema has no keyword `zzz`
             --> api.yaml:7:65
              |
            7 |     A: {type: object, propertes: {}, additionalProperty: false, zzz: 1}
              |                                                                 ^^^
              = help: remove it, or begin its name with `x-` to keep it as an extension

            warning[unknown-keyword]: a components object has no keyword `schema`
             --> api.yaml:8:3
              |
            8 |   schema: {}
              |   ^^^^^^
              = help: did you mean `schemas`?
        "#]],
    );
}

#[test]
fn keywords_of_another_version() {
    check_findings(
        "openapi: 3.0.3
info: {title: T, version: '1', summary: S}
paths: {}
webhooks: {a: {}}
components:
  schemas:
    A: {type: [string, 'null'], const: a}
    B: {exclusiveMinimum: 5}
    C: {properties: {any: true, none: false}}
    D: {type: 'null'}
",
        &expect![[r#"
            warning[other-dialect]: `summary` is a keyword of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:2:32
              |
            2 | info: {title: T, version: '1', summary: S}
              |                                ^^^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `webhooks` is a keyword of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:4:1
              |
            4 | webhooks: {a: {}}
              | ^^^^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: the type `null` is one of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:7:24
              |
            7 |     A: {type: [string, 'null'], const: a}
              |                        ^^^^^^
              = help: write `nullable: true`; it is read as there

            warning[other-dialect]: a list of types is a form of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:7:15
              |
            7 |     A: {type: [string, 'null'], const: a}
              |               ^^^^^^^^^^^^^^^^
              = help: write one type and `nullable: true`, or `anyOf`; it is read as there

            warning[other-dialect]: `const` is a keyword of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:7:33
              |
            7 |     A: {type: [string, 'null'], const: a}
              |                                 ^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `exclusiveMinimum` takes `true` or `false` in OpenAPI 3.0
             --> api.yaml:8:27
              |
            8 |     B: {exclusiveMinimum: 5}
              |                           ^
              = help: it is applied as in OpenAPI 3.1

            warning[other-dialect]: `true` as a schema is a form of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:9:27
              |
            9 |     C: {properties: {any: true, none: false}}
              |                           ^^^^
              = help: write `{}`

            warning[other-dialect]: `false` as a schema is a form of OpenAPI 3.1, not of OpenAPI 3.0
             --> api.yaml:9:39
              |
            9 |     C: {properties: {any: true, none: false}}
              |                                       ^^^^^
              = help: write `not: {}`

            warning[not-expressed]: a schema of no value is not expressed in the output
             --> api.yaml:9:39
              |
            9 |     C: {properties: {any: true, none: false}}
              |                                       ^^^^^
              = help: the type admits any value; the service will say so

            warning[other-dialect]: the type `null` is one of OpenAPI 3.1, not of OpenAPI 3.0
              --> api.yaml:10:15
               |
            10 |     D: {type: 'null'}
               |               ^^^^^^
               = help: write `nullable: true`; it is read as there
        "#]],
    );
    check_findings(
        &format!(
            "{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {{type: string, nullable: true, exclusiveMaximum: true}}}}}}\n"
        ),
        &expect![[r#"
            warning[other-dialect]: `nullable` is a keyword of OpenAPI 3.0, not of OpenAPI 3.1
             --> api.yaml:4:42
              |
            4 | components: {schemas: {A: {type: string, nullable: true, exclusiveMaximum: true}}}
              |                                          ^^^^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `exclusiveMaximum` takes the number itself in OpenAPI 3.1
             --> api.yaml:4:76
              |
            4 | components: {schemas: {A: {type: string, nullable: true, exclusiveMaximum: true}}}
              |                                                                            ^^^^
              = help: it is applied as in OpenAPI 3.0
        "#]],
    );
}

#[test]
fn what_the_output_does_not_express() {
    check_findings(
        &format!(
            "{HEAD}paths:
  /a:
    post:
      callbacks: {{cb: {{'{{$request.body#/url}}': {{post: {{responses: {{'200': {{description: ok}}}}}}}}}}}}
      requestBody: {{content: {{multipart/form-data: {{encoding: {{a: {{contentType: text/plain}}}}}}}}}}
      responses: {{'200': {{description: ok, links: {{next: {{operationId: b}}}}}}}}
webhooks: {{hook: {{post: {{responses: {{'200': {{description: ok}}}}}}}}}}
components:
  schemas:
    A: {{not: {{type: string}}, if: {{}}, then: {{type: string}}, propertyNames: {{pattern: a}}, unevaluatedProperties: false, $comment: hidden}}
"
        ),
        &expect![[r#"
            warning[not-expressed]: `links` is not expressed in the output
             --> api.yaml:8:44
              |
            8 |       responses: {'200': {description: ok, links: {next: {operationId: b}}}}
              |                                            ^^^^^
              = help: follow-up calls are made by hand

            warning[not-expressed]: `not` is not expressed in the output
              --> api.yaml:12:9
               |
            12 |     A: {not: {type: string}, if: {}, then: {type: string}, propertyNames: {pattern: a}, unevaluatedProperties: false, $c…
               |         ^^^
               = help: the type admits values that this rule excludes; the service will say so

            warning[not-expressed]: `then` is not expressed in the output
              --> api.yaml:12:38
               |
            12 |     A: {not: {type: string}, if: {}, then: {type: string}, propertyNames: {pattern: a}, unevaluatedProperties: false, $c…
               |                                      ^^^^
               = help: the type admits values that this rule excludes; the service will say so

            warning[not-expressed]: `propertyNames` is not expressed in the output
              --> api.yaml:12:60
               |
            12 |     A: {not: {type: string}, if: {}, then: {type: string}, propertyNames: {pattern: a}, unevaluatedProperties: false, $c…
               |                                                            ^^^^^^^^^^^^^
               = help: the type admits values that this rule excludes; the service will say so

            warning[not-expressed]: `unevaluatedProperties` is not expressed in the output
              --> api.yaml:12:89
               |
            12 | …: string}, propertyNames: {pattern: a}, unevaluatedProperties: false, $comment: hidden}
               |                                          ^^^^^^^^^^^^^^^^^^^^^
               = help: the type admits values that this rule excludes; the service will say so
        "#]],
    );
}

#[test]
fn every_fault_of_a_file_in_one_run() {
    check_findings(
        "openapi: 3.1.0
info: {title: T}
paths:
  /a/{id}:
    get:
      operationId: 1
      parameters: [{$ref: '#/components/parameters/Non'}]
      responses: {abc: {description: ok}}
components:
  schemas:
    A: {type: objekt, propertis: {}}
    B: {$ref: '#/components/schemas/a'}
",
        &expect![[r#"
            error[missing-keyword]: an info object needs `version`
             --> api.yaml:2:1
              |
            2 | info: {title: T}
              | ^^^^
              = help: add `version`; it is taken as empty

            warning[coerced-value]: `operationId` takes text, found a number; it is read as meant
             --> api.yaml:6:20
              |
            6 |       operationId: 1
              |                    ^
              = help: put it into quotes: `"1"`

            error[status-key]: `abc` is not a status
             --> api.yaml:8:19
              |
            8 |       responses: {abc: {description: ok}}
              |                   ^^^
              = help: write a status such as `200`, a range such as `4XX`, or `default`

            error[unknown-type]: `objekt` is not a type
              --> api.yaml:11:15
               |
            11 |     A: {type: objekt, propertis: {}}
               |               ^^^^^^
               = help: did you mean `object`? as it stands any value is taken

            warning[unknown-keyword]: a schema has no keyword `propertis`
              --> api.yaml:11:23
               |
            11 |     A: {type: objekt, propertis: {}}
               |                       ^^^^^^^^^
               = help: did you mean `properties`?

            error[dangling-ref]: `#/components/parameters/Non` does not exist
             --> api.yaml:7:27
              |
            7 |       parameters: [{$ref: '#/components/parameters/Non'}]
              |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: define it there, or correct the reference

            error[dangling-ref]: `#/components/schemas/a` does not exist
              --> api.yaml:12:15
               |
            12 |     B: {$ref: '#/components/schemas/a'}
               |               ^^^^^^^^^^^^^^^^^^^^^^^^
               = help: did you mean `#/components/schemas/A`?
        "#]],
    );
}

#[test]
fn extensions_of_our_own() {
    check_findings(
        &format!(
            "{HEAD}x-specsmith-retri: {{}}
x-other: 1
paths:
  /a:
    get:
      parameters:
        - {{name: q, in: query, x-specsmith-style: bracket, schema: {{type: string}}}}
        - {{name: r, in: query, x-specsmith-nesting: deep, schema: {{type: string}}}}
      responses: {{'200': {{description: ok}}}}
"
        ),
        &expect![[r#"
            warning[unknown-keyword]: `x-specsmith-retri` is no extension that specsmith reads
             --> api.yaml:3:1
              |
            3 | x-specsmith-retri: {}
              | ^^^^^^^^^^^^^^^^^
              = help: did you mean `x-specsmith-retry`?

            error[unknown-value]: `x-specsmith-style` cannot be `bracket`
             --> api.yaml:9:51
              |
            9 |         - {name: q, in: query, x-specsmith-style: bracket, schema: {type: string}}
              |                                                   ^^^^^^^
              = help: did you mean `brackets`?

            warning[unknown-keyword]: `x-specsmith-nesting` is no extension that specsmith reads
              --> api.yaml:10:32
               |
            10 |         - {name: r, in: query, x-specsmith-nesting: deep, schema: {type: string}}
               |                                ^^^^^^^^^^^^^^^^^^^
               = help: those that are read are `x-specsmith-` with name, style, typed-values, idempotency-key, retry, open, secret
        "#]],
    );
}
