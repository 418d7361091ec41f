// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Reads an object with declared fields, by the table of its type.
//!
//! It must not know formats, nor the type behind the table.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::super::path::Step;
use super::super::record::Record;
use super::super::table::Field;
use super::any::Skip;
use super::context::Context;
use super::seed::{Seed, place, read_entry};

pub(super) struct RecordVisitor<'a> {
    pub(super) record: &'a mut dyn Record,
    pub(super) context: &'a mut Context,
}

impl<'de> Visitor<'de> for RecordVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.record.table().name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut reading = Reading::new(self.record, self.context)?;
        reading.read(&mut entries)?;
        reading.finish()
    }
}

/// A record of which entries are being read.
pub(super) struct Reading<'a> {
    record: &'a mut dyn Record,
    context: &'a mut Context,
    fields: &'static [Field],
    seen: Seen,
    /// The field that is expected next.
    next: usize,
}

impl<'a> Reading<'a> {
    pub(super) fn new<E: Error>(
        record: &'a mut dyn Record,
        context: &'a mut Context,
    ) -> Result<Self, E> {
        context.enter()?;
        Ok(Self {
            fields: record.table().fields,
            record,
            context,
            seen: Seen::default(),
            next: 0,
        })
    }

    /// Reads entries until there are no more.
    pub(super) fn read<'de, A: MapAccess<'de>>(&mut self, entries: &mut A) -> Result<(), A::Error> {
        let fields = self.fields;
        while let Some(key) = entries.next_key_seed(KeySeed {
            fields,
            next: self.next,
        })? {
            match key {
                Key::Field(index, name) => self.field(index, name, entries)?,
                Key::Other(key) => self.other(key, entries)?,
            }
        }
        Ok(())
    }

    fn field<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        name: &'static str,
        entries: &mut A,
    ) -> Result<(), A::Error> {
        if !self.seen.insert(index) {
            return Err(A::Error::duplicate_field(name));
        }
        self.next = index + 1;
        let slot = place(self.record.slot(index))?;
        let context = &mut *self.context;
        entries
            .next_value_seed(Seed { slot, context })
            .map_err(|error| self.context.failed(Step::Field(name), error))
    }

    fn other<'de, A: MapAccess<'de>>(
        &mut self,
        key: String,
        entries: &mut A,
    ) -> Result<(), A::Error> {
        match self.record.extra_mut() {
            Some(extra) => read_entry(extra, key, self.context, entries),
            None => entries
                .next_value_seed(Skip(&mut *self.context))
                .map_err(|error| self.context.failed(Step::Key(key), error)),
        }
    }

    /// Sees that every required field was read.
    pub(super) fn finish<E: Error>(self) -> Result<(), E> {
        self.context.leave();
        self.seen.check_required(self.fields)
    }
}

/// A key of an object with declared fields.
enum Key {
    /// Position and name of a declared field.
    Field(usize, &'static str),
    /// A key beside them.
    Other(String),
}

/// Reads a key, expecting the field that follows the one before.
struct KeySeed {
    fields: &'static [Field],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        // Services write fields in one order, mostly that of their schema.
        let expected = self.fields.get(self.next).map(Field::name);
        if let Some(name) = expected.filter(|name| *name == key) {
            return Ok(Key::Field(self.next, name));
        }
        let (before, from_next) = self.fields.split_at_checked(self.next).unwrap_or_default();
        let later = from_next.iter().zip(self.next..).skip(1);
        let earlier = before.iter().zip(0..);
        let found = later.chain(earlier).find(|(field, _)| field.name() == key);
        Ok(match found {
            Some((field, index)) => Key::Field(index, field.name()),
            None => Key::Other(key.to_owned()),
        })
    }
}

/// The fields that were read.
#[derive(Default)]
struct Seen {
    /// The first 64, which is mostly all of them.
    first: u64,
    /// The others, 64 in a word.
    rest: Vec<u64>,
}

impl Seen {
    /// Notes a field; `false` when it was noted before.
    fn insert(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let Some(word) = self.word_mut(index / 64) else {
            return false;
        };
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    fn word_mut(&mut self, word: usize) -> Option<&mut u64> {
        let Some(word) = word.checked_sub(1) else {
            return Some(&mut self.first);
        };
        if self.rest.len() <= word {
            self.rest.resize(word + 1, 0);
        }
        self.rest.get_mut(word)
    }

    fn contains(&self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => self.first,
            Some(word) => self.rest.get(word).copied().unwrap_or_default(),
        };
        word & (1 << (index % 64)) != 0
    }

    /// Fails when required fields were not read, naming all of them.
    fn check_required<E: Error>(&self, fields: &[Field]) -> Result<(), E> {
        let required = fields
            .iter()
            .enumerate()
            .filter(|(_, field)| field.is_required());
        let mut missing = required
            .filter(|(index, _)| !self.contains(*index))
            .peekable();
        if missing.peek().is_none() {
            return Ok(());
        }
        let names: Vec<String> = missing
            .map(|(_, field)| format!("`{}`", field.name()))
            .collect();
        let fields = if names.len() == 1 { "field" } else { "fields" };
        Err(E::custom(format_args!(
            "missing {fields} {}",
            names.join(", ")
        )))
    }
}
