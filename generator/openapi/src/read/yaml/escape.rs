//! Which escape of a double-quoted scalar YAML does not have (YAML 1.2.2, section 5.7).
//!
//! The parser only says in which scalar it is. It must not decode escapes.

use crate::report::Origin;

/// The place of the first unknown escape behind the quote at `quote`; the quote if there is none.
pub(super) fn find_unknown(text: &str, quote: Origin) -> Origin {
    let begin = quote.range().start;
    let scalar = text.get(begin..).unwrap_or("");
    let mut at = 0;
    while let Some(found) = scalar.get(at..).and_then(|rest| rest.find('\\')) {
        let rest = scalar.get(at + found..).unwrap_or("");
        let Some(length) = known_length(rest) else {
            let start = begin + at + found;
            return Origin::of_bytes(quote.file, start..start + unknown_length(rest));
        };
        at += found + length;
    }
    quote
}

/// Bytes of the escape that `rest` begins with; `None` when YAML has no such escape.
fn known_length(rest: &str) -> Option<usize> {
    let kind = rest.chars().nth(1)?;
    let digits = digits(kind);
    if digits == 0 {
        return "0abt\tnvfre \"/\\N_LP\n\r"
            .contains(kind)
            .then_some(1 + kind.len_utf8());
    }
    let unit = hexadecimal(rest, digits)?;
    if !(0xD800..0xDC00).contains(&unit) {
        return char::from_u32(unit).map(|_| 2 + digits);
    }
    let low = hexadecimal(rest.get(2 + digits..)?, 4)?;
    (0xDC00..0xE000).contains(&low).then_some(2 * (2 + digits))
}

fn unknown_length(rest: &str) -> usize {
    let Some(kind) = rest.chars().nth(1) else {
        return 1;
    };
    let hexadecimal = rest
        .bytes()
        .skip(2)
        .take(digits(kind))
        .take_while(u8::is_ascii_hexdigit);
    1 + kind.len_utf8() + hexadecimal.count()
}

/// How many hexadecimal digits follow.
fn digits(kind: char) -> usize {
    match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    }
}

/// The number behind the two characters of a backslash escape.
fn hexadecimal(rest: &str, digits: usize) -> Option<u32> {
    let text = rest
        .starts_with('\\')
        .then(|| rest.get(2..2 + digits))
        .flatten()?;
    let all = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if all {
        u32::from_str_radix(text, 16).ok()
    } else {
        None
    }
}
