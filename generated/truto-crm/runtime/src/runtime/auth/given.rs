// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Credentials as the builder was given them, checked and made ready.
//!
//! It must not know any request.

use std::fmt;

use http::{HeaderName, HeaderValue, header};

use super::super::error::Error;
use super::super::headers::{self, is_cookie_octet};
use super::super::spec::{SchemeKind, SchemeSpec, ServiceSpec};
use super::base64::base64;
use super::secret::{Kind, Secret};
use super::source::{Origin, Source};
use super::{ClientCredentials, Credential, Credentials};

/// Credentials as the builder was given them.
#[derive(Default)]
pub struct Given {
    /// For every scheme that takes a bearer token.
    pub bearer: Option<Secret>,
    /// For every scheme of OAuth 2.0.
    pub client: Option<ClientCredentials>,
    /// For every scheme of Basic authentication.
    pub basic: Option<Secret>,
    /// By name of their scheme; they come before the others.
    pub own: Vec<(String, Secret)>,
    /// Calls go out although they need credentials that were not given.
    pub optional: bool,
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Given")
            .field("bearer", &self.bearer)
            .field("client", &self.client)
            .field("basic", &self.basic)
            .field("own", &self.own)
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
        check_client(given, spec)?;
        let mut secrets = Vec::new();
        let mut ready = Vec::with_capacity(spec.schemes.len());
        for scheme in spec.schemes {
            ready.push(prepare(given, scheme, &mut secrets)?);
        }
        // An empty secret is in every text.
        secrets.retain(|secret| !secret.is_empty());
        Ok(Self {
            schemes: spec.schemes,
            ready,
            secrets,
            optional: given.optional,
        })
    }
}

fn check_names(given: &Given, spec: &'static ServiceSpec) -> Result<(), Error> {
    let is_known = |name: &str| spec.schemes.iter().any(|scheme| scheme.name == name);
    let Some((name, _)) = given.own.iter().find(|(name, _)| !is_known(name)) else {
        return Ok(());
    };
    let names = spec
        .schemes
        .iter()
        .map(|scheme| format!("`{}`", scheme.name));
    let names = match names.collect::<Vec<_>>() {
        none if none.is_empty() => "none".to_owned(),
        names => names.join(", "),
    };
    Err(Error::configuration(format!(
        "the service has no security scheme `{name}`; it has {names}"
    )))
}

/// Whoever gives client credentials relies on them, and none of them must go unused in silence.
fn check_client(given: &Given, spec: &'static ServiceSpec) -> Result<(), Error> {
    let Some(client) = &given.client else {
        return Ok(());
    };
    let takes = |scheme: &SchemeSpec| match scheme.kind {
        SchemeKind::OAuth2 { token_url } => token_url.is_some() || client.has_url(),
        SchemeKind::Bearer
        | SchemeKind::Basic
        | SchemeKind::Authorization
        | SchemeKind::HeaderKey(_)
        | SchemeKind::QueryKey(_)
        | SchemeKind::CookieKey(_)
        | SchemeKind::Certificate => false,
    };
    if spec.schemes.iter().any(takes) {
        return Ok(());
    }
    Err(Error::configuration(
        "the description says no token URL for client credentials; set \
         `ClientCredentials::token_url`",
    ))
}

/// What was given for a scheme: by its name, or else for all of its kind.
fn secret(given: &Given, scheme: &SchemeSpec) -> Option<Secret> {
    let own = given.own.iter().rev().find(|(name, _)| name == scheme.name);
    own.map(|(_, secret)| secret.clone())
        .or_else(|| match scheme.kind {
            SchemeKind::Bearer => given.bearer.clone(),
            SchemeKind::OAuth2 { token_url } => {
                let client = given.client.clone().map(|client| client.at(token_url));
                let client = client.filter(ClientCredentials::has_url);
                client.map(Secret::from).or_else(|| given.bearer.clone())
            }
            SchemeKind::Basic => given.basic.clone(),
            SchemeKind::Authorization
            | SchemeKind::HeaderKey(_)
            | SchemeKind::QueryKey(_)
            | SchemeKind::CookieKey(_)
            | SchemeKind::Certificate => None,
        })
}

fn prepare(
    given: &Given,
    scheme: &'static SchemeSpec,
    secrets: &mut Vec<String>,
) -> Result<Option<Credential>, Error> {
    let Some(Secret(secret)) = secret(given, scheme) else {
        return Ok(None);
    };
    if matches!(&secret, Kind::Text(text) if text.is_empty()) {
        return Err(empty(scheme));
    }
    remember(&secret, secrets);
    let credential = match (scheme.kind, secret) {
        (SchemeKind::Bearer | SchemeKind::OAuth2 { .. }, Kind::Text(token)) => {
            authorization(scheme, format!("Bearer {token}"))
        }
        (SchemeKind::Bearer | SchemeKind::OAuth2 { .. }, Kind::Provider(provider)) => {
            Ok(Credential::Token(Source::new(Origin::Provider(provider))))
        }
        (SchemeKind::OAuth2 { token_url }, Kind::Client(client)) => {
            fetched(scheme, client.at(token_url))
        }
        (SchemeKind::Bearer, Kind::Client(client)) => fetched(scheme, *client),
        (SchemeKind::Basic, Kind::Login { user, password }) => {
            let pair = base64(format!("{user}:{password}").as_bytes());
            authorization(scheme, format!("Basic {pair}"))
        }
        (SchemeKind::Authorization, Kind::Text(value)) => authorization(scheme, value),
        (SchemeKind::HeaderKey(name), Kind::Text(key)) => header_key(scheme, name, &key),
        (SchemeKind::QueryKey(name), Kind::Text(secret)) => Ok(Credential::Query { name, secret }),
        (SchemeKind::CookieKey(name), Kind::Text(key)) => cookie(scheme, name, &key),
        (SchemeKind::Bearer | SchemeKind::OAuth2 { .. }, Kind::Login { .. })
        | (SchemeKind::Basic, Kind::Text(_) | Kind::Client(_) | Kind::Provider(_))
        | (
            SchemeKind::Authorization
            | SchemeKind::HeaderKey(_)
            | SchemeKind::QueryKey(_)
            | SchemeKind::CookieKey(_),
            Kind::Login { .. } | Kind::Client(_) | Kind::Provider(_),
        )
        | (
            SchemeKind::Certificate,
            Kind::Text(_) | Kind::Login { .. } | Kind::Client(_) | Kind::Provider(_),
        ) => Err(mismatch(scheme)),
    };
    credential.map(Some)
}

/// What must not be shown.
fn remember(secret: &Kind, secrets: &mut Vec<String>) {
    match secret {
        Kind::Text(text) => secrets.push(text.clone()),
        Kind::Login { user, password } => secrets.extend([
            password.clone(),
            base64(format!("{user}:{password}").as_bytes()),
        ]),
        Kind::Client(client) => secrets.extend(client.secrets()),
        Kind::Provider(_) => {}
    }
}

fn fetched(scheme: &SchemeSpec, client: ClientCredentials) -> Result<Credential, Error> {
    if client.has_url() {
        return Ok(Credential::Token(Source::new(Origin::Client(Box::new(
            client,
        )))));
    }
    Err(Error::configuration(format!(
        "the description says no token URL for `{}`; set `ClientCredentials::token_url`",
        scheme.name
    )))
}

fn mismatch(scheme: &SchemeSpec) -> Error {
    let takes = match scheme.kind {
        SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => {
            "takes a token, or where tokens come from"
        }
        SchemeKind::Basic => "takes user and password",
        SchemeKind::Authorization => "takes the value of the header `Authorization`",
        SchemeKind::HeaderKey(_) | SchemeKind::QueryKey(_) | SchemeKind::CookieKey(_) => {
            "takes a key"
        }
        SchemeKind::Certificate => "takes a client certificate, see `client_certificate`",
    };
    Error::configuration(format!("the security scheme `{}` {takes}", scheme.name))
}

fn authorization(scheme: &SchemeSpec, value: String) -> Result<Credential, Error> {
    Ok(Credential::Header(
        header::AUTHORIZATION,
        header_value(scheme, &value)?,
    ))
}

fn header_key(scheme: &SchemeSpec, name: &str, key: &str) -> Result<Credential, Error> {
    let name = HeaderName::try_from(name)
        .map_err(|_| Error::configuration(format!("`{name}` is no name of a header")))?;
    Ok(Credential::Header(name, header_value(scheme, key)?))
}

fn header_value(scheme: &SchemeSpec, value: &str) -> Result<HeaderValue, Error> {
    let mut value = headers::value(value).ok_or_else(|| unsendable(scheme))?;
    value.set_sensitive(true);
    Ok(value)
}

fn cookie(scheme: &SchemeSpec, name: &'static str, key: &str) -> Result<Credential, Error> {
    if key.bytes().all(is_cookie_octet) {
        let pair = format!("{name}={key}");
        Ok(Credential::Cookie { name, pair })
    } else {
        Err(unsendable(scheme))
    }
}

/// What an environment variable without a value leads to.
fn empty(scheme: &SchemeSpec) -> Error {
    Error::configuration(format!("the credential for `{}` is empty", scheme.name))
}

fn unsendable(scheme: &SchemeSpec) -> Error {
    Error::configuration(format!(
        "the credential for `{}` has a character that HTTP cannot send there, such as a line break",
        scheme.name
    ))
}
