// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Headers of requests: which values can be sent, which are secret, which leave the origin.
//!
//! It must not know where they come from.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};

/// Checks a header that the caller sets beyond those of the description.
pub(super) fn extra(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let name =
        HeaderName::try_from(name).map_err(|_| format!("{name:?} is no name of a header"))?;
    if matches!(
        name,
        header::CONTENT_LENGTH | header::TRANSFER_ENCODING | header::CONNECTION
    ) {
        return Err(format!(
            "the header `{name}` belongs to the connection and is set there"
        ));
    }
    let value = self::value(value).ok_or_else(|| {
        format!("the header `{name}` has a character that HTTP cannot send there")
    })?;
    Ok((name, value))
}

/// A value that arrives as it was sent: visible ASCII, blanks inside (RFC 9110, section 5.5).
pub(super) fn value(text: &str) -> Option<HeaderValue> {
    let is_whole = text.is_ascii() && text.trim_matches([' ', '\t']).len() == text.len();
    HeaderValue::from_str(text).ok().filter(|_| is_whole)
}

/// As [`value`], without a copy.
pub(super) fn shared(text: Bytes) -> Option<HeaderValue> {
    let is_whole = text.is_ascii() && text.trim_ascii().len() == text.len();
    HeaderValue::from_maybe_shared(text)
        .ok()
        .filter(|_| is_whole)
}

/// The values that are secret, as far as names can tell.
pub(super) fn secrets(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let secret =
        |(name, value): &(&HeaderName, &HeaderValue)| value.is_sensitive() || may_be_secret(name);
    headers
        .iter()
        .filter(secret)
        .filter_map(|(_, value)| value.to_str().ok())
}

fn may_be_secret(name: &HeaderName) -> bool {
    const PARTS: [&str; 7] = [
        "auth", "cookie", "key", "pass", "secret", "session", "token",
    ];
    PARTS.iter().any(|part| name.as_str().contains(part))
}

/// Copies headers over those that are there.
pub(super) fn put_all(headers: &mut HeaderMap, more: &HeaderMap) {
    for (name, value) in more {
        headers.insert(name, value.clone());
    }
}

/// Adds a cookie to those that are sent (RFC 6265, section 4.2.1).
pub(super) fn put_cookie(headers: &mut HeaderMap, pair: &str) {
    let cookies = match headers
        .get(header::COOKIE)
        .and_then(|cookies| cookies.to_str().ok())
    {
        Some(cookies) => format!("{cookies}; {pair}"),
        None => pair.to_owned(),
    };
    // The pair holds no character that a header cannot: both callers encode or check it.
    if let Ok(mut value) = HeaderValue::try_from(cookies) {
        value.set_sensitive(true);
        headers.insert(header::COOKIE, value);
    }
}

/// cookie-octet of RFC 6265, section 4.1.1.
pub(super) fn is_cookie_octet(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x2B | 0x2D..=0x3A | 0x3C..=0x5B | 0x5D..=0x7E)
}

/// The only headers that go to another origin.
pub(super) fn harmless(headers: &HeaderMap) -> HeaderMap {
    let keep = |name| {
        headers
            .get(&name)
            .map(|value: &HeaderValue| (name, value.clone()))
    };
    [header::ACCEPT, header::USER_AGENT]
        .into_iter()
        .filter_map(keep)
        .collect()
}

/// The headers of a request that has lost its body.
pub(super) fn without_body(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    headers.remove(header::CONTENT_TYPE);
    headers.remove(header::CONTENT_LENGTH);
    headers
}
