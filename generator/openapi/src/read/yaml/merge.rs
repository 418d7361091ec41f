//! Merge keys: `<<: *base` and `<<: [*first, *second]` (the YAML 1.1 type `merge`).
//!
//! It must not know what an alias is: a map written in place merges as well.

use crate::read::codes;
use crate::read::{Entry, Map, Node, Value};
use crate::report::{Diagnostic, Origin, Report};

/// A merge key with its value.
pub(super) struct Merge {
    /// How many entries stand before it.
    pub(super) position: usize,
    /// The place of `<<`.
    pub(super) at: Origin,
    pub(super) value: Node,
}

/// The map with the entries of all `merges` that it does not have itself, each where its `<<`
/// stands. Of several merged maps the first one that has a key counts.
pub(super) fn apply(map: Map, merges: Vec<Merge>, report: &mut Report) -> Map {
    if merges.is_empty() {
        return map;
    }
    report_repeated(&merges, report);
    let mut positions = Vec::new();
    let mut merged = Map::new();
    for merge in merges {
        let position = merge.position;
        for Entry { key, value } in bases(merge, report).into_iter().flatten() {
            if !map.contains_key(&key.text) && !merged.contains_key(&key.text) {
                merged.insert(key, value);
                positions.push(position);
            }
        }
    }
    interleave(map, positions.into_iter().zip(merged))
}

/// Puts every added entry before the own one that stands at its position.
fn interleave(own: Map, added: impl Iterator<Item = (usize, Entry)>) -> Map {
    let mut added = added.peekable();
    let mut all = Map::new();
    for (position, entry) in own.into_iter().enumerate() {
        while let Some((_, merged)) = added.next_if(|(before, _)| *before <= position) {
            all.insert(merged.key, merged.value);
        }
        all.insert(entry.key, entry.value);
    }
    all.extend(added.map(|(_, entry)| entry));
    all
}

/// The maps that a merge key names.
fn bases(merge: Merge, report: &mut Report) -> Vec<Map> {
    let items = match merge.value.value {
        Value::List(items) => items,
        value => vec![Node {
            value,
            ..merge.value
        }],
    };
    let mut bases = Vec::new();
    for item in items {
        match item.value {
            Value::Map(map) => bases.push(map),
            other => report.push(Diagnostic::error(
                codes::MERGE_KEY,
                merge.at,
                format!("`<<` merges maps, and this is {}", other.kind()),
                "give it an alias of a map, or a list of such aliases",
            )),
        }
    }
    bases
}

fn report_repeated(merges: &[Merge], report: &mut Report) {
    let [first, others @ ..] = merges else { return };
    for merge in others {
        let repeated = Diagnostic::error(
            codes::DUPLICATE_KEY,
            merge.at,
            "the key `<<` is written twice",
            "both count; write one `<<` with a list: `<<: [*first, *second]`",
        );
        report.push(repeated.related(first.at, "first written here"));
    }
}
