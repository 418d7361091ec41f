//! Descriptions with parts exchanged at random: anything may stand anywhere.

use serde_json::{Value, json};
use specsmith_openapi::api::{Api, Shape};
use specsmith_openapi::{Limits, Report, Sources, codes, lower, normalize, read};

const MODERN: &str = "openapi: 3.1.0
info: {title: T, version: '1', license: {name: MIT}}
servers: [{url: 'https://{a}.example.com', variables: {a: {default: b, enum: [b]}}}]
tags: [{name: t, externalDocs: {url: /d}}]
security: [{key: []}]
paths:
  /a/{id}:
    parameters: [{$ref: '#/components/parameters/Id'}]
    post:
      operationId: a
      tags: [t]
      parameters: [{name: q, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: string}}}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}, examples: {e: {value: 1}}}}}
      responses: {'200': {description: ok, headers: {X: {schema: {type: integer}}}}, default: {$ref: '#/components/responses/R'}}
components:
  parameters: {Id: {name: id, in: path, required: true, schema: {type: string, maxLength: 5}}}
  responses: {R: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/C'}}}}}
  securitySchemes: {key: {type: apiKey, in: header, name: K}}
  schemas:
    A: {type: [object, 'null'], required: [x], properties: {x: {type: string, enum: [a, null], default: a}, l: {type: array, items: {$ref: '#/components/schemas/A'}}}}
    B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {y: {const: 5}}, additionalProperties: false}]}
    C: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {type: 'null'}], discriminator: {propertyName: x, mapping: {b: '#/components/schemas/B'}}}
";

const OLD: &str = "swagger: '2.0'
info: {title: T, version: '1'}
host: example.com
schemes: [http]
securityDefinitions: {o: {type: oauth2, flow: implicit, authorizationUrl: /a, scopes: {a: b}}}
parameters: {Body: {name: b, in: body, schema: {$ref: '#/definitions/A'}}}
responses: {R: {description: ok, schema: {$ref: '#/definitions/A'}, examples: {application/json: 1}}}
definitions: {A: {type: object, discriminator: k, properties: {k: {type: string}, f: {type: file}}}}
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, type: string}]
    put: {parameters: [{$ref: '#/parameters/Body'}], responses: {200: {$ref: '#/responses/R'}}}
    post: {consumes: [multipart/form-data], parameters: [{name: f, in: formData, type: file}, {name: l, in: query, type: array, items: {type: string}, collectionFormat: pipes}], responses: {200: {description: ok}}}
";

#[test]
fn of_3_1() {
    survive(MODERN);
}

#[test]
fn of_2_0() {
    survive(OLD);
}

fn survive(text: &str) {
    let base = read_json(text);
    let mut pointers = Vec::new();
    collect(&base, String::new(), &mut pointers);
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..1_500 {
        let mut mutant = base.clone();
        for _ in 0..=random.below(5) {
            mutate(&mut mutant, &base, &pointers, &mut random);
        }
        lower_mutant(&mutant.to_string());
    }
}

fn lower_mutant(text: &str) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let document = read::read_str(
        "api.json",
        text.to_owned(),
        &limits,
        &mut sources,
        &mut report,
    );
    let normalized = document.and_then(|document| normalize::normalize(document, &mut report));
    let api = normalized.map(|it| lower::lower(&it, &mut report));
    report.render_text(&sources, false);
    if let Some(api) = api {
        check_ids(&api);
    }
    for diagnostic in report.diagnostics() {
        assert_ne!(
            diagnostic.code,
            codes::INTERNAL,
            "{}\n{text}",
            diagnostic.message
        );
    }
}

/// Every id leads to a type.
fn check_ids(api: &Api) {
    for ty in &api.types {
        match &ty.shape {
            Shape::Record(it) => it
                .fields
                .iter()
                .for_each(|field| drop(api[field.ty.ty].clone())),
            Shape::Choice(it) => it
                .variants
                .iter()
                .for_each(|it| drop(api[it.ty.ty].clone())),
            Shape::List(it) => drop(api[it.items.ty].clone()),
            Shape::Tuple(it) => it.items.iter().for_each(|it| drop(api[it.ty].clone())),
            Shape::Map(it) => drop(api[it.values.ty].clone()),
            Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Any => {}
        }
    }
}

fn read_json(text: &str) -> Value {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    read::read_str(
        "api.yaml",
        text.to_owned(),
        &limits,
        &mut sources,
        &mut report,
    )
    .unwrap()
    .root
    .to_json()
}

fn collect(value: &Value, pointer: String, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let step = key.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{pointer}/{step}"), out);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{pointer}/{index}"), out);
            }
        }
        _ => {}
    }
    out.push(pointer);
}

fn mutate(mutant: &mut Value, base: &Value, pointers: &[String], random: &mut Random) {
    let from = &pointers[random.below(pointers.len())];
    let to = &pointers[random.below(pointers.len())];
    let new = match random.below(8) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-3.5),
        3 => json!([]),
        4 => json!({}),
        5 => json!({ "$ref": format!("#{from}") }),
        6 => json!(from),
        _ => base.pointer(from).unwrap().clone(),
    };
    if let Some(place) = mutant.pointer_mut(to) {
        *place = new;
    }
}

/// Numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}
