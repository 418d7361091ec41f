//! Crates of descriptions of our own: each builds without a warning, its own tests pass, and so do
//! those of a user.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use specsmith::config::Config;
use specsmith::files::Files;
use specsmith_openapi::{Report, Sources};

/// Bodies and answers of every kind.
#[test]
fn a_crate_with_bodies_of_every_kind_works() {
    works("bodies");
}

/// What few descriptions have: methods of other names, tuples.
#[test]
fn a_crate_with_rare_constructs_works() {
    works("constructs");
}

/// Two crates with a runtime each, in one application.
#[test]
fn two_crates_share_nothing() {
    application("apart");
}

/// Two crates with one runtime, in one application.
#[test]
fn two_crates_share_a_runtime() {
    application("shared");
}

/// Modules of an application, one of a client and one of types alone, and a crate of types.
#[test]
fn modules_and_types_alone_share_nothing() {
    application("modules");
    let root = target("two/modules");
    let needed = Command::new(env!("CARGO"))
        .current_dir(&root)
        .args([
            "tree",
            "--package",
            "toys",
            "--prefix",
            "none",
            "--edges",
            "normal",
        ])
        .output()
        .expect("cargo runs");
    let needed = String::from_utf8_lossy(&needed.stdout);
    assert!(needed.contains("serde_json v"), "{needed}");
    for of_calls in ["reqwest v", "http v", "tokio v"] {
        assert!(!needed.contains(of_calls), "{of_calls}: {needed}");
    }
}

/// Crates and modules, of clients and of types alone, with one runtime.
#[test]
fn modules_and_types_alone_share_a_runtime() {
    application("mixed");
}

/// Generates two crates as a configuration says, and an application beside them.
fn application(name: &str) {
    let root = target("two").join(name);
    let two = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/two");
    let here = two.join(name);
    let (mut sources, mut report) = (Sources::new(), Report::default());
    let config = here.join("specsmith.toml");
    let config = Config::load(&config, &mut sources, &mut report);
    let generated = config.and_then(|it| specsmith::generate(&it, &mut sources, &mut report));
    let generated = generated.unwrap_or_else(|| panic!("{}", report.render_text(&sources, false)));
    lay(&generated.files, "out/", &root);
    let application = root.join("application");
    fs::create_dir_all(application.join("tests")).expect("a folder");
    fs::create_dir_all(application.join("src")).expect("a folder");
    let own = |file: &str| fs::read_to_string(here.join(file)).ok();
    let both = || fs::read_to_string(two.join("Cargo.toml")).expect("the manifest");
    let manifest = own("Cargo.toml").unwrap_or_else(both) + &needs(&application);
    fs::write(application.join("Cargo.toml"), manifest).expect("the manifest");
    let root_of_it = own("lib.rs").unwrap_or_default();
    fs::write(application.join("src/lib.rs"), root_of_it).expect("the application");
    let tests = own("application.rs").expect("the tests");
    fs::write(application.join("tests/application.rs"), tests).expect("the tests");
    let manifest = root.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest");
    let text = text.replace("members = [", "members = [\"application\", ");
    fs::write(manifest, text).expect("the manifest");
    cargo(
        &root,
        &["clippy", "--workspace", "--all-targets"],
        &["-D", "warnings"],
    );
    cargo(&root, &["test", "--workspace"], &[]);
}

/// What a module says that its package needs. The program that it shows is built as well.
fn needs(application: &Path) -> String {
    let readme = fs::read_to_string(application.join("src/pets/README.md")).unwrap_or_default();
    let fenced = |begin: &str| {
        let (_, behind) = readme.split_once(begin)?;
        Some(behind.split_once("```")?.0)
    };
    if let Some(program) = fenced("```rust\nuse ") {
        let examples = application.join("examples");
        fs::create_dir_all(&examples).expect("a folder");
        fs::write(examples.join("readme.rs"), format!("use {program}")).expect("the program");
    }
    // It is written for a package in the folder of the configuration.
    let needs = fenced("```toml\n").unwrap_or_default();
    needs.replace("path = \"out/", "path = \"../")
}

fn works(name: &str) {
    let folder = write(name);
    cargo(
        &folder,
        &["clippy", "--all-targets", "--features", "blocking"],
        &["-D", "warnings"],
    );
    cargo(&folder, &["test", "--features", "blocking"], &[]);
}

/// Generates the crate into a folder of its own, with the tests of a user.
fn write(name: &str) -> PathBuf {
    let root = target(name);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    let (mut sources, mut report) = (Sources::new(), Report::default());
    let config = Config::of_flags(
        here.join("api.yaml"),
        name,
        PathBuf::from("out"),
        &mut report,
    );
    let config = config.expect("flags");
    let generated = specsmith::generate(&config, &mut sources, &mut report);
    let generated = generated.unwrap_or_else(|| panic!("{}", report.render_text(&sources, false)));
    lay(&generated.files, "", &root);
    fs::copy(here.join("user.rs"), root.join("tests/user.rs")).expect("the tests");
    let manifest = root.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest");
    fs::write(manifest, format!("{text}\n[workspace]\n")).expect("the manifest");
    root
}

/// Writes what is generated below a folder of the output, with the versions that this workspace has:
/// nothing is built twice.
fn lay(files: &Files, below: &str, root: &Path) {
    // A file that is no longer generated must not stay: it would be compiled.
    let _ = fs::remove_dir_all(root);
    for (path, text) in files.iter() {
        let path = root.join(path.strip_prefix(below).expect("a file of the output"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    // Rules of this workspace are not those of a user.
    fs::write(root.join("clippy.toml"), "").expect("a file");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, root.join("Cargo.lock")).expect("the versions");
}

/// Where a test writes.
fn target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn cargo(folder: &Path, arguments: &[&str], rest: &[&str]) {
    let mut command = Command::new(env!("CARGO"));
    // What one test has compiled, no other compiles.
    command.env("CARGO_TARGET_DIR", target("crates"));
    command.current_dir(folder).args(arguments).arg("--quiet");
    let status = command.arg("--").args(rest).status().expect("cargo runs");
    assert!(
        status.success(),
        "cargo {arguments:?} in {}: {status}",
        folder.display()
    );
}
