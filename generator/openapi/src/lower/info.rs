//! Title, version and the people behind a description; its tags.
//!
//! It must not know of operations.

use std::collections::BTreeMap;

use super::context::Lowering;
use super::{docs, leaf};
use crate::api::{Contact, Info, License, Tag};
use crate::codes;
use crate::read::Node;
use crate::report::suggest;

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
    let declared = root.get("tags").and_then(Node::as_list);
    for (position, node) in declared.unwrap_or_default().iter().enumerate() {
        let Some(mut tag) = tag(cx, node) else {
            continue;
        };
        tag.pointer = format!("#/tags/{position}");
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
    keep_parents(cx, &mut tags, root);
    tags
}

/// Takes parents away that are no tags, or that lead back to the tag itself.
fn keep_parents(cx: &mut Lowering<'_>, tags: &mut [Tag], root: &Node) {
    let parents: BTreeMap<String, String> = tags
        .iter()
        .filter_map(|tag| Some((tag.name.clone(), tag.parent.clone()?)))
        .collect();
    let names: Vec<String> = tags.iter().map(|tag| tag.name.clone()).collect();
    for node in root.get("tags").and_then(Node::as_list).unwrap_or_default() {
        let (Some(parent), Some(name)) = (node.get("parent"), docs::text(node, "name")) else {
            continue;
        };
        let Some(tag) = tags.iter_mut().find(|tag| tag.name == name) else {
            continue;
        };
        let text = parent.as_str().unwrap_or_default();
        let (message, help) = if !names.iter().any(|known| known == text) {
            let help = match suggest(text, names.iter().map(String::as_str)) {
                Some(known) => format!("did you mean `{known}`?"),
                None => "declare it under `tags`; as it stands the tag has no parent".to_owned(),
            };
            (format!("there is no tag `{text}`"), help)
        } else if leads_to_itself(&name, &parents) {
            let help = "let one of them have no parent; as it stands this one has none";
            (
                format!("the tag `{name}` is inside of itself"),
                help.to_owned(),
            )
        } else {
            continue;
        };
        tag.parent = None;
        cx.warn(codes::TAG_PARENT, parent.origin, message, help);
    }
}

fn leads_to_itself(name: &str, parents: &BTreeMap<String, String>) -> bool {
    let above = std::iter::successors(parents.get(name), |name| parents.get(*name));
    above.take(parents.len()).any(|parent| parent == name)
}

fn tag(cx: &mut Lowering<'_>, node: &Node) -> Option<Tag> {
    let written: openapiv3::Tag = leaf::read(cx, node)?;
    Some(Tag {
        name: written.name,
        pointer: String::new(),
        // 3.2 only: `openapiv3` does not know them.
        summary: docs::text(node, "summary"),
        parent: docs::text(node, "parent"),
        kind: docs::text(node, "kind"),
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
                pointer: String::new(),
                summary: None,
                description: None,
                parent: None,
                kind: None,
                external_docs: None,
                extensions: Default::default(),
            });
        }
    }
}
