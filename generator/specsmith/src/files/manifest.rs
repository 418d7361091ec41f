//! The manifest: which files a run wrote, with their sums, and what they were made from.
//!
//! Committed with the output. A line a file, so that a merge of two branches leaves lines of both.
//! This module must not know what stands on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use specsmith_openapi::Sources;

use super::set::{Files, wrong_path};

/// Name of the manifest in the folder of generated files.
pub(super) const NAME: &str = ".specsmith-manifest";

const HEADER: &str = concat!(
    "# Written by specsmith ",
    env!("CARGO_PKG_VERSION"),
    ", with the SHA-256 of each file. Files listed here are removed when they are\n",
    "# no longer generated; no others are. Do not edit.\n",
);

/// How a line begins that names what the output was made from.
const FROM: &str = "# from ";

/// SHA-256 of a file's contents, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(String);

/// What an output is made from: path and sum of each file that was read, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs(BTreeMap<String, Sum>);

/// A manifest as read, whatever state it is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The files listed; several sums when branches were merged line by line.
    files: BTreeMap<String, BTreeSet<Sum>>,
    inputs: Inputs,
    /// Some line is none of ours: a merge marker, half a line.
    damaged: bool,
}

impl Sum {
    /// The sum of these bytes.
    pub fn of(contents: &[u8]) -> Self {
        let hex = |half: u8| char::from_digit(u32::from(half), 16);
        let digest = Sha256::digest(contents);
        let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        Self(digits.filter_map(hex).collect())
    }

    fn parse(text: &str) -> Option<Self> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 64 && text.bytes().all(is_hex)).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Inputs {
    /// All files of a run. Paths are relative to `root`; of a file elsewhere only the name is
    /// kept, so that the manifest does not depend on where a repository lies.
    pub fn of(sources: &Sources, root: &Path) -> Self {
        let name = |path: &Path| match path.strip_prefix(root) {
            Ok(inside) if inside.is_relative() => inside.to_string_lossy().replace('\\', "/"),
            Ok(_) | Err(_) => path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        };
        let inputs = sources.iter().map(|(path, text)| (name(path), text));
        let inputs: Vec<(String, &str)> = inputs
            .filter(|(path, _)| !path.chars().any(char::is_control))
            .collect();
        let inputs = inputs.into_par_iter();
        Self(
            inputs
                .map(|(path, text)| (path, Sum::of(text.as_bytes())))
                .collect(),
        )
    }

    /// The paths that are in one of the two only, or with another sum.
    pub(super) fn changed<'a>(&'a self, other: &'a Self) -> BTreeSet<&'a str> {
        let differs = |(path, sum): &(&String, &Sum), side: &Self| side.0.get(*path) != Some(*sum);
        let ours = self.0.iter().filter(|entry| differs(entry, other));
        let theirs = other.0.iter().filter(|entry| differs(entry, self));
        ours.chain(theirs).map(|(path, _)| path.as_str()).collect()
    }
}

impl Manifest {
    /// The manifest that a run leaves.
    pub(super) fn of(files: &Files, inputs: Inputs) -> Self {
        let files: Vec<(&str, &str)> = files.iter().collect();
        let sums = files
            .into_par_iter()
            .map(|(path, text)| (path.to_owned(), [Sum::of(text.as_bytes())].into()));
        Self {
            files: sums.collect(),
            inputs,
            damaged: false,
        }
    }

    /// Reads a manifest. What is no line of it is left out and makes it damaged.
    pub(super) fn parse(text: &[u8]) -> Self {
        let mut manifest = Self::default();
        for line in String::from_utf8_lossy(text).lines() {
            manifest.line(line);
        }
        manifest
    }

    fn line(&mut self, line: &str) {
        let entry = |line: &str| {
            let (sum, path) = line.split_once("  ")?;
            Some((Sum::parse(sum)?, path.to_owned()))
        };
        if let Some((sum, path)) = line.strip_prefix(FROM).and_then(entry) {
            self.inputs.0.insert(path, sum);
        } else if line.starts_with('#') {
            // A comment of this or another version.
        } else if let Some((sum, path)) = entry(line).filter(|(_, path)| wrong_path(path).is_none())
        {
            self.files.entry(path).or_default().insert(sum);
        } else {
            self.damaged = true;
        }
    }

    /// The text, in the form of `sha256sum`.
    pub(super) fn text(&self) -> String {
        let mut text = HEADER.to_owned();
        for (path, sum) in &self.inputs.0 {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{FROM}{sum}  {path}");
        }
        for (path, sums) in &self.files {
            for sum in sums {
                let _ = writeln!(text, "{sum}  {path}");
            }
        }
        text
    }

    /// The paths listed.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a path is listed.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a path is listed with this sum.
    pub(super) fn lists_as(&self, path: &str, sum: &Sum) -> bool {
        self.files.get(path).is_some_and(|sums| sums.contains(sum))
    }

    /// Whether some line was none of ours.
    pub(super) fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// What the output was made from.
    pub(super) fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// Whether two manifests list the same files. What they were made from does not count: a
    /// comment in a description changes that, and nothing else.
    pub(super) fn lists_the_same(&self, other: &Self) -> bool {
        self.files == other.files && self.damaged == other.damaged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let mut files = Files::new();
        files.insert("out/a.rs", "a").unwrap();
        files.insert("out/b c.rs", "b").unwrap();
        let mut sources = Sources::new();
        sources.add("here/schema/x.yaml", "x".to_owned());
        sources.add("/elsewhere/y.yaml", "y".to_owned());
        Manifest::of(&files, Inputs::of(&sources, Path::new("here")))
    }

    #[test]
    fn what_is_written_is_read_back() {
        let manifest = sample();
        assert_eq!(Manifest::parse(manifest.text().as_bytes()), manifest);
        assert!(manifest.text().contains("  schema/x.yaml\n"));
        assert!(manifest.text().contains("  y.yaml\n"));
        assert!(!manifest.text().contains("elsewhere"));
    }

    #[test]
    fn sums_are_those_of_sha256sum() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Sum::of(b"").to_string(), empty);
    }

    #[test]
    fn merge_markers_damage_it_but_hide_no_line() {
        let text = sample().text();
        let merged = format!("<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n");
        let manifest = Manifest::parse(merged.as_bytes());
        assert!(manifest.is_damaged());
        assert_eq!(
            manifest.paths().collect::<Vec<_>>(),
            ["out/a.rs", "out/b c.rs"]
        );
    }

    #[test]
    fn paths_that_lead_elsewhere_are_not_believed() {
        let sum = Sum::of(b"");
        for path in ["/etc/passwd", "../x", ".git/config", "a/../../x"] {
            let manifest = Manifest::parse(format!("{sum}  {path}\n").as_bytes());
            assert!(manifest.is_damaged());
            assert_eq!(manifest.paths().count(), 0, "{path}");
        }
    }

    #[test]
    fn changed_inputs_are_named_from_either_side() {
        let inputs = |entries: &[(&str, &str)]| {
            Inputs(
                entries
                    .iter()
                    .map(|(p, t)| ((*p).to_owned(), Sum::of(t.as_bytes())))
                    .collect(),
            )
        };
        let before = inputs(&[("gone", "1"), ("same", "1"), ("other", "1")]);
        let after = inputs(&[("same", "1"), ("other", "2"), ("new", "1")]);
        assert_eq!(
            before.changed(&after).into_iter().collect::<Vec<_>>(),
            ["gone", "new", "other"]
        );
    }
}
