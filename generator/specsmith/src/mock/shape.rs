//! What a JSON Schema says of the shape of its values, references and compositions followed.
//!
//! This module must not decide whether a value is valid.

use serde_json::{Map, Value};

/// How many schemas are looked into for one answer.
const MOST: usize = 256;

/// A schema among the definitions that its references lead to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema<'a> {
    pub(super) root: &'a Value,
    pub(super) schema: &'a Value,
}

/// Kinds of values that a schema speaks of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds {
    pub(super) null: bool,
    pub(super) boolean: bool,
    pub(super) number: bool,
    pub(super) string: bool,
    pub(super) array: bool,
    pub(super) object: bool,
}

/// What the target of a reference is.
pub(super) fn target<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    root.get("$defs")?.get(reference.strip_prefix("#/$defs/")?)
}

impl<'a> Schema<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        Self { root, schema: root }
    }

    fn at(&self, schema: &'a Value) -> Self {
        Self {
            root: self.root,
            schema,
        }
    }

    /// The schema and all that it is composed of.
    pub(super) fn views(&self) -> Vec<&'a Map<String, Value>> {
        let mut views: Vec<&'a Map<String, Value>> = Vec::new();
        let mut waiting = vec![self.schema];
        while let Some(schema) = waiting.pop() {
            let Value::Object(map) = schema else {
                continue;
            };
            if views.len() >= MOST || views.iter().any(|it| std::ptr::eq(*it, map)) {
                continue;
            }
            views.push(map);
            let reference = map.get("$ref").and_then(Value::as_str);
            waiting.extend(reference.and_then(|it| target(self.root, it)));
            for key in ["oneOf", "anyOf", "allOf"] {
                let parts = map.get(key).and_then(Value::as_array);
                waiting.extend(parts.into_iter().flatten().rev());
            }
        }
        views
    }

    pub(super) fn kinds(&self) -> Kinds {
        let mut kinds = Kinds::default();
        let views = self.views();
        for view in &views {
            match view.get("type") {
                Some(Value::String(name)) => kinds.add(name),
                Some(Value::Array(names)) => {
                    names
                        .iter()
                        .filter_map(Value::as_str)
                        .for_each(|name| kinds.add(name));
                }
                _ => {}
            }
        }
        if kinds != Kinds::default() {
            return kinds;
        }
        let constants = views.iter().flat_map(|view| constants(view));
        constants.for_each(|value| kinds.add(name(value)));
        kinds.array |= views.iter().any(|view| view.contains_key("items"));
        kinds.object |= views.iter().any(|view| view.contains_key("properties"));
        kinds
    }

    /// The constants that the value may be.
    pub(super) fn constants(&self) -> Vec<&'a Value> {
        self.views().into_iter().flat_map(constants).collect()
    }

    /// The schema of a property.
    pub(super) fn property(&self, name: &str) -> Option<Self> {
        let views = self.views();
        let declared = views.iter().find_map(|it| it.get("properties")?.get(name));
        let other = || views.iter().find_map(|it| it.get("additionalProperties"));
        declared.or_else(other).map(|schema| self.at(schema))
    }

    /// The schema of an item.
    pub(super) fn item(&self, index: usize) -> Option<Self> {
        let views = self.views();
        let placed = views
            .iter()
            .find_map(|it| it.get("prefixItems")?.get(index));
        let other = || views.iter().find_map(|it| it.get("items"));
        placed.or_else(other).map(|schema| self.at(schema))
    }

    /// The names of all declared properties.
    pub(super) fn properties(&self) -> Vec<&'a str> {
        let views = self.views().into_iter();
        let maps = views.filter_map(|it| it.get("properties")?.as_object());
        maps.flat_map(|map| map.keys().map(String::as_str))
            .collect()
    }
}

fn constants(view: &Map<String, Value>) -> Vec<&Value> {
    let listed = view
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    listed.chain(view.get("const")).collect()
}

fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

impl Kinds {
    fn add(&mut self, name: &str) {
        match name {
            "null" => self.null = true,
            "boolean" => self.boolean = true,
            "number" | "integer" => self.number = true,
            "string" => self.string = true,
            "array" => self.array = true,
            "object" => self.object = true,
            _ => {}
        }
    }
}
