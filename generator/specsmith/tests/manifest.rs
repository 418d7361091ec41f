//! The generated manifest and that of the runtime, which is built where it lives, say the same.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

use std::fs;
use std::path::Path;

use toml::{Table, Value};

#[test]
fn generated_crates_depend_on_what_the_runtime_is_tested_with() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runtime = fs::read_to_string(here.join("../runtime/Cargo.toml")).unwrap();
    let runtime: Table = runtime.parse().unwrap();
    let template = fs::read_to_string(here.join("templates/rust/dependencies.toml.tera")).unwrap();
    let (always, sometimes) = conditional(&template);
    let template: Table = always.parse().unwrap();
    assert_eq!(template["dependencies"], runtime["dependencies"]);
    let sometimes: Table = sometimes.parse().unwrap();
    assert_eq!(sometimes.len(), 7);
    for (name, dependency) in &sometimes {
        assert_eq!(dependency, &runtime["dev-dependencies"][name], "{name}");
    }
    assert_eq!(template["target"], runtime["target"]);
    let manifest = fs::read_to_string(here.join("templates/rust/Cargo.toml.tera")).unwrap();
    // Groups of operations have features of their own in a large crate.
    let manifest = manifest.replace("{% if full_by_default %}, \"full\"{% endif %}", "");
    let features = manifest
        .split("[features]")
        .nth(1)
        .unwrap()
        .split("{%")
        .next()
        .unwrap();
    let features: Table = features.parse().unwrap();
    assert_eq!(Value::Table(features), runtime["features"]);
}

/// The lines of a template that always stand and those that stand under a condition.
fn conditional(template: &str) -> (String, String) {
    let (mut always, mut sometimes) = (String::new(), String::new());
    let mut inside = false;
    for line in template.lines() {
        if line.starts_with("{%") {
            inside = line.contains(" if ");
            continue;
        }
        let to = if inside { &mut sometimes } else { &mut always };
        to.push_str(line);
        to.push('\n');
    }
    (always, sometimes)
}
