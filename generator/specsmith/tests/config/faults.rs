//! What cannot be meant by a configuration.

use super::*;

#[test]
fn syntax() {
    check_wrong(
        "out = \"generated\n[[sdk]]\n",
        &expect![[r#"
        fatal[config-syntax]: invalid basic string, expected `"`
         --> specsmith.toml:1:17
          |
        1 | out = "generated
          |                 ^
          = help: see https://toml.io for how TOML is written
    "#]],
    );
}

#[test]
fn empty() {
    check_wrong(
        "",
        &expect![[r#"
        fatal[config-missing-key]: no `[[sdk]]` says what is generated
         --> specsmith.toml:1:1
          = help: add `[[sdk]]` with `schema = "…"` and `[sdk.crate]` with `name = "…"`
    "#]],
    );
}

#[test]
fn all_problems_in_one_run() {
    check_wrong(
        r#"
output = "generated"
strict = "yes"
out = "../elsewhere"

[limits]
depht = 10
nodes = -1

[[sdk]]
shema = "schema/a.yaml"
[sdk.crate]
name = "my crate"
version = "1.0"
licence = "MIT"
keywords = ["a", 1]
[sdk.docs]
path = "/var/www"
[sdk.snippets]
path = ".git/hooks"
targets = ["rust", "rust", "crul", { id = "a/b", language = "cobol", extension = "x" }, 3]
env = { token = "MY-TOKEN" }
[[sdk.extension]]
name = "support"
text = "{{ supported"

[[sdk]]
schema = "schema/b.yaml"
"#,
        &expect![[r#"
            fatal[config-unknown-key]: there is no key `output` here
             --> specsmith.toml:2:1
              |
            2 | output = "generated"
              | ^^^^^^
              = help: write one of `out`, `templates`, `strict`, `limits`, `runtime`, `sdk`

            fatal[config-type]: `strict` is a string
             --> specsmith.toml:3:10
              |
            3 | strict = "yes"
              |          ^^^^^
              = help: write `true` or `false`

            fatal[config-value]: `../elsewhere` cannot be an output folder: it leaves the folder or goes in circles
             --> specsmith.toml:4:7
              |
            4 | out = "../elsewhere"
              |       ^^^^^^^^^^^^^^
              = help: write a path below the folder of this file, with `/`

            fatal[config-unknown-key]: there is no key `depht` here
             --> specsmith.toml:7:1
              |
            7 | depht = 10
              | ^^^^^
              = help: did you mean `depth`?

            fatal[config-value]: `nodes` is `-1`
             --> specsmith.toml:8:9
              |
            8 | nodes = -1
              |         ^^
              = help: write a whole number that is not negative

            fatal[config-missing-key]: `schema` is missing
              --> specsmith.toml:10:1
               |
            10 | [[sdk]]
               | ^^^^^^^
               = help: add `schema = "schema/api.yaml"`

            fatal[config-unknown-key]: there is no key `shema` here
              --> specsmith.toml:11:1
               |
            11 | shema = "schema/a.yaml"
               | ^^^^^
               = help: did you mean `schema`?

            fatal[config-value]: `my crate` cannot name a crate
              --> specsmith.toml:13:8
               |
            13 | name = "my crate"
               |        ^^^^^^^^^^
               = help: use ASCII letters, digits, `-` and `_`, beginning with a letter

            fatal[config-value]: `1.0` is not a version
              --> specsmith.toml:14:11
               |
            14 | version = "1.0"
               |           ^^^^^
               = help: write three numbers as in `1.0.0`, see https://semver.org

            fatal[config-unknown-key]: there is no key `licence` here
              --> specsmith.toml:15:1
               |
            15 | licence = "MIT"
               | ^^^^^^^
               = help: did you mean `license`?

            fatal[config-type]: a member of `keywords` is a number
              --> specsmith.toml:16:18
               |
            16 | keywords = ["a", 1]
               |                  ^
               = help: write a string

            fatal[config-value]: `/var/www` cannot be an output folder: it is absolute
              --> specsmith.toml:18:8
               |
            18 | path = "/var/www"
               |        ^^^^^^^^^^
               = help: write a path below the folder of this file, with `/`

            fatal[config-value]: `.git/hooks` cannot be an output folder: it leads into a repository's own folder
              --> specsmith.toml:20:8
               |
            20 | path = ".git/hooks"
               |        ^^^^^^^^^^^^
               = help: write a path below the folder of this file, with `/`

            fatal[config-value]: there are two targets `rust`
              --> specsmith.toml:21:20
               |
            21 | targets = ["rust", "rust", "crul", { id = "a/b", language = "cobol", extension = "x" }, 3]
               |                    ^^^^^^
               = help: remove one of them or give it another `id`

            fatal[config-value]: there is no built-in target `crul`
              --> specsmith.toml:21:28
               |
            21 | targets = ["rust", "rust", "crul", { id = "a/b", language = "cobol", extension = "x" }, 3]
               |                            ^^^^^^
               = help: did you mean `curl`?

            fatal[config-value]: `a/b` cannot be part of a file name
              --> specsmith.toml:21:43
               |
            21 | targets = ["rust", "rust", "crul", { id = "a/b", language = "cobol", extension = "x" }, 3]
               |                                           ^^^^^
               = help: use ASCII letters, digits, `-` and `_`

            fatal[config-value]: snippets cannot be printed in `cobol`
              --> specsmith.toml:21:61
               |
            21 | targets = ["rust", "rust", "crul", { id = "a/b", language = "cobol", extension = "x" }, 3]
               |                                                             ^^^^^^^
               = help: write one of `shell`, `javascript`, `typescript`, `python`, `rust`

            fatal[config-type]: a target is a number
              --> specsmith.toml:21:89
               |
            21 | targets = ["rust", "rust", "crul", { id = "a/b", language = "cobol", extension = "x" }, 3]
               |                                                                                         ^
               = help: write a string

            fatal[config-value]: `MY-TOKEN` cannot name an environment variable
              --> specsmith.toml:22:17
               |
            22 | env = { token = "MY-TOKEN" }
               |                 ^^^^^^^^^^
               = help: use ASCII letters, digits and `_`

            fatal[config-value]: `support` is not the name of an extension
              --> specsmith.toml:24:8
               |
            24 | name = "support"
               |        ^^^^^^^^^
               = help: names of extensions begin with `x-`

            fatal[config-value]: the text is not a template: unexpected end of input
              --> specsmith.toml:25:8
               |
            25 | text = "{{ supported"
               |        ^^^^^^^^^^^^^^
               = help: put members of the value in as `{{ name }}`

            fatal[config-missing-key]: `crate` is missing
              --> specsmith.toml:27:1
               |
            27 | [[sdk]]
               | ^^^^^^^
               = help: add `[sdk.crate]` with `name = "…"` below it
        "#]],
    );
}

#[test]
fn sdks_that_share_a_folder() {
    check_wrong(
        "[[sdk]]\nschema = \"a.yaml\"\ncrate.name = \"a\"\ndocs = {}\n\
         [[sdk]]\nschema = \"b.yaml\"\ncrate.name = \"b\"\ndocs = {}\n",
        &expect![[r#"
            fatal[config-value]: two SDKs are written to `generated/docs`
             --> specsmith.toml:6:10
              |
            6 | schema = "b.yaml"
              |          ^^^^^^^^
              = help: give each of them a `path` of its own
        "#]],
    );
}

#[test]
fn wrong_kinds() {
    check_wrong(
        "sdk = 1\nlimits = []\ntemplates = 2026-01-01\nout = {}\n",
        &expect![[r#"
            fatal[config-type]: `sdk` is a number
             --> specsmith.toml:1:7
              |
            1 | sdk = 1
              |       ^
              = help: write a list of tables, each under `[[sdk]]`

            fatal[config-type]: `limits` is a list
             --> specsmith.toml:2:10
              |
            2 | limits = []
              |          ^^
              = help: write a table

            fatal[config-type]: `templates` is a date
             --> specsmith.toml:3:13
              |
            3 | templates = 2026-01-01
              |             ^^^^^^^^^^
              = help: write a string

            fatal[config-type]: `out` is a table
             --> specsmith.toml:4:7
              |
            4 | out = {}
              |       ^^
              = help: write a string
        "#]],
    );
}

#[test]
fn no_file() {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    assert!(Config::load(Path::new("nowhere.toml"), &mut sources, &mut report).is_none());
    expect![[r#"
        fatal[file-missing]: there is no such file
         --> nowhere.toml:1:1
          = help: check the path; it is taken from the current directory
    "#]]
    .assert_eq(&report.render_text(&sources, false));
}

#[test]
fn pagination() {
    let rule = |keys: &str| format!("{LEAST}[[sdk.pagination]]\n{keys}\n");
    check_wrong(
        &rule("next = \"meta.next\"\nfirst = -1\nlinks = true"),
        &expect![[r#"
            fatal[config-missing-key]: `operations` is missing
             --> specsmith.toml:5:1
              |
            5 | [[sdk.pagination]]
              | ^^^^^^^^^^^^^^^^^^
              = help: add `operations = ["…"]`, by operationId; `*` stands for any characters

            fatal[config-value]: this does not say in one way how the next page is asked for
             --> specsmith.toml:5:1
              |
            5 | [[sdk.pagination]]
              | ^^^^^^^^^^^^^^^^^^
              = help: write one of `cursor` with `next`, `offset`, `page`, `next`, `link = true`, `none = true`

            fatal[config-value]: `meta.next` is no JSON pointer
             --> specsmith.toml:6:8
              |
            6 | next = "meta.next"
              |        ^^^^^^^^^^^
              = help: write it as in `"/meta/next_cursor"`

            fatal[config-value]: `first` is `-1`
             --> specsmith.toml:7:9
              |
            7 | first = -1
              |         ^^
              = help: write a whole number that is not negative

            fatal[config-unknown-key]: there is no key `links` here
             --> specsmith.toml:8:1
              |
            8 | links = true
              | ^^^^^
              = help: did you mean `link`?
        "#]],
    );
    check_wrong(
        &rule("operations = [\"list*\"]\ncursor = \"cursor\""),
        &expect![[r#"
            fatal[config-value]: this does not say in one way how the next page is asked for
             --> specsmith.toml:5:1
              |
            5 | [[sdk.pagination]]
              | ^^^^^^^^^^^^^^^^^^
              = help: write one of `cursor` with `next`, `offset`, `page`, `next`, `link = true`, `none = true`
        "#]],
    );
}
