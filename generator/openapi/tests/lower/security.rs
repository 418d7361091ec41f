//! Security schemes and requirements.

use expect_test::expect;

use crate::check_description;

#[test]
fn schemes_and_requirements() {
    check_description(
        "openapi: 3.1.0
info: {title: T, version: '1'}
security: [{bearer: []}]
components:
  securitySchemes:
    bearer: {type: http, scheme: Bearer}
    basic: {type: http, scheme: basic}
    header: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: key}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {a: A}}}}
    digest: {type: http, scheme: digest}
    tls: {type: mutualTLS}
    nameless: {type: apiKey, in: header}
    schemeless: {type: http}
    unknown: {type: httpp, scheme: bearer}
paths:
  /root: {get: {responses: {'200': {description: ok}}}}
  /none: {get: {security: [], responses: {'200': {description: ok}}}}
  /some: {get: {security: [{header: [], query: []}, {oauth: [a]}, {}], responses: {'200': {description: ok}}}}
  /bad: {get: {security: [{beare: []}, {basic: []}], responses: {'200': {description: ok}}}}
",
        &expect![[r#"
            scheme bearer: bearer
            scheme basic: basic
            scheme header: key Header X-Key
            scheme query: key Query key
            scheme oauth: unsupported oauth2
            scheme digest: unsupported http digest
            scheme tls: unsupported mutualTLS
            GET /root -
              security bearer[]
              200 ok
            GET /none -
              200 ok
            GET /some -
              security header[] + query[]
              security oauth["a"]
              security 
              200 ok
            GET /bad -
              security basic[]
              200 ok

            error[unknown-value]: `type` cannot be `httpp`
              --> api.yaml:15:21
               |
            15 |     unknown: {type: httpp, scheme: bearer}
               |                     ^^^^^
               = help: did you mean `http`?

            warning[not-expressed]: the security scheme `oauth2` is not expressed in the output
              --> api.yaml:10:19
               |
            10 |     oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {a: A}}}}
               |                   ^^^^^^
               = help: callers obtain the credential themselves and set it as a header

            warning[not-expressed]: the security scheme `http digest` is not expressed in the output
              --> api.yaml:11:34
               |
            11 |     digest: {type: http, scheme: digest}
               |                                  ^^^^^^
               = help: callers obtain the credential themselves and set it as a header

            warning[not-expressed]: the security scheme `mutualTLS` is not expressed in the output
              --> api.yaml:12:17
               |
            12 |     tls: {type: mutualTLS}
               |                 ^^^^^^^^^
               = help: callers obtain the credential themselves and set it as a header

            error[security-scheme]: an API key needs `name`
              --> api.yaml:13:22
               |
            13 |     nameless: {type: apiKey, in: header}
               |                      ^^^^^^
               = help: add the name of the header, parameter or cookie

            error[security-scheme]: an `http` scheme needs `scheme`
              --> api.yaml:14:24
               |
            14 |     schemeless: {type: http}
               |                        ^^^^
               = help: add `scheme: bearer` or the like

            error[undeclared-scheme]: the security scheme `beare` is not declared
              --> api.yaml:20:28
               |
            20 |   /bad: {get: {security: [{beare: []}, {basic: []}], responses: {'200': {description: ok}}}}
               |                            ^^^^^
               = help: did you mean `bearer`?
        "#]],
    );
}
