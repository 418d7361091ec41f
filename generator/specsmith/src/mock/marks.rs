//! Which properties go the other way: `readOnly` in what is sent, `writeOnly` in what is received.
//!
//! This module must not know what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::bundle::Direction;

/// The values of a schema go the other way.
pub(super) fn goes_other_way(schema: &Value, direction: Direction) -> bool {
    let mark = match direction {
        Direction::Sent => "readOnly",
        Direction::Received => "writeOnly",
    };
    schema.get(mark).and_then(Value::as_bool) == Some(true)
}

/// The marks of definitions.
pub(super) struct Marks {
    direction: Direction,
    /// References to definitions that are marked themselves.
    definitions: BTreeSet<String>,
    /// What each definition says, by its reference.
    parts: BTreeMap<String, Part>,
}

/// What a schema says of properties by itself.
#[derive(Default)]
struct Part {
    /// Names of those that are marked.
    marked: Vec<String>,
    /// References to what else it is composed of.
    composed_of: Vec<String>,
}

impl Marks {
    pub(super) fn of(defs: &Map<String, Value>, direction: Direction) -> Self {
        let reference = |name: &String| format!("#/$defs/{name}");
        let marked = defs
            .iter()
            .filter(|(_, schema)| goes_other_way(schema, direction));
        let mut marks = Self {
            direction,
            definitions: marked.map(|(name, _)| reference(name)).collect(),
            parts: BTreeMap::new(),
        };
        for (name, schema) in defs {
            if let Value::Object(map) = schema {
                let part = marks.part(map);
                marks.parts.insert(reference(name), part);
            }
        }
        marks
    }

    /// The marked properties of a schema and of all that it is composed of.
    pub(super) fn names(&self, map: &Map<String, Value>) -> BTreeSet<String> {
        let Part {
            marked,
            composed_of: mut ahead,
        } = self.part(map);
        let mut names: BTreeSet<String> = marked.into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(reference) = ahead.pop() {
            if let Some(part) = self.parts.get(&reference)
                && seen.insert(reference)
            {
                names.extend(part.marked.iter().cloned());
                ahead.extend(part.composed_of.iter().cloned());
            }
        }
        names
    }

    fn part(&self, map: &Map<String, Value>) -> Part {
        let mut part = Part::default();
        self.add(map, &mut part);
        part
    }

    fn add(&self, map: &Map<String, Value>, part: &mut Part) {
        let properties = map.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flatten();
        let marked = properties.filter(|(_, property)| self.is_marked(property));
        part.marked.extend(marked.map(|(name, _)| name.clone()));
        let reference = map.get("$ref").and_then(Value::as_str);
        part.composed_of.extend(reference.map(str::to_owned));
        let all = map.get("allOf").and_then(Value::as_array);
        for schema in all.into_iter().flatten().filter_map(Value::as_object) {
            self.add(schema, part);
        }
    }

    fn is_marked(&self, property: &Value) -> bool {
        let reference = property.get("$ref").and_then(Value::as_str);
        let parts = property.get("allOf").and_then(Value::as_array);
        goes_other_way(property, self.direction)
            || reference.is_some_and(|it| self.definitions.contains(it))
            || parts.is_some_and(|parts| parts.iter().any(|it| self.is_marked(it)))
    }
}
