//! References by the names that a description gives to its parts.

use expect_test::{Expect, expect};

use crate::files::check_files;
use crate::{HEAD, check_findings, normalized};

/// Compares the texts of all references of the result, in the order written.
fn check_references(text: &str, expect: &Expect) {
    let (normalized, findings) = normalized(text);
    let mut texts = Vec::new();
    collect(&normalized.unwrap().to_json(), &mut texts);
    expect.assert_eq(&format!("{}\n{findings}", texts.join("\n")));
}

fn collect(value: &serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            texts.extend(
                map.get("$ref")
                    .and_then(|it| it.as_str())
                    .map(str::to_owned),
            );
            map.values().for_each(|value| collect(value, texts));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        _ => {}
    }
}

#[test]
fn identifiers_and_anchors() {
    check_references(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    Tree:
      $id: https://example.com/schemas/tree
      $defs:
        leaf: {{$anchor: leaf, type: object}}
        other: {{$id: other, $anchor: leaf, type: string, items: {{$ref: '#leaf'}}}}
      properties:
        a: {{$ref: '#leaf'}}
        b: {{$ref: '#/$defs/leaf'}}
        c: {{$ref: other}}
        d: {{$ref: 'other#leaf'}}
        e: {{$ref: '#'}}
        f: {{$ref: '/schemas/tree#leaf'}}
        g: {{$ref: '#/components/schemas/Plain'}}
        h: {{$ref: 'https://example.com/schemas/other'}}
    Plain: {{$anchor: 'a.b', type: string, not: {{$ref: '#a.b'}}}}
    Data: {{default: {{$ref: '#a.b', $anchor: x, $id: y}}, example: {{$id: 'https://example.com/schemas/tree'}}}}
    Names: {{properties: {{$id: {{type: string}}, default: {{$ref: '#a.b'}}, example: {{type: object, $anchor: in-example}}}}}}
    InExample: {{$ref: '#in-example'}}
    'Odd#Name 100%': {{$anchor: odd}}
    ByOdd: {{$ref: '#odd'}}
"
        ),
        &expect![[r#"
            #/components/schemas/Tree/$defs/other
            #/components/schemas/Tree/$defs/leaf
            #/components/schemas/Tree/$defs/leaf
            #/components/schemas/Tree/$defs/other
            #/components/schemas/Tree/$defs/other
            #/components/schemas/Tree
            #/components/schemas/Tree/$defs/leaf
            #/components/schemas/Plain
            #/components/schemas/Tree/$defs/other
            #/components/schemas/Plain
            #a.b
            #/components/schemas/Plain
            #/components/schemas/Names/properties/example
            #/components/schemas/Odd%23Name 100%25
            warning[not-expressed]: `not` is not expressed in the output
              --> api.yaml:20:43
               |
            20 |     Plain: {$anchor: 'a.b', type: string, not: {$ref: '#a.b'}}
               |                                           ^^^
               = help: the type admits values that this rule excludes; the service will say so
        "#]],
    );
}

#[test]
fn names_that_lead_nowhere() {
    check_findings(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    A: {{$anchor: one, type: string}}
    B: {{$anchor: one, type: string}}
    C: {{$ref: '#two'}}
    D: {{$ref: 'urn:example:d'}}
    E: {{$ref: 'https://example.com/schemas/pet.json'}}
"
        ),
        &expect![[r#"
            warning[duplicate-anchor]: the anchor `one` stands twice
             --> api.yaml:7:18
              |
            7 |     B: {$anchor: one, type: string}
              |                  ^^^
             ::: api.yaml:6:18
              |
            6 |     A: {$anchor: one, type: string}
              |                  --- first written here
              = help: give each its own name, or its schema an `$id`; the first one counts

            error[dangling-ref]: no schema has the anchor of `#two`
             --> api.yaml:8:15
              |
            8 |     C: {$ref: '#two'}
              |               ^^^^^^
              = help: write `$anchor` at the schema, or refer to it as `#/components/…`

            error[remote-ref]: `urn:example:d` is a URL, and nothing is fetched
             --> api.yaml:9:15
              |
            9 |     D: {$ref: 'urn:example:d'}
              |               ^^^^^^^^^^^^^^^
              = help: give the schema that is meant this `$id`, or refer to its file by a relative path

            error[remote-ref]: `https://example.com/schemas/pet.json` is a URL, and nothing is fetched
              --> api.yaml:10:15
               |
            10 |     E: {$ref: 'https://example.com/schemas/pet.json'}
               |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: save the file beside this one, as by `curl -o pet.json https://example.com/schemas/pet.json`, and write `pet.json`
        "#]],
    );
}

#[test]
fn dynamic_references() {
    check_references(
        &format!(
            "{HEAD}paths: {{}}
components:
  schemas:
    Tree: {{$dynamicAnchor: node, properties: {{children: {{items: {{$dynamicRef: '#node'}}}}}}}}
    Strict: {{$dynamicAnchor: node, allOf: [{{$dynamicRef: '#node'}}], $ref: '#/components/schemas/Tree'}}
    Page: {{$defs: {{item: {{$dynamicAnchor: item}}}}, properties: {{items: {{items: {{$dynamicRef: '#item'}}}}}}}}
    Old: {{$recursiveAnchor: true, properties: {{next: {{$recursiveRef: '#'}}}}}}
    Identified: {{$id: 'urn:example:list', properties: {{next: {{$recursiveRef: '#'}}}}}}
    Unknown: {{properties: {{a: {{$dynamicRef: '#none'}}, b: {{$recursiveRef: '#'}}}}}}
"
        ),
        &expect![[r#"
            #/components/schemas/Tree
            #/components/schemas/Tree
            #/components/schemas/Strict
            #/components/schemas/Page/$defs/item
            #/components/schemas/Old
            #/components/schemas/Identified
            warning[dynamic-ref]: `$dynamicRef` is read as a reference to `#/components/schemas/Tree`
             --> api.yaml:6:66
              |
            6 |     Tree: {$dynamicAnchor: node, properties: {children: {items: {$dynamicRef: '#node'}}}}
              |                                                                  ^^^^^^^^^^^
              = help: schemas that extend this one do not change what stands here; write `$ref`

            warning[dynamic-ref]: `$dynamicRef` is read as a reference to `#/components/schemas/Strict`
             --> api.yaml:7:45
              |
            7 |     Strict: {$dynamicAnchor: node, allOf: [{$dynamicRef: '#node'}], $ref: '#/components/schemas/Tree'}
              |                                             ^^^^^^^^^^^
              = help: schemas that extend this one do not change what stands here; write `$ref`

            warning[dynamic-ref]: `$dynamicRef` is read as a reference to `#/components/schemas/Page/$defs/item`
             --> api.yaml:8:80
              |
            8 |     Page: {$defs: {item: {$dynamicAnchor: item}}, properties: {items: {items: {$dynamicRef: '#item'}}}}
              |                                                                                ^^^^^^^^^^^
              = help: schemas that extend this one do not change what stands here; write `$ref`

            warning[dynamic-ref]: `$recursiveRef` is read as a reference to `#/components/schemas/Old`
             --> api.yaml:9:55
              |
            9 |     Old: {$recursiveAnchor: true, properties: {next: {$recursiveRef: '#'}}}
              |                                                       ^^^^^^^^^^^^^
              = help: schemas that extend this one do not change what stands here; write `$ref`

            warning[dynamic-ref]: `$recursiveRef` is read as a reference to `#/components/schemas/Identified`
              --> api.yaml:10:63
               |
            10 |     Identified: {$id: 'urn:example:list', properties: {next: {$recursiveRef: '#'}}}
               |                                                               ^^^^^^^^^^^^^
               = help: schemas that extend this one do not change what stands here; write `$ref`

            warning[not-expressed]: `$dynamicRef` is not expressed in the output
              --> api.yaml:11:32
               |
            11 |     Unknown: {properties: {a: {$dynamicRef: '#none'}, b: {$recursiveRef: '#'}}}
               |                                ^^^^^^^^^^^
               = help: the place takes any value

            warning[not-expressed]: `$recursiveRef` is not expressed in the output
              --> api.yaml:11:59
               |
            11 |     Unknown: {properties: {a: {$dynamicRef: '#none'}, b: {$recursiveRef: '#'}}}
               |                                                           ^^^^^^^^^^^^^
               = help: the place takes any value
        "#]],
    );
}

#[test]
fn pointers_through_references() {
    check_references(
        &format!(
            "{HEAD}paths:
  /a: {{$ref: '#/components/pathItems/A'}}
  /b: {{get: {{responses: {{'200': {{$ref: '#/paths/~1a/get/responses/200'}}}}}}}}
components:
  pathItems: {{A: {{get: {{responses: {{'200': {{description: ok}}}}}}}}}}
  schemas:
    A: {{$ref: '#/components/schemas/B'}}
    B: {{properties: {{c: {{type: string}}}}}}
    C: {{$ref: '#/components/schemas/A/properties/c'}}
    Loop: {{$ref: '#/components/schemas/Loop/properties/x'}}
"
        ),
        &expect![[r#"
            #/components/pathItems/A
            #/components/pathItems/A/get/responses/200
            #/components/schemas/B
            #/components/schemas/B/properties/c
            #/components/schemas/Loop/properties/x
            warning[ref-through-ref]: `#/paths/~1a/get/responses/200` leads through another reference
             --> api.yaml:5:40
              |
            5 |   /b: {get: {responses: {'200': {$ref: '#/paths/~1a/get/responses/200'}}}}
              |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: write `#/components/pathItems/A/get/responses/200`; it is read so

            warning[ref-through-ref]: `#/components/schemas/A/properties/c` leads through another reference
              --> api.yaml:11:15
               |
            11 |     C: {$ref: '#/components/schemas/A/properties/c'}
               |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: write `#/components/schemas/B/properties/c`; it is read so

            error[dangling-ref]: `#/components/schemas/Loop/properties/x` does not exist
              --> api.yaml:12:18
               |
            12 |     Loop: {$ref: '#/components/schemas/Loop/properties/x'}
               |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: define it there, or correct the reference
        "#]],
    );
}

#[test]
fn several_files() {
    check_files(
        &[
            (
                "api.yaml",
                "openapi: 3.2.0
$self: https://example.com/api/openapi
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    BySelf: {$ref: 'https://example.com/api/shared#/components/schemas/Shared'}
    ByRelativeSelf: {$ref: 'shared#/components/schemas/Shared'}
    ByPath: {$ref: 'my%20files/shared.yaml#/components/schemas/Shared'}
    ById: {$ref: 'https://example.com/ids/pet'}
    ByAnchor: {$ref: 'pet.yaml#name'}
",
            ),
            (
                "my files/shared.yaml",
                "openapi: 3.2.0
$self: https://example.com/api/shared
info: {title: S, version: '1'}
components: {schemas: {Shared: {type: object, properties: {pet: {$ref: '../pet.yaml'}}}}}
",
            ),
            (
                "pet.yaml",
                "$id: https://example.com/ids/pet
type: object
properties:
  name: {$anchor: name, type: string, enum: [a]}
  parent: {$ref: '#'}
  same: {$ref: pet}
  api: {$ref: 'api.yaml#/components/schemas/BySelf'}
",
            ),
        ],
        &expect![[r#"
            BySelf at #/components/schemas/Shared
            ById at #
            ByAnchor at #/properties/name
        "#]],
    );
}
