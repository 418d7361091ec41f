//! What strings of a format mean, found without the libraries that the crate reads them with.

use std::net::Ipv6Addr;

/// Both are the same moment, time span, UUID, bytes or address.
pub fn is_same(one: &str, other: &str) -> bool {
    fn same<T: PartialEq>(meaning: fn(&str) -> Option<T>, one: &str, other: &str) -> bool {
        meaning(one).is_some_and(|one| meaning(other) == Some(one))
    }
    same(moment, one, other)
        || same(span, one, other)
        || same(uuid, one, other)
        || same(|text| text.parse::<Ipv6Addr>().ok(), one, other)
        || same(bytes, one, other)
}

/// Seconds since 1970 and the digits of the fraction (RFC 3339, section 5.6).
fn moment(text: &str) -> Option<(i64, String)> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let rest = text.get(19..)?;
    let fraction: String = rest
        .strip_prefix('.')
        .unwrap_or_default()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let zone = rest.get(
        if fraction.is_empty() {
            0
        } else {
            fraction.len() + 1
        }..,
    )?;
    let offset = match zone.as_bytes() {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), ..] => {
            let minutes =
                zone.get(1..3)?.parse::<i64>().ok()? * 60 + zone.get(4..6)?.parse::<i64>().ok()?;
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => return None,
    };
    let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second;
    Some((seconds, fraction.trim_end_matches('0').to_owned()))
}

/// Days since 1970 in the Gregorian calendar. A year begins in March here, so that the day that
/// some years have more is the last one.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month < 3 { year - 1 } else { year };
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + in_year
        - 719_468
}

/// Months, days and seconds (RFC 3339, appendix A).
fn span(text: &str) -> Option<(f64, f64, f64)> {
    let text = text.to_ascii_uppercase();
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1.0, text),
        None => (1.0, text.as_str()),
    };
    let (date, time) = text
        .strip_prefix('P')?
        .split_once('T')
        .unwrap_or((text.strip_prefix('P')?, ""));
    let mut sum = (0.0, 0.0, 0.0);
    for (part, is_time) in [(date, false), (time, true)] {
        let mut rest = part;
        while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let number = sign * rest.get(..at)?.replace(',', ".").parse::<f64>().ok()?;
            match (rest.get(at..=at)?, is_time) {
                ("Y", false) => sum.0 += number * 12.0,
                ("M", false) => sum.0 += number,
                ("W", false) => sum.1 += number * 7.0,
                ("D", false) => sum.1 += number,
                ("H", true) => sum.2 += number * 3600.0,
                ("M", true) => sum.2 += number * 60.0,
                ("S", true) => sum.2 += number,
                _ => return None,
            }
            rest = rest.get(at + 1..)?;
        }
    }
    Some(sum)
}

/// The 32 digits (RFC 9562, section 4).
fn uuid(text: &str) -> Option<String> {
    let text = text
        .strip_prefix("urn:uuid:")
        .unwrap_or(text)
        .trim_matches(['{', '}']);
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    let is_uuid = digits.len() == 32 && digits.chars().all(|c| c.is_ascii_hexdigit());
    is_uuid.then(|| digits.to_ascii_lowercase())
}

/// Bytes in base64 (RFC 4648), as their digits without line breaks and padding.
fn bytes(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let digits = digits
        .trim_end_matches('=')
        .replace('-', "+")
        .replace('_', "/");
    let is_digit = |c: char| c.is_ascii_alphanumeric() || c == '+' || c == '/';
    digits.chars().all(is_digit).then_some(digits)
}
