// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Which characters of a value or key can stand where it is sent, and what becomes of the others.
//!
//! It must not know how values are joined.

use super::super::headers::is_cookie_octet;
use super::super::percent;
use super::super::spec::{Location, Parameter, Style};

/// A value as it stands on the wire.
///
/// # Errors
///
/// It has a character that cannot be sent and must not be encoded.
pub(super) fn value(parameter: &Parameter, text: &str) -> Result<String, String> {
    if is_bare_cookie(parameter) {
        return match text.bytes().all(is_cookie_octet) {
            true => Ok(text.to_owned()),
            false => {
                Err("a cookie cannot hold such a character; give the value escaped".to_owned())
            }
        };
    }
    match kept(parameter.location).filter(|_| parameter.allow_reserved) {
        Some(kept) => {
            let mut out = String::with_capacity(text.len());
            percent::encode_but(&mut out, text, kept);
            Ok(out)
        }
        None => Ok(key(parameter, text)),
    }
}

/// A key, or a name, as it stands on the wire: data through and through.
pub(super) fn key(parameter: &Parameter, text: &str) -> String {
    match parameter.location {
        // Passed on as they are: each header has rules of its own (OpenAPI 3.1.2, section 4.8.12.2).
        Location::Header => text.to_owned(),
        // `application/x-www-form-urlencoded`
        Location::QueryString if parameter.style == Style::Form => {
            encoded(text).replace("%20", "+")
        }
        Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
            encoded(text)
        }
    }
}

/// Reserved characters that can stay (OpenAPI 3.2.1, section 4.12, `allowReserved`).
fn kept(location: Location) -> Option<&'static [u8]> {
    match location {
        Location::Path => Some(b":@!$&'()*+,;="),
        Location::Query => Some(b":/?@!$'()*,;="),
        Location::Cookie => Some(b":/?#[]@!$&'()*+="),
        Location::QueryString | Location::Header => None,
    }
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    percent::encode(&mut out, text);
    out
}

/// A cookie whose caller does the escaping.
fn is_bare_cookie(parameter: &Parameter) -> bool {
    parameter.location == Location::Cookie && matches!(parameter.style, Style::Cookie | Style::Text)
}

/// JSON without a character that a header cannot hold: in strings, the only place for one, each has
/// an escape (RFC 8259, section 7).
pub(super) fn json_in_ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        if matches!(c, ' '..='~') {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut units) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
    out
}
