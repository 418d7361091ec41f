//! The files of this repository that `corpus` reads and writes: pins, measures, manifests.
//!
//! This module must not know what they hold.

#![expect(
    clippy::disallowed_methods,
    reason = "descriptions are read and output is written by the library; these files are neither"
)]

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The text of a file; `None` when it is not there.
pub(crate) fn read(path: &Path) -> Result<Option<String>, String> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// Writes a file and the folders that it needs; one that holds the text already is not touched.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    if read(path)?.as_deref() == Some(text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes a file look new.
pub(crate) fn touch(path: &Path) -> Result<(), String> {
    fs::File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(std::time::SystemTime::now()))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Removes a file that may be there.
pub(crate) fn remove(path: &Path) -> Result<(), String> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(format!("{}: {error}", path.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Removes a folder that may be there, with all that it holds.
pub(crate) fn remove_all(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The same, and makes it anew.
pub(crate) fn clear(folder: &Path) -> Result<(), String> {
    remove_all(folder)?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// Every file below a folder with its size, sorted by path: paths relative to the folder, with
/// `/`. None when the folder is not there.
pub(crate) fn walk(folder: &Path) -> Result<Vec<(String, u64)>, String> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, u64)>) -> Result<(), String> {
    let problem = |error| format!("{}: {error}", folder.display());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(problem(error)),
    };
    for entry in entries {
        let entry = entry.map_err(problem)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let about = fs::metadata(entry.path()).map_err(problem)?;
        if about.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push((path, about.len()));
        }
    }
    Ok(())
}
