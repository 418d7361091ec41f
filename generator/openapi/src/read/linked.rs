//! Files behind `$ref`: read once each, whoever refers to them.
//!
//! It must not look at what stands behind the `#` of a reference: that is for normalize.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Component, Path, PathBuf};

use super::limits::too_many_files;
use super::{Budget, Document, Node, Sources, Value, file, parse_file};
use crate::report::{Diagnostic, FileId, Origin, Report, Severity};
use crate::uri;

/// To which file the path part of a reference leads, by the file that holds it.
pub type Links = BTreeMap<(FileId, String), FileId>;

/// Reads the files that a document refers to by relative paths, and those that they refer to.
///
/// A file that cannot be read is kept as `unread`: only normalize knows whether the reference is
/// part of the description or of some data. A syntax error is reported in its file.
pub(super) fn follow(document: &mut Document, sources: &mut Sources, report: &mut Report) {
    let main = normal(sources.path(document.file));
    let reach = file::Reach::of(&main);
    let mut known = BTreeMap::from([(main, Ok(document.file))]);
    let mut waiting: VecDeque<Reference> = paths(&document.root).into();
    while let Some(reference) = waiting.pop_front() {
        let from = document.home(reference.at.file);
        let base = sources
            .path(from)
            .parent()
            .unwrap_or(Path::new(""))
            .to_owned();
        let path = normal(&base.join(&*uri::percent_decode(&reference.path)));
        let found = match known.get(&path) {
            Some(found) => found.clone(),
            None => {
                let has_room = known.len() < document.limits().files as usize;
                let found = match has_room {
                    true => {
                        let read = (path.as_path(), &reach, reference.at);
                        read_other(read, &mut document.budget, sources, report)
                    }
                    false => Err(Some(too_many_files(document.limits().files, reference.at))),
                };
                let found = found.map(|(id, root)| {
                    waiting.extend(paths(&root));
                    document.others.push((id, root));
                    id
                });
                known.insert(path, found.clone());
                found
            }
        };
        let key = (from, reference.path);
        match found {
            Ok(to) => {
                document.links.insert(key, to);
            }
            Err(reason) => {
                document.unread.extend(reason.map(|reason| (key, reason)));
            }
        }
    }
}

/// `Err` holds the reason; `None` when it is reported.
fn read_other(
    (path, reach, at): (&Path, &file::Reach, Origin),
    budget: &mut Budget,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<(FileId, Node), Option<Diagnostic>> {
    match file::load_regular(path, reach, budget.limits()) {
        Ok(text) => parse_file(path.to_owned(), text, budget, sources, report).ok_or(None),
        Err(unreadable) => {
            let mut diagnostic = unreadable.problem.diagnostic(at);
            // The description itself is readable: the place of the reference degrades.
            diagnostic.severity = Severity::Error;
            Err(Some(diagnostic))
        }
    }
}

/// The path part of a reference.
struct Reference {
    path: String,
    at: Origin,
}

/// The references of a tree that lead to other files, each path once.
fn paths(root: &Node) -> Vec<Reference> {
    let mut found: BTreeMap<&str, Origin> = BTreeMap::new();
    let mut order = Vec::new();
    let mut nodes = vec![root];
    while let Some(node) = nodes.pop() {
        match &node.value {
            Value::List(items) => nodes.extend(items.iter().rev()),
            Value::Map(map) => {
                for entry in map.entries().iter().rev() {
                    match (&*entry.key.text, entry.value.as_str()) {
                        ("$ref", Some(text)) => {
                            if let Some(path) = relative_path(text)
                                && found.insert(path, entry.value.origin).is_none()
                            {
                                order.push(Reference {
                                    path: path.to_owned(),
                                    at: entry.value.origin,
                                });
                            }
                        }
                        _ => nodes.push(&entry.value),
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    order
}

/// A path beside the file; neither a URL nor a place of this machine.
fn relative_path(text: &str) -> Option<&str> {
    let path = text.split('#').next()?;
    let is_local = !path.is_empty() && !uri::is_absolute(path) && !path.starts_with(['/', '\\']);
    (is_local && Path::new(path).is_relative()).then_some(path)
}

/// The path without `.` and with `..` taken back where that can be seen.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if ends_in_name(&normal) => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

fn ends_in_name(path: &Path) -> bool {
    matches!(path.components().next_back(), Some(Component::Normal(_)))
}
