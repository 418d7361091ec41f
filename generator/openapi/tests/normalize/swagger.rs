//! Swagger 2.0: the 3.0 shape of it, and findings at their true places.

use expect_test::expect;

use crate::{check_findings, check_shape};

const PETS: &str = "swagger: '2.0'
info: {title: T, version: '1'}
host: api.example.com
basePath: /v1/
schemes: [http, https]
consumes: [application/json]
produces: [application/json, application/xml]
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, in: header, name: X-Key}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {r: Read}}
parameters:
  Limit: {name: limit, in: query, type: integer, maximum: 9, x-a: 1}
  Pet: {name: pet, in: body, required: true, description: The pet, schema: {$ref: '#/definitions/Pet'}}
responses:
  Gone: {description: Gone, schema: {$ref: '#/definitions/Pet'}}
definitions:
  Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, note: {type: string, x-nullable: true}, default: {$ref: '#/definitions/Pet'}}}
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, type: string}
    get:
      parameters:
        - {$ref: '#/parameters/Limit'}
        - {name: tags, in: query, type: array, items: {type: string, collectionFormat: csv}, collectionFormat: multi}
        - {name: csv, in: query, type: array, items: {type: string}}
        - {name: tsv, in: query, type: array, items: {type: string}, collectionFormat: tsv}
      responses:
        200: {description: ok, schema: {type: array, items: {$ref: '#/definitions/Pet'}}, headers: {X-N: {type: integer, description: n}}, examples: {application/json: [1], text/csv: a}}
        404: {$ref: '#/responses/Gone'}
    put:
      schemes: [http]
      parameters: [{$ref: '#/parameters/Pet'}]
      responses: {204: {description: Done}}
    post:
      consumes: [multipart/form-data]
      produces: [image/png]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string, description: A note, maxLength: 3}
        - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
      responses: {200: {description: ok, schema: {type: file}}}
";

#[test]
fn the_head() {
    check_shape(
        PETS,
        "",
        &expect![[r##"
            openapi: "3.0.3"
            info: {"title":"T","version":"1"}
            host: "api.example.com"
            basePath: "/v1/"
            schemes: ["http","https"]
            consumes: ["application/json"]
            produces: ["application/json","application/xml"]
            paths: {"/pets/{id}":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"get":{"parameters":[{"$ref":"#/components/parameters/Limit"},{"name":"tags","in":"query","style":"form","explode":true,"schema":{"type":"array","items":{"type":"string"}}},{"name":"csv","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}},{"name":"tsv","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}}],"responses":{"200":{"description":"ok","headers":{"X-N":{"description":"n","schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}},"example":[1]},"application/xml":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}}},"text/csv":{"example":"a"}}},"404":{"$ref":"#/components/responses/Gone"}}},"put":{"parameters":[],"responses":{"204":{"description":"Done"}},"servers":[{"url":"http://api.example.com/v1"}],"requestBody":{"required":true,"description":"The pet","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}}},"post":{"parameters":[],"responses":{"200":{"description":"ok","content":{"image/png":{"schema":{"type":"string","format":"binary"}}}}},"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"file":{"type":"string","format":"binary"},"note":{"type":"string","maxLength":3,"description":"A note"},"tags":{"type":"array","items":{"type":"string"}}},"required":["file"]},"encoding":{"tags":{"style":"form","explode":true}}}},"required":true}}}}
            servers: [{"url":"https://api.example.com/v1"},{"url":"http://api.example.com/v1"}]
            components: {"schemas":{"Pet":{"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"properties":{"kind":{"type":"string"},"note":{"type":"string","nullable":true},"default":{"$ref":"#/components/schemas/Pet"}}}},"responses":{"Gone":{"description":"Gone","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}},"application/xml":{"schema":{"$ref":"#/components/schemas/Pet"}}}}},"parameters":{"Limit":{"name":"limit","in":"query","x-a":1,"schema":{"type":"integer","maximum":9}}},"securitySchemes":{"basic":{"type":"http","scheme":"basic"},"key":{"type":"apiKey","in":"header","name":"X-Key"},"oauth":{"type":"oauth2","flows":{"authorizationCode":{"authorizationUrl":"/a","tokenUrl":"/t","scopes":{"r":"Read"}}}}}}
        "##]],
    );
}

#[test]
fn operations() {
    check_shape(
        PETS,
        "/paths/~1pets~1{id}",
        &expect![[r##"
            parameters: [{"name":"id","in":"path","required":true,"schema":{"type":"string"}}]
            get: {"parameters":[{"$ref":"#/components/parameters/Limit"},{"name":"tags","in":"query","style":"form","explode":true,"schema":{"type":"array","items":{"type":"string"}}},{"name":"csv","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}},{"name":"tsv","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}}],"responses":{"200":{"description":"ok","headers":{"X-N":{"description":"n","schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}},"example":[1]},"application/xml":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}}},"text/csv":{"example":"a"}}},"404":{"$ref":"#/components/responses/Gone"}}}
            put: {"parameters":[],"responses":{"204":{"description":"Done"}},"servers":[{"url":"http://api.example.com/v1"}],"requestBody":{"required":true,"description":"The pet","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}}}
            post: {"parameters":[],"responses":{"200":{"description":"ok","content":{"image/png":{"schema":{"type":"string","format":"binary"}}}}},"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"file":{"type":"string","format":"binary"},"note":{"type":"string","maxLength":3,"description":"A note"},"tags":{"type":"array","items":{"type":"string"}}},"required":["file"]},"encoding":{"tags":{"style":"form","explode":true}}}},"required":true}}
        "##]],
    );
}

#[test]
fn findings_of_the_conversion() {
    check_findings(
        PETS,
        &expect![[r#"
        warning[not-expressed]: lists separated as `tsv` are not expressed here in the output
          --> api.yaml:28:88
           |
        28 |         - {name: tsv, in: query, type: array, items: {type: string}, collectionFormat: tsv}
           |                                                                                        ^^^
           = help: items are separated by commas
    "#]],
    );
}

#[test]
fn faults_at_their_true_places() {
    check_findings(
        "swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /pets:
    get:
      parameters:
        - {name: limit, in: query, type: integr, maxLenght: 5}
        - {name: pet, in: body, schema: {$ref: '#/definitions/Pett'}}
        - {name: cookie, in: cookie, type: string}
      requestBody: {content: {}}
      responses: {200: {schema: {type: object, nullable: true, oneOf: []}}}
definitions:
  Pet: {type: object, properties: {id: {type: strin}}}
",
        &expect![[r#"
            error[unknown-value]: `type` cannot be `integr`
             --> api.yaml:7:42
              |
            7 |         - {name: limit, in: query, type: integr, maxLenght: 5}
              |                                          ^^^^^^
              = help: did you mean `integer`?

            warning[unknown-keyword]: a parameter has no keyword `maxLenght`
             --> api.yaml:7:50
              |
            7 |         - {name: limit, in: query, type: integr, maxLenght: 5}
              |                                                  ^^^^^^^^^
              = help: did you mean `maxLength`?

            error[unknown-value]: `in` cannot be `cookie`
             --> api.yaml:9:30
              |
            9 |         - {name: cookie, in: cookie, type: string}
              |                              ^^^^^^
              = help: write one of `query`, `path`, `header`, `body`, `formData`

            warning[unknown-keyword]: an operation has no keyword `requestBody`
              --> api.yaml:10:7
               |
            10 |       requestBody: {content: {}}
               |       ^^^^^^^^^^^
               = help: remove it, or begin its name with `x-` to keep it as an extension

            warning[missing-keyword]: a response needs `description`
              --> api.yaml:11:19
               |
            11 |       responses: {200: {schema: {type: object, nullable: true, oneOf: []}}}
               |                   ^^^
               = help: add `description`; it is read as empty

            warning[other-dialect]: `nullable` is a keyword of OpenAPI 3.0, not of Swagger 2.0
              --> api.yaml:11:48
               |
            11 |       responses: {200: {schema: {type: object, nullable: true, oneOf: []}}}
               |                                                ^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `oneOf` is a keyword of OpenAPI 3.0, not of Swagger 2.0
              --> api.yaml:11:64
               |
            11 |       responses: {200: {schema: {type: object, nullable: true, oneOf: []}}}
               |                                                                ^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[empty-composition]: `oneOf` lists no schemas; it is left out
              --> api.yaml:11:64
               |
            11 |       responses: {200: {schema: {type: object, nullable: true, oneOf: []}}}
               |                                                                ^^^^^
               = help: list them, or remove the keyword

            error[unknown-type]: `strin` is not a type
              --> api.yaml:13:47
               |
            13 |   Pet: {type: object, properties: {id: {type: strin}}}
               |                                               ^^^^^
               = help: did you mean `string`? as it stands any value is taken

            error[dangling-ref]: `#/definitions/Pett` does not exist
             --> api.yaml:8:48
              |
            8 |         - {name: pet, in: body, schema: {$ref: '#/definitions/Pett'}}
              |                                                ^^^^^^^^^^^^^^^^^^^^
              = help: did you mean `#/definitions/Pet`?
        "#]],
    );
}

/// What a status, header or property is called is no keyword whose value is data.
#[test]
fn references_below_names_that_read_like_data() {
    check_shape(
        "swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: a
      responses:
        default: {description: no, schema: {$ref: '#/definitions/default'}}
    post:
      operationId: b
      parameters: [{$ref: '#/parameters/default'}]
      responses: {default: {$ref: '#/responses/default'}}
parameters:
  default: {name: b, in: body, schema: {$ref: '#/definitions/example'}}
responses:
  default: {description: no, schema: {$ref: '#/definitions/example'}}
definitions:
  default: {type: object, properties: {enum: {$ref: '#/definitions/example'}}}
  example: {type: object, default: {$ref: '#/definitions/data'}}
",
        "",
        &expect![[r##"
            openapi: "3.0.3"
            info: {"title":"T","version":"1"}
            paths: {"/a":{"get":{"operationId":"a","responses":{"default":{"description":"no","content":{"application/json":{"schema":{"$ref":"#/components/schemas/default"}}}}}},"post":{"operationId":"b","parameters":[],"responses":{"default":{"$ref":"#/components/responses/default"}},"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/example"}}}}}}}
            components: {"schemas":{"default":{"type":"object","properties":{"enum":{"$ref":"#/components/schemas/example"}}},"example":{"type":"object","default":{"$ref":"#/definitions/data"}}},"responses":{"default":{"description":"no","content":{"application/json":{"schema":{"$ref":"#/components/schemas/example"}}}}},"parameters":{}}
        "##]],
    );
}
