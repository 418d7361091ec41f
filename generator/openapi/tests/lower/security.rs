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
    oidc: {type: openIdConnect, openIdConnectUrl: 'https://id.example/.well-known/openid-configuration'}
    flowless: {type: oauth2}
    tokenless: {type: oauth2, flows: {clientCredentials: {scopes: {}}, implicit: {authorizationUrl: /a, scopes: {}}}}
    nameless: {type: apiKey, in: header}
    schemeless: {type: http}
    unknown: {type: httpp, scheme: bearer}
paths:
  /root: {get: {responses: {'200': {description: ok}}}}
  /none: {get: {security: [], responses: {'200': {description: ok}}}}
  /some: {get: {security: [{header: [], query: []}, {oauth: [a]}, {}], responses: {'200': {description: ok}}}}
  /both: {get: {security: [{bearer: [], basic: [], tls: []}], responses: {'200': {description: ok}}}}
  /bad: {get: {security: [{beare: []}, {basic: []}], responses: {'200': {description: ok}}}}
",
        &expect![[r#"
            scheme bearer: bearer
            scheme basic: basic
            scheme header: key Header X-Key
            scheme query: key Query key
            scheme oauth: oauth2 ClientCredentials(None, Some("/token"), ["a"])
            scheme digest: http digest
            scheme tls: mutual TLS
            scheme oidc: openIdConnect Some("https://id.example/.well-known/openid-configuration")
            scheme flowless: oauth2
            scheme tokenless: oauth2 ClientCredentials(None, None, []) Implicit(Some("/a"), None, [])
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
            GET /both -
              security bearer[] + basic[] + tls[]
              200 ok
            GET /bad -
              security basic[]
              200 ok

            error[unknown-value]: `type` cannot be `httpp`
              --> api.yaml:18:21
               |
            18 |     unknown: {type: httpp, scheme: bearer}
               |                     ^^^^^
               = help: did you mean `http`?

            error[security-scheme]: an `oauth2` scheme needs `flows`
              --> api.yaml:14:22
               |
            14 |     flowless: {type: oauth2}
               |                      ^^^^^^
               = help: add the flow that callers use; as it stands they bring a token of their own

            error[security-scheme]: the flow needs `tokenUrl`
              --> api.yaml:15:39
               |
            15 |     tokenless: {type: oauth2, flows: {clientCredentials: {scopes: {}}, implicit: {authorizationUrl: /a, scopes: {}}}}
               |                                       ^^^^^^^^^^^^^^^^^
               = help: add the URL that hands out tokens; until then callers name it themselves

            error[security-scheme]: an API key needs `name`
              --> api.yaml:16:22
               |
            16 |     nameless: {type: apiKey, in: header}
               |                      ^^^^^^
               = help: add the name of the header, parameter or cookie

            error[security-scheme]: an `http` scheme needs `scheme`
              --> api.yaml:17:24
               |
            17 |     schemeless: {type: http}
               |                        ^^^^
               = help: add `scheme: bearer` or the like

            warning[missing-operation-id]: GET of `/root` has no `operationId`
              --> api.yaml:20:11
               |
            20 |   /root: {get: {responses: {'200': {description: ok}}}}
               |           ^^^
               = help: write `operationId: getRoot`; without one its name is its method and path

            warning[missing-operation-id]: GET of `/none` has no `operationId`
              --> api.yaml:21:11
               |
            21 |   /none: {get: {security: [], responses: {'200': {description: ok}}}}
               |           ^^^
               = help: write `operationId: getNone`; without one its name is its method and path

            warning[missing-operation-id]: GET of `/some` has no `operationId`
              --> api.yaml:22:11
               |
            22 |   /some: {get: {security: [{header: [], query: []}, {oauth: [a]}, {}], responses: {'200': {description: ok}}}}
               |           ^^^
               = help: write `operationId: getSome`; without one its name is its method and path

            warning[clashing-schemes]: `bearer` and `basic` are both sent in the header `Authorization`
              --> api.yaml:23:41
               |
            23 |   /both: {get: {security: [{bearer: [], basic: [], tls: []}], responses: {'200': {description: ok}}}}
               |                                         ^^^^^
               = help: if one of them is enough, write them as two list items; `bearer` is sent

            warning[missing-operation-id]: GET of `/both` has no `operationId`
              --> api.yaml:23:11
               |
            23 |   /both: {get: {security: [{bearer: [], basic: [], tls: []}], responses: {'200': {description: ok}}}}
               |           ^^^
               = help: write `operationId: getBoth`; without one its name is its method and path

            error[undeclared-scheme]: the security scheme `beare` is not declared
              --> api.yaml:24:28
               |
            24 |   /bad: {get: {security: [{beare: []}, {basic: []}], responses: {'200': {description: ok}}}}
               |                            ^^^^^
               = help: did you mean `bearer`?

            warning[missing-operation-id]: GET of `/bad` has no `operationId`
              --> api.yaml:24:10
               |
            24 |   /bad: {get: {security: [{beare: []}, {basic: []}], responses: {'200': {description: ok}}}}
               |          ^^^
               = help: write `operationId: getBad`; without one its name is its method and path
        "#]],
    );
}

#[test]
fn keys_whose_names_http_cannot_send() {
    check_description(
        "openapi: 3.1.0
info: {title: T, version: '1'}
components:
  securitySchemes:
    header: {type: apiKey, in: header, name: 'X Y:'}
    cookie: {type: apiKey, in: cookie, name: 'a;b'}
    query: {type: apiKey, in: query, name: 'a;b'}
paths:
  /a:
    get:
      operationId: a
      security: [{header: []}, {cookie: [], query: []}, {query: []}]
      responses: {'204': {description: ok}}
",
        &expect![[r#"
            scheme query: key Query a;b
            GET /a a
              security query[]
              204 ok

            error[parameter-name]: `X Y:` is no name of a header
             --> api.yaml:5:46
              |
            5 |     header: {type: apiKey, in: header, name: 'X Y:'}
              |                                              ^^^^^^
              = help: use letters, digits and `-`; as it stands the scheme is left out

            error[parameter-name]: `a;b` is no name of a cookie
             --> api.yaml:6:46
              |
            6 |     cookie: {type: apiKey, in: cookie, name: 'a;b'}
              |                                              ^^^^^
              = help: use letters, digits and `-`; as it stands the scheme is left out
        "#]],
    );
}
