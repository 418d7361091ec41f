//! How a service wants to know who asks.

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
    /// A header, query parameter or cookie of one's own.
    ApiKey {
        /// Where it is sent.
        location: ApiKeyLocation,
        /// Name of the header, parameter or cookie.
        name: String,
    },
    /// What the generator does not drive itself; the caller sets headers.
    Unsupported {
        /// Its type as written, e.g. `oauth2`.
        written: String,
    },
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
