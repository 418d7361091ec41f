//! The IR: what a service offers, with references resolved and dialects gone.
//!
//! Plain data. It must not know of OpenAPI documents, and nothing about Rust is decided here.
//! `specsmith ir FILE` prints it as JSON.

mod operation;
mod reach;
mod security;
mod types;
pub(crate) mod visit;
mod webhook;

use indexmap::IndexMap;
use serde::Serialize;

pub use operation::{
    Body, Encoding, Header, Location, Media, Method, Operation, OperationId, Parameter,
    PathSegment, Response, Status, Style, Wire,
};
pub use security::{
    ApiKeyLocation, Grant, OAuthFlow, Requirement, SchemeId, SecurityKind, SecurityScheme,
};
pub use types::{
    Additional, Choice, Constraints, EnumValue, Enumeration, Field, IntegerRange, List, Map,
    Presence, Record, Scalar, Shape, Tuple, Type, TypeId, TypeUse, Variant,
};
pub use webhook::{Trigger, Webhook};

use crate::report::Origin;

/// A JSON value as the description holds it: examples, defaults, extensions.
pub type Value = serde_json::Value;

/// Vendor extensions (`x-…`) in the order written, keyed by their full name.
pub type Extensions = IndexMap<String, Value>;

/// Everything that one description offers.
#[derive(Debug, Clone, Serialize)]
pub struct Api {
    /// Title, version and the people behind it.
    pub info: Info,
    /// Where the service answers; the first one is the default.
    pub servers: Vec<Server>,
    /// Declared tags first, then tags that only operations name, in order of appearance.
    pub tags: Vec<Tag>,
    /// Every type that an operation reaches or that the description names.
    pub types: Vec<Type>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Requests that the service makes: webhooks, then callbacks, in the order written.
    pub webhooks: Vec<Webhook>,
    /// Declared security schemes; [`SchemeId`] indexes them.
    pub security_schemes: Vec<SecurityScheme>,
    /// Extensions at the root of the document.
    pub extensions: Extensions,
    /// What types were before properties that go one way were taken out; `None` where none were.
    #[serde(skip)]
    pub(crate) undivided: Option<Undivided>,
}

/// Types as the description has them, with the properties that only come back or are only sent.
#[derive(Debug, Clone)]
pub(crate) struct Undivided {
    pub(crate) types: Vec<Type>,
    /// By the position of a type of [`Api::types`] which of them it was made of.
    pub(crate) of: Vec<TypeId>,
}

impl Api {
    /// The type at a place with all properties that the description gives it, and the types that it
    /// is made of: [`TypeId::index`] is a position in the list. `None` where that is what
    /// [`Api::types`] has.
    pub fn whole(&self, place: TypeUse) -> Option<(&[Type], TypeUse)> {
        let Undivided { types, of } = self.undivided.as_ref()?;
        let ty = *of.get(place.ty.index())?;
        Some((types, TypeUse { ty, ..place }))
    }
}

impl std::ops::Index<TypeId> for Api {
    type Output = Type;

    #[expect(
        clippy::indexing_slicing,
        reason = "a TypeId is made only by pushing to `types`"
    )]
    fn index(&self, id: TypeId) -> &Type {
        &self.types[id.index()]
    }
}

impl std::ops::Index<OperationId> for Api {
    type Output = Operation;

    #[expect(
        clippy::indexing_slicing,
        reason = "an OperationId is made only by pushing"
    )]
    fn index(&self, id: OperationId) -> &Operation {
        &self.operations[id.index()]
    }
}

impl std::ops::Index<SchemeId> for Api {
    type Output = SecurityScheme;

    #[expect(
        clippy::indexing_slicing,
        reason = "a SchemeId is made only by pushing"
    )]
    fn index(&self, id: SchemeId) -> &SecurityScheme {
        &self.security_schemes[id.index()]
    }
}

impl Api {
    /// Every type with its id.
    pub fn types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        self.types
            .iter()
            .enumerate()
            .map(|(index, ty)| (TypeId::new(index), ty))
    }

    /// Every operation with its id.
    pub fn operations(&self) -> impl Iterator<Item = (OperationId, &Operation)> {
        self.operations
            .iter()
            .enumerate()
            .map(|(index, op)| (OperationId::new(index), op))
    }

    /// Every security scheme with its id.
    pub fn security_schemes(&self) -> impl Iterator<Item = (SchemeId, &SecurityScheme)> {
        self.security_schemes
            .iter()
            .enumerate()
            .map(|(index, s)| (SchemeId::new(index), s))
    }
}

/// The `info` object.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Info {
    /// Name of the API.
    pub title: String,
    /// Version of the description (not of OpenAPI, not of the SDK).
    pub version: String,
    /// One line.
    pub summary: Option<String>,
    /// CommonMark.
    pub description: Option<String>,
    /// URL of the terms of service.
    pub terms_of_service: Option<String>,
    /// Name, URL and e-mail address of a contact, those that are given.
    pub contact: Option<Contact>,
    /// Name and SPDX identifier or URL of the licence.
    pub license: Option<License>,
    /// More documentation.
    pub external_docs: Option<ExternalDocs>,
    /// Extensions of the `info` object.
    pub extensions: Extensions,
}

/// Whom to ask about the API.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Contact {
    /// Person or organisation.
    pub name: Option<String>,
    /// Page.
    pub url: Option<String>,
    /// Address.
    pub email: Option<String>,
}

/// Licence of the API.
#[derive(Debug, Clone, Default, Serialize)]
pub struct License {
    /// Name as written.
    pub name: String,
    /// SPDX expression (3.1).
    pub identifier: Option<String>,
    /// Page with its text.
    pub url: Option<String>,
}

/// A link to documentation elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ExternalDocs {
    /// The link as written.
    pub url: String,
    /// CommonMark.
    pub description: Option<String>,
}

/// A base URL, with its variables.
#[derive(Debug, Clone, Serialize)]
pub struct Server {
    /// URL template as written; `{name}` stands for a variable.
    pub url: String,
    /// A short name that tells it from the others.
    pub name: Option<String>,
    /// CommonMark.
    pub description: Option<String>,
    /// Variables of the template in the order written.
    pub variables: IndexMap<String, ServerVariable>,
}

/// A variable of a server URL.
#[derive(Debug, Clone, Serialize)]
pub struct ServerVariable {
    /// Value used when the caller gives none.
    pub default: String,
    /// Allowed values; empty when any is.
    pub values: Vec<String>,
    /// CommonMark.
    pub description: Option<String>,
}

/// A group of operations.
#[derive(Debug, Clone, Serialize)]
pub struct Tag {
    /// Name as written.
    pub name: String,
    /// JSON pointer of its declaration; empty for a tag that only operations name.
    pub pointer: String,
    /// One line, for display.
    pub summary: Option<String>,
    /// CommonMark.
    pub description: Option<String>,
    /// Name of the tag that this one belongs to; it is one of the tags, and none is its own parent.
    pub parent: Option<String>,
    /// What sort of tag it is, e.g. `nav` or `audience`.
    pub kind: Option<String>,
    /// More documentation.
    pub external_docs: Option<ExternalDocs>,
    /// Extensions of the tag object.
    pub extensions: Extensions,
}

/// What a description says to readers about one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Docs {
    /// `title` of a schema.
    pub title: Option<String>,
    /// `summary` of an operation or an example: one line.
    pub summary: Option<String>,
    /// CommonMark.
    pub description: Option<String>,
    /// Marked as deprecated.
    pub deprecated: bool,
    /// More documentation.
    pub external_docs: Option<ExternalDocs>,
    /// The error of the description that left any value, or bytes, where a type was meant.
    pub untyped: Option<String>,
}

/// One example value.
#[derive(Debug, Clone, Serialize)]
pub struct Example {
    /// Key under `examples`; `None` for a single `example`.
    pub name: Option<String>,
    /// One line.
    pub summary: Option<String>,
    /// CommonMark.
    pub description: Option<String>,
    /// The value itself.
    pub value: Value,
    /// Where it is written.
    pub origin: Origin,
}
