//! Every place is what stands there.

use expect_test::{Expect, expect};
use specsmith_openapi::read::{Node, Value};

use super::Outcome;

/// Shows every node and key of a text with the source at its place.
fn check(name: &str, text: &str, expected: Expect) {
    let outcome = Outcome::of(name, text);
    let mut lines = String::new();
    show(&outcome, outcome.root(), "", &mut lines);
    expected.assert_eq(&lines);
}

fn show(outcome: &Outcome, node: &Node, pointer: &str, lines: &mut String) {
    let text = outcome.sources.text(node.origin.file);
    let source = |at: specsmith_openapi::Origin| format!("{:?}", &text[at.range()]);
    let place = outcome.place(node.origin);
    *lines += &format!("{pointer} at {place}: {}\n", source(node.origin));
    match &node.value {
        Value::List(items) => {
            for (position, item) in items.iter().enumerate() {
                show(outcome, item, &format!("{pointer}/{position}"), lines);
            }
        }
        Value::Map(map) => {
            for entry in map {
                let below = format!("{pointer}/{}", entry.key.text);
                *lines += &format!("{below} key: {}\n", source(entry.key.origin));
                show(outcome, &entry.value, &below, lines);
            }
        }
        _ => {}
    }
}

#[test]
fn json() {
    check(
        "a.json",
        " {\"é\": [1 , \"x\\n\"],\n\"b\" : {} }\n",
        expect![[r#"
         at 1:2-2:11: "{\"é\": [1 , \"x\\n\"],\n\"b\" : {} }"
        /é key: "\"é\""
        /é at 1:8-19: "[1 , \"x\\n\"]"
        /é/0 at 1:9-10: "1"
        /é/1 at 1:13-18: "\"x\\n\""
        /b key: "\"b\""
        /b at 2:7-9: "{}"
    "#]],
    );
}

#[test]
fn yaml_blocks() {
    check(
        "a.yaml",
        "é: one\nlist:\n  - two  # comment\n  - k: v\n    l: \"w\"\n\n\nempty:\nlast:\n  deep:\n    - {x: y} # end\n\n# done\n",
        expect![[r#"
             at 1:1-11:13: "é: one\nlist:\n  - two  # comment\n  - k: v\n    l: \"w\"\n\n\nempty:\nlast:\n  deep:\n    - {x: y}"
            /é key: "é"
            /é at 1:4-7: "one"
            /list key: "list"
            /list at 3:3-5:11: "- two  # comment\n  - k: v\n    l: \"w\""
            /list/0 at 3:5-8: "two"
            /list/1 at 4:5-5:11: "k: v\n    l: \"w\""
            /list/1/k key: "k"
            /list/1/k at 4:8-9: "v"
            /list/1/l key: "l"
            /list/1/l at 5:8-11: "\"w\""
            /empty key: "empty"
            /empty at 8:6-6: ""
            /last key: "last"
            /last at 10:3-11:13: "deep:\n    - {x: y}"
            /last/deep key: "deep"
            /last/deep at 11:5-13: "- {x: y}"
            /last/deep/0 at 11:7-13: "{x: y}"
            /last/deep/0/x key: "x"
            /last/deep/0/x at 11:11-12: "y"
        "#]],
    );
}

#[test]
fn yaml_text() {
    check(
        "a.yaml",
        "a: |\n  one\n  two\n\nb: >-\n  three\n\nc: four\n  five\nd: 'six'\ne: !!str 7\nf: &x eight\n",
        expect![[r#"
             at 1:1-12:12: "a: |\n  one\n  two\n\nb: >-\n  three\n\nc: four\n  five\nd: 'six'\ne: !!str 7\nf: &x eight"
            /a key: "a"
            /a at 2:3-3:6: "one\n  two"
            /b key: "b"
            /b at 6:3-8: "three"
            /c key: "c"
            /c at 8:4-9:7: "four\n  five"
            /d key: "d"
            /d at 10:4-9: "'six'"
            /e key: "e"
            /e at 11:10-11: "7"
            /f key: "f"
            /f at 12:7-12: "eight"
        "#]],
    );
}

#[test]
fn yaml_aliases_have_the_place_of_what_they_stand_for() {
    check(
        "a.yaml",
        "a: &x\n  b: 1\nc:\n  - *x\nd: {<<: *x, e: 2}\n",
        expect![[r#"
         at 1:1-5:18: "a: &x\n  b: 1\nc:\n  - *x\nd: {<<: *x, e: 2}"
        /a key: "a"
        /a at 2:3-7: "b: 1"
        /a/b key: "b"
        /a/b at 2:6-7: "1"
        /c key: "c"
        /c at 4:3-7: "- *x"
        /c/0 at 2:3-7: "b: 1"
        /c/0/b key: "b"
        /c/0/b at 2:6-7: "1"
        /d key: "d"
        /d at 5:4-18: "{<<: *x, e: 2}"
        /d/b key: "b"
        /d/b at 2:6-7: "1"
        /d/e key: "e"
        /d/e at 5:16-17: "2"
    "#]],
    );
}

#[test]
fn windows_line_ends() {
    check(
        "a.yaml",
        "a:\r\n  b: c\r\nd: |\r\n  e\r\n",
        expect![[r#"
         at 1:1-4:4: "a:\r\n  b: c\r\nd: |\r\n  e"
        /a key: "a"
        /a at 2:3-7: "b: c"
        /a/b key: "b"
        /a/b at 2:6-7: "c"
        /d key: "d"
        /d at 4:3-4: "e"
    "#]],
    );
}

#[test]
fn lines_and_columns() {
    let mut sources = specsmith_openapi::Sources::new();
    let file = sources.add("a", "é1\nb\r\n\n".to_owned());
    let places: Vec<_> = (0..=9)
        .map(|byte| sources.line_column(file, byte))
        .collect();
    // é has two bytes; behind the end is the end.
    let expected = [
        (1, 1),
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (2, 2),
        (2, 3),
        (3, 1),
        (4, 1),
        (4, 1),
    ];
    assert_eq!(places, expected);
}

#[test]
fn columns_agree_with_counting() {
    let text = "añ名😀\n".repeat(700) + &"名x".repeat(3000);
    let mut sources = specsmith_openapi::Sources::new();
    let file = sources.add("a", text.clone());
    for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
        let before = &text[..byte];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let (found_line, found_column) = sources.line_column(file, byte as u32);
        assert_eq!(
            (found_line as usize, found_column as usize),
            (line, column),
            "byte {byte}"
        );
    }
}

#[test]
fn texts_that_fill_a_block() {
    for length in [1023, 1024, 1025, 2048] {
        let mut sources = specsmith_openapi::Sources::new();
        let file = sources.add("a", "x".repeat(length));
        assert_eq!(
            sources.line_column(file, length as u32),
            (1, length as u32 + 1)
        );
    }
}

#[test]
fn a_file_of_other_sources() {
    let mut others = specsmith_openapi::Sources::new();
    let file = others.add("a", "text".to_owned());
    let sources = specsmith_openapi::Sources::new();
    assert_eq!(sources.text(file), "");
    assert_eq!(sources.line_column(file, 3), (1, 1));
}
