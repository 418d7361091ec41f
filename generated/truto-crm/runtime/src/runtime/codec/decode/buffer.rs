// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Entries of an object that were read before it was known what they belong to.
//!
//! It must not know what is looked for in them.

use std::slice::Iter;

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};
use serde_json::map::Map;

use super::super::Value;

/// Entries in the order of arrival, to be read again.
#[derive(Default)]
pub(super) struct Buffer(Vec<(String, Value)>);

impl Buffer {
    pub(super) fn push(&mut self, key: String, value: Value) {
        self.0.push((key, value));
    }

    /// The entries, as a deserializer reads them.
    pub(super) fn entries(&self) -> Entries<'_> {
        Entries {
            left: self.0.iter(),
            value: &Value::Null,
        }
    }

    /// The entries as an object. Of two with one key, the last one stays.
    pub(super) fn into_object(self) -> Map<String, Value> {
        self.0.into_iter().collect()
    }
}

/// Entries that are being read again.
pub(super) struct Entries<'a> {
    left: Iter<'a, (String, Value)>,
    /// What belongs to the key that was read last.
    value: &'a Value,
}

impl<'a> MapAccess<'a> for Entries<'a> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        let Some((key, value)) = self.left.next() else {
            return Ok(None);
        };
        self.value = value;
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Self::Error> {
        seed.deserialize(self.value)
    }
}
