//! References of 2.0: their places have other names in 3.0.
//!
//! It must not change what a reference leads to.

use std::collections::{BTreeMap, BTreeSet};

use super::parameter;
use crate::normalize::context::References;
use crate::normalize::files::{File, Files, Links};
use crate::normalize::keyword::Kind;
use crate::read::{Map, Node, Value};
use crate::report::FileId;

/// Parameters that are bodies or fields of a form, by file and text of the reference.
pub(in crate::normalize) type Bodies = BTreeMap<(FileId, String), Node>;

/// Finds the references that lead to bodies: 3.0 has no such parameters.
pub(super) fn bodies(files: &Files, references: &References) -> Bodies {
    let parameters = references
        .keys()
        .filter(|reference| reference.kind == Kind::ParameterV2);
    parameters
        .filter_map(|reference| {
            let place = files.locate(reference.from, &reference.text).ok()?;
            let node = files.at(&place)?;
            parameter::is_body(node)
                .then(|| ((reference.from, reference.text.to_string()), node.clone()))
        })
        .collect()
}

/// Which files are descriptions of 2.0, whose definitions move.
pub(super) struct Moved {
    swagger: BTreeSet<FileId>,
    links: Links,
    /// Where references are meant from that an overlay wrote.
    homes: BTreeMap<FileId, FileId>,
}

impl Moved {
    pub(super) fn of(files: &mut Files) -> Self {
        let links = files.links.clone();
        let is_swagger = |file: &&mut File| file.root.get("swagger").is_some();
        let swagger = files
            .iter_mut()
            .filter(is_swagger)
            .map(|file| file.id)
            .collect();
        let homes = files.homes();
        Self {
            swagger,
            links,
            homes,
        }
    }

    /// The text of a reference after the move of definitions into components.
    pub(super) fn renamed(&self, from: FileId, text: &str) -> Box<str> {
        const MOVED: [(&str, &str); 3] = [
            ("/definitions/", "/components/schemas/"),
            ("/parameters/", "/components/parameters/"),
            ("/responses/", "/components/responses/"),
        ];
        let Some((path, pointer)) = text.split_once('#') else {
            return text.into();
        };
        let from = self.homes.get(&from).unwrap_or(&from);
        let target = if path.is_empty() {
            Some(from)
        } else {
            self.links.get(&(*from, path.to_owned()))
        };
        if !target.is_some_and(|file| self.swagger.contains(file)) {
            return text.into();
        }
        for (from, to) in MOVED {
            if let Some(rest) = pointer.strip_prefix(from) {
                return format!("{path}#{to}{rest}").into();
            }
        }
        text.into()
    }
}

/// Gives every reference into a description of 2.0 its text of 3.0.
pub(super) fn rewrite(files: &mut Files, moved: &Moved) {
    for file in files.iter_mut() {
        rewrite_node(&mut file.root, moved);
    }
}

fn rewrite_node(node: &mut Node, moved: &Moved) {
    match &mut node.value {
        Value::Map(map) => rewrite_map(map, moved),
        Value::List(items) => items.iter_mut().for_each(|node| rewrite_node(node, moved)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn rewrite_map(map: &mut Map, moved: &Moved) {
    for (key, node) in map.iter_mut() {
        let from = node.origin.file;
        match (&*key.text, &mut node.value) {
            ("$ref", Value::String(text)) => *text = moved.renamed(from, text).into(),
            // Data, not parts of the description.
            ("example" | "examples" | "default" | "enum", _) => {}
            (name, _) if name.starts_with("x-") => {}
            ("mapping", Value::Map(mapping)) => rename_values(mapping, moved),
            // Keys below these are names, whatever they read like.
            (
                "definitions" | "headers" | "parameters" | "paths" | "properties" | "responses"
                | "schemas",
                Value::Map(named),
            ) => rewrite_named(named, moved),
            _ => rewrite_node(node, moved),
        }
    }
}

fn rewrite_named(map: &mut Map, moved: &Moved) {
    for (_, node) in map.iter_mut() {
        rewrite_node(node, moved);
    }
}

fn rename_values(map: &mut Map, moved: &Moved) {
    for (_, node) in map.iter_mut() {
        let from = node.origin.file;
        if let Value::String(text) = &mut node.value {
            *text = moved.renamed(from, text).into();
        }
    }
}
