//! One value merged into another (Overlay 1.1.0, section 4.4.3).
//!
//! It must not know where either comes from.

use crate::read::{Entry, Map, Node, Value};
use crate::report::Origin;

/// A part of the new value that does not go with what is there.
#[derive(Debug)]
pub(super) struct Clash<'n> {
    /// The part of the new value.
    pub(super) new: &'n Node,
    /// What is there, in a sentence.
    pub(super) old: &'static str,
}

/// Merges `new` into `old`: maps key by key, lists at their end, other values in place. What does
/// not go together is left as it is, and told.
pub(super) fn merge<'n>(old: &mut Node, new: &'n Node, clashes: &mut Vec<Clash<'n>>) {
    let kind = old.kind();
    match (&mut old.value, &new.value) {
        (Value::Map(old), Value::Map(new)) => merge_maps(old, new, clashes),
        (Value::List(old), Value::List(new)) => old.extend(new.iter().cloned()),
        // A key without a value, as people write it to show where things are.
        (Value::Map(_) | Value::List(_), Value::Null) => {}
        (Value::Map(_) | Value::List(_), _) | (_, Value::Map(_) | Value::List(_)) => {
            // `null` is the absence of a value, and anything may stand in its place.
            if old.is_null() {
                *old = new.clone();
            } else {
                clashes.push(Clash { new, old: kind });
            }
        }
        (_, _) => *old = new.clone(),
    }
}

fn merge_maps<'n>(old: &mut Map, new: &'n Map, clashes: &mut Vec<Clash<'n>>) {
    for Entry { key, value } in new {
        match old.get_mut(&key.text) {
            Some(old) => merge(old, value, clashes),
            None => {
                old.insert(key.clone(), value.clone());
            }
        }
    }
}

/// Merges into a target: a list takes anything else as one more item.
pub(super) fn into_target<'n>(target: &mut Node, new: &'n Node, clashes: &mut Vec<Clash<'n>>) {
    match (&mut target.value, &new.value) {
        (Value::List(items), value) if !matches!(value, Value::List(_)) => {
            items.push(new.clone());
        }
        _ => merge(target, new, clashes),
    }
}

/// Where a finding about a value points: at the first key of a map, all of it would hide the point.
pub(super) fn place(node: &Node) -> Origin {
    let first = node.as_map().and_then(|map| map.entries().first());
    first.map_or(node.origin, |entry| entry.key.origin)
}
