//! What the check tells apart. It writes nothing.

use specsmith::files::{self, Cause, Real, State};

use crate::folder::{Folder, files, output};

fn states(folder: &Folder, entries: &[(&str, &str)]) -> Vec<(String, State)> {
    let survey = folder.check(&files(entries)).unwrap();
    survey
        .entries
        .into_iter()
        .map(|entry| (entry.path, entry.state))
        .collect()
}

fn differs(found: &str, cause: Cause) -> State {
    State::Differs(found.as_bytes().to_vec(), cause)
}

#[test]
fn every_state_is_told_apart() {
    let folder = Folder::new();
    let old = [
        ("generated/current", "1"),
        ("generated/edited", "1"),
        ("generated/leftover", "1"),
        ("generated/missing", "1"),
        ("generated/outdated", "1"),
        ("generated/outdated-and-edited", "1"),
    ];
    folder.write(&files(&old)).unwrap();
    std::fs::remove_file(folder.root.join("generated/missing")).unwrap();
    folder.put("generated/edited", "by hand");
    folder.put("generated/outdated-and-edited", "by hand");
    folder.put("generated/unlisted", "old");
    folder.put("generated/foreign", "mine");
    let before = folder.tree();

    let new = [
        ("generated/current", "1"),
        ("generated/edited", "1"),
        ("generated/missing", "1"),
        ("generated/outdated", "2"),
        ("generated/outdated-and-edited", "2"),
        ("generated/unlisted", "new"),
    ];
    let expected = [
        ("generated/current", State::Current),
        ("generated/edited", differs("by hand", Cause::Edited)),
        ("generated/foreign", State::Foreign),
        ("generated/leftover", State::Leftover),
        ("generated/missing", State::Missing),
        ("generated/outdated", differs("1", Cause::Outdated)),
        (
            "generated/outdated-and-edited",
            differs("by hand", Cause::OutdatedAndEdited),
        ),
        ("generated/unlisted", differs("old", Cause::Unlisted)),
    ];
    assert_eq!(
        states(&folder, &new),
        expected.map(|(path, state)| (path.to_owned(), state))
    );
    assert_eq!(folder.tree(), before, "a check writes nothing");
}

#[test]
fn what_cargo_and_editors_leave_is_not_foreign() {
    let folder = Folder::new();
    let wanted = [("generated/crate/src/lib.rs", "x")];
    folder.write(&files(&wanted)).unwrap();
    for path in [
        "generated/Cargo.lock",
        "generated/target/x",
        "generated/.DS_Store",
        "other/x",
    ] {
        folder.put(path, "x");
    }
    assert_eq!(folder.explained(&files(&wanted)), "");
    folder.put("generated/crate/src/added.rs", "x");
    assert_eq!(
        folder.explained(&files(&wanted)),
        "extra: generated/crate/src/added.rs (not generated, not listed: delete it or move it)\n\
         \n1 not generated; `specsmith gen` leaves it alone\n"
    );
}

#[test]
fn the_files_that_changed_are_named() {
    let folder = Folder::new();
    let (old, new) = (
        files(&[("generated/a", "1\n")]),
        files(&[("generated/a", "2\n")]),
    );
    folder.write(&old).unwrap();
    let survey = files::check(&output(&folder.root, &new, "2"), &Real).unwrap();
    assert_eq!(survey.changed_inputs, ["schema.yaml"]);
    let survey = files::check(&output(&folder.root, &new, "1"), &Real).unwrap();
    assert_eq!(survey.changed_inputs, [""; 0]);
}

/// A comment in a description changes what the manifest was made from, and no output.
#[test]
fn a_change_without_effect_is_current() {
    let folder = Folder::new();
    let wanted = files(&[("generated/a", "1")]);
    folder.write(&wanted).unwrap();
    let survey = files::check(&output(&folder.root, &wanted, "1 # comment"), &Real).unwrap();
    assert_eq!(files::explain(&survey, &wanted, "gen"), None);
}

#[test]
fn a_manifest_of_its_own_mind_is_stale() {
    let folder = Folder::new();
    let wanted = files(&[("generated/a", "1"), ("generated/b", "1")]);
    folder.write(&wanted).unwrap();
    let manifest = folder.get("generated/.specsmith-manifest");
    let cut: Vec<&str> = manifest
        .lines()
        .filter(|line| !line.ends_with("generated/b"))
        .collect();
    folder.put("generated/.specsmith-manifest", &cut.join("\n"));
    assert!(folder.explained(&wanted).starts_with("stale: the manifest"));
}
