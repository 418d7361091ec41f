//! Texts as words: what can stand in an identifier, and symbols spelled out.
//!
//! It must not know how words are joined.

/// `text` with everything that cannot stand in an identifier turned into a gap between words, or,
/// when nothing would be left, its symbols spelled out.
pub(super) fn words(text: &str) -> String {
    let kept = text.replace(|c: char| !unicode_ident::is_xid_continue(c), " ");
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

/// `text` with the capitals that stand for one word written as one: `user_IDs` is `user_Ids`, which
/// gives `user_ids` and not `user_i_ds`; `OAuth2Token` is `Oauth2Token`.
pub(super) fn together(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_uppercase) {
        // Cannot panic: a capital was found there.
        let (before, capitals) = rest.split_at(start);
        all.push_str(before);
        rest = match one_word(capitals) {
            Some(length) => {
                // Cannot panic: the word is the beginning of the text, in whole characters.
                let (word, after) = capitals.split_at(length);
                let mut letters = word.chars();
                all.extend(letters.next());
                all.extend(letters.flat_map(char::to_lowercase));
                after
            }
            None => {
                let after = capitals.trim_start_matches(char::is_uppercase);
                all.extend(capitals.strip_suffix(after));
                after
            }
        };
    }
    all.push_str(rest);
    all
}

/// The length of the beginning of `text` that is one word in spite of its capitals.
fn one_word(text: &str) -> Option<usize> {
    if let Some(word) = ["OAuth", "IPv4", "IPv6"]
        .iter()
        .find(|word| text.starts_with(**word))
    {
        return Some(word.len());
    }
    // An acronym in the plural.
    let capitals = text.find(|c: char| !c.is_ascii_uppercase())?;
    let ends = |after: &str| !after.starts_with(|c: char| c.is_lowercase());
    let after = text.get(capitals..)?.strip_prefix('s')?;
    (capitals > 1 && ends(after)).then_some(capitals + 1)
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
