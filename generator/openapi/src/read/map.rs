//! A mapping in the order written, with fast lookup when it is large.
//!
//! It must not know what its keys mean.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::Node;
use crate::report::Origin;

/// A key and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its text.
    pub text: Box<str>,
    /// Where it is written, quotes included.
    pub origin: Origin,
}

impl Key {
    /// A key with its place.
    pub fn new(text: impl Into<Box<str>>, origin: Origin) -> Self {
        Self {
            text: text.into(),
            origin,
        }
    }
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: Node,
}

/// A mapping in the order written, without duplicate keys.
#[derive(Debug, Clone, Default)]
pub struct Map {
    entries: Vec<Entry>,
    /// Kept as soon as the map has more than [`SMALL`] entries, and from then on.
    index: Option<Box<Index>>,
}

/// Up to this size comparing key after key is faster than hashing.
const SMALL: usize = 16;

/// Positions of the entries by hash of their key. It decides no order.
#[derive(Debug, Clone, Default)]
struct Index {
    hasher: DefaultHashBuilder,
    positions: HashTable<usize>,
}

impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Map {
    /// No entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries in the order written.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries in the order written.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry> {
        self.entries.iter()
    }

    /// The entries in the order written, their values to change.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Key, &mut Node)> {
        self.entries
            .iter_mut()
            .map(|entry| (&entry.key, &mut entry.value))
    }

    /// The texts of the keys in the order written.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.key.text)
    }

    /// Whether it has `key`.
    pub fn contains_key(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// The value under `key`.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The value under `key`, to change.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        let position = self.position(key)?;
        self.entries.get_mut(position).map(|entry| &mut entry.value)
    }

    /// The key as written and its value.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.get(self.position(key)?)
    }

    /// Where in the order `key` stands.
    pub fn position(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.find(key, &self.entries),
            None => self
                .entries
                .iter()
                .position(|entry| *entry.key.text == *key),
        }
    }

    /// Adds an entry at the end, or replaces key and value of the one that has the same text, at
    /// its old position, and returns that one.
    pub fn insert(&mut self, key: Key, value: Node) -> Option<Entry> {
        let new = Entry { key, value };
        let position = self.position(&new.key.text);
        if let Some(old) = position.and_then(|position| self.entries.get_mut(position)) {
            return Some(std::mem::replace(old, new));
        }
        self.entries.push(new);
        match &mut self.index {
            Some(index) => index.add_last(&self.entries),
            None if self.entries.len() > SMALL => self.build_index(),
            None => {}
        }
        None
    }

    /// Removes an entry; the others keep their order. Takes time linear in the size of the map:
    /// use [`retain`](Self::retain) to remove many.
    pub fn remove(&mut self, key: &str) -> Option<Node> {
        self.remove_entry(key).map(|entry| entry.value)
    }

    /// Like [`remove`](Self::remove), with the key as written.
    pub fn remove_entry(&mut self, key: &str) -> Option<Entry> {
        let position = self.position(key)?;
        // Cannot panic: the index has positions of entries that are there.
        let entry = self.entries.remove(position);
        self.reindex();
        Some(entry)
    }

    /// Keeps the entries for which `keep` says so; the values may be changed on the way.
    pub fn retain(&mut self, mut keep: impl FnMut(&Key, &mut Node) -> bool) {
        let before = self.entries.len();
        self.entries
            .retain_mut(|entry| keep(&entry.key, &mut entry.value));
        if self.entries.len() != before {
            self.reindex();
        }
    }

    /// Gives an entry another key text at the same position and with the same origin.
    ///
    /// Does nothing and returns `false` when there is no entry `from` or there is one `to`.
    pub fn rename(&mut self, from: &str, to: &str) -> bool {
        if self.contains_key(to) {
            return false;
        }
        let position = self.position(from);
        let Some(entry) = position.and_then(|position| self.entries.get_mut(position)) else {
            return false;
        };
        entry.key.text = to.into();
        self.reindex();
        true
    }

    /// Gives back the room for entries that it does not have.
    pub(super) fn shrink_to_fit(&mut self) {
        self.entries.shrink_to_fit();
    }

    fn reindex(&mut self) {
        if self.index.is_some() {
            self.build_index();
        }
    }

    fn build_index(&mut self) {
        let mut index = self.index.take().unwrap_or_default();
        index.positions.clear();
        for position in 0..self.entries.len() {
            index.add(position, &self.entries);
        }
        self.index = Some(index);
    }
}

impl Index {
    fn find(&self, key: &str, entries: &[Entry]) -> Option<usize> {
        let same = |&position: &usize| entries.get(position).is_some_and(|it| *it.key.text == *key);
        self.positions
            .find(self.hasher.hash_one(key), same)
            .copied()
    }

    fn add_last(&mut self, entries: &[Entry]) {
        self.add(entries.len().saturating_sub(1), entries);
    }

    fn add(&mut self, position: usize, entries: &[Entry]) {
        let Self { hasher, positions } = self;
        let hash = |&position: &usize| {
            entries
                .get(position)
                .map_or(0, |entry| hasher.hash_one(&*entry.key.text))
        };
        positions.insert_unique(hash(&position), position, hash);
    }
}

impl IntoIterator for Map {
    type Item = Entry;
    type IntoIter = std::vec::IntoIter<Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a> IntoIterator for &'a Map {
    type Item = &'a Entry;
    type IntoIter = std::slice::Iter<'a, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl FromIterator<Entry> for Map {
    /// Of entries with the same key the last one counts.
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl Extend<Entry> for Map {
    /// Of entries with the same key the last one counts.
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        for Entry { key, value } in entries {
            self.insert(key, value);
        }
    }
}
