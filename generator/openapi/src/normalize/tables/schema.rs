//! The schema object (OpenAPI 3.0.4, section 4.7.24; JSON Schema 2020-12) and its helpers.

use Absent::Cut;
use Dialect::{V20, V31, V32};
use Expect::{
    Any, Bound, Count, Flag, Items, List, Map, Number, Object, SchemaOrFlag, Text, TextLists,
    TextMap, Texts, Type, Values,
};

use crate::normalize::keyword::{
    Absent, Dialect, Expect, Kind, Others, Reference, Table, Words, key,
};

static NODE_TYPES: Words = Words::new(&["element", "attribute", "text", "cdata", "none"]);

const WIDER: &str = "the type admits values that this rule excludes; the service will say so";

pub(super) static SCHEMA: Table = Table {
    noun: "a schema",
    keywords: &[
        key("type", Type),
        key("description", Text),
        key("properties", Map(Kind::Schema)),
        key("items", Items),
        key("format", Text),
        key("example", Any),
        key("enum", Values),
        key("required", Texts),
        key("allOf", List(Kind::Schema)),
        key("oneOf", List(Kind::Schema)).except_in(V20),
        key("anyOf", List(Kind::Schema)).except_in(V20),
        key("nullable", Flag).only_in(Dialect::V30),
        key("title", Text),
        key("default", Any),
        key("additionalProperties", SchemaOrFlag),
        key("readOnly", Flag),
        key("writeOnly", Flag).except_in(V20),
        key("deprecated", Flag).except_in(V20),
        key("minLength", Count),
        key("maxLength", Count),
        key("pattern", Text),
        key("minimum", Number),
        key("maximum", Number),
        key("exclusiveMinimum", Bound),
        key("exclusiveMaximum", Bound),
        key("multipleOf", Number),
        key("minItems", Count),
        key("maxItems", Count),
        key("uniqueItems", Flag),
        key("minProperties", Count),
        key("maxProperties", Count),
        key("discriminator", Expect::Discriminator),
        key("externalDocs", Object(Kind::ExternalDocs)),
        key("xml", Object(Kind::Xml)).not_expressed("XML bodies pass through as text"),
        key("not", Object(Kind::Schema))
            .except_in(V20)
            .not_expressed(WIDER),
        key("const", Any).since(V31),
        key("examples", Values).since(V31),
        key("prefixItems", List(Kind::Schema)).since(V31),
        key("patternProperties", Map(Kind::Schema)).since(V31),
        key("contentEncoding", Text).since(V31),
        key("contentMediaType", Text).since(V31),
        key("contentSchema", Object(Kind::Schema))
            .since(V31)
            .not_expressed("the document inside the text is not decoded"),
        key("if", Object(Kind::Schema))
            .since(V31)
            .not_expressed(WIDER),
        key("then", Object(Kind::Schema))
            .since(V31)
            .not_expressed(WIDER),
        key("else", Object(Kind::Schema))
            .since(V31)
            .not_expressed(WIDER),
        key("dependentSchemas", Map(Kind::Schema))
            .since(V31)
            .not_expressed(WIDER),
        key("dependentRequired", TextLists)
            .since(V31)
            .not_expressed(WIDER),
        key("propertyNames", Object(Kind::Schema))
            .since(V31)
            .not_expressed(WIDER),
        key("contains", Object(Kind::Schema))
            .since(V31)
            .not_expressed(WIDER),
        key("minContains", Count).since(V31).not_expressed(WIDER),
        key("maxContains", Count).since(V31).not_expressed(WIDER),
        key("unevaluatedProperties", SchemaOrFlag)
            .since(V31)
            .not_expressed(WIDER),
        key("unevaluatedItems", SchemaOrFlag)
            .since(V31)
            .not_expressed(WIDER),
        key("$defs", Map(Kind::Schema)).since(V31).silent(),
        key("definitions", Map(Kind::Schema)).since(V31).silent(),
        key("$comment", Text).since(V31).silent(),
        key("$schema", Text).since(V31).silent(),
        key("$anchor", Text).since(V31).silent(),
        key("$dynamicAnchor", Text).since(V31).silent(),
        key("$vocabulary", Any).since(V31).silent(),
        key("$id", Text).since(V31).silent(),
        key("$dynamicRef", Text)
            .since(V31)
            .not_expressed("the place takes any value"),
        key("$recursiveAnchor", Any).since(V31).silent(),
        key("$recursiveRef", Text)
            .since(V31)
            .not_expressed("the place takes any value"),
    ],
    others: Others::Unknown,
    reference: Reference::Beside,
};

pub(super) static DISCRIMINATOR: Table = Table {
    noun: "a discriminator",
    keywords: &[
        key("propertyName", Text).absent(Cut),
        key("mapping", TextMap),
        key("defaultMapping", Text).since(V32),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static XML: Table = Table {
    noun: "an XML object",
    keywords: &[
        key("name", Text),
        key("namespace", Text),
        key("prefix", Text),
        key("attribute", Flag),
        key("wrapped", Flag),
        key("nodeType", Expect::Word(&NODE_TYPES)).since(V32),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};
