//! Swagger 2.0 in the shape of OpenAPI 3.0.
//!
//! Every node keeps the origin of what it was made from. The document is checked already, so this
//! reports only what 3.0 has no word for; it must not repair anything.

mod operation;
mod parameter;
mod references;
mod security;
mod servers;

use super::context::References;
use super::files::Files;
use super::keyword::Kind;
use super::references::Faulty;
use crate::read::{Key, Map, Node, Value};
use crate::report::{Origin, Report};

pub(super) use parameter::file_to_binary;
use references::Bodies;

/// What operations of a document take over from its root, and what conversion reports.
pub(super) struct Conversion<'r> {
    report: &'r mut Report,
    /// Media types of request bodies, for operations that name none.
    consumes: Option<Node>,
    /// Media types of responses, for operations that name none.
    produces: Option<Node>,
    servers: servers::Base,
    /// Parameters that are bodies, by the reference that leads to them.
    bodies: Bodies,
}

/// Rewrites every description of 2.0, and what stands elsewhere for the first one.
pub(super) fn convert(
    files: &mut Files,
    references: &References,
    faulty: Faulty,
    report: &mut Report,
) -> Faulty {
    let bodies = references::bodies(files, references);
    let mut conversion = Conversion {
        report,
        consumes: None,
        produces: None,
        servers: servers::Base::default(),
        bodies,
    };
    if files
        .iter_mut()
        .all(|file| file.root.get("swagger").is_none())
    {
        return faulty;
    }
    inherit(&mut conversion, &files.main.root);
    convert_fragments(files, references, &mut conversion);
    let moved = references::Moved::of(files);
    for file in files
        .iter_mut()
        .filter(|file| file.root.get("swagger").is_some())
    {
        inherit(&mut conversion, &file.root);
        convert_root(&mut file.root, &mut conversion);
    }
    references::rewrite(files, &moved);
    faulty
        .into_iter()
        .map(|(file, text)| (file, moved.renamed(file, &text)))
        .collect()
}

fn inherit(conversion: &mut Conversion<'_>, root: &Node) {
    conversion.consumes = root.get("consumes").cloned();
    conversion.produces = root.get("produces").cloned();
    conversion.servers = servers::Base::of(root);
}

fn convert_root(root: &mut Node, conversion: &mut Conversion<'_>) {
    let at = root.origin;
    let Value::Map(map) = &mut root.value else {
        return;
    };
    conversion.servers.add(map);
    if let Some(version) = map.get_mut("swagger") {
        version.value = Value::String("3.0.3".to_owned());
        map.rename("swagger", "openapi");
    }
    if let Some(Value::Map(paths)) = map.get_mut("paths").map(|node| &mut node.value) {
        for (key, item) in paths.iter_mut() {
            if !key.text.starts_with("x-") {
                operation::path_item(item, conversion);
            }
        }
    }
    let mut components = Map::new();
    for (from, to) in [
        ("definitions", "schemas"),
        ("responses", "responses"),
        ("parameters", "parameters"),
        ("securityDefinitions", "securitySchemes"),
    ] {
        let Some(entry) = map.remove_entry(from) else {
            continue;
        };
        let mut node = entry.value;
        if from == "parameters"
            && let Some(parameters) = node.as_map_mut()
        {
            // They stand at the operations that refer to them.
            parameters.retain(|_, node| !parameter::is_body(node));
        }
        for (_, component) in node.as_map_mut().into_iter().flat_map(Map::iter_mut) {
            match to {
                "responses" => operation::response(component, None, conversion),
                "parameters" => parameter::parameter(component, conversion.report),
                "securitySchemes" => security::scheme(component),
                _ => {}
            }
        }
        components.insert(Key::new(to, entry.key.origin), node);
    }
    if !components.is_empty() {
        map.insert(Key::new("components", at), Node::new(components, at));
    }
}

/// Objects that stand in a place which no table reaches, such as a part of another file.
fn convert_fragments(files: &mut Files, references: &References, conversion: &mut Conversion<'_>) {
    let mut done = std::collections::BTreeSet::new();
    for reference in references.keys() {
        let Ok(place) = files.locate(reference.from, &reference.text) else {
            continue;
        };
        if !super::references::is_fragment(files, &place) || !done.insert(place.clone()) {
            continue;
        }
        let Some(node) = files
            .root_mut(place.file)
            .and_then(|it| it.pointer_mut(&place.pointer))
        else {
            continue;
        };
        match reference.kind {
            Kind::PathItemV2 => operation::path_item(node, conversion),
            Kind::ResponseV2 => operation::response(node, None, conversion),
            Kind::ParameterV2 => parameter::parameter(node, conversion.report),
            _ => {}
        }
    }
}

/// Puts an entry in whose key and value come from one place.
fn put(map: &mut Map, key: &str, value: impl Into<Value>, at: Origin) {
    map.insert(Key::new(key, at), Node::new(value, at));
}
