//! Strings of JSON (RFC 8259, section 7).
//!
//! It must not know whether a string is a key or a value.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::{Fault, fault};
use crate::read::codes;
use crate::report::{Diagnostic, Report};

/// Reads the string whose opening quote stands here.
///
/// Control characters are kept and half surrogate pairs become U+FFFD, both with a finding.
pub(super) fn parse<'a>(
    cursor: &mut Cursor<'a>,
    report: &mut Report,
) -> Result<Cow<'a, str>, Fault> {
    let start = cursor.offset();
    cursor.advance(1);
    let content = cursor.offset();
    skip_plain(cursor);
    if cursor.peek() == Some(b'"') {
        let text = cursor.since(content);
        cursor.advance(1);
        return Ok(Cow::Borrowed(text));
    }
    let mut text = cursor.since(content).to_owned();
    let mut controls = false;
    loop {
        match cursor.peek() {
            Some(b'"') => break,
            Some(b'\\') => text.push(escape(cursor, report)?),
            Some(b'\n' | b'\r') | None => return Err(unclosed(cursor, start)),
            Some(control) => {
                if !std::mem::replace(&mut controls, true) {
                    report.push(control_character(cursor, control));
                }
                text.push(char::from(control));
                cursor.advance(1);
            }
        }
        let plain = cursor.offset();
        skip_plain(cursor);
        text.push_str(cursor.since(plain));
    }
    cursor.advance(1);
    Ok(Cow::Owned(text))
}

/// Goes to the next quote, backslash or control character, or to the end.
fn skip_plain(cursor: &mut Cursor<'_>) {
    let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
    let rest = cursor.rest();
    cursor.advance(
        rest.as_bytes()
            .iter()
            .position(special)
            .unwrap_or(rest.len()),
    );
}

fn escape(cursor: &mut Cursor<'_>, report: &mut Report) -> Result<char, Fault> {
    let start = cursor.offset();
    let rest = cursor.rest();
    let character = match rest.as_bytes().get(1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode_escape(cursor, report),
        _ => {
            let escaped = rest.chars().nth(1).map_or(0, char::len_utf8);
            cursor.advance(1 + escaped);
            return Err(unknown_escape(cursor, start));
        }
    };
    cursor.advance(2);
    Ok(character)
}

/// `\uXXXX`, or two of them that make one character.
fn unicode_escape(cursor: &mut Cursor<'_>, report: &mut Report) -> Result<char, Fault> {
    let start = cursor.offset();
    let Some(first) = code_unit(cursor.rest()) else {
        cursor.advance(2);
        return Err(unknown_escape(cursor, start));
    };
    cursor.advance(6);
    if let Some(character) = char::from_u32(first) {
        return Ok(character);
    }
    let second = code_unit(cursor.rest()).filter(|unit| (0xDC00..0xE000).contains(unit));
    if let (0xD800..0xDC00, Some(second)) = (first, second) {
        cursor.advance(6);
        let pair = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return Ok(char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    report.push(Diagnostic::error(
        codes::LONE_SURROGATE,
        cursor.origin_from(start),
        format!("`{}` is half of a surrogate pair", cursor.since(start)),
        "write both halves, or the character itself; U+FFFD is taken for it",
    ));
    Ok(char::REPLACEMENT_CHARACTER)
}

/// The four hexadecimal digits behind `\u`.
fn code_unit(rest: &str) -> Option<u32> {
    let digits = rest.strip_prefix("\\u")?.get(..4)?;
    let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if all {
        u32::from_str_radix(digits, 16).ok()
    } else {
        None
    }
}

fn unknown_escape(cursor: &Cursor<'_>, start: usize) -> Fault {
    fault(
        cursor.origin_from(start),
        format!("JSON has no escape `{}`", cursor.since(start)),
        "write `\\\\` for a backslash, `\\uXXXX` with four hexadecimal digits for a character",
    )
}

fn unclosed(cursor: &Cursor<'_>, start: usize) -> Fault {
    let at = cursor.origin_from(start);
    if cursor.is_at_end() {
        return fault(at, "the string is not closed", "add the closing `\"`");
    }
    fault(
        at,
        "the string is not closed on its line",
        "add the closing `\"`, or write `\\n` for the line break",
    )
}

fn control_character(cursor: &Cursor<'_>, control: u8) -> Diagnostic {
    Diagnostic::error(
        codes::CONTROL_CHARACTER,
        cursor.origin_here(),
        format!("U+{control:04X} stands in a string as it is"),
        match control {
            b'\t' => "write `\\t`".to_owned(),
            _ => format!("write `\\u{control:04x}`, or remove it"),
        },
    )
}
