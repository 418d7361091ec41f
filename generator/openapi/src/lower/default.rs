//! Values that stand for absent ones, checked against the schema that they belong to.
//!
//! It must not make up a default.

use super::conjunction::{Conjunction, Leaf, flatten};
use super::context::Lowering;
use super::schema::{JsonType, ScalarType, json_type};
use super::uses::Use;
use super::{enumeration, null};
use crate::api::Value;
use crate::codes;
use crate::read::{Node, Value as Written};
use crate::report::suggest;

/// The default of a schema, if it has one that it admits.
pub(super) fn of_schema<'a>(
    cx: &mut Lowering<'a>,
    own: &[&'a Node],
    leaves: &[Leaf<'a>],
) -> Option<Value> {
    let node = own.iter().find_map(|node| node.get("default"))?;
    admitted(cx, node, leaves)
}

/// The default that is written at a place.
pub(super) fn of_use<'a>(cx: &mut Lowering<'a>, used: &Use<'a>) -> Option<Value> {
    let node = used.own.iter().find_map(|node| node.get("default"))?;
    let leaves = flatten(cx, &Conjunction::one(used.core.clone()));
    // A schema in place with a type of its own has its default checked there.
    let checked_there = leaves.iter().any(|leaf| {
        leaf.part
            .node
            .get("default")
            .is_some_and(|it| std::ptr::eq(it, node))
            && cx.by_node.contains_key(&used.core.id())
    });
    if used.ty.nullable && node.is_null() {
        return Some(Value::Null);
    }
    if checked_there {
        return fits(cx, node, &leaves).then(|| node.to_json());
    }
    admitted(cx, node, &leaves)
}

fn admitted<'a>(cx: &mut Lowering<'a>, node: &'a Node, leaves: &[Leaf<'a>]) -> Option<Value> {
    if fits(cx, node, leaves) {
        return Some(node.to_json());
    }
    report(cx, node, leaves);
    None
}

fn fits<'a>(cx: &mut Lowering<'a>, node: &Node, leaves: &[Leaf<'a>]) -> bool {
    if node.is_null() {
        // `default: null` is how many say "none".
        return true;
    }
    let ty = json_type(cx, leaves);
    if let Some(ty @ (JsonType::Object | JsonType::Array)) = ty {
        return is_of(node, ty);
    }
    in_enum(node, leaves).unwrap_or_else(|| {
        let has_alternatives = leaves.iter().any(|leaf| {
            null::ALTERNATIVES
                .iter()
                .any(|keyword| leaf.part.node.get(keyword).is_some())
        });
        has_alternatives || ty.is_none_or(|ty| is_of(node, ty))
    })
}

/// Whether the value is among the constants; `None` when there are none.
fn in_enum(node: &Node, leaves: &[Leaf<'_>]) -> Option<bool> {
    let mut lists = leaves
        .iter()
        .filter_map(|leaf| leaf.part.node.get("enum")?.as_list());
    let first = lists.next()?;
    let text = enumeration::text(node);
    Some(
        first
            .iter()
            .any(|value| value.same_value(node) || enumeration::text(value) == text),
    )
}

fn is_of(node: &Node, ty: JsonType) -> bool {
    match (ty, &node.value) {
        (JsonType::Object, Written::Map(_))
        | (JsonType::Array, Written::List(_))
        | (JsonType::Scalar(ScalarType::String), Written::String(_))
        | (JsonType::Scalar(ScalarType::Number), Written::Number(_))
        | (JsonType::Scalar(ScalarType::Boolean), Written::Bool(_)) => true,
        (JsonType::Scalar(ScalarType::Integer), Written::Number(number)) => {
            number.as_i128().is_some()
        }
        _ => false,
    }
}

fn report<'a>(cx: &mut Lowering<'a>, node: &Node, leaves: &[Leaf<'a>]) {
    let text = enumeration::text(node);
    let constants: Vec<&str> = leaves
        .iter()
        .filter_map(|leaf| leaf.part.node.get("enum")?.as_list())
        .flatten()
        .filter_map(Node::as_str)
        .collect();
    if in_enum(node, leaves) == Some(false) {
        let help = match suggest(&text, constants.iter().copied()) {
            Some(value) => format!("did you mean `{value}`?"),
            None => "add it to the `enum` or choose one of its values".to_owned(),
        };
        let message = format!("the default `{text}` is not one of the `enum` values");
        cx.error(codes::ENUM_DEFAULT, node.origin, message, help);
        return;
    }
    let ty = leaves
        .iter()
        .find_map(|leaf| leaf.part.node.get("type")?.as_str());
    cx.error(
        codes::DEFAULT_TYPE,
        node.origin,
        format!(
            "the default is {}, and the type is `{}`",
            node.kind(),
            ty.unwrap_or("object")
        ),
        "correct the default; it is left out",
    );
}
