//! Objects that only Swagger 2.0 has, or that differ there
//! (<https://spec.openapis.org/oas/v2.0.html>, section 5.2).

use Absent::{Cut, EmptyObject, Implied, Unimportant, Unread};
use Expect::{
    Any, Count, Flag, List, Map, Number, Object, Requirements, Text, TextMap, Texts, Values, Word,
};

use crate::normalize::keyword::{
    Absent, Expect, Keyword, Kind, Others, Reference, Table, Words, key,
};

static COLLECTION_FORMATS: Words = Words::new(&["csv", "ssv", "tsv", "pipes", "multi"]);
static SIMPLE_TYPES: Words =
    Words::new(&["string", "number", "integer", "boolean", "array", "file"]);
static PLACES: Words = Words::new(&["query", "path", "header", "body", "formData"]);
static SECURITY_TYPES: Words = Words::new(&["basic", "apiKey", "oauth2"]);
static SECURITY_PLACES: Words = Words::new(&["header", "query"]);
static FLOWS: Words = Words::new(&["implicit", "password", "application", "accessCode"]);

pub(super) static SWAGGER: Table = Table {
    noun: "a Swagger document",
    keywords: &[
        key("swagger", Text),
        key("info", Object(Kind::Info)).absent(EmptyObject),
        key("host", Text),
        key("basePath", Text),
        key("schemes", Texts),
        key("consumes", Texts),
        key("produces", Texts),
        key("paths", Object(Kind::PathsV2)).absent(Implied),
        key("definitions", Map(Kind::Schema)),
        key("parameters", Map(Kind::ParameterV2)),
        key("responses", Map(Kind::ResponseV2)),
        key("securityDefinitions", Map(Kind::SecuritySchemeV2)),
        key("security", Requirements),
        key("tags", List(Kind::Tag)),
        key("externalDocs", Object(Kind::ExternalDocs)),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static PATHS: Table = Table {
    noun: "a paths object",
    keywords: &[],
    others: Others::Path(Kind::PathItemV2),
    reference: Reference::Never,
};

pub(super) static PATH_ITEM: Table = Table {
    noun: "a path item",
    keywords: &[
        key("get", Object(Kind::OperationV2)),
        key("post", Object(Kind::OperationV2)),
        key("put", Object(Kind::OperationV2)),
        key("patch", Object(Kind::OperationV2)),
        key("delete", Object(Kind::OperationV2)),
        key("head", Object(Kind::OperationV2)),
        key("options", Object(Kind::OperationV2)),
        key("parameters", List(Kind::ParameterV2)),
    ],
    others: Others::Unknown,
    reference: Reference::Beside,
};

pub(super) static OPERATION: Table = Table {
    noun: "an operation",
    keywords: &[
        key("operationId", Text),
        key("tags", Texts),
        key("summary", Text),
        key("description", Text),
        key("parameters", List(Kind::ParameterV2)),
        key("responses", Object(Kind::ResponsesV2)).absent(Implied),
        key("consumes", Texts),
        key("produces", Texts),
        key("schemes", Texts),
        key("security", Requirements),
        key("deprecated", Flag),
        key("externalDocs", Object(Kind::ExternalDocs)),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

/// What parameters, items and headers of 2.0 say in place of a schema.
macro_rules! with_simple_schema {
    ($($own:expr),* $(,)?) => {
        &[
            $($own,)*
            key("type", Word(&SIMPLE_TYPES)),
            key("format", Text),
            key("items", Object(Kind::ItemsV2)),
            key("collectionFormat", Word(&COLLECTION_FORMATS)),
            key("default", Any),
            key("enum", Values),
            key("minimum", Number),
            key("maximum", Number),
            key("exclusiveMinimum", Flag),
            key("exclusiveMaximum", Flag),
            key("multipleOf", Number),
            key("minLength", Count),
            key("maxLength", Count),
            key("pattern", Text),
            key("minItems", Count),
            key("maxItems", Count),
            key("uniqueItems", Flag),
        ]
    };
}

const PARAMETER_KEYWORDS: &[Keyword] = with_simple_schema![
    key("name", Text).absent(Unread),
    key("in", Word(&PLACES)).absent(Unread),
    key("description", Text),
    key("required", Flag),
    key("schema", Object(Kind::Schema)),
    key("allowEmptyValue", Flag),
];

pub(super) static PARAMETER: Table = Table {
    noun: "a parameter",
    keywords: PARAMETER_KEYWORDS,
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static ITEMS: Table = Table {
    noun: "an items object",
    keywords: with_simple_schema![],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static RESPONSES: Table = Table {
    noun: "a responses object",
    keywords: &[],
    others: Others::Status(Kind::ResponseV2),
    reference: Reference::Never,
};

pub(super) static RESPONSE: Table = Table {
    noun: "a response",
    keywords: &[
        key("description", Text).absent(Unimportant),
        key("schema", Object(Kind::Schema)),
        key("headers", Map(Kind::HeaderV2)),
        key("examples", Any),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static HEADER: Table = Table {
    noun: "a header",
    keywords: with_simple_schema![key("description", Text)],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static SECURITY_SCHEME: Table = Table {
    noun: "a security scheme",
    keywords: &[
        key("type", Word(&SECURITY_TYPES)).absent(Cut),
        key("description", Text),
        key("name", Text),
        key("in", Word(&SECURITY_PLACES)),
        key("flow", Word(&FLOWS)),
        key("authorizationUrl", Text),
        key("tokenUrl", Text),
        key("scopes", TextMap),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};
