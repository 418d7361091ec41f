//! The programs: built, run, and what they print.
//!
//! This module must not know what the figures mean.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::Figure;
use crate::disk;
use crate::process::{self, Limits};

const MANIFEST: &str = "xtask/client/Cargo.toml";

/// The one program that is all of them, by its first argument.
pub(super) struct Programs {
    path: PathBuf,
}

impl Programs {
    /// Builds it as users build theirs, with the versions that this workspace has.
    pub(super) fn build(target: &Path) -> Result<Self, String> {
        let lock = disk::read(Path::new("Cargo.lock"))?.ok_or("there is no Cargo.lock")?;
        disk::write(&Path::new(MANIFEST).with_file_name("Cargo.lock"), &lock)?;
        let status = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["build", "--release", "--quiet", "--manifest-path", MANIFEST])
            .arg("--target-dir")
            .arg(target)
            .status();
        match status {
            Ok(status) if status.success() => Ok(Self {
                path: target.join("release").join("client-figures"),
            }),
            Ok(_) => Err(format!("{MANIFEST}: not built")),
            Err(error) => Err(format!("cargo: {error}")),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The figures that it prints.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<Vec<Figure>, String> {
        let mut command = Command::new(&self.path);
        command.args(arguments);
        let mut figures = Vec::new();
        let ended = process::run(&mut process::piped(command), Limits::NONE, |line| {
            if let Some((name, figure)) = line.split_once('\t') {
                figures.push((name.to_owned(), figure.to_owned()));
            }
        })?;
        match ended.end.is_success() {
            true => Ok(figures),
            false => Err(format!("{}: {}", arguments.join(" "), ended.errors.trim())),
        }
    }
}

/// The server that all of them call, until it is dropped.
pub(super) struct Server {
    process: Child,
    url: String,
}

impl Server {
    pub(super) fn start(programs: &Programs) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("serve: {error}");
        let mut process = Command::new(programs.path())
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let mut url = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut url).map_err(failed)?;
        }
        Ok(Self {
            process,
            url: url.trim_end().to_owned(),
        })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It ends with its input.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
