//! The part of a line that a message shows, and where in it the marked span is.
//!
//! This module must not know how it is printed. A description can be one line of many megabytes:
//! nothing here takes time in proportion to the line.

use std::ops::Range;

use super::visible;
use crate::read::Sources;
use crate::report::Origin;

/// Longer lines are cut around the span.
const WIDTH: usize = 120;
/// How many characters before the span a cut line shows.
const BEFORE: usize = 40;

/// One line, or a part of it.
pub(super) struct Excerpt {
    /// Counted from 1.
    pub(super) line: u32,
    /// What to print: nothing in it acts on a terminal, a cut is shown as `…`.
    pub(super) text: String,
    /// The bytes of `text` to mark; empty at a place where nothing is written.
    pub(super) marked: Range<usize>,
}

/// The line in which a place begins; `None` when its file could not be read.
pub(super) fn excerpt(sources: &Sources, at: Origin) -> Option<Excerpt> {
    let text = sources.text(at.file);
    if text.is_empty() {
        return None;
    }
    let (line, _) = sources.line_column(at.file, at.start);
    let range = sources.line_range(at.file, line);
    let start = at.start.clamp(range.start, range.end);
    let end = at.end.clamp(start, range.end);
    let part = |range: Range<u32>| {
        text.get(
            Origin {
                file: at.file,
                start: range.start,
                end: range.end,
            }
            .range(),
        )
    };
    // Places that other programs made could cut a character in two.
    let before = part(range.start..start)?;
    let inside = part(start..end)?;
    let after = part(end..range.end)?;
    Some(cut(line, before, inside, after))
}

fn cut(line: u32, before: &str, inside: &str, after: &str) -> Excerpt {
    let whole = before.len() + inside.len() + after.len() <= WIDTH;
    let mut text = String::new();
    if whole || before.len() <= BEFORE * 2 {
        show(&mut text, before);
    } else {
        text.push('…');
        show(&mut text, last_characters(before, BEFORE));
    }
    let start = text.len();
    let mut left = if whole {
        WIDTH
    } else {
        WIDTH.saturating_sub(text.chars().count())
    };
    let shown = first_characters(inside, left);
    show(&mut text, shown);
    left -= shown.chars().count().min(left);
    if shown.len() < inside.len() {
        text.push('…');
        let end = text.len();
        return Excerpt {
            line,
            text,
            marked: start..end,
        };
    }
    let end = text.len();
    let shown = first_characters(after, left);
    show(&mut text, shown);
    if shown.len() < after.len() {
        text.push('…');
    }
    Excerpt {
        line,
        text,
        marked: start..end,
    }
}

fn show(text: &mut String, part: &str) {
    for character in part.chars() {
        visible::push(text, character);
    }
}

fn first_characters(text: &str, count: usize) -> &str {
    let end = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or("")
}

fn last_characters(text: &str, count: usize) -> &str {
    let start = text
        .char_indices()
        .rev()
        .nth(count.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn marked(before: &str, inside: &str, after: &str) -> String {
        let excerpt = cut(1, before, inside, after);
        let (head, rest) = excerpt.text.split_at(excerpt.marked.start);
        let (inside, tail) = rest.split_at(excerpt.marked.len());
        format!("{head}<{inside}>{tail}")
    }

    #[test]
    fn short_lines_are_whole() {
        assert_eq!(marked("type: ", "strin", " # ?"), "type: <strin> # ?");
        assert_eq!(marked("", "", ""), "<>");
    }

    #[test]
    fn long_lines_are_cut_on_both_sides() {
        let long = "x".repeat(1000);
        let (forty, rest) = ("x".repeat(40), "x".repeat(76));
        assert_eq!(marked(&long, "abc", &long), format!("…{forty}<abc>{rest}…"));
        assert_eq!(
            marked("{", "abc", &long),
            format!("{{<abc>{}…", "x".repeat(116))
        );
    }

    #[test]
    fn long_spans_are_cut() {
        let long = "é".repeat(1000);
        assert_eq!(marked("{", &long, "}"), format!("{{<{}…>", "é".repeat(119)));
    }

    #[test]
    fn escapes_move_the_mark() {
        assert_eq!(marked("\u{202e}", "\u{1b}", "z"), "\\u{202e}<\\u{1b}>z");
    }
}
