//! Which examples count, on a document in each dialect.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use specsmith::json_schema;
use specsmith_openapi::{Limits, Report, Sources, read};

use super::example::{At, Fault};
use super::{Fidelity, places, table, unread, validity};

const DOCUMENT: &str = r##"{
  "openapi": "3.0.3",
  "paths": {"/pets": {"get": {"responses": {"200": {
    "headers": {"x-rate": {"schema": {"type": "integer"}, "example": "many"}},
    "content": {"application/json": {
      "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
      "examples": {"none": {"value": []}, "shared": {"$ref": "#/components/examples/shared"}}
    }}
  }}}}},
  "components": {
    "examples": {"shared": {"value": [{"name": 1}]}},
    "schemas": {"Pet": {
      "type": "object",
      "required": ["name"],
      "properties": {
        "name": {"type": "string", "example": "Rex"},
        "born": {"type": "string", "format": "date", "nullable": true, "example": "yesterday"},
        "age": {"type": "integer", "minimum": 0, "exclusiveMinimum": true, "example": 0},
        "owner": {"allOf": [{"type": "object"}, {"example": []}]}
      },
      "example": {"name": "Rex", "born": null}
    }}
  }
}"##;

/// What is wrong with the example at a pointer, and the pointer of its schema.
fn judged(example: &str, owner: Option<&str>) -> (Option<String>, Option<Fault>) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let document = read::read_str(
        "api.json",
        DOCUMENT.to_owned(),
        &limits,
        &mut sources,
        &mut report,
    );
    let root = document.expect("a document").root;
    let at = |pointer: &str| At::from(root.pointer(pointer).expect("a place").origin);
    let wanted: BTreeSet<At> = [Some(example), owner]
        .into_iter()
        .flatten()
        .map(at)
        .collect();
    let found = places::find(&root, &wanted);
    let owner = owner.map(|owner| found[&at(owner)].as_slice());
    let schema = places::schema(&root, &found[&at(example)], owner);
    let value = root.pointer(example).expect("a value").to_json();
    let faults = validity::faults(&root.to_json(), &[(schema.clone(), &value)]);
    (schema, faults.expect("a verdict")[0])
}

#[test]
fn each_example_is_held_against_its_own_schema() {
    const PET: &str = "/components/schemas/Pet";
    const JSON: &str = "/paths/~1pets/get/responses/200/content/application~1json";
    let property = |name: &str| format!("{PET}/properties/{name}");
    let of_property = |name: &str| format!("{PET}/properties/{name}/example");
    for (example, owner, schema, fault) in [
        (format!("{PET}/example"), None, PET.to_owned(), None),
        (of_property("name"), None, property("name"), None),
        (
            of_property("born"),
            None,
            property("born"),
            Some(Fault::Format),
        ),
        (
            of_property("age"),
            None,
            property("age"),
            Some(Fault::Schema),
        ),
        (
            format!("{PET}/properties/owner/allOf/1/example"),
            None,
            property("owner"),
            Some(Fault::Schema),
        ),
        (
            format!("{JSON}/examples/none/value"),
            None,
            format!("{JSON}/schema"),
            None,
        ),
        (
            "/components/examples/shared/value".to_owned(),
            Some(JSON),
            format!("{JSON}/schema"),
            Some(Fault::Schema),
        ),
        (
            "/paths/~1pets/get/responses/200/headers/x-rate/example".to_owned(),
            None,
            "/paths/~1pets/get/responses/200/headers/x-rate/schema".to_owned(),
            Some(Fault::Schema),
        ),
    ] {
        assert_eq!(judged(&example, owner), (Some(schema), fault), "{example}");
    }
}

#[test]
fn schemas_of_each_dialect_become_json_schema() {
    let converted = |version: &str, schema: Value| {
        let document = json!({"openapi": version, "components": {"schemas": {"A": schema}}});
        json_schema::converted(&document)["components"]["schemas"]["A"].clone()
    };
    for (version, schema, expected) in [
        (
            "3.0.3",
            json!({"type": "string", "nullable": true}),
            json!({"type": ["string", "null"]}),
        ),
        (
            "3.1.0",
            json!({"type": "string", "nullable": true}),
            json!({"type": "string"}),
        ),
        (
            "3.0.3",
            json!({"maximum": 9, "exclusiveMaximum": true}),
            json!({"exclusiveMaximum": 9}),
        ),
        (
            "3.0.3",
            json!({"maximum": 9, "exclusiveMaximum": false}),
            json!({"maximum": 9}),
        ),
        (
            "3.1.0",
            json!({"exclusiveMaximum": 9}),
            json!({"exclusiveMaximum": 9}),
        ),
        (
            "3.0.3",
            json!({"$ref": "#/x", "type": "string"}),
            json!({"$ref": "#/x"}),
        ),
        (
            "3.1.0",
            json!({"$ref": "#/x", "type": "string"}),
            json!({"$ref": "#/x", "type": "string"}),
        ),
        (
            "3.0.3",
            json!({"properties": {"example": {"type": "any", "format": "email"}}}),
            json!({"properties": {"example": {}}}),
        ),
        (
            "3.0.3",
            json!({"required": true, "format": "int32"}),
            json!({"format": "int32"}),
        ),
    ] {
        assert_eq!(converted(version, schema.clone()), expected, "{schema}");
    }
}

#[test]
fn what_is_missed_is_not_rounded_away() {
    let found = Fidelity {
        examples: 30_002,
        invalid: 1,
        misformatted: 1,
        missed: vec!["one".to_owned()],
        ..Fidelity::default()
    };
    assert_eq!(
        (found.valid(), table::share(&found).as_str()),
        (30_000, "99.99 %")
    );
}

#[test]
fn examples_that_are_not_json_are_counted() {
    const TEXT: &str = r##"{
  "openapi": "3.0.3",
  "info": {"title": "T", "version": "1"},
  "paths": {"/pets": {"get": {"responses": {"200": {"description": "ok", "content": {
    "text/csv": {"schema": {"type": "string"}, "example": "a,b"},
    "application/json": {"schema": {"type": "string"}, "example": "a"}
  }}}}}}
}"##;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("api.json");
    crate::disk::write(&path, TEXT).expect("a file");
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = read::open(
        path.as_path().into(),
        &Limits::default(),
        &mut sources,
        &mut report,
    );
    let root = document.expect("a document").root;
    let content = "/paths/~1pets/get/responses/200/content/application~1json/example";
    let json = At::from(root.pointer(content).expect("a place").origin);
    assert_eq!(unread::count(&path, [json].into_iter()), 1);
}

#[test]
fn what_the_figures_leave_out_stands_below_them() {
    assert_eq!(table::footnotes(&Fidelity::default()), "");
    let found = Fidelity {
        elsewhere: 2,
        unread: 1,
        ..Fidelity::default()
    };
    assert_eq!(
        table::footnotes(&found),
        "2 of them stand in other files than the first and count as valid\n\
         1 more are of bodies and answers that are not read as JSON\n"
    );
}
