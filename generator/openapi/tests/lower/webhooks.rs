//! Requests that the service makes.

use expect_test::expect;

use crate::check_description;

#[test]
fn webhooks_and_callbacks() {
    check_description(
        "openapi: 3.1.0
info: {title: T, version: '1'}
security: [{key: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
  callbacks:
    onDone:
      '{$request.body#/doneUrl}':
        post:
          operationId: done
          requestBody: {content: {application/json: {schema: {type: object, properties: {at: {type: string}}}}}}
          responses: {'204': {description: Seen}}
  pathItems:
    Old:
      put:
        requestBody: {content: {application/json: {schema: {type: object, properties: {old: {$ref: '#/components/schemas/Pet'}}}}}}
webhooks:
  newPet:
    post:
      parameters: [{name: X-Event, in: header, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {seen: {type: boolean}}}}}}}
  oldPet: {$ref: '#/components/pathItems/Old'}
paths:
  /a: {post: {callbacks: {onDone: {$ref: '#/components/callbacks/onDone'}}}}
  /b:
    post:
      callbacks:
        onDone: {$ref: '#/components/callbacks/onDone'}
        onFail:
          'https://example.com/{$request.query.id}':
            post:
              requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
              callbacks: {onFail: {}}
",
        &expect![[r#"
            scheme key: key Header X-Key
            Pet = record
              name?: string
            <done body> = record
              at?: string
            <post /b onFail body> = record
              why?: string
            <post newPet response> = record
              seen?: boolean
            <put oldPet body> = record
              old?: Pet
            POST /a -
              security key[]
            POST /b -
              security key[]
            webhook newPet
            POST newPet -
              header X-Event?: string Simple
              body application/json: Pet
              200 ok
                application/json: <post newPet response>
            webhook oldPet
            PUT oldPet -
              body? application/json: <put oldPet body>
            callback onDone of ["/a", "/b"] to {$request.body#/doneUrl}
            POST {$request.body#/doneUrl} done
              body? application/json: <done body>
              204 Seen
            callback onFail of ["/b"] to https://example.com/{$request.query.id}
            POST https://example.com/{$request.query.id} -
              body? application/json: <post /b onFail body>

            warning[missing-operation-id]: POST of `/a` has no `operationId`
              --> api.yaml:28:8
               |
            28 |   /a: {post: {callbacks: {onDone: {$ref: '#/components/callbacks/onDone'}}}}
               |        ^^^^
               = help: write `operationId: postA`; without one its name is its method and path

            warning[missing-operation-id]: POST of `/b` has no `operationId`
              --> api.yaml:30:5
               |
            30 |     post:
               |     ^^^^
               = help: write `operationId: postB`; without one its name is its method and path

            warning[not-expressed]: callbacks of a request that the service makes are not expressed in the output
              --> api.yaml:37:15
               |
            37 |               callbacks: {onFail: {}}
               |               ^^^^^^^^^
               = help: describe them as `webhooks`
        "#]],
    );
}
