//! Features of a generated crate: which groups and types come with which of them.

use std::fmt::Write as _;

use expect_test::expect;
use specsmith::files::Files;

use crate::made::{demo, text};

const DESCRIPTION: &str = "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /pets: {get: {operationId: listPets, tags: [Pet Shop], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
  /toys: {get: {operationId: listToys, tags: [Toys], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Toy'}}}}}}}
  /full: {get: {operationId: fill, tags: [full], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Size'}}}}}}}
webhooks:
  sold: {post: {operationId: sold, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sale'}}}}, responses: {'200': {description: ok}}}}
components:
  schemas:
    Pet: {type: object, properties: {toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}}}
    Toy: {type: object, properties: {size: {$ref: '#/components/schemas/Size'}}}
    Size: {type: object, properties: {width: {type: number}}}
    Sale: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, size: {$ref: '#/components/schemas/Size'}}}
";

/// The crate of the description with some more types that nothing uses.
fn generate(fillers: usize) -> Files {
    generate_from(DESCRIPTION, fillers)
}

fn generate_from(description: &str, fillers: usize) -> Files {
    let mut description = description.to_owned();
    for index in 0..fillers {
        writeln!(
            description,
            "    Filler{index}: {{type: object, properties: {{number: {{const: {index}}}}}}}"
        )
        .unwrap();
    }
    demo(&description, "").files()
}

/// For each line that starts so the condition above it.
fn conditions(text: &str, start: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let items = words.split(';').filter_map(|item| {
        let (condition, name) = item.rsplit_once(start)?;
        let condition = condition
            .trim()
            .rsplit_once("#[")
            .map_or("always", |(_, it)| it);
        (!name.contains(' ')).then(|| format!("{name}: {condition}\n"))
    });
    items
        .filter(|item| !item.starts_with("filler") || item.starts_with("filler0"))
        .collect()
}

#[test]
fn a_small_crate_has_no_features_for_its_groups() {
    let files = generate(0);
    assert!(!text(&files, "Cargo.toml").contains("full"));
    assert!(!text(&files, "src/lib.rs").contains("cfg(feature = \"toys\")"));
    let traits = text(&files, "src/types/implement.rs");
    assert!(traits.contains("impl serde::Serialize"), "{traits}");
    assert!(!traits.contains("feature"), "{traits}");
}

#[test]
fn serde_is_a_feature_where_groups_are() {
    let traits = text(&generate(100), "src/types/implement.rs");
    let conditions = traits.matches("#[cfg(feature = \"serde\")]\n        impl");
    assert_eq!(
        conditions.count(),
        traits.matches("serde::Serialize for").count() * 2
    );
}

#[test]
fn a_feature_brings_a_group_and_what_it_needs() {
    let files = generate(100);
    let manifest = text(&files, "Cargo.toml");
    let features = manifest.split("# All").nth(1).expect("features");
    expect![[r#"
         of the following: a feature for each group of operations, with the types that it needs.
        full = ["pet-shop", "toys", "full-api", "webhooks"]
        pet-shop = []
        toys = []
        full-api = []
        webhooks = []"#]]
    .assert_eq(features.split("\n\n").next().expect("features"));
    assert!(
        manifest.contains("default = [\"rustls\", \"full\", \"serde\"]"),
        "{manifest}"
    );
    expect![[r#"
        blocking: cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        pet_shop: cfg(feature = "pet-shop")]
        toys: cfg(feature = "toys")]
        full: cfg(feature = "full-api")]
        types: always
        webhooks: cfg(feature = "webhooks")]
    "#]]
    .assert_eq(&conditions(&text(&files, "src/lib.rs"), "pub mod "));
    expect![[r#"
        implement: macro_use]
        later: cfg(all(test, feature = "full", feature = "serde"))]
        filler0: cfg(feature = "full")]
        pet: cfg(any(feature = "pet-shop", feature = "webhooks"))]
        sale: cfg(feature = "webhooks")]
        size: always
        toy: cfg(any(feature = "pet-shop", feature = "toys", feature = "webhooks"))]
    "#]]
    .assert_eq(&conditions(&text(&files, "src/types/mod.rs"), "mod "));
}

#[test]
fn no_two_groups_have_one_feature() {
    let clashing = DESCRIPTION.replace("[Toys]", "[full-api]");
    let manifest = text(&generate_from(&clashing, 100), "Cargo.toml");
    assert!(
        manifest.contains("full = [\"pet-shop\", \"full-api\", \"full-api-api\", \"webhooks\"]"),
        "{manifest}"
    );
}

#[test]
fn a_readme_says_how_features_are_named() {
    let own = |readme: &str| -> Vec<String> {
        let lines = readme.lines().filter(|line| line.starts_with("demo = "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(own(&text(&generate(0), "README.md")), ["demo = \"0.1.0\""]);
    let chosen = "features = [\"rustls\", \"pet-shop\"] }";
    assert_eq!(
        own(&text(&generate(100), "README.md")),
        [
            "demo = \"0.1.0\"".to_owned(),
            format!("demo = {{ version = \"0.1.0\", default-features = false, {chosen}")
        ]
    );
    assert_eq!(
        own(&text(&generate(1500), "README.md")),
        ["demo = { version = \"0.1.0\", features = [\"pet-shop\"] }"]
    );
}

#[test]
fn a_large_crate_has_nothing_on_that_was_not_asked_for() {
    let manifest = text(&generate(1500), "Cargo.toml");
    assert!(manifest.contains("default = [\"rustls\"]"), "{manifest}");
    assert!(
        manifest.contains("required-features = [\"full\", \"serde\"]"),
        "{manifest}"
    );
}
