//! Pages of answers as the configuration states them.

use expect_test::{Expect, expect};

use super::{generate_with, lines, summaries, text};

const LIST: &str = "paths:
  /a:
    post:
      operationId: listA
      tags: [t]
      parameters: [{name: at, in: query, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {from: {type: string}}}}}}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  more: {type: boolean}
                  a/b: {type: object, properties: {next: {type: string}}}
                  c: {type: array, items: {type: object, properties: {id: {type: string}}}}
                  d: {type: array, items: {type: string}}
";

fn check(rule: &str, expected: &Expect) {
    let rule = format!("[[sdk.pagination]]\noperations = [\"listA\"]\n{rule}\n");
    let (generated, findings) = generate_with(LIST, &rule);
    let module = text(&generated, "src/t.rs");
    let found = module.split_once("paging: Some(").map(|(_, rest)| {
        let paging = rest.split_once("\n    ),").unwrap().0;
        let words: Vec<&str> = paging.split_whitespace().collect();
        let take = lines(&module, &["PageItems::new("]);
        format!("{}\n{take}", words.join(" ").replace("runtime::", ""))
    });
    expected.assert_eq(&format!(
        "{}{}",
        found.unwrap_or_default(),
        summaries(&findings)
    ));
}

#[test]
fn a_cursor_in_a_parameter() {
    check(
        "cursor = \"at\"\nnext = \"/a~1b/next\"\nitems = \"/d\"\nmore = \"/more\"",
        &expect![[r#"
            &PagingSpec { next: NextPage::Cursor { to: PagePlace::Parameter(0), from: &["a/b", "next"], }, items: &["d"], more: Some(&["more"]), total: None, },
            runtime::PageItems::new(self.into_unsent(), |page| page.d.unwrap_or_default())
        "#]],
    );
}

#[test]
fn a_cursor_in_the_body() {
    check(
        "cursor = \"from\"\nnext = \"/c/-1/id\"\nitems = \"/c\"",
        &expect![[r#"
            &PagingSpec { next: NextPage::Cursor { to: PagePlace::Field("from"), from: &["c", "[-1]", "id"], }, items: &["c"], more: None, total: None, },
            runtime::PageItems::new(self.into_unsent(), |page| page.c.unwrap_or_default())
        "#]],
    );
}

#[test]
fn numbers() {
    check(
        "page = \"at\"\nfirst = 0\nitems = \"/c\"",
        &expect![[r#"
            &PagingSpec { next: NextPage::Number { to: PagePlace::Parameter(0), first: 0 }, items: &["c"], more: None, total: None, },
            runtime::PageItems::new(self.into_unsent(), |page| page.c.unwrap_or_default())
        "#]],
    );
    check(
        "offset = \"at\"\nitems = \"/c\"\ntotal = \"/a~1b/next\"",
        &expect![[r#"
            &PagingSpec { next: NextPage::Offset { to: PagePlace::Parameter(0) }, items: &["c"], more: None, total: Some(&["a/b", "next"]), },
            runtime::PageItems::new(self.into_unsent(), |page| page.c.unwrap_or_default())
        "#]],
    );
}

#[test]
fn urls() {
    check(
        "next = \"/a~1b/next\"\nitems = \"/c\"",
        &expect![[r#"
            &PagingSpec { next: NextPage::Url { from: &["a/b", "next"] }, items: &["c"], more: None, total: None, },
            runtime::PageItems::new(self.into_unsent(), |page| page.c.unwrap_or_default())
        "#]],
    );
    check(
        "link = true\nitems = \"/c\"",
        &expect![[r#"
            &PagingSpec { next: NextPage::Link, items: &["c"], more: None, total: None, },
            runtime::PageItems::new(self.into_unsent(), |page| page.c.unwrap_or_default())
        "#]],
    );
}

#[test]
fn what_does_not_hold() {
    check("none = true", &expect![[""]]);
    check(
        "next = \"/more\"",
        &expect![[r#"
        warning[paging]: the answer of `listA` has no list of items there
    "#]],
    );
    check(
        "next = \"/more\"\nitems = \"/gone\"",
        &expect![[r#"
        warning[paging]: the answer of `listA` has no list of items there
    "#]],
    );
    check(
        "next = \"/more\"\nitems = \"/more\"",
        &expect![[r#"
        warning[paging]: the answer of `listA` has no list of items there
    "#]],
    );
}

#[test]
fn a_rule_for_no_operation() {
    let rule = "[[sdk.pagination]]\noperations = [\"list*\", \"find*\"]\nnone = true\n";
    let (_, findings) = generate_with(LIST, rule);
    expect![[r#"
        warning[paging]: no operation has an id that matches `find*`
    "#]]
    .assert_eq(&summaries(&findings));
}
