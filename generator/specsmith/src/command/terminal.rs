//! Where commands print: results and findings, each with or without colour.
//!
//! This module must not know what is printed.

use std::io::{IsTerminal, Write};

use specsmith_openapi::{Report, Sources};

/// Two streams to print to.
pub struct Terminal<'a> {
    results: Box<dyn Write + 'a>,
    findings: Box<dyn Write + 'a>,
    color: bool,
}

impl std::fmt::Debug for Terminal<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terminal")
            .field("color", &self.color)
            .finish_non_exhaustive()
    }
}

impl<'a> Terminal<'a> {
    /// Results to standard output, findings to standard error; colour on a terminal, unless
    /// `NO_COLOR` is set (<https://no-color.org>) or the terminal is a dumb one.
    pub fn standard() -> Self {
        let unset = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self {
            results: Box::new(std::io::stdout()),
            findings: Box::new(std::io::stderr()),
            color: std::io::stderr().is_terminal() && unset("NO_COLOR") && !dumb,
        }
    }

    /// Both streams to wherever, without colour.
    pub fn plain(results: impl Write + 'a, findings: impl Write + 'a) -> Self {
        Self {
            results: Box::new(results),
            findings: Box::new(findings),
            color: false,
        }
    }

    /// Prints results. A reader that has gone away is no failure of the command.
    pub(super) fn result(&mut self, text: &str) {
        let _ = self
            .results
            .write_all(text.as_bytes())
            .and_then(|()| self.results.flush());
    }

    /// Prints a line among the findings.
    pub(super) fn note(&mut self, text: &str) {
        let _ = self
            .findings
            .write_all(format!("{text}\n").as_bytes())
            .and_then(|()| self.findings.flush());
    }

    /// Prints all findings of a run.
    pub(super) fn findings(&mut self, report: &Report, sources: &Sources) {
        if !report.diagnostics().is_empty() {
            let text = report.render_text(sources, self.color);
            let _ = self
                .findings
                .write_all(text.as_bytes())
                .and_then(|()| self.findings.flush());
        }
    }
}
