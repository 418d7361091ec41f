//! Reading and reporting, on documents made here in the proportions of real ones.
//!
//! `SPECSMITH_BENCH_FILES` adds files of your own, separated by colons.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use specsmith_openapi::read::{Document, read_str};
use specsmith_openapi::{Diagnostic, Limits, Report, Sources};

fn main() {
    divan::main();
}

/// A description with this many operations and schemas, about 1.3 kB each as JSON on lines.
fn description(count: usize) -> serde_json::Value {
    let fields = |number: usize| {
        serde_json::json!({
            "id": {"type": "string", "format": "uuid", "description": "Identifier, never reused."},
            "count": {"type": "integer", "format": "int64", "minimum": 0, "example": number},
            "tags": {"type": "array", "items": {"type": "string", "maxLength": 64}},
            "parent": {"$ref": format!("#/components/schemas/Thing{number}")},
            "note": {"type": "string", "nullable": true, "description": "Two lines,\n\"quoted\" – é."}
        })
    };
    let path = |number: usize| {
        let reference = format!("#/components/schemas/Thing{number}");
        let content = serde_json::json!({"application/json": {"schema": {"$ref": reference}}});
        let operation = serde_json::json!({"get": {
            "operationId": format!("get-thing-{number}"),
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "responses": {"200": {"description": "The thing.", "content": content}}
        }});
        (format!("/things/{number}/{{id}}"), operation)
    };
    let schema = |number: usize| {
        let object =
            serde_json::json!({"type": "object", "required": ["id"], "properties": fields(number)});
        (format!("Thing{number}"), object)
    };
    serde_json::json!({
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "paths": (0..count).map(path).collect::<serde_json::Map<_, _>>(),
        "components": {"schemas": (0..count).map(schema).collect::<serde_json::Map<_, _>>()}
    })
}

fn as_json(count: usize) -> String {
    serde_json::to_string_pretty(&description(count)).expect("a value has a text")
}

fn as_yaml(count: usize) -> String {
    serde_yaml::to_string(&description(count)).expect("a value has a text")
}

fn load(name: &str, text: String) -> (Option<Document>, Sources, Report) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = read_str(name, text, &Limits::default(), &mut sources, &mut report);
    (document, sources, report)
}

fn bench_text(bencher: Bencher<'_, '_>, name: &str, text: &str) {
    bencher
        .counter(BytesCount::of_str(text))
        .with_inputs(|| text.to_owned())
        .bench_values(|text| load(name, text));
}

#[divan::bench(args = [100, 3000])]
fn json(bencher: Bencher<'_, '_>, count: usize) {
    bench_text(bencher, "a.json", &as_json(count));
}

#[divan::bench(args = [100, 3000])]
fn yaml(bencher: Bencher<'_, '_>, count: usize) {
    bench_text(bencher, "a.yaml", &as_yaml(count));
}

#[divan::bench(args = own_files())]
fn own_file(bencher: Bencher<'_, '_>, path: &str) {
    let text = std::fs::read_to_string(path).expect("the file can be read");
    bench_text(bencher, path, &text);
}

fn own_files() -> Vec<String> {
    let files = std::env::var("SPECSMITH_BENCH_FILES").unwrap_or_default();
    files
        .split(':')
        .filter(|path| Path::new(path).exists())
        .map(str::to_owned)
        .collect()
}

/// Every component deserialized on its own from the borrowed tree.
#[divan::bench(args = [3000])]
fn components(bencher: Bencher<'_, '_>, count: usize) {
    let (document, ..) = load("a.json", as_json(count));
    let document = document.expect("the description reads");
    let schemas = document
        .root
        .pointer("/components/schemas")
        .and_then(|node| node.as_map());
    let schemas = schemas.expect("the description has schemas");
    bencher.bench(|| {
        schemas
            .iter()
            .filter_map(|it| {
                it.value
                    .deserialize::<openapiv3::ReferenceOr<openapiv3::Schema>>()
                    .ok()
            })
            .count()
    });
}

/// A thousand findings in one document, on many lines or on one.
#[divan::bench(args = ["lines", "one line"])]
fn thousand_findings(bencher: Bencher<'_, '_>, layout: &str) {
    let text = match layout {
        "lines" => as_json(3000),
        _ => description(3000).to_string(),
    };
    let (document, sources, mut report) = load("a.json", text);
    let document = document.expect("the description reads");
    let schemas = document
        .root
        .pointer("/components/schemas")
        .and_then(|node| node.as_map());
    for entry in schemas.into_iter().flatten().take(1000) {
        let at = entry.value.get("type").map(|node| node.origin);
        report.push(Diagnostic::error("code", at, "what is wrong", "what to do"));
    }
    bencher.bench(|| report.render_text(&sources, true));
}
