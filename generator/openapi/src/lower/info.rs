//! Title, version and the people behind a description; its tags.
//!
//! It must not know of operations.

use super::context::Lowering;
use super::{docs, leaf};
use crate::api::{Contact, Info, License, Tag};
use crate::codes;
use crate::read::Node;

/// The `info` object, with the external docs of the root.
pub(super) fn info(cx: &mut Lowering<'_>, root: &Node) -> Info {
    let external_docs = root
        .get("externalDocs")
        .and_then(|node| docs::linked(cx, node));
    let Some(node) = root.get("info") else {
        return Info {
            external_docs,
            ..Info::default()
        };
    };
    let Some(written) = leaf::read::<openapiv3::Info>(cx, node) else {
        return Info {
            external_docs,
            ..Info::default()
        };
    };
    Info {
        title: written.title,
        version: written.version,
        // 3.1 only: `openapiv3` does not know it.
        summary: docs::text(node, "summary"),
        description: written.description,
        terms_of_service: written.terms_of_service,
        contact: written.contact.map(|it| Contact {
            name: it.name,
            url: it.url,
            email: it.email,
        }),
        license: written.license.map(|it| License {
            name: it.name,
            identifier: node
                .get("license")
                .and_then(|node| docs::text(node, "identifier")),
            url: it.url,
        }),
        external_docs,
        extensions: docs::extensions(node),
    }
}

/// Declared tags. Those that only operations name follow when all operations are known.
pub(super) fn tags(cx: &mut Lowering<'_>, root: &Node) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for node in root.get("tags").and_then(Node::as_list).unwrap_or_default() {
        let Some(tag) = tag(cx, node) else { continue };
        if tags.iter().any(|known| known.name == tag.name) {
            let at = node.get("name").map_or(node.origin, |name| name.origin);
            let message = format!("the tag `{}` is declared twice", tag.name);
            cx.warn(
                codes::DUPLICATE_TAG,
                at,
                message,
                "remove one of them; the first one counts",
            );
        } else {
            tags.push(tag);
        }
    }
    tags
}

fn tag(cx: &mut Lowering<'_>, node: &Node) -> Option<Tag> {
    let written: openapiv3::Tag = leaf::read(cx, node)?;
    Some(Tag {
        name: written.name,
        description: written.description,
        external_docs: node
            .get("externalDocs")
            .and_then(|node| docs::linked(cx, node)),
        extensions: docs::extensions(node),
    })
}

/// Adds tags that operations name and the root does not declare.
pub(super) fn add_used(tags: &mut Vec<Tag>, used: impl Iterator<Item = String>) {
    for name in used {
        if !tags.iter().any(|tag| tag.name == name) {
            tags.push(Tag {
                name,
                description: None,
                external_docs: None,
                extensions: Default::default(),
            });
        }
    }
}
