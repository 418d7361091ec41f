//! The schemas of a draft, with the values that the suite calls valid.
//!
//! This module must not know what becomes of them.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::disk;

/// A schema of the suite.
#[derive(Debug, Clone)]
pub(super) struct Case {
    /// The file without its ending: `items`.
    pub(super) keyword: String,
    /// The file and the position in it: `items-03`.
    pub(super) name: String,
    /// What the suite says of it.
    pub(super) description: String,
    pub(super) schema: Value,
    pub(super) valid: Vec<Instance>,
}

/// A value that is valid against the schema.
#[derive(Debug, Clone)]
pub(super) struct Instance {
    pub(super) description: String,
    pub(super) value: Value,
}

/// A schema with its tests, as the suite writes it.
#[derive(Debug, Deserialize)]
struct Group {
    description: String,
    schema: Value,
    tests: Vec<Test>,
}

#[derive(Debug, Deserialize)]
struct Test {
    description: String,
    data: Value,
    valid: bool,
}

/// The schemas for which the suite has a valid value, without the optional ones.
pub(super) fn read(folder: &Path) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for (file, _) in disk::walk(folder)? {
        let Some(keyword) = file.strip_suffix(".json").filter(|it| !it.contains('/')) else {
            continue;
        };
        let path = folder.join(&file);
        let text = disk::read(&path)?.unwrap_or_default();
        let groups: Vec<Group> =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        cases.extend(groups.into_iter().enumerate().map(|(index, group)| {
            Case {
                keyword: keyword.to_owned(),
                name: format!("{keyword}-{index:02}"),
                description: group.description,
                schema: group.schema,
                valid: group
                    .tests
                    .into_iter()
                    .filter(|test| test.valid)
                    .map(|test| Instance {
                        description: test.description,
                        value: test.data,
                    })
                    .collect(),
            }
        }));
    }
    cases.retain(|case| !case.valid.is_empty());
    Ok(cases)
}
