//! Broken descriptions, configurations and templates, each with the messages it gets, how the
//! commands end and what is left of the output.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "bad/case.rs"]
mod case;
#[path = "bad/findings.rs"]
mod findings;
#[path = "bad/project.rs"]
mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use case::{Case, cases, folder};
use expect_test::expect_file;
use findings::{Finding, findings};
use project::{Project, Ran};
use rayon::prelude::*;

/// What a case prints, and what does not hold of it that has to hold for every case.
struct Outcome {
    printed: String,
    complaints: Vec<String>,
}

fn run(case: &Case, whole: &Project) -> Outcome {
    let project = whole.copy();
    case.damage(&project);
    let before = project.output();
    let ran = project.run(case, &["gen"]);
    let found = findings(&ran.err);
    let mut complaints = wrong_findings(case, &project, &found);
    complaints.extend(wrong_endings(case, &project, &ran, &found));
    if has(&found, "fatal") && project.output() != before {
        complaints.push("the output is not as it was".to_owned());
    }
    Outcome {
        printed: ran.err,
        complaints,
    }
}

fn has(found: &[Finding], severity: &str) -> bool {
    found.iter().any(|finding| finding.severity == severity)
}

/// Each finding shows where it is, what is wrong and what to do.
fn wrong_findings(case: &Case, project: &Project, found: &[Finding]) -> Vec<String> {
    let mut complaints = Vec::new();
    if found.is_empty() {
        complaints.push("nothing was found".to_owned());
    }
    for finding in found {
        let marked = finding.marked || case.hides_text();
        if finding.place.is_empty() || !marked || finding.help.is_empty() {
            complaints.push(format!("no place, no excerpt or no help: {finding:?}"));
        }
    }
    if let Some((path, text)) = &case.at {
        let place = format!("{path}:{}", project.place(path, text));
        if found.iter().all(|finding| finding.place != place) {
            complaints.push(format!("nothing was found at {place}"));
        }
    }
    complaints
}

/// Fatal is 2. An error is 0, and 1 where errors are not tolerated. A warning is 0.
fn wrong_endings(case: &Case, project: &Project, ran: &Ran, found: &[Finding]) -> Vec<String> {
    let (usual, strict) = match (has(found, "fatal"), has(found, "error")) {
        (true, _) => (2, 2),
        (false, true) => (0, 1),
        (false, false) => (0, 0),
    };
    let mut complaints = Vec::new();
    let mut require = |what: &str, ran: &Ran, code: i32, printed: &str| {
        if ran.code != Some(code) || ran.err != printed {
            complaints.push(format!("{what}: {:?}, not {code}: {}", ran.code, ran.err));
        }
    };
    require("gen", ran, usual, &ran.err);
    require(
        "gen --strict",
        &project.run(case, &["gen", "--strict"]),
        strict,
        &ran.err,
    );
    if let Some(schema) = &case.lint {
        let lint = project.run(case, &["lint", schema]);
        require("lint", &lint, strict, &ran.err);
    }
    complaints
}

#[test]
fn each_broken_variant_gets_its_message() {
    let whole = Project::generated();
    let cases = cases();
    let outcomes: Vec<Outcome> = cases.par_iter().map(|case| run(case, &whole)).collect();
    let (mut seen, mut causes) = (BTreeMap::new(), BTreeSet::new());
    let mut complaints = Vec::new();
    for (case, outcome) in cases.iter().zip(&outcomes) {
        let name = &case.name;
        complaints.extend(outcome.complaints.iter().map(|it| format!("{name}: {it}")));
        if let Some(other) = seen.insert(&outcome.printed, name) {
            complaints.push(format!("{name} and {other} have the same message"));
        }
        causes.extend(findings(&outcome.printed).first().map(|it| it.code.clone()));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(causes.len() >= 40, "{}: {causes:?}", causes.len());
    for (case, outcome) in cases.iter().zip(&outcomes) {
        let expected = folder().join(format!("expected/{}.txt", case.name));
        expect_file![expected].assert_eq(&outcome.printed);
    }
}

#[test]
fn no_expectation_is_left_over() {
    let names: Vec<String> = cases()
        .into_iter()
        .map(|case| format!("{}.txt", case.name))
        .collect();
    for entry in fs::read_dir(folder().join("expected")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "expected/{name} belongs to no case");
    }
}

#[test]
fn ten_faults_are_reported_in_one_run() {
    let cases = cases();
    let case = cases.iter().find(|case| case.name == "ten-faults").unwrap();
    let project = Project::new();
    case.damage(&project);
    let found = findings(&project.run(case, &["gen"]).err);
    let places: BTreeSet<&str> = found.iter().map(|it| it.place.as_str()).collect();
    assert_eq!((found.len(), places.len()), (10, 10), "{found:#?}");
}

#[test]
fn the_schema_itself_has_no_finding() {
    let project = Project::new();
    let ran = project.command(&["gen", "--strict"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}
