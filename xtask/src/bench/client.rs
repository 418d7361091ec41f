//! `bench --client`: what calls of a generated client cost, beside the same calls by hand with reqwest
//! and serde, and what becomes of them when the service fails.
//!
//! The programs are in `xtask/client`, a workspace of their own that stands on a crate which is
//! generated first. This module must not know what they measure.

mod dependencies;
mod instructions;
mod program;

use std::path::Path;

use specsmith::command::Status;
use specsmith::config::Config;

use crate::{columns, written};
use program::{Programs, Server};

/// What the calls are generated from.
const SCHEMA: &str = "xtask/client/contacts.yaml";

/// Where all that a run makes lies.
const FOLDER: &str = "target/client";

/// How a gigabyte goes over.
const WAYS: [&str; 7] = [
    "upload",
    "upload-blocking",
    "upload-form",
    "upload-lines",
    "download",
    "download-lines",
    "events",
];

/// A line of the outcome: what was measured, and the figure.
type Figure = (String, String);

/// Generates, builds, measures and prints.
pub(crate) fn run() -> Status {
    match try_run() {
        Ok(()) => Status::Done,
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn try_run() -> Result<(), String> {
    let folder = Path::new(FOLDER);
    let krate = folder.join("contacts");
    written::write(|report| Config::of_flags(SCHEMA.into(), "contacts", krate.clone(), report))?;
    let programs = Programs::build(&folder.join("target"))?;
    let server = Server::start(&programs)?;
    let url = server.url();
    print("instructions a call", &instructions::count(&programs, url)?);
    print("allocations a call", &programs.run(&["allocations", url])?);
    print("time of a call", &programs.run(&["times", url])?);
    print("256 calls at a time", &programs.run(&["rate", url])?);
    let mut memory = Vec::new();
    for way in WAYS {
        memory.extend(programs.run(&["memory", way, url])?);
    }
    print("memory", &memory);
    print(
        "10,000 calls to a server that fails",
        &programs.run(&["faults"])?,
    );
    print(
        "packages",
        &dependencies::count(&krate, &folder.join("peers"))?,
    );
    Ok(())
}

fn print(title: &str, figures: &[Figure]) {
    let rows: Vec<[String; 2]> = figures
        .iter()
        .map(|(name, figure)| [name.clone(), figure.clone()])
        .collect();
    println!("{title}\n{}", columns::aligned(&rows, 1));
}
