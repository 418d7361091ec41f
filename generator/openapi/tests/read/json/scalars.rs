//! Numbers and strings.

use super::*;

#[test]
fn numbers_stay_as_written() {
    check(
        "[0, -0, 10, 1.50, 1e3, 1E-2, 18446744073709552000, 1e999, 0.1000000000000000055]",
        expect![[r#"
        [0, -0, 10, 1.50, 1e3, 1E-2, 18446744073709552000, 1e999, 0.1000000000000000055]
    "#]],
    );
}

#[test]
fn numbers_that_json_has_not() {
    check(
        "[01]",
        expect![[r#"
        no tree
        1:2-4 fatal[json-syntax]: a JSON number has no leading zeros
    "#]],
    );
    check(
        "[-]",
        expect![[r#"
        no tree
        1:2-3 fatal[json-syntax]: `-` is not a JSON number
    "#]],
    );
    check(
        "[1.]",
        expect![[r#"
        no tree
        1:2-4 fatal[json-syntax]: `1.` is not a JSON number
    "#]],
    );
    check(
        "[1e+]",
        expect![[r#"
        no tree
        1:2-5 fatal[json-syntax]: `1e+` is not a JSON number
    "#]],
    );
    check(
        "[0x1F]",
        expect![[r#"
        no tree
        1:2-6 fatal[json-syntax]: `0x1F` is not a JSON number
    "#]],
    );
    check(
        "[1_000]",
        expect![[r#"
        no tree
        1:2-7 fatal[json-syntax]: `1_000` is not a JSON number
    "#]],
    );
    check(
        "[+1]",
        expect![[r#"
        no tree
        1:2-4 fatal[json-syntax]: a JSON number begins with a digit or `-`
    "#]],
    );
    check(
        "[.5]",
        expect![[r#"
        no tree
        1:2-4 fatal[json-syntax]: a JSON number begins with a digit or `-`
    "#]],
    );
    check(
        "[NaN]",
        expect![[r#"
        no tree
        1:2-5 fatal[json-syntax]: JSON numbers are finite
    "#]],
    );
    check(
        "[-Infinity]",
        expect![[r#"
        no tree
        1:2-11 fatal[json-syntax]: `-Infinity` is not a JSON number
    "#]],
    );
}

#[test]
fn strings() {
    check(
        r#"["\"\\\/\b\f\n\r\t", "\u00e9\uD83D\ude00", "é😀", "\u0000"]"#,
        expect![[r#"
        ["\"\\/\b\f\n\r\t", "é😀", "é😀", "\u0000"]
    "#]],
    );
    check(
        r#"["\ud83d", "\ude00\ud83d", "\ud83d\u0041", "a\ud83dz"]"#,
        expect![[r#"
        ["�", "��", "�A", "a�z"]
        1:3-9 error[lone-surrogate]: `\ud83d` is half of a surrogate pair
        1:13-19 error[lone-surrogate]: `\ude00` is half of a surrogate pair
        1:19-25 error[lone-surrogate]: `\ud83d` is half of a surrogate pair
        1:29-35 error[lone-surrogate]: `\ud83d` is half of a surrogate pair
        1:46-52 error[lone-surrogate]: `\ud83d` is half of a surrogate pair
    "#]],
    );
    check(
        "[\"a\tb\u{1}c\u{7f}\"]",
        expect![[r#"
        ["a\tb\u0001c"]
        1:4-5 error[control-character]: U+0009 stands in a string as it is
    "#]],
    );
    check(
        r#"["\q"]"#,
        expect![[r#"
        no tree
        1:3-5 fatal[json-syntax]: JSON has no escape `\q`
    "#]],
    );
    check(
        r#"["\u12"]"#,
        expect![[r#"
        no tree
        1:3-5 fatal[json-syntax]: JSON has no escape `\u`
    "#]],
    );
    check(
        r#"["\é"]"#,
        expect![[r#"
        no tree
        1:3-5 fatal[json-syntax]: JSON has no escape `\é`
    "#]],
    );
    check(
        "[\"\\",
        expect![[r#"
        no tree
        1:3-4 fatal[json-syntax]: JSON has no escape `\`
    "#]],
    );
    check(
        "[\"a\n\"]",
        expect![[r#"
        no tree
        1:2-4 fatal[json-syntax]: the string is not closed on its line
    "#]],
    );
    check(
        "[\"a",
        expect![[r#"
        no tree
        1:2-4 fatal[json-syntax]: the string is not closed
    "#]],
    );
}
