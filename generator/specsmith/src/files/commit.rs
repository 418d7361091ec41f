//! All or nothing: staged beside their targets, written down in the journal, then renamed.
//!
//! Up to the moment when the journal gets its name the output is as before, and whatever fails is
//! undone. From then on the output is the new one, and whatever fails is completed by the next
//! run. This module must not know what is in the files.

use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use super::disk::Kind;
use super::journal::{self, Step};
use super::manifest::{self, Manifest};
use super::place::{Above, Place, below};
use super::set::ancestors;
use super::staged::{self, Staged, Write};
use super::survey::read_beside;

/// Removes and writes these files, in this order; all of it, or none.
pub(super) fn commit(
    place: Place<'_>,
    removals: Vec<String>,
    writes: &[Write<'_>],
) -> Result<(), Failure> {
    let made =
        make_folder(place, place.out).map_err(|(folder, error)| Failure::unmade(&folder, error))?;
    let staged = Staged::of(place, writes).inspect_err(|_| unmake(place, &made))?;
    let mut steps: Vec<Step> = removals.into_iter().map(Step::Remove).collect();
    steps.extend(staged.steps.iter().cloned());
    if let Err((path, error)) = stage(place, &steps, &staged, writes) {
        // The disk may be full: removing needs no room.
        undo(place, &steps);
        unmake(place, &made);
        return Err(Failure::unwritten(&path, error));
    }
    complete(place, &steps)
}

/// Completes or undoes what a killed run has left.
pub(super) fn recover(place: Place<'_>) -> Result<(), Failure> {
    if let Some(text) = read_beside(place, journal::STAGING)? {
        undo(place, &journal::parse(&text));
    }
    if let Some(text) = read_beside(place, journal::NAME)? {
        let manifest = read_beside(place, manifest::NAME)?;
        let listed = Manifest::parse(&manifest.unwrap_or_default());
        let mut steps = journal::parse(&text);
        // A journal is no licence to remove what nobody listed.
        steps.retain(|step| match step {
            Step::Remove(path) => listed.lists(path),
            Step::Place { .. } => true,
        });
        complete(place, &steps)?;
    }
    Ok(())
}

/// Writes the journal and the staged files, then gives the journal its name.
fn stage(
    place: Place<'_>,
    steps: &[Step],
    staged: &Staged,
    writes: &[Write<'_>],
) -> Result<(), (String, io::Error)> {
    let staging = place.in_out(journal::STAGING);
    clear(place, &staging)
        .and_then(|()| {
            let text = journal::text(steps);
            place.disk.create(&place.at(&staging), text.as_bytes())
        })
        .map_err(|error| (staging.clone(), error))?;
    staged.write(place, writes)?;
    place
        .disk
        .rename(&place.at(&staging), &place.at(&place.in_out(journal::NAME)))
        .map_err(|error| (staging, error))
}

/// Removes what was staged; what cannot be removed is left to the next run.
fn undo(place: Place<'_>, steps: &[Step]) {
    let mut left = false;
    for step in steps {
        if let Step::Place { staged, .. } = step {
            left |= staged::clear(place, staged).is_err();
        }
    }
    if !left {
        let _ = clear(place, &place.in_out(journal::STAGING));
    }
}

/// Takes the steps, those that were taken before left out, and removes the journal.
fn complete(place: Place<'_>, steps: &[Step]) -> Result<(), Failure> {
    for step in steps {
        match step {
            Step::Remove(path) => remove(place, path)?,
            Step::Place { staged, path } => put(place, staged, path)?,
        }
    }
    let journal = place.in_out(journal::NAME);
    clear(place, &journal).map_err(|error| Failure::interrupted(&journal, error))
}

/// Removes a file and the folders that are empty without it. A run that is completed may have
/// removed the file already, or made a folder of its name.
fn remove(place: Place<'_>, path: &str) -> Result<(), Failure> {
    match place.above(path)? {
        Above::There => {
            if matches!(place.kind(path)?, Kind::File | Kind::Link) {
                clear(place, path).map_err(|error| Failure::interrupted(path, error))?;
            }
        }
        Above::Missing { .. } => {}
        Above::Blocked(_) | Above::Outside(_) => return Ok(()),
    }
    for folder in ancestors(path) {
        // Fails at the first folder that is not empty, which is where it ends.
        if place.kind(folder)? != Kind::Missing
            && place.disk.remove_folder(&place.at(folder)).is_err()
        {
            break;
        }
    }
    Ok(())
}

/// Moves what is staged to its place. In a folder that somebody has made there since, each file
/// gets its own.
fn put(place: Place<'_>, staged: &str, path: &str) -> Result<(), Failure> {
    if place.above(staged)? != Above::There {
        return Ok(());
    }
    let kind = place.kind(staged)?;
    if !matches!(kind, Kind::File | Kind::Folder) {
        return Ok(());
    }
    if let Above::Outside(path) = place.above(path)? {
        return Err(Failure::Outside { path });
    }
    let interrupted = |error| Failure::interrupted(path, error);
    if let Some(folder) = ancestors(path).next() {
        make_folder(place, folder).map_err(|(_, error)| interrupted(error))?;
    }
    if place.kind(path)? == Kind::Folder {
        if kind == Kind::Folder {
            for name in place.list(staged)? {
                put(place, &below(staged, &name), &below(path, &name))?;
            }
            return place
                .disk
                .remove_folder(&place.at(staged))
                .map_err(interrupted);
        }
        remove_empty(place, path).map_err(interrupted)?;
    }
    place
        .disk
        .rename(&place.at(staged), &place.at(path))
        .map_err(interrupted)
}

/// Makes a folder and those above it, the root's own too; returns those made, outermost first. An
/// error comes with the folder that cannot be made.
fn make_folder(place: Place<'_>, folder: &str) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut wanted = Vec::new();
    if !folder.is_empty() {
        wanted.push(place.at(folder));
        wanted.extend(ancestors(folder).map(|folder| place.at(folder)));
    }
    let root = place
        .root
        .ancestors()
        // One that ends in `..` is there as soon as the one below it is.
        .filter(|folder| folder.file_name().is_some());
    wanted.extend(root.map(Path::to_path_buf));

    let mut missing = Vec::new();
    for folder in wanted {
        match place.disk.kind(&folder) {
            Ok(Kind::Missing) => missing.push(folder),
            Ok(Kind::Folder | Kind::Link) => break,
            Ok(Kind::File | Kind::Other) => {
                let error = no_folder(&folder);
                return Err((missing.pop().unwrap_or(folder), error));
            }
            Err(error) => return Err((folder, error)),
        }
    }
    missing.reverse();
    for (made, folder) in missing.iter().enumerate() {
        if let Err(error) = place.disk.create_folder(folder) {
            unmake(place, missing.get(..made).unwrap_or_default());
            return Err((folder.clone(), error));
        }
    }
    Ok(missing)
}

/// What stands where a folder has to be is none.
fn no_folder(path: &Path) -> io::Error {
    let message = format!("`{}` is a file", path.display());
    io::Error::new(io::ErrorKind::NotADirectory, message)
}

/// Removes folders that were made, as far as they are empty.
fn unmake(place: Place<'_>, made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = place.disk.remove_folder(folder);
    }
}

/// Removes a folder that holds nothing but empty folders.
fn remove_empty(place: Place<'_>, folder: &str) -> io::Result<()> {
    for name in place.disk.list(&place.at(folder))? {
        remove_empty(place, &below(folder, &name))?;
    }
    place.disk.remove_folder(&place.at(folder))
}

/// Removes a file or a link, if one is there.
fn clear(place: Place<'_>, path: &str) -> io::Result<()> {
    let at = place.at(path);
    match place.disk.kind(&at)? {
        Kind::Missing => Ok(()),
        Kind::File | Kind::Link => place.disk.remove(&at),
        Kind::Folder | Kind::Other => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
    }
}
