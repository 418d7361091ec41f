//! `lint` and `ir`: what is thought of a description, and what was understood.
//!
//! This module must not know of any output but these two.

use std::path::{Path, PathBuf};

use specsmith_openapi::{Limits, Report, Severity, Sources};

use super::{Status, Terminal};
use crate::config::Config;
use crate::plan;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people, to the stream of findings.
    #[default]
    Text,
    /// A JSON document, to the stream of results.
    Json,
    /// Workflow commands of GitHub, to the stream of results.
    Github,
}

/// Reads descriptions and prints all findings. Fails on errors.
pub fn lint(paths: &[PathBuf], format: Format, terminal: &mut Terminal<'_>) -> Status {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    for path in paths {
        // Each with a report of its own: what is fatal for one ends no other.
        let mut own = Report::new();
        inspect(path, &mut sources, &mut own);
        report.append(own);
    }
    report.sort();
    match format {
        Format::Text if report.diagnostics().is_empty() => terminal.result("no findings\n"),
        Format::Text => terminal.findings(&report, &sources),
        Format::Json => terminal.result(&report.render_json(&sources)),
        Format::Github => terminal.result(&report.render_github(&sources)),
    }
    status(&report)
}

/// Finds all that a run of the generator would: what it has no words for is known when it plans.
fn inspect(path: &Path, sources: &mut Sources, report: &mut Report) {
    let Some(api) = crate::load(path, &Limits::default(), sources, report) else {
        return;
    };
    let config = Config::of_flags(path.to_owned(), "lint", PathBuf::new(), report);
    for sdk in config.iter().flat_map(|config| &config.sdks) {
        plan::plan(&api, sdk, report);
    }
}

/// Prints the model of a description as JSON.
pub fn ir(path: &Path, terminal: &mut Terminal<'_>) -> Status {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let api = crate::load(path, &Limits::default(), &mut sources, &mut report);
    let json = api.map(|api| serde_json::to_string_pretty(&api));
    report.sort();
    terminal.findings(&report, &sources);
    match json {
        Some(Ok(json)) => {
            terminal.result(&json);
            terminal.result("\n");
            Status::Done
        }
        Some(Err(_)) | None => Status::Fatal,
    }
}

fn status(report: &Report) -> Status {
    if report.is_fatal() {
        Status::Fatal
    } else if report.count(Severity::Error) > 0 {
        Status::Failed
    } else {
        Status::Done
    }
}
