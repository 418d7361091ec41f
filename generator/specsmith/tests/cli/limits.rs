//! A write that the system refuses, and a process that the system kills, in the middle of a run.

#![cfg(unix)]

use std::process::Command;

use crate::project::{Project, Ran, assert_same};

/// Runs `gen` where no file may grow beyond 4 KiB: the write fails or, with the signal left as it
/// is, the process is killed by it.
fn run_with_little_room(project: &Project, ignore_signal: &str) -> Ran {
    let script = format!(
        "{ignore_signal} ulimit -f 8; exec '{}' gen",
        env!("CARGO_BIN_EXE_specsmith")
    );
    let mut command = Command::new("sh");
    Ran::of(
        command
            .arg("-c")
            .arg(script)
            .current_dir(project.root())
            .output()
            .unwrap(),
    )
}

#[test]
fn a_refused_write_leaves_the_old_output_whole() {
    let project = Project::new();
    let ran = run_with_little_room(&project, "trap '' XFSZ;");
    assert_eq!(ran.code, Some(2), "{}{}", ran.out, ran.err);
    assert!(
        ran.err.starts_with("fatal[output-unwritten]"),
        "{}",
        ran.err
    );
    assert_eq!(project.tree("").len(), 2, "nothing is left");
    assert!(!project.root().join("generated").exists());
}

#[test]
fn a_killed_run_is_named_and_completed() {
    let project = Project::new();
    let ran = run_with_little_room(&project, "");
    assert_eq!(ran.code, None, "killed by a signal: {}", ran.err);
    let left = project.tree("");
    assert!(left.len() > 2, "{left:?}");
    assert!(!left.contains_key("generated/pets/src/lib.rs"));

    let checked = project.run(&["gen", "--check"]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains("interrupted: "), "{}", checked.out);

    assert_eq!(project.run(&["gen"]).code, Some(0));
    assert_eq!(project.run(&["gen", "--check"]).code, Some(0));
    let whole = Project::generated();
    assert_same(&project.tree(""), &whole.tree(""));
}
