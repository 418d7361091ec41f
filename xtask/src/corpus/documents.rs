//! The documents of a folder, and what the crate of each is called.
//!
//! This module must not know what a document holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::disk;

/// One description of a folder of them.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// The file.
    pub(crate) path: PathBuf,
    /// Name of its folder, which names the folder of its pin: `corpus`.
    pub(crate) set: String,
    /// Path in that folder without its ending: `github`, `github.com/api.github.com`.
    pub(crate) name: String,
    /// Name of the crate that is made of it.
    pub(crate) krate: String,
    /// Size of the file.
    pub(crate) bytes: u64,
}

/// The documents below folders, sorted by folder and name: all files that end as JSON and YAML do.
pub(crate) fn list(folders: &[PathBuf]) -> Result<Vec<Document>, String> {
    let mut krates = BTreeSet::new();
    let mut documents = Vec::new();
    for folder in folders {
        let set = set(folder)?;
        for (file, bytes) in disk::walk(folder)? {
            let Some(name) = stem(&file) else { continue };
            documents.push(Document {
                path: folder.join(&file),
                set: set.clone(),
                name: name.to_owned(),
                krate: krate(name, &mut krates),
                bytes,
            });
        }
    }
    Ok(documents)
}

fn set(folder: &Path) -> Result<String, String> {
    let real = folder
        .canonicalize()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let name = real.file_name().unwrap_or_default();
    Ok(name.to_string_lossy().into_owned())
}

fn stem(file: &str) -> Option<&str> {
    let (stem, ending) = file.rsplit_once('.')?;
    matches!(ending, "json" | "yaml" | "yml").then_some(stem)
}

/// `api-` keeps the name from being a keyword, a crate of Rust itself or one that generated crates
/// depend on, and from beginning with a digit.
fn krate(name: &str, taken: &mut BTreeSet<String>) -> String {
    let letters = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let words: String = name.chars().map(letters).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    // crates.io takes 64 characters; some are left for the number and for `-runtime`.
    let base: String = format!("api-{}", words.join("-"))
        .chars()
        .take(50)
        .collect();
    let base = base.trim_end_matches('-');
    let mut krate = base.to_owned();
    let mut number = 2_u32;
    while !taken.insert(krate.clone()) {
        krate = format!("{base}-{number}");
        number += 1;
    }
    krate
}

#[cfg(test)]
mod tests {
    use specsmith::config::Config;
    use specsmith_openapi::Report;

    use super::*;

    #[test]
    fn any_file_name_becomes_a_crate_name_of_its_own() {
        let mut taken = BTreeSet::new();
        for (name, expected) in [
            ("github", "api-github"),
            ("box", "api-box"),
            ("1forge.com", "api-1forge-com"),
            ("github.com/ghes-3.8", "api-github-com-ghes-3-8"),
            ("github.com/ghes-3_8", "api-github-com-ghes-3-8-2"),
            ("GitHub", "api-github-2"),
            ("名前", "api"),
            (
                "a-very-long-name/of-a-document-that-nobody-would-type-twice-on-a-day",
                "api-a-very-long-name-of-a-document-that-nobody-wou",
            ),
        ] {
            let krate = krate(name, &mut taken);
            assert_eq!(krate, expected, "{name}");
            let config = Config::of_flags("x".into(), &krate, "y".into(), &mut Report::new());
            assert!(config.is_some(), "{krate}");
        }
    }
}
