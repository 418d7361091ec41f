//! Docs and snippets of small descriptions.

mod text;
mod types;

use expect_test::{Expect, expect};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::made::demo;

/// The text of one generated file.
fn generated(schema: &str, file: &str) -> String {
    let config = "[sdk.docs]\n[sdk.snippets]\n[sdk.snippets.env]\naccount = \"ACCOUNT\"\n\
                  [[sdk.extension]]\nname = \"x-level\"\ntext = \"Level {{ value }}.\"\n";
    let files = demo(schema, config).files();
    let text = files.get(file).unwrap_or_else(|| {
        let known: Vec<&str> = files.iter().map(|(path, _)| path).collect();
        panic!("{file} is not among {known:#?}")
    });
    text.to_owned()
}

/// The lines between two headings, the first one included.
fn section<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page
        .find(from)
        .unwrap_or_else(|| panic!("no `{from}` in:\n{page}"));
    let page = &page[start..];
    page[..page.find(to).unwrap_or(page.len())].trim_end()
}

fn check(page: &str, from: &str, to: &str, expected: Expect) {
    expected.assert_eq(section(page, from, to));
}

const TREES: &str = r#"
openapi: 3.0.3
info: { title: Trees, version: '1' }
servers: [{ url: 'https://trees.example/{v}', variables: { v: { default: v1 } } }]
paths:
  /trees/{id}:
    put:
      operationId: putTree
      tags: [trees]
      deprecated: true
      security: [{ key: [] }, { basic: [read, "a`b"] }, {}]
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 }, example: 7 }
        - { name: account, in: query, required: true, schema: { type: string } }
        - { name: depth, in: query, deprecated: true, schema: { type: integer, default: 3, maximum: 9 } }
        - { name: order, in: query, schema: { type: string, enum: [up, down] } }
        - { name: X-Trace, in: header, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Tree' }
      responses:
        '200':
          description: Done
          content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } }
        4XX: { description: Refused }
        default: { description: Else, content: { application/json: { schema: { type: string } } } }
  /trees:
    get: { operationId: listTrees, tags: [trees], responses: { '204': { description: None } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    basic: { type: http, scheme: basic }
  schemas:
    Tree:
      type: object
      required: [leaf]
      properties:
        leaf: { type: string, maxLength: 5, x-level: 3, description: 'A leaf' }
        left: { $ref: '#/components/schemas/Tree' }
        forest: { type: array, items: { $ref: '#/components/schemas/Tree' }, nullable: true }
        made: { type: string, format: date-time, readOnly: true }
        secret: { type: string, writeOnly: true, deprecated: true }
        kind: { type: string, enum: [oak, 'a|b'], x-enum-descriptions: { oak: "Strong\nand old" } }
        names: { type: object, additionalProperties: { type: integer } }
      additionalProperties: { type: string }
"#;

#[test]
fn a_deprecated_operation_says_so_first() {
    check(
        &generated(TREES, "out/docs/trees/put.md"),
        "# putTree",
        "## Authentication",
        expect![[r#"
            # putTree

            **Deprecated.**

            `PUT https://trees.example/v1/trees/{id}`"#]],
    );
}

#[test]
fn the_index_lists_operations() {
    check(
        &generated(TREES, "out/docs/index.md"),
        "# Trees",
        "nothing else",
        expect![[r#"
            # Trees

            Version `1`. Rust crate: `demo`.

            ## Servers

            | URL | Description |
            |---|---|
            | `https://trees.example/{v}` |  |

            | Variable | Default | Method of the builder | Description |
            |---|---|---|---|
            | `v` | `v1` | `server_v` |  |

            ## Authentication

            `key`: an API key, sent in the header `X-Key`. Method of the builder: `key`.

            `basic`: user name and password, sent as `Authorization: Basic …`. Method of the builder: `basic`.

            ## trees

            | Operation | Request | Description |
            |---|---|---|
            | [putTree](trees/put.md) | `PUT /trees/{id}` | **Deprecated.** |
            | [listTrees](trees/list.md) | `GET /trees` |  |"#]],
    );
}

#[test]
fn snippets_encode_what_the_environment_holds() {
    let curl = generated(TREES, "out/snippets/trees/put/curl.sh");
    check(
        &curl,
        "# Takes",
        "nothing else",
        expect![[r##"
            # Takes ACCOUNT and DEMO_API_KEY from the environment.

            # Percent-encodes a value, so that it can stand in a URL.
            encode() {
              printf %s "$1" | od -An -v -tu1 | LC_ALL=C awk '{
                for (i = 1; i <= NF; i++) {
                  c = sprintf("%c", $i + 0)
                  printf "%s", (c ~ /[A-Za-z0-9._~-]/) ? c : sprintf("%%%02X", $i)
                }
              }'
            }

            : "${ACCOUNT:?}" "${DEMO_API_KEY:?}" &&
            curl --silent --show-error --fail-with-body \
              --request PUT \
              --header "X-Key: $DEMO_API_KEY" \
              --header 'Accept: application/json' \
              --header 'Content-Type: application/json' \
              --data-binary '{
                "leaf": "strin"
              }' \
              "https://trees.example/v1/trees/7?account=$(encode "$ACCOUNT")""##]],
    );
    let javascript = generated(TREES, "out/snippets/trees/put/javascript.mjs");
    check(
        &javascript,
        "// Takes",
        "nothing else",
        expect![[r#"
            // Takes ACCOUNT and DEMO_API_KEY from the environment.
            if (!process.env.ACCOUNT) throw new Error("ACCOUNT is not set");
            if (!process.env.DEMO_API_KEY) throw new Error("DEMO_API_KEY is not set");

            const url = `https://trees.example/v1/trees/7?account=${encodeURIComponent(process.env.ACCOUNT)}`;
            const body = JSON.stringify({
              leaf: "strin",
            });

            const response = await fetch(url, {
              method: "PUT",
              headers: {
                "X-Key": process.env.DEMO_API_KEY,
                Accept: "application/json",
                "Content-Type": "application/json",
              },
              body,
            });
            if (!response.ok) {
              throw new Error(`${response.status} ${response.statusText}: ${await response.text()}`);
            }
            console.log(await response.json());"#]],
    );
    let python = generated(TREES, "out/snippets/trees/put/python.py");
    check(
        &python,
        "import",
        "nothing else",
        expect![[r#"
            import os
            from urllib.parse import quote

            import requests

            url = f"https://trees.example/v1/trees/7?account={quote(os.environ['ACCOUNT'], safe='')}"
            body = {
                "leaf": "strin",
            }

            response = requests.request(
                "PUT",
                url,
                headers={
                    "X-Key": os.environ["DEMO_API_KEY"],
                    "Accept": "application/json",
                },
                json=body,
                timeout=30,
            )
            if not response.ok:
                raise SystemExit(f"{response.status_code} {response.reason}: {response.text}")
            print(response.json())"#]],
    );
}

/// Every table has as many cells in each row as in its head, and nothing on the page is HTML but the
/// comment at its top.
#[test]
fn tables_survive_what_descriptions_hold() {
    let hostile = "a | b \\\\| `c | d` <td> </table>\\n\\n- x | y\\n\\n| t | u |\\n|---|---|\\n| v | w |\\n\\n\
                   ```\\ncode |\\n```\\r\\n<!-- z \\u202e https://e.x/a|b";
    let schema = format!(
        r##"
openapi: 3.0.3
info: {{ title: "{hostile}", version: "{hostile}", description: "{hostile}" }}
servers: [{{ url: "https://e.x", description: "{hostile}" }}]
tags: [{{ name: a, description: "{hostile}" }}]
paths:
  /a:
    post:
      operationId: a
      tags: [a]
      summary: "{hostile}"
      description: "{hostile}"
      parameters:
        - {{ name: "p|<b>`", in: query, description: "{hostile}", schema: {{ type: string, format: "f|`", pattern: "a|`b", default: "|`\n<" }}, example: "{hostile}" }}
      requestBody:
        description: "{hostile}"
        content:
          application/json:
            schema:
              type: object
              description: "{hostile}"
              properties:
                "f|`<i>\n": {{ description: "{hostile}", type: string, enum: ["{hostile}", "|", "`"], x-enum-descriptions: {{ "|": "{hostile}" }} }}
            examples: {{ e: {{ summary: "{hostile}", description: "{hostile}", value: {{ "{hostile}": "{hostile}" }} }} }}
      responses:
        '200':
          description: "{hostile}"
          headers: {{ "X-|": {{ description: "{hostile}", schema: {{ type: string }} }} }}
"##
    );
    for file in ["out/docs/index.md", "out/docs/a/a.md"] {
        let page = generated(&schema, file);
        let body = page.split_once("-->").expect("a comment").1;
        assert!(!body.contains(['\r', '\u{202e}', '\u{0}']), "{body}");
        let (mut cells, mut rows, mut tables) = (0, 0, 0);
        for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html} in {file}"),
                Event::Start(Tag::Table(_)) => tables += 1,
                Event::Start(Tag::TableHead | Tag::TableRow) => rows += 1,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::Start(Tag::Image { .. }) => panic!("an image in {file}"),
                _ => {}
            }
        }
        assert!(tables > 0 && rows > tables && cells > rows, "{page}");
        // A parser takes surplus cells away; so the lines are counted as they stand.
        for line in body.lines().filter(|line| line.starts_with("| ")) {
            let pipes = line
                .replace("\\\\", "")
                .replace("\\|", "")
                .matches('|')
                .count();
            assert!((3..=5).contains(&pipes), "{line}");
        }
    }
}
