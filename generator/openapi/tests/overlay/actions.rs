//! Actions: what each does with what its target selects.

use expect_test::expect;
use specsmith_openapi::Limits;

use crate::{DESCRIPTION, check, check_actions};

#[test]
fn update() {
    check_actions(
        "1.1.0",
        "
- target: $.info
  update: {title: New, description: Added, x-list: [3], x-null: {a: 1}}
- target: $.paths.*.get
  update: {x-safe: true}
- target: $.paths.*.*.tags
  update: z
- target: $.tags
  update: [{name: c}, {name: d}]
- target: $.paths['/b'].get.summary
  update: Bee
- target: $
  update: {tags: null, components: {schemas: {A: {type: string}}}}
",
        &expect![[r#"
            /info/title: "New"
            /info/x-list: [1,2,3]
            /info/x-null: {"a":1}
            /info/description: "Added"
            /tags: [{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}]
            /paths/~1a/get/tags: ["x","y","z"]
            /paths/~1a/get/x-safe: true
            /paths/~1a/post/tags: ["x","z"]
            /paths/~1b/get/summary: "Bee"
            /paths/~1b/get/x-safe: true
            /components: {"schemas":{"A":{"type":"string"}}}
        "#]],
    );
}

#[test]
fn remove() {
    check_actions(
        "1.0.0",
        "
- target: $.paths['/a'].get.parameters[?@.name == 'p']
  remove: true
- target: $.paths.*.*.tags[?@ == 'x']
  remove: true
- target: $.tags[0, 1, 0]
  remove: true
- target: $..post
  remove: true
- target: $.info['x-list', 'x-null']
  remove: true
- target: $.paths['/b']['get', 'get'].summary
  remove: false
  update: Bee
",
        &expect![[r#"
            /info/x-list is gone
            /info/x-null is gone
            /tags: []
            /paths/~1a/get/tags: ["y"]
            /paths/~1a/get/parameters: [{"name":"q"}]
            /paths/~1a/post is gone
            /paths/~1b/get/summary: "Bee"

            warning[other-dialect]: a target that is no map and no list is a form of Overlay 1.1, not of Overlay 1.0
              --> overlay.yaml:14:13
               |
            14 |   - target: $.paths['/b']['get', 'get'].summary
               |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: its value is replaced as there; write `overlay: 1.1.0`
        "#]],
    );
}

#[test]
fn copy() {
    check_actions(
        "1.1.0",
        "
- target: $.paths
  update: {/c: {}}
- target: $.paths['/c']
  copy: $.paths['/a']
- target: $.paths['/a']
  remove: true
- target: $.tags
  copy: $.paths['/c'].get.tags
",
        &expect![[r#"
            /tags: [{"name":"a"},{"name":"b"},"x","y"]
            /paths/~1a is gone
            /paths/~1c: {"get":{"tags":["x","y"],"parameters":[{"name":"p"},{"name":"q"}]},"post":{"tags":["x"]}}
        "#]],
    );
}

#[test]
fn what_does_not_go_together() {
    check_actions(
        "1.1.0",
        "
- target: $.info
  update: text
- target: $.info
  update: {title: {a: b}, x-list: {c: d}, description: kept}
- target: $.info.title
  update: [a]
- target: $.paths.*.*
  update: {tags: text}
- target: $
  remove: true
- target: $.tags
  copy: $.tags[*]
- target: $.tags
  copy: $.none
",
        &expect![[r#"
            /info/description: "kept"
            /paths/~1b/get/tags: "text"

            error[overlay-action]: a string cannot be merged into a map
             --> overlay.yaml:5:13
              |
            5 |     update: text
              |             ^^^^
              = help: write the same kind of value, or remove the old one by an action before; it stays as it is

            error[overlay-action]: a map cannot be merged into a string
             --> overlay.yaml:7:22
              |
            7 |     update: {title: {a: b}, x-list: {c: d}, description: kept}
              |                      ^
              = help: write the same kind of value, or remove the old one by an action before; it stays as it is

            error[overlay-action]: a map cannot be merged into a list
             --> overlay.yaml:7:38
              |
            7 |     update: {title: {a: b}, x-list: {c: d}, description: kept}
              |                                      ^
              = help: write the same kind of value, or remove the old one by an action before; it stays as it is

            error[overlay-action]: a list cannot be merged into a string
             --> overlay.yaml:9:13
              |
            9 |     update: [a]
              |             ^^^
              = help: write the same kind of value, or remove the old one by an action before; it stays as it is

            error[overlay-action]: a string cannot be merged into a list
              --> overlay.yaml:11:20
               |
            11 |     update: {tags: text}
               |                    ^^^^
               = help: write the same kind of value, or remove the old one by an action before; it stays as it is

            error[overlay-action]: the root cannot be removed
              --> overlay.yaml:12:13
               |
            12 |   - target: $
               |             ^
               = help: name the parts that are to go; the action changes nothing

            error[overlay-target]: `copy` names one value, and this matches 2
              --> overlay.yaml:15:11
               |
            15 |     copy: $.tags[*]
               |           ^^^^^^^^^
               = help: name the value that is meant; the action changes nothing

            error[overlay-target]: `copy` names one value, and this matches 0
              --> overlay.yaml:17:11
               |
            17 |     copy: $.none
               |           ^^^^^^
               = help: name the value that is meant; the action changes nothing
        "#]],
    );
}

#[test]
fn targets() {
    check_actions(
        "1.0.0",
        "
- {target: $.paths['/c'], update: {}}
- {target: '$.paths./a', remove: true}
- {target: \"$.paths['/a'\", remove: true}
- {target: '$.paths[?@.get == ]', update: {a: b}}
- target: |
    $.paths /a
  remove: true
- {target: $.info.title, update: New}
- {target: $.info, copy: $.paths}
",
        &expect![[r#"
            fatal[yaml-syntax]: expected `,` or `}`
             --> overlay.yaml:4:21
              |
            4 |   - {target: $.paths['/c'], update: {}}
              |                     ^
             ::: overlay.yaml:4:5
              |
            4 |   - {target: $.paths['/c'], update: {}}
              |     - inside of this
              = help: look for a missing comma, quote or `}` before this
        "#]],
    );
}

#[test]
fn limits() {
    let overlay = |actions: &str| {
        format!("overlay: 1.0.0\ninfo: {{title: O, version: '1'}}\nactions: [{actions}]\n")
    };
    let deep = overlay("{target: $.paths['/a'].get.parameters[0], update: {x: {y: {z: [1]}}}}");
    let files = [("api.yaml", DESCRIPTION), ("overlay.yaml", deep.as_str())];
    let limits = Limits {
        depth: 8,
        ..Limits::default()
    };
    check(
        &files,
        &limits,
        &expect![[r#"
        fatal[yaml-syntax]: expected `,` or `}`
         --> overlay.yaml:3:27
          |
        3 | actions: [{target: $.paths['/a'].get.parameters[0], update: {x: {y: {z: [1]}}}}]
          |                           ^
         ::: overlay.yaml:3:11
          |
        3 | actions: [{target: $.paths['/a'].get.parameters[0], update: {x: {y: {z: [1]}}}}]
          |           - inside of this
          = help: look for a missing comma, quote or `}` before this
    "#]],
    );
    let large = overlay("{target: $..*, update: {x: [1, 2, 3, 4, 5, 6, 7, 8]}}");
    let files = [("api.yaml", DESCRIPTION), ("overlay.yaml", large.as_str())];
    let limits = Limits {
        nodes: 100,
        ..Limits::default()
    };
    check(
        &files,
        &limits,
        &expect![[r#"
        /info/x: [1,2,3,4,5,6,7,8]
        /tags: [{"name":"a"},{"name":"b"},{"x":[1,2,3,4,5,6,7,8]}]
        /paths/x: [1,2,3,4,5,6,7,8]

        error[too-many-values]: the description has more than 100 values
         --> overlay.yaml:3:20
          |
        3 | actions: [{target: $..*, update: {x: [1, 2, 3, 4, 5, 6, 7, 8]}}]
          |                    ^^^^
          = help: aliases count as what they stand for: write fewer of them, split the description, or raise the limit `nodes`
    "#]],
    );
    let long = overlay("{target: $..*..*..*, remove: true}");
    let files = [("api.yaml", DESCRIPTION), ("overlay.yaml", long.as_str())];
    let limits = Limits {
        nodes: 60,
        ..Limits::default()
    };
    check(
        &files,
        &limits,
        &expect![[r#"
        error[overlay-path]: the path visits more than 60 values
         --> overlay.yaml:3:20
          |
        3 | actions: [{target: $..*..*..*, remove: true}]
          |                    ^^^^^^^^^^
          = help: use fewer `..`, or raise the limit `nodes`; the action changes nothing
    "#]],
    );
}
