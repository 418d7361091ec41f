//! Schemas become types: what their values look like, from all that holds at once.
//!
//! It must not know where a type is used.

use std::rc::Rc;

use super::conjunction::{Conjunction, Leaf, flatten};
use super::context::{Lowering, Pending};
use super::place::{Part, Scope};
use super::{
    choice, constraints, default, discriminator, docs, enumeration, list, object, scalar, tuple,
};
use crate::api::{Shape, TypeId};
use crate::codes;
use crate::normalize::TUPLE;
use crate::read::Node;

/// Lowers the schemas that wait for it, until none does.
pub(super) fn lower_pending(cx: &mut Lowering<'_>) {
    while let Some(pending) = cx.pending.pop_front() {
        lower_one(cx, pending);
    }
}

fn lower_one<'a>(cx: &mut Lowering<'a>, pending: Pending<'a>) {
    let Pending { ty, scope, schema } = pending;
    let leaves = flatten(cx, &schema);
    let shape = shape(cx, &schema, &leaves, &scope);
    if !matches!(shape, Shape::Choice(_)) {
        discriminator::report_unused(cx, &leaves);
    }
    let own: Vec<&Node> = leaves
        .iter()
        .rev()
        .filter(|leaf| leaf.own)
        .map(|leaf| leaf.part.node)
        .collect();
    let docs = docs::of_schemas(&own);
    let constraints = constraints::of_leaves(cx, &leaves);
    let default = default::of_schema(cx, &own, &leaves);
    let examples = docs::schema_examples(&own);
    let extensions = docs::schema_extensions(&own);
    if let Some(slot) = slot(cx, ty) {
        slot.shape = shape;
        slot.docs = docs;
        slot.constraints = constraints;
        slot.default = default;
        slot.examples = examples;
        slot.extensions = extensions;
    }
}

fn slot<'t>(cx: &'t mut Lowering<'_>, ty: TypeId) -> Option<&'t mut crate::api::Type> {
    cx.types.get_mut(ty.index())
}

fn shape<'a>(
    cx: &mut Lowering<'a>,
    schema: &Conjunction<'a>,
    leaves: &[Leaf<'a>],
    scope: &Rc<Scope>,
) -> Shape {
    if let Some(shape) = choice::shape(cx, schema, leaves, scope) {
        return shape;
    }
    let ty = json_type(cx, leaves);
    if let Some(shape) = enumeration::shape(cx, leaves, ty) {
        return shape;
    }
    match ty {
        Some(JsonType::Object) => object::shape(cx, leaves),
        Some(JsonType::Array) => {
            tuple::shape(cx, leaves).unwrap_or_else(|| list::shape(cx, leaves))
        }
        Some(JsonType::Scalar(ty)) => Shape::Scalar(scalar::of_leaves(ty, leaves)),
        None => Shape::Any,
    }
}

/// A type of JSON, as `type` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JsonType {
    Object,
    Array,
    Scalar(ScalarType),
}

/// A type of JSON whose values have no parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScalarType {
    String,
    Integer,
    Number,
    Boolean,
}

impl ScalarType {
    /// The type as `type` names it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }
}

impl JsonType {
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "object" => Self::Object,
            "array" => Self::Array,
            "string" => Self::Scalar(ScalarType::String),
            "integer" => Self::Scalar(ScalarType::Integer),
            "number" => Self::Scalar(ScalarType::Number),
            "boolean" => Self::Scalar(ScalarType::Boolean),
            _ => return None,
        })
    }

    pub(super) fn of(node: &Node) -> Option<Self> {
        Self::of_word(node.get("type")?.as_str()?)
    }
}

/// The type that the parts agree on, said or implied.
pub(super) fn json_type(cx: &mut Lowering<'_>, leaves: &[Leaf<'_>]) -> Option<JsonType> {
    let mut found: Option<JsonType> = None;
    for leaf in leaves {
        let Some(next) = JsonType::of(leaf.part.node) else {
            continue;
        };
        found = match found {
            None => Some(next),
            Some(known) => Some(narrower(known, next).unwrap_or_else(|| {
                report_conflict(cx, &leaf.part);
                known
            })),
        };
    }
    found.or_else(|| leaves.iter().find_map(|leaf| implied(leaf.part.node)))
}

/// The type of values that are of both types.
fn narrower(left: JsonType, right: JsonType) -> Option<JsonType> {
    use ScalarType::{Integer, Number};
    match (left, right) {
        _ if left == right => Some(left),
        (JsonType::Scalar(Integer), JsonType::Scalar(Number))
        | (JsonType::Scalar(Number), JsonType::Scalar(Integer)) => Some(JsonType::Scalar(Integer)),
        _ => None,
    }
}

fn report_conflict(cx: &mut Lowering<'_>, part: &Part<'_>) {
    let Some(node) = part.node.get("type") else {
        return;
    };
    cx.error(
        codes::CONFLICTING_TYPES,
        node.origin,
        format!(
            "`{}` contradicts the type in another part",
            node.as_str().unwrap_or_default()
        ),
        "all parts of `allOf` hold at once: give them one type; the first one is taken",
    );
}

/// Keywords that make sense for one type only say which it is.
pub(super) fn implied(node: &Node) -> Option<JsonType> {
    let map = node.as_map()?;
    let has = |keys: &[&str]| keys.iter().any(|key| map.contains_key(key));
    if has(&[
        "properties",
        "additionalProperties",
        "minProperties",
        "maxProperties",
    ]) {
        return Some(JsonType::Object);
    }
    if has(&["items", TUPLE, "minItems", "maxItems", "uniqueItems"]) {
        return Some(JsonType::Array);
    }
    if has(&["pattern", "minLength", "maxLength"]) {
        return Some(JsonType::Scalar(ScalarType::String));
    }
    None
}
