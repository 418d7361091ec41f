// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Finds the position of a key in a long list of entries.
//!
//! It must not know the entries: it holds positions only and asks for the keys.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

/// Up to this many entries are searched one by one, which is faster and needs no memory.
const SMALL: usize = 16;

/// Marks a free cell.
const FREE: u32 = u32::MAX;

/// An open-addressed hash table of positions, keyed at random so that nobody can choose keys that
/// collide. Made when there are many entries.
#[derive(Clone)]
pub(super) struct Index(Option<Box<Cells>>);

#[derive(Clone)]
struct Cells {
    /// A power of two of cells, at most half of them taken.
    positions: Vec<u32>,
    hasher: RandomState,
}

impl Index {
    pub(super) const fn new() -> Self {
        Self(None)
    }

    pub(super) const fn is_built(&self) -> bool {
        self.0.is_some()
    }

    /// Position of a key, asking `is_key` about those that may be it.
    pub(super) fn find(&self, key: &str, is_key: impl Fn(usize) -> bool) -> Option<usize> {
        let cells = self.0.as_deref()?;
        cells
            .probe(key)
            .find_map(|cell| match cells.positions.get(cell) {
                None | Some(&FREE) => Some(None),
                Some(&position) => is_key(position as usize).then_some(Some(position as usize)),
            })?
    }

    /// Takes note that there are `len` entries now, the last one being new.
    pub(super) fn added<'k>(&mut self, len: usize, key_at: impl Fn(usize) -> &'k str) {
        match &mut self.0 {
            None if len <= SMALL => {}
            Some(cells) if len <= cells.positions.len() / 2 => cells.put(key_at(len - 1), len - 1),
            None | Some(_) => self.0 = Some(Box::new(Cells::over((0..len).map(key_at)))),
        }
    }

    /// Forgets all positions and takes those of these keys.
    pub(super) fn rebuild<'k>(&mut self, keys: impl ExactSizeIterator<Item = &'k str>) {
        let many = keys.len() > SMALL;
        self.0 = many.then(|| Box::new(Cells::over(keys)));
    }
}

impl Cells {
    fn over<'k>(keys: impl ExactSizeIterator<Item = &'k str>) -> Self {
        let size = (keys.len() * 4).next_power_of_two();
        let mut cells = Self {
            positions: vec![FREE; size],
            hasher: RandomState::new(),
        };
        for (position, key) in keys.enumerate() {
            cells.put(key, position);
        }
        cells
    }

    fn put(&mut self, key: &str, position: usize) {
        let free = self
            .probe(key)
            .find(|cell| self.positions.get(*cell) == Some(&FREE));
        let place = free.and_then(|cell| self.positions.get_mut(cell));
        if let (Some(place), Ok(position)) = (place, u32::try_from(position)) {
            *place = position;
        }
    }

    /// Every cell once, beginning where the key belongs.
    fn probe(&self, key: &str) -> impl Iterator<Item = usize> + use<> {
        let mask = self.positions.len().wrapping_sub(1);
        let start = self.hasher.hash_one(key) as usize;
        (0..=mask).map(move |step| start.wrapping_add(step) & mask)
    }
}
