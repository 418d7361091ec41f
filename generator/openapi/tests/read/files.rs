//! What can be wrong with a file before its format matters, and how the format is chosen.

use std::path::Path;

use expect_test::{Expect, expect};
use specsmith_openapi::read::{read, text};
use specsmith_openapi::{Limits, Report, Sources};

use super::Outcome;

/// Writes `bytes` to a file, reads it, and compares what is printed.
fn check(name: &str, bytes: &[u8], expected: Expect) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    check_path(directory.path(), name, &Limits::default(), expected);
}

fn check_path(directory: &Path, name: &str, limits: &Limits, expected: Expect) {
    let mut sources = Sources::new();
    let mut report = Report::new();
    let path = directory.join(name);
    let document = read(&path, limits, &mut sources, &mut report);
    let printed = report.render_text(&sources, false);
    let printed = printed.replace(&format!("{}/", directory.display()), "");
    let tree = document.map_or("no tree".to_owned(), |document| {
        super::written(&document.root)
    });
    expected.assert_eq(&format!("{tree}\n{printed}"));
}

#[test]
fn missing() {
    let directory = tempfile::tempdir().unwrap();
    check_path(
        directory.path(),
        "nope.yaml",
        &Limits::default(),
        expect![[r#"
        no tree
        fatal[file-missing]: there is no such file
         --> nope.yaml:1:1
          = help: check the path; it is taken from the current directory
    "#]],
    );
    std::fs::write(directory.path().join("file"), "x").unwrap();
    check_path(
        directory.path(),
        "file/nope.yaml",
        &Limits::default(),
        expect![[r#"
        no tree
        fatal[file-missing]: a part of the path is a file and not a directory
         --> file/nope.yaml:1:1
          = help: check the path; it is taken from the current directory
    "#]],
    );
}

#[test]
fn directory() {
    let directory = tempfile::tempdir().unwrap();
    std::fs::create_dir(directory.path().join("schema")).unwrap();
    check_path(
        directory.path(),
        "schema",
        &Limits::default(),
        expect![[r#"
        no tree
        fatal[file-is-directory]: this is a directory
         --> schema:1:1
          = help: give the path of a file in it
    "#]],
    );
}

#[test]
#[cfg(unix)]
fn no_permission() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a.yaml");
    std::fs::write(&path, "a: 1").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::File::open(&path).is_ok() {
        // The superuser may read everything; the message has a test of its own in `read::file`.
        return;
    }
    check_path(
        directory.path(),
        "a.yaml",
        &Limits::default(),
        expect![[r#"
        no tree
        fatal[file-no-permission]: the file may not be read
         --> a.yaml:1:1
          = help: give this user the right to read it: `chmod u+r`
    "#]],
    );
}

#[test]
fn too_large() {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("a.yaml"), "a: 12345").unwrap();
    let limits = Limits {
        file_bytes: 7,
        ..Limits::default()
    };
    check_path(
        directory.path(),
        "a.yaml",
        &limits,
        expect![[r#"
        no tree
        fatal[file-too-large]: the file has more than 7 bytes
         --> a.yaml:1:1
          = help: split it, or raise the limit `file-bytes`
    "#]],
    );
    let outcome = Outcome::within("a.yaml", "a: 12345", &limits);
    assert_eq!(
        outcome.findings(),
        "1:1-1 fatal[file-too-large]: the file has more than 7 bytes\n"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_device_without_end() {
    let limits = Limits {
        file_bytes: 4096,
        ..Limits::default()
    };
    check_path(
        Path::new("/dev"),
        "zero",
        &limits,
        expect![[r#"
        no tree
        fatal[file-too-large]: the file has more than 4 KiB
         --> zero:1:1
          = help: split it, or raise the limit `file-bytes`
    "#]],
    );
}

/// Limits on what a description may consist of hold over all its files.
#[test]
fn many_files() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("a.yaml", "- $ref: b.yaml\n- $ref: c.yaml\n"),
        ("b.yaml", "[1, 2]\n"),
        ("c.yaml", "[3, 4]\n"),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let usual = Limits::default();
    for (limits, code) in [
        (usual, None),
        (Limits { files: 3, ..usual }, None),
        (Limits { files: 2, ..usual }, Some("too-many-files")),
        (Limits { nodes: 11, ..usual }, None),
        (Limits { nodes: 10, ..usual }, Some("too-many-values")),
    ] {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let path = folder.path().join("a.yaml");
        let document = read(&path, &limits, &mut sources, &mut report).unwrap();
        let found = document.unread.values().chain(report.diagnostics());
        let codes: Vec<&str> = found.map(|it| it.code).collect();
        assert_eq!(codes, Vec::from_iter(code), "{limits:?}");
        assert_eq!(document.others.len(), 2 - codes.len(), "{limits:?}");
    }
}

#[test]
fn empty() {
    check(
        "a.yaml",
        b"",
        expect![[r#"
        no tree
        fatal[file-empty]: the file is empty
         --> a.yaml:1:1
          = help: check the path, and that the file was saved
    "#]],
    );
    check(
        "a.json",
        b" \n\t",
        expect![[r#"
            no tree
            fatal[file-empty]: the file is empty
             --> a.json:1:1
              |
            1 |
              | ^
              = help: check the path, and that the file was saved
        "#]],
    );
    check(
        "a.yaml",
        b"\xEF\xBB\xBF",
        expect![[r#"
        no tree
        fatal[file-empty]: the file is empty
         --> a.yaml:1:1
          = help: check the path, and that the file was saved
    "#]],
    );
    check(
        "a.yaml",
        b"# later\n",
        expect![[r#"
        no tree
        fatal[file-empty]: the file holds no value
         --> a.yaml:1:1
          |
        1 | # later
          | ^
          = help: check that the path is the one meant
    "#]],
    );
}

#[test]
fn binary() {
    check(
        "a.yaml",
        b"\x7FELF\x02\x01\x01\0\0\0",
        expect![[r#"
            no tree
            fatal[file-binary]: the file is binary: it contains zero bytes
             --> a.yaml:1:1
              = help: give a file of text; decompress it if it is compressed
        "#]],
    );
    check(
        "a.yaml",
        b"\xFF\xFEa\0:\0",
        expect![[r#"
        no tree
        fatal[file-not-utf8]: the file is written in UTF-16
         --> a.yaml:1:1
          = help: save it as UTF-8
    "#]],
    );
    check(
        "a.yaml",
        b"a: 1\nb: caf\xE9\nc: 2\n",
        expect![[r#"
        no tree
        fatal[file-not-utf8]: the byte 0xE9 is not UTF-8
         --> a.yaml:2:7
          |
        2 | b: caf�
          |       ^
          = help: save the file as UTF-8
    "#]],
    );
    check(
        "a.json",
        b"{\"a\": \"\xC3\x28\"}",
        expect![[r#"
        no tree
        fatal[file-not-utf8]: the byte 0xC3 is not UTF-8
         --> a.json:1:8
          |
        1 | {"a": "�("}
          |        ^
          = help: save the file as UTF-8
    "#]],
    );
    assert_eq!(
        Outcome::of("a.yaml", "a: x\0y\n").findings(),
        "1:5-6 fatal[file-binary]: the file is binary: it contains zero bytes\n"
    );
}

#[test]
fn formats() {
    // JSON by its name, or by its first character.
    check(
        "a.JSON",
        b"{\"a\": 1,}",
        expect![[r#"
        no tree
        fatal[json-syntax]: JSON has no comma before `}`
         --> a.JSON:1:8
          |
        1 | {"a": 1,}
          |        ^
          = help: remove the comma
    "#]],
    );
    check(
        "schema",
        b"\xEF\xBB\xBF {\"a\": 1}",
        expect![[r#"
        {a: 1}
    "#]],
    );
    check(
        "a.yaml",
        b"{\"a\": \"\\ud83d\"}",
        expect![[r#"
        {a: "�"}
        error[lone-surrogate]: `\ud83d` is half of a surrogate pair
         --> a.yaml:1:8
          |
        1 | {"a": "\ud83d"}
          |        ^^^^^^
          = help: write both halves, or the character itself; U+FFFD is taken for it
    "#]],
    );
    // YAML that only begins like JSON.
    check(
        "a.yaml",
        b"{a: 1, b: [x, y]}\n",
        expect![[r#"
        {a: 1, b: ["x", "y"]}
    "#]],
    );
    check(
        "a.yaml",
        b"{\"a\": 1}\n# end\n",
        expect![[r#"
        {a: 1}
    "#]],
    );
    check(
        "a.yml",
        b"{\"a\": 1, \"b\": [2}\n",
        expect![[r#"
        no tree
        fatal[yaml-syntax]: `[` is closed by `}`
         --> a.yml:1:15
          |
        1 | {"a": 1, "b": [2}
          |               ^
          = help: make the brackets match
    "#]],
    );
    check(
        "schema",
        b"a: 1",
        expect![[r#"
        {a: 1}
    "#]],
    );
}

#[test]
fn plain_text() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a.toml");
    std::fs::write(&path, "\u{feff}a = 1").unwrap();
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let file = text(&path, &Limits::default(), &mut sources, &mut report).unwrap();
    assert_eq!(sources.text(file), "a = 1");
    let missing = directory.path().join("nope.toml");
    assert_eq!(
        text(&missing, &Limits::default(), &mut sources, &mut report),
        None
    );
    assert_eq!(report.diagnostics()[0].code, "file-missing");
}
