//! Texts of descriptions in docs.

use super::*;

/// A backslash before a pipe is seen in code everywhere but in tables.
#[test]
fn a_pipe_is_escaped_in_tables_only() {
    let schema = r#"
openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /a:
    get:
      operationId: a
      tags: [a]
      parameters:
        - { name: list, in: query, schema: { type: string, enum: ["a|b"] } }
        - { name: table, in: query, schema: { type: string, enum: ["a|b"], x-enum-descriptions: { "a|b": "either | or" } } }
      responses: { '200': { description: ok } }
"#;
    let page = generated(schema, "out/docs/a/a.md");
    assert!(page.contains("\n- `a|b`\n"), "{page}");
    assert!(page.contains("\n| `a\\|b` | either \\| or |\n"), "{page}");
}

/// What a description leaves open does not swallow what we say.
#[test]
fn blocks_that_do_not_end_end_with_their_text() {
    let schema = r#"
openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /a:
    post:
      operationId: a
      tags: [a]
      description: "Text\n\n```json\n{\"a\": 1}"
      externalDocs: { url: "https://e.x/docs" }
      requestBody:
        description: "Open\n~~~\ncode"
        content: { text/plain: { schema: { type: string } } }
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
components:
  schemas:
    A:
      type: object
      properties:
        fence: { type: string, minLength: 1, default: x, description: "F\n```" }
        comment: { type: string, minLength: 2, description: "C\n\n<!-- c" }
"#;
    let types = generated(schema, "out/demo/src/types/a.rs");
    check(
        &types,
        "/// F",
        "pub fence",
        expect![[r#"
            /// F
                ///
                /// ```text
                /// ```
                ///
                /// Valid values: at least 1 character.
                ///
                /// Default: `x`."#]],
    );
    check(
        &types,
        "/// C\n",
        "pub comment",
        expect![[r#"
            /// C
                ///
                /// \<!\-- c
                ///
                /// Valid values: at least 2 characters."#]],
    );
    check(
        &generated(schema, "out/demo/src/a.rs"),
        "/// Text",
        "/// # Errors",
        expect![[r#"
            /// Text
                ///
                /// ```text
                /// {"a": 1}
                /// ```
                ///
                /// See also: <https://e.x/docs>
                ///
                /// `POST /a`
                ///
                /// Answered with [`A`].
                ///"#]],
    );
}

/// In OpenAPI `summary` and `title` are no CommonMark.
#[test]
fn summaries_and_titles_are_plain_text() {
    let schema = r##"
openapi: 3.1.0
info: { title: T, version: "1", summary: "# *all*" }
paths:
  /a:
    get:
      operationId: a
      tags: [a]
      summary: "# of users, <b>*all*</b> https://e.x/_a"
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
components:
  schemas:
    A: { type: object, title: "1. [A]", properties: { n: { type: integer, title: "* `n`" } } }
"##;
    let said = |file: &str, mark: &str| {
        let page = generated(schema, file);
        let lines = page.lines().map(str::trim);
        let said: Vec<&str> = lines
            .filter(|line| line.starts_with(mark))
            .take(3)
            .collect();
        said.join("\n")
    };
    expect![[r#"
        //! Client of `T`, version `1`.
        //! \# \*all\*
        //! ```no_run"#]]
    .assert_eq(&said("out/demo/src/lib.rs", "//! "));
    expect![[r#"
        /// Operations of `a`.
        /// \# of users, \<b>\*all\*\</b> <https://e.x/_a>
        /// `GET /a`"#]]
    .assert_eq(&said("out/demo/src/a.rs", "/// "));
    expect![[r#"
        /// 1\. \[A\]
        /// \* `n`
        /// What the schema says about each field."#]]
    .assert_eq(&said("out/demo/src/types/a.rs", "/// "));
    expect![[r#"| `n` | integer | no | \* \`n\` |"#]].assert_eq(&said("out/docs/a/a.md", "| `n`"));
}

#[test]
fn other_documentation_is_linked() {
    let said = |more: &str| {
        let schema = format!(
            "openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths: {{ /a: {{ get: {{ operationId: a, \
             tags: [a], externalDocs: {more}, responses: {{ '200': {{ description: ok }} }} }} }} }}"
        );
        let page = generated(&schema, "out/demo/src/a.rs");
        let lines = page.lines().map(str::trim);
        let said: Vec<&str> = lines
            .filter(|line| line.contains(": <") || line.contains(": `"))
            .collect();
        said.join("\n")
    };
    expect!["/// Find more here: `docs/x y`"]
        .assert_eq(&said("{ url: 'docs/x y', description: Find more here. }"));
    expect!["/// Find. more: <https://e.x/x%20y>"].assert_eq(&said(
        "{ url: 'https://e.x/x y', description: \"# *Find*\\n\\n- more:\" }",
    ));
    expect!["/// See also: <https://e.x/a_b%3E>"]
        .assert_eq(&said("{ url: 'https://e.x/a_b>', description: ' ' }"));
}
