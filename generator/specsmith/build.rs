//! Lists the built-in templates, so that adding a file to `templates/` is all it takes to embed it.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a build script reads and writes"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let root = templates(&package);
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    let (mut templates, mut written) = (String::from("&[\n"), String::from("&[\n"));
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file
            .strip_prefix(&root)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let text = format!("include_str!({:?})", file.display().to_string());
        let _ = if is_the_same_in_each_crate(&name) {
            writeln!(written, "    ({name:?}, concat!({HEADING}, {text})),")
        } else {
            writeln!(templates, "    ({name:?}, {text}),")
        };
    }
    for (list, name) in [(templates, "templates.rs"), (written, "written.rs")] {
        let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join(name);
        fs::write(&out, list + "]\n").unwrap_or_else(|e| panic!("{}: {e}", out.display()));
    }
}

/// What stands before a file that is the same in each crate.
const HEADING: &str = r#""// The runtime of specsmith ", env!("CARGO_PKG_VERSION"), ", the same in each crate. Do not edit.\n\n""#;

fn is_the_same_in_each_crate(name: &str) -> bool {
    let folders = ["rust/client/", "rust/runtime/", "rust/types/"];
    name.ends_with(".rs") && folders.iter().any(|folder| name.starts_with(folder))
}

/// The folder of the templates: in a published package a folder of its own, in the repository a
/// link, which some checkouts turn into a file that holds where it leads.
fn templates(package: &Path) -> PathBuf {
    let root = package.join("templates");
    match fs::read_to_string(&root) {
        Ok(target) => package.join(target.trim()),
        Err(_) => root,
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}
