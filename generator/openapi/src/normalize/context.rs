//! What a walk over one file carries along: where findings go and which references it met.
//!
//! It must not know any keyword.

use indexmap::{IndexMap, IndexSet};

use super::keyword::{Dialect, Kind};
use crate::report::{Diagnostic, FileId, Origin, Report};

/// State of the walk over one file.
pub(super) struct Context<'r> {
    pub(super) report: &'r mut Report,
    pub(super) dialect: Dialect,
    pub(super) references: &'r mut References,
    pub(super) cut: &'r mut Cut,
}

/// References that were met, each with the places that hold it. Order of first appearance.
pub(super) type References = IndexMap<Reference, Vec<Origin>>;

/// Named objects that were cut out, each with the file and the kind of the map that held it. What
/// refers to one of them does so rightly: the finding is about the object.
pub(crate) type Cut = IndexSet<(FileId, Kind, Box<str>)>;

/// A reference and what it has to lead to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Reference {
    /// The file that holds it.
    pub(super) from: FileId,
    /// The text of `$ref`.
    pub(super) text: Box<str>,
    /// The kind of object that its place takes.
    pub(super) kind: Kind,
}

impl Context<'_> {
    pub(super) fn error(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report.push(Diagnostic::error(code, at, message, help));
    }

    pub(super) fn warn(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report
            .push(Diagnostic::warning(code, at, message, help));
    }

    /// Notes that the place `at` refers to an object of `kind`.
    pub(super) fn refer(&mut self, text: &str, kind: Kind, at: Origin) {
        let reference = Reference {
            from: at.file,
            text: text.into(),
            kind,
        };
        self.references.entry(reference).or_default().push(at);
    }
}
