//! Parameters and headers of 2.0: what stands in them goes into a schema.
//!
//! It must not look at operations.

use super::put;
use crate::codes;
use crate::read::{Key, Map, Node, Value};
use crate::report::{Diagnostic, Report};

/// Keywords of 2.0 that belong to the schema in 3.0.
const OF_SCHEMA: [&str; 16] = [
    "type",
    "format",
    "items",
    "default",
    "enum",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
];

/// Rewrites a parameter that is not a body; a reference stays as it is.
pub(super) fn parameter(node: &mut Node, report: &mut Report) {
    if is_body(node) {
        return;
    }
    let Value::Map(map) = &mut node.value else {
        return;
    };
    if map.contains_key("$ref") {
        return;
    }
    add_style(map, report);
    move_schema(map);
}

/// Rewrites a response header.
pub(super) fn header(node: &mut Node) {
    if let Value::Map(map) = &mut node.value {
        map.remove("collectionFormat");
        move_schema(map);
    }
}

/// Whether a parameter is a body or a field of one.
pub(super) fn is_body(node: &Node) -> bool {
    node.as_map()
        .is_some_and(|map| matches!(location(map), "body" | "formData"))
}

/// Where a parameter is sent.
fn location(map: &Map) -> &str {
    map.get("in").and_then(Node::as_str).unwrap_or_default()
}

fn move_schema(map: &mut Map) {
    if map.contains_key("schema") {
        return;
    }
    let at = map
        .get("type")
        .or_else(|| map.get("name"))
        .map(|node| node.origin);
    let schema = take_schema(map);
    let Some(at) = at.or_else(|| schema.entries().first().map(|entry| entry.key.origin)) else {
        return;
    };
    put(map, "schema", schema, at);
}

/// Takes the keywords of a schema out of an object.
pub(super) fn take_schema(map: &mut Map) -> Map {
    let mut schema = Map::new();
    for keyword in OF_SCHEMA {
        if let Some(entry) = map.remove_entry(keyword) {
            schema.insert(entry.key, entry.value);
        }
    }
    if let Some(items) = schema.get_mut("items").and_then(Node::as_map_mut) {
        clean_items(items);
    }
    file_to_binary(&mut schema);
    schema
}

/// Items hold schemas of their own kind, to any depth.
fn clean_items(items: &mut Map) {
    let mut items = Some(items);
    while let Some(map) = items {
        map.remove("collectionFormat");
        items = map.get_mut("items").and_then(Node::as_map_mut);
    }
}

/// `type: file` is a string of bytes.
pub(in crate::normalize) fn file_to_binary(schema: &mut Map) {
    let Some(ty) = schema
        .get_mut("type")
        .filter(|node| node.as_str() == Some("file"))
    else {
        return;
    };
    let at = ty.origin;
    ty.value = Value::String("string".to_owned());
    put(schema, "format", "binary", at);
}

/// `collectionFormat` of a field of a form as its encoding, when the field is a list.
pub(super) fn take_encoding(map: &mut Map, report: &mut Report) -> Option<Map> {
    add_style(map, report);
    let mut encoding = Map::new();
    for keyword in ["style", "explode"] {
        let entry = map.remove_entry(keyword)?;
        encoding.insert(entry.key, entry.value);
    }
    Some(encoding)
}

/// `collectionFormat` as `style` and `explode`; lists are separated by commas when it is absent.
fn add_style(map: &mut Map, report: &mut Report) {
    let written = map.remove_entry("collectionFormat");
    let is_list = map.get("type").and_then(Node::as_str) == Some("array");
    if !is_list {
        return;
    }
    let is_query = matches!(location(map), "query" | "formData");
    let format = written
        .as_ref()
        .and_then(|it| it.value.as_str())
        .unwrap_or("csv");
    let at = match (&written, map.get("type")) {
        (Some(written), _) => written.value.origin,
        (None, Some(ty)) => ty.origin,
        (None, None) => return,
    };
    let (style, explode) = match format {
        "multi" if is_query => ("form", true),
        "ssv" if is_query => ("spaceDelimited", false),
        "pipes" if is_query => ("pipeDelimited", false),
        "csv" if is_query => ("form", false),
        "csv" => ("simple", false),
        other => {
            report.push(Diagnostic::warning(
                codes::NOT_EXPRESSED,
                at,
                format!("lists separated as `{other}` are not expressed here in the output"),
                "items are separated by commas",
            ));
            (if is_query { "form" } else { "simple" }, false)
        }
    };
    map.insert(Key::new("style", at), Node::new(style, at));
    map.insert(Key::new("explode", at), Node::new(explode, at));
}
