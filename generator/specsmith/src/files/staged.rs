//! Files written beside their places, so that each needs one step to be there. A folder that is not
//! there yet is staged as a whole: it comes in one step, however many files it holds.
//!
//! This module must not know when what is staged gets its place.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::prelude::*;

use super::Failure;
use super::disk::Kind;
use super::journal::{self, Step};
use super::place::{Above, Folders, Place, below, parent};
use super::set::ancestors;

/// A file to be written.
pub(super) struct Write<'a> {
    pub(super) path: String,
    pub(super) contents: &'a str,
}

/// Where files are staged.
pub(super) struct Staged {
    /// What puts them in their places.
    pub(super) steps: Vec<Step>,
    /// Of each file, in the order of the files.
    paths: Vec<String>,
}

impl Staged {
    /// Finds places below folders that are there.
    pub(super) fn of(place: Place<'_>, writes: &[Write<'_>]) -> Result<Self, Failure> {
        let mut steps = Vec::new();
        let mut paths = Vec::with_capacity(writes.len());
        let mut folders: BTreeMap<String, String> = BTreeMap::new();
        let above = Folders::above(place, writes.iter().map(|write| write.path.as_str()))?;
        for Write { path, .. } in writes {
            let mut stage = |folder: &str, path: &str| {
                let staged = below(folder, &journal::staged_name(steps.len()));
                steps.push(Step::Place {
                    staged: staged.clone(),
                    path: path.to_owned(),
                });
                staged
            };
            let staged = match above.of(path) {
                Above::There => stage(parent(path), path),
                Above::Missing { nearest } => {
                    let (folder, rest) = first_below(&nearest, path);
                    let staged = folders
                        .entry(folder.to_owned())
                        .or_insert_with(|| stage(&nearest, folder));
                    below(staged, rest)
                }
                // What is in the way is removed first.
                Above::Blocked(blocking) => stage(parent(&blocking), path),
                Above::Outside(path) => return Err(Failure::Outside { path }),
            };
            paths.push(staged);
        }
        Ok(Self { steps, paths })
    }

    /// Writes the files, and the folders that they need.
    pub(super) fn write(
        &self,
        place: Place<'_>,
        writes: &[Write<'_>],
    ) -> Result<(), (String, io::Error)> {
        for step in &self.steps {
            if let Step::Place { staged, path } = step {
                clear(place, staged).map_err(|error| (path.clone(), error))?;
            }
        }
        let staged = || self.paths.iter().zip(writes);
        let mut folders: BTreeSet<&str> = self.folders_there();
        for (staged, write) in staged() {
            make_folders(place, staged, &mut folders)
                .map_err(|error| (write.path.clone(), error))?;
        }
        let staged: Vec<(&String, &Write<'_>)> = staged().collect();
        let written = staged.into_par_iter().map(|(staged, write)| {
            let created = place
                .disk
                .create(&place.at(staged), write.contents.as_bytes());
            created.map_err(|error| (write.path.clone(), error))
        });
        // All of them end before anything is undone.
        let written: Vec<Result<(), (String, io::Error)>> = written.collect();
        written.into_iter().collect()
    }

    /// The folders in which something is staged.
    fn folders_there(&self) -> BTreeSet<&str> {
        let staged = self.steps.iter().filter_map(|step| match step {
            Step::Place { staged, .. } => Some(staged),
            Step::Remove(_) => None,
        });
        staged.map(|staged| parent(staged)).collect()
    }
}

/// Makes the folders above a path, but for those that are there and those above them.
fn make_folders<'a>(
    place: Place<'_>,
    path: &'a str,
    there: &mut BTreeSet<&'a str>,
) -> io::Result<()> {
    let missing: Vec<&str> = ancestors(path)
        .take_while(|folder| !there.contains(folder))
        .collect();
    for folder in missing.into_iter().rev() {
        place.disk.create_folder(&place.at(folder))?;
        there.insert(folder);
    }
    Ok(())
}

/// Removes what is staged at a path, if anything is: a file, or a folder with all that it holds.
pub(super) fn clear(place: Place<'_>, path: &str) -> io::Result<()> {
    let at = place.at(path);
    match place.disk.kind(&at)? {
        Kind::Missing => Ok(()),
        Kind::File | Kind::Link => place.disk.remove(&at),
        Kind::Folder => {
            for name in place.disk.list(&at)? {
                clear(place, &below(path, &name))?;
            }
            place.disk.remove_folder(&at)
        }
        Kind::Other => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
    }
}

/// The folder just below another on the way to a path, and the way from there.
fn first_below<'a>(folder: &str, path: &'a str) -> (&'a str, &'a str) {
    let start = if folder.is_empty() {
        0
    } else {
        folder.len() + 1
    };
    let rest = path.get(start..).unwrap_or_default();
    match rest.split_once('/') {
        Some((first, rest)) => (path.get(..start + first.len()).unwrap_or(path), rest),
        None => (path, ""),
    }
}
