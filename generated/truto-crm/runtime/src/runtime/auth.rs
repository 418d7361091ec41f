// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Credentials, put on each request that needs them.
//!
//! It must not know where a request goes; `send` keeps credentials within their origin.

mod base64;
mod client_credentials;
mod given;
mod secret;
mod select;
mod source;
mod token;

use std::borrow::Cow;
use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::spec::SchemeSpec;
use super::{headers, percent};
pub use client_credentials::ClientCredentials;
pub use given::Given;
pub use secret::Secret;
pub(super) use select::Place;
use source::Source;
pub(super) use source::{Exchange, Failure, Held};
pub use token::{Token, TokenProvider};

/// Credentials ready to be sent, one for each scheme of the service.
pub(super) struct Credentials {
    schemes: &'static [SchemeSpec],
    ready: Vec<Option<Credential>>,
    secrets: Vec<String>,
    optional: bool,
}

enum Credential {
    Header(HeaderName, HeaderValue),
    Query {
        name: &'static str,
        secret: String,
    },
    Cookie {
        name: &'static str,
        pair: String,
    },
    /// `Authorization: Bearer …`, with a token that changes.
    Token(Source),
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = self
            .schemes
            .iter()
            .zip(&self.ready)
            .filter(|(_, ready)| ready.is_some());
        f.debug_list()
            .entries(given.map(|(scheme, _)| scheme.name))
            .finish()
    }
}

impl Credentials {
    /// Puts headers and cookies on a request. What is there stays: it is the caller's.
    pub(super) fn put_headers(
        &self,
        schemes: &[usize],
        headers: &mut HeaderMap,
        is_there: impl Fn(Place<'_>) -> bool,
    ) {
        for credential in self.of(schemes) {
            match credential {
                Credential::Header(name, value) => {
                    headers.entry(name).or_insert_with(|| value.clone());
                }
                Credential::Cookie { name, pair } if !is_there(Place::Cookie(name)) => {
                    headers::put_cookie(headers, pair);
                }
                Credential::Cookie { .. } | Credential::Query { .. } | Credential::Token(_) => {}
            }
        }
    }

    /// Puts query parameters behind those that are there.
    pub(super) fn put_query(
        &self,
        schemes: &[usize],
        query: &mut String,
        is_there: impl Fn(Place<'_>) -> bool,
    ) {
        for credential in self.of(schemes) {
            let Credential::Query { name, secret } = credential else {
                continue;
            };
            if is_there(Place::Query(name)) {
                continue;
            }
            if !query.is_empty() {
                query.push('&');
            }
            percent::encode(query, name);
            query.push('=');
            percent::encode(query, secret);
        }
    }

    /// A token for a request with these headers, when it needs one that changes.
    ///
    /// # Errors
    ///
    /// None could be obtained.
    pub(super) async fn token(
        &self,
        schemes: &[usize],
        headers: &HeaderMap,
        exchange: &Exchange<'_>,
    ) -> Result<Option<Held>, Failure> {
        match self.source(schemes) {
            Some(source) if !headers.contains_key(header::AUTHORIZATION) => {
                source.get(exchange).await.map(Some)
            }
            Some(_) | None => Ok(None),
        }
    }

    /// The service did not take a token, whatever is known of its life.
    pub(super) async fn reject(&self, schemes: &[usize], token: &Held) {
        if let Some(source) = self.source(schemes) {
            source.reject(token).await;
        }
    }

    fn source(&self, schemes: &[usize]) -> Option<&Source> {
        self.of(schemes).find_map(|credential| match credential {
            Credential::Token(source) => Some(source),
            Credential::Header(..) | Credential::Query { .. } | Credential::Cookie { .. } => None,
        })
    }

    /// A query parameter carries a credential.
    pub(super) fn is_in_query(&self, name: &str, value: &str) -> bool {
        let is_key = |credential: &Credential| matches!(credential, Credential::Query { name: key, .. } if *key == name);
        self.ready.iter().flatten().any(is_key)
            || self.secrets().any(|secret| value.contains(&*secret))
    }

    /// A text without any credential in it.
    pub(super) fn redact(&self, text: String, more: &[&str]) -> String {
        let secrets = self
            .secrets()
            .chain(more.iter().copied().map(Cow::Borrowed));
        let spelt: Vec<String> = secrets
            .filter(|secret| !secret.is_empty())
            .flat_map(|secret| spellings(&secret))
            .collect();
        blanked(text, &spelt)
    }

    /// Those that were given, then the tokens that were obtained.
    fn secrets(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let given = self
            .secrets
            .iter()
            .map(|secret| Cow::Borrowed(secret.as_str()));
        let tokens = self
            .ready
            .iter()
            .flatten()
            .filter_map(|credential| match credential {
                Credential::Token(source) => Some(source.recent()),
                Credential::Header(..) | Credential::Query { .. } | Credential::Cookie { .. } => {
                    None
                }
            });
        given.chain(tokens.flatten().map(Cow::Owned))
    }

    fn of(&self, schemes: &[usize]) -> impl Iterator<Item = &Credential> {
        schemes
            .iter()
            .filter_map(|&scheme| self.ready.get(scheme)?.as_ref())
    }
}

/// A text with whatever belongs to a secret taken out. Secrets may begin alike, overlap, or stand
/// in the text that replaces them, so all are looked for in the text as it came.
fn blanked(text: String, secrets: &[String]) -> String {
    if !secrets.iter().any(|secret| text.contains(secret)) {
        return text;
    }
    let begins = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let here = secrets.iter().filter(|secret| rest.starts_with(*secret));
        here.map(|secret| at.saturating_add(secret.len())).max()
    };
    let mut out = String::new();
    // Up to here the text is secret.
    let mut end = None;
    for (at, c) in text.char_indices() {
        if let Some(further) = begins(at) {
            if end.is_none() {
                out.push_str("[redacted]");
            }
            end = end.max(Some(further));
        }
        end = end.filter(|end| at < *end);
        if end.is_none() {
            out.push(c);
        }
    }
    out
}

/// How a service may write a secret that it repeats: as it is, in JSON with and without escaped
/// slashes, in a URL.
fn spellings(secret: &str) -> [String; 4] {
    let json = secret.replace('\\', r"\\").replace('"', r#"\""#);
    let slashes = json.replace('/', r"\/");
    let mut url = String::new();
    percent::encode(&mut url, secret);
    [secret.to_owned(), json, slashes, url]
}

#[cfg(test)]
mod tests {
    use super::{blanked, spellings};

    #[test]
    fn nothing_of_a_secret_is_left() {
        for (text, secrets, left) in [
            (
                "key acme-SECRET.",
                &["acme", "acme-SECRET"][..],
                "key [redacted].",
            ),
            (
                "key acme-SECRET.",
                &["acme-SECRET", "acme"],
                "key [redacted].",
            ),
            ("abcd", &["abc", "bcd"], "[redacted]"),
            ("aaa", &["aa"], "[redacted]"),
            ("t, té", &["t"], "[redacted], [redacted]é"),
            ("a/b", &["a/b"], "[redacted]"),
            (r#"a\/b a\"c"#, &["a/b", "a\"c"], "[redacted] [redacted]"),
            ("a%2Fb", &["a/b"], "[redacted]"),
            ("nothing", &["x"], "nothing"),
        ] {
            let secrets: Vec<String> = secrets.iter().flat_map(|it| spellings(it)).collect();
            assert_eq!(blanked(text.to_owned(), &secrets), left, "{text}");
        }
    }
}
