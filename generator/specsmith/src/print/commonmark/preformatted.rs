//! Code that HTML shows as it stands: the element `pre`.
//!
//! It must not know how a block of code is printed.

use super::hold::BLANK;
use super::tag::{decoded, tag};

/// Length of what stands in an element `pre`.
pub(super) fn length(text: &str) -> usize {
    let closes = |(at, sign): &(usize, &str)| {
        let name = text.get(at.saturating_add(sign.len())..);
        let name = name.and_then(|name| name.get(.."pre".len()));
        name.is_some_and(|name| name.eq_ignore_ascii_case("pre"))
    };
    let end = text.match_indices("</").find(closes);
    end.map_or(text.len(), |(at, _)| at)
}

/// Elements that say nothing in a block of code.
const DROPPED: [&str; 17] = [
    "a", "b", "br", "code", "del", "div", "em", "font", "i", "kbd", "p", "s", "samp", "small",
    "span", "strong", "u",
];

/// Code as it is read, and its language.
pub(super) fn code(html: &str) -> (Option<String>, String) {
    let mut out = String::new();
    let mut language = None;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        // None can panic: a `<` was found there, and the length of a tag is that of its characters.
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let dropped = tag(from).filter(|(tag, _)| DROPPED.contains(&tag.name.as_str()));
        let length = match dropped {
            Some((tag, length)) => {
                language = language.or_else(|| tag.language());
                out.push_str(if tag.name == "br" { "\n" } else { "" });
                length
            }
            None => {
                out.push('<');
                1
            }
        };
        rest = from.split_at(length).1;
    }
    out.push_str(rest);
    let text = decoded(&out).replace(BLANK, "").replace('\u{a0}', " ");
    let first = text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
    let first = text.get(..first).unwrap_or_default().rfind('\n');
    let code = text.get(first.map_or(0, |at| at.saturating_add(1))..);
    (language, code.unwrap_or_default().trim_end().to_owned())
}
