//! One of each construct of a description, and what a user of the crate sees of it.
//!
//! `constructs/NAME.yaml` is a description, `constructs/NAME.rs` what the crate says of it:
//! definitions, the data of operations and the signatures that come with them. A first line
//! `# findings: code, code` names all findings, in their order.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "constructs/cut.rs"]
mod cut;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use rayon::prelude::*;
use specsmith::config::Config;
use specsmith::files::Files;
use specsmith_openapi::{Report, Sources};

const CONFIG: &str =
    "out = \"out\"\n[[sdk]]\nschema = \"api.yaml\"\n[sdk.crate]\nname = \"demo\"\n";

/// What a description becomes, and the findings about it: their codes and their text.
struct Outcome {
    files: Files,
    codes: Vec<String>,
    findings: String,
}

fn generate(schema: &Path) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(schema, folder.path().join("api.yaml")).expect("a file");
    let path = folder.path().join("specsmith.toml");
    fs::write(&path, CONFIG).expect("a file");
    let (mut sources, mut report) = (Sources::new(), Report::default());
    let config = Config::load(&path, &mut sources, &mut report);
    let all = config.and_then(|config| specsmith::generate(&config, &mut sources, &mut report));
    let findings = report.render_text(&sources, false);
    let codes = report.diagnostics().iter().map(|it| it.code.to_string());
    Outcome {
        codes: codes.collect(),
        files: all
            .unwrap_or_else(|| panic!("{}: {findings}", schema.display()))
            .files,
        findings,
    }
}

/// The codes that the first line of a description names.
fn expected_codes(schema: &str) -> Vec<String> {
    let named = schema
        .lines()
        .next()
        .and_then(|it| it.strip_prefix("# findings: "));
    let named = named.map(|it| it.split(", ").map(str::to_owned).collect());
    named.unwrap_or_default()
}

/// The files below a folder that end in some way, without the end.
fn names(folder: &Path, end: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("a file").file_name());
    let names = names.map(|name| name.into_string().expect("UTF-8"));
    names
        .filter_map(|name| name.strip_suffix(end).map(str::to_owned))
        .collect()
}

#[test]
fn each_construct_is_what_its_golden_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/constructs");
    let constructs: Vec<String> = names(&folder, ".yaml").into_iter().collect();
    let outcomes = constructs
        .par_iter()
        .map(|name| generate(&folder.join(format!("{name}.yaml"))));
    let outcomes: Vec<Outcome> = outcomes.collect();
    for (name, outcome) in constructs.iter().zip(&outcomes) {
        expect_file![folder.join(format!("{name}.rs"))].assert_eq(&cut::seen(&outcome.files));
    }
    let complaints: String = constructs
        .iter()
        .zip(&outcomes)
        .filter_map(|(name, outcome)| complaint(&folder, name, outcome))
        .collect();
    assert!(complaints.is_empty(), "{complaints}");
    // `cut` is no golden, and what no construct has is left over.
    let known = constructs.into_iter().chain(["cut".to_owned()]);
    assert_eq!(names(&folder, ".rs"), known.collect());
}

/// Says which findings a construct has, if they are not those that it names.
fn complaint(folder: &Path, name: &str, outcome: &Outcome) -> Option<String> {
    let schema = fs::read_to_string(folder.join(format!("{name}.yaml"))).expect("a file");
    let (expected, found) = (expected_codes(&schema), &outcome.codes);
    let message = || {
        let findings = &outcome.findings;
        format!("{name}: {found:?}, not {expected:?}\n{findings}\n")
    };
    (expected != *found).then(message)
}
