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
    let manifest: Vec<String> = manifest.lines().map(with_a_copy).collect();
    let manifest = manifest.join("\n");
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

/// A line of the manifest as a crate with a runtime of its own has it.
fn with_a_copy(line: &str) -> String {
    match line.split_once("[{% if runtime %}") {
        Some((key, either)) => {
            let (_, copy) = either.split_once("{% else %}").unwrap();
            format!("{key}[{}", copy.replace("{% endif %}", ""))
        }
        None => line.to_owned(),
    }
}

#[test]
fn a_shared_runtime_depends_on_what_a_copy_does() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/rust");
    let template = fs::read_to_string(here.join("dependencies.toml.tera")).unwrap();
    let (always, sometimes) = conditional(&template);
    let always: Table = always.parse().unwrap();
    let mut sometimes: Table = sometimes.parse().unwrap();
    let shared = fs::read_to_string(here.join("shared/Cargo.toml.tera")).unwrap();
    let (_, shared) = shared.split_once("[features]").unwrap();
    let shared: Table = format!("[features]{shared}").parse().unwrap();
    let dependencies = shared["dependencies"].as_table().unwrap();
    for (name, dependency) in always["dependencies"].as_table().unwrap() {
        assert_eq!(dependency, &dependencies[name], "{name}");
    }
    for (name, dependency) in &mut sometimes {
        if let Value::String(version) = dependency {
            *dependency = Value::Table(Table::from_iter([(
                "version".to_owned(),
                Value::String(version.clone()),
            )]));
        }
        let table = dependency.as_table_mut().unwrap();
        table.insert("optional".to_owned(), Value::Boolean(true));
        assert_eq!(dependency, &dependencies[name], "{name}");
        assert_eq!(
            shared["features"][name][0].as_str(),
            Some(&*format!("dep:{name}"))
        );
    }
    let all = always["dependencies"].as_table().unwrap().len() + sometimes.len();
    assert_eq!(dependencies.len(), all);
    assert_eq!(shared["target"], always["target"]);
    // A crate of a runtime in another names some of them, too.
    let client = fs::read_to_string(here.join("shared/dependencies.toml.tera")).unwrap();
    let client = client
        .lines()
        .filter(|line| !line.contains("{%") && !line.contains("{{"));
    let client: Table = client.collect::<Vec<_>>().join("\n").parse().unwrap();
    for (name, dependency) in client["dependencies"].as_table().unwrap() {
        let version = |it: &Value| it.get("version").unwrap_or(it).as_str().map(str::to_owned);
        assert_eq!(version(dependency), version(&dependencies[name]), "{name}");
    }
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
