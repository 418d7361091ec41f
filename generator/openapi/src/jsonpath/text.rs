//! Names and numbers of expressions (RFC 9535, sections 2.3.1.1, 2.3.3.1, 2.5.1.1).
//!
//! It must not know where they stand.

use super::cursor::{Cursor, Fault};
use crate::read::Number;

/// The name behind a dot; `None` when none begins here.
pub(super) fn shorthand(cursor: &mut Cursor<'_>) -> Option<String> {
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    if !cursor.peek().is_some_and(is_first) {
        return None;
    }
    let name = cursor.take_while(|c| is_first(c) || c.is_ascii_digit());
    Some(name.to_owned())
}

/// A string in quotes, whose opening one stands here.
pub(super) fn string(cursor: &mut Cursor<'_>) -> Result<String, Fault> {
    let start = cursor.offset();
    let quote = cursor.next().unwrap_or('"');
    let mut text = String::new();
    loop {
        let at = cursor.offset();
        match cursor.next() {
            Some(c) if c == quote => return Ok(text),
            Some('\\') => text.push(escape(cursor, quote, at)?),
            Some(c) if c < ' ' => {
                let help = "write it as an escape such as `\\n`";
                return Err(cursor.fault_from(at, "a control character in a name", help));
            }
            Some(c) => text.push(c),
            None => {
                let help = "add the closing quote";
                return Err(cursor.fault_from(start, "the quote is not closed", help));
            }
        }
    }
}

fn escape(cursor: &mut Cursor<'_>, quote: char, start: usize) -> Result<char, Fault> {
    let unknown = |cursor: &Cursor<'_>| {
        let help = "write `\\\\` for a backslash, `\\'` and `\\\"` for quotes";
        cursor.fault_from(start, "there is no such escape", help)
    };
    Ok(match cursor.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('/') => '/',
        Some('\\') => '\\',
        Some(c) if c == quote => c,
        Some('u') => return unicode(cursor).ok_or_else(|| unknown(cursor)),
        _ => return Err(unknown(cursor)),
    })
}

/// What stands behind `\u`, a second half of a pair included.
fn unicode(cursor: &mut Cursor<'_>) -> Option<char> {
    let first = unit(cursor)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first);
    }
    if !cursor.eat("\\u") {
        return None;
    }
    let second = unit(cursor)?.checked_sub(0xDC00).filter(|it| *it < 0x400)?;
    char::from_u32(0x10000 + ((first - 0xD800) << 10) + second)
}

fn unit(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut value = 0;
    for _ in 0..4 {
        value = value * 16 + cursor.next()?.to_digit(16)?;
    }
    Some(value)
}

/// The largest integer of I-JSON (RFC 7493, section 2.2).
const LARGEST: i64 = (1 << 53) - 1;

/// A whole number; `None` when none begins here.
pub(super) fn integer(cursor: &mut Cursor<'_>) -> Result<Option<i64>, Fault> {
    let start = cursor.offset();
    cursor.eat("-");
    let negative = cursor.offset() > start;
    let digits = cursor.take_while(|c| c.is_ascii_digit());
    if digits.is_empty() && !negative {
        return Ok(None);
    }
    let plain = digits == "0" && !negative || !digits.starts_with('0') && !digits.is_empty();
    let value: Option<i64> = digits.parse().ok().filter(|it| *it <= LARGEST);
    match value {
        Some(value) if plain => Ok(Some(if negative { -value } else { value })),
        _ => Err(cursor.fault_from(
            start,
            "this is no position in a list",
            "write a whole number without leading zeros",
        )),
    }
}

/// A number as JSON writes it; `None` when none begins here.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Result<Option<Number>, Fault> {
    let start = cursor.offset();
    let rest = cursor.rest();
    cursor.eat("-");
    let whole = cursor.take_while(|c| c.is_ascii_digit());
    if whole.is_empty() {
        cursor.back_to(start);
        return Ok(None);
    }
    let mut plain = whole == "0" || !whole.starts_with('0');
    if cursor.eat(".") {
        plain &= !cursor.take_while(|c| c.is_ascii_digit()).is_empty();
    }
    if cursor.eat("e") || cursor.eat("E") {
        let _ = cursor.eat("-") || cursor.eat("+");
        plain &= !cursor.take_while(|c| c.is_ascii_digit()).is_empty();
    }
    let text = rest.get(..cursor.offset() - start).unwrap_or("");
    match Number::parse(text) {
        Some(number) if plain => Ok(Some(number)),
        _ => Err(cursor.fault_from(
            start,
            "this is no number",
            "write digits with an optional fraction and exponent",
        )),
    }
}
