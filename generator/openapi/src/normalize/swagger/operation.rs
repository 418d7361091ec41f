//! Path items, operations and responses of 2.0: bodies get their media types.
//!
//! It must not look into schemas.

use super::{Conversion, parameter, put};
use crate::normalize::repair::single;
use crate::read::{Key, Map, Node, Value};
use crate::report::Origin;

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// Rewrites a path item and its operations.
pub(super) fn path_item(node: &mut Node, conversion: &mut Conversion<'_>) {
    let Value::Map(map) = &mut node.value else {
        return;
    };
    // Bodies that all operations share stand at each of them in 3.0.
    let shared = take_bodies(map, conversion);
    convert_parameters(map, conversion);
    for method in METHODS {
        if let Some(Value::Map(operation)) = map.get_mut(method).map(|node| &mut node.value) {
            convert_operation(operation, &shared, conversion);
        }
    }
}

fn convert_operation(map: &mut Map, shared: &[Node], conversion: &mut Conversion<'_>) {
    let consumes = map
        .remove("consumes")
        .or_else(|| conversion.consumes.clone());
    let produces = map
        .remove("produces")
        .or_else(|| conversion.produces.clone());
    conversion.servers.replace(map);
    let mut bodies = take_bodies(map, conversion);
    if bodies.is_empty() {
        bodies = shared.to_vec();
    }
    convert_parameters(map, conversion);
    if let Some(first) = bodies.first() {
        let at = first.get("in").map_or(first.origin, |node| node.origin);
        let body = request_body(bodies, consumes.as_ref(), at, conversion);
        put(map, "requestBody", body, at);
    }
    if let Some(Value::Map(responses)) = map.get_mut("responses").map(|node| &mut node.value) {
        for (key, node) in responses.iter_mut() {
            if !key.text.starts_with("x-") {
                response(node, produces.as_ref(), conversion);
            }
        }
    }
}

fn convert_parameters(map: &mut Map, conversion: &mut Conversion<'_>) {
    for node in map
        .get_mut("parameters")
        .and_then(Node::as_list_mut)
        .into_iter()
        .flatten()
    {
        parameter::parameter(node, conversion.report);
    }
}

/// Takes the parameters out that are bodies, or parts of one.
fn take_bodies(map: &mut Map, conversion: &Conversion<'_>) -> Vec<Node> {
    let mut bodies = Vec::new();
    let Some(Value::List(parameters)) = map.get_mut("parameters").map(|node| &mut node.value)
    else {
        return bodies;
    };
    parameters.retain(|node| match body(node, conversion) {
        Some(body) => {
            bodies.push(body);
            false
        }
        None => true,
    });
    bodies
}

fn body(node: &Node, conversion: &Conversion<'_>) -> Option<Node> {
    let map = node.as_map()?;
    if let Some(reference) = map.get("$ref") {
        let key = (reference.origin.file, reference.as_str()?.to_owned());
        return conversion.bodies.get(&key).cloned();
    }
    parameter::is_body(node).then(|| node.clone())
}

/// The body of an operation: one schema, or a form with the parameters as fields.
fn request_body(
    bodies: Vec<Node>,
    consumes: Option<&Node>,
    at: Origin,
    conversion: &mut Conversion<'_>,
) -> Map {
    let whole = bodies
        .iter()
        .find(|node| node.get("in").and_then(Node::as_str) == Some("body"));
    match whole {
        Some(node) => whole_body(node, consumes, at),
        None => form(bodies, consumes, at, conversion),
    }
}

fn whole_body(node: &Node, consumes: Option<&Node>, at: Origin) -> Map {
    let mut body = Map::new();
    let Some(map) = node.as_map() else {
        return body;
    };
    for entry in map {
        let name = &*entry.key.text;
        if name.starts_with("x-") || matches!(name, "description" | "required") {
            body.insert(entry.key.clone(), entry.value.clone());
        }
    }
    let types = media_types(consumes, "application/json", at);
    put(
        &mut body,
        "content",
        content(types, map.get("schema"), at),
        at,
    );
    body
}

fn form(
    fields: Vec<Node>,
    consumes: Option<&Node>,
    at: Origin,
    conversion: &mut Conversion<'_>,
) -> Map {
    let has_file = fields
        .iter()
        .any(|node| node.get("type").and_then(Node::as_str) == Some("file"));
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut encodings = Map::new();
    for field in fields {
        let Value::Map(mut map) = field.value else {
            continue;
        };
        let Some(name) = map.remove("name") else {
            continue;
        };
        let Some(text) = name.as_str() else { continue };
        if map.get("required").and_then(Node::as_bool) == Some(true) {
            required.push(name.clone());
        }
        if let Some(encoding) = parameter::take_encoding(&mut map, conversion.report) {
            put(&mut encodings, text, encoding, name.origin);
        }
        let mut schema = parameter::take_schema(&mut map);
        for entry in map {
            if entry.key.text.starts_with("x-") || &*entry.key.text == "description" {
                schema.insert(entry.key, entry.value);
            }
        }
        properties.insert(Key::new(text, name.origin), Node::new(schema, field.origin));
    }
    let mut schema = single("type", Node::new("object", at), at);
    put(&mut schema, "properties", properties, at);
    let is_required = !required.is_empty();
    if is_required {
        put(&mut schema, "required", required, at);
    }
    let schema = Node::new(schema, at);
    let mut content = content(form_types(consumes, has_file, at), Some(&schema), at);
    if !encodings.is_empty() {
        for (_, media) in content.iter_mut() {
            if let Value::Map(media) = &mut media.value {
                put(media, "encoding", encodings.clone(), at);
            }
        }
    }
    let mut body = single("content", Node::new(content, at), at);
    if is_required {
        put(&mut body, "required", true, at);
    }
    body
}

/// Of the media types that an operation consumes, those of forms.
fn form_types(consumes: Option<&Node>, has_file: bool, at: Origin) -> Vec<Node> {
    let usual = if has_file {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    };
    let mut types = media_types(consumes, usual, at);
    types.retain(|node| match node.as_str() {
        Some("multipart/form-data") => true,
        Some("application/x-www-form-urlencoded") => !has_file,
        _ => false,
    });
    if types.is_empty() {
        types.push(Node::new(usual, at));
    }
    types
}

/// Rewrites a response; `produces` are the media types of its body.
pub(super) fn response(node: &mut Node, produces: Option<&Node>, conversion: &Conversion<'_>) {
    let at = node.origin;
    let Value::Map(map) = &mut node.value else {
        return;
    };
    if map.contains_key("$ref") {
        return;
    }
    for (_, header) in map
        .get_mut("headers")
        .and_then(Node::as_map_mut)
        .into_iter()
        .flat_map(Map::iter_mut)
    {
        parameter::header(header);
    }
    let schema = map.remove("schema");
    let examples = map.remove("examples");
    if schema.is_none() && examples.is_none() {
        return;
    }
    let at = schema.as_ref().map_or(at, |schema| schema.origin);
    let produces = produces.or(conversion.produces.as_ref());
    let usual = if schema.as_ref().is_some_and(is_binary) {
        "application/octet-stream"
    } else {
        "application/json"
    };
    let mut content = content(media_types(produces, usual, at), schema.as_ref(), at);
    add_examples(&mut content, examples);
    put(map, "content", content, at);
}

fn is_binary(schema: &Node) -> bool {
    schema.get("format").and_then(Node::as_str) == Some("binary")
}

/// `examples` by media type.
fn add_examples(content: &mut Map, examples: Option<Node>) {
    let Some(Value::Map(examples)) = examples.map(|node| node.value) else {
        return;
    };
    for entry in examples {
        let example = single("example", entry.value, entry.key.origin);
        match content.get_mut(&entry.key.text).and_then(Node::as_map_mut) {
            Some(media) => media.extend(example),
            None => {
                let at = entry.key.origin;
                content.insert(entry.key, Node::new(example, at));
            }
        }
    }
}

fn media_types(listed: Option<&Node>, usual: &str, at: Origin) -> Vec<Node> {
    match listed.and_then(Node::as_list) {
        Some(types) if !types.is_empty() => types.to_vec(),
        _ => vec![Node::new(usual, at)],
    }
}

fn content(types: Vec<Node>, schema: Option<&Node>, at: Origin) -> Map {
    let mut content = Map::new();
    for ty in types {
        let Some(name) = ty.as_str() else { continue };
        let media = schema.map_or_else(Map::new, |schema| single("schema", schema.clone(), at));
        content.insert(Key::new(name, ty.origin), Node::new(media, at));
    }
    content
}
