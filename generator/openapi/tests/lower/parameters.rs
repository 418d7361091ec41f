//! Parameters: places and styles.

mod faults;

use expect_test::expect;

use crate::{check_description, check_paths};

#[test]
fn places_and_styles() {
    check_paths(
        "
/a/{id}/{list}:
  get:
    operationId: get
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}, example: a/b}
      - {name: list, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: string}}}
      - {name: q, in: query, schema: {type: string, enum: [x, y], default: x}, examples: {one: {value: y, summary: Y}}}
      - {name: csv, in: query, explode: false, schema: {type: array, items: {type: integer}}}
      - {name: pipes, in: query, style: pipeDelimited, schema: {type: array, items: {type: integer}}}
      - {name: deep, in: query, style: deepObject, schema: {type: object, additionalProperties: true}}
      - {name: php, in: query, x-specsmith-style: brackets, schema: {type: object}, allowReserved: true}
      - {name: json, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
      - {name: X-H, in: header, required: true, deprecated: true, description: A header, schema: {type: string, maxLength: 9}}
      - {name: c, in: cookie, schema: {type: string}}
      - {name: bare, in: cookie, style: cookie, schema: {type: string}}
      - {name: spaced, in: query, style: spaceDelimited, explode: true, schema: {type: array, items: {type: integer}}}
      - {name: flag, in: query, allowEmptyValue: true, schema: {type: boolean}}
    responses: {'204': {description: Done}}
",
        &expect![[r#"
            <get list> = [string]
            <get q> = enum = "x"
              "x"
              "y"
            <get csv> = [integer]
            <get pipes> = [integer]
            <get deep> = {*: any}
            <get php> = {*: any}
            <get json> = record
              a?: string
            <get spaced> = [integer]
            GET /a/{id}/{list} get
              path id: string Simple e.g. "a/b"
              path list: <get list> Matrix*
              query q?: <get q> Form* = "x" e.g. one: "y"
              query csv?: <get csv> Form
              query pipes?: <get pipes> PipeDelimited
              query deep?: <get deep> DeepObject*
              query php?: <get php> Brackets* reserved x-specsmith-style="brackets"
              query json?: <get json> as application/json
              header X-H: string Simple max_length=9 deprecated // A header
              cookie c?: string Form*
              cookie bare?: string Cookie*
              query spaced?: <get spaced> SpaceDelimited*
              query flag?: boolean Form* or empty
              204 Done

            warning[other-dialect]: `style: cookie` is a form of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:18:43
               |
            18 |         - {name: bare, in: cookie, style: cookie, schema: {type: string}}
               |                                           ^^^^^^
               = help: it is applied as there; change the version of the description or the word

            warning[parameter-style]: the style `spaceDelimited` has no form with `explode: true`
              --> api.yaml:19:69
               |
            19 |         - {name: spaced, in: query, style: spaceDelimited, explode: true, schema: {type: array, items: {type: integer}}}
               |                                                                     ^^^^
               = help: leave `explode` out for `spaceDelimited`; as it stands it is sent as `form`
        "#]],
    );
}

#[test]
fn a_parameter_that_is_the_whole_query() {
    check_paths(
        "
/a:
  get:
    parameters:
      - {name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
    responses: {'204': {description: Done}}
/b:
  get:
    parameters: [{name: all, in: querystring, schema: {type: object}}]
    responses: {'204': {description: Done}}
",
        &expect![[r#"
            <get a all> = {*: any}
            <get b all> = {*: any}
            GET /a -
              querystring all?: <get a all> as application/x-www-form-urlencoded
              204 Done
            GET /b -
              querystring all?: <get b all> Form*
              204 Done

            warning[other-dialect]: `in: querystring` is a form of OpenAPI 3.2, not of OpenAPI 3.1
             --> api.yaml:7:27
              |
            7 |         - {name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
              |                           ^^^^^^^^^^^
              = help: it is applied as there; change the version of the description or the word

            warning[other-dialect]: `in: querystring` is a form of OpenAPI 3.2, not of OpenAPI 3.1
              --> api.yaml:11:36
               |
            11 |       parameters: [{name: all, in: querystring, schema: {type: object}}]
               |                                    ^^^^^^^^^^^
               = help: it is applied as there; change the version of the description or the word

            warning[missing-operation-id]: GET of `/a` has no `operationId`
             --> api.yaml:5:5
              |
            5 |     get:
              |     ^^^
              = help: write `operationId: getA`; without one its name is its method and path

            error[parameter-schema]: the parameter `all` is the whole query and has no `content`
              --> api.yaml:11:27
               |
            11 |       parameters: [{name: all, in: querystring, schema: {type: object}}]
               |                           ^^^
               = help: write the schema under `content: {application/x-www-form-urlencoded: …}`

            warning[missing-operation-id]: GET of `/b` has no `operationId`
              --> api.yaml:10:5
               |
            10 |     get:
               |     ^^^
               = help: write `operationId: getB`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn an_operation_overrides_its_path_item() {
    check_paths(
        "
/a:
  parameters:
    - {name: x, in: query, schema: {type: string}}
    - {name: y, in: query, schema: {type: string}}
  get:
    parameters: [{name: x, in: query, required: true, schema: {type: integer}}]
    responses: {default: {description: Any}}
",
        &expect![[r#"
            GET /a -
              query y?: string Form*
              query x: integer Form*
              default Any

            warning[missing-operation-id]: GET of `/a` has no `operationId`
             --> api.yaml:8:5
              |
            8 |     get:
              |     ^^^
              = help: write `operationId: getA`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn a_component_is_lowered_where_it_is_used() {
    check_description(
        "openapi: 3.0.3
info: {title: T, version: '1'}
components:
  parameters:
    Filter: {name: filter, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}
paths:
  /a: {get: {operationId: a, parameters: [{$ref: '#/components/parameters/Filter'}], responses: {'200': {description: ok}}}}
  /b: {get: {operationId: b, parameters: [{$ref: '#/components/parameters/Filter'}], responses: {'200': {description: ok}}}}
",
        &expect![[r#"
            <Filter> = record
              a?: string
            GET /a a
              query filter?: <Filter> DeepObject*
              200 ok
            GET /b b
              query filter?: <Filter> DeepObject*
              200 ok
        "#]],
    );
}
