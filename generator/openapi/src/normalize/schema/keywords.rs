//! Keywords of JSON Schema 2020-12 in terms of those that 3.0 has.
//!
//! It must not look at `type`; that is done last, by its own module.

use super::super::context::Context;
use crate::codes;
use crate::normalize::swagger::file_to_binary;
use crate::normalize::{EXAMPLES, TUPLE};
use crate::read::{Entry, Key, Map, Node, Value};
use crate::report::Origin;

/// `x-nullable`, which stands for `nullable` in Swagger 2.0, and `type: file`.
pub(super) fn of_swagger(map: &mut Map) {
    map.rename("x-nullable", "nullable");
    if map
        .get("nullable")
        .is_some_and(|node| node.as_bool().is_none())
    {
        map.remove("nullable");
    }
    file_to_binary(map);
}

/// `const: x` is `enum: [x]`.
pub(super) fn constant(map: &mut Map) {
    let Some(entry) = map.remove_entry("const") else {
        return;
    };
    if !map.contains_key("enum") {
        let at = entry.value.origin;
        map.insert(
            Key::new("enum", entry.key.origin),
            Node::new(vec![entry.value], at),
        );
    }
}

/// A numeric exclusive bound is the bound with a flag; the stricter of two bounds stays.
pub(super) fn exclusive_bound(
    map: &mut Map,
    exclusive: &str,
    inclusive: &str,
    is_stricter: fn(f64, f64) -> bool,
) {
    let Some(bound) = map
        .get(exclusive)
        .and_then(Node::as_number)
        .map(|it| it.as_f64())
    else {
        return;
    };
    let limit = map
        .get(inclusive)
        .and_then(Node::as_number)
        .map(|it| it.as_f64());
    let Some(Entry { key, value }) = map.remove_entry(exclusive) else {
        return;
    };
    if limit.is_none_or(|limit| is_stricter(bound, limit)) {
        let at = value.origin;
        map.insert(Key::new(inclusive, key.origin), value);
        map.insert(key, Node::new(true, at));
    }
}

/// The list of examples rides in a key of its own: 3.0 has one example only.
pub(super) fn examples(map: &mut Map) {
    map.rename("examples", EXAMPLES);
}

/// Items that each have a place ride in a key of their own where nothing stands behind them. Where
/// others may follow, the array is a list of any of them: which stands where is lost.
pub(super) fn tuple(map: &mut Map, cx: &mut Context<'_>) {
    let by_items = map
        .get("items")
        .is_some_and(|node| node.as_list().is_some());
    let keyword = if by_items { "items" } else { "prefixItems" };
    let Some(Entry { key, value }) = map.remove_entry(keyword) else {
        return;
    };
    let Value::List(mut parts) = value.value else {
        return;
    };
    if is_fixed(map, parts.len()) {
        let at = value.origin;
        for said in ["items", "minItems", "maxItems"] {
            map.remove(said);
        }
        let items = super::single(keyword, Node::new(parts, at), at);
        map.insert(Key::new(TUPLE, key.origin), Node::new(items, at));
        return;
    }
    cx.warn(
        codes::NOT_EXPRESSED,
        key.origin,
        "which item of the array has which type is not expressed in the output",
        "every item is any of them; to tell them apart use an object",
    );
    if let Some(rest) = map
        .remove("items")
        .filter(|rest| rest.as_map().is_some_and(has_content))
    {
        parts.push(rest);
    }
    let mut distinct: Vec<Node> = Vec::new();
    for part in parts {
        if !distinct.iter().any(|it| it.same_value(&part)) {
            distinct.push(part);
        }
    }
    map.insert(
        Key::new("items", key.origin),
        any_of(distinct, value.origin),
    );
}

/// Most items of a tuple: types of the standard library for tuples end there.
const LONGEST_TUPLE: usize = 12;

/// Whether an array has exactly the items that each have a place: it says how many, or that no
/// other follows. Of the latter JSON Schema lets the last be absent, which hardly anybody means who
/// does not say so.
fn is_fixed(map: &Map, length: usize) -> bool {
    let bound = |keyword| map.get(keyword).and_then(Node::as_number)?.as_u64();
    let has_length = |keyword| bound(keyword).map(|it| usize::try_from(it) == Ok(length));
    let is_closed = map
        .get("items")
        .and_then(Node::as_map)
        .is_some_and(|rest| rest.contains_key("not") && !has_content(rest));
    let holds = match (has_length("minItems"), has_length("maxItems")) {
        (Some(true), Some(true)) => true,
        (None | Some(true), None | Some(true)) => is_closed,
        (Some(false), _) | (_, Some(false)) => false,
    };
    holds && (1..=LONGEST_TUPLE).contains(&length)
}

/// `{}` and `not: {}` say nothing about a type.
fn has_content(map: &Map) -> bool {
    map.keys().any(|key| key != "not")
}

/// Properties by pattern become additional properties of any of their types.
pub(super) fn pattern_properties(map: &mut Map, cx: &mut Context<'_>) {
    let Some(Entry { key, value }) = map.remove_entry("patternProperties") else {
        return;
    };
    let Value::Map(patterns) = value.value else {
        return;
    };
    cx.warn(
        codes::NOT_EXPRESSED,
        key.origin,
        "patterns of property names are not expressed in the output",
        "any other property may have one of their types; its name is not checked",
    );
    let mut parts: Vec<Node> = patterns.into_iter().map(|entry| entry.value).collect();
    if let Some(rest) = map.remove("additionalProperties")
        && rest.as_bool() != Some(false)
        && rest.as_map().is_some_and(has_content)
    {
        parts.push(rest);
    }
    map.insert(
        Key::new("additionalProperties", key.origin),
        any_of(parts, value.origin),
    );
}

fn any_of(mut parts: Vec<Node>, at: Origin) -> Node {
    if parts.len() > 1 {
        return Node::new(super::single("anyOf", Node::new(parts, at), at), at);
    }
    parts.pop().unwrap_or_else(|| Node::new(Map::new(), at))
}

/// Encoded contents have formats in 3.0: `byte` is base64, `binary` is raw.
pub(super) fn content(map: &mut Map, cx: &mut Context<'_>) {
    let encoding = map.get("contentEncoding");
    let format = match encoding.and_then(Node::as_str) {
        Some(encoding) if encoding.eq_ignore_ascii_case("base64") => Some("byte"),
        // Bytes as they are (RFC 2045, section 6.2).
        Some(encoding) if encoding.eq_ignore_ascii_case("binary") => Some("binary"),
        // Text as it is.
        Some(encoding) if encoding.eq_ignore_ascii_case("7bit") => return,
        Some(encoding) if encoding.eq_ignore_ascii_case("8bit") => return,
        Some(_) => None,
        None if map.contains_key("contentMediaType") => Some("binary"),
        None => return,
    };
    let at = encoding
        .or_else(|| map.get("contentMediaType"))
        .map(|node| node.origin);
    let Some(at) = at else { return };
    match format {
        Some(format) if cx.dialect.has_json_schema() || encoding.is_some() => {
            insert_format(map, format, at);
        }
        Some(_) => {}
        None => cx.warn(
            codes::NOT_EXPRESSED,
            at,
            "this `contentEncoding` is not expressed in the output",
            "the text is passed on as the service sends it",
        ),
    }
}

fn insert_format(map: &mut Map, format: &str, at: Origin) {
    if !map.contains_key("format") {
        map.insert(Key::new("format", at), Node::new(format, at));
    }
}
