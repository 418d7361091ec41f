//! What writing does to a folder in any state.

use std::fs;

use specsmith::files::{self, Action, Failure, Inputs, Output, Real};

use crate::folder::{Folder, files};

fn actions(list: &[(String, Action)]) -> Vec<(&str, Action)> {
    list.iter()
        .map(|(path, action)| (path.as_str(), *action))
        .collect()
}

#[test]
fn a_root_may_lead_through_a_folder_that_is_not_there() {
    let folder = Folder::new();
    let root = folder.root.join("missing/../a/b");
    let files = files(&[("generated/a", "a")]);
    let output = Output {
        root: &root,
        out: "generated",
        files: &files,
        inputs: Inputs::default(),
    };
    files::write(&output, &Real).unwrap();
    assert_eq!(folder.get("a/b/generated/a"), "a");
}

#[test]
fn an_edit_by_hand_goes_and_that_is_told() {
    let folder = Folder::new();
    let files = files(&[("generated/a", "a"), ("generated/b", "b")]);
    folder.write(&files).unwrap();
    folder.put("generated/a", "edited");
    assert_eq!(
        actions(&folder.write(&files).unwrap()),
        [
            ("generated/a", Action::Overwritten),
            ("generated/b", Action::Unchanged),
        ]
    );
    assert_eq!(folder.get("generated/a"), "a");
}

#[test]
fn only_what_changed_is_written() {
    let folder = Folder::new();
    let old = files(&[
        ("generated/a", "a"),
        ("generated/b", "b"),
        ("generated/c/d", "d"),
    ]);
    assert_eq!(folder.write(&old).unwrap().len(), 3);
    let modified = |path: &str| {
        fs::metadata(folder.root.join(path))
            .unwrap()
            .modified()
            .unwrap()
    };
    let before = (
        modified("generated/a"),
        modified("generated/.specsmith-manifest"),
    );

    let again = folder.write(&old).unwrap();
    assert!(again.iter().all(|(_, action)| *action == Action::Unchanged));
    assert_eq!(
        before,
        (
            modified("generated/a"),
            modified("generated/.specsmith-manifest")
        )
    );

    let new = files(&[
        ("generated/a", "a"),
        ("generated/b", "B"),
        ("generated/e", "e"),
    ]);
    assert_eq!(
        actions(&folder.write(&new).unwrap()),
        [
            ("generated/a", Action::Unchanged),
            ("generated/b", Action::Written),
            ("generated/c/d", Action::Removed),
            ("generated/e", Action::Written),
        ]
    );
    assert_eq!(before.0, modified("generated/a"));
    assert!(
        !folder.exists("generated/c"),
        "a folder that is left empty goes"
    );
}

#[test]
fn the_manifest_reads_as_sha256sum_writes_it() {
    let folder = Folder::new();
    folder
        .write(&files(&[("generated/b", "b"), ("elsewhere/a", "")]))
        .unwrap();
    let manifest = folder.get("generated/.specsmith-manifest");
    let lines: Vec<&str> = manifest
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(
        lines,
        [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  elsewhere/a",
            "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  generated/b",
        ]
    );
    assert!(manifest.starts_with("# Written by specsmith "));
}

/// What makes a state of one that was just written.
type Damage = fn(&Folder);

/// Every state in which `generated` may be found; in each of them writing mends it.
#[test]
fn a_folder_in_any_state_is_mended() {
    let wanted = files(&[
        ("generated/a", "a\n"),
        ("generated/c/d", "d\n"),
        ("other/e", "e\n"),
    ]);
    let expected = {
        let folder = Folder::new();
        folder.write(&wanted).unwrap();
        folder.tree()
    };
    let states: [(&str, Damage); 9] = [
        ("deleted", |f| {
            fs::remove_dir_all(f.root.join("generated")).unwrap()
        }),
        ("half written", |f| {
            f.put("generated/a", "");
            fs::remove_dir_all(f.root.join("generated/c")).unwrap();
        }),
        ("without a manifest and half written", |f| {
            f.put("generated/a", "a");
            fs::remove_file(f.root.join("generated/.specsmith-manifest")).unwrap();
        }),
        ("full of merge markers", |f| {
            for path in [
                "generated/a",
                "generated/c/d",
                "generated/.specsmith-manifest",
            ] {
                let text = f.get(path);
                f.put(
                    path,
                    &format!("<<<<<<< HEAD\n{text}=======\nx\n{text}>>>>>>> branch\n"),
                );
            }
        }),
        ("a manifest of nonsense", |f| {
            f.put("generated/.specsmith-manifest", "\u{0}\u{1}%PNG")
        }),
        ("an empty manifest", |f| {
            f.put("generated/.specsmith-manifest", "")
        }),
        ("a manifest that is a folder", |f| {
            fs::remove_file(f.root.join("generated/.specsmith-manifest")).unwrap();
            fs::create_dir(f.root.join("generated/.specsmith-manifest")).unwrap();
        }),
        ("an empty folder where a file belongs", |f| {
            fs::remove_file(f.root.join("generated/a")).unwrap();
            fs::create_dir_all(f.root.join("generated/a/b/c")).unwrap();
        }),
        ("a read-only file", |f| {
            let path = f.root.join("generated/a");
            f.put("generated/a", "edited");
            let mut permissions = fs::metadata(&path).unwrap().permissions();
            permissions.set_readonly(true);
            fs::set_permissions(&path, permissions).unwrap();
        }),
    ];
    for (name, damage) in states {
        let folder = Folder::new();
        folder.write(&wanted).unwrap();
        damage(&folder);
        assert_ne!(folder.explained(&wanted), "", "{name}: the check sees it");
        folder
            .write(&wanted)
            .unwrap_or_else(|failure| panic!("{name}: {failure}"));
        assert_eq!(folder.tree(), expected, "{name}");
        assert_eq!(folder.explained(&wanted), "", "{name}");
    }
}

#[test]
fn a_file_becomes_a_folder_and_back() {
    let folder = Folder::new();
    let file = files(&[("generated/a", "a"), ("generated/z", "z")]);
    let deep = files(&[
        ("generated/a/b/c", "c"),
        ("generated/a/d", "d"),
        ("generated/z", "z"),
    ]);
    folder.write(&file).unwrap();
    folder.write(&deep).unwrap();
    assert_eq!(folder.get("generated/a/b/c"), "c");
    folder.write(&file).unwrap();
    assert_eq!(folder.get("generated/a"), "a");
    assert_eq!(folder.explained(&file), "");
}

#[test]
fn what_nobody_listed_is_never_removed() {
    let folder = Folder::new();
    let wanted = files(&[("generated/a", "a"), ("generated/b/c", "c")]);
    folder.write(&wanted).unwrap();
    folder.put("generated/b/mine", "mine");
    folder.put("src/main.rs", "mine");
    folder.write(&files(&[("generated/a", "a")])).unwrap();
    assert!(!folder.exists("generated/b/c"));
    assert_eq!(folder.get("generated/b/mine"), "mine");
    assert_eq!(folder.get("src/main.rs"), "mine");
}

/// After a merge gone wrong a line may name a file that has become somebody's own.
#[test]
fn a_damaged_manifest_removes_only_what_is_as_it_says() {
    let folder = Folder::new();
    folder
        .write(&files(&[
            ("generated/a", "a"),
            ("generated/b", "b"),
            ("src/c", "c"),
        ]))
        .unwrap();
    let manifest = folder.get("generated/.specsmith-manifest");
    folder.put(
        "generated/.specsmith-manifest",
        &format!("<<<<<<< HEAD\n{manifest}"),
    );
    folder.put("src/c", "rewritten by hand");
    folder.write(&files(&[("generated/a", "a")])).unwrap();
    assert!(!folder.exists("generated/b"));
    assert_eq!(folder.get("src/c"), "rewritten by hand");
}

#[test]
fn something_in_the_way_is_named_and_nothing_is_written() {
    let wanted = files(&[("generated/a", "a"), ("generated/b/c", "c")]);
    for (path, in_the_way) in [
        ("generated/b", "generated/b"),
        ("generated/a/mine", "generated/a"),
    ] {
        let folder = Folder::new();
        folder.put(path, "mine");
        let before = folder.tree();
        match folder.write(&wanted) {
            Err(Failure::InTheWay { path, .. }) => assert_eq!(path, in_the_way),
            other => panic!("{other:?}"),
        }
        assert_eq!(folder.tree(), before);
    }
}

#[test]
fn a_first_run_does_not_replace_what_it_did_not_write() {
    let folder = Folder::new();
    folder.put("Cargo.toml", "[package]");
    folder.put("src/lib.rs", "mine");
    let wanted = files(&[
        ("Cargo.toml", "# by specsmith\n"),
        ("src/lib.rs", "// by specsmith\n"),
    ]);
    let output = Output {
        root: &folder.root,
        out: "",
        files: &wanted,
        inputs: Inputs::default(),
    };
    match files::write(&output, &Real) {
        Err(Failure::NotOurs { path, count: 2 }) => assert_eq!(path, "Cargo.toml"),
        other => panic!("{other:?}"),
    }
    assert_eq!(folder.get("src/lib.rs"), "mine");

    // With a trace of an earlier run it is mended like any other.
    folder.put("src/lib.rs", "// by specsmith, half wri");
    files::write(&output, &Real).unwrap();
    assert_eq!(folder.get("Cargo.toml"), "# by specsmith\n");
}

#[test]
fn the_root_is_made_when_it_is_not_there() {
    let folder = Folder::new();
    let root = folder.root.join("new/deep");
    let wanted = files(&[("src/lib.rs", "x")]);
    let output = Output {
        root: &root,
        out: "",
        files: &wanted,
        inputs: Inputs::default(),
    };
    files::write(&output, &Real).unwrap();
    assert_eq!(folder.get("new/deep/src/lib.rs"), "x");
}

#[test]
fn templates_are_exported_once_and_never_over_edits() {
    let folder = Folder::new();
    let wanted = files(&[("rust/lib.rs.tera", "x"), ("README.md", "y")]);
    assert_eq!(
        files::export(&wanted, &folder.root, &Real).unwrap().len(),
        2
    );
    assert_eq!(
        folder.tree().keys().collect::<Vec<_>>(),
        ["README.md", "rust/lib.rs.tera"]
    );
    assert_eq!(
        files::export(&wanted, &folder.root, &Real).unwrap().len(),
        0
    );
    folder.put("README.md", "edited");
    fs::remove_file(folder.root.join("rust/lib.rs.tera")).unwrap();
    assert!(files::export(&wanted, &folder.root, &Real).is_err());
    assert_eq!(
        folder.tree().keys().collect::<Vec<_>>(),
        ["README.md", "rust/"]
    );
}

#[test]
fn what_somebody_wrote_is_not_replaced_by_a_later_run_either() {
    let folder = Folder::new();
    folder.write(&files(&[("generated/a", "a")])).unwrap();
    fs::create_dir_all(folder.root.join("src")).unwrap();
    fs::write(folder.root.join("src/client.rs"), "by hand").unwrap();
    let next = files(&[
        ("generated/a", "a"),
        ("src/client.rs", "b"),
        ("src/other.rs", "c"),
    ]);
    let refused = folder.write(&next).unwrap_err();
    assert!(
        matches!(refused, Failure::NotOurs { count: 1, .. }),
        "{refused:?}"
    );
    assert_eq!(
        fs::read_to_string(folder.root.join("src/client.rs")).unwrap(),
        "by hand"
    );
    assert!(!folder.exists("src/other.rs"));
    // What is listed is ours, wherever it is.
    fs::remove_file(folder.root.join("src/client.rs")).unwrap();
    folder.write(&next).unwrap();
    fs::write(folder.root.join("src/client.rs"), "changed").unwrap();
    folder.write(&next).unwrap();
    assert_eq!(
        fs::read_to_string(folder.root.join("src/client.rs")).unwrap(),
        "b"
    );
}
