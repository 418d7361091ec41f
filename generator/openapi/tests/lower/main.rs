//! Lowering: what descriptions become, and what is said about their faults.
//!
//! `UPDATE_EXPECT=1 cargo test -p specsmith-openapi --test lower` rewrites what is expected.
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

mod compositions;
mod findings;
mod hostile;
mod mutants;
mod newer;
mod operations;
mod outline;
mod parameters;
mod rename;
mod schemas;
mod security;
mod webhooks;

use expect_test::Expect;
use specsmith_openapi::{Api, Limits, Report, Sources, lower, normalize, read};

/// Lowers a description. The findings are rendered, or `None` is where the API would be.
fn lowered(text: &str) -> (Option<Api>, String) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let document = read::read_str(
        "api.yaml",
        text.to_owned(),
        &limits,
        &mut sources,
        &mut report,
    );
    let normalized = document.and_then(|document| normalize::normalize(document, &mut report));
    let api = normalized.map(|it| lower::lower(&it, &mut report));
    (api, report.render_text(&sources, false))
}

/// Compares the outline of a whole description, and the findings below it.
fn check_description(text: &str, expect: &Expect) {
    let (api, findings) = lowered(text);
    let outline = api.as_ref().map(outline::outline).unwrap_or_default();
    expect.assert_eq(&format!(
        "{outline}{}{findings}",
        if findings.is_empty() { "" } else { "\n" }
    ));
}

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

/// Compares what the schemas under `components/schemas` become.
fn check_schemas(schemas: &str, expect: &Expect) {
    let indented = schemas.trim_end().replace('\n', "\n    ");
    check_description(
        &format!(
            "{HEAD}components:\n  schemas:\n    {}\n",
            indented.trim_start()
        ),
        expect,
    );
}

/// Compares what the paths under `paths` become.
fn check_paths(paths: &str, expect: &Expect) {
    let indented = paths.trim_end().replace('\n', "\n  ");
    check_description(
        &format!("{HEAD}paths:\n  {}\n", indented.trim_start()),
        expect,
    );
}
