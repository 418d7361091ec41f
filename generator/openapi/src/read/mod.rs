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
pub use linked::Links;
pub use map::{Entry, Key, Map};
pub use node::{Node, Value};
pub use number::Number;
pub use pointer::{escape_step, unescape_step};
pub use source::Sources;

/// What one file holds, and the files that it refers to.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The tree. Every place in it is one of `file`.
    pub root: Node,
    /// The file.
    pub file: FileId,
    /// Files behind `$ref`, directly or not, with their trees.
    pub others: Vec<(FileId, Node)>,
    /// Which reference leads to which file.
    pub links: Links,
    /// Why a reference leads to no file, where that is not in the report.
    pub unread: BTreeMap<(FileId, String), Diagnostic>,
}

/// A finding that ends the reading of a file.
type Fault = Box<Diagnostic>;

/// Reads a file of JSON or YAML.
///
/// The format follows from the extension; a name that is neither `.json` nor `.yaml` or `.yml` is
/// told by its first character. The file is added to `sources` even when it cannot be read, so
/// that messages can name it. `None` when it holds no tree; `report` then has a fatal finding
/// that says why: one message for one file. Files that it refers to by relative paths are read too.
pub fn read(
    path: &Path,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let text = load(path, limits, sources, report)?;
    let mut document = read_text(path.to_owned(), text, limits, sources, report)?;
    linked::follow(&mut document, limits, sources, report);
    Some(document)
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
    let text = load(path, limits, sources, report)?;
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
    read_text(name.into(), text, limits, sources, report)
}

/// The text of a file. One that cannot be read is added to `sources` with a finding.
fn load(
    path: &Path,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<String> {
    match file::load(path, limits) {
        Ok(text) => Some(text),
        Err(unreadable) => {
            let file = sources.add(path, unreadable.text);
            let at = Origin::of_bytes(file, unreadable.bytes);
            report.push(unreadable.problem.diagnostic(at));
            None
        }
    }
}

fn read_text(
    path: PathBuf,
    text: String,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let (file, root) = parse_file(path, text, limits, sources, report)?;
    Some(Document {
        root,
        file,
        others: Vec::new(),
        links: Links::new(),
        unread: BTreeMap::new(),
    })
}

fn parse_file(
    path: PathBuf,
    text: String,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<(FileId, Node)> {
    let format = Format::of(&path, &text);
    let file = sources.add(path, file::without_byte_order_mark(text));
    match parse(format, file, limits, sources, report) {
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
    limits: &Limits,
    sources: &Sources,
    report: &mut Report,
) -> Result<Node, Fault> {
    let text = sources.text(file);
    file::check_text(text, file, limits)?;
    let no_value = || file::no_value(file);
    match format {
        Format::Json => json::parse(text, file, limits, report),
        Format::Yaml => yaml::parse(text, file, limits, report)?.ok_or_else(no_value),
        Format::Bracket => {
            // YAML contains JSON, so what looks like JSON and is not may still be YAML.
            let mut findings = Report::new();
            match json::parse(text, file, limits, &mut findings) {
                Ok(root) => {
                    report.append(findings);
                    Ok(root)
                }
                Err(fault) if fault.code == codes::JSON_SYNTAX => {
                    yaml::parse(text, file, limits, report)?.ok_or_else(no_value)
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
