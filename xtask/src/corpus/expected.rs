//! The findings and calls of each document as they are pinned: a small file a document, each of them
//! a line.
//!
//! This module must not know what any finding means, nor what makes a call fail.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use similar::TextDiff;
use specsmith_openapi::{Diagnostic, Report, Severity, Sources};

use super::directory::fingerprint;
use super::outcome::{Outcome, Verdict};
use super::{Mode, Reach};
use crate::disk;

/// Where pins of findings lie, by name of the folder of their documents.
const FINDINGS: &str = "xtask/expected";

/// Where pins of calls lie, by name of the mock and of the folder of their documents.
const CALLS: &str = "xtask/called";

/// So many findings of one code are listed; of more, the first ones are, and the rest is counted.
const LISTED: usize = 8;

/// The findings of one document: a line each, `severity[code] line:column message`, sorted by
/// severity, code and place. What is left out where a code is frequent still counts: the number
/// behind it changes with it.
pub(super) fn text(report: &Report, sources: &Sources, schema: &Path) -> String {
    let mut by_code: BTreeMap<(Severity, &str), Vec<String>> = BTreeMap::new();
    for finding in report.diagnostics() {
        let lines = by_code.entry((finding.severity, finding.code)).or_default();
        lines.push(line(finding, sources, schema));
    }
    let by_head = by_code.into_iter();
    folded(by_head.map(|((severity, code), lines)| (format!("{severity}[{code}]"), lines)))
}

/// The lines of each head, behind it: of many, the first ones, and a sum of the others.
pub(super) fn folded(by_head: impl Iterator<Item = (String, Vec<String>)>) -> String {
    let mut text = String::new();
    for (head, lines) in by_head {
        let listed = if lines.len() > LISTED {
            LISTED / 2
        } else {
            lines.len()
        };
        let (first, rest) = lines.split_at(listed);
        first
            .iter()
            .for_each(|line| text.push_str(&format!("{head} {line}\n")));
        if !rest.is_empty() {
            let all = fingerprint(&rest.join("\n"));
            text.push_str(&format!("{head} and {} more, {all:016x}\n", rest.len()));
        }
    }
    text
}

fn line(finding: &Diagnostic, sources: &Sources, schema: &Path) -> String {
    let message = finding.message.replace(char::is_control, " ");
    let Some(at) = finding.at else {
        return message;
    };
    let (line, column) = sources.line_column(at.file, at.start);
    let path = sources.path(at.file);
    if path == schema {
        return format!("{line}:{column} {message}");
    }
    let folder = schema.parent().unwrap_or(Path::new(""));
    let path = path.strip_prefix(folder).unwrap_or(path);
    format!("{}:{line}:{column} {message}", path.display())
}

/// What is done with findings that are not as pinned, and of which documents.
#[derive(Debug)]
pub(super) struct Pins<'a> {
    mode: Mode,
    filter: Option<&'a str>,
    folder: PathBuf,
    of: Of,
}

/// What is pinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Findings,
    Calls,
}

impl<'a> Pins<'a> {
    /// Calls are what is pinned of a run that makes them.
    pub(super) fn new(mode: Mode, filter: Option<&'a str>, reach: Reach) -> Self {
        Self {
            mode,
            filter,
            folder: match reach {
                Reach::Calls(mock) => Path::new(CALLS).join(mock.name()),
                Reach::Generate | Reach::Compile | Reach::Examples => FINDINGS.into(),
            },
            of: match reach {
                Reach::Calls(_) => Of::Calls,
                Reach::Generate | Reach::Compile | Reach::Examples => Of::Findings,
            },
        }
    }

    /// Compares the findings of a document with its pin, or pins them. A folder of documents for
    /// which there is no folder of pins has none.
    pub(super) fn hold(&self, outcome: &mut Outcome) -> Result<(), String> {
        let (found, failed) = match (self.of, &outcome.called) {
            (Of::Findings, _) => (outcome.generated.findings.clone(), 0),
            (Of::Calls, Some(called)) => (called.pin(), called.failed()),
            // What it would have come to is not known.
            (Of::Calls, None) => return Ok(()),
        };
        let pin = self.path(outcome);
        match self.mode {
            Mode::Bless if found.is_empty() => disk::remove(&pin),
            Mode::Bless => disk::write(&pin, &found),
            Mode::Compare if !self.folder.join(&outcome.document.set).is_dir() => {
                if failed > 0 {
                    outcome.fail(Verdict::CallsFailed, format!("{failed} of its calls\n"));
                }
                Ok(())
            }
            Mode::Compare => {
                let pinned = disk::read(&pin)?.unwrap_or_default();
                if pinned != found {
                    let difference = difference(&pinned, &found);
                    outcome.fail(Verdict::NotAsPinned, difference);
                }
                Ok(())
            }
        }
    }

    /// The pins that no document of this run needs. Blessed, they are gone.
    pub(super) fn stale(&self, outcomes: &[Outcome]) -> Result<Vec<String>, String> {
        let mut sets: Vec<&str> = outcomes.iter().map(|it| it.document.set.as_str()).collect();
        sets.dedup();
        let needed: Vec<PathBuf> = outcomes.iter().map(|outcome| self.path(outcome)).collect();
        let mut stale = Vec::new();
        for set in sets {
            for (file, bytes) in disk::walk(&self.folder.join(set))? {
                let pin = self.folder.join(set).join(&file);
                let meant = self.filter.is_none_or(|filter| file.contains(filter));
                if meant && (bytes == 0 || !needed.contains(&pin)) {
                    stale.push(pin);
                }
            }
        }
        if self.mode == Mode::Bless {
            stale.iter().try_for_each(|pin| disk::remove(pin))?;
            return Ok(Vec::new());
        }
        Ok(stale.iter().map(|pin| pin.display().to_string()).collect())
    }

    fn path(&self, outcome: &Outcome) -> PathBuf {
        let document = &outcome.document;
        self.folder
            .join(&document.set)
            .join(format!("{}.txt", document.name))
    }
}

/// What was pinned and is not found, and the other way round.
fn difference(pinned: &str, findings: &str) -> String {
    TextDiff::from_lines(pinned, findings)
        .unified_diff()
        .context_radius(0)
        .header("pinned", "found (pin it with `--bless`)")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::documents::Document;
    use crate::corpus::outcome::Generated;
    use crate::process::Cost;

    #[test]
    fn frequent_findings_are_counted_and_still_pinned() {
        let mut sources = Sources::new();
        let schema = Path::new("docs/a.yaml");
        let file = sources.add(schema, "a\n".repeat(20));
        let other = sources.add("docs/parts/b.yaml", "\n\nb".to_owned());
        let at = |line: u32| specsmith_openapi::Origin {
            file,
            start: 2 * line,
            end: 2 * line + 1,
        };
        let of = |message: &str| {
            let mut report = Report::new();
            (0..12).for_each(|n| report.push(Diagnostic::warning("many", at(n), message, "")));
            report.push(Diagnostic::error("few", at(3), "it\nis", ""));
            let there = specsmith_openapi::Origin {
                file: other,
                start: 2,
                end: 3,
            };
            report.push(Diagnostic::error("few", there, "other", ""));
            report.push(Diagnostic::fatal("flag", None, "wrong", ""));
            text(&report, &sources, schema)
        };
        let found = of("m");
        let lines: Vec<&str> = found.lines().collect();
        assert_eq!(
            lines.get(..7).unwrap(),
            [
                "fatal[flag] wrong",
                "error[few] 4:1 it is",
                "error[few] parts/b.yaml:3:1 other",
                "warning[many] 1:1 m",
                "warning[many] 2:1 m",
                "warning[many] 3:1 m",
                "warning[many] 4:1 m",
            ]
        );
        let last = lines.last().unwrap();
        assert!(last.starts_with("warning[many] and 8 more, "), "{last}");
        assert_ne!(of("n").lines().last().unwrap(), *last);
    }

    fn outcome(name: &str, findings: &str) -> Outcome {
        Outcome {
            document: Document {
                path: name.into(),
                set: "set".to_owned(),
                name: name.to_owned(),
                krate: name.to_owned(),
                bytes: 0,
            },
            verdict: Verdict::Passed,
            detail: String::new(),
            generated: Generated {
                findings: findings.to_owned(),
                ..Generated::default()
            },
            cost: Cost::default(),
            compiled: None,
            fidelity: None,
            called: None,
        }
    }

    #[test]
    fn a_pin_holds_until_it_is_blessed_anew_or_no_longer_needed() {
        let folder = tempfile::tempdir().unwrap();
        let pins = |mode, filter| Pins {
            mode,
            filter,
            folder: folder.path().to_owned(),
            of: Of::Findings,
        };
        let held = |mode, name, findings| {
            let mut outcome = outcome(name, findings);
            pins(mode, None).hold(&mut outcome).unwrap();
            (outcome.verdict, outcome.detail)
        };
        let passed = (Verdict::Passed, String::new());
        assert_eq!(
            held(Mode::Compare, "a", "x\n"),
            passed,
            "no pins of this folder"
        );
        assert_eq!(held(Mode::Bless, "a", "x\n"), passed);
        assert_eq!(held(Mode::Compare, "a", "x\n"), passed);
        let (verdict, detail) = held(Mode::Compare, "a", "y\n");
        assert_eq!(verdict, Verdict::NotAsPinned);
        assert!(detail.contains("\n-x\n+y\n"), "{detail}");
        assert_eq!(held(Mode::Compare, "b", "").0, Verdict::Passed);
        assert_eq!(held(Mode::Compare, "b", "z\n").0, Verdict::NotAsPinned);

        let stale = |mode, filter| pins(mode, filter).stale(&[outcome("b", "")]).unwrap();
        assert_eq!(stale(Mode::Compare, None).len(), 1);
        assert_eq!(stale(Mode::Compare, Some("b")).len(), 0);
        assert_eq!(stale(Mode::Bless, None).len(), 0);
        assert_eq!(stale(Mode::Compare, None).len(), 0);
    }
}
