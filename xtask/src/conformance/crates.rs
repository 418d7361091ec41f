//! The crates: generated into one workspace, their tests built in one go and run one by one.
//!
//! This module must not know what a scenario is.

use std::path::Path;

use specsmith::config::{Config, Krate, Placed, Runtime};
use specsmith_openapi::Report;

use super::documents::Document;
use super::{Scope, calls};
use crate::callers::{self, Call, Reached, Tests};
use crate::{corpus, written};

/// The folder of what is generated, in the workspace.
pub(super) const GENERATED: &str = "generated";

/// The crate of the runtime.
const RUNTIME: &str = "spector-runtime";

/// Generates the crates and builds the tests that they bring.
pub(super) fn build(documents: &[Document], folder: &Path, scope: Scope) -> Result<Tests, String> {
    let krates: Vec<String> = documents.iter().map(Document::krate).collect();
    let krates: Vec<&str> = krates.iter().map(String::as_str).collect();
    let by_hand = match scope {
        Scope::All => &[calls::NAME][..],
        Scope::Filtered => &[],
    };
    let generated = krates.iter().chain([&RUNTIME]);
    let mut members: Vec<String> = generated
        .map(|name| format!("{GENERATED}/{name}"))
        .collect();
    members.extend(by_hand.iter().map(|&name| name.to_owned()));
    let members: Vec<&str> = members.iter().map(String::as_str).collect();
    let workspace = corpus::workspace(folder, &members)?;
    calls::lay(&workspace, &krates)?;
    let generated = workspace.join(GENERATED);
    generate(documents, &generated)?;
    // The scenarios of what is not built fail below.
    let (tests, _) = callers::build(&workspace, &generated, &krates, by_hand)?;
    Ok(tests)
}

/// Generates all crates, and the runtime that they share: it is built once. What they send is the same
/// as with a runtime each.
fn generate(documents: &[Document], folder: &Path) -> Result<(), String> {
    written::write(|report| config(documents, folder, report))
}

fn config(documents: &[Document], folder: &Path, report: &mut Report) -> Option<Config> {
    let mut all: Option<Config> = None;
    for document in documents {
        let (schema, name) = (document.schema.clone(), document.krate());
        let mut config = Config::of_flags(schema, &name, folder.to_owned(), report)?;
        for sdk in &mut config.sdks {
            let overlay = document.overlay.clone().map(Placed::nowhere);
            sdk.overlays.extend(overlay);
            sdk.tests.server = true;
            sdk.krate.path.clone_from(&name);
            sdk.runtime = Runtime::Shared;
            config.runtime = Some(Krate {
                name: RUNTIME.to_owned(),
                path: RUNTIME.to_owned(),
                ..sdk.krate.clone()
            });
        }
        match &mut all {
            Some(all) => all.sdks.append(&mut config.sdks),
            None => all = Some(config),
        }
    }
    all
}

/// Calls every operation of a crate.
pub(super) fn call(
    document: &Document,
    tests: &Tests,
    folder: &Path,
    origin: &str,
) -> Result<Vec<Call>, String> {
    let krate = document.krate();
    let Some(test) = tests.get(&krate) else {
        return Ok(Vec::new());
    };
    let report = folder.join("reports").join(format!("{krate}.json"));
    let server = Reached {
        origin,
        path: None,
        secret: None,
    };
    callers::call(test, server, &report)
}
