//! Numbers of JSON (RFC 8259, section 6).
//!
//! It must not turn them into machine numbers.

use super::cursor::Cursor;
use super::{Fault, fault};
use crate::read::Number;
use crate::report::clip;

/// Reads the number that stands here.
pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Number, Fault> {
    let start = cursor.offset();
    cursor.eat(b'-');
    let zero = cursor.peek() == Some(b'0');
    let digits = skip_digits(cursor);
    if digits == 0 {
        return Err(malformed(cursor, start));
    }
    if zero && digits > 1 {
        return Err(leading_zero(cursor, start));
    }
    if cursor.eat(b'.') && skip_digits(cursor) == 0 {
        return Err(malformed(cursor, start));
    }
    if let Some(b'e' | b'E') = cursor.peek() {
        cursor.advance(1);
        if let Some(b'+' | b'-') = cursor.peek() {
            cursor.advance(1);
        }
        if skip_digits(cursor) == 0 {
            return Err(malformed(cursor, start));
        }
    }
    if !cursor.word().is_empty() {
        return Err(malformed(cursor, start));
    }
    Ok(Number::from_checked(cursor.since(start)))
}

fn skip_digits(cursor: &mut Cursor<'_>) -> usize {
    let start = cursor.offset();
    while let Some(b'0'..=b'9') = cursor.peek() {
        cursor.advance(1);
    }
    cursor.offset() - start
}

fn leading_zero(cursor: &mut Cursor<'_>, start: usize) -> Fault {
    fault(
        cursor.origin_from(start),
        "a JSON number has no leading zeros",
        "drop the zeros, or put the digits in double quotes",
    )
}

fn malformed(cursor: &mut Cursor<'_>, start: usize) -> Fault {
    cursor.skip_word();
    fault(
        cursor.origin_from(start),
        format!("`{}` is not a JSON number", clip(cursor.since(start))),
        "write digits with an optional fraction and exponent (`-1.5e3`), or put it in double quotes",
    )
}
