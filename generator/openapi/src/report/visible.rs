//! Text that is safe on a terminal and in a log: nothing in it acts, reorders or hides.
//!
//! This module must not know where the text comes from.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with control characters, marks of direction and invisible characters as escapes such
/// as `\u{202e}`; tabs stay.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push(&mut shown, character);
    }
    Cow::Owned(shown)
}

/// Adds one character as [`visible`] shows it.
pub(super) fn push(shown: &mut String, character: char) {
    match character {
        '\n' => shown.push_str("\\n"),
        '\r' => shown.push_str("\\r"),
        plain if is_plain(plain) => shown.push(plain),
        // Writing to a string does not fail.
        other => _ = write!(shown, "\\u{{{:x}}}", u32::from(other)),
    }
}

fn is_plain(character: char) -> bool {
    match character {
        '\t' | ' '..='~' => true,
        // Marks of direction, separators of lines, joiners of nothing, tags.
        '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => false,
        other => !other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn plain_text_stays() {
        assert_eq!(visible("naïve 名前\t👩‍👧"), "naïve 名前\t👩‍👧");
    }

    #[test]
    fn what_acts_on_a_terminal_is_shown() {
        assert_eq!(
            visible("\u{1b}[31mred\u{9b}0m\u{7}"),
            "\\u{1b}[31mred\\u{9b}0m\\u{7}"
        );
        assert_eq!(visible("a\u{202e}b\u{2066}"), "a\\u{202e}b\\u{2066}");
        assert_eq!(visible("two\r\nlines\u{2028}"), "two\\r\\nlines\\u{2028}");
    }
}
