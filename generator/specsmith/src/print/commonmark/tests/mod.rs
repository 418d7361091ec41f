mod any;
mod html;

use expect_test::{Expect, expect};

use super::*;

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&rustdoc_lines(&[text]).join("\n"));
}

#[test]
fn prose_stays_as_it_is() {
    check(
        "The contact's `first_name`, as in first_name.\n\nSee [this guide](https://a.b/c#d-e)\nfor *more*, **much** more.",
        expect![[r"
            The contact's `first_name`, as in first_name.

            See [this guide](https://a.b/c#d-e)
            for *more*, **much** more."]],
    );
}

/// What a text leaves open ends with it, and lists that meet are one.
#[test]
fn texts_are_read_one_by_one() {
    let printed = |texts: &[&str]| rustdoc_lines(texts).join("\n");
    let open = [
        "Text\n\n```json\n{\"a\": 1}",
        "See [a].",
        "<!-- x",
        "- c",
        "- d",
    ];
    expect![[r#"
        Text

        ```text
        {"a": 1}
        ```

        See \[a\].

        \<!\-- x

        - c

        - d"#]]
    .assert_eq(&printed(&open));
    assert_eq!(printed(&["[a]: https://b.c", "", " "]), "");
    let item = (
        "`x`:".to_owned(),
        vec!["A\n~~~\nb".to_owned(), "C".to_owned()],
    );
    expect![[r#"
        - `x`: A

          ```text
          b
          ```

          C

        - `x`: A

          ```text
          b
          ```

          C"#]]
    .assert_eq(&rustdoc_list(&[item.clone(), item]).join("\n"));
}

#[test]
fn code_is_never_run() {
    check(
        "```rust\nfn main() {}\n```\n\n    indented\n\n~~~should_panic,ignore\n```\n~~~",
        expect![[r"
            ```text
            fn main() {}
            ```

            ```text
            indented
            ```

            ````text
            ```
            ````"]],
    );
}

#[test]
fn empty_items_keep_their_numbers() {
    check(
        "1. a\n2.\n3. c\n\ntext\n\n5.\n6. <ol><li></li><li>x</ol>\n\n-\n- y\n\n>1.",
        expect![[r#"
            1. a
            2.
            3. c

            text

            5.
            6. 1.
               2. x

            - y"#]],
    );
}

#[test]
fn summaries_are_plain_text_with_code() {
    let check = |text: &str, expected: &str| {
        assert_eq!(rustdoc_lines(&[summary(text)]).join("\n"), expected)
    };
    check(
        "# of `x_y`, *all* `` {y}",
        r"\# of \`x_y\`, \*all\* \`\` {y}",
    );
    check(
        "1. `x_ | {y}` and `z`: <b>",
        r"1\. `x_ | {y}` and `z`: \<b>",
    );
    check("one ` only ", r"one \` only");
    check("`x`", "`x`");
    check("", "");
    check("One\n\n- *two*\n", "One\n\n- *two*");
}

#[test]
fn long_lines_are_filled() {
    let long = "word `code is one word` [a link may break](https://a.b/c) ".repeat(4);
    check(
        &format!(
            "{long}\n1. - # > is read\\\nas before\n\nshort\nlines stay\n\n> - {long}\n>\n>   short"
        ),
        expect![[r#"
            word `code is one word` [a link may break](https://a.b/c) word `code is one word` [a link
            may break](https://a.b/c) word `code is one word` [a link may break](https://a.b/c) word
            `code is one word` [a link may break](https://a.b/c)

            1. - **> is read\\**

            as before

            short
            lines stay

            > - word `code is one word` [a link may break](https://a.b/c) word `code is one word` [a
            >   link may break](https://a.b/c) word `code is one word` [a link may break](https://a.b/c)
            >   word `code is one word` [a link may break](https://a.b/c)
            >
            >   short"#]],
    );
}

#[test]
fn alerts_are_quotes_with_a_label() {
    check(
        "> [!NOTE]\n> Text\n> more.\n\n> [!WARNING]  \n> Text\n\n> [!other]\n> Text",
        expect![[r#"
            > **Note**
            >
            > Text
            > more.

            > **Warning**
            >
            > Text

            > \[!other\]
            > Text"#]],
    );
}

#[test]
fn links_lead_to_web_pages_and_mail_addresses_only() {
    check(
        "[a](javascript:alert(1)) [`Foo`] [bar][baz] [doc](crate::Foo) <https://x.y> https://x.y/a_b. \
         <me@x.y> ![pic](https://x.y/p.png) ![](data:image/png;base64,AA) [up](#top) [^1] www.x.y\n\n[^1]: note",
        expect![[r#"
            a (javascript:alert(1)) \[`Foo`\] \[bar\]\[baz\] doc (crate::Foo) <https://x.y>
            <https://x.y/a_b>. [me@x.y](mailto:me@x.y) [pic](https://x.y/p.png)
            (data:image/png;base64,AA) up \[^1\] www.x.y

            \[^1\]: note"#]],
    );
}

/// There `{x}` is an expression, `<https://x.y>` an element, `\<` a backslash and an element, and `$`
/// begins a formula.
#[test]
fn sites_with_a_markdown_of_their_own_show_the_same() {
    let text = "{x} {{ y }} `{<z>}` $1 <https://x.y> <me@x.y> <b> &amp;lt;";
    assert_eq!(
        lines(text, Reader::Site).join("\n"),
        r"\{x} \{\{ y }} `{<z>}` \$1 [https://x.y](https://x.y) [me@x.y](mailto:me@x.y) &lt;b> &amp;lt;"
    );
}

#[test]
fn hyphens_are_no_dashes() {
    check(
        "Pass --force or --, `--x`, a---b, [--](https://a.b/--c) https://a.b/--c\n\n-- x\n\n    --",
        expect![[r#"
            Pass \--force or \--, `--x`, a\-\--b, [\--](https://a.b/--c) <https://a.b/--c>

            \-- x

            ```text
            --
            ```"#]],
    );
    assert_eq!(lines("Pass --force", Reader::Site), ["Pass --force"]);
}

#[test]
fn what_is_not_seen_is_shown_or_taken_out() {
    check(
        "a\r\nb\rc \u{202e}txt.exe\u{202c} \0\u{7}`\u{2066}x`\td &#x202e; &#13; &#0;",
        expect![[r"
            a
            b
            c \u{202e}txt.exe\u{202c} `\u{2066}x` d \u{202e} �"]],
    );
}

#[test]
fn blocks_nest() {
    check(
        "# Head `x`\n\n1. one\n   - a\n   - b\n2. two\n\n   para\n\n> quote\n> - x\n\n| a | b |\n|---|---|\n| 1\\|2 | `x` |\n\n---\n\nSetext\n===",
        expect![[r"
            **Head `x`**

            1. one

               - a
               - b

            2. two

               para

            > quote
            >
            > - x

            | a | b |
            |---|---|
            | 1\|2 | `x` |

            ***

            **Setext**"]],
    );
}

#[test]
fn a_line_is_one_line() {
    assert_eq!(
        line("a | b\n\n- x\n- y\n\n```\nlet a = 1;\n| `\n```"),
        "a \\| b. x. y. `` let a = 1; \\| ` ``"
    );
    assert_eq!(plain("*a* [b](https://c)\n\n`d`"), "a b. d");
    assert_eq!(first_sentence("One, e.g. this. Two."), "One, e.g. this.");
    assert_eq!(first_sentence("No end\n\nTwo."), "No end");
    assert_eq!(first_sentence(""), "");
}

#[test]
fn plain_text_holds_urls() {
    let text = "See https://a.b/c for [more](https://d.e) and <me@x.y>. Second.";
    assert_eq!(
        first_sentence(text),
        "See https://a.b/c for more and me@x.y."
    );
    assert_eq!(first_sentence("https://a.b/c"), "https://a.b/c");
    assert_eq!(
        plain("https://a.b/c\n\n- [ ](https://d.e)\n- x"),
        "https://a.b/c. https://d.e. x"
    );
    assert_eq!(
        line("**https://a.b/c**\n\nNext"),
        "**[https://a.b/c](https://a.b/c)**. Next"
    );
}

#[test]
fn bare_urls_are_one() {
    check(
        "https://x.y/~user/docs https://x.y/_next/static, https://en.wikipedia.org/wiki/Foo_(bar).\n\
         https://x.y/?b=1&amp;c=2#~a~ (https://x.y/a/__init__.py) https://x.y/*a*/b\n\
         **https://x.y/__a__** _https://x.y/a_ ~~https://x.y/a~~b <https://x.y/_a_>",
        expect![[r#"
            <https://x.y/~user/docs> <https://x.y/_next/static>,
            <https://en.wikipedia.org/wiki/Foo_%28bar%29>. <https://x.y/?b=1&c=2#~a~>
            (<https://x.y/a/__init__.py>) <https://x.y/%2Aa%2A/b> **<https://x.y/__a__>** *<https://x.y/a>*
            <https://x.y/a>b <https://x.y/_a_>"#]],
    );
    check(
        "`https://x.y/_a_` [https://x.y/_a_](https://x.y/_a_) [*a* https://x.y/__b__](https://c.d)\n\
         [e](https://x.y/?a&amp;lt;b;c)\n\
         <b>https://x.y/_a_/</b> <code>https://x.y/_a_</code>\n\n    https://x.y/_a_\n\n<p>https://x.y/_a_</p>",
        expect![[r#"
            `https://x.y/_a_` <https://x.y/_a_> [a https://x.y/\_\_b\_\_](https://c.d)
            [e](https://x.y/?a&lt%3Bb;c)
            **<https://x.y/_a_/>** `https://x.y/_a_`

            ```text
            https://x.y/_a_
            ```

            <https://x.y/_a_>"#]],
    );
    check(
        "https://api.x.y/v1/{id}/__foo__ https://{host}/a https://x.y/a.{id} {https://x.y/a}",
        expect![[
            r#"https://api.x.y/v1/{id}/\_\_foo\_\_ https://{host}/a https://x.y/a.{id} {<https://x.y/a>}"#
        ]],
    );
}
