//! The few things asked of a file system, behind a trait so that tests can make any of them fail.
//!
//! This module must not know what is written where.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What stands at a path, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Missing,
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// A file system. Every method that changes something is one step: it is done or it is not, but
/// for [`create`](Disk::create), which may leave a part of the file. Several threads ask at once.
#[expect(
    clippy::missing_errors_doc,
    reason = "all of them: what the system says"
)]
pub trait Disk: Sync {
    /// What stands at a path.
    fn kind(&self, path: &Path) -> io::Result<Kind>;
    /// The path without links.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
    /// The bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// The names in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Writes a file that is not there yet.
    fn create(&self, path: &Path, contents: &[u8]) -> io::Result<()>;
    /// Makes a folder in one that is there.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Moves a file over what stands at `to`, or a folder to where nothing does.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file or a link.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The file system of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Real;

#[expect(
    clippy::disallowed_methods,
    reason = "this is the door that the rule leaves open"
)]
impl Disk for Real {
    fn kind(&self, path: &Path) -> io::Result<Kind> {
        match fs::symlink_metadata(path) {
            Ok(metadata) if metadata.is_file() => Ok(Kind::File),
            Ok(metadata) if metadata.is_dir() => Ok(Kind::Folder),
            Ok(metadata) if metadata.is_symlink() => Ok(Kind::Link),
            Ok(_) => Ok(Kind::Other),
            Err(error) if absent(&error) => Ok(Kind::Missing),
            Err(error) => Err(error),
        }
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn create(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        fs::File::create_new(path)?.write_all(contents)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}

/// Whether nothing stands at a path: not there, or below something that is no folder.
fn absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
