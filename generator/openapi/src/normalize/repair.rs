//! Faults that are common in real descriptions and have one plain meaning.
//!
//! It must not rewrite anything that a specification allows.

use super::check::Fate;
use super::context::Context;
use super::keyword::{Dialect, Kind};
use super::schema;
use crate::codes;
use crate::read::{Key, Map, Node, Value};
use crate::report::Origin;

/// Repairs of an object that have to happen before its keywords are checked.
pub(super) fn before(map: &mut Map, kind: Kind, cx: &mut Context<'_>) {
    if kind == Kind::Schema {
        schema::before(map, cx);
        lift_boolean_required(map, cx);
        // At a schema that is no property it has nowhere to move.
        take_boolean_required(map, "says nothing about this schema", cx);
    }
}

/// `required: true` at a property moves into the `required` list of its object.
fn lift_boolean_required(map: &mut Map, cx: &mut Context<'_>) {
    let Some(Value::Map(properties)) = map.get_mut("properties").map(|node| &mut node.value) else {
        return;
    };
    let mut lifted = Vec::new();
    for (key, property) in properties.iter_mut() {
        if let Some(map) = property.as_map_mut()
            && let Some(required) = take_boolean_required(map, "at a property", cx)
            && is_true(&required)
        {
            lifted.push(Node::new(&*key.text, required.origin));
        }
    }
    if !lifted.is_empty() {
        add_required(map, lifted);
    }
}

fn take_boolean_required(map: &mut Map, where_: &str, cx: &mut Context<'_>) -> Option<Node> {
    let entry = map.entry("required")?;
    let required = match &entry.value.value {
        Value::Bool(value) => *value,
        Value::String(text) if is_flag(text) => is_true(&entry.value),
        _ => return None,
    };
    cx.warn(
        codes::BOOLEAN_REQUIRED,
        entry.key.origin,
        format!("`required: {required}` {where_}, and not its name in a list"),
        "list the names of required properties in `required` of the object that has them",
    );
    map.remove("required")
}

fn is_flag(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false")
}

fn is_true(node: &Node) -> bool {
    match &node.value {
        Value::Bool(value) => *value,
        Value::String(text) => text.eq_ignore_ascii_case("true"),
        Value::Null | Value::Number(_) | Value::List(_) | Value::Map(_) => false,
    }
}

fn add_required(map: &mut Map, mut names: Vec<Node>) {
    let at = names.first().map(|node| node.origin);
    match map.get_mut("required").map(|node| &mut node.value) {
        Some(Value::List(items)) => {
            names.retain(|name| !items.iter().any(|item| item.same_value(name)));
            items.append(&mut names);
        }
        _ => {
            if let Some(at) = at {
                map.insert(Key::new("required", at), Node::new(names, at));
            }
        }
    }
}

/// The property name of 2.0 becomes the object of 3.x.
pub(super) fn discriminator_to_object(node: &mut Node, cx: &mut Context<'_>) {
    if node.as_str().is_none() {
        return;
    }
    if cx.dialect != Dialect::V20 {
        cx.warn(
            codes::COERCED_VALUE,
            node.origin,
            "`discriminator` takes an object, found a string; it is read as `propertyName`",
            "write `discriminator: {propertyName: …}`",
        );
    }
    let name = std::mem::replace(&mut node.value, Value::Null);
    let at = node.origin;
    node.value = Value::Map(single("propertyName", Node::new(name, at), at));
}

/// A map of one entry.
pub(super) fn single(key: &str, value: Node, at: Origin) -> Map {
    let mut map = Map::new();
    map.insert(Key::new(key, at), value);
    map
}

/// A path that does not begin with a slash is taken as if it did.
pub(super) fn path_key(key: &Key, cx: &mut Context<'_>) {
    if !key.text.starts_with('/') {
        cx.warn(
            codes::PATH_SLASH,
            key.origin,
            format!("the path `{}` does not begin with a slash", key.text),
            format!("write `/{}`; it is read so", key.text),
        );
    }
}

/// A key of `responses` is a status, a range of statuses or `default`.
pub(super) fn status_key(key: &Key, cx: &mut Context<'_>) -> Fate {
    let text = &*key.text;
    if text == "default" || is_code(text) || is_range(text, "XX") {
        return Fate::Keep;
    }
    if is_range(&text.to_ascii_uppercase(), "XX") {
        cx.warn(
            codes::STATUS_KEY,
            key.origin,
            format!("`{text}` is read as `{}`", text.to_ascii_uppercase()),
            "write the range with capital letters",
        );
        return Fate::Keep;
    }
    cx.error(
        codes::STATUS_KEY,
        key.origin,
        format!("`{text}` is not a status"),
        "write a status such as `200`, a range such as `4XX`, or `default`",
    );
    Fate::Cut
}

fn is_code(text: &str) -> bool {
    text.len() == 3
        && text
            .parse::<u16>()
            .is_ok_and(|code| (100..600).contains(&code))
}

fn is_range(text: &str, tail: &str) -> bool {
    text.strip_suffix(tail)
        .is_some_and(|head| matches!(head, "1" | "2" | "3" | "4" | "5"))
}
