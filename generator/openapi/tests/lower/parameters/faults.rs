//! Parameters that cannot be what they say.

use super::*;

/// What is missing may be what the broken one was to declare.
#[test]
fn a_parameter_that_cannot_be_read_is_not_found_missing() {
    check_paths(
        "
/a/{id}/{other}:
  get:
    parameters:
      - {name: id, in: pathh, required: true, schema: {type: string}}
    responses: {'204': {description: Done}}
/b/{id}:
  parameters: [{$ref: '#/components/parameters/Id'}]
  get:
    responses: {'204': {description: Done}}
/c/{id}:
  get:
    parameters: [{in: path, required: true, schema: {type: string}}]
    responses: {'204': {description: Done}}
",
        &expect![[r#"
            GET /a/{id}/{other} -
              path id: string Simple
              path other: string Simple
              204 Done
            GET /b/{id} -
              path id: string Simple
              204 Done
            GET /c/{id} -
              path id: string Simple
              204 Done

            error[unknown-value]: `in` cannot be `pathh`
             --> api.yaml:7:26
              |
            7 |         - {name: id, in: pathh, required: true, schema: {type: string}}
              |                          ^^^^^
              = help: did you mean `path`?

            error[missing-keyword]: a parameter needs `name`
              --> api.yaml:15:21
               |
            15 |       parameters: [{in: path, required: true, schema: {type: string}}]
               |                     ^^
               = help: add `name`; without it the object is left out

            error[dangling-ref]: `#/components/parameters/Id` does not exist
              --> api.yaml:10:25
               |
            10 |     parameters: [{$ref: '#/components/parameters/Id'}]
               |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: define it there, or correct the reference

            warning[undeclared-path-parameter]: the path parameter `other` is not declared
             --> api.yaml:4:3
              |
            4 |   /a/{id}/{other}:
              |   ^^^^^^^^^^^^^^^
              = help: add `{name: other, in: path, required: true, schema: …}`; it is taken as text

            warning[missing-operation-id]: GET of `/a/{id}/{other}` has no `operationId`
             --> api.yaml:5:5
              |
            5 |     get:
              |     ^^^
              = help: write `operationId: getAByIdByOther`; without one its name is its method and path

            warning[missing-operation-id]: GET of `/b/{id}` has no `operationId`
              --> api.yaml:11:5
               |
            11 |     get:
               |     ^^^
               = help: write `operationId: getBById`; without one its name is its method and path

            warning[missing-operation-id]: GET of `/c/{id}` has no `operationId`
              --> api.yaml:14:5
               |
            14 |     get:
               |     ^^^
               = help: write `operationId: getCById`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn names_that_http_cannot_send() {
    check_paths(
        "
/a:
  get:
    parameters:
      - {name: 'X Y', in: header, schema: {type: string}}
      - {name: 'a=b', in: cookie, schema: {type: string}}
      - {name: 'a=b', in: query, schema: {type: string}}
      - {name: '', in: query, schema: {type: string}}
    responses: {'204': {description: Done}}
",
        &expect![[r#"
            GET /a -
              query a=b?: string Form*
              204 Done

            error[parameter-name]: `X Y` is no name of a header
             --> api.yaml:7:18
              |
            7 |         - {name: 'X Y', in: header, schema: {type: string}}
              |                  ^^^^^
              = help: use letters, digits and `-`; as it stands the parameter is left out

            error[parameter-name]: `a=b` is no name of a cookie
             --> api.yaml:8:18
              |
            8 |         - {name: 'a=b', in: cookie, schema: {type: string}}
              |                  ^^^^^
              = help: use letters, digits and `-`; as it stands the parameter is left out

            warning[parameter-name]: the name of the parameter is empty
              --> api.yaml:10:18
               |
            10 |         - {name: '', in: query, schema: {type: string}}
               |                  ^^
               = help: write the name that the service reads; as it stands the parameter is left out

            warning[missing-operation-id]: GET of `/a` has no `operationId`
             --> api.yaml:5:5
              |
            5 |     get:
              |     ^^^
              = help: write `operationId: getA`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn faults() {
    check_paths(
        "
/a/{id}/{other}:
  get:
    parameters:
      - {name: id, in: path, schema: {type: string}}
      - {name: othr, in: path, required: true, schema: {type: string}}
      - {name: q, in: query, schema: {type: string}}
      - {name: q, in: query, schema: {type: integer}}
      - {name: Accept, in: header, schema: {type: string}}
      - {name: s, in: query, style: matrix, schema: {type: string}}
      - {name: n, in: query}
      - {name: b, in: query, schema: {type: string}, content: {text/plain: {}}}
      - {in: query, schema: {type: string}}
      - {name: p, in: body, schema: {type: string}}
      - {$ref: '#/components/parameters/None'}
    responses: {'200': {description: ok}}
",
        &expect![[r#"
            GET /a/{id}/{other} -
              path id: string Simple
              query q?: string Form*
              query s?: string Form*
              query n?: string Form*
              query b?: any as text/plain
              path other: string Simple
              200 ok

            error[missing-keyword]: a parameter needs `name`
              --> api.yaml:15:12
               |
            15 |         - {in: query, schema: {type: string}}
               |            ^^
               = help: add `name`; without it the object is left out

            error[unknown-value]: `in` cannot be `body`
              --> api.yaml:16:25
               |
            16 |         - {name: p, in: body, schema: {type: string}}
               |                         ^^^^
               = help: write one of `query`, `path`, `header`, `cookie`

            error[dangling-ref]: `#/components/parameters/None` does not exist
              --> api.yaml:17:18
               |
            17 |         - {$ref: '#/components/parameters/None'}
               |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: define it there, or correct the reference

            error[duplicate-parameter]: the parameter `q` is declared twice
              --> api.yaml:10:18
               |
            10 |         - {name: q, in: query, schema: {type: integer}}
               |                  ^
              ::: api.yaml:9:18
               |
             9 |         - {name: q, in: query, schema: {type: string}}
               |                  - first declared here
               = help: remove one of them; the first one counts

            warning[unused-path-parameter]: the path has no parameter `othr`
             --> api.yaml:8:18
              |
            8 |         - {name: othr, in: path, required: true, schema: {type: string}}
              |                  ^^^^
              = help: did you mean `other`? as it stands it is left out

            warning[ignored-header]: the header `Accept` follows from the media types of the responses; as a parameter it is ignored
              --> api.yaml:11:18
               |
            11 |         - {name: Accept, in: header, schema: {type: string}}
               |                  ^^^^^^
               = help: remove the parameter

            warning[optional-path-parameter]: the path parameter `id` is taken as required
             --> api.yaml:7:18
              |
            7 |         - {name: id, in: path, schema: {type: string}}
              |                  ^^
              = help: write `required: true`: a path has no optional parts

            error[parameter-style]: a parameter here cannot have the style `matrix`
              --> api.yaml:12:39
               |
            12 |         - {name: s, in: query, style: matrix, schema: {type: string}}
               |                                       ^^^^^^
               = help: leave `style` out: it is sent as `form`

            error[parameter-schema]: the parameter `n` has no schema
              --> api.yaml:13:18
               |
            13 |         - {name: n, in: query}
               |                  ^
               = help: add `schema: {type: …}`

            error[parameter-schema]: the parameter `b` has a schema and `content`
              --> api.yaml:14:18
               |
            14 |         - {name: b, in: query, schema: {type: string}, content: {text/plain: {}}}
               |                  ^
               = help: remove one; `content` counts

            warning[missing-operation-id]: GET of `/a/{id}/{other}` has no `operationId`
             --> api.yaml:5:5
              |
            5 |     get:
              |     ^^^
              = help: write `operationId: getAByIdByOther`; without one its name is its method and path
        "#]],
    );
}
