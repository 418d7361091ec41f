//! The files of one description, and how the text of a reference names a place in them.
//!
//! It must not know which kind of object a place takes.

use std::borrow::Cow;
use std::collections::BTreeMap;

pub(crate) use crate::read::Links;
use crate::read::{Document, Node};
use crate::report::{Diagnostic, FileId};

/// The files of one description.
#[derive(Debug)]
pub(crate) struct Files {
    /// The description itself.
    pub(crate) main: File,
    /// Files that it refers to, directly or not.
    others: Vec<File>,
    pub(crate) links: Links,
    unread: BTreeMap<(FileId, String), Diagnostic>,
}

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
    /// It is neither a path nor a JSON pointer.
    Unsupported,
}

impl Files {
    pub(crate) fn new(document: Document) -> Self {
        let Document {
            root,
            file,
            others,
            links,
            unread,
        } = document;
        let others = others
            .into_iter()
            .map(|(id, root)| File { id, root })
            .collect();
        Self {
            main: File { id: file, root },
            others,
            links,
            unread,
        }
    }

    /// Why the file of a reference was not read.
    pub(crate) fn unread(&self, from: FileId, text: &str) -> Option<&Diagnostic> {
        let path = text.split('#').next()?;
        self.unread.get(&(from, path.to_owned()))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut File> {
        std::iter::once(&mut self.main).chain(&mut self.others)
    }

    pub(crate) fn others_mut(&mut self) -> std::slice::IterMut<'_, File> {
        self.others.iter_mut()
    }

    pub(crate) fn root(&self, id: FileId) -> Option<&Node> {
        let mut files = std::iter::once(&self.main).chain(&self.others);
        files.find(|file| file.id == id).map(|file| &file.root)
    }

    pub(crate) fn root_mut(&mut self, id: FileId) -> Option<&mut Node> {
        self.iter_mut()
            .find(|file| file.id == id)
            .map(|file| &mut file.root)
    }

    /// What stands at a place.
    pub(crate) fn at(&self, place: &Place) -> Option<&Node> {
        self.root(place.file)?.pointer(&place.pointer)
    }

    /// The place that `text` names when it is written in the file `from`.
    pub(crate) fn locate(&self, from: FileId, text: &str) -> Result<Place, NoPlace> {
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let file = if path.is_empty() {
            from
        } else if is_url(path) {
            return Err(NoPlace::Remote);
        } else {
            let link = self.links.get(&(from, path.to_owned()));
            *link.ok_or(NoPlace::MissingFile)?
        };
        let pointer = percent_decode(fragment).into_owned();
        if text.is_empty() || !(pointer.is_empty() || pointer.starts_with('/')) {
            return Err(NoPlace::Unsupported);
        }
        Ok(Place { file, pointer })
    }
}

fn is_url(path: &str) -> bool {
    path.starts_with("//")
        || path
            .split_once("://")
            .is_some_and(|(scheme, _)| !scheme.is_empty())
}

/// A URI fragment as text (RFC 3986, section 2.1). What is no escape, or no UTF-8, stays.
fn percent_decode(fragment: &str) -> Cow<'_, str> {
    if !fragment.contains('%') {
        return Cow::Borrowed(fragment);
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (b'%', [high, low, tail @ ..]) if hex(*high).zip(hex(*low)).is_some() => {
                let (high, low) = (hex(*high).unwrap_or(0), hex(*low).unwrap_or(0));
                bytes.push(high * 16 + low);
                tail
            }
            _ => {
                bytes.push(*first);
                tail
            }
        };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(fragment), Cow::Owned)
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::percent_decode;

    #[test]
    fn escapes_become_text() {
        assert_eq!(percent_decode("/a%20b/%C3%A9"), "/a b/é");
        assert_eq!(percent_decode("/100%/%zz/%f"), "/100%/%zz/%f");
        assert_eq!(percent_decode("/%ff"), "/%ff");
    }
}
