//! What a parameter holds and how that becomes text.
//!
//! It must not know which parameters an operation has.

use super::super::context::Lowering;
use super::super::place::Part;
use super::super::uses::{self, Site, Use};
use super::super::{docs, media};
use super::Written;
use crate::api::{Location, Scalar, Style, TypeUse, Wire};
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
        let used = match media.get("schema", None) {
            Some(schema) => uses::use_of(cx, &schema, Site::Keeps),
            None => unknown(cx, &media),
        };
        return Some((used, Wire::Content(media::content_type(&entry.key.text))));
    }
    let used = match named.get("schema", None) {
        Some(schema) => uses::use_of(cx, &schema, Site::Keeps),
        None => {
            report_schema(cx, written, "has no schema", "add `schema: {type: …}`");
            unknown_text(cx, named)
        }
    };
    Some((used, style(cx, written)))
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

/// The style as written, or the usual one of the place (OpenAPI 3.0.4, section 4.7.12.2).
fn style(cx: &mut Lowering<'_>, written: &Written<'_>) -> Wire {
    let node = written.part.node;
    let usual = match written.location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::Cookie => Style::Form,
    };
    let said = node.get("style");
    let mut style = said
        .and_then(Node::as_str)
        .and_then(by_name)
        .unwrap_or(usual);
    if !belongs(style, written.location) {
        if let Some(said) = said {
            cx.error(
                codes::PARAMETER_STYLE,
                said.origin,
                format!(
                    "a parameter here cannot have the style `{}`",
                    said.as_str().unwrap_or("")
                ),
                format!("leave `style` out: it is sent as `{}`", name_of(usual)),
            );
        }
        style = usual;
    }
    let by_extension = node.get("x-specsmith-style").and_then(Node::as_str);
    if by_extension == Some("brackets") && written.location == Location::Query {
        style = Style::Brackets;
    }
    let explode = node.get("explode").and_then(Node::as_bool);
    Wire::Style {
        style,
        explode: explode.unwrap_or(matches!(
            style,
            Style::Form | Style::DeepObject | Style::Brackets
        )),
        allow_reserved: docs::flag(node, "allowReserved"),
    }
}

const STYLES: [(&str, Style); 7] = [
    ("simple", Style::Simple),
    ("label", Style::Label),
    ("matrix", Style::Matrix),
    ("form", Style::Form),
    ("spaceDelimited", Style::SpaceDelimited),
    ("pipeDelimited", Style::PipeDelimited),
    ("deepObject", Style::DeepObject),
];

fn by_name(name: &str) -> Option<Style> {
    STYLES
        .iter()
        .find(|(it, _)| *it == name)
        .map(|(_, style)| *style)
}

fn name_of(style: Style) -> &'static str {
    STYLES
        .iter()
        .find(|(_, it)| *it == style)
        .map_or("brackets", |(name, _)| name)
}

fn belongs(style: Style, location: Location) -> bool {
    match location {
        Location::Path => matches!(style, Style::Simple | Style::Label | Style::Matrix),
        Location::Query => matches!(
            style,
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject
        ),
        Location::Header => style == Style::Simple,
        Location::Cookie => style == Style::Form,
    }
}
