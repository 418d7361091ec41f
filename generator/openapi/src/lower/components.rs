//! Named schemas: each gets its name, then its id, before any schema is lowered.
//!
//! It must not lower a schema.

use super::context::Lowering;
use super::place::{Part, Scope, named_scope, node_id};
use super::uses;
use crate::read::{Entry, Node, escape_step};

/// Notes the names of schemas that stand elsewhere, such as in a file of their own: a component
/// that only refers to one names it. Nothing may be resolved before.
pub(super) fn name_schemas<'a>(cx: &mut Lowering<'a>, root: &'a Node) {
    for entry in schemas(root) {
        let Some(reference) = entry.value.get("$ref") else {
            continue;
        };
        let Some(text) = reference.as_str() else {
            continue;
        };
        let from = reference.origin.file;
        if cx.source.is_faulty(from, text) {
            continue;
        }
        let Some((node, pointer)) = cx.source.follow(from, text) else {
            continue;
        };
        let is_component = cx.source.is_own_component(from, text);
        if !is_component && node.get("$ref").is_none() {
            let name = entry.key.text.to_string();
            let scope = Scope::named(pointer, vec![name.clone()], Some(name));
            cx.named.entry(node_id(node)).or_insert(scope);
        }
    }
}

/// Reserves the types of `components/schemas` in the order written. Renamings of other schemas
/// have no type of their own.
pub(super) fn reserve_schemas<'a>(cx: &mut Lowering<'a>, root: &'a Node) {
    for entry in schemas(root) {
        let pointer = format!("#/components/schemas/{}", escape_step(&entry.key.text));
        let scope = named_scope(pointer, "");
        uses::component(
            cx,
            &Part {
                node: &entry.value,
                scope,
            },
        );
    }
}

pub(super) fn schemas(root: &Node) -> impl Iterator<Item = &Entry> {
    let schemas = root.get("components").and_then(|node| node.get("schemas"));
    schemas.and_then(Node::as_map).into_iter().flatten()
}
