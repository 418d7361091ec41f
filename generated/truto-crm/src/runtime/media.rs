// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Media types (RFC 9110, section 8.3.1), as far as answers are checked by them.
//!
//! It must not know what a body holds.

use http::{HeaderMap, header};

/// The answer has one of the media types that the description gives it.
///
/// Parameters such as `charset` do not count, and one JSON type stands for another: a service that
/// says `application/problem+json` where `application/json` is described still answers JSON. An
/// answer that does not say what it is is taken for what the description says.
pub(super) fn is_described(headers: &HeaderMap, described: &[&str]) -> bool {
    let Some(actual) = headers.get(header::CONTENT_TYPE) else {
        return true;
    };
    let actual = essence(actual.as_bytes());
    described.is_empty()
        || described
            .iter()
            .any(|media| matches(essence(media.as_bytes()), actual))
}

/// The body may be JSON: it says so, or does not say what it is.
pub(super) fn may_be_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_none_or(|media| is_json(essence(media.as_bytes())))
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
        || is_json(described) && is_json(actual)
        || described
            .strip_suffix(b"*")
            .is_some_and(|range| starts_with(actual, range))
}

fn is_json(media: &[u8]) -> bool {
    let end = media.len().saturating_sub(b"+json".len());
    media.eq_ignore_ascii_case(b"application/json")
        || media.eq_ignore_ascii_case(b"text/json")
        || media
            .get(end..)
            .is_some_and(|suffix| suffix.eq_ignore_ascii_case(b"+json"))
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
        is_described(&headers, described)
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
        assert!(is_described(&HeaderMap::new(), &["application/json"]));
    }
}
