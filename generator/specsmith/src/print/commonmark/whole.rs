//! Keeps bare URLs in one piece: marks of emphasis inside them are none.
//!
//! CommonMark knows no bare URLs, so `https://x.y/__init__.py` would be two pieces of one with
//! strong text between them. This module must not know what becomes of URLs.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::parse::OPTIONS;
use super::url;

/// The same text, marks in its bare URLs escaped.
pub(super) fn whole(text: &str) -> Cow<'_, str> {
    if !is_cut(text) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = 0;
    for url in urls(text) {
        out.push_str(text.get(rest..url.start).unwrap_or_default());
        for c in text.get(url.clone()).unwrap_or_default().chars() {
            if is_mark(c) {
                out.push('\\');
            }
            out.push(c);
        }
        rest = url.end;
    }
    out.push_str(text.get(rest..).unwrap_or_default());
    out.into()
}

fn is_mark(c: char) -> bool {
    matches!(c, '_' | '*' | '~')
}

/// Marks stand behind something that could be the begin of a URL.
fn is_cut(text: &str) -> bool {
    text.find("://")
        .and_then(|at| text.get(at..))
        .is_some_and(|rest| rest.contains(is_mark))
}

/// Where the bare URLs stand that are read as text, first to last.
fn urls(text: &str) -> Vec<Range<usize>> {
    let mut found = Found::default();
    let mut in_code = false;
    for (event, place) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            }) => found.until = found.until.max(place.end),
            Event::Start(Tag::Emphasis) => found.begin(&place, 1),
            Event::Start(Tag::Strong) => found.begin(&place, 2),
            Event::Start(Tag::Strikethrough) => {
                let written = text.get(place.clone()).unwrap_or_default();
                found.begin(&place, if written.starts_with("~~") { 2 } else { 1 });
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                found.ends.pop();
            }
            Event::Text(_) if !in_code => found.urls_from(text, &place),
            _ => {}
        }
    }
    found.urls
}

#[derive(Default)]
struct Found {
    urls: Vec<Range<usize>>,
    /// Up to there all is read.
    until: usize,
    /// Where the text ends that is set apart around the place that is read, outermost first.
    ends: Vec<usize>,
}

impl Found {
    /// Text that is set apart by marks of such a length.
    fn begin(&mut self, place: &Range<usize>, mark: usize) {
        self.ends.push(place.end.saturating_sub(mark));
    }

    /// The URLs that begin in a part of the text, each up to its end, be that in another part.
    fn urls_from(&mut self, text: &str, place: &Range<usize>) {
        let end = self.ends.last().copied().unwrap_or(text.len());
        while let Some(from) = text.get(self.until.max(place.start)..place.end) {
            let Some(at) = from.find("http") else {
                return;
            };
            let start = place.end.saturating_sub(from.len()).saturating_add(at);
            let length = url::written(text.get(start..end).unwrap_or_default());
            self.until = start.saturating_add(length.max("http".len()));
            if length > 0 {
                self.urls.push(start..self.until);
            }
        }
    }
}
