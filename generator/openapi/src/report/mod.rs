//! Diagnostics: what is wrong with a description, where, and how to mend it.
//!
//! This module must not know what any keyword means.

mod clip;
mod excerpt;
mod github;
mod json;
mod suggest;
mod text;
mod visible;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

pub use clip::clip;
pub use suggest::suggest;

/// A file of [`Sources`](crate::read::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// Position among the files that were read.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// A place in a file as written: what stands between two byte offsets.
///
/// A node that a later stage makes carries the origin of what it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset behind the last byte.
    pub end: u32,
}

impl Origin {
    /// The place of a range of bytes. Offsets beyond 4 GiB, which no reader accepts, are cut.
    pub fn of_bytes(file: FileId, bytes: Range<usize>) -> Self {
        let offset = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        Self {
            file,
            start: offset(bytes.start),
            end: offset(bytes.end),
        }
    }

    /// The bytes, to slice the text of the file with.
    pub fn range(self) -> Range<usize> {
        let index = |offset| usize::try_from(offset).unwrap_or(usize::MAX);
        index(self.start)..index(self.end)
    }

    /// Whether nothing is written there: the place of a value that is left out.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing can be written: exit 2.
    Fatal,
    /// A place is wrong and the output degrades there: exit 1 under `lint` and `--strict`.
    Error,
    /// Repaired, or not expressed in the output.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fatal => "fatal",
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable name of the rule, e.g. `dangling-ref`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where; `None` when the finding has no file (a wrong flag).
    pub at: Option<Origin>,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Other places that belong to it, each with a short label.
    pub related: Vec<(Origin, String)>,
}

impl Diagnostic {
    /// Nothing can be written.
    pub fn fatal(
        code: &'static str,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(
            Severity::Fatal,
            code,
            at.into(),
            message.into(),
            help.into(),
        )
    }

    /// A place is wrong; the output degrades there.
    pub fn error(
        code: &'static str,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(
            Severity::Error,
            code,
            at.into(),
            message.into(),
            help.into(),
        )
    }

    /// Repaired, or not expressed in the output.
    pub fn warning(
        code: &'static str,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(
            Severity::Warning,
            code,
            at.into(),
            message.into(),
            help.into(),
        )
    }

    /// Adds a place that belongs to the finding, with a short label such as `first used here`.
    #[must_use]
    pub fn related(mut self, at: Origin, label: impl Into<String>) -> Self {
        self.related.push((at, label.into()));
        self
    }

    fn new(
        severity: Severity,
        code: &'static str,
        at: Option<Origin>,
        message: String,
        help: String,
    ) -> Self {
        Self {
            code,
            severity,
            at,
            message,
            help,
            related: Vec::new(),
        }
    }
}

/// All findings of a run, in the order found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds the findings of another report behind these.
    pub fn append(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// All findings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count()
    }

    /// The gate behind a stage: `true` when a finding is fatal.
    pub fn is_fatal(&self) -> bool {
        self.count(Severity::Fatal) > 0
    }

    /// How many findings there are of each severity.
    pub fn counts(&self) -> Counts {
        Counts {
            fatal: self.count(Severity::Fatal),
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
        }
    }

    /// Sorts by file and place, findings without a file first, and drops repetitions: what a YAML
    /// alias stands for is looked at once for each alias. Findings at one place keep their order.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.at);
        self.diagnostics.dedup();
    }
}

/// How many findings there are of each severity. Prints as `2 errors, 1 warning`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Nothing could be written.
    pub fatal: usize,
    /// The output degraded.
    pub errors: usize,
    /// Repaired, or not expressed in the output.
    pub warnings: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let parts = [
            (self.fatal, format!("{} fatal", self.fatal)),
            (
                self.errors,
                format!("{} error{}", self.errors, plural(self.errors)),
            ),
            (
                self.warnings,
                format!("{} warning{}", self.warnings, plural(self.warnings)),
            ),
        ];
        let present: Vec<_> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, text)| text)
            .collect();
        if present.is_empty() {
            f.write_str("no findings")
        } else {
            f.write_str(&present.join(", "))
        }
    }
}
