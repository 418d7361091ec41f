//! What an overlay wrote in the later stages: references, places of findings.

use expect_test::{Expect, expect};
use specsmith_openapi::{Limits, Report, Sources, lower, normalize, read};

use crate::Folder;

/// Names of types, then findings.
fn check(files: &[(&str, &str)], expect: &Expect) {
    let folder = Folder::new(files);
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let mut document = folder.apply(&limits, &mut sources, &mut report).unwrap();
    read::link(&mut document, &mut sources, &mut report);
    let normalized = normalize::normalize(document, &mut report).unwrap();
    let api = lower::lower(&normalized, &mut report);
    let types: Vec<String> = api
        .types
        .iter()
        .map(|ty| format!("{} at {}\n", ty.path.join(" "), ty.pointer))
        .collect();
    let findings = folder.findings(&report, &sources);
    expect.assert_eq(&format!("{}{findings}", types.concat()));
}

#[test]
fn references_are_meant_from_the_description() {
    check(
        &[
            (
                "api.yaml",
                "openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components: {schemas: {Pet: {$anchor: pet, type: object, properties: {name: {$ref: '#/components/schemas/Name'}}}}}
",
            ),
            (
                "more/overlay.yaml",
                "overlay: 1.0.0
info: {title: O, version: '1'}
actions:
  - target: $.components.schemas
    update:
      Name: {type: string, enum: [a]}
      Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
      Alias: {$ref: '#/components/schemas/Name'}
      ByAnchor: {type: array, items: {$ref: '#pet'}}
      Other: {$ref: 'other.yaml#/Other'}
      Wrong: {$ref: '#/components/schemas/Pat'}
      Missing: {$ref: 'overlay.yaml#/Other'}
      Typed: {type: objekt, maxLenght: 5}
",
            ),
            ("other.yaml", "Other: {type: object}\n"),
        ],
        &expect![[r#"
            Pet at #/components/schemas/Pet
            Name at #/components/schemas/Name
            Pets at #/components/schemas/Pets
            ByAnchor at #/components/schemas/ByAnchor
            Other at #/Other
            Typed at #/components/schemas/Typed
            any at #/Other
            error[unknown-type]: `objekt` is not a type
              --> more/overlay.yaml:13:21
               |
            13 |       Typed: {type: objekt, maxLenght: 5}
               |                     ^^^^^^
               = help: did you mean `object`? as it stands any value is taken

            warning[unknown-keyword]: a schema has no keyword `maxLenght`
              --> more/overlay.yaml:13:29
               |
            13 |       Typed: {type: objekt, maxLenght: 5}
               |                             ^^^^^^^^^
               = help: did you mean `maxLength`?

            error[dangling-ref]: `#/components/schemas/Pat` does not exist
              --> more/overlay.yaml:11:21
               |
            11 |       Wrong: {$ref: '#/components/schemas/Pat'}
               |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: did you mean `#/components/schemas/Pet`?

            error[file-missing]: `overlay.yaml#/Other`: there is no such file
              --> more/overlay.yaml:12:23
               |
            12 |       Missing: {$ref: 'overlay.yaml#/Other'}
               |                       ^^^^^^^^^^^^^^^^^^^^^
               = help: paths in an overlay are relative to the description
        "#]],
    );
}

#[test]
fn over_swagger() {
    check(
        &[
            (
                "api.yaml",
                "swagger: '2.0'
info: {title: T, version: '1'}
paths: {}
definitions: {Pet: {type: object}}
",
            ),
            (
                "overlay.yaml",
                "overlay: 1.0.0
info: {title: O, version: '1'}
actions:
  - target: $.definitions
    update: {Pets: {type: array, items: {$ref: '#/definitions/Pet'}}}
  - target: $.paths
    update: {/pets: {get: {operationId: pets, responses: {'200': {description: ok, schema: {$ref: '#/definitions/Pets'}}}}}}
",
            ),
        ],
        &expect![[r#"
            Pet at #/components/schemas/Pet
            Pets at #/components/schemas/Pets
            any at #/components/schemas/Pet
        "#]],
    );
}

#[test]
fn one_after_the_other() {
    check(
        &[
            (
                "api.yaml",
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n",
            ),
            (
                "overlay-1.yaml",
                "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $, update: {components: {schemas: {A: {type: string}}}}}]\n",
            ),
            (
                "overlay-2.yaml",
                "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.components.schemas, update: {B: {$ref: '#/components/schemas/A'}, C: {type: object, properties: {b: {$ref: '#/components/schemas/None'}}}}}]\n",
            ),
        ],
        &expect![[r#"
            A at #/components/schemas/A
            C at #/components/schemas/C
            any at #/components/schemas/C/properties/b
            error[dangling-ref]: `#/components/schemas/None` does not exist
             --> overlay-2.yaml:3:129
              |
            3 | …: {type: object, properties: {b: {$ref: '#/components/schemas/None'}}}}}]
              |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: define it there, or correct the reference
        "#]],
    );
}
