//! Objects about the description as a whole (OpenAPI 3.2.0, sections 4.1 to 4.8, 4.11, 4.22).

use Absent::{Cut, EmptyObject, EmptyText, Implied, Unimportant};
use Dialect::{V31, V32};
use Expect::{List, Map, Object, Requirements, Text, Texts};

use crate::normalize::keyword::{Absent, Dialect, Expect, Kind, Others, Reference, Table, key};

const FLAT: &str = "tags of all kinds are groups of their own, none inside of another";

pub(super) static OPENAPI: Table = Table {
    noun: "an OpenAPI document",
    keywords: &[
        key("openapi", Text),
        key("$self", Text).since(V32).silent(),
        key("info", Object(Kind::Info)).absent(EmptyObject),
        key("servers", List(Kind::Server)),
        key("paths", Object(Kind::Paths)).absent(Implied),
        key("components", Object(Kind::Components)),
        key("security", Requirements),
        key("tags", List(Kind::Tag)),
        key("externalDocs", Object(Kind::ExternalDocs)),
        key("webhooks", Map(Kind::PathItem)).since(V31),
        key("jsonSchemaDialect", Text).since(V31).silent(),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static INFO: Table = Table {
    noun: "an info object",
    keywords: &[
        key("title", Text).absent(EmptyText),
        key("version", Text).absent(EmptyText),
        key("summary", Text).since(V31),
        key("description", Text),
        key("termsOfService", Text),
        key("contact", Object(Kind::Contact)),
        key("license", Object(Kind::License)),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static CONTACT: Table = Table {
    noun: "a contact",
    keywords: &[key("name", Text), key("url", Text), key("email", Text)],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static LICENSE: Table = Table {
    noun: "a license",
    keywords: &[
        key("name", Text).absent(Unimportant),
        key("identifier", Text).since(V31),
        key("url", Text),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static SERVER: Table = Table {
    noun: "a server",
    keywords: &[
        key("url", Text).absent(Cut),
        key("description", Text),
        key("name", Text).since(V32),
        key("variables", Map(Kind::ServerVariable)),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static SERVER_VARIABLE: Table = Table {
    noun: "a server variable",
    keywords: &[
        key("default", Text).absent(Cut),
        key("enum", Texts),
        key("description", Text),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static COMPONENTS: Table = Table {
    noun: "a components object",
    keywords: &[
        key("schemas", Map(Kind::Schema)),
        key("responses", Map(Kind::Response)),
        key("parameters", Map(Kind::Parameter)),
        key("examples", Map(Kind::Example)),
        key("requestBodies", Map(Kind::RequestBody)),
        key("headers", Map(Kind::Header)),
        key("securitySchemes", Map(Kind::SecurityScheme)),
        key("links", Map(Kind::Link)),
        key("callbacks", Map(Kind::Callback)),
        key("pathItems", Map(Kind::PathItem)).since(V31),
        key("mediaTypes", Map(Kind::MediaType)).since(V32),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static TAG: Table = Table {
    noun: "a tag",
    keywords: &[
        key("name", Text).absent(Cut),
        key("description", Text),
        key("externalDocs", Object(Kind::ExternalDocs)),
        key("summary", Text)
            .since(V32)
            .not_expressed("docs show the description"),
        key("parent", Text).since(V32).not_expressed(FLAT),
        key("kind", Text).since(V32).not_expressed(FLAT),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static EXTERNAL_DOCS: Table = Table {
    noun: "an external documentation object",
    keywords: &[key("url", Text).absent(Cut), key("description", Text)],
    others: Others::Unknown,
    reference: Reference::Never,
};
