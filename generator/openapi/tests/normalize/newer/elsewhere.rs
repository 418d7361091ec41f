//! The same under a version that does not have it.

use super::*;

#[test]
fn in_3_1() {
    check_findings(
        &format!("openapi: 3.1.0{ALL}"),
        &expect![[r#"
            warning[other-dialect]: `$self` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:2:1
              |
            2 | $self: https://example.com/openapi
              | ^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `name` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:4:40
              |
            4 | servers: [{url: 'https://example.com', name: production}]
              |                                        ^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `summary` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:5:18
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                  ^^^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `summary` is not expressed in the output
             --> api.yaml:5:18
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                  ^^^^^^^
              = help: docs show the description

            warning[other-dialect]: `kind` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:5:30
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                              ^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `kind` is not expressed in the output
             --> api.yaml:5:30
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                              ^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[other-dialect]: `parent` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:5:52
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                                                    ^^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `parent` is not expressed in the output
             --> api.yaml:5:52
              |
            5 | tags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]
              |                                                    ^^^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[other-dialect]: `query` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:8:5
              |
            8 |     query:
              |     ^^^^^
              = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `in: querystring` is a form of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:11:25
               |
            11 |         - {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
               |                         ^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the word

            warning[other-dialect]: `style: cookie` is a form of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:12:40
               |
            12 |         - {name: c, in: cookie, style: cookie, schema: {type: string}}
               |                                        ^^^^^^
               = help: it is applied as there; change the version of the description or the word

            warning[missing-keyword]: a response needs `description`
              --> api.yaml:14:9
               |
            14 |         '200':
               |         ^^^^^
               = help: add `description`; it is read as empty

            warning[other-dialect]: `summary` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:15:11
               |
            15 |           summary: Events
               |           ^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `itemSchema` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:17:41
               |
            17 |           content: {text/event-stream: {itemSchema: {type: string}, itemEncoding: {contentType: a/b}}}
               |                                         ^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `itemEncoding` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:17:69
               |
            17 |           content: {text/event-stream: {itemSchema: {type: string}, itemEncoding: {contentType: a/b}}}
               |                                                                     ^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `itemEncoding` is not expressed in the output
              --> api.yaml:17:69
               |
            17 |           content: {text/event-stream: {itemSchema: {type: string}, itemEncoding: {contentType: a/b}}}
               |                                                                     ^^^^^^^^^^^^
               = help: parts of a multipart body are told apart by name

            warning[other-dialect]: `additionalOperations` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:19:5
               |
            19 |     additionalOperations:
               |     ^^^^^^^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `mediaTypes` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:22:3
               |
            22 |   mediaTypes:
               |   ^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `prefixEncoding` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:25:7
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |       ^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `encoding` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:25:25
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |                         ^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `prefixEncoding` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:25:40
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |                                        ^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `prefixEncoding` is not expressed in the output
              --> api.yaml:25:40
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |                                        ^^^^^^^^^^^^^^
               = help: a part that is a form itself is sent as JSON

            warning[other-dialect]: `itemEncoding` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:25:62
               |
            25 |       prefixEncoding: [{encoding: {a: {prefixEncoding: [{}], itemEncoding: {}}}}]
               |                                                              ^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

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

            warning[other-dialect]: `dataValue` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:26:22
               |
            26 |       examples: {e: {dataValue: [a], serializedValue: '["a"]'}}
               |                      ^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `serializedValue` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:26:38
               |
            26 |       examples: {e: {dataValue: [a], serializedValue: '["a"]'}}
               |                                      ^^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[missing-keyword]: a response needs `description`
              --> api.yaml:27:15
               |
            27 |   responses: {R: {summary: S}}
               |               ^
               = help: add `description`; it is read as empty

            warning[other-dialect]: `summary` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:27:19
               |
            27 |   responses: {R: {summary: S}}
               |                   ^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `deprecated` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:31:7
               |
            31 |       deprecated: true
               |       ^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `deprecated` is not expressed in the output
              --> api.yaml:31:7
               |
            31 |       deprecated: true
               |       ^^^^^^^^^^
               = help: the credential is set as any other

            warning[other-dialect]: `oauth2MetadataUrl` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:32:7
               |
            32 |       oauth2MetadataUrl: https://example.com/meta
               |       ^^^^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `oauth2MetadataUrl` is not expressed in the output
              --> api.yaml:32:7
               |
            32 |       oauth2MetadataUrl: https://example.com/meta
               |       ^^^^^^^^^^^^^^^^^
               = help: where to get a token is taken from `flows`

            warning[other-dialect]: `deviceAuthorization` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:33:15
               |
            33 |       flows: {deviceAuthorization: {deviceAuthorizationUrl: https://a.example, tokenUrl: https://b.example, scopes: {}}}
               |               ^^^^^^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `deviceAuthorizationUrl` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:33:37
               |
            33 |       flows: {deviceAuthorization: {deviceAuthorizationUrl: https://a.example, tokenUrl: https://b.example, scopes: {}}}
               |                                     ^^^^^^^^^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `defaultMapping` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:35:92
               |
            35 |     Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, defaultMapping: Cat}}
               |                                                                                            ^^^^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[other-dialect]: `nodeType` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:36:31
               |
            36 |     Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
               |                               ^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[not-expressed]: `xml` is not expressed in the output
              --> api.yaml:36:25
               |
            36 |     Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
               |                         ^^^
               = help: XML bodies pass through as text

            warning[other-dialect]: `nodeType` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:36:80
               |
            36 |     Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
               |                                                                                ^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            error[unknown-value]: `nodeType` cannot be `comment`
              --> api.yaml:36:90
               |
            36 |     Cat: {type: object, xml: {nodeType: element}, additionalProperties: {xml: {nodeType: comment}}}
               |                                                                                          ^^^^^^^
               = help: write one of `element`, `attribute`, `text`, `cdata`, `none`
        "#]],
    );
}
