//! Overlays as documents: what is said about their own keywords.

use expect_test::{Expect, expect};
use specsmith_openapi::Limits;

use crate::{DESCRIPTION, check};

fn check_overlay(overlay: &str, expect: &Expect) {
    let files = [("api.yaml", DESCRIPTION), ("overlay.yaml", overlay)];
    check(&files, &Limits::default(), expect);
}

#[test]
fn files_that_are_none() {
    check_overlay(
        "openapi: 3.1.0\n",
        &expect![[r#"
        fatal[overlay-document]: this is no overlay: it has no `overlay` key
         --> overlay.yaml:1:1
          |
        1 | openapi: 3.1.0
          | ^^^^^^^
          = help: begin the file with `overlay: 1.0.0`, `info` and `actions`
    "#]],
    );
    check_overlay(
        "- a\n",
        &expect![[r#"
        fatal[overlay-document]: an overlay is a map, found a list
         --> overlay.yaml:1:1
          |
        1 | - a
          | ^^^
          = help: begin the file with `overlay: 1.0.0`, `info` and `actions`
    "#]],
    );
    check_overlay(
        "overlay: 2.0.0\nactions: []\n",
        &expect![[r#"
        fatal[unsupported-version]: version `2.0.0` of Overlay is not supported
         --> overlay.yaml:1:10
          |
        1 | overlay: 2.0.0
          |          ^^^^^
          = help: specsmith reads Overlay 1.0 and 1.1
    "#]],
    );
    check_overlay(
        "overlay: [1\n",
        &expect![[r#"
        fatal[yaml-syntax]: `[` is not closed
         --> overlay.yaml:1:10
          |
        1 | overlay: [1
          |          ^
          = help: add the closing bracket, or quote the text
    "#]],
    );
}

#[test]
fn versions() {
    check_overlay(
        "overlay: 1.2.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.info, update: {title: N}}]\n",
        &expect![[r#"
            /info/title: "N"

            warning[newer-version]: version `1.2.0` of Overlay is read as version 1.1
             --> overlay.yaml:1:10
              |
            1 | overlay: 1.2.0
              |          ^^^^^
              = help: what it adds is reported as unknown where it stands
        "#]],
    );
    check_overlay(
        "overlay: 1.0\ninfo: {title: O, version: 1}\nactions: [{target: $.info, update: {title: N}}]\n",
        &expect![[r#"
            /info/title: "N"
        "#]],
    );
}

#[test]
fn keywords() {
    check_overlay(
        "overlay: 1.1.0
info: {titel: O}
extend: x
actions:
  - {traget: $.info, update: {}}
  - {target: $.info}
  - {target: [], remove: true}
  - {target: $.tags, remove: true, update: []}
  - {target: $.info, update: {}, copy: $.paths, x-note: n, description: d}
  - {target: $.info, remove: yes}
  - text
",
        &expect![[r#"
            /tags is gone

            warning[unknown-keyword]: an overlay has no keyword `extend`
             --> overlay.yaml:3:1
              |
            3 | extend: x
              | ^^^^^^
              = help: did you mean `extends`?

            warning[unknown-keyword]: the info of an overlay has no keyword `titel`
             --> overlay.yaml:2:8
              |
            2 | info: {titel: O}
              |        ^^^^^
              = help: did you mean `title`?

            warning[missing-keyword]: the info of an overlay needs `title`
             --> overlay.yaml:2:1
              |
            2 | info: {titel: O}
              | ^^^^
              = help: add `title`; the overlay is applied without

            warning[missing-keyword]: the info of an overlay needs `version`
             --> overlay.yaml:2:1
              |
            2 | info: {titel: O}
              | ^^^^
              = help: add `version`; the overlay is applied without

            warning[unknown-keyword]: an action has no keyword `traget`
             --> overlay.yaml:5:6
              |
            5 |   - {traget: $.info, update: {}}
              |      ^^^^^^
              = help: did you mean `target`?

            error[missing-keyword]: an action needs `target`
             --> overlay.yaml:5:6
              |
            5 |   - {traget: $.info, update: {}}
              |      ^^^^^^
              = help: add `target`, a JSONPath such as `$.info`; the action is left out

            error[overlay-action]: the action does not say what it does
             --> overlay.yaml:6:6
              |
            6 |   - {target: $.info}
              |      ^^^^^^
              = help: add `update`, `copy` or `remove: true`

            error[wrong-kind]: `target` takes text, found a list
             --> overlay.yaml:7:14
              |
            7 |   - {target: [], remove: true}
              |              ^^
              = help: write text here; as it stands it is left out

            warning[overlay-action]: `update` beside `remove` has no effect
             --> overlay.yaml:8:36
              |
            8 |   - {target: $.tags, remove: true, update: []}
              |                                    ^^^^^^
              = help: write two actions

            warning[overlay-action]: `copy` beside `update` has no effect
             --> overlay.yaml:9:34
              |
            9 |   - {target: $.info, update: {}, copy: $.paths, x-note: n, description: d}
              |                                  ^^^^
              = help: write two actions

            error[wrong-kind]: `remove` takes `true` or `false`, found a string
              --> overlay.yaml:10:30
               |
            10 |   - {target: $.info, remove: yes}
               |                              ^^^
               = help: write `true` or `false` here; as it stands it is left out

            error[overlay-action]: the action does not say what it does
              --> overlay.yaml:10:6
               |
            10 |   - {target: $.info, remove: yes}
               |      ^^^^^^
               = help: add `update`, `copy` or `remove: true`

            error[wrong-kind]: `actions` takes a list of maps, found a string
              --> overlay.yaml:11:5
               |
            11 |   - text
               |     ^^^^
               = help: write a list of maps here; as it stands it is left out
        "#]],
    );
    check_overlay(
        "overlay: 1.1.0\n",
        &expect![[r#"
        warning[missing-keyword]: an overlay needs `info`
         --> overlay.yaml:1:1
          |
        1 | overlay: 1.1.0
          | ^^^^^^^
          = help: add `info` with `title` and `version`; the overlay is applied without

        error[missing-keyword]: an overlay needs `actions`
         --> overlay.yaml:1:1
          |
        1 | overlay: 1.1.0
          | ^^^^^^^
          = help: add `actions`, a list; as it stands it changes nothing
    "#]],
    );
    check_overlay(
        "overlay: 1.1.0\ninfo: I\nactions: {}\n",
        &expect![[r#"
        error[wrong-kind]: `info` takes a map, found a string
         --> overlay.yaml:2:7
          |
        2 | info: I
          |       ^
          = help: write a map here; as it stands it is left out

        error[wrong-kind]: `actions` takes a list, found a map
         --> overlay.yaml:3:10
          |
        3 | actions: {}
          |          ^^
          = help: write a list here; as it stands it is left out
    "#]],
    );
}

#[test]
fn extends() {
    let overlay = |extends: &str| {
        format!(
            "overlay: 1.0.0\ninfo: {{title: O, version: '1'}}\nextends: {extends}\nactions: [{{target: $.tags, remove: true}}]\n"
        )
    };
    for right in [
        "../api.yaml",
        "./.././api.yaml",
        "https://example.com/a.yaml",
    ] {
        let files = [
            ("api.yaml", DESCRIPTION),
            ("more/overlay.yaml", &overlay(right)),
        ];
        check(
            &files,
            &Limits::default(),
            &expect![[r#"
            /tags is gone
        "#]],
        );
    }
    let files = [
        ("api.yaml", DESCRIPTION),
        ("more/overlay.yaml", &overlay("api.yaml")),
    ];
    check(
        &files,
        &Limits::default(),
        &expect![[r#"
        /tags is gone

        warning[overlay-extends]: the overlay extends `api.yaml`, and is laid over `api.yaml`
         --> more/overlay.yaml:3:10
          |
        3 | extends: api.yaml
          |          ^^^^^^^^
          = help: correct the path, which is taken from the folder of the overlay, or list the overlay at the other description
    "#]],
    );
}
