//! Finds the templates that a maintainer lays over the built-in ones.
//!
//! This module must not know what a template holds.

use std::fs;
use std::path::{Path, PathBuf};

use specsmith_openapi::report::{Diagnostic, Origin, Report};

/// Every template below a folder: its name (`rust/lib.rs.tera`) and its path, sorted by name.
///
/// `None` when the folder cannot be listed; the report says why, at the place that names it.
pub(crate) fn list(
    root: &Path,
    at: Option<Origin>,
    report: &mut Report,
) -> Option<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    if let Err(error) = walk(root, "", &mut found) {
        report.push(Diagnostic::fatal(
            "templates-folder",
            at,
            format!("the template folder `{}` cannot be listed: {error}", root.display()),
            "name a folder that holds templates; `specsmith templates export` writes the built-in set",
        ));
        return None;
    }
    found.sort();
    Some(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file_name = entry.file_name();
        let Some(name) = file_name.to_str() else {
            continue;
        };
        let name = if prefix.is_empty() {
            name.to_owned()
        } else {
            format!("{prefix}/{name}")
        };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &name, found)?;
        } else if kind.is_file() && name.ends_with(".tera") {
            found.push((name, entry.path()));
        }
    }
    Ok(())
}
