//! The calls that are written by hand: one package, whose tests have the names of scenarios.
//!
//! This module must not know what they call.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::CALLS;
use super::crates::GENERATED;
use crate::callers::Tests;
use crate::disk;
use crate::process::{self, Limits};

/// The package, and its test. Each generated crate has one called `calls`.
pub(super) const NAME: &str = "scenarios";

/// What all of them may take.
const CALLING: Limits = Limits {
    time: Duration::from_secs(120),
    memory: 4 << 30,
};

/// A test, and whether it passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ended {
    pub(super) scenario: String,
    pub(super) passed: bool,
}

/// Lays the package into the workspace of the crates that it calls.
pub(super) fn lay(workspace: &Path, krates: &[&str]) -> Result<(), String> {
    let source = std::path::absolute(Path::new(CALLS).join("main.rs"))
        .map_err(|error| format!("{CALLS}: {error}"))?;
    let mut manifest = format!(
        "[package]\nname = \"{NAME}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [[test]]\nname = \"{NAME}\"\npath = {:?}\n\n[lib]\npath = \"lib.rs\"\n\n[dev-dependencies]\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n",
        source.to_string_lossy()
    );
    for krate in krates {
        manifest.push_str(&format!(
            "{krate} = {{ path = \"../{GENERATED}/{krate}\", default-features = false }}\n"
        ));
    }
    let folder = workspace.join(NAME);
    disk::write(&folder.join("lib.rs"), "")?;
    disk::write(&folder.join("Cargo.toml"), &manifest)
}

/// Runs the tests against the server.
pub(super) fn run(tests: &Tests, origin: &str, assets: &Path) -> Result<Vec<Ended>, String> {
    let test: &PathBuf = tests
        .get(NAME)
        .ok_or_else(|| format!("{NAME}: no test was built"))?;
    let mut command = Command::new(test);
    // Calls of one scenario follow each other, whatever the others do.
    command
        .arg("--test-threads=1")
        .env("SPECSMITH_SERVER", origin)
        .env("SPECTOR_ASSETS", assets);
    let (mut ended, mut lines) = (Vec::new(), Vec::new());
    let exit = process::run(&mut process::piped(command), CALLING, |line| {
        ended.extend(outcome(&line));
        lines.push(line);
    })?;
    if !exit.end.is_success() {
        eprintln!("{}", lines.join("\n"));
    }
    Ok(ended)
}

/// What a line of libtest says of a test: `test files::Name ... ok`.
fn outcome(line: &str) -> Option<Ended> {
    let (path, outcome) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let scenario = path.rsplit("::").next()?;
    Some(Ended {
        scenario: scenario.to_owned(),
        passed: outcome == "ok",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_tests_are_read_and_others_are_not() {
        let ended = |scenario: &str, passed| {
            Some(Ended {
                scenario: scenario.to_owned(),
                passed,
            })
        };
        assert_eq!(outcome("test files::A_b ... ok"), ended("A_b", true));
        assert_eq!(outcome("test A_c ... FAILED"), ended("A_c", false));
        assert_eq!(outcome("test result: ok. 1 passed"), None);
        assert_eq!(outcome("running 2 tests"), None);
    }
}
