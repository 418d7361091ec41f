//! Which keys of an object stand together: alternatives that are made of `required` alone.
//!
//! It must not know what the keys hold.

use super::conjunction::Leaf;
use super::null;
use super::schema::JsonType;
use crate::api::Presence;
use crate::read::Node;

/// Rules about values whose type stands elsewhere: `required`, bounds and the like.
pub(super) fn is_only_rules(node: &Node) -> bool {
    let is_rule =
        |key| matches!(key, "minProperties" | "maxProperties" | "not") || names_keys(node, key);
    node.as_map().is_some_and(|map| map.keys().all(is_rule))
}

/// The keyword says which keys stand there, or nothing.
fn names_keys(node: &Node, keyword: &str) -> bool {
    matches!(keyword, "required" | "title" | "description")
        || (keyword == "type" && JsonType::of(node) == Some(JsonType::Object))
}

/// What `oneOf` and `anyOf` say about the keys of an object.
pub(super) fn rules(leaves: &[Leaf<'_>]) -> Vec<Presence> {
    let open = leaves.iter().filter(|leaf| leaf.open);
    let lists = open.flat_map(|leaf| {
        let keywords = null::ALTERNATIVES.iter();
        keywords.filter_map(|keyword| Some((*keyword, leaf.part.node.get(keyword)?.as_list()?)))
    });
    let rules = lists.filter_map(|(keyword, alternatives)| {
        let sets: Option<Vec<Vec<String>>> = alternatives.iter().map(keys).collect();
        let sets = sets.filter(|sets| sets.len() > 1)?;
        Some(Presence {
            sets,
            exclusive: keyword == "oneOf",
        })
    });
    rules.collect()
}

/// The keys that an alternative demands; `None` when it says something else, or demands none.
fn keys(alternative: &Node) -> Option<Vec<String>> {
    let map = alternative.as_map()?;
    if !map.keys().all(|key| names_keys(alternative, key)) {
        return None;
    }
    let names = alternative.get("required")?.as_list()?;
    let names: Option<Vec<String>> = names
        .iter()
        .map(|name| Some(name.as_str()?.to_owned()))
        .collect();
    names.filter(|names| !names.is_empty())
}
