//! Files in, trees of nodes with their places out. The only reader of files.
//!
//! This module must not know what any keyword means.

pub mod codes;
mod de;
mod file;
mod json;
mod json_value;
mod limits;
mod linked;
mod map;
mod node;
mod number;
mod pointer;
mod source;
mod yaml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::report::{Diagnostic, FileId, Origin, Report, clip};

use file::Format;

pub use de::ShapeError;
pub use limits::Limits;
pub(crate) use limits::{Budget, too_deep};
pub use linked::Links;
pub use map::{Entry, Key, Map};
pub use node::{Node, Value};
pub use number::Number;
pub use pointer::{escape_step, unescape_step};
pub use source::Sources;

/// What one file holds, and the files that it refers to.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The tree. Every place in it is one of `file`, or of an overlay that wrote it.
    pub root: Node,
    /// The file.
    pub file: FileId,
    /// Overlays that wrote into the tree. References in what they wrote are meant from `file`.
    pub overlays: Vec<FileId>,
    /// Files behind `$ref`, directly or not, with their trees.
    pub others: Vec<(FileId, Node)>,
    /// Which reference leads to which file.
    pub links: Links,
    /// Why a reference leads to no file, where that is not in the report.
    pub unread: BTreeMap<(FileId, String), Diagnostic>,
    /// What is left of the limits.
    pub(crate) budget: Budget,
}

impl Document {
    /// The file from which a reference is meant that is written in `file`.
    pub fn home(&self, file: FileId) -> FileId {
        if self.overlays.contains(&file) {
            self.file
        } else {
            file
        }
    }

    /// The limits that it was read with.
    pub fn limits(&self) -> &Limits {
        self.budget.limits()
    }
}

/// A path, and where it is written: what is wrong with the path itself is shown there.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The path.
    pub path: &'a Path,
    /// Where a configuration names it; `None` where it was given otherwise.
    pub at: Option<Origin>,
}

impl<'a> From<&'a Path> for Named<'a> {
    fn from(path: &'a Path) -> Self {
        Self { path, at: None }
    }
}

/// A finding that ends the reading of a file.
type Fault = Box<Diagnostic>;

/// Reads a file of JSON or YAML, and the files that it refers to by relative paths.
///
/// The format follows from the extension; a name that is neither `.json` nor `.yaml` or `.yml` is
/// told by its first character. The file is added to `sources` even when it cannot be read, so
/// that messages can name it. `None` when it holds no tree; `report` then has a fatal finding
/// that says why: one message for one file.
pub fn read(
    path: &Path,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let mut document = open(path.into(), limits, sources, report)?;
    link(&mut document, sources, report);
    Some(document)
}

/// Like [`read`], without the files that it refers to: for those who change the tree before.
pub fn open(
    name: Named<'_>,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let mut budget = Budget::new(limits);
    let (file, root) = tree(name, &mut budget, sources, report)?;
    Some(document(file, root, budget))
}

/// Reads the files that a document refers to by relative paths, and those that they refer to.
pub fn link(document: &mut Document, sources: &mut Sources, report: &mut Report) {
    linked::follow(document, sources, report);
}

/// Reads a file that is no description (the configuration, a template) as it is.
///
/// The file is added to `sources` even when it cannot be read. `None` when it holds no text;
/// `report` then has a fatal finding that says why.
pub fn text(
    path: &Path,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<FileId> {
    let text = load(path.into(), limits, sources, report)?;
    Some(sources.add(path, file::without_byte_order_mark(text)))
}

/// Like [`read`], with a text that is at hand: `name` is its path in messages and gives its
/// format. Files that it refers to are not read.
pub fn read_str(
    name: &str,
    text: String,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let mut budget = Budget::new(limits);
    let (file, root) = parse_file(name.into(), text, &mut budget, sources, report)?;
    Some(document(file, root, budget))
}

/// Reads one more file, within what is left of the limits.
pub(crate) fn tree(
    name: Named<'_>,
    budget: &mut Budget,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<(FileId, Node)> {
    let text = load(name, budget.limits(), sources, report)?;
    parse_file(name.path.to_owned(), text, budget, sources, report)
}

/// The text of a file. One that cannot be read is added to `sources` with a finding.
fn load(
    name: Named<'_>,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<String> {
    match file::load(name.path, limits) {
        Ok(text) => Some(text),
        Err(unreadable) => {
            let file = sources.add(name.path, unreadable.text);
            report.push(match name.at {
                Some(at) if unreadable.problem.is_of_path() => {
                    unreadable.problem.diagnostic_of_named(at)
                }
                _ => {
                    let at = Origin::of_bytes(file, unreadable.bytes);
                    unreadable.problem.diagnostic(at)
                }
            });
            None
        }
    }
}

fn document(file: FileId, root: Node, budget: Budget) -> Document {
    Document {
        root,
        file,
        overlays: Vec::new(),
        others: Vec::new(),
        links: Links::new(),
        unread: BTreeMap::new(),
        budget,
    }
}

fn parse_file(
    path: PathBuf,
    text: String,
    budget: &mut Budget,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<(FileId, Node)> {
    let format = Format::of(&path, &text);
    let file = sources.add(path, file::without_byte_order_mark(text));
    match parse(format, file, budget, sources, report) {
        Ok(root) => Some((file, root)),
        Err(fault) => {
            report.push(*fault);
            None
        }
    }
}

fn parse(
    format: Format,
    file: FileId,
    budget: &mut Budget,
    sources: &Sources,
    report: &mut Report,
) -> Result<Node, Fault> {
    let text = sources.text(file);
    file::check_text(text, file, budget.limits())?;
    let no_value = || file::no_value(file);
    match format {
        Format::Json => json::parse(text, file, budget, report),
        Format::Yaml => yaml::parse(text, file, budget, report)?.ok_or_else(no_value),
        Format::Bracket => {
            // YAML contains JSON, so what looks like JSON and is not may still be YAML.
            let mut findings = Report::new();
            let before = budget.clone();
            match json::parse(text, file, budget, &mut findings) {
                Ok(root) => {
                    report.append(findings);
                    Ok(root)
                }
                Err(fault) if fault.code == codes::JSON_SYNTAX => {
                    *budget = before;
                    yaml::parse(text, file, budget, report)?.ok_or_else(no_value)
                }
                Err(fault) => Err(fault),
            }
        }
    }
}

/// A key that a map has already.
fn duplicate_key(second: &Key, first: &Key) -> Diagnostic {
    Diagnostic::error(
        codes::DUPLICATE_KEY,
        second.origin,
        format!(
            "the key `{}` is written twice in one map",
            clip(&second.text)
        ),
        "the last one counts; remove one of them",
    )
    .related(first.origin, "first written here")
}
