//! What holds of any text.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;

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
