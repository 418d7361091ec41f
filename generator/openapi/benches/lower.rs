//! Time from a tree to the IR, on a description of 1,000 schemas and 500 operations.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use std::fmt::Write;

use divan::Bencher;
use specsmith_openapi::normalize::{Normalized, normalize};
use specsmith_openapi::read::{Document, read_str};
use specsmith_openapi::{Limits, Report, Sources, lower};

fn main() {
    divan::main();
}

#[divan::bench]
fn normalizes(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(document)
        .bench_values(|document| normalize(document, &mut Report::new()));
}

#[divan::bench]
fn lowers(bencher: Bencher<'_, '_>) {
    let normalized = normalized();
    bencher.bench_local(|| lower::lower(&normalized, &mut Report::new()));
}

fn document() -> Document {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    read_str(
        "api.yaml",
        description(),
        &limits,
        &mut sources,
        &mut report,
    )
    .unwrap()
}

fn normalized() -> Normalized {
    normalize(document(), &mut Report::new()).unwrap()
}

fn description() -> String {
    let mut text = String::from(
        "openapi: 3.1.0\ninfo: {title: Bench, version: '1'}\ncomponents:\n  schemas:\n",
    );
    for i in 0..1_000 {
        let base = i / 2;
        write!(
            text,
            "    S{i}:
      type: object
      description: One of a thousand
      required: [id]
      properties:
        id: {{type: string, format: uuid, description: Its name}}
        at: {{type: [string, 'null'], format: date-time}}
        kind: {{type: string, enum: [a, b, c], default: a}}
        parent: {{$ref: '#/components/schemas/S{base}', description: Above}}
        all: {{type: array, items: {{$ref: '#/components/schemas/S{base}'}}, maxItems: 9}}
        value: {{anyOf: [{{type: string}}, {{type: integer}}, {{type: 'null'}}]}}
        part: {{allOf: [{{$ref: '#/components/schemas/S0'}}, {{properties: {{extra: {{type: integer}}}}}}]}}
"
        )
        .unwrap();
    }
    text.push_str("paths:\n");
    for i in 0..500 {
        write!(
            text,
            "  /things/{i}/{{id}}:
    patch:
      operationId: op{i}
      parameters:
        - {{name: id, in: path, required: true, schema: {{type: string}}}}
        - {{name: tags, in: query, schema: {{type: array, items: {{type: string}}}}}}
      requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/S{i}'}}}}}}}}
      responses:
        '200': {{description: Done, content: {{application/json: {{schema: {{$ref: '#/components/schemas/S{i}'}}}}}}}}
"
        )
        .unwrap();
    }
    text
}
