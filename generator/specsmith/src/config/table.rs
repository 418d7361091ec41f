//! A TOML table that is taken key by key, with a diagnostic for what is wrong and what is left.
//!
//! This module must not know which keys there are.

use std::ops::Range;

use specsmith_openapi::report::{FileId, suggest};
use specsmith_openapi::{Diagnostic, Origin, Report, Severity};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Placed;
use super::value::{tidy, wrong_output_path};

/// Where findings go: one file and the report.
pub(super) struct Sink<'a> {
    pub(super) file: FileId,
    pub(super) report: &'a mut Report,
}

impl Sink<'_> {
    /// Reports a fatal finding.
    pub(super) fn push(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report.push(Diagnostic {
            code,
            severity: Severity::Fatal,
            at: Some(at),
            message: message.into(),
            help: help.into(),
            related: Vec::new(),
        });
    }

    /// Reports a value that does not hold.
    pub(super) fn wrong<T>(&mut self, value: &Placed<T>, message: &str, help: &str) {
        let nowhere = Origin {
            file: self.file,
            start: 0,
            end: 0,
        };
        let at = value.at.unwrap_or(nowhere);
        self.push("config-value", at, message, help);
    }

    /// The origin of a span of the file.
    pub(super) fn origin(&self, span: Range<usize>) -> Origin {
        let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Origin {
            file: self.file,
            start: offset(span.start),
            end: offset(span.end),
        }
    }
}

/// A table whose keys are taken one by one.
pub(super) struct Table<'t, 'i> {
    table: &'t DeTable<'i>,
    taken: Vec<&'static str>,
    /// Where the table stands, for keys that it lacks.
    at: Origin,
}

impl<'t, 'i> Table<'t, 'i> {
    pub(super) fn new(table: &'t DeTable<'i>, at: Origin) -> Self {
        Self {
            table,
            taken: Vec::new(),
            at,
        }
    }

    /// Where the table stands.
    pub(super) fn at(&self) -> Origin {
        self.at
    }

    /// Whether the key is there, with whatever value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(k, _)| k.get_ref() == key)
    }

    fn take(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.taken.push(key);
        self.table
            .iter()
            .find(|(k, _)| k.get_ref() == key)
            .map(|(_, value)| value)
    }

    /// A string.
    pub(super) fn string(&mut self, key: &'static str, sink: &mut Sink) -> Option<Placed<String>> {
        self.take(key)
            .and_then(|value| string(value, &name(key), sink))
    }

    /// A folder that output goes into: relative, below the root, with `/`.
    pub(super) fn folder(
        &mut self,
        key: &'static str,
        default: impl FnOnce() -> String,
        sink: &mut Sink,
    ) -> String {
        let Some(path) = self.string(key, sink) else {
            return default();
        };
        let tidy = tidy(&path);
        if let Some(problem) = wrong_output_path(&tidy) {
            let message = format!("`{}` cannot be an output folder: {problem}", path.value);
            let help = "write a path below the folder of this file, with `/`";
            sink.wrong(&path, &message, help);
        }
        tidy
    }

    /// A string that must be there.
    pub(super) fn required(
        &mut self,
        key: &'static str,
        example: &str,
        sink: &mut Sink,
    ) -> Option<Placed<String>> {
        if !self.has(key) {
            self.taken.push(key);
            sink.push(
                "config-missing-key",
                self.at,
                format!("`{key}` is missing"),
                format!("add `{key} = {example}`"),
            );
            return None;
        }
        self.string(key, sink)
    }

    /// `true` or `false`; `false` when absent.
    pub(super) fn boolean(&mut self, key: &'static str, sink: &mut Sink) -> bool {
        let Some(value) = self.take(key) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            wrong_kind(value, &name(key), "`true` or `false`", sink);
            false
        })
    }

    /// A whole number above zero.
    pub(super) fn number(&mut self, key: &'static str, sink: &mut Sink) -> Option<Placed<u64>> {
        let value = self.take(key)?;
        let at = sink.origin(value.span());
        let expected = "a whole number that is not negative";
        let Some(integer) = value.get_ref().as_integer() else {
            wrong_kind(value, &name(key), expected, sink);
            return None;
        };
        let number = u64::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()).ok();
        if number.is_none() {
            let message = format!("`{key}` is `{integer}`");
            sink.push("config-value", at, message, format!("write {expected}"));
        }
        Some(Placed {
            value: number?,
            at: Some(at),
        })
    }

    /// A list of strings; empty when absent.
    pub(super) fn strings(&mut self, key: &'static str, sink: &mut Sink) -> Vec<Placed<String>> {
        self.list(key, "a list of strings", sink)
            .into_iter()
            .flatten()
            .filter_map(|value| string(value, &format!("a member of `{key}`"), sink))
            .collect()
    }

    /// A list; `None` when absent.
    pub(super) fn list(
        &mut self,
        key: &'static str,
        expected: &str,
        sink: &mut Sink,
    ) -> Option<&'t [Spanned<DeValue<'i>>]> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Array(list) => Some(list),
            _ => {
                wrong_kind(value, &name(key), expected, sink);
                None
            }
        }
    }

    /// A table of this table; `None` when absent.
    pub(super) fn table(&mut self, key: &'static str, sink: &mut Sink) -> Option<Table<'t, 'i>> {
        self.take(key)
            .and_then(|value| table(value, &name(key), sink))
    }

    /// The tables of `[[key]]`; empty when absent.
    pub(super) fn tables(&mut self, key: &'static str, sink: &mut Sink) -> Vec<Table<'t, 'i>> {
        self.list(
            key,
            &format!("a list of tables, each under `[[{key}]]`"),
            sink,
        )
        .into_iter()
        .flatten()
        .filter_map(|value| table(value, &format!("a member of `{key}`"), sink))
        .collect()
    }

    /// All members as strings: a table whose keys are the user's own.
    pub(super) fn entries(self, sink: &mut Sink) -> Vec<(Placed<String>, Placed<String>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .filter_map(|(key, value)| {
                let at = Some(sink.origin(key.span()));
                let key = Placed {
                    value: key.get_ref().to_string(),
                    at,
                };
                let value = string(value, &name(&key.value), sink)?;
                Some((key, value))
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.at.map(|at| at.start));
        entries
    }

    /// Reports the keys that nobody took.
    pub(super) fn finish(self, sink: &mut Sink) {
        for (key, _) in self.table {
            if self.taken.iter().all(|taken| key.get_ref() != taken) {
                let at = sink.origin(key.span());
                let message = format!("there is no key `{}` here", key.get_ref());
                sink.push(
                    "config-unknown-key",
                    at,
                    message,
                    hint(key.get_ref(), &self.taken),
                );
            }
        }
    }
}

/// A value as a string.
pub(super) fn string(
    value: &Spanned<DeValue<'_>>,
    what: &str,
    sink: &mut Sink,
) -> Option<Placed<String>> {
    let Some(text) = value.get_ref().as_str() else {
        wrong_kind(value, what, "a string", sink);
        return None;
    };
    Some(Placed {
        value: text.to_owned(),
        at: Some(sink.origin(value.span())),
    })
}

/// A value as a table.
pub(super) fn table<'t, 'i>(
    value: &'t Spanned<DeValue<'i>>,
    what: &str,
    sink: &mut Sink,
) -> Option<Table<'t, 'i>> {
    let at = sink.origin(value.span());
    match value.get_ref() {
        DeValue::Table(table) => Some(Table::new(table, at)),
        _ => {
            wrong_kind(value, what, "a table", sink);
            None
        }
    }
}

/// What to write instead of a word that is none of `known`.
pub(super) fn hint(word: &str, known: &[&str]) -> String {
    match suggest(word, known.iter().copied()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("write one of {}", list(known)),
    }
}

/// Words as people read a list.
fn list(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn name(key: &str) -> String {
    format!("`{key}`")
}

fn wrong_kind(value: &Spanned<DeValue<'_>>, what: &str, expected: &str, sink: &mut Sink) {
    let found = match value.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    let at = sink.origin(value.span());
    sink.push(
        "config-type",
        at,
        format!("{what} is {found}"),
        format!("write {expected}"),
    );
}
