//! How the fields of a form are sent.
//!
//! It must not know what the fields hold.

use super::context::Lowering;
use super::place::Part;
use super::{docs, headers, media};
use crate::api::{Encoding, Style, Wire};
use crate::codes;
use crate::read::{Key, Node};

/// The encodings of a media type, in the order written.
pub(super) fn encodings<'a>(
    cx: &mut Lowering<'a>,
    part: &Part<'a>,
    content_type: &str,
) -> Vec<Encoding> {
    let Some(owner) = part.get("encoding", None) else {
        return Vec::new();
    };
    if !has_fields(content_type) {
        cx.warn(
            codes::NOT_EXPRESSED,
            owner.node.origin,
            format!("`encoding` says nothing about `{content_type}`"),
            "remove it; only forms have fields with an encoding",
        );
        return Vec::new();
    }
    let entries = owner.node.as_map().into_iter().flatten();
    entries
        .map(|entry| {
            let name = &*entry.key.text;
            encoding(
                cx,
                &entry.key,
                &owner.below(&entry.value, &[name], Some(name)),
            )
        })
        .collect()
}

/// The media type is a form: urlencoded, or in parts.
fn has_fields(content_type: &str) -> bool {
    let content_type = media::content_type(content_type).to_ascii_lowercase();
    content_type.starts_with("multipart/")
        || content_type.starts_with("application/x-www-form-urlencoded")
}

fn encoding<'a>(cx: &mut Lowering<'a>, key: &'a Key, part: &Part<'a>) -> Encoding {
    Encoding {
        name: key.text.to_string(),
        origin: key.origin,
        content_type: docs::text(part.node, "contentType"),
        wire: wire(cx, part.node),
        headers: headers::headers(cx, part),
        extensions: docs::extensions(part.node),
    }
}

/// One of the three keywords brings the style `form` with it (OpenAPI 3.0.4, section 4.8.15.1.2).
fn wire(cx: &mut Lowering<'_>, node: &Node) -> Option<Wire> {
    let keywords = ["style", "explode", "allowReserved"];
    keywords.iter().find_map(|keyword| node.get(keyword))?;
    let style = style(cx, node);
    let explode = node.get("explode").and_then(Node::as_bool);
    Some(Wire::Style {
        style,
        explode: explode.unwrap_or(style == Style::Form),
        allow_reserved: docs::flag(node, "allowReserved"),
    })
}

fn style(cx: &mut Lowering<'_>, node: &Node) -> Style {
    let Some(said) = node.get("style") else {
        return Style::Form;
    };
    match said.as_str() {
        Some("form") => Style::Form,
        Some("spaceDelimited") => Style::SpaceDelimited,
        Some("pipeDelimited") => Style::PipeDelimited,
        Some("deepObject") => Style::DeepObject,
        other => {
            cx.error(
                codes::PARAMETER_STYLE,
                said.origin,
                format!("a field cannot have the style `{}`", other.unwrap_or("")),
                "leave `style` out: it is sent as `form`",
            );
            Style::Form
        }
    }
}
