//! Prints Markdown for sites and GitHub: data as text, descriptions without harm.
//!
//! Nothing printed here ends a cell of a table but what is made for paragraphs only. This module
//! must not know which page it prints for.

use std::borrow::Cow;

use serde_json::Value;

use super::commonmark::{self, Inlines, Place, Reader};
use super::{Fragment, Language, json};

/// Data as text in one line, for paragraphs, headings and cells.
pub fn text(text: &str) -> Fragment {
    fragment(&Inlines::text_alone(text, Place::Cell))
}

/// Data as code in one line, for paragraphs and headings.
pub fn code(text: &str) -> Fragment {
    fragment(&Inlines::code_alone(text, Place::Site))
}

/// Data as code in one line, for cells.
pub fn cell_code(text: &str) -> Fragment {
    fragment(&Inlines::code_alone(text, Place::Cell))
}

/// A JSON value as code in one line, for paragraphs and lists: strings without quotes, unless they
/// are empty.
pub fn value(value: &Value) -> Fragment {
    code(&unquoted(value))
}

/// Like [`value`], for cells.
pub fn cell_value(value: &Value) -> Fragment {
    cell_code(&unquoted(value))
}

fn unquoted(value: &Value) -> Cow<'_, str> {
    match value.as_str() {
        Some(text) if !text.trim().is_empty() => text.into(),
        Some(_) | None => json::compact(value).into(),
    }
}

/// A description in one line, for cells.
pub fn cell(description: &str) -> Fragment {
    fragment(&commonmark::line(description))
}

/// A description with its paragraphs, lists and tables.
pub fn block(description: &str) -> Fragment {
    fragment(&commonmark::lines(description, Reader::Site).join("\n"))
}

/// A code block.
pub fn fence(language: &str, text: &str) -> Fragment {
    let word: String = language
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    fragment(&commonmark::code_lines(&word, text).join("\n"))
}

/// A JSON value as a code block.
pub fn json_block(value: &Value) -> Fragment {
    fence("json", &json::pretty(value, 0))
}

/// A link to a page or mail address; the text alone when the target is neither.
pub fn link(text: &str, target: &str) -> Fragment {
    let text = Inlines::text_alone(text, Place::Cell);
    fragment(&match commonmark::href(target) {
        Some(url) => format!("[{text}]({})", url.replace('|', "%7C")),
        None => text,
    })
}

/// A link to another generated file, by its relative path, with printed text.
pub fn link_to(text: &Fragment, path: &str) -> Fragment {
    fragment(&format!(
        "[{}]({})",
        text.as_str(),
        commonmark::encode(path)
    ))
}

/// A link to a heading of the same page; see [`Anchors`].
pub fn link_to_heading(text: &Fragment, anchor: &str) -> Fragment {
    fragment(&format!(
        "[{}](#{})",
        text.as_str(),
        commonmark::encode(anchor)
    ))
}

/// Fragments one behind the other.
pub fn concat<'a>(parts: impl IntoIterator<Item = &'a Fragment>) -> Fragment {
    fragment(&parts.into_iter().map(Fragment::as_str).collect::<String>())
}

/// Fragments with `separator` between them, which is Markdown of ours.
pub fn join(parts: &[Fragment], separator: &'static str) -> Fragment {
    fragment(
        &parts
            .iter()
            .map(Fragment::as_str)
            .collect::<Vec<_>>()
            .join(separator),
    )
}

/// Fragments in one line, a full stop between those that end without punctuation.
pub fn sentences(parts: &[Fragment]) -> Fragment {
    let mut out = String::new();
    for part in parts
        .iter()
        .map(Fragment::as_str)
        .filter(|part| !part.is_empty())
    {
        if !out.is_empty() {
            let ends = out.trim_end_matches('*').ends_with(commonmark::STOPS);
            out.push_str(if ends { " " } else { ". " });
        }
        out.push_str(part);
    }
    fragment(&out)
}

/// Markdown of ours, as it stands.
pub fn ours(markdown: &'static str) -> Fragment {
    fragment(markdown)
}

/// A comment, which readers do not see.
pub fn comment(text: &str) -> Fragment {
    let text = commonmark::clean(text)
        .replace('\n', " ")
        .replace(['<', '>'], "");
    fragment(&format!(
        "<!-- {} -->",
        text.replace("--", "- -").trim_matches('-')
    ))
}

fn fragment(text: &str) -> Fragment {
    Fragment::new(Language::Markdown, text)
}

/// The anchors that GitHub and most sites give to the headings of a page.
#[derive(Debug, Default)]
pub struct Anchors(std::collections::BTreeMap<String, u32>);

impl Anchors {
    /// The anchor of the next heading that reads `text`: lower case, hyphens for spaces, without
    /// punctuation, numbered when it was there before.
    pub fn next(&mut self, text: &str) -> String {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let slug: String = text.chars().filter(kept).collect();
        let slug = slug.to_lowercase().replace(' ', "-");
        let count = self.0.entry(slug.clone()).or_default();
        let anchor = if *count == 0 {
            slug
        } else {
            format!("{slug}-{count}")
        };
        *count = count.saturating_add(1);
        anchor
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::super::hostile::HOSTILE;
    use super::*;

    /// The text of each cell, and whether HTML is there.
    fn cells(markdown: &str) -> (Vec<String>, bool) {
        let mut cells = Vec::new();
        let mut alive = false;
        for event in Parser::new_ext(
            markdown,
            Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
        ) {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(cell) = cells.last_mut() {
                        cell.push_str(&text);
                    }
                }
                Event::Html(_) | Event::InlineHtml(_) => alive = true,
                _ => {}
            }
        }
        (cells, alive)
    }

    #[test]
    fn data_stays_in_its_cell() {
        for hostile in HOSTILE {
            let printed = [text(hostile), cell_code(hostile), cell(hostile)];
            let [text, code, cell] = printed.each_ref().map(Fragment::as_str);
            let table =
                format!("| a | b | c | d |\n|---|---|---|---|\n| {text} | {code} | {cell} | end |");
            let (cells, alive) = cells(&table);
            assert!(!alive, "{table}");
            assert_eq!(cells.len(), 8, "{table}");
            assert_eq!(cells[7], "end");
            let seen = commonmark::clean(hostile);
            let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(cells[4], seen, "{table}");
            let code = cells[5].split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(code, seen, "{table}");
        }
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        assert_eq!(fence("sh", "```\nx").as_str(), "````sh\n```\nx\n````");
        assert_eq!(comment("a --> <b>").as_str(), "<!-- a - - b -->");
    }

    #[test]
    fn anchors_are_those_of_github() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.next("PhoneNumber object"), "phonenumber-object");
        assert_eq!(
            anchors.next("`PhoneNumber` object!"),
            "phonenumber-object-1"
        );
    }
}
