//! Texts as words: what can stand in an identifier, and symbols spelled out.
//!
//! It must not know how words are joined.

/// `text` with everything that cannot stand in an identifier turned into a gap between words, or,
/// when nothing would be left, its symbols spelled out.
pub(super) fn words(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| {
            if unicode_ident::is_xid_continue(c) {
                c
            } else {
                ' '
            }
        })
        .collect();
    if kept.chars().any(char::is_alphanumeric) {
        return signed(text, kept);
    }
    text.chars().map(symbol).collect::<Vec<_>>().join(" ")
}

/// Keeps the sign of `+1` and `-1`, which would both be `1`, and that of `-created`, which sorts the
/// other way round.
fn signed(text: &str, kept: String) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some('-'), Some(next)) if next.is_alphanumeric() => format!("minus {kept}"),
        (Some('+'), Some(next)) if next.is_alphanumeric() => format!("plus {kept}"),
        _ => kept,
    }
}

fn symbol(c: char) -> &'static str {
    match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '?' => "question",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '~' => "tilde",
        '%' => "percent",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '\'' | '"' | '`' => "quote",
        '(' | ')' => "paren",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' | '\t' => "space",
        _ => "symbol",
    }
}
