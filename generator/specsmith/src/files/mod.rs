//! The output, in memory and on disk. The only writer of files.
//!
//! Everything is generated before the first byte is written. [`check`] compares it with the disk,
//! [`write()`] does so too and then mends what differs. This module must not know what any file
//! holds.

mod commit;
mod disk;
mod explain;
mod failure;
mod journal;
mod manifest;
mod place;
mod set;
mod staged;
mod survey;

use std::path::Path;

use specsmith_openapi::Sources;

use crate::config::Config;

pub use disk::{Disk, Kind, Real};
pub use explain::explain;
pub use failure::Failure;
pub use manifest::{Inputs, Sum};
pub(crate) use set::wrong_path;
pub use set::{Files, Refused};
pub use survey::{Cause, Entry, State, Survey};

use place::Place;
use staged::Write;
use survey::Surveyed;

/// An output and where it belongs.
#[derive(Debug, Clone)]
pub struct Output<'a> {
    /// Folder that all paths are relative to, and that none leaves.
    pub root: &'a Path,
    /// Folder below it that holds generated files only, the manifest among them.
    pub out: &'a str,
    /// The files.
    pub files: &'a Files,
    /// What they were made from.
    pub inputs: Inputs,
}

impl<'a> Output<'a> {
    /// The output of a run of this configuration.
    pub fn of(config: &'a Config, files: &'a Files, sources: &Sources) -> Self {
        let inputs = Inputs::of(sources, &config.root);
        Self {
            root: &config.root,
            out: &config.out,
            files,
            inputs,
        }
    }

    fn place(&self, disk: &'a dyn Disk) -> Place<'a> {
        Place {
            root: self.root,
            out: self.out,
            disk,
        }
    }
}

/// What was done about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It was missing or different.
    Written,
    /// Somebody had edited it by hand.
    Overwritten,
    /// It was current.
    Unchanged,
    /// It is no longer generated.
    Removed,
}

impl Action {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Overwritten => "overwrote",
            Self::Unchanged => "unchanged",
            Self::Removed => "removed",
        }
    }
}

/// Makes the disk hold the output: all of it, or on failure what it held before. What a killed
/// run has left is completed first. Returns what was done about each file, sorted by path.
///
/// # Errors
/// See [`Failure`]; but for [`Failure::Interrupted`] the output is as before.
pub fn write(output: &Output<'_>, disk: &dyn Disk) -> Result<Vec<(String, Action)>, Failure> {
    let place = output.place(disk);
    commit::recover(place)?;
    let surveyed = survey::survey(place, output.files, &output.inputs)?;
    refuse_to_replace_others(place, &surveyed)?;

    let manifest = surveyed.after.text();
    let mut removals = Vec::new();
    let mut writes = Vec::new();
    let mut actions = Vec::new();
    for Entry { path, state } in surveyed.survey.entries {
        let action = match &state {
            State::Current => Action::Unchanged,
            State::Missing | State::Differs(..) | State::Linked => {
                let contents = output.files.get(&path).unwrap_or_default();
                writes.push(Write {
                    path: path.clone(),
                    contents,
                });
                match &state {
                    State::Differs(_, Cause::Edited | Cause::OutdatedAndEdited) => {
                        Action::Overwritten
                    }
                    _ => Action::Written,
                }
            }
            State::Leftover => {
                removals.push(path.clone());
                Action::Removed
            }
            State::Foreign => continue,
        };
        actions.push((path, action));
    }
    if !surveyed.manifest_same {
        // Last: until then the old one lists what is removed.
        let path = place.in_out(manifest::NAME);
        // It goes with every change; alone it is one that a line has to name.
        if removals.is_empty() && writes.is_empty() {
            actions.push((path.clone(), Action::Written));
            actions.sort_by(|(left, _), (right, _)| left.cmp(right));
        }
        writes.push(Write {
            path,
            contents: &manifest,
        });
    }
    if !removals.is_empty() || !writes.is_empty() {
        commit::commit(place, removals, &writes)?;
    }
    Ok(actions)
}

/// Compares the output with the disk and writes nothing.
///
/// # Errors
/// When something cannot be read, or stands where the output could not be written.
pub fn check(output: &Output<'_>, disk: &dyn Disk) -> Result<Survey, Failure> {
    survey::survey(output.place(disk), output.files, &output.inputs).map(|surveyed| surveyed.survey)
}

/// Writes files for a maintainer to edit: no manifest, and nothing that is there with other
/// contents is replaced. Returns the paths written.
///
/// # Errors
/// See [`Failure`]; nothing was written.
pub fn export(files: &Files, folder: &Path, disk: &dyn Disk) -> Result<Vec<String>, Failure> {
    let place = Place {
        root: folder,
        out: "",
        disk,
    };
    commit::recover(place)?;
    let surveyed = survey::survey(place, files, &Inputs::default())?;
    let mut writes = Vec::new();
    for Entry { path, state } in surveyed.survey.entries {
        match state {
            State::Missing => {
                let contents = files.get(&path).unwrap_or_default();
                writes.push(Write { path, contents });
            }
            State::Differs(..) | State::Linked => {
                return Err(Failure::InTheWay {
                    path,
                    wanted: "another file",
                });
            }
            State::Current | State::Leftover | State::Foreign => {}
        }
    }
    if !writes.is_empty() {
        commit::commit(place, Vec::new(), &writes)?;
    }
    Ok(writes.into_iter().map(|write| write.path).collect())
}

/// Keeps a run from replacing what somebody wrote by hand. In a folder that is named as one of
/// generated files anything may be replaced; elsewhere what no run before has written must say that
/// it is ours. Without a manifest, one file that does so speaks for the others.
fn refuse_to_replace_others(place: Place<'_>, surveyed: &Surveyed) -> Result<(), Failure> {
    let is_first = surveyed.before.is_none();
    let is_listed = |path: &str| surveyed.before.as_ref().is_some_and(|it| it.lists(path));
    let mut others = Vec::new();
    for Entry { path, state } in &surveyed.survey.entries {
        match state {
            State::Current if is_first => return Ok(()),
            State::Differs(found, _) if says_who_wrote_it(found) => {
                if is_first {
                    return Ok(());
                }
            }
            State::Differs(found, _) if found.is_empty() => {}
            State::Differs(..) | State::Linked if !place.is_in_out(path) && !is_listed(path) => {
                others.push(path);
            }
            State::Current
            | State::Differs(..)
            | State::Linked
            | State::Missing
            | State::Leftover
            | State::Foreign => {}
        }
    }
    match others.first() {
        Some(path) => Err(Failure::NotOurs {
            path: (*path).clone(),
            count: others.len(),
        }),
        None => Ok(()),
    }
}

fn says_who_wrote_it(contents: &[u8]) -> bool {
    let head = contents.get(..1024).unwrap_or(contents);
    head.windows(b"specsmith".len())
        .any(|window| window == b"specsmith")
}
