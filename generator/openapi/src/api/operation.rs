//! Operations of the IR: what can be asked, and what comes back.

use serde::Serialize;

use super::{Docs, Example, Extensions, Requirement, Server, TypeUse, Value};
use crate::report::Origin;

/// Names one [`Operation`] of an [`Api`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct OperationId(u32);

impl OperationId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Position in [`Api::operations`](super::Api::operations).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One request that the service answers.
#[derive(Debug, Clone, Serialize)]
pub struct Operation {
    /// `operationId` as written.
    pub id: Option<String>,
    /// JSON pointer of the operation.
    pub pointer: String,
    /// Where it is written.
    pub origin: Origin,
    /// HTTP method.
    pub method: Method,
    /// Path template as written, e.g. `/contacts/{id}`.
    pub path: String,
    /// The template taken apart.
    pub segments: Vec<PathSegment>,
    /// Tags in the order written.
    pub tags: Vec<String>,
    /// Summary, description, deprecation.
    pub docs: Docs,
    /// Parameters of the path item and the operation, in the order written.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What may come back, in the order written.
    pub responses: Vec<Response>,
    /// Alternatives, the first that can be met is used; empty: no credentials.
    pub security: Vec<Requirement>,
    /// Servers of this operation or its path; empty: those of the API.
    pub servers: Vec<Server>,
    /// Extensions of the operation, then those of its path item that it does not set itself.
    pub extensions: Extensions,
}

/// HTTP method.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the methods of RFC 9110 and RFC 5789")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
    /// A safe request with a body (draft-ietf-httpbis-safe-method-w-body).
    Query,
    /// Any other, as sent; a token of RFC 9110.
    #[serde(untagged)]
    Other(String),
}

impl Method {
    /// The method as sent, e.g. `PATCH`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
        }
    }
}

/// Part of a path template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PathSegment {
    /// Text sent as written.
    Literal(String),
    /// Name of a path parameter.
    Parameter(String),
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the places of OpenAPI")]
pub enum Location {
    Path,
    Query,
    /// The whole query, in one parameter (3.2).
    QueryString,
    Header,
    Cookie,
}

/// A parameter of an operation.
#[derive(Debug, Clone, Serialize)]
pub struct Parameter {
    /// Name on the wire.
    pub name: String,
    /// JSON pointer of the parameter where it is defined.
    pub pointer: String,
    /// Where it is written.
    pub origin: Origin,
    /// Where it is sent.
    pub location: Location,
    /// The call is refused without it.
    pub required: bool,
    /// It may be sent without a value, as `name=` (`allowEmptyValue`).
    pub allow_empty: bool,
    /// Description and deprecation.
    pub docs: Docs,
    /// Type of its value.
    pub ty: TypeUse,
    /// How its value becomes text.
    pub wire: Wire,
    /// Rules written at its schema.
    pub constraints: super::Constraints,
    /// Value that the service takes when it is left out.
    pub default: Option<Value>,
    /// Example values.
    pub examples: Vec<Example>,
    /// Extensions of the parameter.
    pub extensions: Extensions,
}

/// How the value of a parameter becomes text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wire {
    /// By `style` and `explode` (OpenAPI 3.1.2, section 4.8.12.3).
    Style {
        /// `style`.
        style: Style,
        /// `explode`.
        explode: bool,
        /// `allowReserved`.
        allow_reserved: bool,
    },
    /// As a document of this media type (`content`).
    Content(String),
}

/// Parameter styles of OpenAPI, and one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// `a,b`
    Simple,
    /// `.a.b`
    Label,
    /// `;name=a;name=b`
    Matrix,
    /// `name=a&name=b`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a|b`
    PipeDelimited,
    /// `name[key]=a`
    DeepObject,
    /// `name=a; name=b`, in which the caller does the escaping (3.2)
    Cookie,
    /// `name[key][]=a&name[key][]=b`: objects nest to any depth, lists have empty brackets. Not in
    /// OpenAPI; asked for by the extension `x-specsmith-style: brackets`.
    Brackets,
}

/// What an operation sends.
#[derive(Debug, Clone, Serialize)]
pub struct Body {
    /// The call is refused without it.
    pub required: bool,
    /// Description.
    pub docs: Docs,
    /// The forms it can take, in the order written.
    pub media: Vec<Media>,
    /// Extensions of the request body.
    pub extensions: Extensions,
}

/// A body in one media type.
#[derive(Debug, Clone, Serialize)]
pub struct Media {
    /// Media type as written, e.g. `application/json`.
    pub content_type: String,
    /// Where it is written.
    pub origin: Origin,
    /// Type of the document; `None` when nothing is said.
    pub ty: Option<TypeUse>,
    /// Type of each item of a sequence of documents (events, lines, parts), where it is said.
    pub item: Option<TypeUse>,
    /// How fields of a form are sent, in the order written.
    pub encodings: Vec<Encoding>,
    /// Example values.
    pub examples: Vec<Example>,
    /// Extensions of the media type object.
    pub extensions: Extensions,
}

impl Media {
    /// It is a JSON Merge Patch (RFC 7396, section 4), whatever its parameters.
    pub fn is_merge_patch(&self) -> bool {
        let essence = self.content_type.split(';').next().unwrap_or_default();
        essence
            .trim()
            .eq_ignore_ascii_case("application/merge-patch+json")
    }
}

/// How a field of a form is sent (OpenAPI 3.0.4, section 4.8.15).
#[derive(Debug, Clone, Serialize)]
pub struct Encoding {
    /// Name of the field.
    pub name: String,
    /// Where it is written.
    pub origin: Origin,
    /// Media types that the field may have, separated by commas.
    pub content_type: Option<String>,
    /// Style, where one is asked for; `content_type` does not count then.
    pub wire: Option<Wire>,
    /// Headers of the part that holds the field.
    pub headers: Vec<Header>,
    /// Extensions of the encoding.
    pub extensions: Extensions,
}

/// What may come back for a range of statuses.
#[derive(Debug, Clone, Serialize)]
pub struct Response {
    /// Which statuses.
    pub status: Status,
    /// Where it is written.
    pub origin: Origin,
    /// Description.
    pub docs: Docs,
    /// Headers in the order written.
    pub headers: Vec<Header>,
    /// Forms of the body; empty when it has none.
    pub media: Vec<Media>,
    /// Extensions of the response.
    pub extensions: Extensions,
}

/// The statuses that a response stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// One status, e.g. 404.
    Code(u16),
    /// A hundred of them, e.g. 4 for `4XX`.
    Range(u16),
    /// All others.
    Default,
}

impl Status {
    /// The status means that the request was done: 2xx.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }
}

/// A header of a response, or of a part of a form.
#[derive(Debug, Clone, Serialize)]
pub struct Header {
    /// Name as written.
    pub name: String,
    /// Where it is written.
    pub origin: Origin,
    /// Always sent.
    pub required: bool,
    /// Description and deprecation.
    pub docs: Docs,
    /// Type of its value.
    pub ty: TypeUse,
    /// How its value is text.
    pub wire: Wire,
    /// Example values.
    pub examples: Vec<Example>,
    /// Extensions of the header.
    pub extensions: Extensions,
}
