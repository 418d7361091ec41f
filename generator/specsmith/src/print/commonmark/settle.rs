//! Decides which text is set apart, so that printing it needs to decide nothing.
//!
//! Marks of emphasis are read as such only between certain characters (CommonMark 0.31, section
//! 6.2). Where they would not be, the text stands without. This module must not know how anything
//! is escaped.

use super::text::{push_code, push_text_with_links};
use super::tree::Inline;

/// The same inlines, all emphasis being such that its marks are read. Texts that come to stand next
/// to each other are one.
pub(super) fn settle(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    let mut rest = joined(inlines).into_iter().peekable();
    while let Some(inline) = rest.next() {
        match inline {
            Inline::Emphasis(emphasis, inner) => {
                let inner = joined(inner);
                if stands(out.last(), &inner, rest.peek()) {
                    out.push(Inline::Emphasis(emphasis, inner));
                } else {
                    inner.into_iter().for_each(|inline| push(&mut out, inline));
                }
            }
            other => push(&mut out, other),
        }
    }
    out
}

/// The same inlines without emphasis.
pub(super) fn plain(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Emphasis(_, inner) => inner.into_iter().for_each(|inner| push(&mut out, inner)),
            other => push(&mut out, other),
        }
    }
    out
}

fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    inlines
        .into_iter()
        .for_each(|inline| push(&mut out, inline));
    out
}

fn push(out: &mut Vec<Inline>, inline: Inline) {
    match inline {
        Inline::Text(text) => push_text_with_links(out, &text),
        Inline::Code(code) => push_code(out, &code),
        other @ (Inline::Emphasis(..)
        | Inline::Link { .. }
        | Inline::Ours(_)
        | Inline::Soft
        | Inline::Hard) => out.push(other),
    }
}

/// What a mark of emphasis stands next to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Space, or nothing.
    Space,
    /// A letter or digit.
    Word,
    /// Punctuation of ASCII.
    Punctuation,
    /// Another mark, which would run together with this one.
    Mark,
    /// What Unicode's tables may call either.
    Unknown,
}

impl Edge {
    fn of(c: Option<char>) -> Self {
        match c {
            None => Self::Space,
            Some(c) if c.is_whitespace() => Self::Space,
            Some(c) if c.is_alphanumeric() => Self::Word,
            Some('*' | '~' | '_') => Self::Mark,
            Some(c) if c.is_ascii_punctuation() => Self::Punctuation,
            Some(_) => Self::Unknown,
        }
    }

    fn first(inline: Option<&Inline>) -> Self {
        match inline {
            None | Some(Inline::Soft | Inline::Hard) => Self::Space,
            Some(Inline::Code(_) | Inline::Link { .. } | Inline::Ours(_)) => Self::Punctuation,
            Some(Inline::Emphasis(..)) => Self::Mark,
            Some(Inline::Text(text)) => Self::of(text.chars().next()),
        }
    }

    fn last(inline: Option<&Inline>) -> Self {
        match inline {
            Some(Inline::Text(text)) => Self::of(text.chars().next_back()),
            other => Self::first(other),
        }
    }
}

/// Marks around `inner` are read as such.
fn stands(before: Option<&Inline>, inner: &[Inline], after: Option<&Inline>) -> bool {
    let written = |inline: &&Inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::Code(_) | Inline::Link { .. } | Inline::Ours(_) => true,
        Inline::Emphasis(..) | Inline::Soft | Inline::Hard => false,
    };
    let Some(first) = inner.iter().find(written) else {
        return false;
    };
    let Some(last) = inner.iter().rev().find(written) else {
        return false;
    };
    // Space inside the marks is written outside of them.
    let outside = |inside: Edge, outside: Edge| match inside {
        Edge::Space => Edge::Space,
        Edge::Word | Edge::Punctuation | Edge::Mark | Edge::Unknown => outside,
    };
    let before = outside(Edge::first(inner.first()), Edge::last(before));
    let after = outside(Edge::last(inner.last()), Edge::first(after));
    let first = Edge::first(Some(&trimmed(first)));
    let last = Edge::last(Some(&trimmed(last)));
    holds(before, first) && holds(after, last)
}

fn trimmed(inline: &Inline) -> Inline {
    match inline {
        Inline::Text(text) => Inline::Text(text.trim().to_owned()),
        other => other.clone(),
    }
}

/// A mark between these opens, or closes the other way round. Stricter than the rule where that
/// depends on tables of Unicode.
fn holds(outside: Edge, inside: Edge) -> bool {
    match outside {
        Edge::Space => true,
        Edge::Punctuation => true,
        Edge::Word | Edge::Unknown => inside == Edge::Word,
        Edge::Mark => false,
    }
}
