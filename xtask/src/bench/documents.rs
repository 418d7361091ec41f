//! The documents that are measured. Few peers read Swagger 2.0, so such a document is measured in
//! the form of OpenAPI 3.0 as well, which one of the peers makes.
//!
//! This module must not know how anything is measured.

use std::path::{Path, PathBuf};

use super::LIMITS;
use super::install::Installed;
use super::tools::Source;
use crate::corpus::{self, Document};
use crate::{disk, process};

/// Where documents are sought unless said otherwise.
const FOLDER: &str = "../shared/corpus";

/// Which of them are measured: large ones that the field is compared by.
const CHOSEN: [&str; 6] = [
    "github",
    "stripe-guru",
    "openai",
    "kubernetes-v2",
    "nexus",
    "discord",
];

/// The documents below folders whose name holds a text; without folders it is a choice of ours.
pub(super) fn list(folders: &[PathBuf], filter: Option<&str>) -> Result<Vec<Document>, String> {
    let mut documents = if folders.is_empty() {
        let mut documents = corpus::documents(&[FOLDER.into()])?;
        documents.retain(|document| CHOSEN.contains(&document.name.as_str()));
        documents.sort_by_key(|document| CHOSEN.iter().position(|name| *name == document.name));
        documents
    } else {
        corpus::documents(folders)?
    };
    documents.retain(|document| filter.is_none_or(|filter| document.name.contains(filter)));
    if documents.is_empty() {
        return Err("there are no documents of this name".to_owned());
    }
    Ok(documents)
}

/// Adds the forms of OpenAPI 3.0, where the peer that makes them is to be had.
pub(super) fn with_converted(
    documents: Vec<Document>,
    tools: &[Installed],
    cache: &Path,
) -> Result<Vec<Document>, String> {
    let converter = tools
        .iter()
        .find(|installed| matches!(installed.tool.source, Source::Jar { .. }));
    let mut all = Vec::new();
    for document in documents {
        let text = disk::read(&document.path)?.unwrap_or_default();
        let converted = match converter {
            Some(converter) if is_swagger(&text) => convert(&document, converter, cache)?,
            _ => None,
        };
        all.push(document);
        all.extend(converted);
    }
    Ok(all)
}

/// Whether it says that it is Swagger 2.0, in JSON or YAML.
fn is_swagger(text: &str) -> bool {
    let text: String = text.split_whitespace().collect();
    let text = text.replace(['"', '\''], "");
    text.contains("swagger:2.0")
}

fn convert(
    document: &Document,
    converter: &Installed,
    cache: &Path,
) -> Result<Option<Document>, String> {
    let folder = cache.join("converted").join(&document.krate);
    let path = folder.join("openapi.json");
    if !path.exists() {
        let mut command = converter.command();
        command
            .args(["generate", "-g", "openapi", "--skip-validate-spec", "-i"])
            .arg(&document.path)
            .arg("-o")
            .arg(&folder);
        process::run(&mut command, LIMITS, |_| {})?;
    }
    let Some(text) = disk::read(&path)? else {
        eprintln!("{}: no form of OpenAPI 3.0 could be made", document.name);
        return Ok(None);
    };
    Ok(Some(Document {
        path,
        name: format!("{} as 3.0", document.name),
        krate: format!("{}-as-3-0", document.krate),
        bytes: text.len() as u64,
        ..document.clone()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swagger_is_told_in_json_and_yaml() {
        for (text, expected) in [
            ("{\n  \"swagger\": \"2.0\"", true),
            ("swagger: '2.0'\ninfo:", true),
            ("swagger: 2.0", true),
            ("{\"openapi\":\"3.0.3\"}", false),
        ] {
            assert_eq!(is_swagger(text), expected, "{text}");
        }
    }
}
