//! Reading files: trees, places, findings, and what they look like when printed.
//!
//! `UPDATE_EXPECT=1 cargo test -p specsmith-openapi --test read` rewrites what is expected.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "tests"
)]

mod deserialize;
mod differential;
mod files;
mod hostile;
mod json;
mod places;
mod rendering;
mod tree;
mod yaml;

use expect_test::Expect;
use specsmith_openapi::read::{Document, Node, Value, read_str};
use specsmith_openapi::{Limits, Origin, Report, Sources};

/// What came out of reading one text.
struct Outcome {
    document: Option<Document>,
    sources: Sources,
    report: Report,
}

impl Outcome {
    fn of(name: &str, text: &str) -> Self {
        Self::within(name, text, &Limits::default())
    }

    fn within(name: &str, text: &str, limits: &Limits) -> Self {
        let mut sources = Sources::new();
        let mut report = Report::new();
        let document = read_str(name, text.to_owned(), limits, &mut sources, &mut report);
        Self {
            document,
            sources,
            report,
        }
    }

    fn root(&self) -> &Node {
        match &self.document {
            Some(document) => &document.root,
            None => panic!("{}", self.text()),
        }
    }

    fn text(&self) -> String {
        self.report.render_text(&self.sources, false)
    }

    fn place(&self, at: Origin) -> String {
        let (line, column) = self.sources.line_column(at.file, at.start);
        let (end_line, end_column) = self.sources.line_column(at.file, at.end);
        if line == end_line {
            format!("{line}:{column}-{end_column}")
        } else {
            format!("{line}:{column}-{end_line}:{end_column}")
        }
    }

    /// A line for each finding, without help.
    fn findings(&self) -> String {
        let mut lines = String::new();
        for finding in self.report.diagnostics() {
            let at = finding.at.map(|at| self.place(at)).unwrap_or_default();
            let (severity, code) = (finding.severity, finding.code);
            lines += &format!("{at} {severity}[{code}]: {}\n", finding.message);
            for (at, label) in &finding.related {
                lines += &format!("  {} {label}\n", self.place(*at));
            }
        }
        lines
    }
}

/// Reads `text` as a file of that name and compares the tree, then the findings.
fn check(name: &str, text: &str, expected: Expect) {
    let outcome = Outcome::of(name, text);
    let tree = outcome
        .document
        .as_ref()
        .map_or("no tree".to_owned(), |it| written(&it.root));
    expected.assert_eq(&format!("{tree}\n{}", outcome.findings()));
}

/// Reads `text` as a file of that name and compares what is printed about it.
fn check_text(name: &str, text: &str, expected: Expect) {
    expected.assert_eq(&Outcome::of(name, text).text());
}

/// The tree on one line, numbers as written.
fn written(node: &Node) -> String {
    match &node.value {
        Value::Number(number) => number.to_string(),
        Value::List(items) => {
            format!(
                "[{}]",
                items.iter().map(written).collect::<Vec<_>>().join(", ")
            )
        }
        Value::Map(map) => {
            let entry = |it: &specsmith_openapi::read::Entry| {
                format!("{}: {}", it.key.text.escape_debug(), written(&it.value))
            };
            format!(
                "{{{}}}",
                map.iter().map(entry).collect::<Vec<_>>().join(", ")
            )
        }
        Value::Null | Value::Bool(_) | Value::String(_) => node.to_json().to_string(),
    }
}
