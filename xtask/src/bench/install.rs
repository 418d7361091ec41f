//! Tools from the package registries in a cache folder. Those of the wanted version are left as
//! they are; what cannot be had is said, and the others are measured without it.
//!
//! This module must not know what the tools are for.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::tools::{Source, Tool};
use crate::disk;
use crate::process::{self, Limits};

/// A tool that can be run.
#[derive(Debug, Clone)]
pub(super) struct Installed {
    pub(super) tool: Tool,
    /// The program, and what it is given before the arguments of the tool.
    program: PathBuf,
    before: Vec<String>,
}

impl Installed {
    /// The tool without arguments of its own.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.before);
        process::piped(command)
    }
}

/// A tool, or why it is not to be had.
pub(super) fn install(tool: Tool, cache: &Path) -> Result<Installed, String> {
    let root = cache.join(tool.name);
    match tool.source {
        Source::Own => own(tool),
        Source::Cargo(package) => {
            let listed = disk::read(&root.join(".crates.toml"))?.unwrap_or_default();
            if !is_listed(&listed, package, tool.version) {
                eprintln!("{}: building {package} {}", tool.name, tool.version);
                run(&mut cargo_install(package, tool.version, &root, cache))?;
            }
            Ok(Installed {
                tool,
                program: root.join("bin").join(package),
                before: Vec::new(),
            })
        }
        Source::Jar { package, archive } => {
            run(Command::new("java").arg("-version"))?;
            let archive = root.join(tool.version).join(archive);
            if !archive.exists() {
                eprintln!("{}: fetching {package} {}", tool.name, tool.version);
                run(&mut pip_install(package, tool.version, &root))?;
            }
            Ok(Installed {
                tool,
                program: "java".into(),
                before: vec!["-jar".to_owned(), archive.to_string_lossy().into_owned()],
            })
        }
    }
}

/// An optimized build, beside that of this program.
fn own(tool: Tool) -> Result<Installed, String> {
    let mut command = cargo();
    command.args(["build", "--release", "--quiet", "--package", "specsmith"]);
    run(&mut command)?;
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    Ok(Installed {
        tool,
        program: this.with_file_name("specsmith"),
        before: Vec::new(),
    })
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
}

fn cargo_install(package: &str, version: &str, root: &Path, cache: &Path) -> Command {
    let mut command = cargo();
    command
        .args(["install", "--quiet", "--locked", "--root"])
        .arg(root)
        .arg(format!("{package}@{version}"))
        .env("CARGO_TARGET_DIR", cache.join("build"));
    command
}

fn pip_install(package: &str, version: &str, root: &Path) -> Command {
    let mut command = Command::new("python3");
    command
        .args(["-m", "pip", "install", "--quiet", "--no-deps", "--target"])
        .arg(root.join(version))
        .arg(format!("{package}=={version}"));
    command
}

/// Whether cargo's list of what is installed has a package in this version.
fn is_listed(list: &str, package: &str, version: &str) -> bool {
    let entry = format!("\"{package} {version} ");
    list.lines().any(|line| line.starts_with(&entry))
}

fn run(command: &mut Command) -> Result<(), String> {
    let mut command = std::mem::replace(command, Command::new(""));
    command = process::piped(command);
    let ended = process::run(&mut command, Limits::NONE, |_| {})?;
    if ended.end.is_success() {
        return Ok(());
    }
    let last: Vec<&str> = ended.errors.lines().rev().take(5).collect();
    Err(last.into_iter().rev().collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_installed_is_told_by_name_and_version() {
        let list = "[v1]\n\"ploidy 0.15.0 (registry+https://example.org/index)\" = [\"ploidy\"]\n";
        assert!(is_listed(list, "ploidy", "0.15.0"));
        assert!(!is_listed(list, "ploidy", "0.15"));
        assert!(!is_listed(list, "ploidy", "0.16.0"));
        assert!(!is_listed(list, "oid", "0.15.0"));
        assert!(!is_listed("", "ploidy", "0.15.0"));
    }
}
