//! Overlays: what a description becomes, and what is said about an overlay.
//!
//! `UPDATE_EXPECT=1 cargo test -p specsmith-openapi --test overlay` rewrites what is expected.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "tests"
)]

mod actions;
mod documents;
mod pipeline;

use expect_test::Expect;
use specsmith_openapi::read::Document;
use specsmith_openapi::{Limits, Report, Sources, overlay, read};

/// Files of a folder. Those that are named `overlay…` are laid over `api.yaml`, in their order.
struct Folder {
    folder: tempfile::TempDir,
    overlays: Vec<String>,
}

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let names = files.iter().map(|(name, _)| (*name).to_owned());
        let overlays = names.filter(|name| name.contains("overlay")).collect();
        Self { folder, overlays }
    }

    fn apply(
        &self,
        limits: &Limits,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Option<Document> {
        let path = |name: &str| self.folder.path().join(name);
        let mut document = read::open(path("api.yaml").as_path().into(), limits, sources, report)?;
        for name in &self.overlays {
            overlay::apply(&mut document, path(name).as_path().into(), sources, report)?;
        }
        Some(document)
    }

    fn findings(&self, report: &Report, sources: &Sources) -> String {
        let slash = std::path::MAIN_SEPARATOR;
        let folder = format!("{}{slash}", self.folder.path().display());
        report.render_text(sources, false).replace(&folder, "")
    }
}

const DESCRIPTION: &str = "openapi: 3.1.0
info: {title: T, version: '1', x-list: [1, 2], x-null: null}
tags: [{name: a}, {name: b}]
paths:
  /a: {get: {tags: [x, y], parameters: [{name: p}, {name: q}]}, post: {tags: [x]}}
  /b: {get: {summary: B}}
";

/// Lays actions over [`DESCRIPTION`]: the entries of the result that differ, then the findings.
fn check_actions(version: &str, actions: &str, expect: &Expect) {
    let overlay = format!(
        "overlay: {version}\ninfo: {{title: O, version: '1'}}\nactions:\n  {}\n",
        actions.trim().replace('\n', "\n  ")
    );
    check(
        &[("api.yaml", DESCRIPTION), ("overlay.yaml", &overlay)],
        &Limits::default(),
        expect,
    );
}

fn check(files: &[(&str, &str)], limits: &Limits, expect: &Expect) {
    let folder = Folder::new(files);
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let before = read::open(
        folder.folder.path().join("api.yaml").as_path().into(),
        limits,
        &mut Sources::new(),
        &mut Report::new(),
    );
    let before = before.unwrap().root.to_json();
    let after = folder.apply(limits, &mut sources, &mut report);
    let mut text = String::new();
    if let Some(after) = after.map(|document| document.root.to_json()) {
        differences("", Some(&before), Some(&after), &mut text);
    }
    let findings = folder.findings(&report, &sources);
    let gap = if text.is_empty() || findings.is_empty() {
        ""
    } else {
        "\n"
    };
    expect.assert_eq(&format!("{text}{gap}{findings}"));
}

/// One line for each smallest part that differs.
fn differences(
    pointer: &str,
    before: Option<&serde_json::Value>,
    after: Option<&serde_json::Value>,
    text: &mut String,
) {
    use serde_json::Value;
    match (before, after) {
        (before, after) if before == after => {}
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            let new = after.keys().filter(|key| !before.contains_key(*key));
            for key in before.keys().chain(new) {
                let pointer = format!("{pointer}/{}", key.replace('/', "~1"));
                differences(&pointer, before.get(key), after.get(key), text);
            }
        }
        (_, Some(after)) => text.push_str(&format!("{pointer}: {after}\n")),
        (_, None) => text.push_str(&format!("{pointer} is gone\n")),
    }
}
