//! Headers of responses and of parts of a form.
//!
//! It must not know which of the two.

use super::context::Lowering;
use super::place::Part;
use super::{docs, media, uses};
use crate::api::{Header, Style, Wire};
use crate::codes;
use crate::read::{Key, Node};

/// The headers under `headers`, in the order written.
pub(super) fn headers<'a>(cx: &mut Lowering<'a>, owner: &Part<'a>) -> Vec<Header> {
    let Some(owner) = owner.get("headers", None) else {
        return Vec::new();
    };
    let mut headers = Vec::new();
    for entry in owner.node.as_map().into_iter().flatten() {
        let name = &*entry.key.text;
        if name.eq_ignore_ascii_case("content-type") {
            cx.warn(
                codes::IGNORED_HEADER,
                entry.key.origin,
                "the header `Content-Type` follows from `content`; here it is ignored",
                "remove it",
            );
            continue;
        }
        let part = owner.below(&entry.value, &[name], Some(name));
        let by_reference = part.node.get("$ref").is_some();
        let Some(part) = cx.resolve(part) else {
            continue;
        };
        if !by_reference || cx.spend(part.node) {
            headers.push(header(cx, &entry.key, &part));
        }
    }
    headers
}

fn header<'a>(cx: &mut Lowering<'a>, key: &Key, part: &Part<'a>) -> Header {
    let content = part.node.get("content").and_then(Node::as_map);
    let media = content.and_then(|map| map.entries().first());
    let owner = media.map(|entry| part.below(&entry.value, &["content", &entry.key.text], None));
    let schema = owner.as_ref().unwrap_or(part).get("schema", None);
    let ty = match schema {
        Some(schema) => uses::bare(cx, &schema),
        None => cx.plain_type(Some(crate::api::Scalar::String { format: None }), part),
    };
    let wire = match media {
        Some(entry) => Wire::Content(media::content_type(&entry.key.text)),
        None => Wire::Style {
            style: Style::Simple,
            explode: docs::flag(part.node, "explode"),
            allow_reserved: false,
        },
    };
    Header {
        name: key.text.to_string(),
        origin: key.origin,
        required: docs::flag(part.node, "required"),
        docs: docs::of_object(part.node),
        ty,
        wire,
        examples: docs::examples(cx, part),
        extensions: docs::extensions(part.node),
    }
}
