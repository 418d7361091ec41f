//! `conformance`: crates that specsmith generates call a third party's server, which scores them.
//!
//! The server is `@typespec/spector` with the scenarios of `@typespec/http-specs`. Overlays lay the
//! values that scenarios demand over the descriptions, and the test that each crate brings calls
//! the operations with them. This module must not know how a crate is generated or called.

mod answers;
mod crates;
mod documents;
mod http;
mod score;
mod server;
mod table;

use std::path::{Path, PathBuf};

use specsmith::command::Status;

use crate::disk;
use documents::Document;
use score::Score;
use server::Server;
use table::Table;

/// Where all that a run makes lies.
const FOLDER: &str = "target/conformance";

/// The overlays: one a description.
const OVERLAYS: &str = "xtask/conformance/spector";

/// What is expected of each scenario.
const TABLE: &str = "xtask/conformance/spector.md";

/// What `conformance` is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Conformance {
    /// Only overlays whose name holds this text; then nothing is compared.
    pub(crate) filter: Option<String>,
    /// What is done with scenarios that do not end as expected.
    pub(crate) pins: Pins,
}

/// What is done with scenarios that do not end as expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pins {
    /// They fail the run.
    Compare,
    /// The table is written anew.
    Bless,
}

/// Calls every scenario and prints the score.
pub(crate) fn run(options: &Conformance) -> Status {
    match all(options) {
        Ok(status) => status,
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn all(options: &Conformance) -> Result<Status, String> {
    let documents = documents::list(Path::new(OVERLAYS), options.filter.as_deref())?;
    if documents.is_empty() {
        return Err(format!("{OVERLAYS}: no overlay is chosen"));
    }
    let folder = absolute(Path::new(FOLDER))?;
    let server = Server::start(&folder)?;
    let told = call(&documents, &folder, &server);
    // The coverage is written when the server stops, and it is to stop whatever happened.
    let coverage = server.stop();
    let score = Score::of(&documents, &told?, &coverage?);
    if options.filter.is_some() {
        print!("{}", score.of_documents(&documents).summary());
        return Ok(Status::Done);
    }
    print!("{}", score.summary());
    let table = Table::parse(&disk::read(Path::new(TABLE))?.unwrap_or_default())?;
    match options.pins {
        Pins::Bless => {
            disk::write(Path::new(TABLE), &table.renewed(&score).text())?;
            Ok(Status::Done)
        }
        Pins::Compare => {
            let differences = table.differences(&score);
            differences.iter().for_each(|line| eprintln!("{line}"));
            Ok(if differences.is_empty() {
                Status::Done
            } else {
                eprintln!("see {TABLE}; `cargo xtask conformance --bless` writes it anew");
                Status::Failed
            })
        }
    }
}

fn call(
    documents: &[Document],
    folder: &Path,
    server: &Server,
) -> Result<Vec<Vec<crates::Call>>, String> {
    let tests = crates::build(documents, folder)?;
    documents
        .iter()
        .map(|document| crates::call(document, &tests, folder, &server.origin()))
        .collect()
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()))
}
