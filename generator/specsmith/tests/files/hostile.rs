//! Links, and names that come from a description.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use specsmith::files::Failure;

use crate::folder::{Folder, files};

fn outside(folder: &Folder) -> std::path::PathBuf {
    let outside = folder.root.parent().unwrap().join("outside");
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("victim"), "untouched").unwrap();
    outside
}

#[test]
fn a_linked_folder_that_leads_out_is_refused() {
    for link in ["generated", "generated/a"] {
        let folder = Folder::new();
        let outside = outside(&folder);
        if let Some(parent) = folder.root.join(link).parent() {
            fs::create_dir_all(parent).unwrap();
        }
        symlink(&outside, folder.root.join(link)).unwrap();
        match folder.write(&files(&[("generated/a/victim", "x")])) {
            Err(Failure::Outside { path }) => assert_eq!(path, link),
            other => panic!("{other:?}"),
        }
        assert_eq!(
            fs::read_to_string(outside.join("victim")).unwrap(),
            "untouched"
        );
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
    }
}

#[test]
fn a_linked_file_is_replaced_and_never_written_through() {
    let folder = Folder::new();
    let outside = outside(&folder);
    fs::create_dir(folder.root.join("generated")).unwrap();
    symlink(outside.join("victim"), folder.root.join("generated/a")).unwrap();
    symlink("nowhere", folder.root.join("generated/b")).unwrap();
    let wanted = files(&[("generated/a", "untouched"), ("generated/b", "b")]);
    folder.write(&wanted).unwrap();
    assert!(
        !folder
            .root
            .join("generated/a")
            .symlink_metadata()
            .unwrap()
            .is_symlink()
    );
    assert_eq!(folder.get("generated/b"), "b");
    assert_eq!(
        fs::read_to_string(outside.join("victim")).unwrap(),
        "untouched"
    );
}

#[test]
fn a_linked_folder_within_the_root_is_followed() {
    let folder = Folder::new();
    fs::create_dir(folder.root.join("real")).unwrap();
    symlink("real", folder.root.join("generated")).unwrap();
    let wanted = files(&[("generated/a/b", "b")]);
    folder.write(&wanted).unwrap();
    assert_eq!(folder.get("real/a/b"), "b");
    assert_eq!(folder.explained(&wanted), "");
}

#[test]
fn a_manifest_cannot_remove_through_a_link() {
    let folder = Folder::new();
    let outside = outside(&folder);
    folder
        .write(&files(&[("generated/a/victim", "x"), ("generated/b", "b")]))
        .unwrap();
    fs::remove_dir_all(folder.root.join("generated/a")).unwrap();
    symlink(&outside, folder.root.join("generated/a")).unwrap();
    folder.write(&files(&[("generated/b", "b")])).unwrap();
    assert_eq!(
        fs::read_to_string(outside.join("victim")).unwrap(),
        "untouched"
    );
}

#[test]
fn a_forged_journal_moves_and_removes_nothing_of_others() {
    let folder = Folder::new();
    let wanted = files(&[("generated/a", "a")]);
    folder.write(&wanted).unwrap();
    folder.put("src/main.rs", "mine");
    folder.put(
        "generated/.specsmith-journal",
        "remove\tsrc/main.rs\nplace\tsrc/main.rs\tgenerated/a\nremove\t../outside\nnonsense\n",
    );
    folder.write(&wanted).unwrap();
    assert_eq!(folder.get("src/main.rs"), "mine");
    assert_eq!(folder.get("generated/a"), "a");
    assert!(!folder.exists("generated/.specsmith-journal"));
}
