//! Media types: what can be made of a body by its type and schema.
//!
//! It must not know whether a body is sent or comes back.

use specsmith_openapi::api::{Media, Scalar, Shape, TypeId, TypeUse};

use super::super::Plan;
use super::super::types::Ty;

/// Media types that are handled alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// `application/json` and every `+json` type (RFC 6839, section 3.1).
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `multipart/form-data` and its relatives.
    Multipart,
    /// JSON values one after the other.
    Series,
    /// Server-sent events.
    Events,
    /// `text/*`
    Text,
    /// XML, YAML: text that could be more.
    Markup,
    /// Bytes: images, archives.
    Binary,
    /// `*/*`, `application/*`
    Range,
    /// Nothing is known of it.
    Unknown,
}

const SERIES: [&str; 11] = [
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonl",
    "application/json-lines",
    "application/jsonlines",
    "application/x-jsonlines",
    "application/x-json-stream",
    "application/stream+json",
    "application/json-seq",
    "application/geo+json-seq",
];

const BYTES: [&str; 9] = [
    "application/octet-stream",
    "application/pdf",
    "application/zip",
    "application/gzip",
    "application/x-gzip",
    "application/x-tar",
    "application/x-bzip2",
    "application/vnd.ms-excel",
    "application/x-protobuf",
];

const FORM: &str = "application/x-www-form-urlencoded";

impl Family {
    /// The family of a media type; `None` when it is none.
    pub(crate) fn of(content_type: &str) -> Option<Self> {
        let essence = essence(content_type);
        let (kind, subtype) = essence.split_once('/')?;
        Some(match (kind, subtype) {
            ("multipart", _) => Self::Multipart,
            ("text", "event-stream") => Self::Events,
            _ if SERIES.contains(&&*essence) => Self::Series,
            (_, "json") | ("application", "*+json") => Self::Json,
            (_, subtype) if subtype.ends_with("+json") => Self::Json,
            (_, "xml" | "yaml" | "x-yaml" | "toml") => Self::Markup,
            (_, subtype) if subtype.ends_with("+xml") || subtype.ends_with("+yaml") => Self::Markup,
            ("text", _) => Self::Text,
            ("image" | "audio" | "video" | "font" | "model", _) => Self::Binary,
            _ if essence == FORM => Self::Form,
            _ if BYTES.contains(&&*essence) || subtype.ends_with("+zip") => Self::Binary,
            (_, "*") => Self::Range,
            _ => Self::Unknown,
        })
    }

    pub(in crate::plan) fn is_json(content_type: &str) -> bool {
        Self::of(content_type) == Some(Self::Json)
    }
}

/// The media type without its parameters, in lower case.
pub(super) fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// A word for a media type: `json`, `form`, `csv`.
pub(super) fn word(content_type: &str) -> String {
    let essence = essence(content_type);
    let (kind, subtype) = essence.split_once('/').unwrap_or(("", &essence));
    match (kind, subtype) {
        ("application", "x-www-form-urlencoded") => "form".to_owned(),
        ("multipart", _) => "multipart".to_owned(),
        ("text", "plain") => "text".to_owned(),
        ("text", "event-stream") => "events".to_owned(),
        ("application", "octet-stream") => "binary".to_owned(),
        ("*", _) => "any".to_owned(),
        (kind, "*") => kind.to_owned(),
        (_, subtype) => {
            let subtype = subtype.strip_prefix("x-").unwrap_or(subtype);
            subtype.strip_prefix("vnd.").unwrap_or(subtype).to_owned()
        }
    }
}

/// The schema says that it is bytes.
pub(super) fn is_binary(plan: &Plan<'_>, media: &Media) -> bool {
    media.ty.is_some_and(|place| is_file(plan.api, place.ty))
}

/// A string of bytes.
pub(in crate::plan) fn is_file(api: &specsmith_openapi::Api, ty: TypeId) -> bool {
    match &api[ty].shape {
        Shape::Scalar(Scalar::String { format }) => format.as_deref() == Some("binary"),
        Shape::Scalar(Scalar::Integer { .. } | Scalar::Number { .. } | Scalar::Boolean)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => false,
    }
}

/// The value is an object whose fields have a type.
pub(super) fn has_fields(plan: &Plan<'_>, media: &Media) -> bool {
    media
        .ty
        .is_some_and(|place| is_object(plan, place, NESTING))
}

/// How deep unions of unions are looked into.
const NESTING: u32 = 8;

fn is_object(plan: &Plan<'_>, place: TypeUse, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match &plan.api[place.ty].shape {
        Shape::Record(_) | Shape::Map(_) => true,
        Shape::Choice(choice) => {
            let mut variants = choice.variants.iter();
            variants.all(|variant| is_object(plan, variant.ty, depth))
        }
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Enumeration(_)
        | Shape::Any => false,
    }
}

/// The value is more than a single one.
pub(in crate::plan) fn has_parts(plan: &Plan<'_>, place: TypeUse) -> bool {
    match &plan.api[place.ty].shape {
        Shape::Record(_) | Shape::Map(_) | Shape::List(_) | Shape::Tuple(_) | Shape::Choice(_) => {
            true
        }
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Any => false,
    }
}

/// The schema says that the value is more than a single one.
pub(super) fn holds_parts(plan: &Plan<'_>, media: &Media) -> bool {
    media.ty.is_some_and(|place| has_parts(plan, place))
}

/// The type of a single value as text; text itself for whatever has parts.
pub(super) fn text(plan: &Plan<'_>, media: &Media) -> Ty {
    let Some(place) = media.ty else {
        return Ty::String;
    };
    match &plan.api[place.ty].shape {
        Shape::Scalar(_) | Shape::Enumeration(_) => match plan.ty(place.ty) {
            Ty::Value => Ty::String,
            ty => ty.clone(),
        },
        Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Any => Ty::String,
    }
}

/// A body in this media type is text that stands for itself.
pub(in crate::plan) fn is_text_of(plan: &Plan<'_>, media: &Media) -> bool {
    match Family::of(&media.content_type) {
        Some(Family::Text | Family::Markup) => true,
        Some(Family::Unknown) => !holds_parts(plan, media),
        Some(
            Family::Json
            | Family::Form
            | Family::Multipart
            | Family::Series
            | Family::Events
            | Family::Binary
            | Family::Range,
        )
        | None => false,
    }
}

/// The type of each value of a series. Before OpenAPI 3.2 a schema describes the values, or a list
/// of them.
pub(super) fn item(plan: &Plan<'_>, media: &Media) -> Ty {
    let Some(place) = media.item.or(media.ty) else {
        return Ty::Value;
    };
    match (&plan.api[place.ty].shape, media.item) {
        (Shape::List(list), None) => plan.ty_of(list.items),
        (_, _) => plan.ty_of(place),
    }
}

/// The schema describes an event itself, not its data: it has a property `data`.
pub(super) fn is_whole_event(plan: &Plan<'_>, place: TypeUse) -> bool {
    match &plan.api[place.ty].shape {
        Shape::Record(record) => record.fields.iter().any(|field| field.name == "data"),
        Shape::Choice(choice) => choice.variants.iter().all(|variant| {
            let shape = &plan.api[variant.ty.ty].shape;
            matches!(shape, Shape::Record(record) if record.fields.iter().any(|f| f.name == "data"))
        }),
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Enumeration(_)
        | Shape::Any => false,
    }
}

/// The schema says more than a caller gets.
pub(super) fn is_lost(plan: &Plan<'_>, media: &Media, given: Option<&Ty>) -> bool {
    holds_parts(plan, media) && matches!(given, None | Some(Ty::String))
}

#[cfg(test)]
mod tests {
    use super::{Family, word};

    #[test]
    fn families_and_words() {
        for (content_type, family, spoken) in [
            ("application/json; charset=utf-8", Family::Json, "json"),
            ("application/vnd.api+json", Family::Json, "api+json"),
            ("text/json", Family::Json, "json"),
            ("Application/X-WWW-Form-Urlencoded", Family::Form, "form"),
            ("multipart/form-data", Family::Multipart, "multipart"),
            ("application/x-ndjson", Family::Series, "ndjson"),
            ("application/json-seq", Family::Series, "json-seq"),
            ("text/event-stream", Family::Events, "events"),
            ("text/csv", Family::Text, "csv"),
            ("text/xml", Family::Markup, "xml"),
            ("application/atom+xml", Family::Markup, "atom+xml"),
            ("image/svg+xml", Family::Markup, "svg+xml"),
            ("image/*", Family::Binary, "image"),
            ("application/octet-stream", Family::Binary, "binary"),
            ("*/*", Family::Range, "any"),
            ("application/sdp", Family::Unknown, "sdp"),
        ] {
            assert_eq!(Family::of(content_type), Some(family), "{content_type}");
            assert_eq!(word(content_type), spoken, "{content_type}");
        }
        assert_eq!(Family::of("examples"), None);
    }
}
