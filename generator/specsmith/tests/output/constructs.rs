//! One of each construct of a description, and what a user of the crate sees of it.
//!
//! `constructs/NAME.yaml` is a description, `constructs/NAME.rs` what the crate says of it:
//! definitions, the data of operations and the signatures that come with them. A first line
//! `# findings: code, code` names all findings, in their order.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use rayon::prelude::*;

use crate::cut;
use crate::made::{Made, demo};

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
        .map(|name| demo(&schema(&folder, name), ""));
    let outcomes: Vec<Made> = outcomes.collect();
    for (name, outcome) in constructs.iter().zip(&outcomes) {
        let generated = outcome.generated.as_ref();
        let generated = generated.unwrap_or_else(|| panic!("{name}: {}", outcome.findings));
        expect_file![folder.join(format!("{name}.rs"))].assert_eq(&cut::seen(&generated.files));
    }
    let complaints: String = constructs
        .iter()
        .zip(&outcomes)
        .filter_map(|(name, outcome)| complaint(&folder, name, outcome))
        .collect();
    assert!(complaints.is_empty(), "{complaints}");
    // What no construct has is left over.
    assert_eq!(names(&folder, ".rs"), constructs.into_iter().collect());
}

fn schema(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(format!("{name}.yaml"))).expect("a file")
}

/// Says which findings a construct has, if they are not those that it names.
fn complaint(folder: &Path, name: &str, made: &Made) -> Option<String> {
    let expected = expected_codes(&schema(folder, name));
    let found = made.report.diagnostics().iter();
    let found: Vec<String> = found.map(|it| it.code.to_string()).collect();
    let message = || {
        let findings = &made.findings;
        format!("{name}: {found:?}, not {expected:?}\n{findings}\n")
    };
    (expected != found).then(message)
}
