//! Equal types that are written in place: which of them become one, and which stay apart.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use expect_test::{Expect, expect};
use specsmith_openapi::api::{Shape, Type};
use specsmith_openapi::{Limits, Report, Sources, lower, normalize, read, share};

const USER: &str = "{type: object, properties: {login: {type: string}, kind: {enum: [bot, user]}}}";

/// A path that answers with a named type of these properties.
fn check(schemas: &str, paths: &str, expect: &Expect) {
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{{}}}\ncomponents: {{schemas: {{{}}}}}\n",
        paths.replace("USER", USER),
        schemas.replace("USER", USER)
    );
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let document = read::read_str("api.yaml", text, &limits, &mut sources, &mut report).unwrap();
    let normalized = normalize::normalize(document, &mut report).unwrap();
    let mut api = lower::lower(&normalized, &mut report);
    assert!(report.diagnostics().is_empty(), "{report:?}");
    share::share(&mut api);
    let shown: Vec<String> = api
        .types
        .iter()
        .filter(|ty| is_defined(ty))
        .map(|ty| {
            let parts = ty.shape.parts();
            let parts = parts.iter().map(|part| &api[part.ty]);
            let parts: Vec<String> = parts
                .filter(|ty| is_defined(ty))
                .map(|ty| ty.path.join("."))
                .collect();
            let docs = ty.docs.description.as_deref().unwrap_or("-");
            format!("{}: {docs} [{}]", ty.path.join("."), parts.join(", "))
        })
        .collect();
    expect.assert_eq(&shown.join("\n"));
}

fn is_defined(ty: &Type) -> bool {
    matches!(
        ty.shape,
        Shape::Record(_) | Shape::Enumeration(_) | Shape::Choice(_)
    )
}

#[test]
fn equal_types_under_one_word_are_the_shortest_of_them() {
    check(
        "Comment: {type: object, properties: {on: {type: object, properties: {user: USER}}, user: USER}}, \
         Issue: {type: object, properties: {user: USER}}",
        "",
        &expect![[r#"
            Comment: - [Comment.on, Comment.user]
            Issue: - [Comment.user]
            Comment.on: - [Comment.user]
            Comment.user: - [Comment.user.kind]
            Comment.user.kind: - []"#]],
    );
}

#[test]
fn another_word_is_another_type() {
    check(
        "Issue: {type: object, properties: {user: USER, assignees: {type: array, items: USER}}}, \
         Comment: {type: object, properties: {assignees: {type: array, items: USER}}}",
        "",
        &expect![[r#"
            Issue: - [Issue.user]
            Comment: - []
            Issue.user: - [Issue.user.kind]
            Issue.user.kind: - []
            Issue.assignees.item: - [Issue.user.kind]"#]],
    );
}

#[test]
fn a_rule_or_a_text_of_a_part_makes_a_difference_and_a_text_of_the_whole_does_not() {
    let a = "user: {type: object, description: Who asked., properties: {login: {type: string}}}";
    let same =
        "user: {type: object, description: Who answered., properties: {login: {type: string}}}";
    let rule = "user: {type: object, properties: {login: {type: string, maxLength: 9}}}";
    let text = "user: {type: object, properties: {login: {type: string, description: A name.}}}";
    let schema =
        |name: &str, user: &str| format!("{name}: {{type: object, properties: {{{user}}}}}");
    let schemas = [
        schema("A", a),
        schema("B", same),
        schema("C", rule),
        schema("D", text),
    ];
    check(
        &schemas.join(", "),
        "",
        &expect![[r#"
            A: - [A.user]
            B: - [A.user]
            C: - [C.user]
            D: - [D.user]
            A.user: - []
            C.user: - []
            D.user: - []"#]],
    );
}

#[test]
fn what_is_sent_and_what_is_received_stay_apart() {
    let note = "{type: object, properties: {user: USER}}";
    let paths = format!(
        "/notes: {{post: {{operationId: add, \
         requestBody: {{content: {{application/json: {{schema: {note}}}}}}}, \
         responses: {{'201': {{description: ok, content: {{application/json: {{schema: {note}}}}}}}, \
         '200': {{description: ok, content: {{application/json: {{schema: {note}}}}}}}}}}}}}"
    );
    check(
        "",
        &paths,
        &expect![[r#"
            add.body: - [add.body.user]
            add.response: - [add.response.user]
            add.response: - [add.response.user]
            add.body.user: - [add.body.user.kind]
            add.response.user: - [add.response.user.kind]
            add.body.user.kind: - []
            add.response.user.kind: - []"#]],
    );
}

#[test]
fn named_types_stay() {
    check(
        "User: USER, Owner: USER, Issue: {type: object, properties: {user: USER, owner: {$ref: '#/components/schemas/Owner'}}}",
        "",
        &expect![[r#"
            User: - [User.kind]
            Owner: - [User.kind]
            Issue: - [Issue.user, Owner]
            User.kind: - []
            Issue.user: - [User.kind]"#]],
    );
}
