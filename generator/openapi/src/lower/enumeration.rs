//! Constants: `enum`, and alternatives that are constants.
//!
//! It must not name a constant for Rust; names that the description gives are kept as written.

use indexmap::IndexMap;

use super::conjunction::{Conjunction, Leaf, flatten};
use super::context::Lowering;
use super::place::Part;
use super::schema::{JsonType, ScalarType};
use crate::api::{EnumValue, Enumeration, Shape};
use crate::codes;
use crate::read::{Node, Value};
use crate::report::{Origin, clip};

/// Extensions that name the constants, in the order in which they are looked for.
const NAMES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "x-enum-names"];

/// Extensions that explain the constants.
const DESCRIPTIONS: [&str; 3] = [
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-description",
];

/// The enumeration of schemas that have `enum`.
pub(super) fn shape(
    cx: &mut Lowering<'_>,
    leaves: &[Leaf<'_>],
    ty: Option<JsonType>,
) -> Option<Shape> {
    let scalar = match ty {
        Some(JsonType::Object | JsonType::Array) => {
            report_not_scalar(cx, leaves);
            return None;
        }
        Some(JsonType::Scalar(ty)) => Some(ty),
        None => None,
    };
    let lists: Vec<Part<'_>> = leaves
        .iter()
        .filter_map(|it| it.part.get("enum", None))
        .collect();
    let (list, rest) = lists.split_first()?;
    let first = list.node;
    let written = first.as_list()?;
    if written.is_empty() {
        cx.error(
            codes::EMPTY_ENUM,
            first.origin,
            "the `enum` has no values",
            "list the values, or remove the keyword",
        );
        return None;
    }
    let in_all = |value: &Node| {
        rest.iter().all(|list| {
            list.node
                .as_list()
                .unwrap_or_default()
                .iter()
                .any(|other| other.same_value(value))
        })
    };
    let nodes: Vec<Written<'_>> = written
        .iter()
        .enumerate()
        .filter(|(_, value)| !value.is_null() && in_all(value))
        .collect();
    let pointer = list.scope.pointer();
    let values = values(cx, (written, &nodes), (&pointer, scalar), leaves);
    // `null` alone, and both booleans, are no constants to choose from.
    if values.is_empty() || (scalar == Some(ScalarType::Boolean) && values.len() == 2) {
        return None;
    }
    if let [only] = values.as_slice() {
        report_one_boolean(cx, first, &only.value);
    }
    Some(Shape::Enumeration(Enumeration {
        values,
        open: is_open(leaves),
    }))
}

fn report_not_scalar(cx: &mut Lowering<'_>, leaves: &[Leaf<'_>]) {
    for leaf in leaves {
        if let Some(entry) = leaf.part.node.as_map().and_then(|map| map.entry("enum")) {
            cx.warn(
                codes::NOT_EXPRESSED,
                entry.key.origin,
                "an `enum` of whole lists or objects is not expressed in the output",
                "for the items of a list write it in `items`; as it stands any value is taken",
            );
        }
    }
}

/// What the output makes of `true` alone is a boolean like others.
fn report_one_boolean(cx: &mut Lowering<'_>, list: &Node, only: &crate::api::Value) {
    if let Some(only) = only.as_bool() {
        let other = !only;
        cx.warn(
            codes::NOT_EXPRESSED,
            list.origin,
            format!("that this boolean is always `{only}` is not expressed in the output"),
            format!("the type admits `{other}` too; the service will say so"),
        );
    }
}

fn is_open(leaves: &[Leaf<'_>]) -> bool {
    !leaves.iter().any(|leaf| {
        leaf.part
            .node
            .get("x-specsmith-open")
            .and_then(Node::as_bool)
            == Some(false)
    })
}

/// A constant and its position in the list.
type Written<'a> = (usize, &'a Node);

fn values(
    cx: &mut Lowering<'_>,
    (written, nodes): (&[Node], &[Written<'_>]),
    (list, ty): (&str, Option<ScalarType>),
    leaves: &[Leaf<'_>],
) -> Vec<EnumValue> {
    let names = Labels::of(leaves, &NAMES, written);
    let descriptions = Labels::of(leaves, &DESCRIPTIONS, written);
    let mut values: Vec<EnumValue> = Vec::new();
    let mut repeated: IndexMap<String, Vec<Origin>> = IndexMap::new();
    for (index, node) in nodes {
        let Some(value) = constant(cx, node, ty) else {
            continue;
        };
        if values.iter().any(|known| known.value == value) {
            repeated.entry(text(node)).or_default().push(node.origin);
            continue;
        }
        let key = text(node);
        values.push(EnumValue {
            name: names.get(*index, &key),
            description: descriptions.get(*index, &key),
            pointer: format!("{list}/{index}"),
            value,
        });
    }
    report_repeated(cx, &repeated);
    values
}

/// One finding for each value, however often it stands.
fn report_repeated(cx: &mut Lowering<'_>, repeated: &IndexMap<String, Vec<Origin>>) {
    for (text, places) in repeated {
        let Some(at) = places.first() else { continue };
        let text = clip(text);
        let message = match places.len() {
            1 => format!("`{text}` stands twice in the `enum`"),
            more => format!("`{text}` stands {} times in the `enum`", more + 1),
        };
        cx.warn(
            codes::DUPLICATE_ENUM_VALUE,
            *at,
            message,
            "remove all but one of them",
        );
    }
}

/// The value of a constant; a number where text belongs is taken as written.
fn constant(
    cx: &mut Lowering<'_>,
    node: &Node,
    ty: Option<ScalarType>,
) -> Option<crate::api::Value> {
    let fits = match (ty, &node.value) {
        (None, _)
        | (Some(ScalarType::String), Value::String(_))
        | (Some(ScalarType::Number), Value::Number(_))
        | (Some(ScalarType::Boolean), Value::Bool(_)) => true,
        (Some(ScalarType::Integer), Value::Number(number)) => number.as_i128().is_some(),
        _ => false,
    };
    if fits {
        return Some(node.to_json());
    }
    let scalar = matches!(node.value, Value::Number(_) | Value::Bool(_));
    if ty == Some(ScalarType::String) && scalar {
        let text = text(node);
        cx.warn(
            codes::ENUM_VALUE,
            node.origin,
            format!(
                "`{text}` is {}, and the type is `string`; it is read as text",
                node.kind()
            ),
            format!("put it into quotes: `\"{text}\"`"),
        );
        return Some(text.into());
    }
    let ty = ty.map_or("any", ScalarType::word);
    cx.error(
        codes::ENUM_VALUE,
        node.origin,
        format!(
            "`{}` is {}, and the type is `{ty}`",
            text(node),
            node.kind()
        ),
        "correct the value or the type; the value is left out",
    );
    None
}

/// A constant as text, for messages and for looking up what is said about it.
pub(super) fn text(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Null | Value::List(_) | Value::Map(_) => node.to_json().to_string(),
    }
}

/// Texts about constants: a list in the order of the constants, or a map by constant.
enum Labels<'a> {
    None,
    /// The texts, and for each constant as it is written its place among them.
    List(&'a [Node], Vec<usize>),
    Map(&'a Node),
}

impl<'a> Labels<'a> {
    fn of(leaves: &[Leaf<'a>], keys: &[&str], written: &[Node]) -> Self {
        let found = leaves
            .iter()
            .find_map(|leaf| keys.iter().find_map(|key| leaf.part.node.get(key)));
        match found {
            None => Self::None,
            Some(node) => match node.as_list() {
                Some(texts) => Self::List(texts, places(texts.len(), written)),
                None => Self::Map(node),
            },
        }
    }

    fn get(&self, index: usize, key: &str) -> Option<String> {
        let node = match self {
            Self::None => None,
            Self::List(texts, places) => places.get(index).and_then(|place| texts.get(*place)),
            Self::Map(node) => node.get(key),
        };
        node.and_then(Node::as_str).map(str::to_owned)
    }
}

/// The places of constants in a list of texts. `null` has one too, unless there are just as many
/// texts as other constants.
fn places(texts: usize, written: &[Node]) -> Vec<usize> {
    let others = written.iter().filter(|node| !node.is_null()).count();
    let skips_null = texts == others;
    let mut next = 0;
    let place = |node: &Node| {
        let place = next;
        next += usize::from(!(skips_null && node.is_null()));
        place
    };
    written.iter().map(place).collect()
}

/// An enumeration of alternatives that are constants, or constants and any text.
///
/// `oneOf: [{const: a, title: A}, …]` is how JSON Schema explains constants;
/// `anyOf: [{enum: […]}, {type: string}]` is how it says that more may come. Of the constants stay
/// those that each `enum` beside the alternatives lists.
pub(super) fn of_alternatives<'a>(
    cx: &mut Lowering<'a>,
    alternatives: &[Part<'a>],
    leaves: &[Leaf<'a>],
) -> Option<Enumeration> {
    let mut values: Vec<EnumValue> = Vec::new();
    let mut open = false;
    for part in alternatives {
        let leaves = flatten(cx, &Conjunction::one(part.clone()));
        match leaves.as_slice() {
            [leaf] if leaf.part.node.get("enum").is_some() => {
                add_constants(&leaf.part, &mut values)?;
            }
            [leaf] if is_any_text(leaf.part.node) => open = true,
            _ => return None,
        }
    }
    let closed = alternatives
        .iter()
        .any(|part| part.node.get("x-specsmith-open").and_then(Node::as_bool) == Some(false));
    let lists = leaves.iter().filter_map(|it| it.part.node.get("enum"));
    for list in lists.filter_map(Node::as_list) {
        values.retain(|known| list.iter().any(|node| node.to_json() == known.value));
    }
    (!values.is_empty()).then_some(Enumeration {
        values,
        open: open || !closed,
    })
}

fn is_any_text(node: &Node) -> bool {
    let says_string = JsonType::of(node) == Some(JsonType::Scalar(ScalarType::String));
    says_string && node.get("format").is_none()
}

/// `None` when a constant is neither text nor a whole number.
fn add_constants(part: &Part<'_>, values: &mut Vec<EnumValue>) -> Option<()> {
    let written = part.node.get("enum")?.as_list()?;
    let explained = written.len() == 1;
    let said = |keyword: &str| {
        let node = if explained {
            part.node.get(keyword)
        } else {
            None
        };
        node.and_then(Node::as_str).map(str::to_owned)
    };
    let pointer = part.scope.pointer();
    for node in written.iter().filter(|node| !node.is_null()) {
        let value = match &node.value {
            Value::String(_) => node.to_json(),
            Value::Number(number) if number.as_i128().is_some() => node.to_json(),
            _ => return None,
        };
        if !values.iter().any(|known| known.value == value) {
            values.push(EnumValue {
                value,
                pointer: pointer.clone(),
                name: said("title"),
                description: said("description"),
            });
        }
    }
    Some(())
}
