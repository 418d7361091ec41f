//! Programs that npm installs, in the versions of a lock file of this repository.
//!
//! This module must not know what they do.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::disk;
use crate::process::{self, Limits};

/// What packages are installed by.
const PACKAGES: [&str; 2] = ["package.json", "package-lock.json"];

/// What installing may take.
const INSTALLING: Limits = Limits {
    time: Duration::from_secs(300),
    memory: 4 << 30,
};

/// Installs what the lists of a folder name, unless that is there already. What else the programs
/// need is made after it.
pub(crate) fn install(
    lists: &Path,
    home: &Path,
    complete: impl FnOnce() -> Result<(), String>,
) -> Result<(), String> {
    let texts: Vec<String> = PACKAGES
        .iter()
        .map(|name| {
            let path = lists.join(name);
            disk::read(&path)?.ok_or_else(|| format!("{}: not there", path.display()))
        })
        .collect::<Result<_, _>>()?;
    let done = home.join("installed");
    if disk::read(&done)?.as_ref() == Some(&texts.concat()) {
        return Ok(());
    }
    eprintln!("installing packages of npm below {}", home.display());
    disk::remove(&done)?;
    for (name, text) in PACKAGES.iter().zip(&texts) {
        disk::write(&home.join(name), text)?;
    }
    let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    finish("npm", &npm, home)?;
    complete()?;
    disk::write(&done, &texts.concat())
}

/// Runs a program that is expected to succeed.
pub(crate) fn finish(program: &str, arguments: &[&str], folder: &Path) -> Result<(), String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    let ended = process::run(&mut process::piped(command), INSTALLING, |_| {})?;
    if ended.end.is_success() {
        Ok(())
    } else {
        Err(format!(
            "{program} {}: {}",
            arguments.join(" "),
            ended.errors
        ))
    }
}
