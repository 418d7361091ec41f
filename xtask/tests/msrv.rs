//! The Rust version that generated crates state is enough for what they depend on. Clippy refuses
//! what of the standard library is newer (`incompatible_msrv`), in `.ci/run`.

#![allow(clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::fs;
use std::process::Command;

use serde_json::Value;

type Version = Vec<u64>;

fn version(package: &Value) -> Version {
    let stated = package["rust_version"].as_str().unwrap_or("0");
    let parts = stated
        .split('.')
        .map(|part| part.parse().expect("a number"));
    let mut version: Version = parts.collect();
    version.resize(3, 0);
    version
}

#[test]
fn dependencies_need_no_newer_rust() {
    fs::copy("../Cargo.lock", "../generated/Cargo.lock").expect("the versions");
    let ran = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--all-features"])
        .args(["--manifest-path", "../generated/Cargo.toml"])
        .output()
        .expect("cargo runs");
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let metadata: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let own = packages.iter().filter(|it| it["source"].is_null());
    let stated = own.map(version).min().expect("a crate of ours");
    assert!(stated > vec![1, 0, 0], "no version is stated");
    let newer: Vec<String> = packages
        .iter()
        .filter(|package| version(package) > stated)
        .map(|it| {
            format!(
                "{} {} needs {}",
                it["name"], it["version"], it["rust_version"]
            )
        })
        .collect();
    assert!(newer.is_empty(), "{newer:#?}");
}
