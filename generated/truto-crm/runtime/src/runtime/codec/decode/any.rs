// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Reads or skips a value of any kind, counting its levels.
//!
//! It must not know formats, except for one habit of `serde_json` that other crates can turn on.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, map};

use super::super::Value;
use super::super::path::Step;
use super::context::Context;

/// Makes a [`Value`].
pub(super) struct AnySeed<'a>(pub(super) &'a mut Context);

impl<'de> DeserializeSeed<'de> for AnySeed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnySeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        let number = Number::from_f64(number);
        number
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number that is not finite"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let context = self.0;
        context.enter()?;
        let mut list = Vec::new();
        loop {
            match elements.next_element_seed(AnySeed(&mut *context)) {
                Ok(Some(value)) => list.push(value),
                Ok(None) => break,
                Err(error) => return Err(context.failed(Step::Index(list.len()), error)),
            }
        }
        context.leave();
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let context = self.0;
        context.enter()?;
        let mut object = map::Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            match entries.next_value_seed(AnySeed(&mut *context)) {
                Ok(value) => drop(object.insert(key, value)),
                Err(error) => return Err(context.failed(Step::Key(key), error)),
            }
        }
        context.leave();
        Ok(arbitrary_number(&object).unwrap_or(Value::Object(object)))
    }
}

/// The number that `serde_json` hands over as an object when any crate of the program turns its
/// feature `arbitrary_precision` on.
fn arbitrary_number(object: &map::Map<String, Value>) -> Option<Value> {
    const KEY: &str = "$serde_json::private::Number";
    if object.len() != 1 {
        return None;
    }
    let Value::String(text) = object.get(KEY)? else {
        return None;
    };
    // A service cannot pass an object off as a number where the feature is off.
    let is_on = "1e999".parse::<Number>().is_ok();
    text.parse().ok().filter(|_| is_on).map(Value::Number)
}

/// Reads a value and drops it.
pub(super) struct Skip<'a>(pub(super) &'a mut Context);

impl<'de> DeserializeSeed<'de> for Skip<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_ignored_any(self)
    }
}

impl<'de> Visitor<'de> for Skip<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        self.0.enter()?;
        while elements.next_element_seed(Skip(&mut *self.0))?.is_some() {}
        self.0.leave();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.0.enter()?;
        while entries.next_key_seed(Skip(&mut *self.0))?.is_some() {
            entries.next_value_seed(Skip(&mut *self.0))?;
        }
        self.0.leave();
        Ok(())
    }
}
