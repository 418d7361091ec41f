//! Versions of OpenAPI: which are read, and what is said about the others.

use expect_test::expect;

use crate::{check_findings, normalized};

#[test]
fn versions_that_are_read() {
    for head in [
        "openapi: 3.0.0",
        "openapi: 3.0.4",
        "openapi: 3.1.1",
        "openapi: 3.1",
        "openapi: 3.2.0",
        "swagger: '2.0'",
        "swagger: 2.0",
        "swagger: 2",
    ] {
        let text = format!("{head}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n");
        assert!(!normalized(&text).1.contains("error"), "{head}");
        assert!(normalized(&text).0.is_some(), "{head}");
    }
}

#[test]
fn versions_that_are_not() {
    check_findings(
        "openapi: 4.0.0\npaths: {}\n",
        &expect![[r#"
            fatal[unsupported-version]: version `4.0.0` of OpenAPI is not supported
             --> api.yaml:1:10
              |
            1 | openapi: 4.0.0
              |          ^^^^^
              = help: specsmith reads OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0
        "#]],
    );
    check_findings(
        "swagger: '1.2'\n",
        &expect![[r#"
            fatal[unsupported-version]: version `1.2` of OpenAPI is not supported
             --> api.yaml:1:10
              |
            1 | swagger: '1.2'
              |          ^^^^^
              = help: specsmith reads OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0
        "#]],
    );
    check_findings(
        "openapi:\n",
        &expect![[r#"
            fatal[unsupported-version]: `openapi` names no version
             --> api.yaml:1:1
              |
            1 | openapi:
              | ^^^^^^^
              = help: specsmith reads OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0
        "#]],
    );
    check_findings(
        "info: {title: T}\n",
        &expect![[r#"
        fatal[missing-version]: this is not an OpenAPI description: it has no `openapi` key
         --> api.yaml:1:1
          |
        1 | info: {title: T}
          | ^^^^
          = help: begin the file with `openapi: 3.1.0`
    "#]],
    );
    check_findings(
        "- a\n",
        &expect![[r#"
        fatal[missing-version]: an OpenAPI description is a map, found a list
         --> api.yaml:1:1
          |
        1 | - a
          | ^^^
          = help: begin the file with `openapi: 3.1.0`
    "#]],
    );
    check_findings(
        "just text\n",
        &expect![[r#"
        fatal[missing-version]: an OpenAPI description is a map, found a string
         --> api.yaml:1:1
          |
        1 | just text
          | ^^^^^^^^^
          = help: begin the file with `openapi: 3.1.0`
    "#]],
    );
}

#[test]
fn a_newer_version_is_read_as_the_newest_known() {
    check_findings(
        "openapi: 3.3.0\n$itself: x\ninfo: {title: T, version: '1'}\npaths: {}\n",
        &expect![[r#"
            warning[newer-version]: OpenAPI 3.3.0 is read as OpenAPI 3.2
             --> api.yaml:1:10
              |
            1 | openapi: 3.3.0
              |          ^^^^^
              = help: what it adds is reported as unknown where it stands

            warning[unknown-keyword]: an OpenAPI document has no keyword `$itself`
             --> api.yaml:2:1
              |
            2 | $itself: x
              | ^^^^^^^
              = help: did you mean `$self`?
        "#]],
    );
}

#[test]
fn what_a_description_cannot_do_without() {
    check_findings(
        "openapi: 3.1.0\n",
        &expect![[r#"
            fatal[missing-paths]: the description has no `paths`
             --> api.yaml:1:1
              |
            1 | openapi: 3.1.0
              | ^^^^^^^
              = help: add `paths`; without it there is nothing to call

            error[missing-keyword]: an OpenAPI document needs `info`
             --> api.yaml:1:1
              |
            1 | openapi: 3.1.0
              | ^^^^^^^
              = help: add `info`; it is taken as empty
        "#]],
    );
    // Types alone are a description since 3.1.
    check_findings(
        "openapi: 3.0.3\ninfo: {title: a, version: '1'}\npath: {}\ncomponents: {}\n",
        &expect![[r#"
            fatal[missing-paths]: the description has no `paths`, but `path`
             --> api.yaml:3:1
              |
            3 | path: {}
              | ^^^^
              = help: did you mean `paths`? without it there is nothing to call
        "#]],
    );
    check_findings(
        "openapi: 3.0.0\ninfo: {license: {}}\npaths:\n",
        &expect![[r#"
            error[missing-keyword]: an info object needs `title`
             --> api.yaml:2:1
              |
            2 | info: {license: {}}
              | ^^^^
              = help: add `title`; it is taken as empty

            error[missing-keyword]: an info object needs `version`
             --> api.yaml:2:1
              |
            2 | info: {license: {}}
              | ^^^^
              = help: add `version`; it is taken as empty

            warning[missing-keyword]: a license needs `name`
             --> api.yaml:2:8
              |
            2 | info: {license: {}}
              |        ^^^^^^^
              = help: add `name`; it is read as empty

            warning[null-value]: `paths` has no value and is left out
             --> api.yaml:3:1
              |
            3 | paths:
              | ^^^^^
              = help: remove the key or give it a map
        "#]],
    );
}
