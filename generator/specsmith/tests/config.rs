//! `specsmith.toml`: what is read from it, and what is said about what is wrong in it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "config/faults.rs"]
mod faults;
#[path = "config/modules.rs"]
mod modules;
#[path = "config/runtimes.rs"]
mod runtimes;

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::{Expect, expect};
use proptest::prelude::*;
use specsmith::config::{Config, Language, Runtime, Tolerance};
use specsmith_openapi::{Report, Sources};

/// Loads a configuration; on failure gives what is printed.
fn load(text: &str) -> Result<Config, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("specsmith.toml");
    fs::write(&path, text).unwrap();
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let config = Config::load(&path, &mut sources, &mut report);
    report.sort();
    let printed = report.render_text(&sources, false);
    let root = format!("{}/", folder.path().display());
    config
        .map(|config| relative(config, folder.path()))
        .ok_or_else(|| printed.replace(&root, ""))
}

fn relative(mut config: Config, root: &Path) -> Config {
    let inside = |path: &PathBuf| path.strip_prefix(root).unwrap().to_owned();
    for sdk in &mut config.sdks {
        sdk.schema.value = inside(&sdk.schema.value);
    }
    if let Some(templates) = &mut config.templates {
        templates.value = inside(&templates.value);
    }
    config
}

fn check_wrong(text: &str, expected: &Expect) {
    match load(text) {
        Ok(config) => panic!("{config:#?}"),
        Err(printed) => expected.assert_eq(&printed),
    }
}

const LEAST: &str = "[[sdk]]\nschema = \"api.yaml\"\n[sdk.crate]\nname = \"my-api\"\n";

#[test]
fn the_least_there_is() {
    let config = load(LEAST).unwrap();
    assert_eq!(
        (config.out.as_str(), config.strict, config.tolerance),
        ("generated", false, Tolerance::default())
    );
    let sdk = &config.sdks[0];
    assert_eq!(sdk.schema.value, Path::new("api.yaml"));
    assert_eq!(sdk.krate.path, "generated/my-api");
    assert_eq!(sdk.krate.version, "0.1.0");
    assert!(sdk.docs.is_none() && sdk.snippets.is_none());
}

#[test]
fn all_there_is() {
    let config = load(
        r#"
        out = "./out/"
        templates = "mine"
        strict = true
        limits = { file-bytes = 1_000, depth = 10, nodes = 0xff, errors = 3, degraded = 0 }

        [[sdk]]
        schema = "schema/a.yaml"
        crate = { name = "a", version = "1.0.0-rc.1", path = "crates/a", authors = ["me"] }
        docs = {}
        [sdk.snippets]
        path = "snips"
        targets = ["rust", { id = "own", language = "typescript", extension = "mjs" }, "curl"]
        env = { zebra = "Z", apple = "A" }
        [[sdk.extension]]
        name = "x-count"
        text = "{{ value }} times"
        data = ["value"]

        [[sdk]]
        schema = "schema/b.yaml"
        crate.name = "b"
        "#,
    )
    .unwrap();
    assert_eq!(config.out, "out");
    assert_eq!(config.templates.unwrap().value, Path::new("mine"));
    let tolerance = config.tolerance;
    let limits = [tolerance.errors, tolerance.degraded, tolerance.unexpressed];
    assert_eq!(
        limits.map(|limit| limit.map(|it| it.value)),
        [Some(3), Some(0), None]
    );
    assert_eq!(
        (
            config.limits.file_bytes,
            config.limits.depth,
            config.limits.nodes
        ),
        (1000, 10, 255)
    );
    let [a, b] = config.sdks.as_slice() else {
        panic!()
    };
    assert_eq!(
        (a.krate.path.as_str(), b.krate.path.as_str()),
        ("crates/a", "out/b")
    );
    assert_eq!(a.docs.as_ref().unwrap().path, "out/docs");
    let snippets = a.snippets.as_ref().unwrap();
    assert_eq!(snippets.path, "snips");
    let targets: Vec<_> = snippets
        .targets
        .iter()
        .map(|target| target.id.as_str())
        .collect();
    assert_eq!(targets, ["rust", "own", "curl"]);
    assert_eq!(snippets.targets[1].language, Language::TypeScript);
    assert_eq!(snippets.targets[1].label, "own");
    assert_eq!(snippets.targets[1].template.value, "snippets/own.mjs.tera");
    let env: Vec<_> = snippets
        .env
        .iter()
        .map(|var| (var.of.value.as_str(), var.name.as_str()))
        .collect();
    assert_eq!(
        env,
        [("zebra", "Z"), ("apple", "A")],
        "in the order written"
    );
    assert_eq!(
        a.extensions[0].text.as_ref().unwrap().value,
        "{{ value }} times"
    );
}

#[test]
fn flags_stand_for_a_configuration() {
    let mut report = Report::new();
    let config = Config::of_flags("api.yaml".into(), "my-api", "out".into(), &mut report).unwrap();
    assert_eq!(
        (config.root.as_path(), config.out.as_str()),
        (Path::new("out"), "")
    );
    assert_eq!(config.sdks[0].krate.path, "");
    for name in ["../x", "tokio"] {
        assert!(Config::of_flags("api.yaml".into(), name, "out".into(), &mut report).is_none());
    }
    let messages: Vec<&str> = report.diagnostics().iter().map(|it| &*it.message).collect();
    assert_eq!(
        messages,
        ["`../x` cannot name a crate", "`tokio` cannot name a crate"]
    );
}

/// A name that leaves no room for that of a runtime beside it has it inside.
#[test]
fn flags_take_every_name_of_a_crate() {
    for (length, is_own) in [(56, true), (57, false), (64, false)] {
        let mut report = Report::new();
        let name = "a".repeat(length);
        let config = Config::of_flags("api.yaml".into(), &name, "out".into(), &mut report);
        let runtime = &config.unwrap().sdks[0].runtime;
        assert_eq!(matches!(runtime, Runtime::Own(_)), is_own, "{length}");
    }
}

/// The example in the documentation names every key there is, and holds.
#[test]
fn the_documented_example() {
    let source = include_str!("../src/config/mod.rs");
    let lines = source
        .lines()
        .map(|line| line.strip_prefix("///").unwrap_or("```"));
    let example: Vec<&str> = lines
        .skip_while(|line| *line != " ```toml")
        .skip(1)
        .take_while(|line| *line != " ```")
        .collect();
    let config = load(&example.join("\n")).unwrap_or_else(|printed| panic!("{printed}"));
    assert_eq!(config.sdks[0].source, "schema/truto-crm.yaml");
    assert_eq!(config.sdks[0].extensions.len(), 1);
}

proptest! {
    /// Whatever stands in the file, there is a configuration or a reason why not.
    #[test]
    fn any_text(lines in prop::collection::vec(line(), 0..12)) {
        let text: String = lines.concat();
        if let Err(printed) = load(&text) {
            prop_assert!(printed.starts_with("fatal["), "{}", printed);
        }
    }
}

/// Lines of a configuration, right and wrong ones.
fn line() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "out",
        "templates",
        "strict",
        "schema",
        "name",
        "version",
        "path",
        "targets",
        "env",
        "text",
        "data",
        "depth",
        "nodes",
        "keywords",
        "id",
        "é",
        "\"\"",
    ]);
    let value = prop::sample::select(vec![
        "1",
        "-1",
        "1e999",
        "true",
        "\"x\"",
        "\"../x\"",
        "\"é\\u0000\"",
        "[]",
        "[1, \"curl\"]",
        "{}",
        "{ id = \"x\" }",
        "\"",
        "1979-05-27",
        "0xffffffffffffffff",
        "\"{{ x }}\"",
        "\"{% if %}\"",
    ]);
    let header = prop::sample::select(vec![
        "[[sdk]]\n",
        "[sdk.crate]\n",
        "[limits]\n",
        "[sdk.snippets]\n",
        "[[sdk.extension]]\n",
        "[sdk]\n",
        "[",
        "\u{feff}",
        "\r\n",
        "#",
    ]);
    prop_oneof![
        (key, value).prop_map(|(key, value)| format!("{key} = {value}\n")),
        header.prop_map(str::to_owned),
        any::<String>(),
    ]
}
