//! Breaks the lines of a paragraph that are too long to be read in an editor.
//!
//! This module must not know what stands between the spaces.

/// A space at which a line may end. No text holds it: control characters are taken out.
pub(super) const BREAK: char = '\0';

/// Every line has at most `width` columns.
pub(super) fn fits(text: &str, width: usize) -> bool {
    text.lines().all(|line| line.chars().count() <= width)
}

/// Lines of at most `width` columns, as far as there are spaces to break at: each holds as many words
/// as fit.
pub(super) fn fill(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0_usize;
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push('\n');
            column = 0;
        }
        // A line without any might be a ruling.
        let mut has_letters = false;
        for (index, word) in line.split(BREAK).enumerate() {
            let length = word.chars().count();
            let behind = column.saturating_add(1).saturating_add(length);
            if index == 0 {
                column = length;
            } else if behind > width && has_letters && may_begin(word) {
                out.push('\n');
                column = length;
                has_letters = false;
            } else {
                out.push(' ');
                column = behind;
            }
            out.push_str(word);
            has_letters |= word.contains(char::is_alphanumeric);
        }
    }
    out
}

/// At the start of a line the word means what it meant inside of one: it is no marker of a list, no
/// ruling, and not escaped otherwise.
fn may_begin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '\'' | '(' | '[' | '`' | '<'))
        || word.starts_with("**")
}

/// Text whose lines are as they were.
pub(super) fn unbroken(text: &str) -> String {
    text.replace(BREAK, " ")
}
