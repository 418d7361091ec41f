//! What comes out is OpenAPI 3.0: `openapiv3` reads it.

use openapiv3::{OpenAPI, ReferenceOr};

use crate::normalized;

const FORMS_OF_3_1: &str = "openapi: 3.1.0
info: {title: T, version: '1', summary: S, license: {name: MIT, identifier: MIT}}
servers: [{url: 'https://{a}.example.com', variables: {a: {default: b, enum: [b]}}}]
tags: [{name: t}]
security: [{bearer: []}]
paths:
  /a/{id}:
    get:
      operationId: a
      parameters:
        - {name: id, in: path, required: true, schema: {type: [string, 'null'], examples: [a, b]}}
        - {name: q, in: query, style: deepObject, schema: {type: object, patternProperties: {a: {const: 5}}}}
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A', description: d}}}}
      responses:
        '200': {description: ok, headers: {X: {schema: {type: integer, exclusiveMinimum: 0}}}}
        4XX: {description: bad}
        default: {$ref: '#/components/responses/R', description: d}
components:
  responses: {R: {description: ok}}
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  schemas:
    A: {type: [object, 'null'], properties: {t: {type: array, prefixItems: [{type: string}, true]}, n: {type: 'null'}}, dependentRequired: {t: [n]}}
    B: {type: [string, integer], maxLength: 3, contentEncoding: base64}
    C: true
    D: false
    E: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}], $defs: {x: {type: string}}}
    F: {type: integer, maximum: 18446744073709552000, enum: [1]}
";

#[test]
fn a_description_of_3_1() {
    let (normalized, findings) = normalized(FORMS_OF_3_1);
    let mut json = normalized.unwrap().to_json();
    json["openapi"] = "3.0.3".into();
    let api: OpenAPI = serde_json::from_value(json).unwrap_or_else(|e| panic!("{e}\n{findings}"));
    let schemas = &api.components.as_ref().unwrap().schemas;
    assert_eq!(schemas.len(), 6);
    for name in ["A", "E"] {
        let ReferenceOr::Item(schema) = &schemas[name] else {
            panic!("{name}")
        };
        assert!(name == "E" || schema.schema_data.nullable);
    }
    let item = api.paths.paths["/a/{id}"].as_item().unwrap();
    assert_eq!(item.get.as_ref().unwrap().parameters.len(), 2);
    assert_eq!(item.get.as_ref().unwrap().responses.responses.len(), 2);
}

#[test]
fn a_description_of_2_0() {
    let (normalized, findings) = normalized(
        "swagger: '2.0'
info: {title: T, version: '1'}
host: example.com
securityDefinitions:
  o: {type: oauth2, flow: implicit, authorizationUrl: /a, scopes: {a: b}}
  b: {type: basic}
definitions:
  A: {type: object, discriminator: k, properties: {k: {type: string}, f: {type: file}}}
paths:
  /a/{id}:
    post:
      parameters:
        - {name: id, in: path, required: true, type: string}
        - {name: f, in: formData, type: file}
        - {name: l, in: query, type: array, items: {type: string}, collectionFormat: pipes}
      responses: {200: {description: ok, schema: {$ref: '#/definitions/A'}, headers: {X: {type: string}}}}
",
    );
    let json = normalized.unwrap().to_json();
    let api: OpenAPI = serde_json::from_value(json).unwrap_or_else(|e| panic!("{e}\n{findings}"));
    let operation = api.paths.paths["/a/{id}"]
        .as_item()
        .unwrap()
        .post
        .as_ref()
        .unwrap();
    assert_eq!(operation.parameters.len(), 2);
    assert!(operation.request_body.is_some());
    assert_eq!(api.servers[0].url, "https://example.com");
    assert_eq!(api.components.unwrap().security_schemes.len(), 2);
}
