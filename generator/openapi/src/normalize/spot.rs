//! The place of a value as messages name it.
//!
//! It must not know what stands there.

use crate::read::{Key, Node};
use crate::report::Origin;

/// The place of a value, for messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    /// Keyword or key that holds it.
    pub(super) name: &'a str,
    /// The value is an item of the list that the keyword holds.
    pub(super) item: bool,
    /// The key, or the item itself.
    pub(super) at: Origin,
}

impl<'a> Spot<'a> {
    pub(super) fn of(key: &'a Key) -> Self {
        Self {
            name: &key.text,
            item: false,
            at: key.origin,
        }
    }

    pub(super) fn item(self, node: &Node) -> Self {
        Self {
            name: self.name,
            item: true,
            at: first_key(node).unwrap_or(node.origin),
        }
    }

    /// The beginning of a sentence about the value.
    pub(super) fn takes(self) -> String {
        if self.item {
            format!("an item of `{}` is", self.name)
        } else {
            format!("`{}` takes", self.name)
        }
    }
}

/// A map is pointed at by its first key: all of it would hide the excerpt's point.
pub(super) fn first_key(node: &Node) -> Option<Origin> {
    node.as_map()?
        .entries()
        .first()
        .map(|entry| entry.key.origin)
}
