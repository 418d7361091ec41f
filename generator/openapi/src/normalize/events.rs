//! Data of server-sent events that is a JSON document: `contentSchema` says what the document is,
//! and it is read as that (OpenAPI 3.2.0, section 4.14.4).
//!
//! It must not look behind references: what stands there may be no event elsewhere, which
//! `shared_events` looks after.

use super::keyword::Dialect;
use crate::read::{Key, Map, Node};

/// Puts the schema of the document in the place of the text that holds it.
pub(super) fn open_data(media: &mut Map, media_type: &str, dialect: Dialect) {
    if !has_keyword(dialect) || !is_stream(media_type) {
        return;
    }
    if let Some(event) = media.get_mut("itemSchema").and_then(Node::as_map_mut) {
        open_event(event);
    }
}

pub(super) fn has_keyword(dialect: Dialect) -> bool {
    matches!(dialect, Dialect::V31 | Dialect::V32)
}

pub(super) fn is_stream(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("text/event-stream")
}

pub(super) fn open_event(event: &mut Map) {
    let own = data_of(event);
    if own.as_deref().is_some_and(holds_json) {
        own.into_iter().for_each(replace);
        return;
    }
    if !own.as_deref().is_none_or(is_text) {
        return;
    }
    for keyword in ["oneOf", "anyOf"] {
        let all = event.get_mut(keyword).and_then(Node::as_list_mut);
        if all.is_some_and(|all| open_kinds(all)) {
            give_text(event, keyword);
        }
    }
}

fn data_of(event: &mut Map) -> Option<&mut Node> {
    event.get_mut("properties")?.get_mut("data")
}

/// Kinds of events that are all written in place, so that each can get the data that they share.
/// Says whether one of them holds a document.
fn open_kinds(kinds: &mut [Node]) -> bool {
    let in_place = |kind: &Node| kind.as_map().is_some_and(|map| !map.contains_key("$ref"));
    if !kinds.iter().all(in_place) {
        return false;
    }
    let mut is_open = false;
    for data in kinds
        .iter_mut()
        .filter_map(|kind| data_of(kind.as_map_mut()?))
    {
        if holds_json(data) {
            replace(data);
            is_open = true;
        }
    }
    is_open
}

/// Data that is text in all kinds of events becomes that of those that say nothing else.
fn give_text(event: &mut Map, keyword: &str) {
    let properties = event.get_mut("properties").and_then(Node::as_map_mut);
    let Some(text) = properties.and_then(|it| it.remove_entry("data")) else {
        return;
    };
    let kinds = event.get_mut(keyword).and_then(Node::as_list_mut);
    for kind in kinds.into_iter().flatten().filter_map(Node::as_map_mut) {
        if !kind.contains_key("properties") {
            let at = text.key.origin;
            kind.insert(Key::new("properties", at), Node::new(Map::new(), at));
        }
        let properties = kind.get_mut("properties").and_then(Node::as_map_mut);
        if let Some(properties) = properties.filter(|it| !it.contains_key("data")) {
            properties.insert(text.key.clone(), text.value.clone());
        }
    }
}

/// A string of which nothing else is said but what it is for.
fn is_text(data: &Node) -> bool {
    data.as_map().is_some_and(|map| {
        map.get("type").and_then(Node::as_str) == Some("string")
            && map
                .keys()
                .all(|key| matches!(key, "type" | "description" | "title"))
    })
}

/// What is said about the text beside that is said about the document.
fn replace(data: &mut Node) {
    let Some(text) = data.as_map_mut() else {
        return;
    };
    let Some(mut schema) = text.remove("contentSchema") else {
        return;
    };
    if let Some(document) = schema.as_map_mut() {
        for keyword in ["description", "title", "deprecated"] {
            if document.contains_key(keyword) {
                continue;
            }
            if let Some(said) = text.remove_entry(keyword) {
                document.insert(said.key, said.value);
            }
        }
    }
    *data = schema;
}

fn holds_json(text: &Node) -> bool {
    let said = |keyword| text.get(keyword).and_then(Node::as_str);
    let media_type = said("contentMediaType").unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    text.get("contentSchema").is_some()
        && text.get("contentEncoding").is_none()
        && (essence == "application/json" || essence.ends_with("+json"))
}
