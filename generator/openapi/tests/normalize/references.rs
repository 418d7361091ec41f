//! References: where they lead, and what is said when they do not.

use expect_test::expect;

use crate::{HEAD, check_findings};

#[test]
fn references_that_lead_nowhere() {
    check_findings(
        &format!(
            "{HEAD}paths:
  /a:
    get:
      responses:
        '200': {{description: ok, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Adress'}}}}}}}}
        '404': {{$ref: '#/components/response/NotFound'}}
components:
  schemas:
    Address: {{type: object, properties: {{old: {{$ref: '#/definitions/Address'}}, none: {{$ref: '#/components/schemas/Zzz'}}}}}}
    Url: {{$ref: 'https://example.com/a.yaml#/A'}}
    File: {{$ref: 'other.yaml#/A'}}
    Anchor: {{$ref: '#address'}}
    Empty: {{$ref: ''}}
    Number: {{$ref: 5}}
  responses:
    NotFound: {{description: Not here}}
"
        ),
        &expect![[r#"
            error[wrong-kind]: `$ref` takes text, found a number
              --> api.yaml:16:20
               |
            16 |     Number: {$ref: 5}
               |                    ^
               = help: write text here; as it stands it is left out

            error[dangling-ref]: `#/components/schemas/Adress` does not exist
             --> api.yaml:7:78
              |
            7 |         '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Adress'}}}}
              |                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: did you mean `#/components/schemas/Address`?

            error[dangling-ref]: `#/components/response/NotFound` does not exist
             --> api.yaml:8:23
              |
            8 |         '404': {$ref: '#/components/response/NotFound'}
              |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: did you mean `#/components/responses/NotFound`?

            error[dangling-ref]: `#/definitions/Address` does not exist
              --> api.yaml:11:54
               |
            11 |     Address: {type: object, properties: {old: {$ref: '#/definitions/Address'}, none: {$ref: '#/components/schemas/Zzz'}}…
               |                                                      ^^^^^^^^^^^^^^^^^^^^^^^
               = help: did you mean `#/components/schemas/Address`?

            error[dangling-ref]: `#/components/schemas/Zzz` does not exist
              --> api.yaml:11:93
               |
            11 | … '#/definitions/Address'}, none: {$ref: '#/components/schemas/Zzz'}}}
               |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: define it there, or correct the reference

            error[remote-ref]: `https://example.com/a.yaml#/A` is a URL, and nothing is fetched
              --> api.yaml:12:17
               |
            12 |     Url: {$ref: 'https://example.com/a.yaml#/A'}
               |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: save the file beside this one, as by `curl -o a.yaml https://example.com/a.yaml`, and write `a.yaml#/A`

            error[missing-file]: the file of `other.yaml#/A` was not read
              --> api.yaml:13:18
               |
            13 |     File: {$ref: 'other.yaml#/A'}
               |                  ^^^^^^^^^^^^^^^
               = help: mend that file, or write its path relative to the file that holds the reference

            error[dangling-ref]: no schema has the anchor of `#address`
              --> api.yaml:14:20
               |
            14 |     Anchor: {$ref: '#address'}
               |                    ^^^^^^^^^^
               = help: write `$anchor` at the schema, or refer to it as `#/components/…`

            error[unsupported-ref]: the reference is empty
              --> api.yaml:15:19
               |
            15 |     Empty: {$ref: ''}
               |                   ^^
               = help: write `#/components/…` or `file.yaml#/…`
        "#]],
    );
}

#[test]
fn references_to_another_kind_of_object() {
    check_findings(
        &format!(
            "{HEAD}paths:
  /a:
    get:
      parameters: [{{$ref: '#/components/schemas/A'}}]
      responses: {{'200': {{$ref: '#/paths/~1a/get'}}}}
components:
  schemas:
    A: {{type: string}}
    B: {{$ref: '#/components/schemas'}}
    C: {{$ref: '#/paths/~1a/get/responses/200'}}
"
        ),
        &expect![[r#"
            error[wrong-ref-target]: `#/components/schemas/A` is a schema, and a parameter belongs here
             --> api.yaml:6:27
              |
            6 |       parameters: [{$ref: '#/components/schemas/A'}]
              |                           ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: refer to a parameter, or write one here

            error[wrong-ref-target]: `#/paths/~1a/get` is an operation, and a response belongs here
             --> api.yaml:7:33
              |
            7 |       responses: {'200': {$ref: '#/paths/~1a/get'}}
              |                                 ^^^^^^^^^^^^^^^^^
              = help: refer to a response, or write one here

            error[wrong-ref-target]: `#/components/schemas` is a map by name, and a schema belongs here
              --> api.yaml:11:15
               |
            11 |     B: {$ref: '#/components/schemas'}
               |               ^^^^^^^^^^^^^^^^^^^^^^
               = help: refer to a schema, or write one here

            error[wrong-ref-target]: `#/paths/~1a/get/responses/200` is a response, and a schema belongs here
              --> api.yaml:12:15
               |
            12 |     C: {$ref: '#/paths/~1a/get/responses/200'}
               |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: refer to a schema, or write one here
        "#]],
    );
}

#[test]
fn references_that_never_end() {
    check_findings(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    A: {{$ref: '#/components/schemas/B'}}
    B: {{$ref: '#/components/schemas/A'}}
    C: {{$ref: '#/components/schemas/A'}}
    D: {{$ref: '#/components/schemas/D'}}
    Fine: {{properties: {{a: {{$ref: '#/components/schemas/Fine'}}}}}}
"
        ),
        &expect![[r#"
            error[reference-cycle]: `#/components/schemas/B` leads to nothing but references
             --> api.yaml:6:15
              |
            6 |     A: {$ref: '#/components/schemas/B'}
              |               ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: let one of them be a schema instead of a reference

            error[reference-cycle]: `#/components/schemas/A` leads to nothing but references
             --> api.yaml:7:15
              |
            7 |     B: {$ref: '#/components/schemas/A'}
              |               ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: let one of them be a schema instead of a reference

            error[reference-cycle]: `#/components/schemas/A` leads to nothing but references
             --> api.yaml:8:15
              |
            8 |     C: {$ref: '#/components/schemas/A'}
              |               ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: let one of them be a schema instead of a reference

            error[reference-cycle]: `#/components/schemas/D` leads to nothing but references
             --> api.yaml:9:15
              |
            9 |     D: {$ref: '#/components/schemas/D'}
              |               ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: let one of them be a schema instead of a reference
        "#]],
    );
}

#[test]
fn references_to_any_place() {
    check_findings(
        &format!(
            "{HEAD}paths:
  '/a b/{{id}}':
    get: {{responses: {{'200': {{description: ok, content: {{application/json: {{schema: {{type: object, properties: {{x: {{type: string}}}}}}}}}}}}}}}}
components:
  schemas:
    ByPath: {{$ref: '#/paths/~1a%20b~1%7Bid%7D/get/responses/200/content/application~1json/schema/properties/x'}}
    InVendorKey: {{$ref: '#/x-shared/Thing'}}
    Deep: {{$ref: '#/components/schemas/Holder/properties/inner'}}
    Holder: {{properties: {{inner: {{type: string}}}}}}
x-shared: {{Thing: {{type: string, maxLenght: 5}}}}
"
        ),
        &expect![[r#"
            warning[unknown-keyword]: a schema has no keyword `maxLenght`
              --> api.yaml:12:34
               |
            12 | x-shared: {Thing: {type: string, maxLenght: 5}}
               |                                  ^^^^^^^^^
               = help: did you mean `maxLength`?
        "#]],
    );
}

#[test]
fn keywords_beside_a_reference() {
    check_findings(
        "openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a: {get: {responses: {'200': {$ref: '#/components/responses/R', description: Other, headers: {}}}}}
components:
  schemas:
    A: {$ref: '#/components/schemas/B', description: Kept, maxLength: 5}
    B: {type: string}
  responses: {R: {description: ok}}
",
        &expect![[r#"
            warning[ref-siblings]: `headers` beside `$ref` has no effect
             --> api.yaml:4:88
              |
            4 |   /a: {get: {responses: {'200': {$ref: '#/components/responses/R', description: Other, headers: {}}}}}
              |                                                                                        ^^^^^^^
              = help: move it into the response that the reference leads to

            warning[ref-siblings]: `maxLength` beside `$ref` has no effect in OpenAPI 3.0
             --> api.yaml:7:60
              |
            7 |     A: {$ref: '#/components/schemas/B', description: Kept, maxLength: 5}
              |                                                            ^^^^^^^^^
              = help: write `allOf: [{$ref: …}]` beside it, or move it to where the reference leads
        "#]],
    );
}
