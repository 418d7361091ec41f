// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Percent-encoding (RFC 3986, section 2.1).
//!
//! It must not know what is encoded or where it goes.

/// Appends a text; everything but unreserved characters is encoded, so that the text is data
/// wherever it stands.
pub(super) fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        push(out, byte, is_unreserved(byte));
    }
}

/// Appends a text; what is percent-encoded already stays, and so do the `kept` ones of the reserved
/// characters (RFC 6570, section 3.2.3): those that leave the text one value where it stands.
pub(super) fn encode_but(out: &mut String, text: &str, kept: &[u8]) {
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        let is_triple = matches!(rest, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit());
        push(
            out,
            *byte,
            is_unreserved(*byte) || is_triple || kept.contains(byte),
        );
        rest = tail;
    }
}

/// The text that was encoded.
pub(super) fn decode(encoded: &str) -> String {
    let mut out = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let [byte, tail @ ..] = rest {
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        let triple = match rest {
            [b'%', high, low, ..] => digit(high).zip(digit(low)),
            _ => None,
        };
        match triple.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(decoded) => {
                out.push(decoded);
                rest = rest.get(3..).unwrap_or_default();
            }
            None => {
                out.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn push(out: &mut String, byte: u8, as_is: bool) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    if as_is {
        out.push(char::from(byte));
        return;
    }
    out.push('%');
    for digit in [byte >> 4, byte & 0xF] {
        out.push(
            HEX.get(usize::from(digit))
                .map_or('0', |digit| char::from(*digit)),
        );
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str) -> String {
        let mut out = String::new();
        encode(&mut out, text);
        out
    }

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(encoded("aZ09-._~"), "aZ09-._~");
        assert_eq!(encoded("a/b?c#d é"), "a%2Fb%3Fc%23d%20%C3%A9");
        assert_eq!(
            encoded("[]{}%+&=\"'|\n"),
            "%5B%5D%7B%7D%25%2B%26%3D%22%27%7C%0A"
        );
    }

    #[test]
    fn reserved_characters_stay_where_they_keep_the_value_whole() {
        let mut out = String::new();
        encode_but(&mut out, "a/b?c=d&e+f#g h%20i%zz", b"/?=");
        assert_eq!(out, "a/b?c=d%26e%2Bf%23g%20h%20i%25zz");
    }
}
