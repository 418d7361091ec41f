//! The folder that output goes into: where a path leads, and whether it leads out.
//!
//! This module must not know what is written.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use super::Failure;
use super::disk::{Disk, Kind};
use super::set::ancestors;

/// A root on a disk; paths below it are relative, with `/`.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) root: &'a Path,
    /// The folder that holds generated files only; empty for the root.
    pub(super) out: &'a str,
    pub(super) disk: &'a dyn Disk,
}

/// What the folders above a path are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Above {
    /// All there.
    There,
    /// The nearest that is there, empty for the root; the others can be made.
    Missing { nearest: String },
    /// This one is no folder.
    Blocked(String),
    /// This one is a link that leads out of the root.
    Outside(String),
}

impl<'a> Place<'a> {
    /// The path as the system takes it.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        match (self.root.as_os_str().is_empty(), path.is_empty()) {
            (true, true) => PathBuf::from("."),
            (false, true) => self.root.to_owned(),
            (_, false) => self.root.join(path),
        }
    }

    /// A name in the folder of generated files.
    pub(super) fn in_out(&self, name: &str) -> String {
        below(self.out, name)
    }

    /// Whether a path is in the folder of generated files, and that folder is not the root.
    pub(super) fn is_in_out(&self, path: &str) -> bool {
        !self.out.is_empty()
            && path
                .strip_prefix(self.out)
                .is_some_and(|rest| rest.starts_with('/'))
    }

    /// What stands at a path.
    pub(super) fn kind(&self, path: &str) -> Result<Kind, Failure> {
        self.disk
            .kind(&self.at(path))
            .map_err(|error| Failure::unreadable(path, error))
    }

    /// The bytes of a file.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        self.disk
            .read(&self.at(path))
            .map_err(|error| Failure::unreadable(path, error))
    }

    /// The bytes of a file; `None` when no regular file stands there.
    pub(super) fn read_if_there(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self.kind(path)? {
            Kind::File => self.read(path).map(Some),
            Kind::Missing | Kind::Folder | Kind::Link | Kind::Other => Ok(None),
        }
    }

    /// The names in a folder, sorted.
    pub(super) fn list(&self, path: &str) -> Result<Vec<String>, Failure> {
        self.disk
            .list(&self.at(path))
            .map_err(|error| Failure::unreadable(path, error))
    }

    /// What the folders above a path are, links followed as long as they stay below the root.
    pub(super) fn above(&self, path: &str) -> Result<Above, Failure> {
        let mut folders: Vec<&str> = ancestors(path).collect();
        folders.reverse();
        let mut nearest = "";
        for folder in folders {
            match self.kind(folder)? {
                Kind::Folder => {}
                Kind::Missing => {
                    return Ok(Above::Missing {
                        nearest: nearest.to_owned(),
                    });
                }
                Kind::File | Kind::Other => return Ok(Above::Blocked(folder.to_owned())),
                Kind::Link => match self.follow(folder) {
                    Some(true) => {}
                    Some(false) => return Ok(Above::Blocked(folder.to_owned())),
                    None => return Ok(Above::Outside(folder.to_owned())),
                },
            }
            nearest = folder;
        }
        Ok(Above::There)
    }

    /// Whether a link leads to a folder; `None` when it leads out of the root, or nowhere.
    fn follow(&self, link: &str) -> Option<bool> {
        let root = self.disk.resolve(&self.at("")).ok()?;
        let end = self.disk.resolve(&self.at(link)).ok()?;
        if !end.starts_with(&root) {
            return None;
        }
        Some(self.disk.kind(&end).ok()? == Kind::Folder)
    }
}

/// What the folders above many paths are, asked once for all paths of a folder.
pub(super) struct Folders<'p>(BTreeMap<&'p str, Above>);

impl<'p> Folders<'p> {
    pub(super) fn above(
        place: Place<'_>,
        paths: impl Iterator<Item = &'p str>,
    ) -> Result<Self, Failure> {
        let mut folders = BTreeMap::new();
        for path in paths {
            if let Entry::Vacant(folder) = folders.entry(parent(path)) {
                folder.insert(place.above(path)?);
            }
        }
        Ok(Self(folders))
    }

    /// Of one of these paths; of any other nothing is known, and nothing is written there.
    pub(super) fn of(&self, path: &str) -> Above {
        let known = self.0.get(parent(path)).cloned();
        known.unwrap_or_else(|| Above::Outside(path.to_owned()))
    }
}

/// The folder of a path; empty for the root.
pub(super) fn parent(path: &str) -> &str {
    ancestors(path).next().unwrap_or_default()
}

/// A name in a folder, which may be the root.
pub(super) fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}
