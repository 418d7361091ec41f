//! Entries of an object that were read before it was known what they belong to.
//!
//! It must not know what is looked for in them.

use std::vec::IntoIter;

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};
use serde_json::map::Map;

use super::super::Value;

/// Entries in the order of arrival, to be read again.
#[derive(Default)]
pub(super) struct Buffer {
    entries: Vec<(String, Value)>,
    /// The entries once they are being read.
    reading: Option<IntoIter<(String, Value)>>,
    value: Option<Value>,
}

impl Buffer {
    pub(super) fn push(&mut self, key: String, value: Value) {
        self.entries.push((key, value));
    }

    /// The entries as an object. Of two with one key, the last one stays.
    pub(super) fn into_object(self) -> Map<String, Value> {
        self.entries.into_iter().collect()
    }
}

impl<'de> MapAccess<'de> for Buffer {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        let entries = &mut self.entries;
        let reading = self
            .reading
            .get_or_insert_with(|| std::mem::take(entries).into_iter());
        let Some((key, value)) = reading.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(key.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Self::Error> {
        seed.deserialize(self.value.take().unwrap_or_default())
    }
}
