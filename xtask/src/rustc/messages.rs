//! What cargo says of each crate, from its JSON messages. A package inside the folder of a crate, such as
//! that of its runtime, is a part of it.
//!
//! This module must not know what was compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// How many messages of a kind are shown whole.
const SHOWN: usize = 3;

/// Messages and finished crates, by name of the crate's folder.
#[derive(Debug)]
pub(crate) struct Messages {
    /// The folder of all crates.
    root: PathBuf,
    checked: BTreeSet<String>,
    errors: BTreeMap<String, Vec<Message>>,
    warnings: BTreeMap<String, Vec<Message>>,
}

#[derive(Debug, Deserialize)]
struct Line {
    reason: String,
    manifest_path: Option<String>,
    message: Option<Message>,
}

#[derive(Debug, Deserialize)]
struct Message {
    level: String,
    code: Option<Code>,
    #[serde(default)]
    spans: Vec<serde::de::IgnoredAny>,
    rendered: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Code {
    code: String,
}

impl Messages {
    /// Of crates that are in a folder, none yet.
    pub(crate) fn of(root: &Path) -> Self {
        Self {
            // Cargo names files from where it is without links.
            root: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
            checked: BTreeSet::new(),
            errors: BTreeMap::new(),
            warnings: BTreeMap::new(),
        }
    }

    /// Adds a line of cargo's. The crate that it says is finished.
    pub(crate) fn add(&mut self, line: &str) -> Option<String> {
        let line: Line = serde_json::from_str(line).ok()?;
        let manifest = line.manifest_path?;
        let package = Path::new(&manifest)
            .strip_prefix(&self.root)
            .ok()?
            .parent()?;
        let mut folders = package.iter();
        let krate = folders.next()?.to_str()?.to_owned();
        let is_inside = folders.next().is_some();
        match (line.reason.as_str(), line.message) {
            ("compiler-artifact", _) if !is_inside => {
                self.checked.insert(krate.clone());
                Some(krate)
            }
            // "5 warnings emitted" has no place.
            ("compiler-message", Some(message)) if !message.spans.is_empty() => {
                let kind = match message.level.as_str() {
                    "warning" => &mut self.warnings,
                    level if level.starts_with("error") => &mut self.errors,
                    _ => return None,
                };
                kind.entry(krate).or_default().push(message);
                None
            }
            _ => None,
        }
    }

    /// Whether the crate was checked without errors.
    pub(crate) fn is_checked(&self, krate: &str) -> bool {
        self.checked.contains(krate)
    }

    /// The errors of a crate: how many of which code, and the first ones whole.
    pub(crate) fn errors(&self, krate: &str) -> Option<String> {
        self.errors.get(krate).map(|messages| summary(messages))
    }

    /// The warnings of a crate: how many of which code, and the first ones whole.
    pub(crate) fn warnings(&self, krate: &str) -> Option<String> {
        self.warnings.get(krate).map(|messages| summary(messages))
    }

    /// How many errors and how many warnings a crate has.
    pub(crate) fn counts(&self, krate: &str) -> (usize, usize) {
        let count = |kind: &BTreeMap<_, Vec<_>>| kind.get(krate).map_or(0, Vec::len);
        (count(&self.errors), count(&self.warnings))
    }
}

fn summary(messages: &[Message]) -> String {
    let mut by_code: BTreeMap<&str, Vec<&Message>> = BTreeMap::new();
    for message in messages {
        let code = message
            .code
            .as_ref()
            .map_or(message.level.as_str(), |code| &code.code);
        by_code.entry(code).or_default().push(message);
    }
    let counts: Vec<String> = by_code
        .iter()
        .map(|(code, messages)| format!("{} × {code}", messages.len()))
        .collect();
    let shown = by_code
        .values()
        .flat_map(|messages| messages.iter().take(SHOWN));
    let shown: String = shown
        .filter_map(|message| message.rendered.as_deref())
        .collect();
    format!("{}\n{shown}", counts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_apart_by_crate_and_kind() {
        let line = |krate: &str, level: &str, code: &str, spans: &str| {
            format!(
                r#"{{"reason":"compiler-message","manifest_path":"/x/{krate}/Cargo.toml",
                "message":{{"level":"{level}","code":{{"code":"{code}"}},"spans":[{spans}],
                "rendered":"{code} here\n"}}}}"#
            )
        };
        let mut messages = Messages::of(Path::new("/x"));
        for _ in 0..4 {
            assert_eq!(messages.add(&line("a", "error", "E0072", "{}")), None);
        }
        messages.add(&line("a", "error", "E0001", "{}"));
        messages.add(&line("b/runtime", "warning", "unused", "{}"));
        messages.add(&line("b", "warning", "total", ""));
        messages.add("not JSON");
        let artifact = |krate: &str| {
            let manifest = format!("/x/{krate}/Cargo.toml");
            format!(r#"{{"reason":"compiler-artifact","manifest_path":"{manifest}"}}"#)
        };
        assert_eq!(messages.add(&artifact("b/runtime")), None);
        assert!(!messages.is_checked("b"));
        assert_eq!(messages.add(&artifact("b")).as_deref(), Some("b"));
        assert_eq!(
            messages.errors("a").unwrap(),
            "1 × E0001, 4 × E0072\nE0001 here\nE0072 here\nE0072 here\nE0072 here\n"
        );
        assert_eq!(messages.warnings("b").unwrap(), "1 × unused\nunused here\n");
        assert_eq!((messages.errors("b"), messages.warnings("a")), (None, None));
        assert_eq!(
            (messages.is_checked("a"), messages.is_checked("b")),
            (false, true)
        );
    }
}
