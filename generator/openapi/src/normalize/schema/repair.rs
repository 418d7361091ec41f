//! Schemas with faults that are common in real descriptions and have one plain meaning.
//!
//! It must not rewrite anything that a specification allows.

use crate::codes;
use crate::normalize::context::Context;
use crate::normalize::repair::single;
use crate::read::{Key, Map, Node, Number, Value};

/// Repairs that have to happen before the keywords of a schema are checked.
pub(in crate::normalize) fn before(map: &mut Map, cx: &mut Context<'_>) {
    drop_null_type(map, cx);
    drop_trivial_names(map);
    close_tuple(map);
    for keyword in ["oneOf", "anyOf"] {
        null_alternatives(map, keyword, cx);
    }
}

/// Repairs of a schema whose keywords hold the kinds of values that they take.
pub(super) fn after(map: &mut Map, cx: &mut Context<'_>) {
    drop_empty_compositions(map, cx);
    enum_of_items(map, cx);
    integer_bounds(map, cx);
    drop_zero_factor(map, cx);
}

/// Keywords that say which values there are.
const CONTENT: &[&str] = &[
    "$ref",
    "allOf",
    "oneOf",
    "anyOf",
    "properties",
    "items",
    "enum",
];

/// `type: null` beside what the values are is left out, as other keywords without a value are.
fn drop_null_type(map: &mut Map, cx: &mut Context<'_>) {
    let is_null = map.get("type").is_some_and(Node::is_null);
    if is_null
        && CONTENT.iter().any(|keyword| map.contains_key(keyword))
        && let Some(entry) = map.remove_entry("type")
    {
        cx.warn(
            codes::NULL_VALUE,
            entry.key.origin,
            "`type` has no value and is left out",
            "remove the key; the type `null` is a word in quotes: `\"null\"`",
        );
    }
}

/// All names of properties are text: to say so says nothing.
fn drop_trivial_names(map: &mut Map) {
    let names = map.get("propertyNames").and_then(Node::as_map);
    let is_trivial = |names: &Map| {
        names.len() == 1 && names.get("type").and_then(Node::as_str) == Some("string")
    };
    if names.is_some_and(is_trivial) {
        map.remove("propertyNames");
    }
}

/// `items: false` behind `prefixItems` is no schema of a value: there is none.
fn close_tuple(map: &mut Map) {
    if !map.contains_key("prefixItems") {
        return;
    }
    if let Some(node) = map
        .get_mut("items")
        .filter(|node| node.as_bool() == Some(false))
    {
        let at = node.origin;
        node.value = Value::Map(single("not", Node::new(Map::new(), at), at));
    }
}

/// `null` among alternatives means that the value may be `null`.
fn null_alternatives(map: &mut Map, keyword: &str, cx: &mut Context<'_>) {
    for item in map
        .get_mut(keyword)
        .and_then(Node::as_list_mut)
        .into_iter()
        .flatten()
        .filter(|item| item.is_null())
    {
        let at = item.origin;
        cx.warn(
            codes::COERCED_VALUE,
            at,
            format!("`null` under `{keyword}` is no schema; it is read as the type `null`"),
            "write `{type: \"null\"}`, or `nullable: true` before OpenAPI 3.1",
        );
        let null = Node::new(vec![Node::new(Value::Null, at)], at);
        item.value = Value::Map(single("enum", null, at));
    }
}

/// A composition of no schemas says nothing.
fn drop_empty_compositions(map: &mut Map, cx: &mut Context<'_>) {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let written = map.get(keyword).and_then(Node::as_list);
        if written.is_none_or(|schemas| !schemas.is_empty()) {
            continue;
        }
        if let Some(entry) = map.remove_entry(keyword) {
            cx.warn(
                codes::EMPTY_COMPOSITION,
                entry.key.origin,
                format!("`{keyword}` lists no schemas; it is left out"),
                "list them, or remove the keyword",
            );
        }
    }
}

/// `enum` of texts at an array is one of its items.
fn enum_of_items(map: &mut Map, cx: &mut Context<'_>) {
    let is_array = map.get("type").and_then(Node::as_str) == Some("array");
    let is_about_items = |values: &[Node]| {
        let is_scalar = |node: &Node| !matches!(node.value, Value::List(_) | Value::Map(_));
        values.iter().any(|node| !node.is_null()) && values.iter().all(is_scalar)
    };
    let values = map.get("enum").and_then(Node::as_list);
    if !is_array || !values.is_some_and(is_about_items) {
        return;
    }
    let Some(entry) = map.remove_entry("enum") else {
        return;
    };
    cx.warn(
        codes::ENUM_VALUE,
        entry.key.origin,
        "the values of this `enum` are no arrays; it is read as one of the items",
        "move it into `items`",
    );
    let at = entry.key.origin;
    match map.get_mut("items").and_then(Node::as_map_mut) {
        Some(items) if items.contains_key("enum") || items.contains_key("$ref") => {}
        Some(items) => {
            items.insert(entry.key, entry.value);
        }
        None => {
            let items = Map::from_iter([entry]);
            map.insert(Key::new("items", at), Node::new(items, at));
        }
    }
}

/// Bounds of integers that 64 bits cannot hold: JavaScript rounds the largest ones up.
fn integer_bounds(map: &mut Map, cx: &mut Context<'_>) {
    if map.get("type").and_then(Node::as_str) != Some("integer") {
        return;
    }
    let signed = is_signed(map);
    for keyword in ["minimum", "maximum"] {
        let Some(node) = map.get_mut(keyword) else {
            continue;
        };
        let Some(nearest) = node.as_number().and_then(|it| nearest(it, signed)) else {
            continue;
        };
        cx.warn(
            codes::NUMBER_RANGE,
            node.origin,
            format!("`{keyword}` is beyond 64 bits; it is read as `{nearest}`"),
            format!("write `{nearest}`, or leave the keyword out"),
        );
        node.value = Value::Number(nearest);
    }
}

/// Whether negative values are meant: then the largest one is 2⁶³ - 1.
fn is_signed(map: &Map) -> bool {
    let format = map.get("format").and_then(Node::as_str);
    let minimum = map.get("minimum").and_then(Node::as_number);
    format.is_some_and(|format| format.starts_with("int"))
        || minimum.is_some_and(|number| number.as_f64() < 0.0)
}

/// The integer of 64 bits nearest to a number that is beyond them.
fn nearest(number: &Number, signed: bool) -> Option<Number> {
    let fits = number.as_i64().is_some() || (!signed && number.as_u64().is_some());
    // What the largest integers are as floats.
    let (low, high) = (-9_223_372_036_854_775_808.0, 9_223_372_036_854_775_808.0);
    let value = number.as_f64();
    match (fits, signed) {
        (true, _) => None,
        _ if value <= low => Some(Number::from(i64::MIN)),
        (false, true) if value >= high => Some(Number::from(i64::MAX)),
        (false, false) if value >= high * 2.0 => Some(Number::from(u64::MAX)),
        (false, _) => None,
    }
}

/// Nothing is a multiple of zero, or of less.
fn drop_zero_factor(map: &mut Map, cx: &mut Context<'_>) {
    let factor = map.get("multipleOf").and_then(Node::as_number);
    if factor.is_none_or(|number| number.as_f64() > 0.0) {
        return;
    }
    if let Some(entry) = map.remove_entry("multipleOf") {
        cx.warn(
            codes::NUMBER_RANGE,
            entry.value.origin,
            "`multipleOf` takes a number above zero; it is left out",
            "write a number above zero, or remove the keyword",
        );
    }
}
