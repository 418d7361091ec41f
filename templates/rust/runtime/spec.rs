//! What a service and its operations look like, as data that generated code holds in statics.
//!
//! It must not know any call: values, sending and decoding live elsewhere.

mod paging;
mod parameter;

use std::any::Any;

use http::StatusCode;

use super::DecodeLimits;
pub use paging::{LAST, NextPage, PagePlace, PagingSpec, Route};
pub use parameter::{Location, Parameter, Style};

/// A service as its description has it.
#[derive(Debug)]
pub struct ServiceSpec {
    /// Sent as `User-Agent` unless the builder sets another: name and version of the crate.
    pub user_agent: &'static str,
    /// Where the service answers; the first one is called unless the builder chooses another.
    pub servers: &'static [ServerSpec],
    /// Kinds of credentials; operations name them by position.
    pub schemes: &'static [SchemeSpec],
}

/// A server of the description.
#[derive(Debug, PartialEq, Eq)]
pub struct ServerSpec {
    /// Absolute, or relative to the base URL; `{name}` stands for a variable.
    pub url: &'static str,
    /// Variables of the URL.
    pub variables: &'static [VariableSpec],
}

/// A variable in the URL of a server.
#[derive(Debug, PartialEq, Eq)]
pub struct VariableSpec {
    /// Its name in the URL.
    pub name: &'static str,
    /// Its value unless the builder sets one.
    pub default: &'static str,
    /// The values that it can have; empty: any.
    pub values: &'static [&'static str],
}

/// A kind of credential.
#[derive(Debug)]
pub struct SchemeSpec {
    /// Key under `securitySchemes`.
    pub name: &'static str,
    /// Method of the builder that takes the credential; stands in errors.
    pub setter: &'static str,
    /// Where the credential goes.
    pub kind: SchemeKind,
}

/// Where a credential goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer …` (RFC 6750).
    Bearer,
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// A request header of this name.
    HeaderKey(&'static str),
    /// A query parameter of this name.
    QueryKey(&'static str),
    /// A cookie of this name.
    CookieKey(&'static str),
    /// `Authorization`, with a value that the caller makes.
    Authorization,
    /// `Authorization: Bearer …`, with a token of OAuth 2.0.
    OAuth2 {
        /// Where tokens are handed out to clients (RFC 6749, section 4.4), as the description has
        /// it.
        token_url: Option<&'static str>,
    },
    /// A certificate that the connection shows.
    Certificate,
}

/// A request that the service answers.
#[derive(Debug)]
pub struct OperationSpec {
    /// `operationId`; stands in errors.
    pub id: &'static str,
    /// HTTP method as it is sent. Text, since a static cannot hold a method of any name.
    pub method: &'static str,
    /// Server of this operation alone, when it has one.
    pub server: Option<&'static ServerSpec>,
    /// The path template (OpenAPI, “Path Templating”): `{name}` stands for the path parameter of that
    /// name. Behind a brace without its partner all is text. Begins with `/`.
    pub path: &'static str,
    /// Parameters; calls set them by position.
    pub parameters: &'static [Parameter],
    /// Media types of the request body; calls name them by position.
    pub bodies: &'static [BodySpec],
    /// The call is refused without a body.
    pub body_required: bool,
    /// `Accept` of the request.
    pub accept: &'static str,
    /// Alternatives, each of schemes by position that are needed together. Empty: no credentials.
    pub security: &'static [&'static [usize]],
    /// What may come back.
    pub responses: &'static [ResponseSpec],
    /// When the request may be repeated.
    pub retry: RetrySpec,
    /// How the pages of its answer follow each other, where it comes in pages.
    pub paging: Option<&'static PagingSpec>,
}

impl OperationSpec {
    /// A request without anything, to take the rest of a literal from.
    pub const DEFAULT: Self = Self {
        id: "",
        method: "GET",
        server: None,
        path: "",
        parameters: &[],
        bodies: &[],
        body_required: false,
        accept: "application/json",
        security: &[],
        responses: &[],
        retry: RetrySpec::DEFAULT,
        paging: None,
    };

    /// Position of what the description says about an answer of this status: the status itself,
    /// then its hundred, then `default` (OpenAPI 3.0.4, section 4.8.16). A success that is not
    /// described is taken for the first that is: `default` is for errors then.
    pub(super) fn response(&self, status: StatusCode) -> Option<usize> {
        let code = status.as_u16();
        let find = |matches: &dyn Fn(StatusPattern) -> bool| {
            let mut patterns = self.responses.iter().map(|response| response.status);
            patterns.position(matches)
        };
        find(&|pattern| pattern == StatusPattern::Code(code))
            .or_else(|| find(&|pattern| pattern == StatusPattern::Range(code / 100)))
            .or_else(|| find(&|pattern| status.is_success() && pattern.is_success()))
            .or_else(|| find(&|pattern| pattern == StatusPattern::Default))
    }
}

/// A media type of a request body.
#[derive(Debug)]
pub struct BodySpec {
    /// Media type; may be a range such as `image/*`.
    pub content_type: &'static str,
    /// How fields of a form are sent, where that is not the usual way.
    pub encodings: &'static [Encoding],
}

impl BodySpec {
    /// JSON, to take the rest of a literal from.
    pub const JSON: Self = Self {
        content_type: "application/json",
        encodings: &[],
    };
}

/// How a field of a form is sent (OpenAPI 3.0.4, section 4.8.15).
#[derive(Debug)]
pub struct Encoding {
    /// Name of the field.
    pub name: &'static str,
    /// Media types that the field may have, separated by commas.
    pub content_type: Option<&'static str>,
    /// Style of the field; with one, `content_type` does not count.
    pub style: Option<Style>,
    /// Lists and objects become several pairs.
    pub explode: bool,
    /// Reserved characters of RFC 3986 are sent as they are.
    pub allow_reserved: bool,
}

impl Encoding {
    /// A field that is sent the usual way, to take the rest of a literal from.
    pub const DEFAULT: Self = Self {
        name: "",
        content_type: None,
        style: None,
        explode: true,
        allow_reserved: false,
    };

    /// The query parameter that is sent in the same way.
    pub(super) fn parameter(&self) -> Option<Parameter> {
        Some(Parameter {
            name: self.name,
            style: self.style?,
            explode: self.explode,
            allow_reserved: self.allow_reserved,
            ..Parameter::DEFAULT
        })
    }
}

/// What may come back for some statuses.
#[derive(Debug)]
pub struct ResponseSpec {
    /// Which statuses.
    pub status: StatusPattern,
    /// Media types of the body. Empty: none is described, any is taken.
    pub content_types: &'static [&'static str],
    /// Reads the body of an error; [`api_error::<E>`](super::api_error).
    pub error: Option<ErrorReader>,
}

impl ResponseSpec {
    /// What comes back with one status.
    #[must_use]
    pub const fn code(status: u16, content_types: &'static [&'static str]) -> Self {
        Self::new(StatusPattern::Code(status), content_types)
    }

    /// JSON that comes back with one status.
    #[must_use]
    pub const fn json(status: u16) -> Self {
        Self::code(status, &["application/json"])
    }

    /// What comes back with the statuses of a hundred.
    #[must_use]
    pub const fn range(hundred: u16, content_types: &'static [&'static str]) -> Self {
        Self::new(StatusPattern::Range(hundred), content_types)
    }

    /// What comes back with all other statuses.
    #[must_use]
    pub const fn otherwise(content_types: &'static [&'static str]) -> Self {
        Self::new(StatusPattern::Default, content_types)
    }

    const fn new(status: StatusPattern, content_types: &'static [&'static str]) -> Self {
        Self {
            status,
            content_types,
            error: None,
        }
    }

    /// A response of which the body is that of an error.
    #[must_use]
    pub const fn error(self, reader: ErrorReader) -> Self {
        Self {
            error: Some(reader),
            ..self
        }
    }
}

/// Reads the body of an error into its type; `None` when it has another form.
pub type ErrorReader = fn(&[u8], &DecodeLimits) -> Option<Box<dyn Any + Send + Sync>>;

/// The statuses that a response stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// A hundred of them: 4 for `4XX`.
    Range(u16),
    /// All others.
    Default,
}

impl StatusPattern {
    const fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }
}

/// When a request may be repeated.
#[derive(Debug)]
pub struct RetrySpec {
    /// Statuses after which a repetition can help.
    pub statuses: &'static [u16],
    /// The parameter that makes a repetition safe when it is set, by position.
    pub idempotency_key: Option<usize>,
}

impl RetrySpec {
    /// What holds for a service that says nothing about it.
    pub const DEFAULT: Self = Self {
        statuses: &[408, 429, 500, 502, 503, 504],
        idempotency_key: None,
    };
}
