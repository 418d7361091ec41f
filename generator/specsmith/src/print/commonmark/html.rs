//! The elements of HTML that CommonMark has marks for.
//!
//! Descriptions are CommonMark, and many of them are written in HTML none the less. What says no
//! more than a mark does is read as that mark; all else stays text. This module must not know what
//! is printed.

use super::block;
use super::hold::BLANK;
use super::parse::DEPTH;
use super::preformatted;
use super::tag::{self, Tag, tag};
use super::tree::Emphasis;

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
        "pre" => ("pre", Kind::Code),
        "a" if tag.closes => return Some(Mark::Close("a")),
        "a" => ("a", Kind::Link(tag.attribute("href")?)),
        _ => return None,
    };
    Some(match tag.closes {
        true => Mark::Close(name),
        false => Mark::Open(Element { name, kind }),
    })
}

/// A block of HTML with marks in place of the tags of paragraphs, headings, lists, code and rules;
/// `None` where nothing has one.
pub(super) fn block(text: &str) -> Option<String> {
    let mut writer = Writer::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        // None can panic: a `<` was found there, and the length of a tag is that of its characters.
        let (before, from) = rest.split_at(at);
        writer.text(before);
        rest = match tag(from) {
            Some((tag, length)) => {
                let (written, behind) = from.split_at(length);
                writer.tag(&tag, written, behind)
            }
            None => {
                let (sign, behind) = from.split_at(1);
                writer.put(sign);
                behind
            }
        };
    }
    writer.text(rest);
    writer.found.then_some(writer.out)
}

/// A list that has not ended.
struct List {
    is_numbered: bool,
    /// Blank lines in front of the next item mean nothing.
    has_items: bool,
}

/// Writes HTML as CommonMark.
#[derive(Default)]
struct Writer {
    out: String,
    /// Something had a mark.
    found: bool,
    lists: Vec<List>,
    /// What is written next is the first of an item or heading.
    is_fresh: bool,
    in_heading: bool,
    /// HTML without a mark stands there, which a blank line ends.
    is_raw: bool,
    /// What is written last is the start tag of an element inside a line.
    is_opened: bool,
}

impl Writer {
    /// Text between tags. Space in front of a line means nothing in HTML, and code in CommonMark; the
    /// end of a line behind a break means nothing either, and the end of a paragraph.
    fn text(&mut self, text: &str) {
        let inner = text.trim_start();
        let space = text.len().saturating_sub(inner.len());
        let space = text.get(..space).unwrap_or_default();
        // A tag alone in its line would begin a block of HTML.
        let is_alone = self.is_opened && space.matches('\n').count() == 1;
        let text = if is_alone { inner } else { text };
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            self.words(line.trim_matches(BLANK));
        }
    }

    fn end_line(&mut self) {
        if self.in_heading && !self.is_fresh {
            self.out.push(' ');
        } else if !self.is_fresh && !self.out.ends_with(BREAK) {
            self.out.push('\n');
        }
    }

    /// Text without line ends.
    fn words(&mut self, text: &str) {
        let begins = self.is_fresh || self.at_start();
        let text = if begins { text.trim_start() } else { text };
        if !text.is_empty() {
            self.put(&escaped(text, begins));
        }
    }

    fn at_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    /// Writes what is part of a line.
    fn put(&mut self, text: &str) {
        if self.at_start() {
            self.out.push_str(&self.indent());
        }
        self.out.push_str(text);
        self.is_fresh = false;
        self.is_opened = false;
    }

    /// What stands in front of lines of an item.
    fn indent(&self) -> String {
        match self.lists.last() {
            Some(list) => self.outer() + if list.is_numbered { "   " } else { "  " },
            None => String::new(),
        }
    }

    /// What stands in front of the marker of an item.
    fn outer(&self) -> String {
        "   ".repeat(self.lists.len().saturating_sub(1).min(DEPTH))
    }

    /// Ends a paragraph, or whatever it is.
    fn end(&mut self) {
        if !self.is_fresh {
            self.out.push_str("\n\n");
        }
    }

    /// Writes what stands for a tag. What is behind it, unless that was written, too.
    fn tag<'a>(&mut self, tag: &Tag, written: &str, behind: &'a str) -> &'a str {
        match (tag.name.as_str(), tag.closes) {
            ("pre", false) => return self.code(tag, behind),
            ("p" | "div", _) => self.end(),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", closes) => self.heading(closes),
            ("hr", _) => {
                self.end();
                self.put("***\n\n");
            }
            ("br", _) if self.in_heading => self.end_line(),
            ("br", _) => self.out.push_str(if self.is_fresh { "" } else { BREAK }),
            ("ul" | "ol", closes) => self.list(closes, tag.name == "ol"),
            ("li", true) => self.is_fresh = false,
            ("li", false) => self.item(),
            _ => return self.other(written, behind),
        }
        self.found = true;
        self.is_opened = false;
        behind
    }

    fn heading(&mut self, closes: bool) {
        if closes {
            self.is_fresh = false;
        }
        self.in_heading = false;
        self.end();
        if !closes {
            self.put("## ");
            self.is_fresh = true;
            self.in_heading = true;
        }
    }

    fn list(&mut self, closes: bool, is_numbered: bool) {
        if closes {
            self.lists.pop();
            self.out.push_str("\n\n");
        } else {
            self.lists.push(List {
                is_numbered,
                has_items: false,
            });
            self.out.push('\n');
        }
        self.is_fresh = false;
        self.in_heading = false;
    }

    fn item(&mut self) {
        let had_items = match self.lists.last_mut() {
            Some(list) => std::mem::replace(&mut list.has_items, true),
            None => false,
        };
        let is_raw = std::mem::take(&mut self.is_raw);
        while had_items && !is_raw && self.out.ends_with("\n\n") {
            self.out.pop();
        }
        if !self.at_start() {
            self.out.push('\n');
        }
        let marker = match self.lists.last() {
            Some(list) if list.is_numbered => "1. ",
            Some(_) | None => "- ",
        };
        self.out.push_str(&(self.outer() + marker));
        self.is_fresh = true;
        self.in_heading = false;
    }

    /// Writes a block of code, behind the start tag. What is behind its end.
    fn code<'a>(&mut self, tag: &Tag, behind: &'a str) -> &'a str {
        let length = preformatted::length(behind);
        // None can panic: something was found there, and the length of a tag is that of its characters.
        let (inner, end) = behind.split_at(length);
        let (language, code) = preformatted::code(inner);
        let language = tag.language().or(language).unwrap_or_default();
        self.found = true;
        self.in_heading = false;
        if !code.trim().is_empty() {
            self.end();
            for line in block::code(&language, &code) {
                self.put(&line);
                self.out.push('\n');
            }
            self.out.push('\n');
        }
        let length = match tag::tag(end) {
            Some((_, length)) => length,
            None => end.len().min("</pre".len()),
        };
        end.split_at(length).1
    }

    /// Writes a tag that stands inside a line, or has no mark.
    fn other<'a>(&mut self, written: &str, behind: &'a str) -> &'a str {
        let mark = inline(written);
        self.found |= mark.is_some();
        match mark {
            Some(Mark::Close(_)) => self.join(),
            Some(Mark::Break | Mark::Open(_)) => {}
            None => self.is_raw = true,
        }
        self.put(written);
        self.is_opened = matches!(mark, Some(Mark::Open(_)));
        behind
    }

    /// Takes back the end of a line: a tag alone in its line would begin a block of HTML.
    fn join(&mut self) {
        let text = self.out.trim_end();
        let space = self.out.get(text.len()..).unwrap_or_default();
        if !self.is_fresh && space.matches('\n').count() == 1 {
            self.out.truncate(text.len());
        }
    }
}

/// Text of HTML in which no block begins, where `begins` a line, and no two underscores set anything
/// apart. Other marks are meant as such more often than not.
fn escaped(text: &str, begins: bool) -> String {
    let mut out = String::with_capacity(text.len());
    if begins {
        let (number, rest) = match text.find(|c: char| !c.is_ascii_digit()) {
            // Cannot panic: a character was found there.
            Some(at) => text.split_at(at),
            None => return text.to_owned(),
        };
        out.push_str(number);
        if is_marker(rest, number.is_empty()) {
            out.push('\\');
        }
        push_escaped(&mut out, rest);
    } else {
        push_escaped(&mut out, text);
    }
    out
}

/// The text would begin a block, be a ruling, or say where a link leads; where a number stands in
/// front of it, which item it is.
fn is_marker(text: &str, is_first: bool) -> bool {
    let ruling = |c: char| text.chars().all(|it| it == c || it.is_whitespace());
    let mut chars = text.chars();
    match chars.next() {
        Some('#' | '>' | '+' | '-' | '=') => is_first,
        Some('*') => is_first && (chars.next().is_none_or(char::is_whitespace) || ruling('*')),
        Some('_') => is_first && chars.next() == Some(' ') && ruling('_'),
        Some('[') => is_first && text.contains("]:"),
        Some('.' | ')') => !is_first,
        _ => false,
    }
}

/// Adds text, two underscores as such unless they stand in code or in a URL.
fn push_escaped(out: &mut String, text: &str) {
    let mut in_code = false;
    for word in text.split_inclusive(' ') {
        for (index, part) in word.split('`').enumerate() {
            if index > 0 {
                out.push('`');
                in_code = !in_code;
            }
            if in_code || word.contains("://") {
                out.push_str(part);
            } else {
                out.push_str(&part.replace("__", "\\_\\_"));
            }
        }
    }
}
