//! What a parameter holds and how that becomes text.
//!
//! It must not know which parameters an operation has.

use super::super::context::Lowering;
use super::super::place::Part;
use super::super::uses::{self, Site, Use};
use super::super::{docs, media};
use super::{Written, style};
use crate::api::{Example, Location, Scalar, TypeUse, Wire};
use crate::codes;
use crate::read::Node;

/// Type and wire form of a parameter: by schema and style, or by a media type.
pub(super) fn value<'a>(
    cx: &mut Lowering<'a>,
    written: &Written<'a>,
    named: &Part<'a>,
) -> Option<(Use<'a>, Wire)> {
    let content = named.node.get("content").and_then(Node::as_map);
    if let Some(entry) = content.and_then(|map| map.entries().first()) {
        if named.node.get("schema").is_some() {
            report_schema(
                cx,
                written,
                "has a schema and `content`",
                "remove one; `content` counts",
            );
        }
        if let Some(second) = content.and_then(|map| map.entries().get(1)) {
            cx.warn(
                codes::NOT_EXPRESSED,
                second.key.origin,
                format!(
                    "a second form of the parameter `{}` is not expressed",
                    written.text()
                ),
                "keep the media type that callers use; the first one is sent",
            );
        }
        let media = named.below(&entry.value, &["content", &entry.key.text], None);
        let media = cx.resolve(media)?;
        if let Some(encoding) = media.get("encoding", None) {
            cx.warn(
                codes::NOT_EXPRESSED,
                encoding.node.origin,
                format!(
                    "the encodings of the parameter `{}` are not expressed",
                    written.text()
                ),
                "its fields are sent as a form sends them that says nothing of encodings",
            );
        }
        let used = match media.get("schema", None) {
            Some(schema) => uses::use_of(cx, &schema, Site::Keeps),
            None => unknown(cx, &media),
        };
        return Some((used, Wire::Content(media::content_type(&entry.key.text))));
    }
    if written.location == Location::QueryString {
        report_schema(
            cx,
            written,
            "is the whole query and has no `content`",
            "write the schema under `content: {application/x-www-form-urlencoded: …}`",
        );
    }
    let used = match named.get("schema", None) {
        Some(schema) => uses::use_of(cx, &schema, Site::Keeps),
        None => {
            report_schema(cx, written, "has no schema", "add `schema: {type: …}`");
            unknown_text(cx, named)
        }
    };
    Some((used, style::style(cx, written)))
}

/// Examples of the form that a parameter has by its media type.
pub(super) fn examples<'a>(cx: &mut Lowering<'a>, named: &Part<'a>) -> Vec<Example> {
    let content = named.node.get("content").and_then(Node::as_map);
    let Some(entry) = content.and_then(|map| map.entries().first()) else {
        return Vec::new();
    };
    let media = named.below(&entry.value, &["content", &entry.key.text], None);
    match cx.resolve(media) {
        Some(media) => docs::examples(cx, &media),
        None => Vec::new(),
    }
}

fn report_schema(cx: &mut Lowering<'_>, written: &Written<'_>, what: &str, help: &str) {
    let message = format!("the parameter `{}` {what}", written.text());
    cx.error(codes::PARAMETER_SCHEMA, written.name.origin, message, help);
}

fn unknown<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> Use<'a> {
    Use {
        ty: cx.any(part),
        own: Vec::new(),
        core: part.clone(),
    }
}

/// A parameter of which nothing is known is text.
fn unknown_text<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> Use<'a> {
    Use {
        ty: text(cx, part),
        own: Vec::new(),
        core: part.clone(),
    }
}

pub(super) fn text<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> TypeUse {
    cx.plain_type(Some(Scalar::String { format: None }), part)
}
