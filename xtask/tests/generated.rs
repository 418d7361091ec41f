//! The tests of the generated workspace, as a part of `cargo test` at the root.
//!
//! It is a workspace of its own, so that a broken `generated/` never stops the command that mends
//! it. Both share one target folder.

#![allow(clippy::expect_used, missing_docs, reason = "tests")]

use std::fs;
use std::process::Command;

#[test]
fn generated_crates_pass_their_tests() {
    // The lock of a library is nobody's to keep: it gets the versions that are built already.
    fs::copy("../Cargo.lock", "../generated/Cargo.lock").expect("the versions");
    let status = Command::new(env!("CARGO"))
        .args([
            "test",
            "--quiet",
            "--manifest-path",
            "../generated/Cargo.toml",
        ])
        .args(["--workspace", "--features", "blocking"])
        .status()
        .expect("cargo runs");
    assert!(
        status.success(),
        "run `cargo test` in `generated` to see it alone: {status}"
    );
}
