//! `cargo check` of the generated crates: one workspace, one target folder, dependencies once.
//!
//! Cargo runs this very program in place of rustc for the crates themselves, which measures rustc
//! and leaves what it cost in a file. Warnings are counted rather than denied, since flags for
//! rustc would have the dependencies built anew. This module must not know what a crate holds.

mod messages;
mod wrapper;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

pub(crate) use wrapper::wrap_rustc;

use super::outcome::{Outcome, Verdict};
use super::process::{self, Cost, Limits};
use super::progress::Progress;
use super::{FOLDER, disk};
use messages::Messages;

/// The folder of the workspace, below that of the corpus.
pub(super) const CRATES: &str = "crates";

/// The folder of the measures, beside that of the workspace.
const LEFT: &str = "measures";

/// Names the folder in which the measures are left; with it set, this program stands for rustc.
pub(crate) const MEASURES: &str = "SPECSMITH_CORPUS_MEASURES";

/// Cargo itself has no limits; rustc has.
const NO_LIMITS: Limits = Limits {
    time: Duration::MAX,
    memory: u64::MAX,
};

/// Checks the crates of all documents that have one.
pub(super) fn compile(outcomes: &mut [Outcome]) -> Result<(), String> {
    let mut wanted: Vec<&mut Outcome> = outcomes
        .iter_mut()
        .filter(|outcome| outcome.generated.complete)
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let krates: Vec<&str> = wanted.iter().map(|it| it.document.krate.as_str()).collect();
    let folder = workspace(Path::new(FOLDER), &krates)?;
    let measures = folder.with_file_name(LEFT);
    let (messages, errors) = check(&folder, &measures, &krates)?;
    for outcome in &mut wanted {
        judge(outcome, &messages, &measures, &errors)?;
    }
    Ok(())
}

/// Lays the workspace around the crates. It resolves to the versions of the repository itself.
pub(crate) fn workspace(folder: &Path, krates: &[&str]) -> Result<PathBuf, String> {
    let folder = std::path::absolute(folder.join(CRATES))
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let members: String = krates
        .iter()
        .map(|name| format!("    \"{name}\",\n"))
        .collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n");
    disk::write(&folder.join("Cargo.toml"), &manifest)?;
    if let Some(lock) = disk::read(Path::new("Cargo.lock"))? {
        disk::write(&folder.join("Cargo.lock"), &lock)?;
    }
    Ok(folder)
}

/// What rustc costs under `cargo check` of one crate of a workspace, whatever was checked before.
pub(crate) fn cost_of_check(folder: &Path, krate: &str) -> Result<Cost, String> {
    let measures = folder.with_file_name(LEFT);
    wrapper::forget(&measures, krate)?;
    let root = folder.join(krate).join("src/lib.rs");
    disk::touch(&root)?;
    let mut command = cargo_check(folder, &measures)?;
    command.args(["--package", krate]);
    let ended = process::run(&mut command, NO_LIMITS, |_| {})?;
    match wrapper::read(&measures, krate)? {
        Some(measure) if ended.end.is_success() => Ok(measure.cost()),
        _ => Err(format!("{krate} was not checked\n{}", ended.errors)),
    }
}

fn check(folder: &Path, measures: &Path, krates: &[&str]) -> Result<(Messages, String), String> {
    let mut command = cargo_check(folder, measures)?;
    command
        .args(["--workspace", "--keep-going"])
        .args(["--message-format", "json"]);
    let mut progress = Progress::new("checked", krates.len());
    let mut messages = Messages::default();
    let ended = process::run(&mut command, NO_LIMITS, |line| {
        let finished = messages.add(&line);
        if let Some(krate) = finished.filter(|krate| krates.contains(&krate.as_str())) {
            progress.step(&krate);
        }
    })?;
    Ok((messages, ended.errors))
}

/// `cargo check` in which this program stands for rustc.
fn cargo_check(folder: &Path, measures: &Path) -> Result<Command, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args(["check", "--quiet"])
        // Messages name files as seen from here.
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTC_WORKSPACE_WRAPPER", this)
        .env(MEASURES, measures)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Ok(command)
}

fn judge(
    outcome: &mut Outcome,
    messages: &Messages,
    measures: &Path,
    errors: &str,
) -> Result<(), String> {
    let krate = outcome.document.krate.clone();
    let measure = wrapper::read(measures, &krate)?;
    outcome.compiled = measure.as_ref().map(wrapper::Measure::cost);
    if let Some(found) = messages.errors(&krate) {
        outcome.fail(Verdict::DoesNotCompile, found);
    } else if !messages.is_checked(&krate) {
        let why = measure.and_then(|measure| measure.ended);
        outcome.fail(
            Verdict::DoesNotCompile,
            why.unwrap_or_else(|| errors.to_owned()),
        );
    } else if let Some(found) = messages.warnings(&krate) {
        outcome.fail(Verdict::Warned, found);
    }
    Ok(())
}
