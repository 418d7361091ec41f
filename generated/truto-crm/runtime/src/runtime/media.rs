// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Media types (RFC 9110, section 8.3.1), as far as bodies are written, checked and read by them.
//!
//! It must not know what a body holds.

use std::borrow::Cow;

use http::{HeaderMap, header};

/// The answer has one of the media types that the description gives it.
///
/// Parameters such as `charset` do not count, and one JSON type stands for another: a service that
/// says `application/problem+json` where `application/json` is described still answers JSON. An
/// answer that does not say what it is is taken for what the description says (RFC 9110, section 8.3,
/// lets a recipient look at the data): if it is something else, reading it says so.
pub(super) fn is_described<'a>(
    headers: &HeaderMap,
    described: impl IntoIterator<Item = &'a str>,
) -> bool {
    let Some(actual) = headers.get(header::CONTENT_TYPE) else {
        return true;
    };
    let actual = actual.as_bytes();
    let mut described = described.into_iter().peekable();
    described.peek().is_none()
        || described.any(|media| {
            let media = media.as_bytes();
            // Mostly one is written as the other.
            media == actual || matches(essence(media), essence(actual))
        })
}

/// The body may be JSON: it says so, or does not say what it is.
pub(super) fn may_be_json(headers: &HeaderMap) -> bool {
    of(headers).is_none_or(is_json)
}

/// The media type of a body, when it says so in ASCII.
pub(super) fn of(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

/// `application/json` and every `+json` type (RFC 6839, section 3.1).
pub(super) fn is_json(media: &str) -> bool {
    media == "application/json" || is_json_essence(essence(media.as_bytes()))
}

/// A described media type that JSON can have: ranges, too.
pub(super) fn may_hold_json(described: &str) -> bool {
    is_json(described) || described.contains('*')
}

/// Bodies that are text before they are anything else.
pub(super) fn is_text(media: &str) -> bool {
    let media = essence(media.as_bytes());
    starts_with(media, b"text/") || is_any(media, &["application/xml"]) || ends_with(media, b"+xml")
}

/// `application/x-www-form-urlencoded`
pub(super) fn is_form(media: &str) -> bool {
    is_any(
        essence(media.as_bytes()),
        &["application/x-www-form-urlencoded"],
    )
}

/// `multipart/form-data` and its relatives.
pub(super) fn is_multipart(media: &str) -> bool {
    starts_with(essence(media.as_bytes()), b"multipart/")
}

/// `multipart/form-data` itself, or a range that it is in.
pub(super) fn is_form_data(media: &str) -> bool {
    is_any(
        essence(media.as_bytes()),
        &["multipart/form-data", "multipart/*"],
    )
}

/// Values that begin with a record separator (RFC 7464).
pub(super) fn is_json_sequence(media: &str) -> bool {
    let media = essence(media.as_bytes());
    is_any(media, &["application/json-seq"]) || ends_with(media, b"+json-seq")
}

/// Server-sent events.
pub(super) fn is_event_stream(media: &str) -> bool {
    is_any(essence(media.as_bytes()), &["text/event-stream"])
}

/// A body as text. It is UTF-8 unless it says that it is ISO 8859-1; what is neither is shown as
/// such.
pub(super) fn text<'a>(headers: &HeaderMap, body: &'a [u8]) -> Cow<'a, str> {
    let media = of(headers).unwrap_or_default().to_ascii_lowercase();
    let is_latin = media.contains("charset=iso-8859-1") || media.contains("charset=\"iso-8859-1");
    if is_latin {
        return body.iter().map(|byte| char::from(*byte)).collect();
    }
    String::from_utf8_lossy(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body))
}

/// `type/subtype` without parameters.
fn essence(media: &[u8]) -> &[u8] {
    media
        .split(|&byte| byte == b';')
        .next()
        .unwrap_or_default()
        .trim_ascii()
}

fn matches(described: &[u8], actual: &[u8]) -> bool {
    described == b"*/*"
        || described.eq_ignore_ascii_case(actual)
        || is_json_essence(described) && is_json_essence(actual)
        || described
            .strip_suffix(b"*")
            .is_some_and(|range| starts_with(actual, range))
}

fn is_json_essence(media: &[u8]) -> bool {
    is_any(media, &["application/json", "text/json"]) || ends_with(media, b"+json")
}

fn is_any(media: &[u8], types: &[&str]) -> bool {
    types
        .iter()
        .any(|ty| media.eq_ignore_ascii_case(ty.as_bytes()))
}

fn ends_with(media: &[u8], suffix: &[u8]) -> bool {
    let end = media.len().saturating_sub(suffix.len());
    media
        .get(end..)
        .is_some_and(|end| end.eq_ignore_ascii_case(suffix))
}

fn starts_with(media: &[u8], range: &[u8]) -> bool {
    media
        .get(..range.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(range))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(described: &[&str], actual: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, actual.parse().unwrap());
        is_described(&headers, described.iter().copied())
    }

    #[test]
    fn parameters_and_case_do_not_count() {
        assert!(check(
            &["application/json"],
            "Application/JSON; charset=utf-8"
        ));
        assert!(check(&["text/csv; header=present"], "text/csv"));
    }

    #[test]
    fn one_json_type_stands_for_another() {
        assert!(check(&["application/json"], "application/problem+json"));
        assert!(check(&["application/vnd.api+json"], "application/json"));
        assert!(!check(&["application/json"], "application/jsonlines"));
        assert!(!check(&["application/json"], "application/json-seq"));
    }

    #[test]
    fn ranges_take_their_types() {
        assert!(check(&["image/*"], "image/png"));
        assert!(check(&["*/*"], "image/png"));
        assert!(!check(&["image/*"], "text/html"));
    }

    #[test]
    fn another_type_is_another() {
        assert!(!check(&["application/json"], "text/html"));
        assert!(!check(&["application/json"], ""));
        assert!(check(&[], "text/html"));
        assert!(is_described(&HeaderMap::new(), ["application/json"]));
    }
}
