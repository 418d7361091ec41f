//! The test of one crate: its examples are judged, the valid ones are handed to it, and what it
//! reports is told with the places in the document.
//!
//! This module must not know how examples are judged or compared.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use specsmith_openapi::read::{self, Node};
use specsmith_openapi::{Limits, Report, Sources};

use super::super::outcome::{Outcome, Verdict};
use super::super::progress::Progress;
use super::super::{FOLDER, compile};
use super::example::{At, Fault};
use super::{Fidelity, places, unread};
use crate::disk;
use crate::process::{self, Limits as Allowed};

/// Says what is wrong with each value against the schema at its pointer, if anything.
pub(super) type Judge =
    fn(&Value, &[(Option<String>, &Value)]) -> Result<Vec<Option<Fault>>, String>;

/// What one crate may take, its compilation included.
const ALLOWED: Allowed = Allowed {
    time: Duration::from_secs(3600),
    memory: u64::MAX,
};

/// An example as it stands among the data of the generated test.
#[derive(Debug, Clone, Deserialize)]
struct Example {
    origin: At,
    owner: At,
    value: Value,
}

/// Tests the crates of all documents that have one, one after the other.
pub(super) fn test(outcomes: &mut [Outcome], judge: Judge) -> Result<(), String> {
    let complete = |outcome: &&mut Outcome| outcome.generated.complete;
    let wanted: Vec<&mut Outcome> = outcomes.iter_mut().filter(complete).collect();
    let krates: Vec<&str> = wanted.iter().map(|it| it.document.krate.as_str()).collect();
    let workspace = compile::workspace(Path::new(FOLDER), &krates)?;
    let mut progress = Progress::new("tested", wanted.len());
    for outcome in wanted {
        one(outcome, &workspace, judge)?;
        progress.step(&outcome.document.name);
    }
    Ok(())
}

fn one(outcome: &mut Outcome, workspace: &Path, judge: Judge) -> Result<(), String> {
    let krate = outcome.document.krate.clone();
    let data = workspace.join(&krate).join("tests/examples/values.json");
    let text = disk::read(&data)?.unwrap_or_else(|| "[]".to_owned());
    let lines: Vec<Value> = parsed(&text)?;
    let examples: Vec<Example> = parsed(&text)?;
    let document = Document::open(&outcome.document.path)?;
    let placed = document.place(&examples);
    let values: Vec<(Option<String>, &Value)> = placed
        .iter()
        .map(|place| place.schema.clone())
        .zip(examples.iter().map(|example| &example.value))
        .collect();
    let faults = judge(&document.root.to_json(), &values)?;
    let count = |fault| faults.iter().filter(|it| **it == Some(fault)).count();
    let mut fidelity = Fidelity {
        examples: examples.len(),
        elsewhere: document.elsewhere(&examples),
        unread: unread::count(&outcome.document.path, examples.iter().map(|it| it.origin)),
        invalid: count(Fault::Schema),
        misformatted: count(Fault::Format),
        ..Fidelity::default()
    };
    let is_valid = |index: usize| faults.get(index) == Some(&None);
    let valid: Vec<(Value, &Place)> = lines
        .into_iter()
        .zip(&placed)
        .enumerate()
        .filter_map(|(index, pair)| is_valid(index).then_some(pair))
        .collect();
    if !valid.is_empty() {
        let lines: Vec<&Value> = valid.iter().map(|(line, _)| line).collect();
        let (told, errors) = told(&krate, workspace, &lines)?;
        match told {
            Some(told) => {
                fidelity.missed = told.missed(&valid);
                (fidelity.nulls, fidelity.numbers) = (told.nulls, told.numbers);
                fidelity.formats = told.formats;
            }
            None => outcome.fail(Verdict::DoesNotCompile, errors),
        }
    }
    if !fidelity.missed.is_empty() {
        outcome.fail(Verdict::ExamplesMissed, fidelity.missed.join("\n"));
    }
    outcome.fidelity = Some(fidelity);
    Ok(())
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// What the test of a crate leaves.
#[derive(Debug, Deserialize)]
struct Told {
    nulls: usize,
    numbers: usize,
    formats: usize,
    missed: Vec<Missed>,
}

/// An example that is not written as it was read.
#[derive(Debug, Deserialize)]
struct Missed {
    /// Position among those that were handed over.
    example: usize,
    r#type: String,
    problem: String,
}

impl Told {
    fn missed(&self, valid: &[(Value, &Place)]) -> Vec<String> {
        let missed = self.missed.iter();
        missed
            .map(|missed| {
                let place = valid.get(missed.example).map(|(_, place)| &place.shown);
                let place = place.map_or("", String::as_str);
                format!("{place}: as `{}`: {}", missed.r#type, missed.problem)
            })
            .collect()
    }
}

/// Runs the test of one crate on some examples; `None` when it did not get as far as a report.
fn told(
    krate: &str,
    workspace: &Path,
    examples: &[&Value],
) -> Result<(Option<Told>, String), String> {
    let folder = workspace.with_file_name("examples");
    let data = folder.join(format!("{krate}.json"));
    let report = folder.join(format!("{krate}.report.json"));
    let text = serde_json::to_string(examples).map_err(|error| error.to_string())?;
    disk::write(&data, &text)?;
    disk::write(&report, "")?;
    let ended = process::run(
        &mut cargo_test(krate, workspace, &data, &report)?,
        ALLOWED,
        |_| {},
    )?;
    let told = disk::read(&report)?.unwrap_or_default();
    Ok((parsed(&told).ok(), ended.errors))
}

fn cargo_test(
    krate: &str,
    workspace: &Path,
    data: &Path,
    report: &Path,
) -> Result<Command, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args(["test", "--quiet", "--package", krate, "--test", "examples"])
        .args(compile::all_groups(workspace, &[krate])?)
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.with_file_name("target"))
        .env("CARGO_INCREMENTAL", "0")
        // What is compiled runs once.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("SPECSMITH_EXAMPLES", data)
        .env("SPECSMITH_EXAMPLES_REPORT", report)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Ok(command)
}

/// A document as written.
struct Document {
    path: PathBuf,
    root: Node,
    sources: Sources,
    file: specsmith_openapi::report::FileId,
}

/// Where an example stands.
struct Place {
    /// Its pointer, file, line and column.
    shown: String,
    /// The pointer of its schema, where it is known.
    schema: Option<String>,
}

impl Document {
    fn open(path: &Path) -> Result<Self, String> {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let document = read::open(path.into(), &Limits::default(), &mut sources, &mut report);
        let document = document.ok_or_else(|| format!("{}: cannot be read", path.display()))?;
        Ok(Self {
            path: path.to_owned(),
            root: document.root,
            file: document.file,
            sources,
        })
    }

    fn elsewhere(&self, examples: &[Example]) -> usize {
        let files = examples.iter().map(|example| example.origin.file);
        files.filter(|file| *file != self.file.number()).count()
    }

    /// Examples of other files than the first have no place, and no schema.
    fn place(&self, examples: &[Example]) -> Vec<Place> {
        let ats = examples
            .iter()
            .flat_map(|example| [example.origin, example.owner]);
        let wanted: BTreeSet<At> = ats.filter(|at| at.file == self.file.number()).collect();
        let found = places::find(&self.root, &wanted);
        let places = examples.iter().map(|example| {
            let steps = found.get(&example.origin).map(Vec::as_slice);
            let owner = found.get(&example.owner).map(Vec::as_slice);
            let name = self.path.file_name().unwrap_or_default().to_string_lossy();
            let (line, column) = self.sources.line_column(self.file, example.origin.start);
            let pointer = places::pointer(steps.unwrap_or_default());
            Place {
                shown: format!("#{pointer} at {name}:{line}:{column}"),
                schema: steps.and_then(|steps| places::schema(&self.root, steps, owner)),
            }
        });
        places.collect()
    }
}
