//! Arrays.
//!
//! It must not know where a list is used.

use super::conjunction::Leaf;
use super::context::Lowering;
use super::uses;
use crate::api::{List, Shape, TypeUse};
use crate::codes;
use crate::read::Node;

pub(super) fn shape<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> Shape {
    let unique = leaves
        .iter()
        .any(|leaf| leaf.part.node.get("uniqueItems").and_then(Node::as_bool) == Some(true));
    Shape::List(List {
        items: items(cx, leaves),
        unique,
    })
}

fn items<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> TypeUse {
    let parts: Vec<_> = leaves
        .iter()
        .filter_map(|leaf| leaf.part.get("items", Some("item")))
        .collect();
    match parts.split_first() {
        Some((first, rest)) => uses::use_of_all(cx, first, rest, uses::Site::Bare).ty,
        None => unknown_items(cx, leaves),
    }
}

fn unknown_items<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> TypeUse {
    let typed = leaves
        .iter()
        .find(|leaf| leaf.part.node.get("type").is_some());
    let Some(leaf) = typed.or(leaves.first()) else {
        return TypeUse {
            ty: cx.nothing(),
            nullable: false,
        };
    };
    // JSON Schema 2020-12 lets `items` be absent, OpenAPI before 3.1 does not.
    if !cx.source.dialect().has_json_schema()
        && let Some(node) = leaf.part.node.get("type")
    {
        cx.warn(
            codes::MISSING_ITEMS,
            node.origin,
            "the array does not say what it holds",
            "add `items`; as it stands its items are any values",
        );
    }
    cx.any(&leaf.part)
}
