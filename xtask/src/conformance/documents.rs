//! The descriptions, each with the values of its scenarios.
//!
//! They are given by an overlay, which names its description in `extends`, or by a description of
//! ours, where the suite has none. Both say at an operation which scenarios a call of it belongs to
//! (`x-scenario`, a name or a list) and which status is meant to come back where that is no success
//! (`x-status`). Where an overlay says again what the emitter lost, it says so (`x-restored`). This module must not know how an operation is called.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use specsmith_openapi::read::{self, Node};
use specsmith_openapi::{Limits, Report, Sources, overlay};

use crate::disk;

/// A description and what its scenarios demand.
#[derive(Debug)]
pub(super) struct Document {
    /// Name of the file without its extension, and of the crate with `-` in place of `_`.
    pub(super) name: String,
    pub(super) schema: PathBuf,
    /// `None` for a description of ours.
    pub(super) overlay: Option<PathBuf>,
    /// By operationId.
    pub(super) demands: BTreeMap<String, Demand>,
}

/// What is demanded of the call of an operation.
#[derive(Debug, Default)]
pub(super) struct Demand {
    pub(super) scenarios: Vec<String>,
    /// The status of a refusal that is meant to come.
    pub(super) status: Option<u16>,
    /// What the answer is, where the overlay says it.
    pub(super) answer: Option<Value>,
    /// What of its description is ours.
    pub(super) ours: Option<String>,
}

impl Document {
    /// The name of its crate.
    pub(super) fn krate(&self) -> String {
        self.name.replace(['_', '.'], "-").to_lowercase()
    }
}

/// The descriptions of all files of a folder whose name holds a text.
pub(super) fn list(folder: &Path, filter: Option<&str>) -> Result<Vec<Document>, String> {
    let files = disk::walk(folder)?;
    let names = files
        .iter()
        .filter_map(|(name, _)| name.strip_suffix(".yaml"));
    names
        .filter(|name| filter.is_none_or(|text| name.contains(text)))
        .map(|name| document(folder, name))
        .collect()
}

fn document(folder: &Path, name: &str) -> Result<Document, String> {
    let path = folder.join(format!("{name}.yaml"));
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    let unread = |path: &Path| format!("{}: cannot be read", path.display());
    let file = path.as_path();
    let written = read::open(file.into(), &limits, &mut sources, &mut report);
    let mut described = written.ok_or_else(|| unread(file))?;
    let (mut schema, mut overlay) = (path.clone(), None);
    if described.root.get("overlay").is_some() {
        let extends = described.root.get("extends").and_then(Node::as_str);
        let extends = extends
            .ok_or_else(|| format!("{}: it does not say what it extends", file.display()))?;
        schema = folder.join(extends);
        let extended = read::open(schema.as_path().into(), &limits, &mut sources, &mut report);
        described = extended.ok_or_else(|| unread(&schema))?;
        overlay::apply(&mut described, file.into(), &mut sources, &mut report);
        overlay = Some(path);
    }
    if !report.diagnostics().is_empty() {
        return Err(report.render_text(&sources, false));
    }
    Ok(Document {
        name: name.to_owned(),
        demands: demands(&described.root, overlay.is_none()),
        overlay,
        schema,
    })
}

fn demands(root: &Node, ours: bool) -> BTreeMap<String, Demand> {
    let items = root.get("paths").and_then(Node::as_map);
    let items = items.into_iter().flat_map(|paths| paths.iter());
    let operations = items
        .filter_map(|item| item.value.as_map())
        .flat_map(|item| item.iter());
    operations
        .filter_map(|operation| {
            let id = operation.value.get("operationId")?.as_str()?;
            let scenarios = scenarios(operation.value.get("x-scenario")?);
            let status = operation.value.get("x-status").map(Node::to_json);
            let status = status.and_then(|status| u16::try_from(status.as_u64()?).ok());
            let demand = Demand {
                scenarios,
                status,
                answer: answer(&operation.value),
                ours: match operation.value.get("x-restored").and_then(Node::as_str) {
                    Some(restored) => Some(format!("By an overlay that restores {restored}.")),
                    None => ours.then(|| "By a description of ours.".to_owned()),
                },
            };
            Some((id.to_owned(), demand))
        })
        .collect()
}

fn scenarios(node: &Node) -> Vec<String> {
    match node.as_list() {
        Some(names) => names
            .iter()
            .filter_map(Node::as_str)
            .map(str::to_owned)
            .collect(),
        None => node.as_str().map(str::to_owned).into_iter().collect(),
    }
}

/// The first example of JSON of a response.
fn answer(operation: &Node) -> Option<Value> {
    let responses = operation.get("responses")?.as_map()?;
    let contents = responses
        .iter()
        .filter_map(|response| response.value.get("content")?.as_map());
    contents
        .flat_map(|content| content.iter())
        .find_map(|media| Some(media.value.get("example")?.to_json()))
}
