//! `conformance`: crates that specsmith generates call a third party's server, which scores them.
//!
//! The server is `@typespec/spector` with the scenarios of `@typespec/http-specs`. Overlays lay the
//! values that scenarios demand over the descriptions, those of ours hold them, and the test that
//! each crate brings calls the operations with them. This module must not know how a crate is
//! generated or called.

mod answers;
mod calls;
mod crates;
mod documents;
mod score;
mod server;
mod table;

use std::path::{Path, PathBuf};

use specsmith::command::Status;

use crate::callers::Call;
use crate::disk;
use documents::Document;
use score::Score;
use server::Server;
use table::Table;

/// Where all that a run makes lies.
const FOLDER: &str = "target/conformance";

/// The overlays, one a description, and the descriptions of ours.
const DOCUMENTS: &str = "xtask/conformance/spector";

/// The calls that are written by hand.
const CALLS: &str = "xtask/conformance/spector/calls";

/// What is expected of each scenario.
const TABLE: &str = "xtask/conformance/spector.md";

/// What `conformance` is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Conformance {
    /// Only descriptions whose name holds this text; then nothing is compared.
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

/// Which calls are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    All,
    /// Those of some descriptions; those that are written by hand need all crates.
    Filtered,
}

/// What came of all calls.
#[derive(Debug)]
struct Told {
    /// Those of each description.
    calls: Vec<Vec<Call>>,
    by_hand: Vec<calls::Ended>,
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
    let documents = documents::list(Path::new(DOCUMENTS), options.filter.as_deref())?;
    if documents.is_empty() {
        return Err(format!("{DOCUMENTS}: no description is chosen"));
    }
    let folder = absolute(Path::new(FOLDER))?;
    let server = Server::start(&folder)?;
    let scope = match options.filter {
        None => Scope::All,
        Some(_) => Scope::Filtered,
    };
    let told = call(&documents, &folder, &server, scope);
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
    scope: Scope,
) -> Result<Told, String> {
    let tests = crates::build(documents, folder, scope)?;
    let origin = server.origin();
    let calls = documents
        .iter()
        .map(|document| crates::call(document, &tests, folder, &origin));
    Ok(Told {
        calls: calls.collect::<Result<_, _>>()?,
        by_hand: match scope {
            Scope::All => calls::run(&tests, &origin, &server.assets())?,
            Scope::Filtered => Vec::new(),
        },
    })
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()))
}
