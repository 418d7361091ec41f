//! Objects: the properties that have to be there, and near the root most others.
//!
//! This module must not know what properties hold.

use serde_json::{Map, Value, json};

use super::flat::Flat;
use super::{DEEP, Maker, Optional, Unmade};

/// The most properties that are made up.
const MOST: usize = 200;

impl Maker<'_> {
    pub(super) fn object(&mut self, flat: &Flat, depth: usize) -> Result<Value, Unmade> {
        let map = &flat.map;
        let none = Map::new();
        let declared = map
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&none);
        let required = required(map);
        let most = size(map, "maxProperties").unwrap_or(usize::MAX);
        let tag = flat.tag(self.root);
        let mut object = Map::new();
        for name in &required {
            let schema = declared.get(name).or_else(|| other(map, name));
            if schema.is_some_and(|it| self.is_absent(it)) {
                continue;
            }
            let value = self.property(name, schema, tag.as_ref(), depth)?;
            object.insert(name.clone(), value);
        }
        for (name, schema) in declared {
            let is_tag = tag.as_ref().is_some_and(|(property, _)| property == name);
            let is_wanted = self.optional == Optional::Most && depth < DEEP || is_tag;
            let is_there = object.contains_key(name) || object.len() >= most;
            if !is_wanted || is_there || self.is_absent(schema) || !self.has_room(depth) {
                continue;
            }
            if let Ok(value) = self.property(name, Some(schema), tag.as_ref(), depth) {
                object.insert(name.clone(), value);
            }
        }
        self.dependents(map, declared, &mut object, depth)?;
        self.fill(map, &mut object, depth)?;
        Ok(Value::Object(in_order(declared, object)))
    }

    /// Whether there is something left for what need not be there.
    fn has_room(&self, depth: usize) -> bool {
        self.left > super::STEPS / 4 || depth == 0
    }

    fn property(
        &mut self,
        name: &str,
        schema: Option<&Value>,
        tag: Option<&(&str, String)>,
        depth: usize,
    ) -> Result<Value, Unmade> {
        let schema = schema.unwrap_or(&Value::Bool(true));
        if let Some((property, tag)) = tag
            && *property == name
            && self.allows(schema, tag)
        {
            return Ok(json!(tag));
        }
        self.value(schema, depth + 1)
    }

    /// Whether the constants of a schema, if it has some, are such that a tag is one.
    fn allows(&self, schema: &Value, tag: &str) -> bool {
        let schema = super::super::shape::Schema {
            root: self.root,
            schema,
        };
        let constants = schema.constants();
        constants.is_empty() || constants.contains(&&json!(tag))
    }

    /// What has to be there because something else is.
    fn dependents(
        &mut self,
        map: &Map<String, Value>,
        declared: &Map<String, Value>,
        object: &mut Map<String, Value>,
        depth: usize,
    ) -> Result<(), Unmade> {
        let dependents = map.get("dependentRequired").and_then(Value::as_object);
        for (name, needed) in dependents.into_iter().flatten() {
            let needed = needed
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            for needed in needed
                .filter(|_| object.contains_key(name))
                .collect::<Vec<_>>()
            {
                if !object.contains_key(needed) {
                    let value = self.property(needed, declared.get(needed), None, depth)?;
                    object.insert(needed.to_owned(), value);
                }
            }
        }
        Ok(())
    }

    /// Properties that are not declared: as many as there have to be, and one to show what they
    /// are where the object has no others.
    fn fill(
        &mut self,
        map: &Map<String, Value>,
        object: &mut Map<String, Value>,
        depth: usize,
    ) -> Result<(), Unmade> {
        let least = size(map, "minProperties").unwrap_or(0);
        if least > MOST {
            return Err(Unmade(format!(
                "an object would have more than {MOST} properties"
            )));
        }
        let is_free = map
            .get("additionalProperties")
            .is_some_and(Value::is_object);
        let is_shown =
            is_free && object.is_empty() && depth <= DEEP && self.optional == Optional::Most;
        let wanted = least.max(usize::from(is_shown));
        let mut tries = 0;
        while object.len() < wanted {
            tries += 1;
            if tries > MOST * 2 {
                return Err(Unmade("not enough different names are found".to_owned()));
            }
            let name = self.name(map, tries, depth)?;
            let schema = other(map, &name).cloned().unwrap_or(Value::Bool(true));
            match self.value(&schema, depth + 1) {
                Ok(value) => {
                    object.insert(name, value);
                }
                Err(unmade) if object.len() < least => return Err(unmade),
                Err(_) => break,
            }
        }
        Ok(())
    }

    fn name(
        &mut self,
        map: &Map<String, Value>,
        count: usize,
        depth: usize,
    ) -> Result<String, Unmade> {
        let patterns = map.get("patternProperties").and_then(Value::as_object);
        let pattern = patterns.and_then(|it| it.keys().next());
        let is_closed = map.get("additionalProperties") == Some(&json!(false));
        let schema = match (map.get("propertyNames"), pattern) {
            (Some(names), _) => names.clone(),
            (None, Some(pattern)) if is_closed => json!({"pattern": pattern}),
            (None, _) => return Ok(format!("key{count}")),
        };
        // Names are strings, whether the schema says so or not.
        let schema = json!({"allOf": [schema, {"type": "string"}]});
        let name = self.value(&schema, depth + 1)?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }
}

/// The schema of a property that is not declared.
fn other<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let patterns = map.get("patternProperties").and_then(Value::as_object);
    let mut patterns = patterns.into_iter().flatten();
    let is_match = |pattern: &str| {
        let schema = json!({ "pattern": pattern });
        jsonschema::options()
            .build(&schema)
            .is_ok_and(|it| it.is_valid(&json!(name)))
    };
    let by_pattern = patterns.find(|(pattern, _)| is_match(pattern));
    by_pattern
        .map(|(_, schema)| schema)
        .or_else(|| map.get("additionalProperties"))
}

fn required(map: &Map<String, Value>) -> Vec<String> {
    let names = map
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    names.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn size(map: &Map<String, Value>, key: &str) -> Option<usize> {
    usize::try_from(map.get(key)?.as_u64()?).ok()
}

/// Properties in the order in which they are declared, then the others.
fn in_order(declared: &Map<String, Value>, mut object: Map<String, Value>) -> Map<String, Value> {
    let known = declared
        .keys()
        .filter_map(|name| object.shift_remove_entry(name));
    let mut ordered: Map<String, Value> = known.collect();
    ordered.extend(object);
    ordered
}
