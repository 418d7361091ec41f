//! `lint` and `ir`: what is thought of a description, and what was understood.
//!
//! This module must not know of any output but these two.

use std::path::{Path, PathBuf};

use specsmith_openapi::{Limits, Report, Severity, Sources};

use super::{Status, Terminal};
use crate::config::{Config, Sdk};
use crate::{Description, plan};

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

/// What is looked at.
#[derive(Debug, Clone)]
pub enum Looked {
    /// All that a configuration lists, with its overlays, limits and choices.
    Config(PathBuf),
    /// Descriptions by their paths.
    Files {
        /// The descriptions.
        paths: Vec<PathBuf>,
        /// What is laid over each of them.
        overlays: Vec<PathBuf>,
    },
}

/// Reads descriptions and prints all findings. Fails on errors.
pub fn lint(looked: &Looked, format: Format, terminal: &mut Terminal<'_>) -> Status {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    for config in looked.configs(&mut sources, &mut report) {
        for sdk in &config.sdks {
            // Each with a report of its own: what is fatal for one ends no other.
            let mut own = Report::new();
            inspect(&config, sdk, &mut sources, &mut own);
            report.append(own);
        }
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
fn inspect(config: &Config, sdk: &Sdk, sources: &mut Sources, report: &mut Report) {
    if let Some(api) = crate::api(config, sdk, sources, report) {
        plan::plan(&api, config, sdk, report);
    }
}

impl Looked {
    fn configs(&self, sources: &mut Sources, report: &mut Report) -> Vec<Config> {
        let (paths, overlays) = match self {
            Self::Config(path) => {
                let instead = "`specsmith lint FILE` looks at a description without one";
                let config = super::configuration(path, instead, sources, report);
                return config.into_iter().collect();
            }
            Self::Files { paths, overlays } => (paths, overlays),
        };
        let mut configs = Vec::new();
        for path in paths {
            let config = Config::of_flags(path.clone(), "lint", PathBuf::new(), report);
            configs.extend(config.map(|config| config.with_overlays(overlays)));
        }
        configs
    }
}

/// Prints the model of a description as JSON, with what is laid over it.
pub fn ir(path: &Path, overlays: &[PathBuf], terminal: &mut Terminal<'_>) -> Status {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let description = Description {
        schema: path.into(),
        overlays: overlays.iter().map(|path| path.as_path().into()).collect(),
        limits: Limits::default(),
    };
    let api = crate::load(&description, &mut sources, &mut report);
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
