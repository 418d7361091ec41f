//! Prints the inlines of one paragraph or cell, escaping what would be markup.
//!
//! This module must not know what the text was before it was parsed.

use super::clean::clean_line;
use super::fill;
use super::tree::{Emphasis, Inline};

/// Where inlines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::print) enum Place {
    /// A paragraph in a doc comment.
    Rustdoc,
    /// The same, where the lines of the description do not matter.
    Filled,
    /// A paragraph on a site, where `$` may begin a formula and `{` an expression.
    Site,
    /// A cell of a table: one line without pipes.
    Cell,
}

/// What separates the next word from the text so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Soft,
    Hard,
}

/// Writes inlines.
pub(in crate::print) struct Inlines {
    out: String,
    gap: Gap,
    place: Place,
    /// The first character does not stand at the start of a line.
    inside: bool,
}

impl Inlines {
    /// Inlines as CommonMark: without space around it, in a cell without line ends.
    pub(super) fn print(inlines: &[Inline], place: Place) -> String {
        let mut printer = Self::new(place, false);
        printer.all(inlines);
        printer.out
    }

    /// Inlines as CommonMark for a doc comment. The lines stay as they are, unless one of them has
    /// more than `width` columns: then all are filled anew.
    pub(super) fn filled(inlines: &[Inline], width: usize) -> String {
        let lines = Self::print(inlines, Place::Rustdoc);
        if fill::fits(&lines, width) {
            return fill::unbroken(&lines);
        }
        fill::fill(&Self::print(&without_ends(inlines), Place::Filled), width)
    }

    /// Plain text as CommonMark that shows it.
    pub(in crate::print) fn text_alone(text: &str, place: Place) -> String {
        let mut printer = Self::new(place, false);
        printer.text(&clean_line(text));
        printer.out
    }

    /// Plain text as a code span.
    pub(in crate::print) fn code_alone(text: &str, place: Place) -> String {
        let mut printer = Self::new(place, true);
        printer.code(clean_line(text).trim());
        printer.out
    }

    fn new(place: Place, inside: bool) -> Self {
        Self {
            out: String::new(),
            gap: Gap::None,
            place,
            inside,
        }
    }

    fn all(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(text) => self.code(text),
                Inline::Emphasis(emphasis, inner) => self.emphasis(*emphasis, inner),
                Inline::Link { url, text } => self.link(url, text),
                Inline::Ours(text) => self.put(text),
                Inline::Soft => self.widen(Gap::Soft),
                Inline::Hard => self.widen(Gap::Hard),
            }
        }
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Writes what separates the next word from the text so far.
    fn close_gap(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        if self.out.is_empty() {
            return;
        }
        match (gap, self.place) {
            (Gap::None, _) => {}
            (Gap::Space, Place::Site) | (Gap::Space | Gap::Soft | Gap::Hard, Place::Cell) => {
                self.out.push(' ');
            }
            (Gap::Space, Place::Rustdoc) | (Gap::Space | Gap::Soft, Place::Filled) => {
                self.out.push(fill::BREAK);
            }
            (Gap::Soft, Place::Rustdoc | Place::Site) => self.out.push('\n'),
            (Gap::Hard, Place::Rustdoc | Place::Filled | Place::Site) => {
                self.out.push_str("\\\n");
            }
        }
    }

    fn put(&mut self, text: &str) {
        self.close_gap();
        self.out.push_str(text);
    }

    fn text(&mut self, text: &str) {
        let mut before = None;
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            if c.is_whitespace() {
                self.widen(Gap::Space);
            } else {
                self.close_gap();
                if self.needs_escape(c, before, rest.as_str()) {
                    self.out.push_str(&self.escaped(c));
                } else {
                    self.out.push(c);
                }
            }
            before = Some(c);
        }
    }

    /// The character as one that means itself. Not all sites know a backslash in front of `<` and
    /// `&`, but all know their entities.
    fn escaped(&self, c: char) -> String {
        match (c, self.place) {
            ('<', Place::Site | Place::Cell) => "&lt;".to_owned(),
            ('&', Place::Site | Place::Cell) => "&amp;".to_owned(),
            (c, _) => format!("\\{c}"),
        }
    }

    /// The character would mean something else than itself. `before` and `rest` are the text
    /// around it.
    fn needs_escape(&self, c: char, before: Option<char>, rest: &str) -> bool {
        let next = rest.chars().next();
        let gap_follows = next.is_none_or(char::is_whitespace);
        match c {
            '*' | '`' | '[' | ']' | '<' | '~' => true,
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric))
            }
            '\\' => gap_follows || next.is_some_and(|next| next.is_ascii_punctuation()),
            '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            '$' | '{' => matches!(self.place, Place::Site | Place::Cell),
            '|' => self.place == Place::Cell || self.at_start(),
            '>' | '=' => self.at_start(),
            '#' => {
                let text = rest.trim_start_matches('#').chars().next();
                self.at_start() && text.is_none_or(char::is_whitespace)
            }
            // Of two, rustdoc makes a dash.
            '-' if next == Some('-') && self.is_rustdoc() => true,
            '-' | '+' => self.at_start() && (gap_follows || is_ruling(rest)),
            ':' => self.at_start() && is_ruling(rest),
            '.' | ')' => gap_follows && self.is_number(),
            _ => false,
        }
    }

    fn is_rustdoc(&self) -> bool {
        matches!(self.place, Place::Rustdoc | Place::Filled)
    }

    /// The next character is the first one of a line.
    fn at_start(&self) -> bool {
        self.out.ends_with('\n') || (self.out.is_empty() && !self.inside)
    }

    /// The line so far is the number of a list item.
    fn is_number(&self) -> bool {
        if self.inside && !self.out.contains('\n') {
            return false;
        }
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit())
    }

    fn code(&mut self, text: &str) {
        // A backslash in front of an escaped pipe would be read in two ways.
        if self.place == Place::Cell && text.contains("\\|") {
            return self.text(text);
        }
        if text.is_empty() {
            return;
        }
        let fence = "`".repeat(longest_run(text, '`').saturating_add(1));
        let spaced =
            text.starts_with(' ') && text.ends_with(' ') && !text.trim_matches(' ').is_empty();
        let pad = if spaced || text.starts_with('`') || text.ends_with('`') {
            " "
        } else {
            ""
        };
        self.close_gap();
        self.out.push_str(&fence);
        self.out.push_str(pad);
        match self.place {
            Place::Cell => self.out.push_str(&text.replace('|', "\\|")),
            Place::Rustdoc | Place::Filled | Place::Site => self.out.push_str(text),
        }
        self.out.push_str(pad);
        self.out.push_str(&fence);
    }

    /// Sets text apart; space at its ends stands outside of the marks.
    fn emphasis(&mut self, emphasis: Emphasis, inner: &[Inline]) {
        let mut printer = Self::new(self.place, true);
        printer.all(inner);
        if inner.first().is_some_and(begins_with_space) {
            self.widen(Gap::Space);
        }
        if !printer.out.is_empty() {
            self.put(&format!("{0}{1}{0}", emphasis.mark(), printer.out));
        }
        self.widen(printer.gap);
    }

    fn link(&mut self, url: &str, text: &[Inline]) {
        let mut printer = Self::new(self.place, true);
        printer.all(text);
        self.close_gap();
        if printer.out.is_empty() {
            match self.place {
                Place::Rustdoc | Place::Filled => return self.out.push_str(&format!("<{url}>")),
                // Sites that read MDX take `<` for the begin of an element.
                Place::Site | Place::Cell => printer.text(url),
            }
        }
        // `![` would begin an image.
        if self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
        self.put(&format!("[{}]({url})", printer.out));
    }
}

/// The same inlines, spaces in place of the ends of lines that may as well be.
fn without_ends(inlines: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let text = match inline {
            Inline::Soft => " ",
            Inline::Text(text) => text,
            other => {
                out.push(other.clone());
                continue;
            }
        };
        match out.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => out.push(Inline::Text(text.to_owned())),
        }
    }
    out
}

/// What is left of a line could be a ruling, the underline of a heading or the head of a table.
fn is_ruling(rest: &str) -> bool {
    rest.chars()
        .all(|c| matches!(c, '-' | '+' | '=' | ':' | '|') || c.is_whitespace())
}

fn longest_run(text: &str, c: char) -> usize {
    text.split(|other| other != c)
        .map(str::len)
        .max()
        .unwrap_or_default()
}

fn begins_with_space(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.starts_with(char::is_whitespace),
        Inline::Soft | Inline::Hard => true,
        Inline::Code(_) | Inline::Link { .. } | Inline::Emphasis(..) | Inline::Ours(_) => false,
    }
}
