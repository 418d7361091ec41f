//! The whole output of a run in memory, by path.
//!
//! This module must not know of any disk.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The whole output by path, sorted. Paths are relative to the root of the configuration, with
/// `/`, and lead nowhere else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    contents: BTreeMap<String, Cow<'static, str>>,
    /// The paths in lower case: on some systems two that differ in case only are one.
    folded: BTreeSet<String>,
}

/// Why a file cannot be part of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The path as asked for.
    pub path: String,
    /// What is wrong with it: "it leaves the folder".
    pub problem: &'static str,
}

impl Files {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When the path is absolute, holds `..` or a name that some system cannot write, or when
    /// another file has this path, differs from it in case only, or would be its folder.
    pub fn insert(
        &mut self,
        path: impl Into<String>,
        contents: impl Into<Cow<'static, str>>,
    ) -> Result<(), Refused> {
        let path = path.into();
        if let Some(problem) = wrong_path(&path).or_else(|| self.clash(&path)) {
            return Err(Refused { path, problem });
        }
        self.folded.insert(path.to_lowercase());
        self.contents.insert(path, contents.into());
        Ok(())
    }

    /// The contents of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.contents.get(path).map(AsRef::as_ref)
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.contents
            .iter()
            .map(|(path, contents)| (path.as_str(), contents.as_ref()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.contents.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.contents.is_empty()
    }

    fn clash(&self, path: &str) -> Option<&'static str> {
        if self.contents.contains_key(path) {
            return Some("another file has this path");
        }
        if self.folded.contains(&path.to_lowercase()) {
            return Some("another file has this path in other case");
        }
        if ancestors(path).any(|folder| self.contents.contains_key(folder)) {
            return Some("another file has the path of its folder");
        }
        let below = format!("{path}/");
        let next = self.contents.range(below.clone()..).next();
        if next.is_some_and(|(other, _)| other.starts_with(&below)) {
            return Some("it is the folder of another file");
        }
        None
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` cannot be written: {}",
            self.path.escape_debug(),
            self.problem
        )
    }
}

impl std::error::Error for Refused {}

/// The folders above a path, nearest first, without the root.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/')
        .filter_map(|(at, _)| path.get(..at))
}

/// Why a path may not be written to, on any system; `None` when it may.
pub(crate) fn wrong_path(path: &str) -> Option<&'static str> {
    if path.starts_with('/') {
        return Some("it is absolute");
    }
    if path
        .chars()
        .any(|c| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'))
    {
        return Some("it holds a character that not every system takes in file names");
    }
    path.split('/').find_map(wrong_name)
}

fn wrong_name(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("it holds an empty name"),
        "." | ".." => Some("it leaves the folder or goes in circles"),
        _ if name.eq_ignore_ascii_case(".git") => Some("it leads into a repository's own folder"),
        _ if name.ends_with(['.', ' ']) => Some("a name ends in a dot or a space"),
        _ if name.len() > 255 => Some("a name has more than 255 bytes"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_elsewhere_are_refused() {
        for bad in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a//b",
            "./a",
            "a/.",
            "a\\b",
            "C:/x",
            "a:b",
            "a\nb",
            "a\0b",
            ".git/hooks/pre-commit",
            "a/.GIT/config",
            "a /b",
            "a./b",
            "a\u{9b}b",
        ] {
            assert!(Files::new().insert(bad, "").is_err(), "{bad:?}");
        }
        for good in [
            "a",
            "a/b.rs",
            ".gitignore",
            "a/.specsmith-manifest",
            "é/ü.md",
            "a b/c",
        ] {
            assert!(Files::new().insert(good, "").is_ok(), "{good:?}");
        }
    }

    #[test]
    fn a_file_is_no_folder_and_comes_once() {
        let refused = |first: &str, second: &str| {
            let mut files = Files::new();
            files.insert(first, "").unwrap();
            files.insert(second, "").unwrap_err().problem
        };
        assert_eq!(refused("a/b", "a/b"), "another file has this path");
        assert_eq!(
            refused("a", "a/b/c"),
            "another file has the path of its folder"
        );
        assert_eq!(refused("a/b/c", "a"), "it is the folder of another file");
        let mut files = Files::new();
        files.insert("a-b", "").unwrap();
        files.insert("a/b", "").unwrap();
        files.insert("a.b", "").unwrap();
        assert_eq!(
            files.iter().map(|(path, _)| path).collect::<Vec<_>>(),
            ["a-b", "a.b", "a/b"]
        );
    }
}
