//! Percent-encoding of URLs (RFC 3986, section 2.1).
//!
//! This module must not know what is encoded.

/// The text that percent-encoded bytes stand for. What is no encoding stays as it is; bytes that
/// are no text are replaced.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match (first, after) {
            (b'%', [high, low, after @ ..]) if pair(*high, *low).is_some() => {
                bytes.extend(pair(*high, *low));
                rest = after;
            }
            (byte, after) => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Like [`decode`], with `+` for a space, as forms and queries have it.
pub(super) fn decode_form(text: &str) -> String {
    decode(&text.replace('+', " "))
}

/// The text with all bytes encoded that are not unreserved.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn pair(high: u8, low: u8) -> Option<u8> {
    let digit = |byte| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
