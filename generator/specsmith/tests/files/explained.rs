//! What people read when something is not current.

use expect_test::{Expect, expect};
use specsmith::files::{self, Files, Real};

use crate::folder::{Folder, files, output};

fn check(
    old: &[(&str, &str)],
    damage: fn(&Folder),
    new: &[(&str, &str)],
    schema: &str,
    expected: &Expect,
) {
    let folder = Folder::new();
    folder.write(&files(old)).unwrap();
    damage(&folder);
    let new = files(new);
    let survey = files::check(&output(&folder.root, &new, schema), &Real).unwrap();
    expected.assert_eq(&files::explain(&survey, &new, "cargo xtask gen").unwrap_or_default());
}

#[test]
fn stale_missing_and_extra() {
    check(
        &[
            ("generated/a.rs", "one\ntwo\nthree\n"),
            ("generated/old.rs", "x\n"),
        ],
        |_| {},
        &[
            ("generated/a.rs", "one\n2\nthree\n"),
            ("generated/new.rs", "x\n"),
        ],
        "changed",
        &expect![[r#"
            stale: generated/a.rs (schema.yaml changed)
            --- generated/a.rs (on disk)
            +++ generated/a.rs (generated)
            @@ -1,3 +1,3 @@
             one
            -two
            +2
             three
            missing: generated/new.rs
            extra: generated/old.rs (no longer generated)

            3 files are not current: run `cargo xtask gen` and commit the result
        "#]],
    );
}

#[test]
fn edited_by_hand() {
    check(
        &[("generated/a.rs", "one\ntwo\n")],
        |folder| folder.put("generated/a.rs", "one\ntwo and a half\u{1b}[31m\u{202e}\n"),
        &[("generated/a.rs", "one\ntwo\n")],
        "1",
        &expect![[r#"
            edited by hand: generated/a.rs
            --- generated/a.rs (on disk)
            +++ generated/a.rs (generated)
            @@ -1,2 +1,2 @@
             one
            -two and a half\u{1b}[31m\u{202e}
            +two

            1 file is not current: run `cargo xtask gen` and commit the result
        "#]],
    );
}

#[test]
fn a_link_is_said_to_be_one() {
    check(
        &[("generated/a.rs", "one\n")],
        |folder| {
            let path = folder.root.join("generated/a.rs");
            std::fs::remove_file(&path).unwrap();
            std::os::unix::fs::symlink("../elsewhere.rs", path).unwrap();
        },
        &[("generated/a.rs", "one\n")],
        "1",
        &expect![[r#"
            link: generated/a.rs (a symbolic link where a file belongs)

            1 file is not current: run `cargo xtask gen` and commit the result
        "#]],
    );
}

#[test]
fn the_generator_changed() {
    check(
        &[("generated/a.rs", "one\n")],
        |_| {},
        &[("generated/a.rs", "two\n")],
        "1",
        &expect![[r#"
            stale: generated/a.rs (the generator changed)
            --- generated/a.rs (on disk)
            +++ generated/a.rs (generated)
            @@ -1 +1 @@
            -one
            +two

            1 file is not current: run `cargo xtask gen` and commit the result
        "#]],
    );
}

#[test]
fn interrupted() {
    check(
        &[("generated/a.rs", "one\n")],
        |folder| {
            folder.put(
                "generated/.specsmith-journal",
                "place\t.specsmith-new-0\ta\n",
            )
        },
        &[("generated/a.rs", "one\n")],
        "1",
        &expect![[r#"
            interrupted: a run was killed while it was writing

            run `cargo xtask gen` and commit the result
        "#]],
    );
}

#[test]
fn diffs_are_bounded() {
    let contents = |line: &str| {
        let text = line.repeat(1000);
        let mut files = Files::new();
        for number in 0..20 {
            files
                .insert(format!("generated/{number:02}"), text.clone())
                .unwrap();
        }
        files
    };
    let folder = Folder::new();
    folder.write(&contents("old\n")).unwrap();
    let text = folder.explained(&contents("new\n"));
    assert_eq!(
        text.lines()
            .filter(|line| line.starts_with("stale: "))
            .count(),
        20
    );
    assert!(text.lines().count() < 500, "{}", text.lines().count());
    assert!(text.contains("  … 1943 more lines\n"), "{text}");
}
