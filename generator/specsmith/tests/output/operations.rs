//! Parameters, credentials, servers and webhooks of small descriptions, as code.

mod pages;
mod parameters;
mod samples;
mod untyped;

use expect_test::{Expect, expect};
use specsmith::Generated;

use crate::made::{self, demo};

const HEAD: &str = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n";

/// What a description becomes, and the findings about it.
fn generate(schema: &str) -> (Generated, String) {
    generate_with(schema, "")
}

/// The same with more in the configuration.
fn generate_with(schema: &str, more: &str) -> (Generated, String) {
    let made = demo(
        &format!("{HEAD}{schema}"),
        &format!("[sdk.snippets]\n{more}"),
    );
    let findings = made.findings.clone();
    (made.all(), findings)
}

fn text(generated: &Generated, file: &str) -> String {
    made::text(&generated.files, file)
}

/// Lines that hold one of some words, without the space around them.
fn lines(text: &str, words: &[&str]) -> String {
    let has_word = |line: &&str| words.iter().any(|word| line.contains(word));
    let lines = text.lines().map(str::trim).filter(has_word);
    lines.map(|line| format!("{line}\n")).collect()
}

/// Headers of findings: code and message.
fn summaries(findings: &str) -> String {
    lines(findings, &["warning[", "error["])
}

const CALL: &str = "paths: {/a: {get: {tags: [t], responses: {'204': {description: ok}}}}}\n";

/// The methods of the builder that only this service has, and what errors call each scheme by.
fn check_schemes(schemes: &str, expect: &Expect) {
    let (generated, findings) = generate(&format!(
        "{CALL}components:\n  securitySchemes:\n    {}\n",
        schemes.trim().replace('\n', "\n    ")
    ));
    let client = text(&generated, "src/client.rs");
    let found = lines(&client, &["pub fn ", "setter:", "kind:", "token_url:"]);
    let found = found.replace("runtime::", "");
    let others = ["pub fn builder()", "pub fn t(&self)"];
    let found = found
        .lines()
        .filter(|line| !others.iter().any(|it| line.starts_with(it)));
    let found: String = found.map(|line| format!("{line}\n")).collect();
    expect.assert_eq(&format!("{found}{}", summaries(&findings)));
}

#[test]
fn one_scheme() {
    check_schemes(
        "bearerAuth: {type: http, scheme: bearer}",
        &expect![[r#"
            setter: "bearer_token",
            kind: SchemeKind::Bearer,
            warning[missing-operation-id]: GET of `/a` has no `operationId`
        "#]],
    );
    check_schemes(
        "key: {type: apiKey, in: query, name: k}",
        &expect![[r#"
            setter: "key",
            kind: SchemeKind::QueryKey("k"),
            pub fn key(self, key: impl Into<String>) -> Self {
            warning[missing-operation-id]: GET of `/a` has no `operationId`
        "#]],
    );
}

#[test]
fn several_schemes() {
    check_schemes(
        "
bearerAuth: {type: http, scheme: bearer}
basicAuth: {type: http, scheme: basic}
timeout: {type: apiKey, in: header, name: X-Key}
digest: {type: http, scheme: digest}
tls: {type: mutualTLS}
oidc: {type: openIdConnect, openIdConnectUrl: 'https://id.example'}
web: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.example', scopes: {}}}}
machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: token, scopes: {read: Reads}}}}
",
        &expect![[r#"
            setter: "bearer_auth",
            kind: SchemeKind::Bearer,
            setter: "basic_auth",
            kind: SchemeKind::Basic,
            setter: "timeout_credential",
            kind: SchemeKind::HeaderKey("X-Key"),
            setter: "digest",
            kind: SchemeKind::Authorization,
            setter: "client_certificate",
            kind: SchemeKind::Certificate,
            SchemeSpec { name: "oidc", setter: "oidc", kind: SchemeKind::Bearer },
            setter: "web",
            kind: SchemeKind::OAuth2 { token_url: None },
            setter: "machine",
            kind: SchemeKind::OAuth2 { token_url: Some("token") },
            pub fn bearer_auth(self, token: impl Into<Secret>) -> Self {
            pub fn timeout_credential(self, key: impl Into<String>) -> Self {
            pub fn digest(self, value: impl Into<String>) -> Self {
            pub fn oidc(self, token: impl Into<Secret>) -> Self {
            pub fn web(self, token: impl Into<Secret>) -> Self {
            pub fn machine(self, token: impl Into<Secret>) -> Self {
            warning[missing-operation-id]: GET of `/a` has no `operationId`
        "#]],
    );
}

#[test]
fn servers() {
    let (generated, findings) = generate(
        "servers:
  - {url: 'https://{region}.example', description: Production., variables: {region: {default: eu, enum: [eu, us]}}}
  - {url: 'https://sandbox.example/v1'}
paths:
  /a: {get: {tags: [t], operationId: a, servers: [{url: 'https://{kind}.example', variables: {kind: {default: up}}}, {url: /b}], responses: {'204': {description: ok}}}}
  /b:
    servers: [{url: /v2}]
    get: {tags: [t], operationId: b, responses: {'204': {description: ok}}}
",
    );
    let client = text(&generated, "src/client.rs");
    let words = [
        "pub const",
        "pub fn server",
        "url:",
        "name:",
        "default:",
        "values:",
    ];
    let module = text(&generated, "src/t.rs");
    expect![[r#"
        url: "https://{region}.example",
        name: "region",
        default: "eu",
        values: &["eu", "us"],
        runtime::ServerSpec { url: "https://sandbox.example/v1", variables: &[] },
        pub const PRODUCTION: &'static runtime::ServerSpec = &SPEC.servers[0];
        pub const SANDBOX_EXAMPLE_V1: &'static runtime::ServerSpec = &SPEC.servers[1];
        /// Valid values: `eu`, `us`.
        pub fn server_region(self, value: impl Into<String>) -> Self {
        pub fn server_kind(self, value: impl Into<String>) -> Self {
        server: Some(
        url: "https://{kind}.example",
        variables: &[runtime::VariableSpec { name: "kind", default: "up", values: &[] }],
        server: Some(&runtime::ServerSpec { url: "/v2", variables: &[] }),
        warning[operation-servers]: of several servers of one operation, only the first is called
    "#]]
    .assert_eq(&format!(
        "{}{}{}",
        lines(&client, &words),
        lines(&module, &["server:", "url:", "name:", "default:"]),
        summaries(&findings)
    ));
}

/// What has no tag is where a reader of the path looks for it.
#[test]
fn operations_without_a_tag_join_the_tag_of_their_path() {
    let (generated, _) = generate(
        "paths:
  /v1/sales-orders: {get: {tags: [Sales Orders], operationId: list, responses: {'204': {description: ok}}}}
  /v1/sales-orders/{id}: {get: {operationId: one, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: ok}}}}
  /v1/other: {get: {operationId: other, responses: {'204': {description: ok}}}}
",
    );
    let client = text(&generated, "src/client.rs");
    let groups = client.lines().filter(|line| line.contains("(&self) ->"));
    expect![[r#"
        pub fn sales_orders(&self) -> SalesOrders {
        pub fn other(&self) -> Other {
    "#]]
    .assert_eq(
        &groups
            .map(|line| format!("{}\n", line.trim()))
            .collect::<String>(),
    );
    let module = text(&generated, "src/sales_orders.rs");
    assert!(
        module.contains("pub fn list(") && module.contains("pub fn one("),
        "{module}"
    );
}

#[test]
fn webhooks() {
    let (generated, findings) = generate(
        "webhooks:
  pet: {post: {summary: A pet came., parameters: [{name: X-Event, in: header, description: Which one, schema: {type: string}}], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
  pets: {post: {requestBody: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
  text: {post: {requestBody: {content: {text/plain: {}}}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: [string, 'null']}}}}}
paths:
  /a: {post: {tags: [webhooks], operationId: start, callbacks: {pet: {'{$request.query.url}': {post: {requestBody: {content: {application/json: {schema: {type: object}}}}}}}}, responses: {'204': {description: ok}}}}
",
    );
    // The name of the module is taken.
    assert!(text(&generated, "src/client.rs").contains("pub fn webhooks_api(&self)"));
    let webhooks = text(&generated, "src/webhooks.rs");
    let (_, webhooks) = webhooks.split_once("use ").unwrap();
    expect![[r#"
        crate::runtime::{self, DecodeError, DecodeLimits, Map, Value};

        /// A pet came.
        ///
        /// The webhook `pet`, sent by POST.
        ///
        /// Headers:
        ///
        /// - `X-Event`: Which one
        #[derive(Debug, Clone, Copy)]
        pub struct Pet;

        impl Pet {
            /// The method that it comes with.
            pub const METHOD: &'static str = "POST";

            /// Reads the body of the request.
            ///
            /// # Errors
            ///
            /// The body is not what the description says.
            pub fn parse(body: &[u8]) -> Result<crate::types::Pet, DecodeError> {
                runtime::from_slice(body, &DecodeLimits::default())
            }
        }

        /// `pets`.
        ///
        /// The webhook `pets`, sent by POST.
        #[derive(Debug, Clone, Copy)]
        pub struct Pets;

        impl Pets {
            /// The method that it comes with.
            pub const METHOD: &'static str = "POST";

            /// Reads the body of the request.
            ///
            /// # Errors
            ///
            /// The body is not what the description says.
            pub fn parse(body: &[u8]) -> Result<Vec<crate::types::Pet>, DecodeError> {
                runtime::from_slice(body, &DecodeLimits::default())
            }
        }

        /// `text`.
        ///
        /// The webhook `text`, sent by POST.
        #[derive(Debug, Clone, Copy)]
        pub struct Text;

        impl Text {
            /// The method that it comes with.
            pub const METHOD: &'static str = "POST";
        }

        /// `pet`.
        ///
        /// The callback `pet` of `POST /a`, sent by POST to `{$request.query.url}`.
        #[derive(Debug, Clone, Copy)]
        pub struct PetOfStart;

        impl PetOfStart {
            /// The method that it comes with.
            pub const METHOD: &'static str = "POST";

            /// Reads the body of the request.
            ///
            /// # Errors
            ///
            /// The body is not what the description says.
            pub fn parse(body: &[u8]) -> Result<Map<Value>, DecodeError> {
                runtime::from_slice(body, &DecodeLimits::default())
            }
        }
    "#]]
    .assert_eq(webhooks);
    // A body that is received need not tell null from absent.
    assert!(text(&generated, "src/types/pet.rs").contains("pub name: Option<String>"));
    assert_eq!(
        summaries(&findings),
        "warning[webhook-untyped]: a body of type `text/plain` is not read\n"
    );
}

/// A method of any name is called like the others, and spelt in snippets as it is.
#[test]
fn methods_of_any_name() {
    let (generated, findings) = generate(
        "paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    query:
      operationId: search
      tags: [t]
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'204': {description: ok}}
    additionalOperations:
      COPY: {operationId: copy, tags: [t], responses: {'204': {description: ok}}}
      M-SEARCH: {tags: [t], responses: {'204': {description: ok}}}
",
    );
    let module = lines(&text(&generated, "src/t.rs"), &["pub fn ", "method: "]);
    let tests = lines(
        &text(&generated, "tests/calls/t_calls.rs"),
        &["request.method"],
    );
    let snippets = ["curl.sh", "javascript.mjs", "python.py"].map(|file| {
        let text = generated.files.get(&format!("out/snippets/t/copy/{file}"));
        let text = text.unwrap_or_else(|| panic!("no {file}"));
        lines(text, &["COPY"])
    });
    expect![[r#"
        pub fn search(&self, id: &str) -> Search<M> {
        pub fn copy(&self, id: &str) -> Copy<M> {
        pub fn m_search_a_by_id(&self, id: &str) -> MSearchAById<M> {
        method: "QUERY",
        pub fn body(
        method: "COPY",
        method: "M-SEARCH",
        assert_eq!(request.method, "QUERY");
        assert_eq!(request.method, "COPY");
        assert_eq!(request.method, "M-SEARCH");
        --request COPY \
        method: "COPY",
        "COPY",
        warning[missing-operation-id]: M-SEARCH of `/a/{id}` has no `operationId`
    "#]]
    .assert_eq(&format!(
        "{module}{tests}{}{}",
        snippets.concat(),
        summaries(&findings)
    ));
}
