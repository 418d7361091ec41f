//! Broken descriptions, configurations and templates, each with the message it gets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use serde::Deserialize;
use specsmith::config::Config;
use specsmith::plan;
use specsmith_openapi::report::Severity;
use specsmith_openapi::{Limits, Report, Sources, lower, normalize, read};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    find: String,
    replace: String,
    #[serde(default)]
    also: Vec<[String; 2]>,
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(here().join("cases.toml")).unwrap();
    toml::from_str::<Cases>(&text).unwrap().case
}

fn variant(case: &Case, schema: &str) -> String {
    let first = [case.find.clone(), case.replace.clone()];
    let mut text = schema.to_owned();
    for [find, replace] in std::iter::once(&first).chain(&case.also) {
        assert!(
            text.contains(find.as_str()),
            "{}: `{find}` is not in the schema",
            case.name
        );
        text = text.replacen(find.as_str(), replace, 1);
    }
    text
}

/// Everything that a run finds in a description, as it is printed.
fn findings(text: String) -> (String, Report) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let config = Config::load(
        &repository().join("specsmith.toml"),
        &mut sources,
        &mut report,
    );
    let config = config.expect("the configuration of this repository");
    let document = read::read_str(
        "schema/truto-crm.yaml",
        text,
        &limits,
        &mut sources,
        &mut report,
    );
    let normalized = document.and_then(|document| normalize::normalize(document, &mut report));
    if let Some(normalized) = normalized {
        let api = lower::lower(&normalized, &mut report);
        plan::plan(&api, &config.sdks[0], &mut report);
    }
    (report.render_text(&sources, false), report)
}

#[test]
fn each_broken_variant_gets_its_message() {
    let schema = fs::read_to_string(repository().join("schema/truto-crm.yaml")).unwrap();
    let cases = cases();
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let (mut seen, mut silent) = (BTreeMap::new(), Vec::new());
    for case in &cases {
        let (text, report) = findings(variant(case, &schema));
        if report.diagnostics().is_empty() {
            silent.push(&case.name);
            continue;
        }
        for finding in report.diagnostics() {
            assert!(
                finding.at.is_some(),
                "{}: {finding:?} has no place",
                case.name
            );
            assert!(
                !finding.help.is_empty(),
                "{}: {finding:?} has no help",
                case.name
            );
        }
        if let Some(other) = seen.insert(text.clone(), &case.name) {
            panic!("{} and {other} have the same message", case.name);
        }
        expect_file![here().join(format!("expected/{}.txt", case.name))].assert_eq(&text);
    }
    assert!(silent.is_empty(), "nothing was found: {silent:?}");
}

#[test]
fn no_expectation_is_left_over() {
    let names: Vec<String> = cases()
        .into_iter()
        .map(|case| format!("{}.txt", case.name))
        .collect();
    for entry in fs::read_dir(here().join("expected")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "expected/{name} belongs to no case");
    }
}

#[test]
fn ten_faults_are_reported_in_one_run() {
    let schema = fs::read_to_string(repository().join("schema/truto-crm.yaml")).unwrap();
    let case = cases()
        .into_iter()
        .find(|case| case.name == "ten-faults")
        .unwrap();
    let (text, report) = findings(variant(&case, &schema));
    assert!(report.diagnostics().len() >= 10, "{text}");
    assert_eq!(report.count(Severity::Fatal), 0, "{text}");
}

#[test]
fn the_schema_itself_has_no_finding() {
    let schema = fs::read_to_string(repository().join("schema/truto-crm.yaml")).unwrap();
    let (text, _) = findings(schema);
    assert_eq!(text, "");
}
