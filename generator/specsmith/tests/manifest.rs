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
    let template: Table = template.parse().unwrap();
    assert_eq!(template["dependencies"], runtime["dependencies"]);
    assert_eq!(template["target"], runtime["target"]);
    let manifest = fs::read_to_string(here.join("templates/rust/Cargo.toml.tera")).unwrap();
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
