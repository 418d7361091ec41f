//! The description that the schemas of a draft become.
//!
//! Each schema is a file of its own, since references in it begin there. This module must not know
//! what is tested.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::Draft;
use super::cases::Case;
use crate::disk;

/// Writes the description and the schemas, and says where the description is.
pub(super) fn lay(folder: &Path, draft: Draft, cases: &[Case]) -> Result<PathBuf, String> {
    let folder = folder.join("documents").join(draft.name);
    disk::clear(&folder)?;
    let mut paths = Map::new();
    for case in cases {
        let file = file(case);
        disk::write(&folder.join(&file), &case.schema.to_string())?;
        paths.insert(format!("/{}", case.name), operation(case, &file));
    }
    let document = json!({
        "openapi": draft.openapi,
        "info": { "title": format!("JSON Schema Test Suite, {}", draft.name), "version": "1" },
        "paths": paths,
    });
    let path = folder.join("openapi.json");
    disk::write(&path, &document.to_string())?;
    Ok(path)
}

fn file(case: &Case) -> String {
    format!("schemas/{}.json", case.name)
}

fn operation(case: &Case, file: &str) -> Value {
    let examples: Map<String, Value> = case
        .valid
        .iter()
        .enumerate()
        .map(|(index, it)| (index.to_string(), json!({ "value": it.value })))
        .collect();
    json!({
        "put": {
            "operationId": case.name,
            "tags": [case.keyword],
            "summary": case.description,
            "requestBody": {
                "required": true,
                "content": {
                    "application/json": { "schema": { "$ref": file }, "examples": examples }
                }
            },
            "responses": { "204": { "description": "Taken." } },
        }
    })
}

/// The case of a place in the description: `#/paths/~1items-03/put/…`.
pub(super) fn case_of(place: &str) -> Option<&str> {
    place.strip_prefix("#/paths/~1")?.split('/').next()
}
