//! Groups, calls and types stand beside each other, so none takes the name of another.
use std::path::PathBuf;

use specsmith::config::Config;
use specsmith::plan;
use specsmith_openapi::{Limits, Report, Sources, lower, normalize, read};

const DESCRIPTION: &str = "
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      tags: [pet]
      operationId: order
      responses:
        '200':
          description: Done.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, properties: {order: {$ref: '#/components/schemas/Order'}}}
    Order: {type: object, properties: {id: {type: string}}}
";

#[test]
fn a_type_keeps_its_name_and_groups_and_calls_yield() {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let config = Config::of_flags(
        PathBuf::from("pets.yaml"),
        "pets",
        PathBuf::from("out"),
        &mut report,
    )
    .expect("flags");
    let text = DESCRIPTION.to_owned();
    let document = read::read_str(
        "pets.yaml",
        text,
        &Limits::default(),
        &mut sources,
        &mut report,
    )
    .unwrap();
    let normalized = normalize::normalize(document, &mut report).unwrap();
    let api = lower::lower(&normalized, &mut report);
    let plan = plan::plan(&api, &config, config.sdks.first().unwrap(), &mut report);
    let types: Vec<&str> = plan.items.iter().map(|item| item.ident.plain()).collect();
    let (group, call) = plan.operations().next().unwrap();
    assert_eq!(types, ["Pet", "Order"]);
    assert_eq!(
        (group.handle.plain(), call.builder.plain()),
        ("PetApi", "OrderCall")
    );
}

/// A crate may have the name of what a program that uses it calls its client.
#[test]
fn programs_name_the_crate_whatever_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let schema = folder.path().join("pets.yaml");
    std::fs::write(&schema, DESCRIPTION).unwrap();
    for name in ["client", "main", "answer"] {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let out = PathBuf::from("out");
        let config = Config::of_flags(schema.clone(), name, out, &mut report).expect("flags");
        let all = specsmith::generate(&config, &mut sources, &mut report).expect("a crate");
        let texts = all.files.iter().map(|(_, text)| text);
        let imports: Vec<&str> = texts
            .flat_map(str::lines)
            .filter(|line| line.trim().starts_with("use ") && line.contains("::Client;"))
            .collect();
        let import = format!("use {name}::Client;");
        assert!(!imports.is_empty());
        assert!(
            imports.iter().all(|line| line.contains(&import)),
            "{name}: {imports:#?}"
        );
    }
}
