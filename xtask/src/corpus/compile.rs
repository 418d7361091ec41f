//! `cargo check` of the generated crates: one workspace, one target folder, dependencies once.
//!
//! Warnings are counted rather than denied, since flags for
//! rustc would have the dependencies built anew. What a crate costs is without its runtime, a package
//! of its own. This module must not know what a crate holds.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::FOLDER;
use super::outcome::{Outcome, Verdict};
use super::progress::Progress;
use crate::disk;
use crate::process::{self, Cost, Limits};
use crate::rustc::{self, Measure, Messages};

/// The folder of the workspace, below that of the corpus.
pub(super) const CRATES: &str = "crates";

/// The folder of the measures, beside that of the workspace.
const LEFT: &str = "measures";

/// What rustc may take for one crate: two of them fit into 24 GB.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(900),
    memory: 10 << 30,
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
    let krates: Vec<String> = wanted.iter().map(|it| it.document.krate.clone()).collect();
    let krates: Vec<&str> = krates.iter().map(String::as_str).collect();
    let folder = workspace(Path::new(FOLDER), &krates)?;
    let measures = folder.with_file_name(LEFT);
    for features in [one_group(&folder, &krates)?, all_groups(&folder, &krates)?] {
        let (messages, errors) = check(&folder, &measures, &krates, &features)?;
        for outcome in &mut wanted {
            judge(outcome, &messages, &measures, &errors)?;
        }
    }
    Ok(())
}

/// Flags by which a crate with features for its groups is checked with the first of them alone: with
/// what it does not need, whatever is missing shows. Others are checked as they are.
fn one_group(folder: &Path, krates: &[&str]) -> Result<Vec<String>, String> {
    let mut features = Vec::new();
    for krate in krates {
        features.push(format!("{krate}/rustls"));
        features.extend(first_group(folder, krate)?.map(|group| format!("{krate}/{group}")));
    }
    let features = features.join(",");
    Ok(vec![
        "--no-default-features".to_owned(),
        "--features".to_owned(),
        features,
    ])
}

/// Flags by which every crate is checked whole.
pub(crate) fn all_groups(folder: &Path, krates: &[&str]) -> Result<Vec<String>, String> {
    let mut features = Vec::new();
    for krate in krates {
        let has_features = first_group(folder, krate)?.is_some();
        let all = ["full", "serde"].iter().filter(|_| has_features);
        features.extend(all.map(|feature| format!("{krate}/{feature}")));
    }
    Ok(vec!["--features".to_owned(), features.join(",")])
}

/// The first feature of those that a crate has for its groups of operations.
fn first_group(folder: &Path, krate: &str) -> Result<Option<String>, String> {
    let manifest = disk::read(&folder.join(krate).join("Cargo.toml"))?.unwrap_or_default();
    let list = manifest.split_once("\nfull = [\"");
    Ok(list.and_then(|(_, list)| Some(list.split_once('"')?.0.to_owned())))
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
    rustc::forget(&measures, krate)?;
    let root = folder.join(krate).join("src/lib.rs");
    disk::touch(&root)?;
    let mut command = cargo_check(folder, &measures)?;
    command.args(["--package", krate]);
    command.args(all_groups(folder, &[krate])?);
    let ended = process::run(&mut command, Limits::NONE, |_| {})?;
    match rustc::read(&measures, krate)? {
        Some(measure) if ended.end.is_success() => Ok(measure.cost()),
        _ => Err(format!("{krate} was not checked\n{}", ended.errors)),
    }
}

fn check(
    folder: &Path,
    measures: &Path,
    krates: &[&str],
    features: &[String],
) -> Result<(Messages, String), String> {
    let mut command = cargo_check(folder, measures)?;
    command
        .args(["--workspace", "--keep-going"])
        .args(features)
        .args(["--message-format", "json"]);
    let mut progress = Progress::new("checked", krates.len());
    let mut messages = Messages::of(folder);
    let ended = process::run(&mut command, Limits::NONE, |line| {
        let finished = messages.add(&line);
        if let Some(krate) = finished.filter(|krate| krates.contains(&krate.as_str())) {
            progress.step(&krate);
        }
    })?;
    Ok((messages, ended.errors))
}

/// `cargo check` in which this program stands for rustc.
fn cargo_check(folder: &Path, measures: &Path) -> Result<Command, String> {
    let mut command = rustc::cargo(measures, LIMITS)?;
    command
        .args(["check", "--quiet"])
        // Messages name files as seen from here.
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("target"));
    Ok(command)
}

fn judge(
    outcome: &mut Outcome,
    messages: &Messages,
    measures: &Path,
    errors: &str,
) -> Result<(), String> {
    let krate = outcome.document.krate.clone();
    let measure = rustc::read(measures, &krate)?;
    outcome.compiled = measure.as_ref().map(Measure::cost);
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
