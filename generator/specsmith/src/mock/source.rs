//! The files of a description as they are written: what stands at a place, and where references
//! lead.
//!
//! This module must not know what any keyword but `$ref` means.

use specsmith_openapi::Document;
use specsmith_openapi::normalize::Dialect;
use specsmith_openapi::read::{Node, escape_step};
use specsmith_openapi::report::FileId;

/// A place in one of the files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) file: FileId,
    /// JSON pointer, without `#`.
    pub(super) pointer: String,
}

impl Place {
    /// The place of what stands under a key, or at a position.
    pub(super) fn below(&self, steps: &[&str]) -> Self {
        let mut pointer = self.pointer.clone();
        for step in steps {
            pointer.push('/');
            pointer.push_str(&escape_step(step));
        }
        Self {
            file: self.file,
            pointer,
        }
    }
}

/// How many references may lead to references.
const HOPS: usize = 64;

/// The files of one description.
#[derive(Debug)]
pub(super) struct Source {
    document: Document,
    pub(super) dialect: Dialect,
}

impl Source {
    /// References by name are taken for resolved.
    pub(super) fn new(document: Document, dialect: Dialect) -> Self {
        Self { document, dialect }
    }

    /// What stands at a place, be it a reference.
    pub(super) fn at(&self, place: &Place) -> Option<&Node> {
        self.root(self.document.home(place.file))?
            .pointer(&place.pointer)
    }

    fn root(&self, file: FileId) -> Option<&Node> {
        if file == self.document.file {
            return Some(&self.document.root);
        }
        let mut others = self.document.others.iter();
        others.find(|(id, _)| *id == file).map(|(_, root)| root)
    }

    /// Where a reference leads that is written in `file`; the error says why nowhere.
    pub(super) fn locate(&self, file: FileId, reference: &str) -> Result<Place, String> {
        let from = self.document.home(file);
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = match path {
            "" => from,
            path => *self
                .document
                .links
                .get(&(from, path.to_owned()))
                .ok_or_else(|| format!("the file of `{reference}` was not read"))?,
        };
        let pointer = super::percent::decode(fragment);
        let place = Place { file, pointer };
        match self.at(&place) {
            Some(_) => Ok(place),
            None => Err(format!("`{reference}` does not exist")),
        }
    }

    /// The place itself, or where the references lead that stand there.
    pub(super) fn follow(&self, place: Place) -> Option<Place> {
        let mut place = place;
        for _ in 0..HOPS {
            match self.at(&place)?.get("$ref").and_then(Node::as_str) {
                Some(reference) => place = self.locate(place.file, reference).ok()?,
                None => return Some(place),
            }
        }
        None
    }
}
