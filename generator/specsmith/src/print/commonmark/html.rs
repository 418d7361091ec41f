//! The elements of HTML that CommonMark has marks for.
//!
//! Descriptions are CommonMark, and many of them are written in HTML none the less. What says no
//! more than a mark does is read as that mark; all else stays text. This module must not know what
//! is printed.

use super::parse::DEPTH;
use super::tree::Emphasis;

/// Most characters behind the name of a tag. What has more is text: where quotes do not end, the end
/// of each would be looked for in all that follows.
const LONGEST: usize = 4_096;

/// What ends a line that goes on in the next one.
const BREAK: &str = "  \n";

/// What a tag inside a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A line ends.
    Break,
    Open(Element),
    /// The element ends that goes by this name.
    Close(&'static str),
}

/// An element inside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Emphasis(Emphasis),
    Code,
    Link(String),
}

/// What a tag inside a line says; `None` where it has no mark.
pub(super) fn inline(text: &str) -> Option<Mark> {
    let (tag, _) = tag(text)?;
    let emphasis = |name, emphasis| (name, Kind::Emphasis(emphasis));
    let (name, kind) = match tag.name.as_str() {
        // Of a block that stands inside a line, only that is left.
        "br" | "p" | "div" => return Some(Mark::Break),
        "b" => emphasis("b", Emphasis::Strong),
        "strong" => emphasis("strong", Emphasis::Strong),
        "i" => emphasis("i", Emphasis::Weak),
        "em" => emphasis("em", Emphasis::Weak),
        "s" => emphasis("s", Emphasis::Struck),
        "del" => emphasis("del", Emphasis::Struck),
        "code" => ("code", Kind::Code),
        "a" if tag.closes => return Some(Mark::Close("a")),
        "a" => ("a", Kind::Link(tag.attribute("href")?)),
        _ => return None,
    };
    Some(match tag.closes {
        true => Mark::Close(name),
        false => Mark::Open(Element { name, kind }),
    })
}

/// A block of HTML with marks in place of the tags of paragraphs, headings, lists and rules; `None`
/// where nothing has one.
pub(super) fn block(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut lists = Vec::new();
    let mut found = false;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        // None of the three can panic: a `<` was found there, and the length of a tag is that of its
        // characters.
        let (before, from) = rest.split_at(at);
        push_lines(&mut out, before);
        let (written, behind) = match tag(from) {
            Some((tag, length)) => {
                let (written, behind) = from.split_at(length);
                match mark(&tag, &out, &mut lists) {
                    Some(mark) => {
                        found = true;
                        out.push_str(&mark);
                        rest = behind;
                        continue;
                    }
                    None => found |= inline(written).is_some(),
                }
                (written, behind)
            }
            None => from.split_at(1),
        };
        out.push_str(written);
        rest = behind;
    }
    push_lines(&mut out, rest);
    found.then_some(out)
}

/// Text between tags. Space in front of a line means nothing in HTML, and code in CommonMark; the end
/// of a line behind a break means nothing either, and the end of a paragraph.
fn push_lines(out: &mut String, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 && !out.ends_with(BREAK) {
            out.push('\n');
        }
        match out.ends_with('\n') || out.is_empty() {
            true => out.push_str(line.trim_start()),
            false => out.push_str(line),
        }
    }
}

/// What stands for a tag between lines, behind `out`. `lists` are those that have not ended, and
/// whether they are numbered.
fn mark(tag: &Tag, out: &str, lists: &mut Vec<bool>) -> Option<String> {
    let mark = match (tag.name.as_str(), tag.closes) {
        ("p" | "div", _) | ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", true) => "\n\n",
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", false) => "\n\n## ",
        ("hr", _) => "\n\n***\n\n",
        ("br", _) => BREAK,
        (name @ ("ul" | "ol"), false) => {
            lists.push(name == "ol");
            "\n"
        }
        ("ul" | "ol", true) => {
            lists.pop();
            "\n\n"
        }
        ("li", true) => "",
        ("li", false) => {
            let marker = match lists.last() {
                Some(true) => "1. ",
                Some(false) | None => "- ",
            };
            let outer = lists.len().saturating_sub(1).min(DEPTH);
            let end = if out.ends_with('\n') { "" } else { "\n" };
            return Some(format!("{end}{}{marker}", "   ".repeat(outer)));
        }
        _ => return None,
    };
    Some(mark.to_owned())
}

/// A start tag or an end tag.
#[derive(Debug)]
struct Tag {
    /// In lower case.
    name: String,
    closes: bool,
    attributes: String,
}

/// The tag at the start of a text, with its length.
fn tag(text: &str) -> Option<(Tag, usize)> {
    let inner = text.strip_prefix('<')?;
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    // Cannot panic: a character was found there.
    let (name, attributes) = inner.split_at(end);
    let mut quote = None;
    let mut behind = attributes.char_indices().take(LONGEST);
    let end = behind.find(|(_, c)| match quote {
        None if matches!(c, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        None => matches!(c, '>' | '<'),
        Some(open) => {
            quote = quote.filter(|_| *c != open);
            false
        }
    });
    // Outside of quotes `<` is part of no tag (CommonMark 0.31, section 6.6).
    let (end, _) = end.filter(|(_, c)| *c == '>')?;
    let attributes = attributes.get(..end)?;
    let begins = |c: char| c.is_whitespace() || c == '/';
    if name.is_empty() || !(attributes.is_empty() || attributes.starts_with(begins)) {
        return None;
    }
    let marks = if closes { "</>".len() } else { "<>".len() };
    let length = marks
        .saturating_add(name.len())
        .saturating_add(attributes.len());
    let tag = Tag {
        name: name.to_ascii_lowercase(),
        closes,
        attributes: attributes.to_owned(),
    };
    Some((tag, length))
}

impl Tag {
    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.attributes.to_ascii_lowercase();
        let named = lower.match_indices(name).find_map(|(at, name)| {
            let before = lower.get(..at)?.chars().next_back()?;
            let rest = self.attributes.get(at.saturating_add(name.len())..)?;
            let value = rest.trim_start().strip_prefix('=')?;
            before.is_whitespace().then(|| value.trim_start())
        })?;
        let value = match named.chars().next()? {
            quote @ ('"' | '\'') => named.split(quote).nth(1)?,
            _ => named.split_whitespace().next()?,
        };
        Some(value.replace("&amp;", "&"))
    }
}
