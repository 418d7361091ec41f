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
    let mut list = String::from("&[\n");
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file
            .strip_prefix(&root)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let _ = writeln!(
            list,
            "    ({name:?}, include_str!({:?})),",
            file.display().to_string()
        );
    }
    list.push_str("]\n");
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("templates.rs");
    fs::write(&out, list).unwrap_or_else(|e| panic!("{}: {e}", out.display()));
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
