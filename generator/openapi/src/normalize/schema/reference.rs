//! `$ref` beside other keywords.
//!
//! It must not look where the reference leads.

use super::super::context::Context;
use crate::codes;
use crate::read::{Key, Map, Node, Value};

/// Keywords that say something about the place and not about the type. OpenAPI 3.0 ignores them
/// beside `$ref` like all others, but whoever writes them means them.
const ANNOTATIONS: &[&str] = &[
    "description",
    "title",
    "nullable",
    "deprecated",
    "default",
    "example",
    "examples",
    "readOnly",
    "writeOnly",
    "externalDocs",
];

/// `{$ref, …}` is `{allOf: [{$ref}], …}`.
pub(super) fn with_siblings(map: &mut Map, cx: &mut Context<'_>) {
    if map.len() == 1 {
        return;
    }
    if !cx.dialect.has_json_schema() {
        drop_ignored(map, cx);
    }
    let Some(reference) = map.remove_entry("$ref") else {
        return;
    };
    let at = reference.value.origin;
    let mut target = Map::new();
    target.insert(reference.key, reference.value);
    let target = Node::new(target, at);
    if map.is_empty() {
        if let Value::Map(target) = target.value {
            *map = target;
        }
        return;
    }
    match map.get_mut("allOf").map(|node| &mut node.value) {
        Some(Value::List(parts)) => parts.insert(0, target),
        _ => {
            map.insert(Key::new("allOf", at), Node::new(vec![target], at));
        }
    }
    super::rewrite(map, cx);
}

fn drop_ignored(map: &mut Map, cx: &mut Context<'_>) {
    map.retain(|key, _| {
        let name = &*key.text;
        let kept = name == "$ref" || name.starts_with("x-") || ANNOTATIONS.contains(&name);
        if !kept {
            cx.warn(
                codes::REF_SIBLINGS,
                key.origin,
                format!(
                    "`{name}` beside `$ref` has no effect in {}",
                    cx.dialect.name()
                ),
                "write `allOf: [{$ref: …}]` beside it, or move it to where the reference leads",
            );
        }
        kept
    });
}
