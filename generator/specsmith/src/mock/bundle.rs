//! A schema with all that it refers to, as one JSON Schema that stands by itself.
//!
//! Each target of a reference becomes one of `$defs`, whichever file it is written in. This module
//! must not know which values a schema is for.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Map, Value, json};

use super::marks::Marks;
use super::source::{Place, Source};
use crate::json_schema::{Conversion, Vocabulary, each_part};

/// Which way values go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    /// To the service: what is read-only need not be there.
    Sent,
    /// From the service: what is write-only is not there.
    Received,
}

/// Formats that a value is held against.
pub(super) const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uuid",
    "byte",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float",
];

/// Key of the tags by which a discriminator tells its alternatives: of each reference its value.
pub(super) const TAGS: &str = "x-specsmith-internal-tags";

/// Key of the last word of the pointer of a definition.
pub(super) const NAME: &str = "x-specsmith-internal-name";

const ANNOTATIONS: &[&str] = &[
    "readOnly",
    "writeOnly",
    "default",
    "example",
    "examples",
    "discriminator",
    "contentEncoding",
];

/// A schema that stands by itself.
#[derive(Debug)]
pub(super) struct Bundled {
    pub(super) schema: Value,
    /// What of it could not be read and takes any value.
    pub(super) notes: Vec<String>,
}

/// The schema at a place.
pub(super) fn bundle(source: &Source, place: &Place, direction: Direction) -> Bundled {
    let mut bundle = Bundle::new(source);
    let mut root = bundle.converted(place);
    bundle.fill();
    let Bundle {
        mut defs, notes, ..
    } = bundle;
    let marks = Marks::of(&defs, direction);
    relax(&mut root, &marks);
    for schema in defs.values_mut() {
        relax(schema, &marks);
    }
    if let Value::Object(root) = &mut root
        && !defs.is_empty()
    {
        root.insert("$defs".to_owned(), Value::Object(defs));
    }
    Bundled {
        schema: root,
        notes,
    }
}

/// An object with a field for each of some schemas.
pub(super) fn bundle_fields(source: &Source, fields: &[(String, bool, Place)]) -> Bundled {
    let mut bundle = Bundle::new(source);
    let mut properties = Map::new();
    for (name, _, place) in fields {
        properties.insert(name.clone(), bundle.converted(place));
    }
    bundle.fill();
    let required = fields.iter().filter(|(_, required, _)| *required);
    let required: Vec<&str> = required.map(|(name, ..)| name.as_str()).collect();
    let schema = json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "$defs": bundle.defs,
    });
    Bundled {
        schema,
        notes: bundle.notes,
    }
}

struct Bundle<'a> {
    source: &'a Source,
    conversion: Conversion,
    names: BTreeMap<Place, String>,
    waiting: VecDeque<Place>,
    defs: Map<String, Value>,
    notes: Vec<String>,
}

impl<'a> Bundle<'a> {
    fn new(source: &'a Source) -> Self {
        let vocabulary = match source.dialect.has_json_schema() {
            true => Vocabulary::JsonSchema,
            false => Vocabulary::OpenApi,
        };
        Self {
            source,
            conversion: Conversion {
                vocabulary,
                formats: FORMATS,
                annotations: ANNOTATIONS,
            },
            names: BTreeMap::new(),
            waiting: VecDeque::new(),
            defs: Map::new(),
            notes: Vec::new(),
        }
    }

    /// Converts what is referred to, until nothing new is.
    fn fill(&mut self) {
        while let Some(place) = self.waiting.pop_front() {
            let mut schema = self.converted(&place);
            let name = self.names.get(&place).cloned().unwrap_or_default();
            if let Value::Object(map) = &mut schema {
                let word = place.pointer.rsplit('/').next().unwrap_or_default();
                let word = specsmith_openapi::read::unescape_step(word);
                map.insert(NAME.to_owned(), json!(word));
            }
            self.defs.insert(name, schema);
        }
    }

    fn converted(&mut self, place: &Place) -> Value {
        let Some(node) = self.source.at(place) else {
            self.notes
                .push(format!("nothing stands at `#{}`", place.pointer));
            return json!(true);
        };
        let mut schema = self.conversion.schema(&node.to_json());
        self.rewrite(&mut schema, place);
        schema
    }

    /// Leads references to definitions.
    fn rewrite(&mut self, schema: &mut Value, at: &Place) {
        let Value::Object(map) = schema else {
            return;
        };
        // Names of places have done their work; as they stand they would move `$defs`.
        for key in ["$id", "$anchor", "$dynamicAnchor", "$defs", "definitions"] {
            map.remove(key);
        }
        if let Some(reference) = map.remove("$dynamicRef") {
            let note = format!("`$dynamicRef: {reference}` is not read and takes any value");
            self.notes.push(note);
        }
        self.reference(map, at);
        self.discriminator(map, at);
        self.pattern(map);
        mend(map);
        bound_numbers(map);
        each_part(map, &mut |part| self.rewrite(part, at));
    }

    fn reference(&mut self, map: &mut Map<String, Value>, at: &Place) {
        let Some(Value::String(reference)) = map.get("$ref") else {
            return;
        };
        match self.definition(at, reference) {
            Ok(target) => {
                map.insert("$ref".to_owned(), json!(target));
            }
            Err(problem) => {
                self.notes.push(format!("{problem}; it takes any value"));
                map.remove("$ref");
            }
        }
    }

    /// One pattern that is none would keep the validator from reading the whole schema.
    fn pattern(&mut self, map: &mut Map<String, Value>) {
        if let Some(Value::String(pattern)) = map.get("pattern")
            && !is_pattern(pattern)
        {
            let note = format!("the pattern `{pattern}` is not one of ECMA-262 that is read here");
            self.notes.push(note);
            map.remove("pattern");
        }
    }

    fn definition(&mut self, at: &Place, reference: &str) -> Result<String, String> {
        let place = self.source.locate(at.file, reference)?;
        let next = self.names.len();
        let waiting = &mut self.waiting;
        let name = self.names.entry(place.clone()).or_insert_with(|| {
            waiting.push_back(place);
            next.to_string()
        });
        Ok(format!("#/$defs/{name}"))
    }

    /// The values of a discriminator, by the definitions that they mean.
    fn discriminator(&mut self, map: &mut Map<String, Value>, at: &Place) {
        let Some(discriminator) = map.remove("discriminator") else {
            return;
        };
        let property = match &discriminator {
            // Up to 2.0 it is a name alone.
            Value::String(name) => name.as_str(),
            other => match other.get("propertyName").and_then(Value::as_str) {
                Some(name) => name,
                None => return,
            },
        };
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        let mut tags = Map::new();
        for (tag, target) in mapping.into_iter().flatten() {
            let Some(target) = target.as_str() else {
                continue;
            };
            let by_name = format!("#/components/schemas/{target}");
            let found = self.definition(at, target);
            if let Ok(target) = found.or_else(|_| self.definition(at, &by_name)) {
                tags.entry(target).or_insert_with(|| json!(tag));
            }
        }
        map.insert(TAGS.to_owned(), json!({"property": property, "tags": tags}));
    }
}

/// What is no JSON Schema and says nothing: repeated constants and names, bounds by a mark.
fn mend(map: &mut Map<String, Value>) {
    for key in ["enum", "required"] {
        if let Some(Value::Array(values)) = map.get_mut(key) {
            let mut known = BTreeSet::new();
            values.retain(|it| {
                let is_kind = key == "enum" || it.is_string();
                is_kind && known.insert(it.to_string())
            });
        }
    }
    for key in ["exclusiveMinimum", "exclusiveMaximum"] {
        if map.get(key).is_some_and(Value::is_boolean) {
            map.remove(key);
        }
    }
}

fn is_pattern(pattern: &str) -> bool {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .build(&json!({ "pattern": pattern }))
        .is_ok()
}

/// Formats of numbers say their range.
fn bound_numbers(map: &mut Map<String, Value>) {
    let (low, high) = match map.get("format").and_then(Value::as_str) {
        Some("int8") => (json!(i8::MIN), json!(i8::MAX)),
        Some("int16") => (json!(i16::MIN), json!(i16::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        Some("uint8") => (json!(0), json!(u8::MAX)),
        Some("uint16") => (json!(0), json!(u16::MAX)),
        Some("uint32") => (json!(0), json!(u32::MAX)),
        Some("uint64") => (json!(0), json!(u64::MAX)),
        Some("float") => (json!(f32::MIN), json!(f32::MAX)),
        _ => return,
    };
    map.remove("format");
    if !map.contains_key("minimum") && !map.contains_key("exclusiveMinimum") {
        map.insert("minimum".to_owned(), low);
    }
    if !map.contains_key("maximum") && !map.contains_key("exclusiveMaximum") {
        map.insert("maximum".to_owned(), high);
    }
}

/// Requires nothing that goes the other way (OpenAPI 3.0.4, section 4.7.24.2).
fn relax(schema: &mut Value, marks: &Marks) {
    let Value::Object(map) = schema else {
        return;
    };
    let names = marks.names(map);
    if !names.is_empty() {
        forgo(map, &names);
    }
    each_part(map, &mut |part| relax(part, marks));
}

fn forgo(map: &mut Map<String, Value>, names: &BTreeSet<String>) {
    if let Some(Value::Array(required)) = map.get_mut("required") {
        required.retain(|name| name.as_str().is_none_or(|name| !names.contains(name)));
    }
    for key in ["allOf", "anyOf", "oneOf"] {
        let parts = map.get_mut(key).and_then(Value::as_array_mut);
        for part in parts.into_iter().flatten() {
            if let Value::Object(part) = part {
                forgo(part, names);
            }
        }
    }
}
