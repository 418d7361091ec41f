//! The process of one document: generates its crate in memory, writes it when asked to, and prints
//! what came out as one line of JSON.
//!
//! This module must not know of other documents.

use std::path::{Path, PathBuf};

use specsmith::command::Status;
use specsmith::config::Config;
use specsmith::files::{self, Files, Output, Real};
use specsmith_openapi::{Report, Sources, codes};

use super::expected;
use super::outcome::Generated;
use crate::process::peak;

/// What the process is told.
#[derive(Debug, Clone)]
pub(crate) struct One {
    /// The description.
    pub(crate) schema: PathBuf,
    /// Name of the crate.
    pub(crate) name: String,
    /// Where it is written, if it is.
    pub(crate) out: Option<PathBuf>,
    /// With a test of its examples.
    pub(crate) examples: bool,
    /// With a test that calls a server.
    pub(crate) calls: bool,
}

/// Generates one crate.
pub(crate) fn generate_one(one: &One) -> Status {
    match generate(one).map(|generated| serde_json::to_string(&generated)) {
        Ok(Ok(line)) => {
            println!("{line}");
            Status::Done
        }
        Ok(Err(error)) => failed(&error.to_string()),
        Err(problem) => failed(&problem),
    }
}

fn failed(problem: &str) -> Status {
    eprintln!("{problem}");
    Status::Fatal
}

fn generate(one: &One) -> Result<Generated, String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let root = one.out.clone().unwrap_or_default();
    let output = Config::of_flags(one.schema.clone(), &one.name, root, &mut report).and_then(
        |mut config| {
            for sdk in &mut config.sdks {
                sdk.tests.examples = one.examples;
                sdk.tests.server = one.calls;
            }
            let generated = specsmith::generate(&config, &mut sources, &mut report)?;
            Some((config, generated))
        },
    );
    report.sort();
    let found = report.counts();
    let mut result = Generated {
        complete: output.is_some(),
        empty: output.is_none() && is_of_nothing(&report),
        fatal: found.fatal,
        errors: found.errors,
        warnings: found.warnings,
        findings: expected::text(&report, &sources, &one.schema),
        ..Generated::default()
    };
    if let Some((config, generated)) = output {
        result.typed = generated.counts.typed;
        result.degraded = generated.counts.degraded;
        result.unexpressed = generated.counts.unexpressed;
        result.lines = lines(&generated.files);
        if one.out.is_some() {
            let output = Output::of(&config, &generated.files, &sources);
            files::write(&output, &Real).map_err(|failure| failure.diagnostic().message)?;
        }
    }
    result.memory = peak(std::process::id());
    Ok(result)
}

/// Whether nothing but the lack of anything to generate stopped the run.
fn is_of_nothing(report: &Report) -> bool {
    let mut findings = report.diagnostics().iter();
    report.counts().fatal == 1 && findings.any(|it| it.code == codes::NOTHING_DESCRIBED)
}

fn lines(files: &Files) -> usize {
    let rust = |path: &str| Path::new(path).extension().is_some_and(|it| it == "rs");
    files
        .iter()
        .filter(|(path, _)| rust(path))
        .map(|(_, text)| text.lines().count())
        .sum()
}
