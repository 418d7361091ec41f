//! Where YAML does not go on as it must.

use super::*;

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
    // The quote that was taken for the closing one opens the next text.
    check_text(
        "title: 'it''s\nversion: '1'\n",
        expect![[r#"
        fatal[yaml-syntax]: the quote is closed only on another line, where text follows
         --> a.yaml:1:8
          |
        1 | title: 'it''s
          |        ^
         ::: a.yaml:2:11
          |
        2 | version: '1'
          |           - this text
          = help: close it where its text ends, and write `''` for a single quote inside
    "#]],
    );
    check_text(
        "title: \"a \\\" b\nversion: \"1\"\n",
        expect![[r#"
        fatal[yaml-syntax]: the quote is closed only on another line, where text follows
         --> a.yaml:1:8
          |
        1 | title: "a \" b
          |        ^
         ::: a.yaml:2:11
          |
        2 | version: "1"
          |           - this text
          = help: close it where its text ends, and write `\"` for a double quote inside
    "#]],
    );
    check_text(
        "a: 'x\n  y' z\n",
        expect![[r#"
        fatal[yaml-syntax]: the quote is closed only on another line, where text follows
         --> a.yaml:1:4
          |
        1 | a: 'x
          |    ^
         ::: a.yaml:2:6
          |
        2 |   y' z
          |      - this text
          = help: close it where its text ends, and write `''` for a single quote inside
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

/// A tab is shown on the line where it stands.
#[test]
fn tabs_in_blocks_of_text() {
    check(
        "a: |\n  b\n\t\n  c\n",
        expect![[r#"
        no tree
        3:1-2 fatal[yaml-syntax]: a tab on a blank line ends the text above it
          4:3-4 this line belongs to nothing
    "#]],
    );
    check(
        "a: |\n  b\n \t\n\n  c\nd: e\n",
        expect![[r#"
        no tree
        3:2-3 fatal[yaml-syntax]: a tab on a blank line ends the text above it
          5:3-4 this line belongs to nothing
    "#]],
    );
    check(
        "a:\n  - >\n    b\n\t\n    c\n",
        expect![[r#"
        no tree
        4:1-2 fatal[yaml-syntax]: a tab on a blank line ends the text above it
          5:5-6 this line belongs to nothing
    "#]],
    );
    check(
        "a: |\n\t\n  b\n",
        expect![[r#"
        no tree
        2:1-2 fatal[yaml-syntax]: a tab is used for indentation
    "#]],
    );
    check(
        "a: |\r\n  b\r\n\t\r\n  c\r\n",
        expect![[r#"
        no tree
        3:1-2 fatal[yaml-syntax]: a tab on a blank line ends the text above it
          4:3-4 this line belongs to nothing
    "#]],
    );
    check(
        "a: |\n  b\n  \t\n  c\n",
        expect![[r#"
        {a: "b\n\t\nc\n"}
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
