//! The server that scores: installed from npm, started, and stopped for its verdicts.
//!
//! This module must not know who calls it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::{disk, http, npm};

/// Where the lists of its packages lie.
const LISTS: &str = "xtask/conformance";

/// How long the server may take until it answers, and until it has stopped.
const PATIENCE: Duration = Duration::from_secs(180);

/// How often it is looked at.
const STEP: Duration = Duration::from_millis(200);

/// The file that it leaves.
const COVERAGE: &str = "coverage.json";

/// A server that runs; one that is dropped is ended.
pub(super) struct Server {
    process: Child,
    home: PathBuf,
    port: u16,
    coverage: PathBuf,
}

/// What the server says of each scenario.
pub(super) type Coverage = BTreeMap<String, Verdict>;

/// What the server says of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    Pass,
    Fail,
    NotImplemented,
    NotSupported,
    NotApplicable,
}

impl Server {
    /// Installs the server where it is not yet, starts it and waits until it answers.
    pub(super) fn start(folder: &Path) -> Result<Self, String> {
        let home = folder.join("npm");
        install(&home)?;
        let coverage = folder.join(COVERAGE);
        disk::remove(&coverage)?;
        let port = http::free_port()?;
        let process = command(&home, port, &coverage)
            .spawn()
            .map_err(|error| format!("node: {error}"))?;
        let mut server = Self {
            process,
            home,
            port,
            coverage,
        };
        server.wait_until_ready()?;
        Ok(server)
    }

    /// Where it listens. The links that it makes name this host.
    pub(super) fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The files that it compares with what is sent.
    pub(super) fn assets(&self) -> PathBuf {
        self.home.join("node_modules/@typespec/http-specs/assets")
    }

    fn wait_until_ready(&mut self) -> Result<(), String> {
        let started = Instant::now();
        while http::ask(self.port, "GET", "/.coverage").is_err() {
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("the server ended with {status}"));
            }
            if started.elapsed() > PATIENCE {
                return Err(format!("the server does not answer after {PATIENCE:?}"));
            }
            std::thread::sleep(STEP);
        }
        Ok(())
    }

    /// Stops the server and reads what it says of each scenario.
    pub(super) fn stop(mut self) -> Result<Coverage, String> {
        http::ask(self.port, "POST", "/.admin/stop")
            .map_err(|error| format!("the server cannot be stopped: {error}"))?;
        let stopped = Instant::now();
        while !matches!(self.process.try_wait(), Ok(Some(_))) {
            if stopped.elapsed() > PATIENCE {
                return Err(format!("the server has not stopped after {PATIENCE:?}"));
            }
            std::thread::sleep(STEP);
        }
        let text = disk::read(&self.coverage)?
            .ok_or_else(|| format!("{}: not there", self.coverage.display()))?;
        let reports: Vec<Report> = serde_json::from_str(&text)
            .map_err(|error| format!("{}: {error}", self.coverage.display()))?;
        Ok(reports.into_iter().flat_map(|it| it.results).collect())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended cannot be ended again.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[derive(Debug, Deserialize)]
struct Report {
    results: Coverage,
}

fn command(home: &Path, port: u16, coverage: &Path) -> Command {
    let mut command = Command::new("node");
    command
        .arg("node_modules/@typespec/spector/cmd/cli.mjs")
        .args(["serve", "node_modules/@typespec/http-specs/specs"])
        .args(["--port", &port.to_string()])
        .arg("--coverageFile")
        .arg(coverage)
        .current_dir(home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Installs the server unless it is there already. It asks git for the commit of its folder, so that
/// is made a repository.
fn install(home: &Path) -> Result<(), String> {
    npm::install(Path::new(LISTS), home, || {
        npm::finish("git", &["init", "--quiet"], home)?;
        let identity = [
            "-c",
            "user.name=specsmith",
            "-c",
            "user.email=specsmith@localhost",
        ];
        let commit = ["commit", "--quiet", "--allow-empty", "--message=server"];
        npm::finish("git", &[&identity[..], &commit[..]].concat(), home)
    })
}
