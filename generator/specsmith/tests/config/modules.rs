//! What a module, or types alone, cannot have.

use super::*;

#[test]
fn modules() {
    check_wrong(
        r#"
[[sdk]]
schema = "a.yaml"
[sdk.crate]
name = "a"
[sdk.module]
name = "crate::a"
crate = "app"

[[sdk]]
schema = "b.yaml"
[sdk.module]
name = "api::b"
version = "1.0.0"

[[sdk]]
schema = "c.yaml"
[sdk.module]
name = "crate::gen"
crate = "app"
[sdk.tests]
examples = true
"#,
        &expect![[r#"
            fatal[config-value]: an SDK is a `crate` or a `module`
             --> specsmith.toml:2:1
              |
            2 | [[sdk]]
              | ^^^^^^^
              = help: remove one of them

            fatal[config-missing-key]: `crate` is missing
              --> specsmith.toml:12:1
               |
            12 | [sdk.module]
               | ^^^^^^^^^^^^
               = help: add `crate = "my-app"`

            fatal[config-value]: `api::b` is no path of a module
              --> specsmith.toml:13:8
               |
            13 | name = "api::b"
               |        ^^^^^^^^
               = help: begin with `crate::`, as in `crate::my_api`

            fatal[config-unknown-key]: there is no key `version` here
              --> specsmith.toml:14:1
               |
            14 | version = "1.0.0"
               | ^^^^^^^
               = help: write one of `name`, `crate`, `path`

            fatal[config-value]: `[sdk.tests]` asks for tests of a package, which a module is not
              --> specsmith.toml:16:1
               |
            16 | [[sdk]]
               | ^^^^^^^
               = help: remove `[sdk.tests]`; the tests of a crate of the same description say the same

            fatal[config-value]: `crate::gen` is no path of a module
              --> specsmith.toml:19:8
               |
            19 | name = "crate::gen"
               |        ^^^^^^^^^^^^
               = help: use names of modules between `::`: ASCII letters, digits and `_`, no keywords
        "#]],
    );
}

#[test]
fn what_calls_beside_types_alone() {
    check_wrong(
        r#"
[[sdk]]
schema = "a.yaml"
types-only = true
[sdk.crate]
name = "a"
[sdk.docs]
[sdk.snippets]
targets = ["curl", "rust"]
[sdk.tests]
server = true
"#,
        &expect![[r#"
            fatal[config-value]: `[sdk.docs]` needs the client, which `types-only` leaves out
             --> specsmith.toml:2:1
              |
            2 | [[sdk]]
              | ^^^^^^^
              = help: remove `types-only`, or `[sdk.docs]`

            fatal[config-value]: the target `rust` of `[sdk.snippets]` needs the client, which `types-only` leaves out
             --> specsmith.toml:2:1
              |
            2 | [[sdk]]
              | ^^^^^^^
              = help: remove `types-only`, or the target `rust` of `[sdk.snippets]`

            fatal[config-value]: `server` of `[sdk.tests]` needs the client, which `types-only` leaves out
             --> specsmith.toml:2:1
              |
            2 | [[sdk]]
              | ^^^^^^^
              = help: remove `types-only`, or `server` of `[sdk.tests]`
        "#]],
    );
}

#[test]
fn two_modules_of_one_name() {
    check_wrong(
        r#"
[[sdk]]
schema = "a.yaml"
[sdk.module]
name = "crate::a"
crate = "app"

[[sdk]]
schema = "b.yaml"
[sdk.module]
name = "crate::a"
crate = "app"
path = "elsewhere"
"#,
        &expect![[r#"
            fatal[config-value]: two SDKs are the module `crate::a` of `app`
             --> specsmith.toml:9:10
              |
            9 | schema = "b.yaml"
              |          ^^^^^^^^
              = help: give each of them a `name` of its own
        "#]],
    );
}
