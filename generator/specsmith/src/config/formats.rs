//! `[sdk.formats]`: the Rust types of strings that have a format.
//!
//! This module must not know what those types are.

use indexmap::IndexMap;
use specsmith_openapi::report::suggest;

use super::table::{Sink, Table, hint};

/// Formats, with what each can be written as: the default first.
const CHOICES: &[(&str, &[&str])] = &[
    ("date-time", &["jiff", "chrono", "time", "string"]),
    ("date", &["jiff", "chrono", "time", "string"]),
    ("duration", &["jiff", "string"]),
    ("uuid", &["uuid", "string"]),
    ("ipv4", &["std", "string"]),
    ("ipv6", &["std", "string"]),
    ("byte", &["base64", "string"]),
    ("decimal", &["string", "rust_decimal"]),
    ("uri", &["string", "url"]),
];

/// Which library each format takes its type from.
#[derive(Debug, Clone, Default)]
pub struct Formats {
    chosen: IndexMap<&'static str, &'static str>,
}

impl Formats {
    /// The library of a format; `None` for a string.
    pub fn library(&self, format: &str) -> Option<&'static str> {
        let (name, words) = CHOICES.iter().find(|(name, _)| *name == format)?;
        let chosen = self.chosen.get(name).or(words.first()).copied()?;
        (chosen != "string").then_some(chosen)
    }

    /// The format with a type of its own that another most likely misspells: `datetime`.
    pub fn misspelt(&self, format: &str) -> Option<&'static str> {
        if CHOICES.iter().any(|(name, _)| *name == format) {
            return None;
        }
        let typed = CHOICES.iter().map(|(name, _)| *name);
        let typed: Vec<&str> = typed.filter(|name| self.library(name).is_some()).collect();
        let folded = folded(format);
        let same = typed
            .iter()
            .copied()
            .find(|name| self::folded(name) == folded);
        // Short words and numbered ones are formats of their own: `guid`, `url`, `decimal128`.
        let is_long = folded.len() >= LONG && folded.bytes().all(|it| it.is_ascii_lowercase());
        same.or_else(|| suggest(format, typed.into_iter().filter(|_| is_long)))
    }
}

/// Words from which on a near one is taken for what is meant.
const LONG: usize = 7;

fn folded(format: &str) -> String {
    let letters = format.chars().filter(|c| c.is_alphanumeric());
    letters.collect::<String>().to_lowercase()
}

pub(super) fn formats(mut table: Table<'_, '_>, sink: &mut Sink) -> Formats {
    let mut formats = Formats::default();
    for (name, words) in CHOICES {
        let Some(given) = table.string(name, sink) else {
            continue;
        };
        match words.iter().find(|word| **word == given.value) {
            Some(word) => drop(formats.chosen.insert(name, word)),
            None => {
                let message = format!("`{name}` cannot be written as `{}`", given.value);
                sink.wrong(&given, &message, &hint(&given, words));
            }
        }
    }
    table.finish(sink);
    formats
}
