// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! An object with free keys, in the order of arrival.
//!
//! It must not know how it is read or written.

mod index;

use std::fmt;

use index::Index;

use super::slot::{Blank, Entries, Slot, Target, View};

/// An object with free keys. Entries keep the order in which they were added.
///
/// Looking a key up takes constant time; removing one takes time linear in the size.
#[derive(Clone)]
pub struct Map<T> {
    entries: Vec<(String, T)>,
    index: Index,
}

impl<T> Map<T> {
    /// No entries.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            index: Index::new(),
        }
    }

    /// Number of entries.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// There are no entries.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Value under a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.entries
            .get(self.position(key)?)
            .map(|(_, value)| value)
    }

    /// Value under a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        let position = self.position(key)?;
        self.entries.get_mut(position).map(|(_, value)| value)
    }

    /// There is an entry under the key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// Sets a value and returns the one that it replaces; the key keeps its place then.
    pub fn insert(&mut self, key: impl Into<String>, value: T) -> Option<T> {
        let key = key.into();
        match self.get_mut(&key) {
            Some(place) => Some(std::mem::replace(place, value)),
            None => {
                self.append(key, value);
                None
            }
        }
    }

    /// Removes an entry and returns its value; those behind it move up.
    pub fn remove(&mut self, key: &str) -> Option<T> {
        let position = self.position(key)?;
        let (_, value) = self.entries.remove(position);
        self.index
            .rebuild(self.entries.iter().map(|(key, _)| key.as_str()));
        Some(value)
    }

    /// Keys and values in order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.entries.iter())
    }

    /// Keys and values in order, the values to be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&str, &mut T)> {
        self.entries
            .iter_mut()
            .map(|(key, value)| (key.as_str(), value))
    }

    /// Keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.entries.iter().map(|(key, _)| key.as_str())
    }

    /// Values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.entries.iter().map(|(_, value)| value)
    }

    fn position(&self, key: &str) -> Option<usize> {
        if self.index.is_built() {
            return self
                .index
                .find(key, |position| self.key_at(position) == Some(key));
        }
        self.entries.iter().position(|(k, _)| k == key)
    }

    fn key_at(&self, position: usize) -> Option<&str> {
        self.entries.get(position).map(|(key, _)| key.as_str())
    }

    /// Adds an entry whose key is not there yet.
    fn append(&mut self, key: String, value: T) {
        self.entries.push((key, value));
        self.index.added(self.entries.len(), |position| {
            self.entries
                .get(position)
                .map_or("", |(key, _)| key.as_str())
        });
    }
}

/// Keys and values in order.
#[derive(Debug)]
pub struct Iter<'a, T>(std::slice::Iter<'a, (String, T)>);

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = (&'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key.as_str(), value))
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<'a, T> IntoIterator for &'a Map<T> {
    type Item = (&'a str, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// The same entries in any order.
impl<T: PartialEq> PartialEq for Map<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(key, value)| other.get(key).is_some_and(|found| found == value))
    }
}

impl<T: fmt::Debug> fmt::Debug for Map<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<K: Into<String>, U: Into<T>, T> Extend<(K, U)> for Map<T> {
    fn extend<I: IntoIterator<Item = (K, U)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value.into());
        }
    }
}

impl<K: Into<String>, U: Into<T>, T> FromIterator<(K, U)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, U)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Into<String>, U: Into<T>, T, const N: usize> From<[(K, U); N]> for Map<T> {
    fn from(entries: [(K, U); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl From<serde_json::Map<String, serde_json::Value>> for Map<serde_json::Value> {
    fn from(entries: serde_json::Map<String, serde_json::Value>) -> Self {
        entries.into_iter().collect()
    }
}

impl From<Map<serde_json::Value>> for serde_json::Map<String, serde_json::Value> {
    fn from(entries: Map<serde_json::Value>) -> Self {
        entries.into_iter().collect()
    }
}

impl<T> Blank for Map<T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Slot + Blank> Slot for Map<T> {
    fn target(&mut self) -> Target<'_> {
        Target::Map(self)
    }

    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<T: Slot + Blank> Entries for Map<T> {
    fn len(&self) -> usize {
        self.entries.len()
    }

    fn get(&self, index: usize) -> Option<(&str, &dyn Slot)> {
        self.entries
            .get(index)
            .map(|(key, value)| (key.as_str(), value as &dyn Slot))
    }

    fn find(&self, key: &str) -> Option<&dyn Slot> {
        self.get(key).map(|value| value as &dyn Slot)
    }

    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
        self.entries
            .get_mut(index)
            .map(|(_, value)| value as &mut dyn Slot)
    }

    fn insert(&mut self, key: String) -> usize {
        let Some(position) = self.position(&key) else {
            self.append(key, T::blank());
            return self.entries.len() - 1;
        };
        if let Some((_, value)) = self.entries.get_mut(position) {
            *value = T::blank();
        }
        position
    }
}

impl<T: Slot + Blank> serde::Serialize for Map<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::serialize(self, serializer)
    }
}

impl<'de, T: Slot + Blank> serde::Deserialize<'de> for Map<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::deserialize(deserializer)
    }
}
