//! A schema without references and conjunctions: what holds of a value, and between what there is
//! a choice.
//!
//! This module must not make values.

use serde_json::{Map, Value};

use super::super::bundle::{NAME, TAGS};
use super::super::shape::target;
use super::Unmade;
use super::merge::merge;

/// What holds of one value.
#[derive(Debug, Clone, Default)]
pub(super) struct Flat {
    pub(super) map: Map<String, Value>,
    /// The unions.
    pub(super) choices: Vec<Choice>,
    /// What the discriminator says, if there is one.
    tags: Option<Value>,
    /// The definition that the value is one of: the alternative that was chosen, else the first.
    definition: Option<String>,
    absorbed: usize,
}

/// A union: the value is one of its alternatives.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub(super) keyword: Keyword,
    pub(super) alternatives: Vec<Value>,
}

/// How many alternatives a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    /// One or more.
    AnyOf,
    /// One alone.
    OneOf,
}

/// How many schemas may hold of one value.
const MOST: usize = 400;

impl Flat {
    /// Adds all that a schema says. Conditions alternate by round: not looked at, met, not met.
    pub(super) fn absorb(
        &mut self,
        root: &Value,
        schema: &Value,
        round: usize,
    ) -> Result<(), Unmade> {
        self.absorbed += 1;
        let map = match schema {
            Value::Object(map) if self.absorbed <= MOST => map,
            Value::Object(_) => return Err(Unmade("too many schemas hold at once".to_owned())),
            Value::Bool(false) => return Err(Unmade("a schema allows no value".to_owned())),
            _ => return Ok(()),
        };
        if let Some(reference) = map.get("$ref").and_then(Value::as_str) {
            self.definition.get_or_insert_with(|| reference.to_owned());
            if let Some(target) = target(root, reference) {
                self.absorb(root, target, round)?;
            }
        }
        if let Some(tags) = map.get(TAGS) {
            self.tags.get_or_insert_with(|| tags.clone());
        }
        merge(&mut self.map, &plain(map));
        for part in list(map, "allOf") {
            self.absorb(root, part, round)?;
        }
        self.condition(root, map, round)?;
        for (key, keyword) in [("anyOf", Keyword::AnyOf), ("oneOf", Keyword::OneOf)] {
            if map.contains_key(key) {
                let alternatives = list(map, key).cloned().collect();
                self.choices.push(Choice {
                    keyword,
                    alternatives,
                });
            }
        }
        Ok(())
    }

    fn condition(
        &mut self,
        root: &Value,
        map: &Map<String, Value>,
        round: usize,
    ) -> Result<(), Unmade> {
        let Some(condition) = map.get("if") else {
            return Ok(());
        };
        match (round % 3, map.get("then"), map.get("else")) {
            (1, Some(then), _) => {
                self.absorb(root, condition, round)?;
                self.absorb(root, then, round)
            }
            (2, _, Some(other)) => self.absorb(root, other, round),
            _ => Ok(()),
        }
    }

    /// Says which alternative the value is.
    pub(super) fn choose(&mut self, alternative: &Value) {
        if let Some(reference) = alternative.get("$ref").and_then(Value::as_str) {
            self.definition = Some(reference.to_owned());
        }
    }

    /// The property that tells which definition the value is of, and what it says.
    pub(super) fn tag(&self, root: &Value) -> Option<(&str, String)> {
        let tags = self.tags.as_ref()?;
        let property = tags.get("property")?.as_str()?;
        let definition = self.definition.as_deref()?;
        let mapped = tags.get("tags").and_then(|it| it.get(definition));
        let tag = mapped.or_else(|| target(root, definition)?.get(NAME));
        Some((property, tag?.as_str()?.to_owned()))
    }
}

/// Keywords that are no rules for a value by themselves.
const COMPOSING: [&str; 12] = [
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "if",
    "then",
    "else",
    "$defs",
    "readOnly",
    "writeOnly",
    NAME,
    TAGS,
];

fn plain(map: &Map<String, Value>) -> Map<String, Value> {
    let plain = map
        .iter()
        .filter(|(key, _)| !COMPOSING.contains(&key.as_str()));
    plain
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

fn list<'a>(map: &'a Map<String, Value>, key: &str) -> impl Iterator<Item = &'a Value> {
    map.get(key).and_then(Value::as_array).into_iter().flatten()
}
