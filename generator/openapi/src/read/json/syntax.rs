//! What to say where JSON does not go on as it must.
//!
//! It must not change how JSON is read.

use super::cursor::Cursor;
use super::{Fault, fault};
use crate::read::Key;
use crate::report::{Origin, clip};

/// Something stands behind the one value of a file.
pub(super) fn trailing(cursor: &Cursor<'_>) -> Fault {
    fault(
        cursor.origin_here(),
        "the document ends before this",
        "remove what follows, or the bracket too many before it",
    )
}

/// No value begins here.
pub(super) fn no_value(cursor: &Cursor<'_>) -> Fault {
    if let Some(fault) = foreign(cursor) {
        return fault;
    }
    let help = if cursor.is_at_end() {
        "the file ends here: is it complete?"
    } else if cursor.offset() == 0 {
        "begin with `{`; if the file is YAML, name it `.yaml`"
    } else {
        "write a string in double quotes, a number, `true`, `false`, `null`, a list or a map"
    };
    fault(cursor.origin_here(), "expected a value", help)
}

/// No key begins here.
pub(super) fn no_key(cursor: &Cursor<'_>, opener: Origin) -> Fault {
    if let Some(fault) = foreign(cursor) {
        return fault;
    }
    let word = cursor.word();
    if word.is_empty() {
        return in_brackets(
            cursor,
            opener,
            "expected a key in double quotes".to_owned(),
            b'}',
        );
    }
    fault(
        cursor.origin_here(),
        "expected a key in double quotes",
        format!(
            "write `\"{}\"`; if the file is YAML, name it `.yaml`",
            clip(word)
        ),
    )
}

/// No colon stands behind a key.
pub(super) fn no_colon(cursor: &Cursor<'_>, key: &Key, opener: Origin) -> Fault {
    let message = format!("expected `:` behind the key `{}`", clip(&key.text));
    in_brackets(cursor, opener, message, b'}')
}

/// Neither a comma nor the closing bracket stands behind a value.
pub(super) fn no_separator(cursor: &Cursor<'_>, close: u8, opener: Origin) -> Fault {
    if cursor.rest().starts_with(['#', '/'])
        && let Some(fault) = foreign(cursor)
    {
        return fault;
    }
    let close_char = char::from(close);
    in_brackets(
        cursor,
        opener,
        format!("expected `,` or `{close_char}`"),
        close,
    )
}

/// A comma stands before the closing bracket.
pub(super) fn trailing_comma(comma: Origin, close: u8) -> Fault {
    fault(
        comma,
        format!("JSON has no comma before `{}`", char::from(close)),
        "remove the comma",
    )
}

fn in_brackets(cursor: &Cursor<'_>, opener: Origin, message: String, close: u8) -> Fault {
    let close = char::from(close);
    if cursor.is_at_end() {
        let help = format!("the file ends here: is it complete? if so, add `{close}`");
        let mut fault = fault(cursor.origin_here(), message, help);
        fault.related.push((opener, "still open".to_owned()));
        return fault;
    }
    let help = match cursor.peek() {
        Some(b'"' | b'{' | b'[') => "a comma is missing before this".to_owned(),
        _ => format!("look for a missing comma, quote or `{close}` before this"),
    };
    let mut fault = fault(cursor.origin_here(), message, help);
    fault.related.push((opener, "inside of this".to_owned()));
    fault
}

/// Things that other languages have and JSON has not.
fn foreign(cursor: &Cursor<'_>) -> Option<Fault> {
    let (message, help) = match (cursor.rest().chars().next()?, cursor.word()) {
        ('/' | '#', _) => ("JSON has no comments", "remove the comment"),
        ('\'' | '`' | '\u{201c}' | '\u{201d}', _) => (
            "JSON strings stand in double quotes",
            "write `\"` for the quotes",
        ),
        (_, "True" | "TRUE") => ("JSON words are lower case", "write `true`"),
        (_, "False" | "FALSE") => ("JSON words are lower case", "write `false`"),
        (_, "None" | "Null" | "NULL" | "nil" | "undefined") => {
            ("JSON has one word for nothing", "write `null`")
        }
        (_, "NaN" | "Infinity" | "inf" | "+Infinity") => (
            "JSON numbers are finite",
            "remove the value, or write it as a string",
        ),
        ('+' | '.', word) if word.len() > 1 => (
            "a JSON number begins with a digit or `-`",
            "write `0.5` for `.5`, `1` for `+1`",
        ),
        ('\u{a0}' | '\u{feff}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{3000}', _) => (
            "an invisible character stands outside of strings",
            "replace it by a space, or remove it",
        ),
        _ => return None,
    };
    Some(fault(cursor.origin_here(), message, help))
}
