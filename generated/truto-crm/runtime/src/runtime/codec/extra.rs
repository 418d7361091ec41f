// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! The entries of an object beside its declared fields.
//!
//! It must not know why they are there: a newer service, or a schema with free keys.

use super::Value;
use super::map::Map;
use super::slot::{Blank, Slot, Target, View};

/// The entries of an object beside its declared fields, kept in their order and encoded again.
///
/// One pointer wide, and without an allocation as long as there are none.
#[derive(Debug, Clone)]
pub struct Extra<T = Value>(Option<Box<Map<T>>>);

impl<T> Extra<T> {
    /// No entries.
    pub const fn new() -> Self {
        Self(None)
    }

    /// The entries to change.
    pub fn as_map_mut(&mut self) -> &mut Map<T> {
        self.0.get_or_insert_default()
    }
}

impl<T: 'static> Extra<T> {
    const EMPTY: &'static Map<T> = &Map::new();

    /// The entries.
    pub fn as_map(&self) -> &Map<T> {
        self.0.as_deref().unwrap_or(Self::EMPTY)
    }
}

impl<T> Default for Extra<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Blank for Extra<T> {
    fn blank() -> Self {
        Self::new()
    }
}

/// No entries and an empty map of entries are the same.
impl<T: PartialEq + 'static> PartialEq for Extra<T> {
    fn eq(&self, other: &Self) -> bool {
        self.as_map() == other.as_map()
    }
}

impl<T: Slot + Blank> Slot for Extra<T> {
    fn target(&mut self) -> Target<'_> {
        self.as_map_mut().target()
    }

    fn view(&self) -> View<'_> {
        self.0.as_deref().map_or(View::None, Slot::view)
    }
}
