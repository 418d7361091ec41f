// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! A credential as the caller gives it.
//!
//! It must not know the scheme that it is for.

use std::fmt;

use super::{ClientCredentials, TokenProvider};

/// A credential for one security scheme: a token or key, user and password, or where tokens come
/// from.
#[derive(Clone)]
pub struct Secret(pub(super) Kind);

#[derive(Clone)]
pub(super) enum Kind {
    Text(String),
    Login { user: String, password: String },
    Client(Box<ClientCredentials>),
    Provider(TokenProvider),
}

/// A token, a key, or the value of `Authorization`: what the scheme takes.
impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Kind::Text(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(Kind::Text(text.to_owned()))
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Self(Kind::Text(text.clone()))
    }
}

/// User and password.
impl<U: Into<String>, P: Into<String>> From<(U, P)> for Secret {
    fn from((user, password): (U, P)) -> Self {
        Self(Kind::Login {
            user: user.into(),
            password: password.into(),
        })
    }
}

/// Tokens are fetched, and fetched again before they expire.
impl From<ClientCredentials> for Secret {
    fn from(client: ClientCredentials) -> Self {
        Self(Kind::Client(Box::new(client)))
    }
}

/// Tokens are asked for, and asked for again before they expire.
impl From<TokenProvider> for Secret {
    fn from(provider: TokenProvider) -> Self {
        Self(Kind::Provider(provider))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Text(_) | Kind::Login { .. } => f.write_str("[redacted]"),
            Kind::Client(client) => client.fmt(f),
            Kind::Provider(provider) => provider.fmt(f),
        }
    }
}
