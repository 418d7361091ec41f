//! What generated code shows of the runtime has a name in the crate's root: the runtime's own
//! module is hidden.

use crate::made::{demo, text};

const DESCRIPTION: &str = "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /pets: {get: {operationId: listPets, tags: [Pets], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string, maxLength: 9}
        kind: {type: string, enum: [cat, dog]}
        legs: {type: integer, enum: [2, 4]}
        rank: {enum: [1, first]}
";

/// The names that a file makes public out of the runtime.
fn exported(text: &str) -> Vec<&str> {
    let lists = text.split("runtime::{").skip(1);
    let lists = lists.map(|names| names.split_once('}').expect("an end of the exports").0);
    lists
        .flat_map(|names| names.split(',').map(str::trim))
        .collect()
}

#[test]
fn what_generated_code_shows_can_be_named() {
    let files = demo(DESCRIPTION, "").files();
    let lib = text(&files, "src/lib.rs");
    let root = exported(&lib);
    for (file, shown, name) in [
        ("src/pets.rs", "pub struct Pets<M: Mode", "Mode"),
        ("src/types/pet.rs", "Constraint::MaxLength", "Constraint"),
        (
            "src/types/pet.rs",
            "Unknown(runtime::UnknownValue)",
            "UnknownValue",
        ),
        (
            "src/types/pet.rs",
            "Unknown(runtime::UnknownInteger)",
            "UnknownInteger",
        ),
        (
            "src/types/pet.rs",
            "Unknown(runtime::UnknownConstant)",
            "UnknownConstant",
        ),
        (
            "runtime/src/runtime/codec/table.rs",
            "pub const fn flags(&self) -> Flags",
            "Flags",
        ),
        (
            "runtime/src/runtime/codec/table.rs",
            "Detailed(&'static FieldDetails)",
            "FieldDetails",
        ),
    ] {
        let text = text(&files, file);
        assert!(
            text.contains(shown),
            "{file} does not show `{shown}`:\n{text}"
        );
        assert!(root.contains(&name), "{name} is not exported: {root:?}");
    }
}

#[test]
fn the_mode_of_blocking_calls_can_be_named() {
    let blocking = text(&demo(DESCRIPTION, "").files(), "src/blocking.rs");
    let (_, public) = blocking.split_once("pub use crate::").expect("exports");
    assert!(exported(public).contains(&"Blocking"), "{blocking}");
    assert!(blocking.contains("-> Pets<Blocking>"), "{blocking}");
}
