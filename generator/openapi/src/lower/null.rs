//! The spellings of "or null": `nullable`, `null` in an `enum`, an alternative of `null` alone.
//!
//! After `lower` none of them is left: whether `null` is a value belongs to the use of a type.

use super::context::Lowering;
use super::place::Part;
use crate::read::Node;

/// Composition keywords whose members are alternatives.
pub(super) const ALTERNATIVES: [&str; 2] = ["oneOf", "anyOf"];

/// How deep alternatives and parts are searched for `null`.
const DEPTH: u32 = 64;

/// A schema of `null` alone, as `normalize` writes it.
pub(super) fn is_null_alone(node: &Node) -> bool {
    node.get("enum")
        .and_then(Node::as_list)
        .is_some_and(|values| !values.is_empty() && values.iter().all(Node::is_null))
}

/// Alternatives of a schema under `keyword` that are not `null` alone.
pub(super) fn alternatives<'a>(part: &Part<'a>, keyword: &str) -> Vec<Part<'a>> {
    let all = part
        .node
        .get(keyword)
        .and_then(Node::as_list)
        .unwrap_or_default();
    all.iter()
        .enumerate()
        .filter(|(_, node)| !is_null_alone(node))
        .map(|(position, node)| part.below(node, &[keyword, &position.to_string()], None))
        .collect()
}

/// The alternative that is left when `null` is taken away, if it is a single one.
pub(super) fn only_alternative<'a>(part: &Part<'a>) -> Option<Part<'a>> {
    ALTERNATIVES.iter().find_map(|keyword| {
        let all = part.node.get(keyword)?.as_list()?;
        let mut left = all
            .iter()
            .enumerate()
            .filter(|(_, node)| !is_null_alone(node));
        let (position, node) = left.next()?;
        match left.next() {
            Some(_) => None,
            None => Some(part.below(node, &[keyword, &position.to_string()], None)),
        }
    })
}

/// Whether a schema says itself that `null` is a value.
fn says_null(node: &Node) -> bool {
    let Some(map) = node.as_map() else {
        return false;
    };
    if map.get("nullable").and_then(Node::as_bool) == Some(true) {
        return true;
    }
    if map
        .get("enum")
        .and_then(Node::as_list)
        .is_some_and(|it| it.iter().any(Node::is_null))
    {
        return true;
    }
    ALTERNATIVES.iter().any(|keyword| {
        let all = map.get(keyword).and_then(Node::as_list).unwrap_or_default();
        all.iter().any(is_null_alone)
    })
}

/// Whether `null` is a value of a schema.
pub(super) fn is_nullable<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> bool {
    nullable(cx, part, DEPTH)
}

fn nullable<'a>(cx: &mut Lowering<'a>, part: &Part<'a>, depth: u32) -> bool {
    let Some(part) = cx.resolve(part.clone()) else {
        return false;
    };
    if says_null(part.node) {
        return true;
    }
    if !is_composed(part.node) {
        return false;
    }
    if let Some(known) = cx.nullable.get(&part.id()) {
        return *known;
    }
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    // A schema that contains itself adds nothing by that.
    cx.nullable.insert(part.id(), false);
    let nullable = composed_nullable(cx, &part, depth);
    cx.nullable.insert(part.id(), nullable);
    nullable
}

fn is_composed(node: &Node) -> bool {
    let keywords = ["allOf"].into_iter().chain(ALTERNATIVES);
    node.as_map().is_some_and(|map| {
        keywords
            .into_iter()
            .any(|keyword| map.contains_key(keyword))
    })
}

fn composed_nullable<'a>(cx: &mut Lowering<'a>, part: &Part<'a>, depth: u32) -> bool {
    let members = |keyword: &str| {
        part.node
            .get(keyword)
            .and_then(Node::as_list)
            .unwrap_or_default()
    };
    let all = members("allOf");
    // `null` has to satisfy every part.
    if !all.is_empty() {
        return all.iter().all(|node| nullable(cx, &part.at(node), depth));
    }
    ALTERNATIVES.iter().any(|keyword| {
        members(keyword)
            .iter()
            .any(|node| nullable(cx, &part.at(node), depth))
    })
}
