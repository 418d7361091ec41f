//! Objects: with declared properties a record, without any a map.
//!
//! It must not decide whether a type is a choice.

use indexmap::IndexMap;

use super::conjunction::Leaf;
use super::context::Lowering;
use super::place::Part;
use super::uses::{self, Site, Use};
use super::{constraints, default, docs, presence};
use crate::api::{Additional, Field, Map, Record, Shape};
use crate::codes;
use crate::read::{Key, Node};
use crate::report::Origin;

pub(super) fn shape<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> Shape {
    let declared = declared(leaves);
    let required = required(leaves);
    let additional = additional(cx, leaves);
    if declared.is_empty() && required.is_empty() {
        match additional {
            Additional::Typed(values) => return Shape::Map(Map { values }),
            Additional::Any => return map_of_any(cx, leaves),
            Additional::Denied => {}
        }
    }
    let mut fields: Vec<Field> = declared
        .iter()
        .map(|(name, property)| field(cx, property, required.contains_key(name)))
        .collect();
    for (name, at) in required {
        if !declared.contains_key(name) {
            fields.extend(undeclared(cx, leaves, name, at, &additional));
        }
    }
    Shape::Record(Record {
        fields,
        additional,
        presence: presence::rules(leaves),
    })
}

/// A property, wherever it is declared.
struct Property<'a> {
    key: &'a Key,
    first: Part<'a>,
    rest: Vec<Part<'a>>,
}

fn declared<'a>(leaves: &[Leaf<'a>]) -> IndexMap<&'a str, Property<'a>> {
    let mut declared: IndexMap<&str, Property<'_>> = IndexMap::new();
    for leaf in leaves {
        let Some(map) = leaf.part.node.get("properties").and_then(Node::as_map) else {
            continue;
        };
        for entry in map {
            let name = &*entry.key.text;
            let part = leaf
                .part
                .below(&entry.value, &["properties", name], Some(name));
            match declared.get_mut(name) {
                None => {
                    let property = Property {
                        key: &entry.key,
                        first: part,
                        rest: Vec::new(),
                    };
                    declared.insert(name, property);
                }
                Some(known) => {
                    known.key = &entry.key;
                    known.rest.push(part);
                }
            }
        }
    }
    declared
}

/// Names under `required`, with the place of each.
fn required<'a>(leaves: &[Leaf<'a>]) -> IndexMap<&'a str, Origin> {
    leaves
        .iter()
        .filter_map(|leaf| leaf.part.node.get("required")?.as_list())
        .flatten()
        .filter_map(|node| Some((node.as_str()?, node.origin)))
        .collect()
}

fn additional<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> Additional {
    let mut typed = None;
    for leaf in leaves {
        let Some(part) = leaf.part.get("additionalProperties", Some("value")) else {
            continue;
        };
        match part.node.as_bool() {
            Some(false) => return Additional::Denied,
            Some(true) => {}
            None if part.node.as_map().is_some_and(|map| map.is_empty()) => {}
            None => typed = typed.or(Some(part)),
        }
    }
    match typed {
        Some(part) => Additional::Typed(uses::bare(cx, &part)),
        None => Additional::Any,
    }
}

fn map_of_any<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> Shape {
    match leaves.first() {
        Some(leaf) => Shape::Map(Map {
            values: cx.any(&leaf.part),
        }),
        None => Shape::Any,
    }
}

fn field<'a>(cx: &mut Lowering<'a>, property: &Property<'a>, required: bool) -> Field {
    let used = uses::use_of_all(cx, &property.first, &property.rest, Site::Keeps);
    let place = property.rest.last().unwrap_or(&property.first);
    Field {
        name: property.key.text.to_string(),
        pointer: place.scope.pointer(),
        origin: property.key.origin,
        ty: used.ty,
        required,
        read_only: flag(&used, "readOnly"),
        write_only: flag(&used, "writeOnly"),
        docs: docs::of_use(cx, &used),
        constraints: constraints::of_use(cx, &used),
        default: default::of_use(cx, &used),
        examples: docs::schema_examples(&used.own),
        extensions: docs::schema_extensions(&used.own),
    }
}

fn flag(used: &Use<'_>, keyword: &str) -> bool {
    let mut nodes = used.own.iter().copied().chain([used.core.node]);
    nodes.any(|node| node.get(keyword).and_then(Node::as_bool) == Some(true))
}

/// A required property of which nothing is said.
fn undeclared<'a>(
    cx: &mut Lowering<'a>,
    leaves: &[Leaf<'a>],
    name: &'a str,
    at: Origin,
    additional: &Additional,
) -> Option<Field> {
    let part =
        leaves
            .last()?
            .part
            .below(leaves.last()?.part.node, &["properties", name], Some(name));
    let ty = match additional {
        Additional::Typed(ty) => *ty,
        Additional::Any | Additional::Denied => cx.any(&part),
    };
    cx.warn(
        codes::UNDECLARED_PROPERTY,
        at,
        format!("`{name}` is required and not declared"),
        "declare it in `properties`; as it stands it takes any value",
    );
    Some(Field {
        name: name.to_owned(),
        pointer: part.scope.pointer(),
        origin: at,
        ty,
        required: true,
        read_only: false,
        write_only: false,
        docs: Default::default(),
        constraints: Default::default(),
        default: None,
        examples: Vec::new(),
        extensions: Default::default(),
    })
}
