//! Descriptions made to exhaust memory, time or the stack.

use std::fmt::Write;
use std::time::{Duration, Instant};

use specsmith_openapi::Api;

use crate::{HEAD, lowered};

/// Lowers a description in a thread with the usual small stack and a bound on the time.
fn survives(text: String) -> String {
    survivor(text).1
}

fn survivor(text: String) -> (Option<Api>, String) {
    let start = Instant::now();
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let (api, findings) = thread
        .spawn(move || lowered(&text))
        .unwrap()
        .join()
        .unwrap();
    assert!(
        start.elapsed() < Duration::from_secs(60),
        "took {:?}",
        start.elapsed()
    );
    assert!(api.is_some() || findings.contains("too-deep"), "{findings}");
    (api, findings)
}

fn schemas(count: usize, schema: impl Fn(usize) -> String) -> String {
    let mut text = format!("{HEAD}components:\n  schemas:\n");
    for index in 0..count {
        writeln!(text, "    S{index}: {}", schema(index)).unwrap();
    }
    text
}

#[test]
fn a_long_chain_of_references() {
    let chain = schemas(5_000, |i| match i {
        4_999 => "{type: string}".to_owned(),
        _ => format!("{{$ref: '#/components/schemas/S{}'}}", i + 1),
    });
    assert_eq!(survives(chain), "");
}

#[test]
fn a_long_chain_of_all_of() {
    let chain = schemas(2_000, |i| match i {
        0 => "{type: object}".to_owned(),
        _ => format!(
            "{{allOf: [{{$ref: '#/components/schemas/S{}'}}], properties: {{p{i}: {{type: string}}}}}}",
            i - 1
        ),
    });
    survives(chain);
}

#[test]
fn all_of_that_doubles_at_each_step() {
    let doubling = schemas(60, |i| match i {
        0 => "{type: object, properties: {a: {type: string}}}".to_owned(),
        _ => {
            let below = format!("{{$ref: '#/components/schemas/S{}'}}", i - 1);
            format!("{{allOf: [{below}, {{allOf: [{below}]}}]}}")
        }
    });
    assert_eq!(survives(doubling), "");
}

#[test]
fn properties_that_meet_in_every_combination() {
    let mutual = schemas(12, |i| {
        let all: String = (0..12)
            .map(|j| format!("{{$ref: '#/components/schemas/P{}'}}, ", (i + j) % 12))
            .collect();
        format!("{{allOf: [{all}]}}")
    });
    let mut text = mutual;
    for i in 0..12 {
        let next = format!("{{$ref: '#/components/schemas/S{i}'}}");
        let other = format!("{{$ref: '#/components/schemas/P{}'}}", (i * 5 + 1) % 12);
        writeln!(
            text,
            "    P{i}: {{type: object, properties: {{a: {next}, b: {other}}}}}"
        )
        .unwrap();
    }
    survives(text);
}

#[test]
fn a_shared_parameter_of_megabytes() {
    let long = "x".repeat(1 << 20);
    let mut text = format!(
        "{HEAD}components:\n  parameters:\n    P: {{name: p, in: query, schema: {{type: string}}, description: {long}}}\npaths:\n"
    );
    for i in 0..3_000 {
        writeln!(
            text,
            "  /{i}: {{get: {{parameters: [{{$ref: '#/components/parameters/P'}}], responses: {{'200': {{description: ok}}}}}}}}"
        )
        .unwrap();
    }
    let (api, findings) = survivor(text);
    assert!(findings.contains("error[too-large]"), "{findings}");
    // What is not copied is not left out.
    assert_eq!(api.unwrap().operations.len(), 3_000);
}

#[test]
fn a_base_that_lists_all_that_is_made_of_it() {
    let long = "x".repeat(100);
    let mapping: String = (1..1_000)
        .map(|i| format!("'{long}{i}': '#/components/schemas/S{i}', "))
        .collect();
    let text = schemas(3_000, |i| match i {
        0 => {
            format!("{{type: object, discriminator: {{propertyName: a, mapping: {{{mapping}}}}}}}")
        }
        _ => "{allOf: [{$ref: '#/components/schemas/S0'}], properties: {a: {type: string}}}"
            .to_owned(),
    });
    assert_eq!(survives(text).matches("error[").count(), 0);
}

#[test]
fn deep_nesting() {
    for depth in [100, 250, 100_000] {
        let text = schemas(1, |_| {
            format!("{}{{}}{}", "{not: ".repeat(depth), "}".repeat(depth))
        });
        survives(text);
        let text = schemas(1, |_| {
            format!(
                "{}{{}}{}",
                "{properties: {a: ".repeat(depth / 2),
                "}}".repeat(depth / 2)
            )
        });
        survives(text);
    }
}

#[test]
fn choices_that_lead_back() {
    let back = schemas(50, |i| {
        let all: String = (0..50)
            .map(|j| format!("{{$ref: '#/components/schemas/S{j}'}}, "))
            .collect();
        format!("{{properties: {{p{i}: {{type: string}}}}, oneOf: [{all}]}}")
    });
    survives(back);
}

#[test]
fn every_keyword_of_every_kind() {
    let values = [
        "null", "true", "0", "-1.5", "text", "[]", "[1]", "{}", "{a: 1}", "[[]]", "[{}]",
    ];
    let words = [
        "type",
        "properties",
        "items",
        "required",
        "enum",
        "allOf",
        "oneOf",
        "anyOf",
        "$ref",
        "default",
        "additionalProperties",
        "discriminator",
        "nullable",
        "minimum",
        "exclusiveMinimum",
        "const",
        "examples",
        "prefixItems",
        "patternProperties",
        "not",
        "$defs",
        "contentEncoding",
        "contentMediaType",
        "format",
        "maxLength",
        "x-enum-varnames",
    ];
    for value in values {
        for word in words {
            survives(format!(
                "{HEAD}components: {{schemas: {{A: {{{word}: {value}}}, B: {{type: array, {}: {value}}}}}}}",
                if word == "type" { "items" } else { word }
            ));
        }
        for word in [
            "parameters",
            "requestBody",
            "responses",
            "security",
            "tags",
            "servers",
            "callbacks",
        ] {
            survives(format!("{HEAD}paths: {{/a: {{get: {{{word}: {value}}}}}}}"));
        }
        for word in [
            "info",
            "paths",
            "components",
            "servers",
            "tags",
            "security",
            "webhooks",
            "externalDocs",
        ] {
            survives(format!("openapi: 3.1.0\n{word}: {value}\n"));
        }
        for word in [
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
            "schemes",
            "host",
            "consumes",
        ] {
            survives(format!("swagger: '2.0'\n{word}: {value}\n"));
        }
    }
}

/// Every choice would get the tags of all others.
#[test]
fn choices_of_choices_on_one_tag() {
    let all: Vec<String> = (0..100)
        .map(|i| format!("{{$ref: '#/components/schemas/S{i}'}}"))
        .collect();
    let choices = schemas(101, |i| match i {
        100 => "{type: object, properties: {a: {type: string}}}".to_owned(),
        _ => format!(
            "{{oneOf: [{}, {{$ref: '#/components/schemas/S100'}}], discriminator: {{propertyName: t}}}}",
            all.join(", ")
        ),
    });
    survives(choices);
    let chain = schemas(1_000, |i| match i {
        999 => "{type: object, properties: {a: {type: string}}}".to_owned(),
        _ => format!(
            "{{oneOf: [{{$ref: '#/components/schemas/S{}'}}, {{$ref: '#/components/schemas/S999'}}], discriminator: {{propertyName: t}}}}",
            i + 1
        ),
    });
    survives(chain);
}
