//! What was made once and is asked for again, as much of it as there is room for.
//!
//! This module must not know what it is.

use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use indexmap::IndexMap;
use serde_json::Value;

/// Things by what they were made for. Where there is no room those go that were made first.
#[derive(Debug)]
pub(super) struct Kept<K, V> {
    all: Mutex<All<K, V>>,
    room: usize,
}

#[derive(Debug)]
struct All<K, V> {
    by_key: IndexMap<K, (Arc<V>, usize)>,
    weight: usize,
}

impl<K: Hash + Eq, V> Kept<K, V> {
    /// `room`: what all that is kept may weigh together.
    pub(super) fn new(room: usize) -> Self {
        let all = All {
            by_key: IndexMap::new(),
            weight: 0,
        };
        Self {
            all: Mutex::new(all),
            room,
        }
    }

    /// What a key stands for: `make` gives it, with its weight.
    pub(super) fn get_or(&self, key: K, make: impl FnOnce() -> (V, usize)) -> Arc<V> {
        if let Some((found, _)) = self.all().by_key.get(&key) {
            return found.clone();
        }
        // Not under the lock: making takes a while, and another may be asked for.
        let (made, weight) = make();
        let made = Arc::new(made);
        self.all().insert(key, (made.clone(), weight), self.room);
        made
    }

    fn all(&self) -> MutexGuard<'_, All<K, V>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Hash + Eq, V> All<K, V> {
    fn insert(&mut self, key: K, made: (Arc<V>, usize), room: usize) {
        self.weight = self.weight.saturating_add(made.1);
        if let Some((_, old)) = self.by_key.insert(key, made) {
            self.weight = self.weight.saturating_sub(old);
        }
        while self.weight > room && self.by_key.len() > 1 {
            if let Some((_, (_, old))) = self.by_key.shift_remove_index(0) {
                self.weight = self.weight.saturating_sub(old);
            }
        }
    }
}

/// How many values a value holds, itself among them; long texts count for several.
pub(super) fn weight(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(weight).fold(1, usize::saturating_add),
        Value::Object(map) => map.values().map(weight).fold(1, usize::saturating_add),
        Value::String(text) => (text.len() / 128).saturating_add(1),
        Value::Null | Value::Bool(_) | Value::Number(_) => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn what_was_made_first_goes() {
        let kept = Kept::new(10);
        let made = |key: &'static str, weight| *kept.get_or(key, || (weight, weight));
        assert_eq!((made("a", 4), made("b", 5), made("a", 1)), (4, 5, 4));
        assert_eq!(made("c", 3), 3);
        assert_eq!((made("b", 1), made("a", 2)), (5, 2));
        // One alone is kept, whatever it weighs.
        assert_eq!((made("d", 20), made("d", 1)), (20, 20));
    }
}
