//! Names that a configuration gives, in the IR.

use expect_test::expect;
use specsmith_openapi::rename::{Rename, rename};
use specsmith_openapi::{Report, Sources};

use crate::lowered;
use crate::outline::outline;

#[test]
fn names_go_where_labels_and_extensions_are() {
    let (api, _) = lowered(
        "swagger: '2.0'
info: {title: T, version: '1'}
paths: {}
definitions:
  Pet:
    type: object
    properties:
      owner: {type: object, properties: {a: {type: string}}}
      kind: {type: string, enum: [c, d]}
",
    );
    let mut api = api.unwrap();
    let names = [
        ("#/definitions/Pet", "Animal"),
        ("#/definitions/Pet/properties/owner", "keeper"),
        ("#/definitions/Pet/properties/kind/enum/1", "Dog"),
        ("#/definitions/Pat", "Cat"),
    ];
    let names = names.map(|(pointer, name)| Rename {
        pointer: pointer.to_owned(),
        name: name.to_owned(),
        at: None,
    });
    let mut report = Report::new();
    rename(&mut api, &names, &mut report);
    let findings = report.render_text(&Sources::new(), false);
    expect![[r#"
        Pet = record x-specsmith-name="Animal"
          owner?: <Animal owner> x-specsmith-name="keeper"
          kind?: <Animal kind>
        <Animal owner> = record
          a?: string
        <Animal kind> = enum
          "c"
          "d" as Dog
        error[unmatched-name]: nothing that has a name is described at `#/definitions/Pat`
          = help: write the place of a schema, property, alternative, constant, operation, parameter or tag, as in `#/components/schemas/Pet`
    "#]].assert_eq(&format!("{}{findings}", outline(&api)));
}
