//! What OpenAPI 3.2 adds, in the IR.

use expect_test::{Expect, expect};

use crate::lowered;

/// Compares parts of the IR by their JSON pointers, and the findings below them.
fn check(text: &str, pointers: &[&str], expect: &Expect) {
    let text = format!("openapi: 3.2.0\ninfo: {{title: T, version: '1'}}\n{text}");
    let (api, findings) = lowered(&text);
    let json = serde_json::to_value(api.unwrap()).unwrap();
    let lines = pointers.iter().map(|pointer| {
        let value = json.pointer(pointer).unwrap_or_else(|| panic!("{pointer}"));
        format!("{pointer}: {value}\n")
    });
    let lines: String = lines.collect();
    expect.assert_eq(&format!(
        "{lines}{}{findings}",
        if findings.is_empty() { "" } else { "\n" }
    ));
}

#[test]
fn methods() {
    check(
        "paths:
  /a:
    query: {operationId: search, requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {}}
    post: {responses: {}}
    additionalOperations:
      COPY: {operationId: copy, responses: {}}
      CONNECT: {operationId: connect, responses: {}}
      POST: {operationId: second, responses: {}}
      PUT: {operationId: put, responses: {}}
      'a b': {responses: {}}
",
        &[
            "/operations/0/method",
            "/operations/1/method",
            "/operations/2/method",
            "/operations/2/pointer",
            "/operations/3/method",
        ],
        &expect![[r##"
            /operations/0/method: "QUERY"
            /operations/1/method: "POST"
            /operations/2/method: "COPY"
            /operations/2/pointer: "#/paths/~1a/additionalOperations/COPY"
            /operations/3/method: "PUT"

            error[method]: `CONNECT` asks a proxy for a tunnel (RFC 9110, section 9.3.6)
             --> api.yaml:9:7
              |
            9 |       CONNECT: {operationId: connect, responses: {}}
              |       ^^^^^^^
              = help: use another method; the operation is left out

            error[method]: `POST` has a keyword of its own
              --> api.yaml:10:7
               |
            10 |       POST: {operationId: second, responses: {}}
               |       ^^^^
               = help: write the operation under `post` of the path item; it is read so

            error[method]: `PUT` has a keyword of its own
              --> api.yaml:11:7
               |
            11 |       PUT: {operationId: put, responses: {}}
               |       ^^^
               = help: write the operation under `put` of the path item; it is read so

            error[method]: `a b` cannot be sent as a method
              --> api.yaml:12:7
               |
            12 |       'a b': {responses: {}}
               |       ^^^^^
               = help: write letters, digits and `-`, as in `COPY`; the operation is left out

            warning[missing-operation-id]: POST of `/a` has no `operationId`
             --> api.yaml:6:5
              |
            6 |     post: {responses: {}}
              |     ^^^^
              = help: write `operationId: postA`; without one its name is its method and path
        "##]],
    );
}

/// A form without fields on a method without a body is nothing to send, and nothing is said.
#[test]
fn forms_of_nothing() {
    check(
        "paths:
  /a:
    get:
      operationId: a
      requestBody:
        required: false
        content: {application/x-www-form-urlencoded: {encoding: {}, schema: {type: object, properties: {}, additionalProperties: false}}}
      responses: {}
    head:
      operationId: b
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {}
",
        &["/operations/0/body", "/operations/1/body/required"],
        &expect![[r#"
            /operations/0/body: null
            /operations/1/body/required: false

            warning[body-method]: a body on HEAD has no meaning of its own (RFC 9110)
              --> api.yaml:13:21
               |
            13 |       requestBody: {content: {application/json: {schema: {type: object}}}}
               |                     ^^^^^^^
               = help: use another method or query parameters; it is sent as described
        "#]],
    );
}

#[test]
fn tags_and_servers() {
    check(
        "servers: [{url: 'https://example.com', name: production}]
tags:
  - {name: a, summary: The a, kind: nav}
  - {name: b, parent: a}
  - {name: c, parent: bb}
  - {name: d, parent: e}
  - {name: e, parent: d}
  - {name: f, parent: f}
paths: {}
",
        &[
            "/servers/0/name",
            "/tags/0/summary",
            "/tags/0/kind",
            "/tags/1/parent",
            "/tags/2/parent",
            "/tags/5/parent",
        ],
        &expect![[r#"
            /servers/0/name: "production"
            /tags/0/summary: "The a"
            /tags/0/kind: "nav"
            /tags/1/parent: "a"
            /tags/2/parent: null
            /tags/5/parent: null

            warning[not-expressed]: `summary` is not expressed in the output
             --> api.yaml:5:15
              |
            5 |   - {name: a, summary: The a, kind: nav}
              |               ^^^^^^^
              = help: docs show the description

            warning[not-expressed]: `kind` is not expressed in the output
             --> api.yaml:5:31
              |
            5 |   - {name: a, summary: The a, kind: nav}
              |                               ^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `parent` is not expressed in the output
             --> api.yaml:6:15
              |
            6 |   - {name: b, parent: a}
              |               ^^^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `parent` is not expressed in the output
             --> api.yaml:7:15
              |
            7 |   - {name: c, parent: bb}
              |               ^^^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `parent` is not expressed in the output
             --> api.yaml:8:15
              |
            8 |   - {name: d, parent: e}
              |               ^^^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `parent` is not expressed in the output
             --> api.yaml:9:15
              |
            9 |   - {name: e, parent: d}
              |               ^^^^^^
              = help: tags of all kinds are groups of their own, none inside of another

            warning[not-expressed]: `parent` is not expressed in the output
              --> api.yaml:10:15
               |
            10 |   - {name: f, parent: f}
               |               ^^^^^^
               = help: tags of all kinds are groups of their own, none inside of another

            warning[tag-parent]: there is no tag `bb`
             --> api.yaml:7:23
              |
            7 |   - {name: c, parent: bb}
              |                       ^^
              = help: did you mean `b`?

            warning[tag-parent]: the tag `d` is inside of itself
             --> api.yaml:8:23
              |
            8 |   - {name: d, parent: e}
              |                       ^
              = help: let one of them have no parent; as it stands this one has none

            warning[tag-parent]: the tag `e` is inside of itself
             --> api.yaml:9:23
              |
            9 |   - {name: e, parent: d}
              |                       ^
              = help: let one of them have no parent; as it stands this one has none

            warning[tag-parent]: the tag `f` is inside of itself
              --> api.yaml:10:23
               |
            10 |   - {name: f, parent: f}
               |                       ^
               = help: let one of them have no parent; as it stands this one has none

            fatal[nothing-described]: the description has no operation, no webhook and no schema
              --> api.yaml:11:1
               |
            11 | paths: {}
               | ^^^^^
               = help: add an operation below `paths`; as it stands nothing is written
        "#]],
    );
}

#[test]
fn bodies_and_answers() {
    check(
        "paths:
  /a:
    get:
      operationId: a
      responses:
        '200': {summary: Events, content: {text/event-stream: {$ref: '#/components/mediaTypes/Events'}}}
        '400': {$ref: '#/components/responses/Bad', summary: Mine}
components:
  mediaTypes:
    Events:
      itemSchema: {type: object, properties: {event: {type: string}}}
      examples: {e: {dataValue: {event: x}, serializedValue: 'event: x'}, t: {serializedValue: 'event: y'}}
  responses: {Bad: {summary: Theirs, description: Bad}}
",
        &[
            "/operations/0/responses/0/docs/summary",
            "/operations/0/responses/0/media/0/ty",
            "/operations/0/responses/0/media/0/item/nullable",
            "/operations/0/responses/0/media/0/examples/0/value",
            "/operations/0/responses/0/media/0/examples/1/value",
            "/operations/0/responses/1/docs/summary",
            "/operations/0/responses/1/docs/description",
        ],
        &expect![[r#"
            /operations/0/responses/0/docs/summary: "Events"
            /operations/0/responses/0/media/0/ty: null
            /operations/0/responses/0/media/0/item/nullable: false
            /operations/0/responses/0/media/0/examples/0/value: {"event":"x"}
            /operations/0/responses/0/media/0/examples/1/value: "event: y"
            /operations/0/responses/1/docs/summary: "Mine"
            /operations/0/responses/1/docs/description: "Bad"
        "#]],
    );
}

#[test]
fn schemes_and_unions() {
    check(
        "paths: {}
security: [{'#/components/securitySchemes/key': []}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: K, deprecated: true}}
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]
      discriminator: {propertyName: kind, mapping: {c: Cat}, defaultMapping: Dog}
    Lost:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, defaultMapping: Pet}
    Cat: {type: object, properties: {kind: {type: string}}}
    Dog: {type: object, properties: {kind: {type: string}}}
",
        &[
            "/security_schemes/0/deprecated",
            "/types/0/shape/fallback",
            "/types/0/shape/variants/1/label",
        ],
        &expect![[r#"
            /security_schemes/0/deprecated: true
            /types/0/shape/fallback: 1
            /types/0/shape/variants/1/label: "Dog"

            warning[not-expressed]: `deprecated` is not expressed in the output
             --> api.yaml:6:62
              |
            6 |   securitySchemes: {key: {type: apiKey, in: header, name: K, deprecated: true}}
              |                                                              ^^^^^^^^^^
              = help: the credential is set as any other

            warning[discriminator-mapping]: `defaultMapping` leads to a schema that is not among the alternatives
              --> api.yaml:13:59
               |
            13 |       discriminator: {propertyName: kind, defaultMapping: Pet}
               |                                                           ^^^
               = help: add the schema to `oneOf`; as it stands a value without a known tag is kept as it is
        "#]],
    );
}
