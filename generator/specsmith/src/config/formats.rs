//! `[sdk.formats]`: the Rust types of strings that have a format.
//!
//! This module must not know what those types are.

use indexmap::IndexMap;

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
