//! The tests of generated crates that call a server: built in one go, and run one by one.
//!
//! Each is the test that `[sdk.tests] server = true` brings. This module must not know which server
//! is called, nor what is expected of a call.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::corpus;
use crate::disk;
use crate::process::{self, Ended, Limits};

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
pub(crate) struct Call {
    /// `operationId`, or method and path without one.
    pub(crate) operation: String,
    pub(crate) ok: bool,
    #[serde(default)]
    pub(crate) answer: Value,
    #[serde(default)]
    pub(crate) error: Option<Failure>,
}

/// Why a call failed.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Failure {
    /// The `ErrorKind` of the runtime; `None` when it is no error of the runtime's.
    #[cfg_attr(
        not(feature = "mock"),
        allow(dead_code, reason = "`corpus --calls` asks")
    )]
    pub(crate) kind: Option<String>,
    /// Of a refusal.
    #[serde(default)]
    pub(crate) status: Option<u16>,
    pub(crate) text: String,
    /// The beginning of the body of a refusal.
    #[serde(default)]
    pub(crate) body: Option<String>,
}

/// The program that calls the operations of a crate, by name of the crate.
pub(crate) type Tests = BTreeMap<String, PathBuf>;

/// Builds the tests of the crates in a folder of a workspace, and tests of other names in it. What cannot be built is
/// told on standard error, and is not among the tests.
pub(crate) fn build(
    workspace: &Path,
    folder: &Path,
    krates: &[&str],
    others: &[&str],
) -> Result<(Tests, Ended), String> {
    let mut tests = Tests::new();
    let mut command = cargo(workspace, others);
    command.args(corpus::all_groups(folder, krates)?);
    let ended = process::run(&mut process::piped(command), BUILDING, |line| {
        tests.extend(built(&line));
    })?;
    if !ended.end.is_success() {
        eprintln!("{}", ended.errors);
    }
    Ok((tests, ended))
}

fn cargo(workspace: &Path, others: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args([
            "build",
            "--quiet",
            "--workspace",
            // One that does not compile is one that is missing.
            "--keep-going",
            "--test",
            "server",
        ])
        .args(others.iter().flat_map(|name| ["--test", name]))
        // TLS would be linked into each of them, and nothing is encrypted here.
        .args([
            "--no-default-features",
            "--message-format",
            "json-render-diagnostics",
        ])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.with_file_name("target"))
        .env("CARGO_INCREMENTAL", "0")
        // What is built runs once.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
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

#[cfg(feature = "mock")]
impl Failure {
    /// The server could not be reached, or went away.
    pub(crate) fn is_of_transport(&self) -> bool {
        matches!(self.kind.as_deref(), Some("Transport" | "Timeout"))
    }
}

/// Where a server is, as the test of a crate is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached<'a> {
    /// e.g. `http://localhost:8080`.
    pub(crate) origin: &'a str,
    /// The path of all operations, where that is not the one of the description.
    pub(crate) path: Option<&'a str>,
    /// What stands for each credential.
    pub(crate) secret: Option<&'a str>,
}

/// Calls every operation of a crate, and leaves the report of it in a file.
///
/// # Errors
///
/// The test does not start, or ends without a report.
pub(crate) fn call(test: &Path, server: Reached<'_>, report: &Path) -> Result<Vec<Call>, String> {
    disk::write(report, "")?;
    let mut command = Command::new(test);
    command
        .arg("--ignored")
        .env("SPECSMITH_SERVER", server.origin)
        .env("SPECSMITH_SERVER_REPORT", report);
    if let Some(path) = server.path {
        command.env("SPECSMITH_SERVER_PATH", path);
    }
    if let Some(secret) = server.secret {
        command.env("SPECSMITH_SERVER_SECRET", secret);
    }
    let ended = process::run(&mut process::piped(command), CALLING, |_| {})?;
    let told = disk::read(report)?.unwrap_or_default();
    serde_json::from_str(&told).map_err(|error| {
        let (test, errors) = (test.display(), &ended.errors);
        format!("{test} left no report ({error}):\n{errors}")
    })
}
