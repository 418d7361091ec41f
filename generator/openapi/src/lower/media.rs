//! Bodies in their media types.
//!
//! It must not know whether a body is sent or comes back.

use super::context::Lowering;
use super::place::Part;
use super::{docs, encodings, uses};
use crate::api::Media;
use crate::read::Node;

/// The forms under `content`, in the order written. `words` name types written in place.
pub(super) fn media<'a>(cx: &mut Lowering<'a>, owner: &Part<'a>) -> Vec<Media> {
    let Some(map) = owner.node.get("content").and_then(Node::as_map) else {
        return Vec::new();
    };
    let mut media = Vec::new();
    for entry in map {
        let content_type = &*entry.key.text;
        let part = owner.below(&entry.value, &["content", content_type], None);
        let Some(part) = cx.resolve(part) else {
            continue;
        };
        media.push(Media {
            content_type: self::content_type(content_type),
            origin: entry.key.origin,
            ty: part
                .get("schema", None)
                .map(|schema| uses::bare(cx, &schema)),
            item: part
                .get("itemSchema", Some("item"))
                .map(|schema| uses::bare(cx, &schema)),
            encodings: encodings::encodings(cx, &part, content_type),
            examples: docs::examples(cx, &part),
            extensions: docs::extensions(part.node),
        });
    }
    media
}

/// A media type as written, without blanks around it.
pub(super) fn content_type(written: &str) -> String {
    written.trim().to_owned()
}
