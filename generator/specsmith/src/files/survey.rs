//! Files × disk: what is current and what is not. Writing, checking and tests ask the same.
//!
//! This module reads and never writes; it must not know what is done about what it finds.

use rayon::prelude::*;

use super::disk::Kind;
use super::manifest::{self, Inputs, Manifest, Sum};
use super::place::{Above, Folders, Place, below};
use super::{Failure, Files, journal};

/// How one path stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The path, relative to the root.
    pub path: String,
    /// How it stands.
    pub state: State,
}

/// How a path stands between the generator, the disk and the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// On disk as generated.
    Current,
    /// Generated, not on disk.
    Missing,
    /// On disk with these other contents, for this cause.
    Differs(Vec<u8>, Cause),
    /// Generated; a symbolic link stands there. It is replaced and never written through.
    Linked,
    /// Listed, no longer generated, still on disk.
    Leftover,
    /// In the folder of generated files, neither generated nor listed.
    Foreign,
}

/// Why a file differs, told from the sum in the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// It is as written; what is generated changed.
    Outdated,
    /// It is not as written; what is generated did not change.
    Edited,
    /// Both changed.
    OutdatedAndEdited,
    /// The manifest does not list it.
    Unlisted,
}

/// How the whole output stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Every path, sorted.
    pub entries: Vec<Entry>,
    /// The manifest lists what is generated now.
    pub manifest_current: bool,
    /// Which of the files that were read have changed since the output was written, if known.
    pub changed_inputs: Vec<String>,
    /// A run was killed while it was writing.
    pub interrupted: bool,
}

/// A survey and what the next steps need besides.
pub(super) struct Surveyed {
    pub(super) survey: Survey,
    /// The manifest on disk; `None` when there is none.
    pub(super) before: Option<Manifest>,
    /// The manifest that belongs to the output.
    pub(super) after: Manifest,
    /// The manifest on disk has every byte of `after`.
    pub(super) manifest_same: bool,
}

/// Compares the output with the disk.
pub(super) fn survey(
    place: Place<'_>,
    files: &Files,
    inputs: &Inputs,
) -> Result<Surveyed, Failure> {
    let after = Manifest::of(files, inputs.clone());
    let text = read_beside(place, manifest::NAME)?;
    let before = text.as_deref().map(Manifest::parse);
    let known = before.clone().unwrap_or_default();

    let files_made: Vec<(&str, &str)> = files.iter().collect();
    let folders = Folders::above(place, files_made.iter().map(|(path, _)| *path))?;
    let states = files_made.into_par_iter().map(|(path, contents)| {
        let state = generated(place, folders.of(path), path, contents.as_bytes(), &known)?;
        let path = path.to_owned();
        Ok(Entry { path, state })
    });
    let states: Vec<Result<Entry, Failure>> = states.collect();
    // Of several failures the first is told, whichever came first.
    let mut entries = states
        .into_iter()
        .collect::<Result<Vec<Entry>, Failure>>()?;
    for path in known.paths().filter(|path| files.get(path).is_none()) {
        if let Some(state) = no_longer_generated(place, path, &known)? {
            entries.push(Entry {
                path: path.to_owned(),
                state,
            });
        }
    }
    for path in foreign(place, place.out, files, &known)? {
        entries.push(Entry {
            path,
            state: State::Foreign,
        });
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    entries.dedup_by(|a, b| a.path == b.path);

    let changed = after.inputs().changed(known.inputs());
    let survey = Survey {
        entries,
        manifest_current: before
            .as_ref()
            .is_some_and(|before| before.lists_the_same(&after)),
        changed_inputs: changed.into_iter().map(str::to_owned).collect(),
        interrupted: read_beside(place, journal::NAME)?.is_some()
            || read_beside(place, journal::STAGING)?.is_some(),
    };
    let manifest_same = text.is_some_and(|text| text == after.text().as_bytes());
    Ok(Surveyed {
        survey,
        before,
        after,
        manifest_same,
    })
}

/// A file of ours in the folder of generated files.
pub(super) fn read_beside(place: Place<'_>, name: &str) -> Result<Option<Vec<u8>>, Failure> {
    let path = place.in_out(name);
    match place.above(&path)? {
        Above::There => place.read_if_there(&path),
        Above::Missing { .. } => Ok(None),
        Above::Blocked(path) => Err(Failure::InTheWay {
            path,
            wanted: "a folder",
        }),
        Above::Outside(path) => Err(Failure::Outside { path }),
    }
}

/// How a generated file stands.
fn generated(
    place: Place<'_>,
    above: Above,
    path: &str,
    contents: &[u8],
    known: &Manifest,
) -> Result<State, Failure> {
    match above {
        Above::Missing { .. } => return Ok(State::Missing),
        // A file of ours that goes before this one comes.
        Above::Blocked(blocking) if known.lists(&blocking) => return Ok(State::Missing),
        Above::Blocked(path) => {
            return Err(Failure::InTheWay {
                path,
                wanted: "a folder",
            });
        }
        Above::Outside(path) => return Err(Failure::Outside { path }),
        Above::There => {}
    }
    match place.kind(path)? {
        Kind::Missing => Ok(State::Missing),
        Kind::File => {
            let found = place.read(path)?;
            if found == contents {
                return Ok(State::Current);
            }
            let cause = cause(path, &Sum::of(&found), &Sum::of(contents), known);
            Ok(State::Differs(found, cause))
        }
        Kind::Link => Ok(State::Linked),
        Kind::Folder if is_ours(place, path, known)? => Ok(State::Missing),
        Kind::Folder | Kind::Other => Err(Failure::InTheWay {
            path: path.to_owned(),
            wanted: "a file",
        }),
    }
}

fn cause(path: &str, found: &Sum, generated: &Sum, known: &Manifest) -> Cause {
    let as_written = known.lists_as(path, found);
    let as_generated = known.lists_as(path, generated);
    match (known.lists(path), as_written, as_generated) {
        (false, ..) => Cause::Unlisted,
        (true, true, _) => Cause::Outdated,
        (true, false, true) => Cause::Edited,
        (true, false, false) => Cause::OutdatedAndEdited,
    }
}

/// Whether a folder holds nothing but files that the manifest lists and folders of such.
fn is_ours(place: Place<'_>, folder: &str, known: &Manifest) -> Result<bool, Failure> {
    for name in place.list(folder)? {
        let path = below(folder, &name);
        let ours = match place.kind(&path)? {
            Kind::Folder => is_ours(place, &path, known)?,
            Kind::File => known.lists(&path),
            Kind::Missing => true,
            Kind::Link | Kind::Other => false,
        };
        if !ours {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How a listed file stands that nothing generates any more; `None` when it is gone.
fn no_longer_generated(
    place: Place<'_>,
    path: &str,
    known: &Manifest,
) -> Result<Option<State>, Failure> {
    if place.above(path)? != Above::There {
        return Ok(None);
    }
    match place.kind(path)? {
        Kind::Missing | Kind::Folder | Kind::Other => Ok(None),
        Kind::Link => Ok(Some(State::Leftover)),
        // A damaged manifest is believed only where the file is what it says.
        Kind::File if known.is_damaged() => {
            let as_written = known.lists_as(path, &Sum::of(&place.read(path)?));
            Ok(Some(if as_written {
                State::Leftover
            } else {
                State::Foreign
            }))
        }
        Kind::File => Ok(Some(State::Leftover)),
    }
}

/// Files in the folder of generated files that nobody knows. What cargo makes there, and names
/// that begin with a dot, are not looked at.
fn foreign(
    place: Place<'_>,
    folder: &str,
    files: &Files,
    known: &Manifest,
) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    if place.kind(folder)? != Kind::Folder {
        return Ok(found);
    }
    for name in place.list(folder)? {
        let path = below(folder, &name);
        if name.starts_with('.') || matches!(name.as_str(), "target" | "Cargo.lock") {
            continue;
        }
        match place.kind(&path)? {
            Kind::Folder => found.extend(self::foreign(place, &path, files, known)?),
            Kind::Missing => {}
            Kind::File | Kind::Link | Kind::Other => {
                if files.get(&path).is_none() && !known.lists(&path) {
                    found.push(path);
                }
            }
        }
    }
    Ok(found)
}
