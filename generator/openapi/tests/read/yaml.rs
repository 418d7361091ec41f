mod shared;
mod syntax;

use expect_test::{Expect, expect};

fn check(text: &str, expected: Expect) {
    super::check("a.yaml", text, expected);
}

fn check_text(text: &str, expected: Expect) {
    super::check_text("a.yaml", text, expected);
}

#[test]
fn core_schema() {
    check(
        "[null, Null, NULL, ~, nULL]",
        expect![[r#"
        [null, null, null, null, "nULL"]
    "#]],
    );
    check(
        "[true, True, TRUE, false, False, FALSE, tRUE]",
        expect![[r#"
        [true, true, true, false, false, false, "tRUE"]
    "#]],
    );
    check(
        "[on, off, yes, No, y, n]",
        expect![[r#"
        ["on", "off", "yes", "No", "y", "n"]
    "#]],
    );
    check(
        "[2024-01-02, 12:30:45, 1_000, 0b11, 1.2.3]",
        expect![[r#"
        ["2024-01-02", "12:30:45", "1_000", "0b11", "1.2.3"]
    "#]],
    );
    check(
        "[0, -7, +7, 007, 0o17, 0xFF, 0o8, 0x, -0x1, 1., .5, -.5e3, 1e3, '1', 1e, .]",
        expect![[r#"
            [0, -7, +7, 007, 0o17, 0xFF, "0o8", "0x", "-0x1", 1., .5, -.5e3, 1e3, "1", "1e", "."]
        "#]],
    );
    check(
        "[18446744073709552000, 1.10, 1e999]",
        expect![[r#"
        [18446744073709552000, 1.10, 1e999]
    "#]],
    );
    check(
        "[.inf, -.INF, +.Inf, .nan, .NAN, -.nan]",
        expect![[r#"
        [".inf", "-.INF", "+.Inf", ".nan", ".NAN", "-.nan"]
        1:2-6 error[number-not-finite]: `.inf` has no place in JSON; it is taken for a string
        1:8-13 error[number-not-finite]: `-.INF` has no place in JSON; it is taken for a string
        1:15-20 error[number-not-finite]: `+.Inf` has no place in JSON; it is taken for a string
        1:22-26 error[number-not-finite]: `.nan` has no place in JSON; it is taken for a string
        1:28-32 error[number-not-finite]: `.NAN` has no place in JSON; it is taken for a string
    "#]],
    );
    check(
        "a:\nb: ''\nc: !!str\n",
        expect![[r#"
        {a: null, b: "", c: ""}
    "#]],
    );
}

#[test]
fn block_text() {
    check(
        "a: |\n  one\n   two\n\nb: >-\n  three\n  four\n\n  five\nc: |+\n  six\n\n",
        expect![[r#"
        {a: "one\n two\n", b: "three four\nfive", c: "six\n\n"}
    "#]],
    );
    check(
        "a: one\n  two\nb: \"three\n  four \\\n  five\"\nc: 'six''s'\n",
        expect![[r#"
        {a: "one two", b: "three four five", c: "six's"}
    "#]],
    );
}

#[test]
fn keys_are_text() {
    check(
        "200: a\nnull: b\ntrue: c\n~: d\n1.0: e\n\"x y\": f\n: g\n",
        expect![[r#"
        {200: "a", null: "b", true: "c", ~: "d", 1.0: "e", x y: "f", : "g"}
    "#]],
    );
    check(
        "{a: 1, b, c: }",
        expect![[r#"
        {a: 1, b: null, c: null}
    "#]],
    );
    check(
        "? [a, b]\n: c\nd: e\n",
        expect![[r#"
        {d: "e"}
        1:3-9 error[key-kind]: a list or map is used as a key
    "#]],
    );
    check(
        "? {a: b}\n: c\n",
        expect![[r#"
        {}
        1:3-9 error[key-kind]: a list or map is used as a key
    "#]],
    );
    check(
        "&k key: 1\nother: *k\n*k : 2\n",
        expect![[r#"
        {key: 2, other: "key"}
        3:1-3 error[duplicate-key]: the key `key` is written twice in one map
          1:4-7 first written here
    "#]],
    );
}

#[test]
fn duplicate_keys() {
    check(
        "a: 1\nb: 2\na: 3\n",
        expect![[r#"
        {a: 3, b: 2}
        3:1-2 error[duplicate-key]: the key `a` is written twice in one map
          1:1-2 first written here
    "#]],
    );
    check(
        "200: a\n\"200\": b\n",
        expect![[r#"
        {200: "b"}
        2:1-6 error[duplicate-key]: the key `200` is written twice in one map
          1:1-4 first written here
    "#]],
    );
    check_text(
        "get:\n  tags: [a]\n  tags: [b]\n",
        expect![[r#"
        error[duplicate-key]: the key `tags` is written twice in one map
         --> a.yaml:3:3
          |
        3 |   tags: [b]
          |   ^^^^
         ::: a.yaml:2:3
          |
        2 |   tags: [a]
          |   ---- first written here
          = help: the last one counts; remove one of them
    "#]],
    );
}

#[test]
fn documents() {
    check(
        "--- \na: 1\n--- \nb: [\n",
        expect![[r#"
            no tree
            3:1-4 fatal[several-documents]: a second document begins here
        "#]],
    );
    // An empty one takes nothing away.
    check(
        "a: 1\n---\n",
        expect![[r#"
            {a: 1}
        "#]],
    );
    check(
        "a: 1\n---\n# nothing\n---\nb: 1\n",
        expect![[r#"
            no tree
            4:1-4 fatal[several-documents]: a second document begins here
        "#]],
    );
    check(
        "a: 1\n...\n",
        expect![[r#"
        {a: 1}
    "#]],
    );
    check(
        "%YAML 1.1\n---\na: yes\n",
        expect![[r#"
        {a: "yes"}
        1:1-10 warning[yaml-version]: the file says YAML 1.1 and is read as YAML 1.2
    "#]],
    );
    check(
        "%YAML 1.2\n---\na: yes\n",
        expect![[r#"
        {a: "yes"}
    "#]],
    );
    check(
        "--- null\n",
        expect![[r#"
        null
    "#]],
    );
    check(
        "# nothing\n",
        expect![[r#"
            no tree
            1:1-1 fatal[file-empty]: the file holds no value
        "#]],
    );
    check(
        "---\n",
        expect![[r#"
            no tree
            1:1-1 fatal[file-empty]: the file holds no value
        "#]],
    );
    check(
        "\u{feff}a: 1\r\nb:\r\n  - 2\r\n",
        expect![[r#"
        {a: 1, b: [2]}
    "#]],
    );
}
