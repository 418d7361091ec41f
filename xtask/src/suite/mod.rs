//! `conformance --suite schemas`: the JSON Schema Test Suite, as far as it says which values a type
//! holds.
//!
//! Each schema of the suite becomes the body of an operation, and each value that the suite calls
//! valid an example of it. A generated crate has to write those as it read them. This module must
//! not know how a crate reads or compares anything.

mod cases;
mod crates;
mod document;
mod fetch;
mod rules;
mod score;

use std::path::Path;

use specsmith::command::Status;

use crate::conformance::Pins;
use crate::disk;
use score::{Outcome, Score};

/// Where all that a run makes lies.
const FOLDER: &str = "target/suite";

/// What is expected of each schema.
const TABLE: &str = "xtask/conformance/schemas.md";

/// A draft of JSON Schema, and the version of OpenAPI whose schemas are nearest to it.
#[derive(Debug, Clone, Copy)]
struct Draft {
    /// As the suite calls its folder.
    name: &'static str,
    openapi: &'static str,
}

const DRAFTS: [Draft; 2] = [
    Draft {
        name: "draft4",
        openapi: "3.0.4",
    },
    Draft {
        name: "draft2020-12",
        openapi: "3.1.1",
    },
];

/// Tests every schema and prints the score.
pub(crate) fn run(pins: Pins) -> Status {
    match all(pins) {
        Ok(status) => status,
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn all(pins: Pins) -> Result<Status, String> {
    let folder = Path::new(FOLDER);
    let suite = fetch::suite(folder)?;
    let mut outcomes: Vec<(Draft, Vec<Outcome>)> = Vec::new();
    for draft in DRAFTS {
        let cases = cases::read(&suite.join(draft.name))?;
        let document = document::lay(folder, draft, &cases)?;
        let told = crates::test(folder, draft.name, &document)?;
        let ended = cases.into_iter().map(|case| Outcome::of(case, &told));
        outcomes.push((draft, ended.collect()));
    }
    let score = Score::of(&outcomes);
    print!("{}", score.summary());
    let unexplained = score.unexplained();
    unexplained.iter().for_each(|line| eprintln!("{line}"));
    if !unexplained.is_empty() {
        eprintln!("no rule explains these");
        return Ok(Status::Failed);
    }
    let table = score.table();
    if pins == Pins::Bless {
        disk::write(Path::new(TABLE), &table)?;
        return Ok(Status::Done);
    }
    if disk::read(Path::new(TABLE))?.as_deref() == Some(table.as_str()) {
        return Ok(Status::Done);
    }
    eprintln!(
        "{TABLE} says otherwise; `cargo xtask conformance --suite schemas --bless` writes it anew"
    );
    Ok(Status::Failed)
}
