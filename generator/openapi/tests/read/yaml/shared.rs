//! What is written once and stands for more: anchors, merge keys, tags.

use super::*;

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
