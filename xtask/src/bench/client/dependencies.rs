//! How many packages a generated crate stands on, beside those of other generators.
//!
//! This module must not know how they are built.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Figure;
use crate::disk;
use crate::process::{self, Limits};

/// What other generators write for the same description, without TLS.
const PEERS: [(&str, &str); 2] = [
    (
        "progenitor 0.15.1",
        r#"
bytes = "1.9"
futures-core = "0.3"
progenitor-client = "0.15"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "stream"] }
serde = { version = "1.0", features = ["derive"] }
serde_json = "1.0"
serde_urlencoded = "0.7"
"#,
    ),
    (
        "openapi-generator 7.26.0",
        r#"
reqwest = { version = "0.12", default-features = false, features = ["json", "multipart"] }
serde = { version = "1.0", features = ["derive"] }
serde_json = "1.0"
serde_repr = "0.1"
serde_with = { version = "3.8", default-features = false, features = ["base64", "std", "macros"] }
url = "2.5"
uuid = { version = "1.8", features = ["serde", "v4"] }
"#,
    ),
];

/// Packages of each crate, itself not among them.
pub(super) fn count(krate: &Path, folder: &Path) -> Result<Vec<Figure>, String> {
    // Where it lies, this workspace would claim it.
    let manifest = |krate: &Path| -> Result<String, String> {
        Ok(disk::read(&krate.join("Cargo.toml"))?.unwrap_or_default())
    };
    let own = alone(&folder.join("generated"), &manifest(krate)?)?;
    let (inside, runtime) = (krate.join("runtime"), own.join("runtime"));
    package(&runtime, &manifest(&inside)?)?;
    let mut figures = vec![
        (
            "generated, default features".to_owned(),
            packages(&own, &[])?,
        ),
        (
            "generated, no features".to_owned(),
            packages(&own, &["--no-default-features"])?,
        ),
    ];
    for (name, list) in PEERS {
        let folder = folder.join(name.replace([' ', '.'], "-"));
        let manifest = format!(
            "[package]\nname = \"peer\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]{list}"
        );
        let peer = alone(&folder, &manifest)?;
        figures.push((format!("{name}, no TLS"), packages(&peer, &[])?));
    }
    Ok(figures)
}

/// A package of no workspace with the dependencies of a manifest.
fn alone(folder: &Path, manifest: &str) -> Result<PathBuf, String> {
    package(folder, &format!("{manifest}\n[workspace]\n"))?;
    Ok(folder.to_path_buf())
}

fn package(folder: &Path, manifest: &str) -> Result<(), String> {
    disk::write(&folder.join("Cargo.toml"), manifest)?;
    disk::write(&folder.join("src").join("lib.rs"), "")
}

fn packages(krate: &Path, flags: &[&str]) -> Result<String, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args([
            "tree",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--manifest-path",
        ])
        .arg(krate.join("Cargo.toml"))
        .args(flags);
    let mut all = BTreeSet::new();
    let ended = process::run(&mut process::piped(command), Limits::NONE, |line| {
        let mut words = line.split_whitespace();
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            all.insert(format!("{name} {version}"));
        }
    })?;
    match ended.end.is_success() {
        true => Ok(all.len().saturating_sub(1).to_string()),
        false => Err(ended.errors),
    }
}
