//! The crate of a draft: generated, built, and its test of examples run.
//!
//! This module must not know what a schema says.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use specsmith::config::Config;

use super::document;
use crate::process::{self, Limits};
use crate::{corpus, disk, written};

/// What building and testing one crate may take.
const TESTING: Limits = Limits {
    time: Duration::from_secs(1800),
    memory: u64::MAX,
};

/// A value that was handed to a type.
#[derive(Debug, Clone)]
pub(super) struct Tested {
    pub(super) case: String,
    pub(super) value: Value,
    /// The type as people read it.
    pub(super) ty: String,
    /// Why it is not written as it was read.
    pub(super) problem: Option<String>,
}

/// An example as it stands among the data of the test.
#[derive(Debug, Deserialize)]
struct Example {
    place: String,
    r#type: usize,
    value: Value,
}

/// What the test leaves.
#[derive(Debug, Deserialize)]
struct Told {
    types: Vec<String>,
    missed: Vec<Missed>,
}

#[derive(Debug, Deserialize)]
struct Missed {
    example: usize,
    problem: String,
}

/// Generates the crate of a description and tests its examples.
pub(super) fn test(folder: &Path, name: &str, schema: &Path) -> Result<Vec<Tested>, String> {
    let krate = format!("suite-{name}");
    let workspace = corpus::workspace(&folder.join(name), &[&krate])?;
    let out = workspace.join(&krate);
    generate(schema, &krate, &out)?;
    let report = workspace.with_file_name("report.json");
    disk::write(&report, "")?;
    let command = cargo(&krate, &workspace, &report)?;
    let ended = process::run(&mut process::piped(command), TESTING, |_| {})?;
    let told: Told = disk::read(&report)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .ok_or_else(|| format!("{krate}: the test left no report:\n{}", ended.errors))?;
    let examples = disk::read(&out.join("tests/examples/values.json"))?.unwrap_or_default();
    let examples: Vec<Example> =
        serde_json::from_str(&examples).map_err(|error| format!("{krate}: {error}"))?;
    let tested = examples.into_iter().enumerate().map(|(index, example)| {
        let missed = told.missed.iter().find(|missed| missed.example == index);
        Tested {
            case: document::case_of(&example.place)
                .unwrap_or_default()
                .to_owned(),
            value: example.value,
            ty: told.types.get(example.r#type).cloned().unwrap_or_default(),
            problem: missed.map(|missed| missed.problem.clone()),
        }
    });
    Ok(tested.collect())
}

fn generate(schema: &Path, name: &str, out: &Path) -> Result<(), String> {
    written::write(|report| {
        let mut config = Config::of_flags(schema.to_owned(), name, out.to_owned(), report)?;
        for sdk in &mut config.sdks {
            sdk.tests.examples = true;
        }
        Some(config)
    })
}

fn cargo(krate: &str, workspace: &Path, report: &Path) -> Result<Command, String> {
    let report = std::path::absolute(report).map_err(|error| error.to_string())?;
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args(["test", "--quiet", "--package", krate, "--test", "examples"])
        // TLS would be linked into it, and nothing is sent.
        .arg("--no-default-features")
        .args(corpus::all_groups(workspace, &[krate])?)
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.with_file_name("../target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("SPECSMITH_EXAMPLES_REPORT", report)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Ok(command)
}
