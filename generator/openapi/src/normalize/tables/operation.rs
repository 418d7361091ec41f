//! Objects about requests and answers (OpenAPI 3.2.0, sections 4.8 to 4.21).

use Absent::{EmptyObject, Implied, Unimportant, Unread};
use Dialect::V32;
use Expect::{Any, Flag, List, Map, Object, Requirements, Text, Texts, Word};

use crate::normalize::keyword::{
    Absent, Dialect, Expect, Kind, Others, Reference, Table, Words, key,
};

static STYLES: Words = Words::new(&[
    "simple",
    "form",
    "label",
    "matrix",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
])
.and_since_32(&["cookie"]);

static PLACES: Words =
    Words::new(&["query", "path", "header", "cookie"]).and_since_32(&["querystring"]);

static HEADER_STYLES: Words = Words::new(&["simple"]);

const NESTED: &str = "a part that is a form itself is sent as JSON";

const BY_POSITION: &str = "parts of a multipart body are told apart by name";

pub(super) static PATHS: Table = Table {
    noun: "a paths object",
    keywords: &[],
    others: Others::Path(Kind::PathItem),
    reference: Reference::Never,
};

pub(super) static PATH_ITEM: Table = Table {
    noun: "a path item",
    keywords: &[
        key("get", Object(Kind::Operation)),
        key("post", Object(Kind::Operation)),
        key("put", Object(Kind::Operation)),
        key("patch", Object(Kind::Operation)),
        key("delete", Object(Kind::Operation)),
        key("head", Object(Kind::Operation)),
        key("options", Object(Kind::Operation)),
        key("trace", Object(Kind::Operation)),
        key("query", Object(Kind::Operation)).since(V32),
        key("additionalOperations", Map(Kind::Operation)).since(V32),
        key("parameters", List(Kind::Parameter)),
        key("summary", Text),
        key("description", Text),
        key("servers", List(Kind::Server)),
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
        key("parameters", List(Kind::Parameter)),
        key("requestBody", Object(Kind::RequestBody)),
        key("responses", Object(Kind::Responses)).absent(Implied),
        key("security", Requirements),
        key("deprecated", Flag),
        key("externalDocs", Object(Kind::ExternalDocs)),
        key("servers", List(Kind::Server)),
        key("callbacks", Map(Kind::Callback)),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static PARAMETER: Table = Table {
    noun: "a parameter",
    keywords: &[
        key("name", Text).absent(Unread),
        key("in", Word(&PLACES)).absent(Unread),
        key("description", Text),
        key("required", Flag),
        key("schema", Object(Kind::Schema)),
        key("style", Word(&STYLES)),
        key("explode", Flag),
        key("example", Any),
        key("examples", Map(Kind::Example)),
        key("content", Map(Kind::MediaType)),
        key("deprecated", Flag),
        key("allowReserved", Flag),
        key("allowEmptyValue", Flag),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static REQUEST_BODY: Table = Table {
    noun: "a request body",
    keywords: &[
        key("content", Map(Kind::MediaType)).absent(EmptyObject),
        key("required", Flag),
        key("description", Text),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static MEDIA_TYPE: Table = Table {
    noun: "a media type",
    keywords: &[
        key("schema", Object(Kind::Schema)),
        key("example", Any),
        key("examples", Map(Kind::Example)),
        key("encoding", Map(Kind::Encoding)),
        key("itemSchema", Object(Kind::Schema)).since(V32),
        key("prefixEncoding", List(Kind::Encoding))
            .since(V32)
            .not_expressed(BY_POSITION),
        key("itemEncoding", Object(Kind::Encoding))
            .since(V32)
            .not_expressed(BY_POSITION),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static ENCODING: Table = Table {
    noun: "an encoding",
    keywords: &[
        key("contentType", Text),
        key("headers", Map(Kind::Header)),
        key("style", Word(&STYLES)),
        key("explode", Flag),
        key("allowReserved", Flag),
        key("encoding", Map(Kind::Encoding))
            .since(V32)
            .not_expressed(NESTED),
        key("prefixEncoding", List(Kind::Encoding))
            .since(V32)
            .not_expressed(NESTED),
        key("itemEncoding", Object(Kind::Encoding))
            .since(V32)
            .not_expressed(NESTED),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static RESPONSES: Table = Table {
    noun: "a responses object",
    keywords: &[],
    others: Others::Status(Kind::Response),
    reference: Reference::Never,
};

pub(super) static RESPONSE: Table = Table {
    noun: "a response",
    keywords: &[
        key("description", Text)
            .absent(Unimportant)
            .optional_since(V32),
        key("summary", Text).since(V32),
        key("content", Map(Kind::MediaType)),
        key("headers", Map(Kind::Header)),
        key("links", Map(Kind::Link)).not_expressed("follow-up calls are made by hand"),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static CALLBACK: Table = Table {
    noun: "a callback",
    keywords: &[],
    others: Others::Expression(Kind::PathItem),
    reference: Reference::Instead,
};

pub(super) static EXAMPLE: Table = Table {
    noun: "an example",
    keywords: &[
        key("value", Any),
        key("summary", Text),
        key("description", Text),
        key("externalValue", Text).not_expressed("the example stays where it is"),
        key("dataValue", Any).since(V32),
        key("serializedValue", Text).since(V32),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static LINK: Table = Table {
    noun: "a link",
    keywords: &[
        key("operationId", Text),
        key("operationRef", Text),
        key("parameters", Any),
        key("requestBody", Any),
        key("description", Text),
        key("server", Object(Kind::Server)),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static HEADER: Table = Table {
    noun: "a header",
    keywords: &[
        key("description", Text),
        key("schema", Object(Kind::Schema)),
        key("required", Flag),
        key("example", Any),
        key("examples", Map(Kind::Example)),
        key("deprecated", Flag),
        key("style", Word(&HEADER_STYLES)),
        key("explode", Flag),
        key("content", Map(Kind::MediaType)),
        key("allowReserved", Flag).silent(),
        key("allowEmptyValue", Flag).silent(),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};
