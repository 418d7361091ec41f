//! Where examples stand in a document, and the schema that each is an example of.
//!
//! This module must not know what a schema means.

use std::collections::{BTreeMap, BTreeSet};

use specsmith_openapi::read::{Node, Value, escape_step};

use super::example::At;

/// The steps that lead to the wanted places of a tree: to a value, or to the value under a key.
pub(super) fn find(root: &Node, wanted: &BTreeSet<At>) -> BTreeMap<At, Vec<String>> {
    let mut walk = Walk {
        wanted,
        steps: Vec::new(),
        found: BTreeMap::new(),
    };
    walk.node(root);
    walk.found
}

struct Walk<'a> {
    wanted: &'a BTreeSet<At>,
    steps: Vec<String>,
    found: BTreeMap<At, Vec<String>>,
}

impl Walk<'_> {
    fn node(&mut self, node: &Node) {
        self.see(node.origin.into());
        match &node.value {
            Value::Map(map) => {
                for entry in map {
                    self.steps.push(entry.key.text.to_string());
                    self.see(entry.key.origin.into());
                    self.node(&entry.value);
                    self.steps.pop();
                }
            }
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.steps.push(index.to_string());
                    self.node(item);
                    self.steps.pop();
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn see(&mut self, at: At) {
        if self.wanted.contains(&at) {
            self.found.entry(at).or_insert_with(|| self.steps.clone());
        }
    }
}

/// The pointer of the schema of an example. `owner` is what it is an example of, for those that
/// stand among the components and belong to whatever refers to them.
pub(super) fn schema(root: &Node, example: &[String], owner: Option<&[String]>) -> Option<String> {
    let holder = match example {
        [holder @ .., example] if example == "example" => holder,
        [holder @ .., examples, _] if examples == "examples" => holder,
        [holder @ .., examples, _, _] if examples == "examples" => holder,
        _ => return None,
    };
    let holder = match holder {
        [components] if components == "components" => parameter(owner?),
        holder => whole(holder),
    };
    let pointer = pointer(holder);
    let has_schema = root.pointer(&pointer)?.get("schema").is_some();
    Some(if has_schema {
        format!("{pointer}/schema")
    } else {
        pointer
    })
}

/// A value that is valid against a part of `allOf` alone is none of the type, which is the whole.
fn whole(schema: &[String]) -> &[String] {
    match schema {
        [composed @ .., all_of, _] if all_of == "allOf" => whole(composed),
        schema => schema,
    }
}

/// The name of a parameter stands for it.
fn parameter(owner: &[String]) -> &[String] {
    let parent = owner.split_last().filter(|(last, _)| *last == "name");
    parent.map_or(owner, |(_, parent)| parent)
}

/// Steps as a JSON pointer.
pub(super) fn pointer(steps: &[String]) -> String {
    let steps = steps.iter().map(|step| format!("/{}", escape_step(step)));
    steps.collect()
}
