//! `gen` without a configuration.

use std::fs;

use crate::project::Project;

#[test]
fn one_crate_without_a_configuration() {
    let project = Project::new();
    let arguments = [
        "gen",
        "--schema",
        "pets.yaml",
        "--name",
        "my-pets",
        "--out",
        "new/crate",
    ];
    let ran = project.run(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        project
            .get("new/crate/Cargo.toml")
            .contains("name = \"my-pets\"")
    );
    assert!(project.root().join("new/crate/src/lib.rs").exists());
    let checked = project.run(&[&arguments[..], &["--check"]].concat());
    assert_eq!(checked.code, Some(0), "{}", checked.out);

    // A crate that somebody wrote is not replaced.
    project.put("mine/Cargo.toml", "[package]\nname = \"mine\"\n");
    let ran = project.run(&[
        "gen",
        "--schema",
        "pets.yaml",
        "--name",
        "pets",
        "--out",
        "mine",
    ]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err
            .contains("`Cargo.toml` was not written by specsmith"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("= help: move it away"), "{}", ran.err);
    assert_eq!(project.tree("mine").len(), 1);
}

#[test]
fn flags_that_make_no_sense_are_refused() {
    let project = Project::new();
    for arguments in [
        &["gen", "--check", "--watch"][..],
        &["gen", "--schema", "pets.yaml"],
        &["gen", "--name", "x"],
        &["lint", "--overlay", "x.yaml"],
        &[],
    ] {
        assert_eq!(project.run(arguments).code, Some(2), "{arguments:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let project = Project::new();
    project.put("taken", "by hand");
    let flags = ["gen", "--schema", "pets.yaml", "--name", "pets", "--out"];
    for (out, expected) in [
        (
            "taken",
            "the folder `taken` cannot be made: `taken` is a file\n",
        ),
        (
            "taken/x",
            "the folder `taken/x` cannot be made: `taken` is a file\n",
        ),
    ] {
        let ran = project.run(&[&flags[..], &[out]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        let expected = format!("fatal[output-unwritten]: {expected}");
        assert!(ran.err.starts_with(&expected), "{}", ran.err);
    }
    #[cfg(target_os = "linux")]
    {
        let ran = project.run(&[&flags[..], &["/proc/specsmith"]].concat());
        let expected = "the folder `/proc/specsmith` cannot be made: ";
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
}

#[test]
fn without_a_configuration_the_other_ways_are_named() {
    let project = Project::new();
    fs::remove_file(project.root().join("specsmith.toml")).unwrap();
    for (command, way) in [
        (
            "gen",
            "`specsmith gen --schema FILE --name CRATE --out DIR`",
        ),
        ("lint", "`specsmith lint FILE`"),
    ] {
        let ran = project.run(&[command]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.starts_with("fatal[file-missing]: "), "{}", ran.err);
        assert!(ran.err.contains(way), "{}", ran.err);
    }
}
