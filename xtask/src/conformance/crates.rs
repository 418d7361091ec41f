//! The crates: generated into one workspace, their tests built in one go and run one by one.
//!
//! This module must not know what a scenario is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use specsmith::config::{Config, Krate, Placed};
use specsmith::files::{self, Output, Real};
use specsmith_openapi::{Report, Sources};

use super::documents::Document;
use super::{Scope, calls};
use crate::corpus;
use crate::disk;
use crate::process::{self, Limits};

/// The folder of what is generated, in the workspace.
pub(super) const GENERATED: &str = "generated";

/// The crate of the runtime.
const RUNTIME: &str = "spector-runtime";

/// What building all crates may take.
const BUILDING: Limits = Limits {
    time: Duration::from_secs(3600),
    memory: u64::MAX,
};

/// What all calls of one crate may take.
const CALLING: Limits = Limits {
    time: Duration::from_secs(120),
    memory: 4 << 30,
};

/// The call of an operation, as the test of a crate tells it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Call {
    pub(super) operation: String,
    pub(super) ok: bool,
    #[serde(default)]
    pub(super) answer: Value,
    #[serde(default)]
    pub(super) error: Option<Failure>,
}

/// Why a call failed.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Failure {
    pub(super) status: Option<u16>,
    pub(super) text: String,
    /// The beginning of the body of a refusal.
    pub(super) body: Option<String>,
}

/// The program that calls the operations of a crate, by name of the crate.
pub(super) type Tests = BTreeMap<String, PathBuf>;

/// Generates the crates and builds the tests that they bring.
pub(super) fn build(documents: &[Document], folder: &Path, scope: Scope) -> Result<Tests, String> {
    let krates: Vec<String> = documents.iter().map(Document::krate).collect();
    let krates: Vec<&str> = krates.iter().map(String::as_str).collect();
    let by_hand = match scope {
        Scope::All => &[calls::NAME][..],
        Scope::Filtered => &[],
    };
    let generated = krates.iter().chain([&RUNTIME]);
    let mut members: Vec<String> = generated
        .map(|name| format!("{GENERATED}/{name}"))
        .collect();
    members.extend(by_hand.iter().map(|&name| name.to_owned()));
    let members: Vec<&str> = members.iter().map(String::as_str).collect();
    let workspace = corpus::workspace(folder, &members)?;
    calls::lay(&workspace, &krates)?;
    let generated = workspace.join(GENERATED);
    generate(documents, &generated)?;
    let mut tests = Tests::new();
    let mut command = cargo(&workspace, by_hand)?;
    command.args(corpus::all_groups(&generated, &krates)?);
    let ended = process::run(&mut process::piped(command), BUILDING, |line| {
        tests.extend(built(&line));
    })?;
    // The scenarios of what is not built fail below.
    if !ended.end.is_success() {
        eprintln!("{}", ended.errors);
    }
    Ok(tests)
}

/// Generates all crates, and the runtime that they share: it is built once. What they send is the same
/// as with a runtime each.
fn generate(documents: &[Document], folder: &Path) -> Result<(), String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let made = config(documents, folder, &mut report).and_then(|config| {
        let generated = specsmith::generate(&config, &mut sources, &mut report)?;
        Some((config, generated))
    });
    let (config, generated) = made.ok_or_else(|| report.render_text(&sources, false))?;
    let output = Output::of(&config, &generated.files, &sources);
    files::write(&output, &Real)
        .map(|_| ())
        .map_err(|failure| failure.diagnostic().message)
}

fn config(documents: &[Document], folder: &Path, report: &mut Report) -> Option<Config> {
    let mut all: Option<Config> = None;
    for document in documents {
        let (schema, name) = (document.schema.clone(), document.krate());
        let mut config = Config::of_flags(schema, &name, folder.to_owned(), report)?;
        for sdk in &mut config.sdks {
            sdk.overlays.push(Placed::nowhere(document.overlay.clone()));
            sdk.tests.server = true;
            sdk.krate.path.clone_from(&name);
            config.runtime = Some(Krate {
                name: RUNTIME.to_owned(),
                path: RUNTIME.to_owned(),
                ..sdk.krate.clone()
            });
        }
        match &mut all {
            Some(all) => all.sdks.append(&mut config.sdks),
            None => all = Some(config),
        }
    }
    all
}

fn cargo(workspace: &Path, by_hand: &[&str]) -> Result<Command, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args([
            "test",
            "--quiet",
            "--no-run",
            "--workspace",
            "--no-fail-fast",
            "--test",
            "server",
        ])
        .args(by_hand.iter().flat_map(|name| ["--test", name]))
        // TLS would be linked into each of them, and nothing is encrypted here.
        .args([
            "--no-default-features",
            "--message-format",
            "json-render-diagnostics",
        ])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.with_file_name("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Ok(command)
}

/// The test that a message of cargo's says is built, and its crate.
fn built(line: &str) -> Option<(String, PathBuf)> {
    #[derive(Deserialize)]
    struct Line {
        manifest_path: PathBuf,
        executable: PathBuf,
    }
    let line: Line = serde_json::from_str(line).ok()?;
    let krate = line.manifest_path.parent()?.file_name()?;
    Some((krate.to_str()?.to_owned(), line.executable))
}

/// Calls every operation of a crate.
pub(super) fn call(
    document: &Document,
    tests: &Tests,
    folder: &Path,
    origin: &str,
) -> Result<Vec<Call>, String> {
    let krate = document.krate();
    let Some(test) = tests.get(&krate) else {
        return Ok(Vec::new());
    };
    let report = folder.join("reports").join(format!("{krate}.json"));
    disk::write(&report, "")?;
    let mut command = Command::new(test);
    command
        .arg("--ignored")
        .env("SPECSMITH_SERVER", origin)
        .env("SPECSMITH_SERVER_REPORT", &report);
    let ended = process::run(&mut process::piped(command), CALLING, |_| {})?;
    let told = disk::read(&report)?.unwrap_or_default();
    serde_json::from_str(&told).map_err(|error| {
        format!(
            "{krate}: the test left no report ({error}):\n{}",
            ended.errors
        )
    })
}
