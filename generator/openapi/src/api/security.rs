//! How a service wants to know who asks.

use indexmap::IndexMap;
use serde::Serialize;

use super::Extensions;

/// Names one [`SecurityScheme`] of an [`Api`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct SchemeId(u32);

impl SchemeId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Position in [`Api::security_schemes`](super::Api::security_schemes).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A kind of credential.
#[derive(Debug, Clone, Serialize)]
pub struct SecurityScheme {
    /// Key under `components/securitySchemes`.
    pub name: String,
    /// CommonMark.
    pub description: Option<String>,
    /// Marked as deprecated.
    pub deprecated: bool,
    /// Where the credential goes.
    pub kind: SecurityKind,
    /// Extensions of the scheme.
    pub extensions: Extensions,
}

/// Where a credential goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SecurityKind {
    /// `Authorization: Bearer …` (RFC 6750).
    Bearer,
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// `Authorization: …` in another scheme of HTTP, such as `digest`.
    Http {
        /// The scheme as written.
        scheme: String,
    },
    /// A header, query parameter or cookie of one's own.
    ApiKey {
        /// Where it is sent.
        location: ApiKeyLocation,
        /// Name of the header, parameter or cookie.
        name: String,
    },
    /// A bearer token that an authorization server hands out (RFC 6749).
    OAuth2 {
        /// The ways to get one, in the order written.
        flows: Vec<OAuthFlow>,
    },
    /// A bearer token that an OpenID provider hands out.
    OpenIdConnect {
        /// Where the provider describes itself, as written.
        url: Option<String>,
    },
    /// A certificate that the client shows when it connects.
    MutualTls,
}

/// A way to get a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OAuthFlow {
    /// Which it is.
    pub grant: Grant,
    /// Where a person agrees, as written.
    pub authorization_url: Option<String>,
    /// Where tokens are handed out, as written; it may be relative to the server.
    pub token_url: Option<String>,
    /// What a token may be good for, each with its meaning.
    pub scopes: IndexMap<String, String>,
}

/// The flows of OAuth 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the flows of RFC 6749 and RFC 8628")]
pub enum Grant {
    AuthorizationCode,
    ClientCredentials,
    DeviceAuthorization,
    Implicit,
    Password,
}

impl SecurityKind {
    /// The credential is sent as `Authorization`.
    pub fn is_authorization(&self) -> bool {
        match self {
            Self::Bearer
            | Self::Basic
            | Self::Http { .. }
            | Self::OAuth2 { .. }
            | Self::OpenIdConnect { .. } => true,
            Self::ApiKey { location, name } => {
                *location == ApiKeyLocation::Header && name.eq_ignore_ascii_case("authorization")
            }
            Self::MutualTls => false,
        }
    }
}

/// Where an API key is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the three places of OpenAPI")]
pub enum ApiKeyLocation {
    Header,
    Query,
    Cookie,
}

/// Schemes that are needed together; with none, the call goes without credentials.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Requirement {
    /// Schemes and their scopes.
    pub schemes: Vec<(SchemeId, Vec<String>)>,
}
