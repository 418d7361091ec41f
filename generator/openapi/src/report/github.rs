//! Findings as workflow commands, which GitHub shows at their lines in a pull request.
//!
//! This module must not know which stage made a finding.

use super::{Diagnostic, Origin, Report, Severity};
use crate::read::Sources;

impl Report {
    /// All findings, each a line `::error file=…,line=…,col=…,title=…::message`.
    pub fn render_github(&self, sources: &Sources) -> String {
        self.diagnostics()
            .iter()
            .map(|diagnostic| command(diagnostic, sources))
            .collect()
    }
}

fn command(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.severity {
        Severity::Fatal | Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic
        .at
        .map(|at| properties(at, sources))
        .unwrap_or_default();
    let title = escape_property(diagnostic.code);
    let body = escape_data(&body(diagnostic, sources));
    format!("::{level} {place}title={title}::{body}\n")
}

fn properties(at: Origin, sources: &Sources) -> String {
    let (line, column) = sources.line_column(at.file, at.start);
    let (end_line, end_column) = sources.line_column(at.file, at.end);
    let file = escape_property(&sources.path(at.file).display().to_string());
    // A column for the end is shown only within one line, and there the last one counts.
    if end_line == line {
        let end_column = end_column.saturating_sub(1).max(column);
        format!("file={file},line={line},endLine={line},col={column},endColumn={end_column},")
    } else {
        format!("file={file},line={line},endLine={end_line},")
    }
}

fn body(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut body = diagnostic.message.clone();
    for (at, label) in &diagnostic.related {
        let (line, column) = sources.line_column(at.file, at.start);
        let path = sources.path(at.file).display();
        body.push_str(&format!("\n{label}: {path}:{line}:{column}"));
    }
    if !diagnostic.help.is_empty() {
        body.push_str(&format!("\nhelp: {}", diagnostic.help));
    }
    body
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
