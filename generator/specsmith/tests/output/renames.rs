//! `[sdk.names]`: names by JSON pointer, and what is said about those that name nothing.

use expect_test::{Expect, expect};

use crate::made::{Made, demo};

const DESCRIPTION: &str = "openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: Pets}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      parameters: [{name: max, in: query, schema: {type: integer}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
    post:
      operationId: addPet
      tags: [Pets]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Id: {type: string}
    Pet:
      type: object
      properties:
        id: {$ref: '#/components/schemas/Id'}
        owner: {type: object, properties: {name: {type: string}}}
        kind: {type: string, enum: [c, d]}
        food: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
";

fn generate(names: &str) -> Made {
    demo(DESCRIPTION, &format!("[sdk.names]\n{names}"))
}

/// What is named in the crate.
fn check(names: &str, expect: &Expect) {
    let made = generate(names);
    let findings = made.findings.clone();
    let files = made.files();
    let mut named = String::new();
    for (path, text) in files.iter() {
        let is_ours = path.starts_with("out/demo/src/types/") || path.ends_with("s.rs");
        if !is_ours || path.contains("/runtime/") || path.contains("/tests/") {
            continue;
        }
        for line in text.lines().map(str::trim) {
            let is_variant = |start| line.starts_with(start) && line.ends_with("),");
            if [
                "pub struct ",
                "pub enum ",
                "pub id:",
                "pub owner",
                "pub kind",
                "pub food",
            ]
            .iter()
            .any(|start| line.starts_with(start))
                || line.contains("pub fn list")
                || line.contains("pub fn all")
                || line.contains("pub fn limit(")
                || line.starts_with("pub keeper")
                || ["String(", "Many("].into_iter().any(is_variant)
                || ["C,", "Cat,", "D,"].contains(&line)
            {
                named.push_str(line);
                named.push('\n');
            }
        }
    }
    expect.assert_eq(&format!("{named}{findings}"));
}

#[test]
fn everything_can_be_renamed() {
    check(
        r##"
"#/tags/0" = "Animals"
"#/paths/~1pets/get" = "all"
"#/paths/~1pets/get/parameters/0" = "limit"
"#/components/schemas/Pet" = "Animal"
"#/components/schemas/Pet/properties/owner" = "keeper"
"#/components/schemas/Pet/properties/kind" = "Species"
"#/components/schemas/Pet/properties/kind/enum/0" = "Cat"
"#/components/schemas/Pet/properties/food/oneOf/1" = "Many"
"##,
        &expect![[r#"
            pub struct Animals<M: Mode = Async> {
            pub fn all(&self) -> All<M> {
            pub enum All {}
            pub enum AddPet {}
            pub fn limit(mut self, limit: i64) -> Self {
            pub struct Animal {
            pub id: Option<String>,
            pub keeper: Option<AnimalOwner>,
            pub kind: Option<Species>,
            pub food: Option<AnimalFood>,
            pub struct AnimalOwner {
            pub enum Species {
            Cat,
            D,
            pub enum AnimalFood {
            String(String),
            Many(Vec<String>),
        "#]],
    );
}

#[test]
fn what_names_nothing_is_reported_where_it_stands() {
    check(
        r##"
"#/components/schemas/Pat" = "Animal"
"#/components/schemas/Id" = "Identifier"
"#/components/schemas/Pet/properties/food" = "Pet"
"#/components/schemas/Pet/properties/owner" = "kind"
"#/paths/~1pets/get" = "All"
"##,
        &expect![[r##"
            pub struct Pets<M: Mode = Async> {
            pub fn list(&self) -> ListPets<M> {
            pub enum ListPets {}
            pub enum AddPet {}
            pub struct Pet {
            pub id: Option<String>,
            pub kind: Option<PetOwner>,
            pub kind_field: Option<PetKind>,
            pub food: Option<PetModel>,
            pub struct PetOwner {
            pub enum PetKind {
            C,
            D,
            pub enum PetModel {
            String(String),
            error[unmatched-name]: nothing that has a name is described at `#/components/schemas/Pat`
             --> specsmith.toml:8:1
              |
            8 | "#/components/schemas/Pat" = "Animal"
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: did you mean `#/components/schemas/Pet`?

            warning[name-unused]: `#/components/schemas/Id` is a type that Rust needs no definition for
             --> specsmith.toml:9:1
              |
            9 | "#/components/schemas/Id" = "Identifier"
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: remove the name; only objects, constants and unions have one

            error[name-taken]: `Pet` is the name of something else; `PetModel` is taken in its place
              --> specsmith.toml:10:1
               |
            10 | "#/components/schemas/Pet/properties/food" = "Pet"
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: give another name, here or to what has this one

            error[unmatched-name]: `All` names a type or a variant, and `#/paths/~1pets/get` is neither
              --> specsmith.toml:12:1
               |
            12 | "#/paths/~1pets/get" = "All"
               | ^^^^^^^^^^^^^^^^^^^^
               = help: write the name of a field, a parameter or an operation in `snake_case`

            warning[duplicate-name]: `owner` and `kind` are both `kind` in Rust; this one is called `kind_field`
              --> api.yaml:24:9
               |
            24 |         kind: {type: string, enum: [c, d]}
               |         ^^^^
              ::: api.yaml:23:9
               |
            23 |         owner: {type: object, properties: {name: {type: string}}}
               |         ----- takes the name
               = help: give it a name of its own: `x-specsmith-name: …` beside its type
        "##]],
    );
}

#[test]
fn names_that_rust_does_not_write() {
    let Made {
        generated,
        findings,
        ..
    } = generate(
        "\"/components\" = \"A\"\n\"#/components/schemas/Pet\" = \"HTTPError\"\n\"#/tags/0\" = \"a b\"\n\"#/tags/1\" = \"\"\n",
    );
    assert!(generated.is_none());
    expect![[r##"
        fatal[config-value]: `/components` is no place in a description
         --> specsmith.toml:7:1
          |
        7 | "/components" = "A"
          | ^^^^^^^^^^^^^
          = help: write a JSON pointer, as in `"#/components/schemas/Pet"`

        fatal[config-value]: `HTTPError` is not how Rust writes a name
         --> specsmith.toml:8:30
          |
        8 | "#/components/schemas/Pet" = "HTTPError"
          |                              ^^^^^^^^^^^
          = help: write `HttpError`

        fatal[config-value]: `a b` is not how Rust writes a name
         --> specsmith.toml:9:14
          |
        9 | "#/tags/0" = "a b"
          |              ^^^^^
          = help: write `a_b`

        fatal[config-value]: `` is not how Rust writes a name
          --> specsmith.toml:10:14
           |
        10 | "#/tags/1" = ""
           |              ^^
           = help: write `empty`
    "##]]
    .assert_eq(&findings);
}

/// The spelling is that of what stands at the place.
#[test]
fn names_are_spelled_as_their_place_demands() {
    let Made { findings, .. } = generate(
        r##"
"#/paths/~1pets/get" = "List All"
"#/paths/~1pets/get/parameters/0" = "Max Pets"
"#/components/schemas/Pet" = "an animal"
"#/components/schemas/Pet/properties/food/oneOf/1" = "many pets"
"##,
    );
    expect![[r##"
        fatal[config-value]: `List All` is not how Rust writes a name
         --> specsmith.toml:8:24
          |
        8 | "#/paths/~1pets/get" = "List All"
          |                        ^^^^^^^^^^
          = help: write `list_all`

        fatal[config-value]: `Max Pets` is not how Rust writes a name
         --> specsmith.toml:9:37
          |
        9 | "#/paths/~1pets/get/parameters/0" = "Max Pets"
          |                                     ^^^^^^^^^^
          = help: write `max_pets`

        fatal[config-value]: `an animal` is not how Rust writes a name
          --> specsmith.toml:10:30
           |
        10 | "#/components/schemas/Pet" = "an animal"
           |                              ^^^^^^^^^^^
           = help: write `AnAnimal`

        fatal[config-value]: `many pets` is not how Rust writes a name
          --> specsmith.toml:11:54
           |
        11 | "#/components/schemas/Pet/properties/food/oneOf/1" = "many pets"
           |                                                      ^^^^^^^^^^^
           = help: write `ManyPets`
    "##]]
    .assert_eq(&findings);
}

#[test]
fn names_in_the_case_of_something_else() {
    let Made { findings, .. } = generate("\"#/components/schemas/Pet\" = \"fn\"\n");
    expect![[r##"
        error[unmatched-name]: `fn` is no name of a type or a variant, which `#/components/schemas/Pet` is
         --> specsmith.toml:7:1
          |
        7 | "#/components/schemas/Pet" = "fn"
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write the name in `UpperCamelCase`; those of fields, parameters and operations begin with a small letter
    "##]].assert_eq(&findings);
}

/// A name that something else has by itself is not taken from it in silence.
#[test]
fn names_that_others_have() {
    let Made { findings, .. } = generate(
        r##"
"#/components/schemas/Pet/properties/kind" = "PetOwner"
"#/components/schemas/Pet/properties/food" = "Pet"
"##,
    );
    expect![[r##"
        error[name-taken]: `PetOwner` is the name of something else; `PetOwnerKind` is taken in its place
         --> specsmith.toml:8:1
          |
        8 | "#/components/schemas/Pet/properties/kind" = "PetOwner"
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: give another name, here or to what has this one

        error[name-taken]: `Pet` is the name of something else; `PetModel` is taken in its place
         --> specsmith.toml:9:1
          |
        9 | "#/components/schemas/Pet/properties/food" = "Pet"
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: give another name, here or to what has this one
    "##]].assert_eq(&findings);
    let description = "openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Ticket: {type: object, properties: {a: {type: string}}}
    SpecialEvent: {type: object, properties: {b: {type: string}}}
";
    let more = "[sdk.names]\n\"#/components/schemas/Ticket\" = \"SpecialEvent\"\n";
    let Made { findings, .. } = demo(description, more);
    expect![[r##"
        error[name-taken]: `SpecialEvent` is the name of something else, which is called `SpecialEventModel` now
         --> specsmith.toml:7:1
          |
        7 | "#/components/schemas/Ticket" = "SpecialEvent"
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         ::: api.yaml:7:19
          |
        7 |     SpecialEvent: {type: object, properties: {b: {type: string}}}
          |                   ----------------------------------------------- called `SpecialEventModel`
          = help: give another name, here or to what has this one
    "##]].assert_eq(&findings);
}
