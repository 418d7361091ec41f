//! What OpenAPI 3.2 adds: known there, told apart elsewhere.

mod elsewhere;

use expect_test::expect;

use crate::check_findings;

/// Every keyword and word that 3.2 adds.
const ALL: &str = "
$self: https://example.com/openapi
info: {title: T, version: '1'}
servers: [{url: 'https://example.com', name: production}]
tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
paths:
  /a:
    query:
      requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/M'}}}
      parameters:
        - {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
        - {name: c, in: cookie, style: cookie, schema: {type: string}}
      responses:
        '200':
          summary: Events
          headers: {X: {schema: {type: string}, allowReserved: true}}
          content: {text/event-stream: {itemSchema: {type: string}, itemEncoding: {contentType: a/b}}}
        '201': {$ref: '#/components/responses/R', summary: Other}
    additionalOperations:
      COPY: {responses: {}}
components:
  mediaTypes:
    M:
      schema: {type: array, items: {type: string}}
      prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
      examples: {e: {dataValue: [a], serializedValue: '[\"a\"]'}}
  responses: {R: {summary: S}}
  securitySchemes:
    s:
      type: oauth2
      deprecated: true
      oauth2MetadataUrl: https://example.com/meta
      flows: {deviceAuthorization: {deviceAuthorizationUrl: https://a.example, tokenUrl: https://b.example, scopes: {}}}
  schemas:
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, defaultMapping: Cat}}
    Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
";

#[test]
fn in_3_2() {
    check_findings(
        &format!("openapi: 3.2.0{ALL}"),
        &expect![[r#"
            warning[not-expressed]: `summary` is not expressed in the output
             --> api.yaml:5:18
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                  ^^^^^^^
              = help: docs show the description

            warning[not-expressed]: `kind` is not expressed in the output
             --> api.yaml:5:30
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                              ^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `parent` is not expressed in the output
             --> api.yaml:5:52
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                                                    ^^^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `itemEncoding` is not expressed in the output
              --> api.yaml:17:69
               |
            17 |           content: {text/event-stream: {itemSchema: {type: string}, itemEncoding: {contentType: a/b}}}
               |                                                                     ^^^^^^^^^^^^
               = help: parts of a multipart body are told apart by name

            warning[not-expressed]: `prefixEncoding` is not expressed in the output
              --> api.yaml:25:40
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |                                        ^^^^^^^^^^^^^^
               = help: a part that is a form itself is sent as JSON

            warning[not-expressed]: `encoding` is not expressed in the output
              --> api.yaml:25:25
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |                         ^^^^^^^^
               = help: a part that is a form itself is sent as JSON

            warning[not-expressed]: `prefixEncoding` is not expressed in the output
              --> api.yaml:25:7
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |       ^^^^^^^^^^^^^^
               = help: parts of a multipart body are told apart by name

            warning[not-expressed]: `deprecated` is not expressed in the output
              --> api.yaml:31:7
               |
            31 |       deprecated: true
               |       ^^^^^^^^^^
               = help: the credential is set as any other

            warning[not-expressed]: `oauth2MetadataUrl` is not expressed in the output
              --> api.yaml:32:7
               |
            32 |       oauth2MetadataUrl: https://example.com/meta
               |       ^^^^^^^^^^^^^^^^^
               = help: where to get a token is taken from `flows`

            warning[not-expressed]: `xml` is not expressed in the output
              --> api.yaml:36:25
               |
            36 |     Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
               |                         ^^^
               = help: XML bodies pass through as text

            error[unknown-value]: `nodeType` cannot be `comment`
              --> api.yaml:36:90
               |
            36 |     Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
               |                                                                                          ^^^^^^^
               = help: write one of `element`, `attribute`, `text`, `cdata`, `none`
        "#]],
    );
}
