use expect_test::{Expect, expect};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

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
fn html_without_marks_is_text() {
    check(
        "a <script>alert(1)</script> Vec<u8> <b> <i>no end\n\n<table onclick=x>\nin\n\n</table>\n\n<!-- c -->\n\n</b>",
        expect![[r#"
            a \<script>alert(1)\</script> Vec\<u8> \<b> no end

            \<table onclick=x>
            in

            \</table>

            \<!\-- c \-->

            \</b>"#]],
    );
}

#[test]
fn html_with_marks_is_read_as_them() {
    check(
        "<p>Returns <code>x_1 &lt; *y*</code>, <strong> all</strong> of it.<br>See <a class=\"x\" href=\"https://a.b/c?d=1&amp;e\">the\n<em>guide</em></a>.</p>\n\n<ul>\n  <li>one\n    more</li>\n  <li>two<ol><li>deep</li></ol></li>\n</ul>\n<p>Next</p><h2>Head</h2><hr/>\n\n\
         - in <b>a</b> list<br/>x\n- <p>y</p>\n\n*a <b>c* d</b> <code>no end\n\n[x <code>y](https://u.v) z</code>\n\n| <b>a</b> <p>b</p> |\n|---|\n| <code>a |",
        expect![[r#"
            Returns `x_1 < *y*`, **all** of it.\
            See [the
            guide](https://a.b/c?d=1&e).

            - one
              more
            - two
              1. deep

            Next

            **Head**

            ***

            - in **a** list\
              x

            - y

            *a c* d\</b> \<code>no end

            [x \<code>y](https://u.v) z\</code>

            | **a** b |
            |---|
            | &lt;code>a |"#]],
    );
    check(
        "<p>one<br>\n  two<br/>three<br>\n</p>\n<ul><li>four<br>\nfive</ul>",
        expect![[r"
            one\
            two\
            three

            - four\
              five"]],
    );
    assert_eq!(line("<p>One</p><ul><li>Two</li></ul>"), "One. Two");
    assert_eq!(
        first_sentence("<p>One <b>big</b> thing. Two.</p>"),
        "One big thing."
    );
}

#[test]
fn preformatted_html_is_code() {
    check(
        "<pre>\nline one\n    indented &lt;b&gt; <b>x</b> Vec<T>\n\n\n  last&nbsp;one\n</pre>\nText\n\n\
         <p>Example:</p><pre>\n{\n  \"a\": 1\n\n}\n</pre>\n\nNext <pre>in <code>line</code></pre>\n\n\
         <div><pre><code class=\"hljs language-json\">```</code></PRE>behind</div>\n\n\
         <ol><li><pre>a\n b</pre>more</li><li><pre>\n\n</pre></li><li>x<pre>c\n d</pre></ol>\n\n<div><pre>no\n\n  # end",
        expect![[r#"
            ```text
            line one
                indented <b> x Vec<T>


              last one
            ```

            Text

            Example:

            ```text
            {
              "a": 1

            }
            ```

            Next `in line`

            ````text
            ```
            ````

            behind

            1. ```text
               a
                b
               ```

               more

            2.

            3. x

               ```text
               c
                d
               ```

            ```text
            no

              # end
            ```"#]],
    );
    assert_eq!(
        lines("<pre class='language-json'>\n1</pre>", Reader::Site),
        ["```json", "1", "```"]
    );
}

#[test]
fn entities_in_html_are_text() {
    check(
        "<table>\n<tr><td>a &lt; b &amp; c&nbsp;d&#33; &copy; &x; &amp;lt; & &</td></tr>\n</table>",
        expect![[r#"
            \<table>
            \<tr>\<td>a \< b & c d! © \&x; \&lt; & &\</td>\</tr>
            \</table>"#]],
    );
}

#[test]
fn text_in_html_begins_no_block() {
    check(
        "<ul><li># of items</li><li>- a</li><li>1. b</li></ul>\n<p>Use __init__ and `__x__` https://x.y/__z__</p>\n\
         <p>* required</p><p>*optional*\n===\n> 2) x\n+\n5.5 is 7.\n***\n___</p><p>[a]: z</p>\n\n\
         <h2>\n  Title\n  of more\n</h2>\nText",
        expect![[r#"
            - \# of items
            - \- a
            - 1\. b

            Use \_\_init\_\_ and `__x__` <https://x.y/__z__>

            \* required

            *optional*
            \===
            \> 2) x
            \+
            5.5 is 7.
            \*\*\*
            \_\_\_

            \[a\]: z

            **Title of more**

            Text"#]],
    );
}

#[test]
fn lists_of_html_keep_their_items() {
    check(
        "<ul>\n<li>\n  one\n</li>\n<li>\n  <p>two</p>\n  <p>three</p>\n</li>\n<li><h3>\nfour</h3><ol><li>\n<p>a</p></li>\n\n<li>b\nc</li></ol>tail</li></ul>\n\nNext",
        expect![[r#"
            - one

            - two

              three

            - **four**

              1. a
              2. b
                 c

              tail

            Next"#]],
    );
    check(
        "<ol>\n<li>one</li>\n\n<li>two</li>\n\n</ol>\n\n<ul>\n<li>x</li>\n\n- y\n\n</ul>",
        expect![[r#"
            1. one
            2. two

            - x

            - y"#]],
    );
}

#[test]
fn elements_alone_in_a_line_are_read() {
    check(
        "<strong>\nWarning\n</strong>\n\n<a href=\"https://a.b\">\ntext\n</a>\n\n<b>\n\nx\n\n</b>",
        expect![[r#"
            **Warning**

            [text](https://a.b)

            \<b>

            x

            \</b>"#]],
    );
}

#[test]
fn html_takes_along_where_references_lead() {
    check(
        "[a]: https://x.y\n<p>\n[a]: z\n</p>\n\n<p>See [docs][1], [A], [b], [^1] and [code][a].</p>\n\n\
         [1]: https://a.b/c_d\n[b]: javascript:x\n[^1]: https://e.f",
        expect![[r#"
            \[a\]: z

            See [docs](https://a.b/c_d), [A](https://x.y), \[b\], \[^1\] and [code](https://x.y).

            \[^1\]: <https://e.f>"#]],
    );
    let many = format!(
        "[a]: https://x.y/{}\n\n{}",
        "z".repeat(50_000),
        "<p>[a]\n\n".repeat(5_000)
    );
    assert!(!rustdoc_lines(&[&many]).is_empty());
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

/// Text that is made of what means something in CommonMark.
fn nasty() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        4 => "[a-z]{1,3}",
        6 => prop::sample::select(vec![
            "*", "**", "_", "__", "`", "``", "```", "~", "~~", "[", "]", "(", ")", "](", "<", ">", "!", "![",
            "#", "# ", "## ", "- ", "+ ", "* ", "1. ", "2) ", "> ", "|", "|-|", "---", "===", ":--", "&", "&amp;",
            "&#10;", "&lt;", "\\", "\n", "\n\n", "\n    ", "\n  ", " ", "  \n", "\t", "\r", "<b>", "</b>", "<!--",
            "-->", "<br>", "<p>", "</p>", "<pre>", "</pre>", "<h2>", "<li>", "</li>", "<code>", "</code>", "<a href=\"https://a.b\">", "</a>", "<i>", "</i>", "<ul>", "<li>", "</ul>", "\n<ol>", "[!NOTE]", "https://a.b/c", "http://", "<https://x.y>", "<a@b.c>", "[a](https://b.c)", "[^1]",
            "[^1]: ", "[a]: https://x.y\n", "[a]", "\n2.\n", "é", "🎉", "\u{202e}", "\u{0}", "\u{2028}", "\u{a0}", "$", "%", "'", "\"", "...", "//",
            "*/", "\"#", "{", "}", "```rust\n", "~~~\n", "- [ ] ", "| a | b |\n|---|---|\n| c | d |\n", "1", ".", ":", "=", "-",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(atom, 0..24).prop_map(|atoms| atoms.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printing_twice_changes_nothing(text in nasty()) {
        for reader in [Reader::Rustdoc { width: 8 }, Reader::Rustdoc { width: WIDTH }, Reader::Site] {
            let once = lines(&text, reader).join("\n");
            let twice = lines(&once, reader).join("\n");
            prop_assert_eq!(&once, &twice, "from {:?}", text);
        }
    }

    #[test]
    fn nothing_harmful_comes_out(text in nasty()) {
        let printed = rustdoc_lines(&[&text]).join("\n");
        let safe = |c: char| c == '\n' || !(c.is_control() || is_hidden(c));
        prop_assert!(printed.chars().all(safe));
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS | Options::ENABLE_SMART_PUNCTUATION;
        let mut broken = |_: pulldown_cmark::BrokenLink<'_>| -> Option<(pulldown_cmark::CowStr<'_>, pulldown_cmark::CowStr<'_>)> {
            Some(("broken".into(), "".into()))
        };
        for event in Parser::new_with_broken_link_callback(&printed, options, Some(&mut broken)) {
            match event {
                Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_)
                | Event::Start(Tag::HtmlBlock | Tag::Image { .. } | Tag::Heading { .. } | Tag::FootnoteDefinition(_)) =>
                    prop_assert!(false, "{event:?} in {printed:?} from {text:?}"),
                Event::Start(Tag::Link { dest_url, .. }) =>
                    prop_assert!(url::href(&dest_url).is_some(), "{dest_url} in {printed:?}"),
                Event::Start(Tag::CodeBlock(kind)) =>
                    prop_assert_eq!(kind, pulldown_cmark::CodeBlockKind::Fenced("text".into())),
                _ => {}
            }
        }
    }

    #[test]
    fn a_cell_never_ends_its_row(text in nasty()) {
        let cell = line(&text);
        prop_assert!(!cell.contains('\n'));
        let table = format!("| a | b |\n|---|---|\n| {cell} | end |\n");
        let mut cells = Vec::new();
        for event in Parser::new_ext(&table, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) | Event::Code(text) => if let Some(cell) = cells.last_mut() { cell.push_str(&text) },
                Event::Html(_) | Event::InlineHtml(_) => prop_assert!(false, "HTML in {cell:?}"),
                _ => {}
            }
        }
        prop_assert_eq!(cells.len(), 4, "{:?}", table);
        prop_assert_eq!(&cells[3], "end", "{:?}", table);
    }

    #[test]
    fn any_text_is_printed(text in any::<String>()) {
        rustdoc_lines(&[&text]);
        line(&text);
        first_sentence(&text);
    }
}

#[test]
fn deep_nesting_ends() {
    let deep = format!("{}x", "> ".repeat(10_000));
    assert!(rustdoc_lines(&[&deep]).join("\n").len() < 100);
    let deep = format!("{}x", "- ".repeat(10_000));
    assert!(!rustdoc_lines(&[&deep]).is_empty());
    let deep = "*a ".repeat(20_000);
    assert!(!rustdoc_lines(&[&deep]).is_empty());
    let deep = "[".repeat(20_000);
    assert!(!rustdoc_lines(&[&deep]).is_empty());
    let deep = format!("{}{}", "<ul>".repeat(5_000), "<li>x".repeat(5_000));
    assert!(rustdoc_lines(&[&deep]).join("\n").len() < 500_000);
}

/// With work that grows with the square of the length this would take minutes.
#[test]
fn urls_that_do_not_end_are_read_once() {
    let closed = format!("https://x.y/(a){}", ")".repeat(50_000));
    assert!(
        rustdoc_lines(&[&closed])
            .concat()
            .starts_with("<https://x.y/%28a%29>)")
    );
    let without_host = "http://.".repeat(20_000);
    assert_eq!(rustdoc_lines(&[&without_host]), [without_host]);
    for end in ["", "{"] {
        let in_each_other = format!("{}{end}", "http://a_".repeat(20_000));
        assert_eq!(rustdoc_lines(&[&in_each_other]).len(), 1);
    }
    let pieces = "https://x.y/_*a*_ ".repeat(10_000);
    assert!(!rustdoc_lines(&[&pieces]).is_empty());
}

/// With work that grows with the square of the length this would take minutes.
#[test]
fn tags_that_do_not_end_are_text() {
    for tag in [
        "<a ",
        "<a \"",
        "<a '\"",
        "<b>x",
        "<code>x",
        "<ul><li>x",
        "<pre>",
        "<pre></pre>",
        "<ul>\n\n",
        "<ul>\n\n<",
        "<pre>\n\n",
        "<li>\n\n&",
        "&a",
    ] {
        let text = format!("<div\n{}", tag.repeat(10_000));
        assert!(!rustdoc_lines(&[&text]).is_empty());
        let text = format!("x {}", tag.repeat(10_000));
        assert!(!rustdoc_lines(&[&text]).is_empty());
    }
    check(
        "<div\n<p\n<ul><li>one <b <i>x</i>",
        expect![[r"
            \<div
            \<p

            - one \<b *x*"]],
    );
    let long = format!("<div\n<a title=\"{}\">x</a>", "y".repeat(5_000));
    assert!(rustdoc_lines(&[&long]).join(" ").contains("\\<a title="));
}
