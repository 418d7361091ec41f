//! The crates: generated into one workspace, their tests built in one go and run one by one.
//!
//! This module must not know what a scenario is.

use std::path::Path;

use specsmith::config::{Config, Placed};
use specsmith::files::{self, Output, Real};
use specsmith_openapi::{Report, Sources};

use super::documents::Document;
use super::{Scope, calls};
use crate::callers::{self, Call, Reached, Tests};
use crate::corpus;

/// Generates the crates and builds the tests that they bring.
pub(super) fn build(documents: &[Document], folder: &Path, scope: Scope) -> Result<Tests, String> {
    let krates: Vec<String> = documents.iter().map(Document::krate).collect();
    let krates: Vec<&str> = krates.iter().map(String::as_str).collect();
    let by_hand = match scope {
        Scope::All => &[calls::NAME][..],
        Scope::Filtered => &[],
    };
    let workspace = corpus::workspace(folder, &[&krates, by_hand].concat())?;
    calls::lay(&workspace, &krates)?;
    for document in documents {
        generate(document, &workspace)?;
    }
    // The scenarios of what is not built fail below.
    let (tests, _) = callers::build(&workspace, &krates, by_hand)?;
    Ok(tests)
}

fn generate(document: &Document, workspace: &Path) -> Result<(), String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let out = workspace.join(document.krate());
    let config = Config::of_flags(document.schema.clone(), &document.krate(), out, &mut report);
    let made = config.and_then(|mut config| {
        for sdk in &mut config.sdks {
            sdk.overlays.push(Placed::nowhere(document.overlay.clone()));
            sdk.tests.server = true;
        }
        let generated = specsmith::generate(&config, &mut sources, &mut report)?;
        Some((config, generated))
    });
    let (config, generated) = made.ok_or_else(|| report.render_text(&sources, false))?;
    let output = Output::of(&config, &generated.files, &sources);
    files::write(&output, &Real)
        .map(|_| ())
        .map_err(|failure| failure.diagnostic().message)
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
