//! Where the runtime of an SDK cannot be.

use super::*;

#[test]
fn a_runtime_in_the_place_of_an_sdk() {
    check_wrong(
        r#"
[runtime]
name = "pets"
path = "generated/docs"
licence = "MIT"
[[sdk]]
schema = "a.yaml"
[sdk.crate]
name = "pets"
[sdk.docs]
"#,
        &expect![[r#"
            fatal[config-value]: an SDK and the runtime are both called `pets`
             --> specsmith.toml:2:1
              |
            2 | [runtime]
              | ^^^^^^^^^
              = help: give the runtime a name of its own, such as `acme-runtime`

            fatal[config-value]: an SDK and the runtime are written to `generated/docs`
             --> specsmith.toml:2:1
              |
            2 | [runtime]
              | ^^^^^^^^^
              = help: give the runtime a `path` of its own

            fatal[config-unknown-key]: there is no key `licence` here
             --> specsmith.toml:5:1
              |
            5 | licence = "MIT"
              | ^^^^^^^
              = help: did you mean `license`?
        "#]],
    );
    check_wrong(
        "[runtime]\npath = \"generated/runtime\"\n[[sdk]]\nschema = \"a.yaml\"\n[sdk.crate]\nname = \"a\"\n",
        &expect![[r#"
            fatal[config-missing-key]: `name` is missing
             --> specsmith.toml:1:1
              |
            1 | [runtime]
              | ^^^^^^^^^
              = help: add `name = "my-api"`
        "#]],
    );
}

#[test]
fn a_runtime_that_is_nowhere() {
    check_wrong(
        r#"
[[sdk]]
schema = "a.yaml"
[sdk.crate]
name = "pets"
runtime = "modul"
[[sdk]]
schema = "b.yaml"
[sdk.crate]
name = "pets-of-a-company-that-is-known-for-the-length-of-all-names"
[[sdk]]
schema = "c.yaml"
[sdk.crate]
name = "toys"
[[sdk]]
schema = "d.yaml"
[sdk.crate]
name = "toys-runtime"
"#,
        &expect![[r#"
            fatal[config-value]: `runtime` cannot be `modul`
             --> specsmith.toml:6:11
              |
            6 | runtime = "modul"
              |           ^^^^^^^
              = help: did you mean `module`?

            fatal[config-value]: `pets-of-a-company-that-is-known-for-the-length-of-all-names-runtime`, its runtime, cannot name a crate
             --> specsmith.toml:9:1
              |
            9 | [sdk.crate]
              | ^^^^^^^^^^^
              = help: use a shorter name, or add `runtime = "module"`

            fatal[config-value]: two crates are called `toys_runtime` in Rust
              --> specsmith.toml:16:10
               |
            16 | schema = "d.yaml"
               |          ^^^^^^^^
               = help: give each of them a `name` of its own
        "#]],
    );
}

#[test]
fn a_runtime_that_nobody_shares() {
    check_wrong(
        r#"
[runtime]
name = "acme-runtime"
[[sdk]]
schema = "a.yaml"
[sdk.crate]
name = "pets"
runtime = "module"
"#,
        &expect![[r#"
            fatal[config-value]: no SDK shares the runtime `acme-runtime`
             --> specsmith.toml:2:1
              |
            2 | [runtime]
              | ^^^^^^^^^
              = help: remove `[runtime]`, or `runtime` from `[sdk.crate]` of those that share it
        "#]],
    );
}
