//! Operations: paths, ids, bodies, responses, servers.

use expect_test::expect;

use crate::{check_description, check_paths};

#[test]
fn bodies_and_responses() {
    check_description(
        "openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: Pets}]
paths:
  /pets:
    summary: All pets
    x-path: 1
    post:
      operationId: addPet
      tags: [Pets, Other]
      description: Adds one
      x-op: {a: 1}
      requestBody:
        required: true
        content:
          application/json: {schema: {type: object, properties: {name: {type: string}}}}
          text/plain: {}
      responses:
        '201':
          description: Added
          headers: {X-Rate: {required: true, schema: {type: integer}}, Content-Type: {schema: {type: string}}}
          content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
        '404': {$ref: '#/components/responses/NotFound', description: Not here}
        4XX: {$ref: '#/components/responses/NotFound'}
        default: {description: Error, content: {application/problem+json: {schema: {type: object, properties: {why: {type: string}}}}}}
        600: {description: None}
        5xx: {description: Lower}
components:
  responses:
    NotFound: {description: Gone, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}
",
        &expect![[r#"
            <addPet body> = record
              name?: string
            <addPet response> = record
              id?: string
            <NotFound> = record
              message?: string
            <addPet response default> = record
              why?: string
            POST /pets addPet x-op={"a":1} x-path=1 // All pets // Adds one
              body application/json: <addPet body>
              body text/plain: -
              201 Added
                X-Rate: integer
                application/json: <addPet response>
              404 Not here
                application/json: <NotFound>
              4XX Gone
                application/json: <NotFound>
              default Error
                application/problem+json: <addPet response default>
              5XX Lower

            error[status-key]: `600` is not a status
              --> api.yaml:26:9
               |
            26 |         600: {description: None}
               |         ^^^
               = help: write a status such as `200`, a range such as `4XX`, or `default`

            warning[status-key]: `5xx` is read as `5XX`
              --> api.yaml:27:9
               |
            27 |         5xx: {description: Lower}
               |         ^^^
               = help: write the range with capital letters

            warning[ignored-header]: the header `Content-Type` follows from `content`; here it is ignored
              --> api.yaml:21:72
               |
            21 |           headers: {X-Rate: {required: true, schema: {type: integer}}, Content-Type: {schema: {type: string}}}
               |                                                                        ^^^^^^^^^^^^
               = help: remove it
        "#]],
    );
}

#[test]
fn ids_and_paths_that_stand_twice() {
    check_paths(
        "
/a/{x}:
  get: {operationId: a, parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}
/a/{y}:
  get: {operationId: a, parameters: [{name: y, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}
b:
  get: {responses: {'200': {description: ok}}}
/c/{d:
  get: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: ok}}}
/e?f=1#g:
  get: {responses: {'200': {description: ok}}}
",
        &expect![[r#"
            GET /a/{x} a
              path x: string Simple
              200 ok
            GET /a/{y} -
              path y: string Simple
              200 ok
            GET b -
              200 ok
            GET /c/{d -
              body? text/plain: -
              200 ok
            GET /e?f=1#g -
              200 ok

            warning[path-slash]: the path `b` does not begin with a slash
             --> api.yaml:8:3
              |
            8 |   b:
              |   ^
              = help: write `/b`; it is read so

            error[duplicate-path]: `/a/{y}` matches the same paths as another template
             --> api.yaml:6:3
              |
            6 |   /a/{y}:
              |   ^^^^^^
             ::: api.yaml:4:3
              |
            4 |   /a/{x}:
              |   ------ the other template
              = help: write the operations of a path under one template

            error[duplicate-operation-id]: the `operationId` `a` stands twice
             --> api.yaml:7:24
              |
            7 |     get: {operationId: a, parameters: [{name: y, in: path, required: true, schema: {type: string}}], responses: {'200': …
              |                        ^
             ::: api.yaml:5:24
              |
            5 |     get: {operationId: a, parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {'200': …
              |                        - first used here
              = help: give each operation its own; this one is named after its method and path

            warning[missing-operation-id]: GET of `b` has no `operationId`
             --> api.yaml:9:5
              |
            9 |     get: {responses: {'200': {description: ok}}}
              |     ^^^
              = help: write `operationId: getB`; without one its name is its method and path

            error[path-template]: a brace of `/c/{d` has no partner
              --> api.yaml:10:3
               |
            10 |   /c/{d:
               |   ^^^^^
               = help: write parameters as `{name}`; what follows is sent as text

            warning[body-method]: a body on GET has no meaning of its own (RFC 9110)
              --> api.yaml:11:25
               |
            11 |     get: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: ok}}}
               |                         ^^^^^^^
               = help: use another method or query parameters; it is sent as described

            warning[missing-operation-id]: GET of `/c/{d` has no `operationId`
              --> api.yaml:11:5
               |
            11 |     get: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: ok}}}
               |     ^^^
               = help: write `operationId: getCD`; without one its name is its method and path

            warning[path-template]: the fragment `#g` of the path is never sent
              --> api.yaml:12:3
               |
            12 |   /e?f=1#g:
               |   ^^^^^^^^
               = help: tell operations apart by method or path; the request is made without it

            warning[path-template]: the path holds a query
              --> api.yaml:12:3
               |
            12 |   /e?f=1#g:
               |   ^^^^^^^^
               = help: declare query parameters; as it stands the text is sent as written

            warning[missing-operation-id]: GET of `/e?f=1#g` has no `operationId`
              --> api.yaml:13:5
               |
            13 |     get: {responses: {'200': {description: ok}}}
               |     ^^^
               = help: write `operationId: getEF1`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn fields_of_forms_and_items_of_series() {
    check_paths(
        "  /a:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {file: {type: string, format: binary}, tags: {type: array, items: {type: string}}}}
            encoding:
              file: {contentType: 'image/png, image/jpeg', headers: {X-Rank: {schema: {type: integer}}, Content-Type: {}}}
              tags: {explode: false}
              deep: {style: deepObject, allowReserved: true}
              odd: {style: matrix}
          application/json: {encoding: {a: {contentType: text/plain}}}
          application/jsonl: {itemSchema: {type: object, properties: {n: {type: integer}}}}
      responses: {'200': {description: ok}}
",
        &expect![[r#"
            <post a body> = record
              file?: string(binary)
              tags?: <post a body tags>
            <post a body item> = record
              n?: integer
            <post a body tags> = [string]
            POST /a -
              body? multipart/form-data: <post a body>
                  file sent image/png, image/jpeg
                    X-Rank: integer
                  tags sent Form
                  deep sent DeepObject reserved
                  odd sent Form*
              body? application/json: -
              body? application/jsonl: -
                  each <post a body item>
              200 ok

            warning[other-dialect]: `itemSchema` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:16:33
               |
            16 |             application/jsonl: {itemSchema: {type: object, properties: {n: {type: integer}}}}
               |                                 ^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the keyword

            warning[ignored-header]: the header `Content-Type` follows from `content`; here it is ignored
              --> api.yaml:11:107
               |
            11 | …rs: {X-Rank: {schema: {type: integer}}, Content-Type: {}}}
               |                                          ^^^^^^^^^^^^
               = help: remove it

            error[parameter-style]: a field cannot have the style `matrix`
              --> api.yaml:14:30
               |
            14 |                 odd: {style: matrix}
               |                              ^^^^^^
               = help: leave `style` out: it is sent as `form`

            warning[not-expressed]: `encoding` says nothing about `application/json`
              --> api.yaml:15:42
               |
            15 |             application/json: {encoding: {a: {contentType: text/plain}}}
               |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: remove it; only forms have fields with an encoding

            warning[missing-operation-id]: POST of `/a` has no `operationId`
             --> api.yaml:5:7
              |
            5 |       post:
              |       ^^^^
              = help: write `operationId: postA`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn a_path_item_by_reference() {
    check_description(
        "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a: {$ref: '#/components/pathItems/Shared', post: {operationId: own, responses: {'200': {description: ok}}}}
components:
  pathItems:
    Shared: {get: {operationId: shared, responses: {'200': {description: ok}}}}
",
        &expect![[r#"
            POST /a own
              200 ok
            GET /a shared
              200 ok
        "#]],
    );
}

#[test]
fn servers_and_their_variables() {
    check_description(
        "openapi: 3.0.3
info: {title: T, version: '1'}
servers:
  - {url: 'https://{region}.example.com/{base}', variables: {region: {default: eu, enum: [eu, us]}, port: {default: 443}}}
  - {url: /v1}
  - {url: 'https://{a}', variables: {a: {default: x, enum: [y]}}}
  - {url: 'https://{b}', variables: {b: {enum: [y]}}}
paths: {}
",
        &expect![[r#"
            server /v1
            server https://{a}
              a = x of ["y"]

            warning[coerced-value]: `default` takes text, found a number; it is read as meant
             --> api.yaml:4:117
              |
            4 | …t: eu, enum: [eu, us]}, port: {default: 443}}}
              |                                          ^^^
              = help: put it into quotes: `"443"`

            error[missing-keyword]: a server variable needs `default`
             --> api.yaml:7:38
              |
            7 |   - {url: 'https://{b}', variables: {b: {enum: [y]}}}
              |                                      ^
              = help: add `default`; without it the object is left out

            error[undeclared-server-variable]: the variable `base` of the URL is not declared
             --> api.yaml:4:11
              |
            4 |   - {url: 'https://{region}.example.com/{base}', variables: {region: {default: eu, enum: [eu, us]}, port: {default: 443}…
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: declare it as `variables: {base: {default: …}}`; the server is left out

            warning[unused-server-variable]: the URL has no variable `port`
             --> api.yaml:4:101
              |
            4 | …{region: {default: eu, enum: [eu, us]}, port: {default: 443}}}
              |                                          ^^^^
              = help: write `{port}` where it belongs in the URL, or remove it

            error[server-default]: the default `x` is not one of the `enum` values
             --> api.yaml:6:51
              |
            6 |   - {url: 'https://{a}', variables: {a: {default: x, enum: [y]}}}
              |                                                   ^
              = help: choose one of `y`

            error[undeclared-server-variable]: the variable `b` of the URL is not declared
             --> api.yaml:7:11
              |
            7 |   - {url: 'https://{b}', variables: {b: {enum: [y]}}}
              |           ^^^^^^^^^^^^^
              = help: declare it as `variables: {b: {default: …}}`; the server is left out

            fatal[nothing-described]: the description has no operation, no webhook and no schema
             --> api.yaml:8:1
              |
            8 | paths: {}
              | ^^^^^
              = help: add an operation below `paths`; as it stands nothing is written
        "#]],
    );
}

#[test]
fn servers_that_have_no_url() {
    check_description(
        "openapi: 3.0.3
info: {title: T, version: '1'}
servers:
  - {url: 'https://{region', variables: {region: {default: eu}}}
  - {url: https://a b}
  - {url: /v1}
paths: {}
",
        &expect![[r#"
            server /v1

            error[server-url]: `https://{region` is no URL: a brace has no partner
             --> api.yaml:4:11
              |
            4 |   - {url: 'https://{region', variables: {region: {default: eu}}}
              |           ^^^^^^^^^^^^^^^^^
              = help: write a URL such as `https://api.example.com/v1`; the server is left out

            error[server-url]: `https://a b` is no URL: it holds a space or a line break
             --> api.yaml:5:11
              |
            5 |   - {url: https://a b}
              |           ^^^^^^^^^^^
              = help: write a URL such as `https://api.example.com/v1`; the server is left out

            fatal[nothing-described]: the description has no operation, no webhook and no schema
             --> api.yaml:7:1
              |
            7 | paths: {}
              | ^^^^^
              = help: add an operation below `paths`; as it stands nothing is written
        "#]],
    );
}

#[test]
fn an_empty_id_is_none() {
    check_paths(
        "
/a/{b}:
  get:
    operationId: ''
    parameters: [{name: b, in: path, required: true, schema: {type: string}}]
    responses: {'204': {description: Done}}
",
        &expect![[r#"
            GET /a/{b} -
              path b: string Simple
              204 Done

            warning[missing-operation-id]: GET of `/a/{b}` has an empty `operationId`
             --> api.yaml:6:20
              |
            6 |       operationId: ''
              |                    ^^
              = help: write `operationId: getAByB`; without one its name is its method and path
        "#]],
    );
}
