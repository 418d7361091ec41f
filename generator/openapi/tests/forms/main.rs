//! Properties that go one way: which types are divided, and what each form holds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use expect_test::{Expect, expect};
use specsmith_openapi::api::{Api, Shape, TypeId};
use specsmith_openapi::{Limits, Report, Sources, forms, lower, normalize, read};

/// An operation that sends `sent` and is answered with `received`, both schemas.
fn check(schemas: &str, sent: &str, received: &str, expect: &Expect) {
    let json = |schema: &str| format!("content: {{application/json: {{schema: {schema}}}}}");
    let schema = |name: &str| format!("{{$ref: '#/components/schemas/{name}'}}");
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{/p: {{post: {{operationId: op, \
         requestBody: {{{}}}, responses: {{'200': {{description: ok, {}}}}}}}}}}}\n\
         components: {{schemas: {{{schemas}}}}}\n",
        json(&schema(sent)),
        json(&schema(received))
    );
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let document = read::read_str("api.yaml", text, &limits, &mut sources, &mut report).unwrap();
    let normalized = normalize::normalize(document, &mut report).unwrap();
    let mut api = lower::lower(&normalized, &mut report);
    assert!(report.diagnostics().is_empty(), "{report:?}");
    forms::divide(&mut api);
    let mut shown: Vec<String> = api.types().filter_map(|(id, _)| show(&api, id)).collect();
    let operation = &api.operations[0];
    let body = operation.body.as_ref().unwrap().media[0].ty.unwrap();
    let answer = operation.responses[0].media[0].ty.unwrap();
    shown.push(format!(
        "{} -> {}",
        api[body.ty].path.join("."),
        api[answer.ty].path.join(".")
    ));
    expect.assert_eq(&shown.join("\n"));
}

fn show(api: &Api, id: TypeId) -> Option<String> {
    let part = |id: TypeId| match &api[id].shape {
        Shape::Scalar(_) => String::new(),
        Shape::List(list) => format!(": [{}]", api[list.items.ty].path.join(".")),
        _ => format!(": {}", api[id].path.join(".")),
    };
    let held: Vec<String> = match &api[id].shape {
        Shape::Record(record) => record
            .fields
            .iter()
            .map(|field| format!("{}{}", field.name, part(field.ty.ty)))
            .collect(),
        Shape::Choice(choice) => choice
            .variants
            .iter()
            .map(|variant| api[variant.ty.ty].path.join("."))
            .collect(),
        _ => return None,
    };
    Some(format!(
        "{} {{{}}}",
        api[id].path.join("."),
        held.join(", ")
    ))
}

const PET: &str = "Pet: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, \
                   name: {type: string}, secret: {type: string, writeOnly: true}}}";

#[test]
fn what_no_operation_has_keeps_all_properties() {
    check(
        &format!("{PET}, Other: {{type: object}}"),
        "Other",
        "Other",
        &expect![[r#"
            Pet {id, name, secret}
            Other -> Other"#]],
    );
}

#[test]
fn what_goes_both_ways_is_divided() {
    check(
        PET,
        "Pet",
        "Pet",
        &expect![[r#"
        Pet {id, name}
        PetInput {name, secret}
        PetInput -> Pet"#]],
    );
}

#[test]
fn what_goes_one_way_loses_what_goes_the_other() {
    check(
        "In: {type: object, properties: {id: {type: integer, readOnly: true}, a: {type: string}}}, \
         Out: {type: object, properties: {key: {type: string, writeOnly: true}, a: {type: string}}}",
        "In",
        "Out",
        &expect![[r#"
            In {a}
            Out {a}
            In -> Out"#]],
    );
}

#[test]
fn holders_are_divided_with_what_they_hold() {
    check(
        &format!(
            "{PET}, Home: {{type: object, properties: {{pets: {{type: array, items: \
             {{$ref: '#/components/schemas/Pet'}}}}, owner: {{type: object, properties: {{id: {{type: \
             string, readOnly: true}}, home: {{$ref: '#/components/schemas/Home'}}}}}}, plain: \
             {{type: object, properties: {{a: {{type: string}}}}}}}}}}"
        ),
        "Home",
        "Home",
        &expect![[r#"
            Pet {id, name}
            Home {pets: [Pet], owner: Home.owner, plain: Home.plain}
            Home.owner {id, home: Home}
            Home.plain {a}
            PetInput {name, secret}
            HomeInput {pets: [PetInput], owner: HomeInput.owner, plain: Home.plain}
            HomeInput.owner {home: HomeInput}
            HomeInput -> Home"#]],
    );
}

#[test]
fn types_of_properties_that_go_are_gone() {
    check(
        "In: {type: object, properties: {owner: {readOnly: true, type: object, properties: {a: {type: string}}}, \
         b: {type: string}}}, Out: {type: object, properties: {c: {type: string}}}",
        "In",
        "Out",
        &expect![[r#"
            In {b}
            Out {c}
            In -> Out"#]],
    );
}

#[test]
fn what_tells_variants_apart_goes_both_ways() {
    check(
        "Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], \
         discriminator: {propertyName: kind}}, \
         Cat: {type: object, required: [kind], properties: {kind: {type: string, readOnly: true}, id: {type: string, readOnly: true}}}, \
         Dog: {type: object, required: [kind], properties: {kind: {type: string, readOnly: true}}}",
        "Pet",
        "Pet",
        &expect![[r#"
            Pet {Cat, Dog}
            Cat {kind, id}
            Dog {kind}
            PetInput {CatInput, Dog}
            CatInput {kind}
            PetInput -> Pet"#]],
    );
}

#[test]
fn without_such_properties_nothing_changes() {
    check(
        "Pet: {type: object, properties: {a: {type: string}, both: {type: string, readOnly: true, writeOnly: true}}}",
        "Pet",
        "Pet",
        &expect![[r#"
            Pet {a, both}
            Pet -> Pet"#]],
    );
}
