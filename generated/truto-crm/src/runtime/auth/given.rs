// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Credentials as the builder was given them, checked and made ready.
//!
//! It must not know any request.

use std::fmt;

use http::{HeaderName, HeaderValue, header};

use super::super::error::Error;
use super::super::headers::{self, is_cookie_octet};
use super::super::spec::{SchemeKind, SchemeSpec, ServiceSpec};
use super::{Credential, Credentials};

/// Credentials as the builder was given them.
#[derive(Default)]
pub(in super::super) struct Given {
    pub(in super::super) bearer: Option<String>,
    pub(in super::super) basic: Option<(String, String)>,
    /// By name of their scheme.
    pub(in super::super) keys: Vec<(String, String)>,
    /// Calls go out although they need credentials that were not given.
    pub(in super::super) optional: bool,
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Given")
            .field("bearer", &self.bearer.as_ref().map(|_| "[redacted]"))
            .field("basic", &self.basic.as_ref().map(|_| "[redacted]"))
            .field(
                "keys",
                &self
                    .keys
                    .iter()
                    .map(|(scheme, _)| scheme)
                    .collect::<Vec<_>>(),
            )
            .field("optional", &self.optional)
            .finish()
    }
}

impl Credentials {
    /// # Errors
    ///
    /// A credential cannot be sent, or belongs to no scheme of the service.
    pub(in super::super) fn new(given: &Given, spec: &'static ServiceSpec) -> Result<Self, Error> {
        check_names(given, spec)?;
        let mut secrets = Vec::new();
        let mut ready = Vec::with_capacity(spec.schemes.len());
        for scheme in spec.schemes {
            ready.push(prepare(given, scheme, &mut secrets)?);
        }
        Ok(Self {
            schemes: spec.schemes,
            ready,
            secrets,
            optional: given.optional,
        })
    }
}

fn check_names(given: &Given, spec: &'static ServiceSpec) -> Result<(), Error> {
    for (name, _) in &given.keys {
        if !spec.schemes.iter().any(|scheme| scheme.name == name) {
            let names: Vec<_> = spec
                .schemes
                .iter()
                .map(|scheme| format!("`{}`", scheme.name))
                .collect();
            let names = if names.is_empty() {
                "none".to_owned()
            } else {
                names.join(", ")
            };
            return Err(Error::configuration(format!(
                "the service has no security scheme `{name}`; it has {names}"
            )));
        }
    }
    Ok(())
}

fn prepare(
    given: &Given,
    scheme: &'static SchemeSpec,
    secrets: &mut Vec<String>,
) -> Result<Option<Credential>, Error> {
    let key = given
        .keys
        .iter()
        .rev()
        .find(|(name, _)| name == scheme.name)
        .map(|(_, key)| key);
    let credential = match scheme.kind {
        SchemeKind::Bearer => key.or(given.bearer.as_ref()).map(|token| {
            secrets.push(token.clone());
            authorization(scheme, format!("Bearer {token}"))
        }),
        SchemeKind::Basic => given.basic.as_ref().map(|(user, password)| {
            let pair = base64(format!("{user}:{password}").as_bytes());
            secrets.extend([password.clone(), pair.clone()]);
            authorization(scheme, format!("Basic {pair}"))
        }),
        SchemeKind::HeaderKey(name) => key.map(|key| {
            secrets.push(key.clone());
            Ok(Credential::Header(
                header_name(name)?,
                header_value(scheme, key)?,
            ))
        }),
        SchemeKind::QueryKey(name) => key.map(|key| {
            secrets.push(key.clone());
            Ok(Credential::Query {
                name,
                secret: key.clone(),
            })
        }),
        SchemeKind::CookieKey(name) => key.map(|key| {
            secrets.push(key.clone());
            cookie(scheme, name, key)
        }),
        SchemeKind::External => None,
    };
    // An empty secret is in every text.
    secrets.retain(|secret| !secret.is_empty());
    credential.transpose()
}

fn authorization(scheme: &SchemeSpec, value: String) -> Result<Credential, Error> {
    Ok(Credential::Header(
        header::AUTHORIZATION,
        header_value(scheme, &value)?,
    ))
}

fn header_name(name: &str) -> Result<HeaderName, Error> {
    HeaderName::try_from(name)
        .map_err(|_| Error::configuration(format!("`{name}` is no name of a header")))
}

fn header_value(scheme: &SchemeSpec, value: &str) -> Result<HeaderValue, Error> {
    let mut value = headers::value(value).ok_or_else(|| unsendable(scheme))?;
    value.set_sensitive(true);
    Ok(value)
}

fn cookie(scheme: &SchemeSpec, name: &str, key: &str) -> Result<Credential, Error> {
    if key.bytes().all(is_cookie_octet) {
        Ok(Credential::Cookie(format!("{name}={key}")))
    } else {
        Err(unsendable(scheme))
    }
}

fn unsendable(scheme: &SchemeSpec) -> Error {
    Error::configuration(format!(
        "the credential for `{}` has a character that HTTP cannot send there, such as a line break",
        scheme.name
    ))
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) as usize & 0x3F;
            let present = digit <= chunk.len();
            text.push(if present {
                DIGITS.get(index).map_or('=', |d| char::from(*d))
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_rfc_4648() {
        let encoded =
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|t| base64(t.as_bytes()));
        assert_eq!(
            encoded,
            [
                "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"
            ]
        );
        assert_eq!(base64(&[0xFB, 0xFF, 0xFE]), "+//+");
    }
}
