//! Normalizing: what is said about keywords and references, and the 3.0 shape that comes out.
//!
//! `UPDATE_EXPECT=1 cargo test -p specsmith-openapi --test normalize` rewrites what is expected.
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

mod conformance;
mod files;
mod identity;
mod keywords;
mod newer;
mod references;
mod repairs;
mod shape;
mod swagger;
mod versions;

use expect_test::Expect;
use specsmith_openapi::normalize::{Normalized, normalize};
use specsmith_openapi::{Limits, Report, Sources, read};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

fn normalized(text: &str) -> (Option<Normalized>, String) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let document = read::read_str(
        "api.yaml",
        text.to_owned(),
        &limits,
        &mut sources,
        &mut report,
    );
    let normalized = document.and_then(|document| normalize(document, &mut report));
    (normalized, report.render_text(&sources, false))
}

/// Compares what is said about a description.
fn check_findings(text: &str, expect: &Expect) {
    expect.assert_eq(&normalized(text).1);
}

/// Compares the part of the result under a JSON pointer, as one line for each entry.
fn check_shape(text: &str, pointer: &str, expect: &Expect) {
    let json = normalized(text).0.unwrap().to_json();
    let part = json.pointer(pointer).unwrap();
    let lines: Vec<String> = part
        .as_object()
        .unwrap()
        .iter()
        .map(|(key, value)| format!("{key}: {value}\n"))
        .collect();
    expect.assert_eq(&lines.concat());
}

/// Compares what schemas become.
fn check_schemas(schemas: &str, expect: &Expect) {
    let indented = schemas.trim().replace('\n', "\n    ");
    let text = format!("{HEAD}components:\n  schemas:\n    {indented}\n");
    check_shape(&text, "/components/schemas", expect);
}
