//! This program in the place of rustc: runs it, and leaves in a file what it cost.
//!
//! This module must not know which crates there are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{MEASURES, MEMORY, SECONDS};
use crate::disk;
use crate::process::{self, Cost, End, Limits};

/// What rustc cost for one crate.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Measure {
    wall: f64,
    seconds: f64,
    memory: u64,
    /// Which limit it passed.
    pub(crate) ended: Option<String>,
}

impl Measure {
    pub(crate) fn cost(&self) -> Cost {
        let time = |seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default();
        Cost {
            wall: time(self.wall),
            time: time(self.seconds),
            memory: self.memory,
        }
    }
}

/// What was left for a crate, by this run or, where the crate is as it was, by an earlier one.
pub(crate) fn read(folder: &Path, krate: &str) -> Result<Option<Measure>, String> {
    let text = disk::read(&path(folder, &krate.replace('-', "_")))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// What was left for the only crate of a folder of measures.
pub(crate) fn read_only(folder: &Path) -> Result<Option<Measure>, String> {
    let left = disk::walk(folder)?;
    let [(file, _)] = left.as_slice() else {
        return Ok(None);
    };
    let text = disk::read(&folder.join(file))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Removes what was left for a crate.
pub(crate) fn forget(folder: &Path, krate: &str) -> Result<(), String> {
    disk::remove(&path(folder, &krate.replace('-', "_")))
}

fn path(folder: &Path, lib: &str) -> PathBuf {
    folder.join(format!("{lib}.json"))
}

/// Runs what the arguments say, measured: cargo gives rustc's path and then its arguments.
pub(crate) fn wrap(arguments: Vec<OsString>) -> ExitCode {
    let name = crate_name(&arguments);
    let mut arguments = arguments.into_iter();
    let mut command = Command::new(arguments.next().unwrap_or_default());
    command.args(arguments);
    match process::run(&mut command, limits(), |_| {}) {
        Ok(ended) => {
            leave(name.as_deref(), &ended);
            match ended.end {
                End::Exited(status) if status.success() => ExitCode::SUCCESS,
                End::Exited(_) | End::TimedOut | End::OutOfMemory => ExitCode::FAILURE,
            }
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// What rustc may take; as much as it likes where nothing is said.
fn limits() -> Limits {
    let number = |name| std::env::var(name).ok()?.parse().ok();
    Limits {
        time: number(SECONDS).map_or(Limits::NONE.time, Duration::from_secs),
        memory: number(MEMORY).unwrap_or(Limits::NONE.memory),
    }
}

/// What follows `--crate-name`. Cargo also asks rustc for its version and the like.
fn crate_name(arguments: &[OsString]) -> Option<String> {
    let flag = arguments
        .iter()
        .position(|argument| argument == "--crate-name")?;
    let name = arguments.get(flag + 1)?.to_str()?;
    (name != "___").then(|| name.to_owned())
}

fn leave(name: Option<&str>, ended: &process::Ended) {
    let Some((name, folder)) = name.zip(std::env::var_os(MEASURES)) else {
        return;
    };
    let measure = Measure {
        wall: ended.cost.wall.as_secs_f64(),
        seconds: ended.cost.time.as_secs_f64(),
        memory: ended.cost.memory,
        ended: match ended.end {
            End::Exited(_) => None,
            End::TimedOut => Some("rustc took longer than it may".to_owned()),
            End::OutOfMemory => Some("rustc took more memory than it may".to_owned()),
        },
    };
    let written = serde_json::to_string(&measure)
        .map_err(|error| error.to_string())
        .and_then(|text| disk::write(&path(Path::new(&folder), name), &text));
    if let Err(problem) = written {
        eprintln!("{problem}");
    }
}
