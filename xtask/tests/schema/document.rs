//! The description as a tree, with what tests need to find their way in it and to break it.
//!
//! It must not know what the page looks like, nor what OpenAPI allows.

use std::collections::BTreeSet;

use serde_json::Value;

/// Reads `schema/truto-crm.yaml`.
pub fn load() -> Value {
    serde_yaml::from_str(include_str!("../../../schema/truto-crm.yaml")).expect("valid YAML")
}

/// The only path and its PATCH operation.
pub fn operation(document: &Value) -> Option<(&str, &Value)> {
    let (path, item) = document["paths"].as_object()?.iter().next()?;
    Some((path, item.get("patch")?))
}

/// What the node stands for: the target of its `$ref`, or the node itself.
pub fn resolve<'a>(document: &'a Value, node: &'a Value) -> &'a Value {
    let target = node["$ref"]
        .as_str()
        .and_then(|reference| reference.strip_prefix('#'));
    target
        .and_then(|pointer| document.pointer(pointer))
        .unwrap_or(node)
}

/// Pointers of all nodes below the root, parents first.
pub fn pointers(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect_pointers(document, "", &mut found);
    found
}

fn collect_pointers(node: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match node {
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (escape(key), value))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(i, v)| (i.to_string(), v))
            .collect(),
        _ => return,
    };
    for (token, child) in children {
        let pointer = format!("{at}/{token}");
        found.push(pointer.clone());
        collect_pointers(child, &pointer, found);
    }
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The document without the node at a pointer.
pub fn without(document: &Value, pointer: &str) -> Value {
    let mut changed = document.clone();
    let (parent, token) = pointer.rsplit_once('/').expect("not the root");
    match changed
        .pointer_mut(parent)
        .expect("a pointer into the document")
    {
        Value::Object(map) => {
            map.shift_remove(&token.replace("~1", "/").replace("~0", "~"))
                .expect("a key");
        }
        Value::Array(list) => {
            list.remove(token.parse().expect("an index"));
        }
        other => panic!("{other} has no parts"),
    }
    changed
}

/// The document with another value at a pointer, which may name a new key.
pub fn with(document: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = document.clone();
    let (parent, token) = pointer.rsplit_once('/').expect("not the root");
    changed
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("no {parent}"))[token] = value;
    changed
}

/// Pointers of everything that a node reaches through `$ref`, the node included.
pub fn reachable(document: &Value, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(pointer) = open.pop() {
        if !found.insert(pointer.clone()) {
            continue;
        }
        let node = document
            .pointer(&pointer)
            .unwrap_or_else(|| panic!("no {pointer}"));
        let references = pointers(node)
            .into_iter()
            .filter(|inner| inner.ends_with("/$ref"));
        open.extend(references.filter_map(|inner| {
            Some(
                node.pointer(&inner)?
                    .as_str()?
                    .strip_prefix('#')?
                    .to_owned(),
            )
        }));
    }
    found
}
