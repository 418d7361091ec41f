//! Choosing a part of an API: which operations, types and tags are left.
//!
//! `UPDATE_EXPECT=1 cargo test -p specsmith-openapi --test select` rewrites what is expected.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use expect_test::{Expect, expect};
use specsmith_openapi::api::Trigger;
use specsmith_openapi::select::{By, Rule, Selection, Unused, select};
use specsmith_openapi::{Api, Limits, Report, Sources, lower, normalize, read};

const DESCRIPTION: &str = "openapi: 3.2.0
info: {title: T, version: '1'}
tags: [{name: all}, {name: pets, parent: all}, {name: shops}]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
    post: {operationId: addPet, tags: [pets], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {}}
  /pets/{id}:
    get: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}], responses: {'200': {description: ok, headers: {X-Age: {schema: {$ref: '#/components/schemas/Age'}}}}}}
  /shops:
    get: {tags: [shops], responses: {default: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Shop'}}}}}}
components:
  schemas:
    Unused: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
    Age: {type: integer, enum: [1, 2]}
    Id: {type: string, enum: [a, b]}
    Pet: {type: object, properties: {parent: {$ref: '#/components/schemas/Pet'}, toys: {additionalProperties: {$ref: '#/components/schemas/Toy'}}}}
    Toy: {oneOf: [{$ref: '#/components/schemas/Ball'}, {type: string}]}
    Ball: {type: object, properties: {size: {type: number}}}
    Shop: {type: object, additionalProperties: {$ref: '#/components/schemas/Pet'}, properties: {id: {$ref: '#/components/schemas/Id'}}}
";

fn rule(by: By, pattern: &str) -> Rule {
    Rule {
        by,
        pattern: pattern.to_owned(),
        at: None,
    }
}

fn api() -> Api {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let text = DESCRIPTION.to_owned();
    let limits = Limits::default();
    let document = read::read_str("api.yaml", text, &limits, &mut sources, &mut report).unwrap();
    let normalized = normalize::normalize(document, &mut report).unwrap();
    lower::lower(&normalized, &mut report)
}

/// Paths, then named types with what their fields are, then tags, then findings.
fn check(selection: &Selection, expect: &Expect) {
    let mut report = Report::new();
    let api = select(api(), selection, &mut report);
    let operations = api.operations.iter();
    let operations: Vec<String> = operations
        .map(|it| format!("{} {}", it.method.as_str(), it.path))
        .collect();
    let types: Vec<String> = api.types.iter().filter_map(|ty| ty.name.clone()).collect();
    let tags: Vec<&str> = api.tags.iter().map(|tag| tag.name.as_str()).collect();
    expect.assert_eq(&format!(
        "{}\n{}\n{}\n{}",
        operations.join(", "),
        types.join(", "),
        tags.join(", "),
        report.render_text(&Sources::new(), false)
    ));
    // Every place still names the type that it named.
    let ball = api
        .types()
        .find(|(_, ty)| ty.name.as_deref() == Some("Ball"));
    let json = serde_json::to_value(&api.types).unwrap();
    if let Some((id, _)) = ball {
        let toy = api
            .types()
            .find(|(_, ty)| ty.name.as_deref() == Some("Toy"));
        let variant = &json[toy.unwrap().0.index()]["shape"]["variants"][0]["ty"]["ty"];
        assert_eq!(*variant, id.index());
    }
}

#[test]
fn everything() {
    check(
        &Selection::default(),
        &expect![[r#"
        GET /pets, POST /pets, GET /pets/{id}, GET /shops
        Unused, Age, Id, Pet, Toy, Ball, Shop
        all, pets, shops
    "#]],
    );
    let selection = Selection {
        unused: Unused::Remove,
        ..Selection::default()
    };
    check(
        &selection,
        &expect![[r#"
        GET /pets, POST /pets, GET /pets/{id}, GET /shops
        Age, Id, Pet, Toy, Ball, Shop
        all, pets, shops
    "#]],
    );
}

#[test]
fn some_operations() {
    for (include, exclude, unused, expected) in [
        (
            vec![rule(By::Tag, "pets")],
            vec![],
            Unused::ByChoice,
            expect![[r#"
                GET /pets, POST /pets
                Pet, Toy, Ball
                all, pets
            "#]],
        ),
        (
            vec![rule(By::Path, "/pets/**")],
            vec![rule(By::OperationId, "add*")],
            Unused::ByChoice,
            expect![[r#"
                GET /pets, GET /pets/{id}
                Age, Id, Pet, Toy, Ball
                all, pets
            "#]],
        ),
        (
            vec![rule(By::OperationId, "getPet"), rule(By::Tag, "sh*")],
            vec![],
            Unused::ByChoice,
            expect![[r#"
                GET /pets/{id}, GET /shops
                Age, Id, Pet, Toy, Ball, Shop
                shops
            "#]],
        ),
        (
            vec![],
            vec![rule(By::Path, "/pets/**"), rule(By::Path, "/shops")],
            Unused::Keep,
            expect![[r#"

                Unused, Age, Id, Pet, Toy, Ball, Shop

            "#]],
        ),
    ] {
        let selection = Selection {
            include,
            exclude,
            unused,
        };
        check(&selection, &expected);
    }
}

#[test]
fn rules_that_match_nothing() {
    let selection = Selection {
        include: vec![
            rule(By::Tag, "pet"),
            rule(By::OperationId, "listpets"),
            rule(By::Path, "/none"),
        ],
        exclude: vec![rule(By::Tag, "internal")],
        unused: Unused::ByChoice,
    };
    check(
        &selection,
        &expect![[r#"



            error[unmatched-rule]: no operation has the tag `pet`
              = help: did you mean `pets`?

            error[unmatched-rule]: no operation has the `operationId` `listpets`
              = help: did you mean `listPets`?

            error[unmatched-rule]: no operation has the path `/none`
              = help: write a name as the description has it; `*` stands for any characters

            error[unmatched-rule]: no operation has the tag `internal`
              = help: write a name as the description has it; `*` stands for any characters
        "#]],
    );
}

/// What the service sends keeps its types, and a callback goes with the operations that ask for it.
#[test]
fn webhooks_are_a_part_of_an_api() {
    let text = "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a: {get: {operationId: a, responses: {}}}
  /b:
    post:
      operationId: b
      responses: {}
      callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Done'}}}}, responses: {}}}}}
webhooks:
  gone: {post: {operationId: gone, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}, responses: {}}}
components:
  schemas:
    First: {type: object, properties: {a: {type: string}}}
    Done: {type: object, properties: {b: {type: string}}}
    Gone: {type: object, properties: {c: {type: string}}}
";
    for (chosen, expected) in [
        (vec!["b"], "b | done of [0] takes Done"),
        (vec!["a", "gone"], "a | gone takes Gone"),
        (vec!["a"], "a | "),
    ] {
        let selection = Selection {
            include: chosen.iter().map(|it| rule(By::OperationId, it)).collect(),
            ..Selection::default()
        };
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let limits = Limits::default();
        let document = read::read_str(
            "api.yaml",
            text.to_owned(),
            &limits,
            &mut sources,
            &mut report,
        )
        .unwrap();
        let normalized = normalize::normalize(document, &mut report).unwrap();
        let api = lower::lower(&normalized, &mut report);
        let api = select(api, &selection, &mut report);
        let operations: Vec<&str> = api
            .operations
            .iter()
            .filter_map(|it| it.id.as_deref())
            .collect();
        let webhooks: Vec<String> = api.webhooks.iter().map(|it| webhook(&api, it)).collect();
        let found = format!("{} | {}", operations.join(", "), webhooks.join(", "));
        assert_eq!(found, expected);
        assert_eq!(
            api.types.iter().filter(|it| it.name.is_some()).count(),
            api.webhooks.len()
        );
    }
}

fn webhook(api: &Api, webhook: &specsmith_openapi::api::Webhook) -> String {
    let of = match &webhook.trigger {
        Trigger::Event => String::new(),
        Trigger::Callback { operations, .. } => {
            let positions: Vec<usize> = operations.iter().map(|id| id.index()).collect();
            format!(" of {positions:?}")
        }
    };
    let body = webhook.request.body.as_ref().unwrap();
    let ty = body.media[0].ty.unwrap().ty;
    format!(
        "{}{of} takes {}",
        webhook.name,
        api[ty].name.as_deref().unwrap()
    )
}
