//! What anchors stand for, and what it costs to write it once more.
//!
//! It must not know where aliases are allowed.

use std::collections::BTreeMap;

use crate::read::codes;
use crate::read::{Node, Value};
use crate::report::{Diagnostic, Origin, clip};

/// The finished anchors of a document by the id that the parser gives.
#[derive(Default)]
pub(super) struct Anchors(BTreeMap<usize, Anchored>);

pub(super) struct Anchored {
    pub(super) node: Node,
    /// Against [`Limits::nodes`](crate::read::Limits::nodes).
    pub(super) cost: u32,
}

impl Anchors {
    /// Keeps a copy of `node` and returns what a copy costs.
    pub(super) fn define(&mut self, id: usize, node: &Node) -> u32 {
        let cost = cost(node);
        self.0.insert(
            id,
            Anchored {
                node: node.clone(),
                cost,
            },
        );
        cost
    }

    /// `None` while the anchor's own value is still being read.
    pub(super) fn get(&self, id: usize) -> Option<&Anchored> {
        self.0.get(&id)
    }
}

/// One for each value, and one for 64 bytes of its text and keys.
fn cost(node: &Node) -> u32 {
    let below = match &node.value {
        Value::Null | Value::Bool(_) => 0,
        Value::Number(number) => text_cost(number.as_str()),
        Value::String(text) => text_cost(text),
        Value::List(items) => items.iter().map(cost).fold(0, u32::saturating_add),
        Value::Map(map) => map
            .iter()
            .map(|entry| text_cost(&entry.key.text).saturating_add(cost(&entry.value)))
            .fold(0, u32::saturating_add),
    };
    below.saturating_add(1)
}

fn text_cost(text: &str) -> u32 {
    u32::try_from(text.len() / 64).unwrap_or(u32::MAX)
}

/// An alias inside of what it stands for.
pub(super) fn cycle(at: Origin) -> Diagnostic {
    Diagnostic::fatal(
        codes::ALIAS_CYCLE,
        at,
        "the alias stands inside of what it stands for",
        "refer to a component with `$ref`: schemas may contain themselves, YAML values may not",
    )
}

/// An alias without an anchor before it, which is an error (YAML 1.2.2, section 7.1): what was meant
/// is not there, and `null` in its place would only be found wanting later.
pub(super) fn unknown(alias: &str, at: Origin) -> Diagnostic {
    let name = clip(alias.trim_start_matches('*'));
    Diagnostic::fatal(
        codes::UNKNOWN_ANCHOR,
        at,
        format!("no anchor `&{name}` stands before this alias"),
        format!("write `&{name}` before the value meant, or quote the text if it is no alias"),
    )
}
