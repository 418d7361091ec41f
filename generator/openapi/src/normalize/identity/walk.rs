//! Walks the objects of a file in which references and identifiers have a meaning.
//!
//! By the tables where a file is a description; elsewhere by what the keys look like, since only
//! references tell what a part of another file is. It must not change anything.

use super::super::dialect;
use super::super::keyword::{Expect, Kind};
use super::super::references::below;
use crate::read::{Map, Node, Value, escape_step};

/// What is done at each object.
pub(super) trait Visitor {
    /// An object is entered; `pointer` leads to it.
    fn enter(&mut self, map: &Map, pointer: &str);
    /// The object entered last is left.
    fn leave(&mut self);
}

/// What is known about a place.
#[derive(Clone, Copy)]
enum At {
    Known(Expect),
    /// The tables do not reach it.
    Guess,
    /// A map whose keys are names.
    Names,
}

/// Keys of maps by name, where the tables do not say so.
const NAMES: &[&str] = &[
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "schemas",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "pathItems",
    "mediaTypes",
    "callbacks",
    "paths",
    "content",
];

/// Keys of data.
const DATA: &[&str] = &["example", "examples", "default", "enum", "const", "value"];

/// Visits every object of a file.
pub(super) fn walk(root: &Node, visitor: &mut impl Visitor) {
    let at = match dialect::is_description(root) {
        true if root.get("swagger").is_some() => At::Known(Expect::Object(Kind::Swagger)),
        true => At::Known(Expect::Object(Kind::OpenApi)),
        false => At::Guess,
    };
    node(root, at, &mut String::new(), visitor);
}

fn node(it: &Node, at: At, pointer: &mut String, visitor: &mut impl Visitor) {
    match (&it.value, at) {
        (_, At::Known(Expect::Any)) => {}
        (Value::Map(map), At::Known(expect)) => {
            let is_object = !matches!(expect, Expect::Map(_) | Expect::List(_));
            object(map, is_object, pointer, visitor, |key| {
                below(expect, key).map_or(At::Guess, At::Known)
            });
        }
        (Value::Map(map), At::Names) => object(map, false, pointer, visitor, |_| At::Guess),
        (Value::Map(map), At::Guess) => object(map, true, pointer, visitor, guess),
        (Value::List(items), _) => {
            for (position, item) in items.iter().enumerate() {
                let at = match at {
                    At::Known(expect) => item_of(expect),
                    At::Guess | At::Names => At::Guess,
                };
                step(item, at, &position.to_string(), pointer, visitor);
            }
        }
        (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_), _) => {}
    }
}

fn item_of(expect: Expect) -> At {
    match expect {
        Expect::List(kind) => At::Known(Expect::Object(kind)),
        Expect::Items | Expect::SchemaOrFlag => At::Known(Expect::Object(Kind::Schema)),
        _ => At::Known(Expect::Any),
    }
}

fn guess(key: &str) -> At {
    if DATA.contains(&key) {
        At::Known(Expect::Any)
    } else if NAMES.contains(&key) {
        At::Names
    } else {
        At::Guess
    }
}

fn object(
    map: &Map,
    is_object: bool,
    pointer: &mut String,
    visitor: &mut impl Visitor,
    at: impl Fn(&str) -> At,
) {
    if is_object {
        visitor.enter(map, pointer);
    }
    for entry in map {
        step(
            &entry.value,
            at(&entry.key.text),
            &entry.key.text,
            pointer,
            visitor,
        );
    }
    if is_object {
        visitor.leave();
    }
}

fn step(it: &Node, at: At, key: &str, pointer: &mut String, visitor: &mut impl Visitor) {
    if matches!(it.value, Value::Map(_) | Value::List(_)) {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&escape_step(key));
        node(it, at, pointer, visitor);
        pointer.truncate(length);
    }
}
