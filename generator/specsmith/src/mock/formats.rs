//! Formats of OpenAPI beside those of JSON Schema.
//!
//! This module must not know where a format is written.

use jsonschema::ValidationOptions;

/// Options that check them too.
pub(super) fn options<'a>() -> ValidationOptions<'a> {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .with_format("byte", is_base64)
        .with_format("time", is_time)
}

/// RFC 3339, section 5.6, `full-time`; or `partial-time`, which is what most descriptions mean.
fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let number = |from: usize, below: u8| {
        let digits = bytes.get(from..from.saturating_add(2));
        let digits = digits.filter(|it| it.iter().all(u8::is_ascii_digit));
        digits.is_some_and(|it| matches!(it, [a, b] if (a - b'0') * 10 + (b - b'0') < below))
    };
    let is_clock = |it: &str| it.len() == 5 && it.as_bytes().get(2) == Some(&b':');
    let is_whole = number(0, 24) && number(3, 60) && number(6, 61);
    if !is_whole || bytes.get(2) != Some(&b':') || bytes.get(5) != Some(&b':') {
        return false;
    }
    let rest = text.get(8..).unwrap_or_default();
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.len() == fraction.len() {
                return false;
            }
            rest
        }
        None => rest,
    };
    match rest {
        "" | "Z" | "z" => true,
        offset => offset.strip_prefix(['+', '-']).is_some_and(|clock| {
            let at = text.len().saturating_sub(clock.len());
            is_clock(clock) && number(at, 24) && number(at.saturating_add(3), 60)
        }),
    }
}

/// RFC 4648, section 4.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let is_whole = text.len().is_multiple_of(4) && text.len() - digits.len() < 3;
    is_whole && digits.chars().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_may_have_no_offset() {
        for good in ["09:00:00", "23:59:60.5Z", "00:00:00+01:30", "12:34:56.789"] {
            assert!(is_time(good), "{good}");
        }
        for bad in [
            "",
            "9:00:00",
            "24:00:00",
            "09:00",
            "09:00:00.",
            "09:00:00+1:00",
            "09-00-00",
            "aa:bb:cc",
        ] {
            assert!(!is_time(bad), "{bad}");
        }
    }
}
