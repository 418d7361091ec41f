//! The files of one description, and how the text of a reference names a place in them.
//!
//! It must not know which kind of object a place takes.

use std::collections::BTreeMap;

pub(crate) use crate::read::Links;
use crate::read::{Budget, Document, Limits, Node};
use crate::report::{Diagnostic, FileId};
use crate::uri;

/// The files of one description.
#[derive(Debug)]
pub(crate) struct Files {
    /// The description itself.
    pub(crate) main: File,
    /// Overlays that wrote into it.
    overlays: Vec<FileId>,
    /// Files that it refers to, directly or not.
    others: Vec<File>,
    pub(crate) links: Links,
    unread: BTreeMap<(FileId, String), Diagnostic>,
    pub(crate) limits: Limits,
}

/// How many references a pointer may go through.
const HOPS: u32 = 64;

/// One file.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) id: FileId,
    pub(crate) root: Node,
}

/// A place that the text of a reference names. Something need not be there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) file: FileId,
    /// JSON pointer, without `#`.
    pub(crate) pointer: String,
}

/// Why the text of a reference names no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoPlace {
    /// It is a URL.
    Remote,
    /// The file was not read.
    MissingFile,
    /// No schema has the anchor.
    Anchor,
    /// Nothing is written.
    Empty,
}

impl Files {
    pub(crate) fn new(document: Document) -> Self {
        let Document {
            root,
            file,
            overlays,
            others,
            links,
            unread,
            budget,
        } = document;
        let others = others
            .into_iter()
            .map(|(id, root)| File { id, root })
            .collect();
        Self {
            main: File { id: file, root },
            overlays,
            limits: *budget.limits(),
            others,
            links,
            unread,
        }
    }

    /// The files as they were read, with what is left of their limits.
    pub(crate) fn into_document(self, budget: Budget) -> Document {
        let others = self.others.into_iter();
        Document {
            root: self.main.root,
            file: self.main.id,
            overlays: self.overlays,
            others: others.map(|file| (file.id, file.root)).collect(),
            links: self.links,
            unread: self.unread,
            budget,
        }
    }

    /// Why the file of a reference was not read.
    pub(crate) fn unread(&self, from: FileId, text: &str) -> Option<&Diagnostic> {
        let path = text.split('#').next()?;
        self.unread.get(&(self.home(from), path.to_owned()))
    }

    /// The file from which a reference is meant that is written in `file`: what an overlay wrote
    /// belongs to the description.
    pub(crate) fn home(&self, file: FileId) -> FileId {
        if self.overlays.contains(&file) {
            self.main.id
        } else {
            file
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &File> {
        std::iter::once(&self.main).chain(&self.others)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut File> {
        std::iter::once(&mut self.main).chain(&mut self.others)
    }

    pub(crate) fn others_mut(&mut self) -> std::slice::IterMut<'_, File> {
        self.others.iter_mut()
    }

    pub(crate) fn root(&self, id: FileId) -> Option<&Node> {
        self.iter()
            .find(|file| file.id == id)
            .map(|file| &file.root)
    }

    pub(crate) fn root_mut(&mut self, id: FileId) -> Option<&mut Node> {
        self.iter_mut()
            .find(|file| file.id == id)
            .map(|file| &mut file.root)
    }

    /// The homes of what overlays wrote.
    pub(crate) fn homes(&self) -> BTreeMap<FileId, FileId> {
        self.overlays.iter().map(|it| (*it, self.main.id)).collect()
    }

    /// What stands at a place.
    pub(crate) fn at(&self, place: &Place) -> Option<&Node> {
        self.root(place.file)?.pointer(&place.pointer)
    }

    /// The place that `text` names when it is written in the file `from`.
    pub(crate) fn locate(&self, from: FileId, text: &str) -> Result<Place, NoPlace> {
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let file = match self.linked(from, path) {
            Some(file) => file,
            None if uri::is_absolute(path) => return Err(NoPlace::Remote),
            None => return Err(NoPlace::MissingFile),
        };
        let pointer = uri::percent_decode(fragment).into_owned();
        if text.is_empty() {
            return Err(NoPlace::Empty);
        }
        if !(pointer.is_empty() || pointer.starts_with('/')) {
            return Err(NoPlace::Anchor);
        }
        Ok(Place { file, pointer })
    }

    /// The file that the path of a reference leads to.
    pub(crate) fn linked(&self, from: FileId, path: &str) -> Option<FileId> {
        let from = self.home(from);
        if path.is_empty() {
            return Some(from);
        }
        self.links.get(&(from, path.to_owned())).copied()
    }

    /// Like [`at`](Self::at), with references on the way followed: the place itself.
    pub(crate) fn at_through(&self, place: &Place) -> Option<Place> {
        let mut here = Place {
            file: place.file,
            pointer: String::new(),
        };
        let mut left = HOPS;
        for step in place.pointer.split('/').skip(1) {
            loop {
                let pointer = format!("{}/{step}", here.pointer);
                let next = Place { pointer, ..here };
                if self.at(&next).is_some() {
                    here = next;
                    break;
                }
                let reference = self.at(&here)?.get("$ref")?.as_str()?;
                here = self.locate(here.file, reference).ok()?;
                left = left.checked_sub(1)?;
            }
        }
        Some(here)
    }
}
