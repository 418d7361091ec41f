//! References by the names that a description gives to its parts, as references by pointer.
//!
//! `$self`, `$id`, `$anchor`, `$dynamicAnchor` and `$recursiveAnchor` name places; references may
//! use them in place of a path and a pointer. After this no other stage has to know them. This
//! module must not know which kind of object a place takes.

mod registry;
mod resolve;
mod walk;

use super::files::Files;
use crate::read::{Map, Value};
use crate::report::Report;
use registry::Registry;
use resolve::Edit;
use walk::{Step, walk};

/// Rewrites references by name into references by pointer, where they lead somewhere.
pub(super) fn resolve_names(files: &mut Files, report: &mut Report) {
    let walks: Vec<Vec<Step<'_>>> = files.iter().map(|file| walk(&file.root)).collect();
    let registry = Registry::of(files, &walks, report);
    for edit in resolve::edits(files, &walks, &registry, report) {
        apply(files, edit);
    }
}

fn apply(files: &mut Files, edit: Edit) {
    let Edit {
        at,
        keyword,
        text,
        link,
    } = edit;
    if let Some((path, file)) = link {
        files.links.insert((at.file, path), file);
    }
    let node = files
        .root_mut(at.file)
        .and_then(|root| root.pointer_mut(&at.pointer));
    if let Some(map) = node.and_then(|node| node.as_map_mut()) {
        write(map, keyword, text);
    }
}

fn write(map: &mut Map, keyword: &str, text: String) {
    if let Some(node) = map.get_mut(keyword) {
        node.value = Value::String(text);
    }
    map.rename(keyword, "$ref");
}
