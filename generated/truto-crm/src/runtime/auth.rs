// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Credentials, put on each request that needs them.
//!
//! It must not know where a request goes; `send` keeps credentials within their origin.

mod given;

use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::spec::{OperationSpec, SchemeKind, SchemeSpec};
use super::{headers, percent};
pub(super) use given::Given;

/// Credentials ready to be sent, one for each scheme of the service.
pub(super) struct Credentials {
    schemes: &'static [SchemeSpec],
    ready: Vec<Option<Credential>>,
    secrets: Vec<String>,
    optional: bool,
}

enum Credential {
    Header(HeaderName, HeaderValue),
    Query { name: &'static str, secret: String },
    Cookie(String),
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
    /// The schemes that an operation is called with: the first alternative that can be met by
    /// credentials of the builder, then one that the caller meets, then one that needs nothing.
    ///
    /// # Errors
    ///
    /// Says what is missing.
    pub(super) fn select(
        &self,
        operation: &'static OperationSpec,
        has_header: impl Fn(&str) -> bool,
    ) -> Result<&'static [usize], String> {
        let Some(first) = operation.security.first() else {
            return Ok(&[]);
        };
        let alternatives = || operation.security.iter().copied();
        let met = alternatives().find(|needed| !needed.is_empty() && self.has_all(needed));
        if let Some(met) = met {
            return Ok(met);
        }
        let is_free = |needed: &[usize]| needed.iter().all(|&i| self.is_set(i, &has_header));
        if self.optional || alternatives().any(is_free) {
            Ok(&[])
        } else {
            Err(self.missing(first))
        }
    }

    fn has_all(&self, schemes: &[usize]) -> bool {
        schemes.iter().all(|&scheme| self.has(scheme))
    }

    fn has(&self, scheme: usize) -> bool {
        self.ready.get(scheme).is_some_and(Option::is_some)
    }

    /// The caller sends the credential without help.
    fn is_set(&self, scheme: usize, has_header: &impl Fn(&str) -> bool) -> bool {
        match self.schemes.get(scheme).map(|scheme| scheme.kind) {
            Some(SchemeKind::Bearer | SchemeKind::Basic) => has_header("authorization"),
            Some(SchemeKind::HeaderKey(name)) => has_header(name),
            Some(SchemeKind::CookieKey(_)) => has_header("cookie"),
            Some(SchemeKind::External) => true,
            Some(SchemeKind::QueryKey(_)) | None => false,
        }
    }

    fn missing(&self, needed: &[usize]) -> String {
        let missing = needed.iter().filter(|&&scheme| !self.has(scheme));
        let names: Vec<String> = missing
            .filter_map(|&scheme| self.schemes.get(scheme))
            .map(|scheme| format!("`{}` ({})", scheme.name, setter(scheme)))
            .collect();
        format!(
            "the builder was given no credentials for {}",
            names.join(" and ")
        )
    }

    /// Puts headers and cookies on a request. A header that is there stays: it is the caller's.
    pub(super) fn put_headers(&self, schemes: &[usize], headers: &mut HeaderMap) {
        for credential in self.of(schemes) {
            match credential {
                Credential::Header(name, value) => {
                    headers.entry(name).or_insert_with(|| value.clone());
                }
                Credential::Cookie(pair) => headers::put_cookie(headers, pair),
                Credential::Query { .. } => {}
            }
        }
    }

    /// Puts query parameters behind those that are there.
    pub(super) fn put_query(&self, schemes: &[usize], query: &mut String) {
        for credential in self.of(schemes) {
            if let Credential::Query { name, secret } = credential {
                if !query.is_empty() {
                    query.push('&');
                }
                percent::encode(query, name);
                query.push('=');
                percent::encode(query, secret);
            }
        }
    }

    /// A query parameter carries a credential.
    pub(super) fn is_in_query(&self, name: &str, value: &str) -> bool {
        let is_key = |credential: &Credential| matches!(credential, Credential::Query { name: key, .. } if *key == name);
        self.ready.iter().flatten().any(is_key)
            || self
                .secrets
                .iter()
                .any(|secret| value.contains(secret.as_str()))
    }

    /// A text without any credential in it.
    pub(super) fn redact(&self, text: String, more: &[&str]) -> String {
        let secrets = self
            .secrets
            .iter()
            .map(String::as_str)
            .chain(more.iter().copied());
        secrets
            .filter(|secret| !secret.is_empty())
            .flat_map(spellings)
            .fold(text, |text, secret| {
                if text.contains(&secret) {
                    text.replace(&secret, "[redacted]")
                } else {
                    text
                }
            })
    }

    fn of(&self, schemes: &[usize]) -> impl Iterator<Item = &Credential> {
        schemes
            .iter()
            .filter_map(|&scheme| self.ready.get(scheme)?.as_ref())
    }
}

/// How a service may write a secret that it repeats: as it is, in JSON, in a URL.
fn spellings(secret: &str) -> [String; 3] {
    let json = secret.replace('\\', r"\\").replace('"', r#"\""#);
    let mut url = String::new();
    percent::encode(&mut url, secret);
    [secret.to_owned(), json, url]
}

fn setter(scheme: &SchemeSpec) -> &'static str {
    match scheme.kind {
        SchemeKind::Bearer => "`bearer_token`",
        SchemeKind::Basic => "`basic_auth`",
        SchemeKind::HeaderKey(_) | SchemeKind::QueryKey(_) | SchemeKind::CookieKey(_) => {
            "`api_key`"
        }
        SchemeKind::External => "set by the caller",
    }
}
