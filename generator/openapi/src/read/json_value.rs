//! Between the tree and `serde_json` values, in the order written.
//!
//! It must not read text: that is for the readers.

use serde_json::Value as Json;

use super::{Entry, Key, Map, Node, Value};
use crate::report::Origin;

impl Node {
    /// The value without its places.
    pub fn to_json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Number(number) => Json::Number(number.into()),
            Value::String(text) => Json::String(text.clone()),
            Value::List(items) => Json::Array(items.iter().map(Self::to_json).collect()),
            Value::Map(map) => Json::Object(
                map.iter()
                    .map(|it| (it.key.text.to_string(), it.value.to_json()))
                    .collect(),
            ),
        }
    }

    /// The tree of a value, all of it at one place.
    pub fn from_json(value: &Json, origin: Origin) -> Self {
        let value = match value {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => Value::Number(number.into()),
            Json::String(text) => Value::String(text.clone()),
            Json::Array(items) => Value::List(
                items
                    .iter()
                    .map(|item| Self::from_json(item, origin))
                    .collect(),
            ),
            Json::Object(fields) => Value::Map(
                fields
                    .iter()
                    .map(|(key, value)| Entry {
                        key: Key::new(key.as_str(), origin),
                        value: Self::from_json(value, origin),
                    })
                    .collect::<Map>(),
            ),
        };
        Self { value, origin }
    }
}
