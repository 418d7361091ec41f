mod scalars;

use expect_test::{Expect, expect};

fn check(text: &str, expected: Expect) {
    super::check("a.json", text, expected);
}

fn check_text(text: &str, expected: Expect) {
    super::check_text("a.json", text, expected);
}

#[test]
fn values() {
    check(
        r#" {"a": [null, true, false], "b": {}, "c": [], "d": "", "e": -0.5E+10} "#,
        expect![[r#"
        {a: [null, true, false], b: {}, c: [], d: "", e: -0.5E+10}
    "#]],
    );
    check(
        "\"root\"",
        expect![[r#"
        "root"
    "#]],
    );
    check(
        "\u{feff}\r\n[1\t,\n2]\r\n",
        expect![[r#"
        [1, 2]
    "#]],
    );
}

#[test]
fn duplicate_keys_keep_the_last_value_at_the_first_position() {
    check(
        r#"{"a": 1, "b": 2, "a": 3, "\u0061": 4}"#,
        expect![[r#"
        {a: 4, b: 2}
        1:18-21 error[duplicate-key]: the key `a` is written twice in one map
          1:2-5 first written here
        1:26-34 error[duplicate-key]: the key `a` is written twice in one map
          1:18-21 first written here
    "#]],
    );
}

#[test]
fn separators() {
    check(
        "[1 2]",
        expect![[r#"
        no tree
        1:4-5 fatal[json-syntax]: expected `,` or `]`
          1:1-2 inside of this
    "#]],
    );
    check(
        "[1, 2,]",
        expect![[r#"
        no tree
        1:6-7 fatal[json-syntax]: JSON has no comma before `]`
    "#]],
    );
    check(
        r#"{"a": 1,}"#,
        expect![[r#"
        no tree
        1:8-9 fatal[json-syntax]: JSON has no comma before `}`
    "#]],
    );
    check(
        r#"{"a": 1 "b": 2}"#,
        expect![[r#"
        no tree
        1:9-10 fatal[json-syntax]: expected `,` or `}`
          1:1-2 inside of this
    "#]],
    );
    check(
        r#"{"a" 1}"#,
        expect![[r#"
        no tree
        1:6-7 fatal[json-syntax]: expected `:` behind the key `a`
          1:1-2 inside of this
    "#]],
    );
    check(
        r#"{"a": }"#,
        expect![[r#"
        no tree
        1:7-8 fatal[json-syntax]: expected a value
    "#]],
    );
    check(
        "[,]",
        expect![[r#"
        no tree
        1:2-3 fatal[json-syntax]: expected a value
    "#]],
    );
    check(
        r#"{"a": [1}"#,
        expect![[r#"
        no tree
        1:9-10 fatal[json-syntax]: expected `,` or `]`
          1:7-8 inside of this
    "#]],
    );
    check(
        r#"{"a": 1"#,
        expect![[r#"
        no tree
        1:8-8 fatal[json-syntax]: expected `,` or `}`
          1:1-2 still open
    "#]],
    );
    check(
        r#"{"a":"#,
        expect![[r#"
        no tree
        1:6-6 fatal[json-syntax]: expected a value
    "#]],
    );
    check(
        "[1",
        expect![[r#"
        no tree
        1:3-3 fatal[json-syntax]: expected `,` or `]`
          1:1-2 still open
    "#]],
    );
    check(
        "[",
        expect![[r#"
        no tree
        1:2-2 fatal[json-syntax]: expected a value
    "#]],
    );
    check(
        "{",
        expect![[r#"
        no tree
        1:2-2 fatal[json-syntax]: expected a key in double quotes
          1:1-2 still open
    "#]],
    );
}

#[test]
fn what_other_languages_have() {
    check(
        "{a: 1}",
        expect![[r#"
        no tree
        1:2-3 fatal[json-syntax]: expected a key in double quotes
    "#]],
    );
    check(
        "{'a': 1}",
        expect![[r#"
        no tree
        1:2-3 fatal[json-syntax]: JSON strings stand in double quotes
    "#]],
    );
    check(
        "[True]",
        expect![[r#"
        no tree
        1:2-6 fatal[json-syntax]: JSON words are lower case
    "#]],
    );
    check(
        "[None]",
        expect![[r#"
        no tree
        1:2-6 fatal[json-syntax]: JSON has one word for nothing
    "#]],
    );
    check(
        "[1, // one\n2]",
        expect![[r#"
        no tree
        1:5-6 fatal[json-syntax]: JSON has no comments
    "#]],
    );
    check(
        "[1 # one\n, 2]",
        expect![[r#"
        no tree
        1:4-5 fatal[json-syntax]: JSON has no comments
    "#]],
    );
    check(
        "{/* */}",
        expect![[r#"
        no tree
        1:2-3 fatal[json-syntax]: JSON has no comments
    "#]],
    );
    check(
        "[\u{a0}1]",
        expect![[r#"
        no tree
        1:2-3 fatal[json-syntax]: an invisible character stands outside of strings
    "#]],
    );
    check(
        "[nulls]",
        expect![[r#"
        no tree
        1:2-7 fatal[json-syntax]: expected a value
    "#]],
    );
}

#[test]
fn one_value() {
    check(
        "{} {}",
        expect![[r#"
        no tree
        1:4-5 fatal[json-syntax]: the document ends before this
    "#]],
    );
    check(
        "{}}",
        expect![[r#"
        no tree
        1:3-4 fatal[json-syntax]: the document ends before this
    "#]],
    );
    check(
        "openapi: 3.1.0\n",
        expect![[r#"
        no tree
        1:1-8 fatal[json-syntax]: expected a value
    "#]],
    );
}

#[test]
fn messages() {
    check_text(
        "{\n  \"openapi\": \"3.1.0\"\n  \"info\": {}\n}\n",
        expect![[r#"
        fatal[json-syntax]: expected `,` or `}`
         --> a.json:3:3
          |
        3 |   "info": {}
          |   ^
         ::: a.json:1:1
          |
        1 | {
          | - inside of this
          = help: a comma is missing before this
    "#]],
    );
    check_text(
        "{\n  \"paths\": {\n    \"/pets\": {}\n",
        expect![[r#"
        fatal[json-syntax]: expected `,` or `}`
         --> a.json:4:1
          |
        4 |
          | ^
         ::: a.json:2:12
          |
        2 |   "paths": {
          |            - still open
          = help: the file ends here: is it complete? if so, add `}`
    "#]],
    );
    check_text(
        "{\"a\": 1, \"b\": 2, \"a\": 3}",
        expect![[r#"
        error[duplicate-key]: the key `a` is written twice in one map
         --> a.json:1:18
          |
        1 | {"a": 1, "b": 2, "a": 3}
          |                  ^^^
         ::: a.json:1:2
          |
        1 | {"a": 1, "b": 2, "a": 3}
          |  --- first written here
          = help: the last one counts; remove one of them
    "#]],
    );
}
