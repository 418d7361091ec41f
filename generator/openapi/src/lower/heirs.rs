//! Schemas that are made of another one by `allOf`: the alternatives of a discriminator that stands
//! beside none (OpenAPI 3.0.4, section 4.7.25.2).
//!
//! It must not know how a value is told to be one of them.

use std::collections::BTreeSet;

use super::context::Lowering;
use super::place::{NodeId, Part, named_scope};
use crate::read::{Node, escape_step};

/// More of them would be no union that anybody could use.
const MOST: usize = 100;

/// Notes which components are made of which.
pub(super) fn note<'a>(cx: &mut Lowering<'a>, root: &'a Node) {
    for entry in super::components::schemas(root) {
        let pointer = format!("#/components/schemas/{}", escape_step(&entry.key.text));
        let heir = Part {
            node: &entry.value,
            scope: named_scope(pointer, ""),
        };
        let parts = entry.value.get("allOf").and_then(Node::as_list);
        for part in parts.unwrap_or_default() {
            if part.get("$ref").is_some()
                && let Some(base) = cx.resolve(heir.at(part))
            {
                cx.heirs.entry(base.id()).or_default().push(heir.clone());
            }
        }
    }
}

/// The heirs of a schema and theirs, nearest first; `None` when there are none, or too many.
pub(super) fn of<'a>(cx: &Lowering<'a>, base: NodeId) -> Option<Vec<Part<'a>>> {
    let mut found: Vec<Part<'a>> = Vec::new();
    let mut seen = BTreeSet::from([base]);
    let mut open = vec![base];
    while let Some(id) = open.pop() {
        for heir in cx.heirs.get(&id).into_iter().flatten() {
            if seen.insert(heir.id()) {
                open.push(heir.id());
                found.push(heir.clone());
            }
        }
    }
    (1..=MOST).contains(&found.len()).then_some(found)
}
