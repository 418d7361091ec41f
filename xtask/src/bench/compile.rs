//! What a generated crate costs rustc, alone: its dependencies are built before, with an empty
//! crate in its place. The crate of its runtime is one of them.
//!
//! This module must not know how the crate came to be.

use std::path::Path;

use super::LIMITS;
use super::tools::{Manifest, Tool};
use crate::disk;
use crate::process::{self, Cost, Limits};
use crate::rustc::{self, Messages};

/// What cargo is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    /// `cargo check`.
    Check,
    /// `cargo build --release`.
    Release,
}

impl Job {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Release => "release",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// What came of a crate.
#[derive(Debug, Clone, Default)]
pub(super) struct Compiled {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// Of rustc for the crate; none when it was not started.
    pub(super) cost: Option<Cost>,
    /// Why there is no crate, if there is none.
    pub(super) detail: Option<String>,
}

/// Folders of one crate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folders<'a> {
    /// Of the crate itself.
    pub(super) krate: &'a Path,
    /// What all crates are built in.
    pub(super) target: &'a Path,
    /// The measures of this crate alone.
    pub(super) measures: &'a Path,
}

/// Compiles the crate of a tool.
pub(super) fn compile(
    tool: &Tool,
    name: &str,
    folders: Folders<'_>,
    job: Job,
) -> Result<Compiled, String> {
    let manifest = complete(tool, name, folders.krate)?;
    let features = features(&manifest, tool.features);
    let root = folders.krate.join(match tool.manifest {
        Manifest::Written => "src/lib.rs",
        Manifest::Dependencies { root, .. } => root,
    });
    let Some(text) = disk::read(&root)? else {
        return Ok(Compiled::without("there is no `src/lib.rs`".to_owned()));
    };
    disk::write(&root, "")?;
    let (_, errors) = cargo(folders, job, &features)?;
    if let Some(errors) = errors {
        disk::write(&root, &text)?;
        return Ok(Compiled::without(format!("its dependencies: {errors}")));
    }
    // After this point only the crate is left to compile.
    disk::clear(folders.measures)?;
    disk::write(&root, &text)?;
    let (messages, failure) = cargo(folders, job, &features)?;
    let measure = rustc::read_only(folders.measures)?;
    let krate = folder_name(folders.krate);
    let (errors, warnings) = messages.counts(&krate);
    let ended = measure.as_ref().and_then(|measure| measure.ended.clone());
    Ok(Compiled {
        errors,
        warnings,
        cost: measure.map(|measure| measure.cost()),
        detail: match messages.errors(&krate) {
            Some(summary) => summary.lines().next().map(str::to_owned),
            None => ended.or(failure),
        },
    })
}

/// Makes the output a crate that stands alone. The text of its manifest.
fn complete(tool: &Tool, name: &str, folder: &Path) -> Result<String, String> {
    let path = folder.join("Cargo.toml");
    let written = match tool.manifest {
        Manifest::Written => disk::read(&path)?.unwrap_or_default(),
        Manifest::Dependencies { list, root } => {
            let list = disk::read(&folder.join(list))?.unwrap_or_default();
            format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                 [lib]\npath = \"{root}\"\n\n{list}"
            )
        }
    };
    let manifest = alone(&written);
    disk::write(&path, &manifest)?;
    Ok(manifest)
}

/// With the line that keeps cargo from looking for a workspace in the folders above.
fn alone(manifest: &str) -> String {
    if manifest.lines().any(|line| line.trim() == "[workspace]") {
        manifest.to_owned()
    } else {
        format!("{manifest}\n[workspace]\n")
    }
}

/// Flags for those features that the manifest has.
fn features(manifest: &str, wanted: &[&str]) -> Vec<String> {
    let has = |feature: &&&str| {
        let entry = format!("{feature} = [");
        manifest.lines().any(|line| line.starts_with(&entry))
    };
    let found: Vec<&str> = wanted.iter().filter(has).copied().collect();
    if found.is_empty() {
        Vec::new()
    } else {
        vec!["--features".to_owned(), found.join(",")]
    }
}

/// What cargo said, and why it failed if it did.
fn cargo(
    folders: Folders<'_>,
    job: Job,
    features: &[String],
) -> Result<(Messages, Option<String>), String> {
    let mut command = rustc::cargo(folders.measures, LIMITS)?;
    command
        .args(job.arguments())
        .args(["--lib", "--quiet", "--message-format", "json"])
        .args(features)
        .current_dir(folders.krate)
        .env("CARGO_TARGET_DIR", folders.target);
    let mut messages = Messages::of(folders.krate.parent().unwrap_or(folders.krate));
    let ended = process::run(&mut command, Limits::NONE, |line| {
        messages.add(&line);
    })?;
    let failure = (!ended.end.is_success()).then(|| {
        let lines: Vec<&str> = ended.errors.lines().take(3).collect();
        lines.join(" ")
    });
    Ok((messages, failure))
}

fn folder_name(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

impl Compiled {
    fn without(detail: String) -> Self {
        Self {
            detail: Some(detail),
            ..Self::default()
        }
    }

    /// Whether there is a crate that an application can use.
    pub(super) fn compiles(&self) -> bool {
        self.detail.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_stands_alone_and_has_the_features_that_it_lists() {
        let manifest = "[package]\nname = \"x\"\n\n[features]\nfull = [\"a\"]\na = []\n";
        assert_eq!(alone(manifest), format!("{manifest}\n[workspace]\n"));
        assert_eq!(alone(&alone(manifest)), alone(manifest));
        assert_eq!(features(manifest, &["full"]), ["--features", "full"]);
        assert!(features(manifest, &["tracing"]).is_empty());
        assert!(features(manifest, &[]).is_empty());
    }
}
