//! Schemas as the validator reads them, each compiled when it is first asked for.
//!
//! This module must not know what is done about values that are not valid.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::Validator;
use jsonschema::error::{ValidationError, ValidationErrorKind};
use serde_json::Value;
use specsmith_openapi::read::escape_step;

use super::bundle::{self, Bundled, Direction};
use super::formats;
use super::kept::{Kept, weight};
use super::problem::Fault;
use super::source::{Place, Source};

/// A schema, and what holds values against it.
#[derive(Debug)]
pub(super) struct Compiled {
    /// The schema with all that it refers to.
    pub(super) schema: Value,
    /// `None`: the validator does not read the schema, and any value is taken.
    validator: Option<Validator>,
}

/// How many errors of one value are told.
const MOST: usize = 20;

impl Compiled {
    pub(super) fn is_valid(&self, value: &Value) -> bool {
        let validator = self.validator.as_ref();
        validator.is_none_or(|validator| validator.is_valid(value))
    }

    /// What is wrong with a value that stands at `pointer` of a request.
    pub(super) fn faults(&self, value: &Value, pointer: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some(validator) = &self.validator {
            for error in validator.iter_errors(value).take(MOST) {
                tell(&error, pointer, &mut faults);
            }
        }
        faults.truncate(MOST);
        faults
    }
}

/// A union says of each alternative why it is none of it: the nearest one is told.
fn tell(error: &ValidationError<'_>, base: &str, faults: &mut Vec<Fault>) {
    let nearest = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            nearest(context)
        }
        _ => None,
    };
    match nearest {
        Some(errors) => errors.iter().for_each(|error| tell(error, base, faults)),
        None => faults.push(fault(error, base)),
    }
}

/// The alternative that a value comes closest to: one whose errors lie within it.
fn nearest<'a>(
    context: &'a [Vec<ValidationError<'static>>],
) -> Option<&'a [ValidationError<'static>]> {
    let depth = |errors: &Vec<ValidationError<'_>>| {
        let depths = errors.iter().map(|it| it.instance_path().as_str().len());
        depths.min().unwrap_or_default()
    };
    let is_of_kind = |errors: &&Vec<ValidationError<'_>>| {
        let mut errors = errors.iter();
        errors.all(|it| {
            !matches!(it.kind(), ValidationErrorKind::Type { .. })
                || !it.instance_path().as_str().is_empty()
        })
    };
    let alternatives = context.iter().filter(|errors| !errors.is_empty());
    let best = alternatives
        .filter(is_of_kind)
        .min_by_key(|errors| (std::cmp::Reverse(depth(errors)), errors.len()));
    best.map(Vec::as_slice)
}

fn fault(error: &ValidationError<'_>, base: &str) -> Fault {
    let mut pointer = format!("{base}{}", fragment(error.instance_path().as_str()));
    let missing = match error.kind() {
        ValidationErrorKind::Required { property } => property.as_str(),
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => {
            unexpected.first().map(String::as_str)
        }
        _ => None,
    };
    if let Some(name) = missing {
        pointer.push('/');
        pointer.push_str(&fragment(&escape_step(name)));
    }
    // Without the value: it can be a secret, and as long as the sender likes.
    Fault::new(pointer, error.masked().to_string())
}

/// A pointer as the fragment of a URL (RFC 6901, section 6).
pub(super) fn fragment(pointer: &str) -> String {
    let steps = pointer.split('/').map(super::percent::encode);
    steps.collect::<Vec<_>>().join("/")
}

/// All schemas that were asked for and fit in.
#[derive(Debug)]
pub(super) struct Judge {
    pub(super) source: Source,
    compiled: Kept<Key, Compiled>,
    notes: Mutex<Notes>,
}

/// What a schema is compiled for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    At(u32, String, Direction),
    /// The form of an operation in 2.0, by its pointer.
    Form(u32, String),
}

#[derive(Debug, Default)]
struct Notes {
    known: BTreeSet<String>,
    fresh: Vec<String>,
}

/// How many values all schemas together have that are kept. One of a million takes some 150 MB.
const ROOM: usize = 1_000_000;

impl Judge {
    pub(super) fn new(source: Source) -> Self {
        Self {
            source,
            compiled: Kept::new(ROOM),
            notes: Mutex::default(),
        }
    }

    /// The schema at a place.
    pub(super) fn schema(&self, place: &Place, direction: Direction) -> Arc<Compiled> {
        // A place that only refers to another is the other.
        let place = match self.is_alias(place) {
            true => self.source.follow(place.clone()),
            false => None,
        }
        .unwrap_or_else(|| place.clone());
        let key = Key::At(place.file.number(), place.pointer.clone(), direction);
        self.compiled(key, &place.pointer, || {
            bundle::bundle(&self.source, &place, direction)
        })
    }

    fn is_alias(&self, place: &Place) -> bool {
        let map = self.source.at(place).and_then(|node| node.as_map());
        map.is_some_and(|map| map.len() == 1 && map.contains_key("$ref"))
    }

    /// The schema of a form whose fields are parameters.
    pub(super) fn form(&self, owner: &Place, fields: &[(String, bool, Place)]) -> Arc<Compiled> {
        let key = Key::Form(owner.file.number(), owner.pointer.clone());
        self.compiled(key, &owner.pointer, || {
            bundle::bundle_fields(&self.source, fields)
        })
    }

    fn compiled(&self, key: Key, pointer: &str, make: impl FnOnce() -> Bundled) -> Arc<Compiled> {
        self.compiled.get_or(key, || {
            let compiled = self.compile(pointer, make());
            let weight = weight(&compiled.schema);
            (compiled, weight)
        })
    }

    fn compile(&self, pointer: &str, bundled: Bundled) -> Compiled {
        for note in bundled.notes {
            self.note(format!("the schema at `#{pointer}`: {note}"));
        }
        let validator = formats::options().build(&bundled.schema);
        let validator = validator.map_err(|error| {
            self.note(format!(
                "the schema at `#{pointer}` takes any value, since the validator does not read it: {}",
                error.masked()
            ));
        });
        Compiled {
            schema: bundled.schema,
            validator: validator.ok(),
        }
    }

    /// Keeps something to be said once.
    pub(super) fn note(&self, text: String) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.known.len() < MOST_NOTES && notes.known.insert(text.clone()) {
            notes.fresh.push(text);
        }
    }

    /// What is to be said since it was last asked.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut notes.fresh)
    }
}

/// How many notes are kept apart.
const MOST_NOTES: usize = 10_000;
