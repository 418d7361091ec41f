//! Keeps HTML in one piece that blank lines would cut: code, and lists.
//!
//! A block of HTML ends with a blank line (CommonMark 0.31, section 4.6), whatever is open in it.
//! This module must not know what becomes of HTML.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag as Container, TagEnd};

use super::parse::OPTIONS;
use super::tag::tag;

/// Stands in a line that was blank. No text holds it: control characters are taken out.
pub(super) const BLANK: char = '\u{1}';

/// The same text, with something in the blank lines inside of code and lists of HTML.
pub(super) fn held(text: &str) -> Cow<'_, str> {
    let blank = match has_any(text) {
        true => blank_lines(text),
        false => Vec::new(),
    };
    if blank.is_empty() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len().saturating_add(blank.len()));
    let mut from = 0;
    for at in blank {
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push(BLANK);
        from = at;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out.into()
}

/// There may be code or lists of HTML.
fn has_any(text: &str) -> bool {
    let names = ["pre", "ul", "ol"];
    text.match_indices('<').any(|(at, sign)| {
        let behind = text.get(at.saturating_add(sign.len())..);
        let behind = behind.unwrap_or_default();
        let begins = |name: &str| {
            let start = behind.get(..name.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        names.into_iter().any(begins)
    })
}

/// Where the blank lines begin that end no block, first to last.
fn blank_lines(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut until = 0;
    let mut depth = 0_u32;
    for (event, place) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(
                Container::BlockQuote(_) | Container::List(_) | Container::FootnoteDefinition(_),
            ) => depth = depth.saturating_add(1),
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition) => {
                depth = depth.saturating_sub(1)
            }
            Event::Start(Container::HtmlBlock) if depth == 0 && place.start >= until => {
                until = hold(text, &place, &mut found);
            }
            _ => {}
        }
    }
    found
}

/// What has not ended.
#[derive(Default)]
struct Open {
    code: bool,
    lists: u32,
}

impl Open {
    fn read(&mut self, line: &str) {
        for (at, _) in line.match_indices('<') {
            let Some((tag, _)) = line.get(at..).and_then(tag) else {
                continue;
            };
            match (tag.name.as_str(), tag.closes) {
                ("pre", closes) => self.code = !closes,
                ("ul" | "ol", false) if !self.code => self.lists = self.lists.saturating_add(1),
                ("ul" | "ol", true) if !self.code => self.lists = self.lists.saturating_sub(1),
                _ => {}
            }
        }
    }
}

/// Finds the blank lines in what a block of HTML leaves open. Where that ends, up to where all is
/// read.
fn hold(text: &str, place: &Range<usize>, found: &mut Vec<usize>) -> usize {
    let mut open = Open::default();
    let mut inside = Vec::new();
    let mut is_behind_blank = false;
    let mut at = place.start;
    for line in text
        .get(place.start..)
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        let is_blank = line.trim().is_empty();
        if is_blank && (open.code || open.lists > 0) {
            inside.push(at);
        } else if is_blank && at >= place.end {
            return at;
        } else {
            // Between items stands CommonMark.
            if is_behind_blank && !(open.code || line.trim_start().starts_with('<')) {
                return at;
            }
            open.read(line);
            if open.lists == 0 && !open.code {
                found.append(&mut inside);
            }
        }
        is_behind_blank = is_blank;
        at = at.saturating_add(line.len());
    }
    // Code goes on up to the end.
    if open.code {
        found.append(&mut inside);
    }
    at
}
