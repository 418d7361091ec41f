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
fn anchors() {
    check(
        "a: &x {b: 1}\nc: *x\nd: [*x, *x]\n",
        expect![[r#"
        {a: {b: 1}, c: {b: 1}, d: [{b: 1}, {b: 1}]}
    "#]],
    );
    check(
        "a: &x 1\nb: &x 2\nc: *x\n",
        expect![[r#"
        {a: 1, b: 2, c: 2}
    "#]],
    );
    check(
        "a: &x [*x]\n",
        expect![[r#"
            no tree
            1:8-10 fatal[alias-cycle]: the alias stands inside of what it stands for
        "#]],
    );
    check(
        "a: *nope\n",
        expect![[r#"
            no tree
            1:4-9 fatal[unknown-anchor]: no anchor `&nope` stands before this alias
        "#]],
    );
    check(
        "description: *bold* text\n",
        expect![[r#"
            no tree
            1:14-20 fatal[unknown-anchor]: no anchor `&bold*` stands before this alias
        "#]],
    );
    check(
        "a: *\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: expected a name behind `*` or `&`
    "#]],
    );
}

#[test]
fn merge_keys() {
    check(
        "base: &b {x: 1, y: 2}\nd:\n  a: 0\n  <<: *b\n  y: 3\n",
        expect![[r#"
        {base: {x: 1, y: 2}, d: {a: 0, x: 1, y: 3}}
    "#]],
    );
    check(
        "b: &b {x: 1}\nc: &c {x: 2, y: 2}\nd: {<<: [*b, *c], z: 3}\n",
        expect![[r#"
        {b: {x: 1}, c: {x: 2, y: 2}, d: {x: 1, y: 2, z: 3}}
    "#]],
    );
    check(
        "d: {<<: {x: 1}, x: 2}\n",
        expect![[r#"
        {d: {x: 2}}
    "#]],
    );
    check(
        "b: &b {x: 1}\nd: {<<: *b, <<: {y: 2}}\n",
        expect![[r#"
        {b: {x: 1}, d: {x: 1, y: 2}}
        2:13-15 error[duplicate-key]: the key `<<` is written twice
          2:5-7 first written here
    "#]],
    );
    check(
        "d: {<<: 1, a: 2}\n",
        expect![[r#"
        {d: {a: 2}}
        1:5-7 error[merge-key]: `<<` merges maps, and this is a number
    "#]],
    );
    check(
        "d:\n  <<:\n  a: 2\n",
        expect![[r#"
        {d: {a: 2}}
        2:3-5 error[merge-key]: `<<` merges maps, and this is null
    "#]],
    );
    check(
        "d: {\"<<\": 1}\n",
        expect![[r#"
        {d: {<<: 1}}
    "#]],
    );
    check(
        "b: &b {x: 1}\nc: &c {<<: *b, y: 2}\nd: {<<: *c}\n",
        expect![[r#"
        {b: {x: 1}, c: {x: 1, y: 2}, d: {x: 1, y: 2}}
    "#]],
    );
}

#[test]
fn tags() {
    check(
        "[!!str 12, !!str null, ! 12, !!int 12, !!float 1, !!bool true, !!null ~]",
        expect![[r#"
        ["12", "null", "12", 12, 1, true, null]
    "#]],
    );
    check(
        "[!!int a, !!int 1.5, !!bool 1, !!int '12', !!null 0]",
        expect![[r#"
        ["a", 1.5, 1, 12, 0]
        1:2-7 error[yaml-tag-mismatch]: the tag `!!int` stands before a string
        1:11-16 error[yaml-tag-mismatch]: the tag `!!int` stands before a number
        1:22-28 error[yaml-tag-mismatch]: the tag `!!bool` stands before a number
        1:44-50 error[yaml-tag-mismatch]: the tag `!!null` stands before a number
    "#]],
    );
    check(
        "[!!seq [1], !!map {a: 1}, !!map [1], !!str {a: 1}]",
        expect![[r#"
        [[1], {a: 1}, [1], {a: 1}]
        1:27-32 error[yaml-tag-mismatch]: the tag `!!map` stands before a list
        1:38-43 error[yaml-tag-mismatch]: the tag `!!str` stands before a map
    "#]],
    );
    check(
        "[!foo 1, !foo 'x', !!timestamp 2024-01-01, !foo {a: 1}]",
        expect![[r#"
        [1, "x", "2024-01-01", {a: 1}]
        1:2-6 warning[yaml-tag]: the tag `!foo` says nothing here and is ignored
        1:10-14 warning[yaml-tag]: the tag `!foo` says nothing here and is ignored
        1:20-31 warning[yaml-tag]: the tag `!!timestamp` says nothing here and is ignored
        1:44-48 warning[yaml-tag]: the tag `!foo` says nothing here and is ignored
    "#]],
    );
    check(
        "a: !Ref x\nb: !Sub\n  - c\n",
        expect![[r#"
        {a: "x", b: ["c"]}
        1:4-8 warning[yaml-tag]: the tag `!Ref` says nothing here and is ignored
        2:4-8 warning[yaml-tag]: the tag `!Sub` says nothing here and is ignored
    "#]],
    );
    check(
        "a: !e!x y\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: `!` begins a tag that is not declared
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

#[test]
fn quotes() {
    check(
        "a: \"one\nb: two\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: the quote is not closed
    "#]],
    );
    check(
        "a: 'it's'\n",
        expect![[r#"
        no tree
        1:8-9 fatal[yaml-syntax]: text follows the closing quote
    "#]],
    );
    check(
        "a: \"x\" y\n",
        expect![[r#"
        no tree
        1:8-9 fatal[yaml-syntax]: text follows the closing quote
    "#]],
    );
    check(
        "pattern: \"^\\d+$\"\n",
        expect![[r#"
        no tree
        1:12-14 fatal[yaml-syntax]: double quotes have no escape `\d`
    "#]],
    );
    check(
        "a: \"\\x41 \\u00e9 \\U0001F600 \\ud83d\\ude00 \\xZZ\"\n",
        expect![[r#"
        no tree
        1:41-43 fatal[yaml-syntax]: double quotes have no escape `\x`
    "#]],
    );
    check(
        "a: \"x \\ud83d y\"\n",
        expect![[r#"
        no tree
        1:7-13 fatal[yaml-syntax]: double quotes have no escape `\ud83d`
    "#]],
    );
}

#[test]
fn brackets() {
    check(
        "a: [1, 2\nb: 3\n",
        expect![[r#"
        no tree
        2:2-3 fatal[yaml-syntax]: `:` is not expected here
          1:4-5 inside of this
    "#]],
    );
    check(
        "a: {b: 1\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: `{` is not closed
    "#]],
    );
    check(
        "a: [1}\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: `[` is closed by `}`
    "#]],
    );
    check(
        "a: b\n]\n",
        expect![[r#"
        no tree
        2:1-2 fatal[yaml-syntax]: the bracket closes nothing
    "#]],
    );
    check(
        "a: {b: 1, c: 2 d: 3}\n",
        expect![[r#"
        no tree
        1:17-18 fatal[yaml-syntax]: expected `,` or `}`
          1:4-5 inside of this
    "#]],
    );
    check(
        "path: {id}/x\n",
        expect![[r#"
            no tree
            1:11-12 fatal[yaml-syntax]: text follows a value that is complete
        "#]],
    );
    check(
        "a: [x: 1, y: 2]\n",
        expect![[r#"
        {a: [{x: 1}, {y: 2}]}
    "#]],
    );
    check(
        "a: [1, 2,]\nb: {c: 1,}\n",
        expect![[r#"
        {a: [1, 2], b: {c: 1}}
    "#]],
    );
}

#[test]
fn indentation() {
    check(
        "a:\n\tb: c\n",
        expect![[r#"
            no tree
            2:1-2 fatal[yaml-syntax]: a tab is used for indentation
        "#]],
    );
    check(
        "a:\n  b: 1\n c: 2\n",
        expect![[r#"
        no tree
        3:2-3 fatal[yaml-syntax]: expected a key of the map that is open here
    "#]],
    );
    check(
        "a: b: c\n",
        expect![[r#"
        no tree
        1:5-6 fatal[yaml-syntax]: `:` is not expected here
    "#]],
    );
    check(
        "a: 1\n  b: 2\n",
        expect![[r#"
        no tree
        2:4-5 fatal[yaml-syntax]: `:` is not expected here
    "#]],
    );
    check(
        "a:\n  - 1\n - 2\n",
        expect![[r#"
        no tree
        3:2-3 fatal[yaml-syntax]: expected a key of the map that is open here
    "#]],
    );
    check(
        "a: - b\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: a list item is not expected here
    "#]],
    );
    check(
        "a: b\n- c\n",
        expect![[r#"
            no tree
            2:1-2 fatal[yaml-syntax]: expected a key of the map that is open here
        "#]],
    );
    check(
        "- a\nb: c\n",
        expect![[r#"
        no tree
        2:1-2 fatal[yaml-syntax]: expected `- ` for an item of the list that is open here
    "#]],
    );
    check(
        "a: b\nno colon\nc: d\n",
        expect![[r#"
        no tree
        2:1-2 fatal[yaml-syntax]: expected `:` behind the key
    "#]],
    );
    check(
        "a: |x\n  b\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: expected a line break behind `|` or `>`
    "#]],
    );
}

#[test]
fn signs() {
    check(
        "a: @x\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: text cannot begin with `@`
    "#]],
    );
    check(
        "a: `x`\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: text cannot begin with ```
    "#]],
    );
    check(
        "a: %x\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: text cannot begin with `%`
    "#]],
    );
    check(
        "a: \"x\"#c\n",
        expect![[r#"
        no tree
        1:7-8 fatal[yaml-syntax]: a space is missing before the comment
    "#]],
    );
    check(
        "a: x\u{7}y\n",
        expect![[r#"
            no tree
            1:5-6 fatal[yaml-syntax]: U+0007 cannot stand here
        "#]],
    );
    check(
        "a: \u{7}\n",
        expect![[r#"
        no tree
        1:4-5 fatal[yaml-syntax]: U+0007 cannot stand here
    "#]],
    );
    check(
        "a: \"x\u{1b}y\"\n",
        expect![[r#"
        no tree
        1:6-7 fatal[yaml-syntax]: U+001B cannot stand here
    "#]],
    );
    check(
        "a: 1\n\u{feff}b: 2\n",
        expect![[r#"
        no tree
        2:1-2 fatal[yaml-syntax]: a byte order mark stands inside of the document
    "#]],
    );
}

#[test]
fn messages() {
    check_text(
        "info:\n  title: Pets: all of them\n",
        expect![[r#"
        fatal[yaml-syntax]: `:` is not expected here
         --> a.yaml:2:14
          |
        2 |   title: Pets: all of them
          |              ^
          = help: quote the text if the colon belongs to it; else look at the indentation of this line
    "#]],
    );
    check_text(
        "paths:\n  /pets:\n\t  get: {}\n",
        expect![[r#"
            fatal[yaml-syntax]: a tab is used for indentation
             --> a.yaml:3:1
              |
            3 |       get: {}
              | ^^^^
              = help: use spaces
        "#]],
    );
    check_text(
        "tags: [pets, \"cats]\ninfo: {}\n",
        expect![[r#"
        fatal[yaml-syntax]: the quote is not closed
         --> a.yaml:1:14
          |
        1 | tags: [pets, "cats]
          |              ^
         ::: a.yaml:1:7
          |
        1 | tags: [pets, "cats]
          |       - inside of this
          = help: add the closing quote
    "#]],
    );
    check_text(
        "type: \"string\npattern: '^\\d+$'\n",
        expect![[r#"
            fatal[yaml-syntax]: double quotes have no escape `\d`
             --> a.yaml:2:12
              |
            2 | pattern: '^\d+$'
              |            ^^
             ::: a.yaml:1:7
              |
            1 | type: "string
              |       - the quotes open here
              = help: write `\\` for a backslash, or put the text in single quotes
        "#]],
    );
    check_text(
        "pattern: \"^\\d+$\"\n",
        expect![[r#"
        fatal[yaml-syntax]: double quotes have no escape `\d`
         --> a.yaml:1:12
          |
        1 | pattern: "^\d+$"
          |            ^^
          = help: write `\\` for a backslash, or put the text in single quotes
    "#]],
    );
    check_text(
        "tags: [a, b\ninfo:\n  title: x\n",
        expect![[r#"
        fatal[yaml-syntax]: `:` is not expected here
         --> a.yaml:2:5
          |
        2 | info:
          |     ^
         ::: a.yaml:1:7
          |
        1 | tags: [a, b
          |       - inside of this
          = help: look for a missing bracket or comma before it, or quote the text
    "#]],
    );
}
