//! Finds the objects of a file in which references and identifiers have a meaning.
//!
//! By the tables where a file is a description; elsewhere by what the keys look like, since only
//! references tell what a part of another file is. It must not change anything.

use super::super::dialect;
use super::super::keyword::{Expect, Kind};
use super::super::references::below;
use crate::read::{Map, Node, Value, escape_step};

/// A step of the way through the objects of a file.
pub(super) enum Step<'a> {
    /// An object is entered; the pointer leads to it.
    Enter(&'a Map, String),
    /// The object entered last is left.
    Leave,
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

/// The way through the root of a file and each object with a keyword of `$`: others neither have a
/// name nor use one.
pub(super) fn walk(root: &Node) -> Vec<Step<'_>> {
    let at = match dialect::is_description(root) {
        true if root.get("swagger").is_some() => At::Known(Expect::Object(Kind::Swagger)),
        true => At::Known(Expect::Object(Kind::OpenApi)),
        false => At::Guess,
    };
    let mut steps = Vec::new();
    node(root, at, &mut String::new(), &mut steps);
    steps
}

fn node<'a>(it: &'a Node, at: At, pointer: &mut String, steps: &mut Vec<Step<'a>>) {
    match (&it.value, at) {
        (_, At::Known(Expect::Any)) => {}
        (Value::Map(map), At::Known(expect)) => {
            let is_object = !matches!(expect, Expect::Map(_) | Expect::List(_));
            object(map, is_object, pointer, steps, |key| {
                below(expect, key).map_or(At::Guess, At::Known)
            });
        }
        (Value::Map(map), At::Names) => object(map, false, pointer, steps, |_| At::Guess),
        (Value::Map(map), At::Guess) => object(map, true, pointer, steps, guess),
        (Value::List(items), _) => {
            for (position, item) in items.iter().enumerate() {
                let at = match at {
                    At::Known(expect) => item_of(expect),
                    At::Guess | At::Names => At::Guess,
                };
                below_key(item, at, &position.to_string(), pointer, steps);
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

fn object<'a>(
    map: &'a Map,
    is_object: bool,
    pointer: &mut String,
    steps: &mut Vec<Step<'a>>,
    at: impl Fn(&str) -> At,
) {
    let is_entered =
        is_object && (pointer.is_empty() || map.keys().any(|key| key.starts_with('$')));
    if is_entered {
        steps.push(Step::Enter(map, pointer.clone()));
    }
    for entry in map {
        below_key(
            &entry.value,
            at(&entry.key.text),
            &entry.key.text,
            pointer,
            steps,
        );
    }
    if is_entered {
        steps.push(Step::Leave);
    }
}

fn below_key<'a>(it: &'a Node, at: At, key: &str, pointer: &mut String, steps: &mut Vec<Step<'a>>) {
    if matches!(it.value, Value::Map(_) | Value::List(_)) {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&escape_step(key));
        node(it, at, pointer, steps);
        pointer.truncate(length);
    }
}
