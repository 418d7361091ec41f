//! Server-sent events that a description names: their data is opened as that of events written in
//! place, where nothing but streams of events refers to them.
//!
//! It must not open what stands anywhere else too: there the text is text.

use std::collections::BTreeMap;

use super::events;
use super::files::{Files, Place};
use super::keyword::Dialect;
use crate::read::{Node, Value};
use crate::report::FileId;

/// A reference: the file that holds it, and its text.
type Reference = (FileId, Box<str>);

/// Opens the data of each event that only streams of events lead to.
pub(super) fn open_data(files: &mut Files, dialect: Dialect) {
    if !events::has_keyword(dialect) {
        return;
    }
    for place in events_only(files) {
        let root = files.root_mut(place.file);
        let event = root.and_then(|root| root.pointer_mut(&place.pointer));
        if let Some(event) = event.and_then(Node::as_map_mut) {
            events::open_event(event);
        }
    }
}

/// The places to which no reference leads but those of streams, and of events found so.
fn events_only(files: &Files) -> Vec<Place> {
    let (mut all, mut waiting) = (BTreeMap::new(), Vec::new());
    for file in files.iter() {
        collect(files, &file.root, &mut all, &mut waiting);
    }
    let mut met: BTreeMap<Place, usize> = BTreeMap::new();
    let mut found = Vec::new();
    while let Some((from, text)) = waiting.pop() {
        let Ok(place) = files.locate(from, &text) else {
            continue;
        };
        let count = met.entry(place.clone()).or_default();
        *count += 1;
        if all.get(&place) == Some(count) {
            waiting.extend(files.at(&place).into_iter().flat_map(references));
            found.push(place);
        }
    }
    found
}

/// Counts the references of a tree by where they lead, and finds those of streams of events.
fn collect(
    files: &Files,
    root: &Node,
    all: &mut BTreeMap<Place, usize>,
    of_streams: &mut Vec<Reference>,
) {
    let mut nodes = vec![root];
    while let Some(node) = nodes.pop() {
        match &node.value {
            Value::List(items) => nodes.extend(items),
            Value::Map(map) => {
                let place = reference(node).and_then(|(from, text)| files.locate(from, &text).ok());
                if let Some(place) = place {
                    *all.entry(place).or_default() += 1;
                }
                for entry in map {
                    if events::is_stream(&entry.key.text) {
                        let event = entry.value.get("itemSchema");
                        of_streams.extend(event.into_iter().flat_map(references));
                    }
                    nodes.push(&entry.value);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// The references that stand for an event, or for a kind of it.
fn references(event: &Node) -> Vec<Reference> {
    let kinds = ["oneOf", "anyOf"].map(|keyword| event.get(keyword).and_then(Node::as_list));
    let kinds = kinds.into_iter().flatten().flatten();
    std::iter::once(event)
        .chain(kinds)
        .filter_map(reference)
        .collect()
}

fn reference(node: &Node) -> Option<Reference> {
    let reference = node.get("$ref")?;
    Some((reference.origin.file, reference.as_str()?.into()))
}
