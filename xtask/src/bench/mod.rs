//! `bench --peers`: what specsmith and other generators cost for the same documents, measured in
//! one run on one machine, and what the crates that they write cost the compiler.
//!
//! The rounds of the tools are interleaved, so that what else the machine does falls on all of
//! them. This module must not know how a tool is called.

mod client;
mod compile;
mod documents;
mod generate;
mod install;
#[cfg(feature = "mock")]
mod mock;
mod table;
mod tools;

use std::path::{Path, PathBuf};
use std::time::Duration;

use specsmith::command::Status;

use crate::corpus::{Document, Print};
use crate::disk;
use crate::process::Limits;
pub(crate) use client::run as client;
pub(crate) use compile::Job;
#[cfg(feature = "mock")]
pub(crate) use mock::run as mock;

use compile::{Compiled, Folders};
use generate::{Generation, Verdict};
use install::Installed;
use tools::{OWN, PEERS, Tool};

/// Without its feature this program has no mock.
#[cfg(not(feature = "mock"))]
pub(crate) fn mock() -> Status {
    eprintln!("this needs the feature `mock` of xtask, as `cargo xtask bench` builds it");
    Status::Fatal
}

/// What a generator may take, and what rustc may for one crate.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(600),
    memory: 15 << 30,
};

/// What `bench --peers` is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    /// Folders of documents; none for a choice of ours.
    pub(crate) folders: Vec<PathBuf>,
    /// Only documents whose name holds this text.
    pub(crate) filter: Option<String>,
    /// Only peers of these names; none for all.
    pub(crate) only: Vec<String>,
    /// Where tools, crates and measures are kept.
    pub(crate) cache: PathBuf,
    /// How often each tool generates for each document.
    pub(crate) rounds: usize,
    /// What the crates are compiled for.
    pub(crate) jobs: Vec<Job>,
    /// How the outcome is printed.
    pub(crate) print: Print,
}

/// A peer that is not to be had, and why.
type Missing = (Tool, String);

/// All that was measured for one document.
#[derive(Debug)]
struct Measured {
    document: Document,
    rows: Vec<Row>,
}

/// What was measured for one tool.
#[derive(Debug)]
struct Row {
    tool: Tool,
    generation: Generation,
    /// In the order of the jobs; none where there is no crate.
    compiled: Vec<(Job, Compiled)>,
}

/// Installs, measures and prints. Documents are printed as they are done, JSON at the end.
pub(crate) fn run(bench: &Bench) -> Status {
    match try_run(bench) {
        Ok(()) => Status::Done,
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn try_run(bench: &Bench) -> Result<(), String> {
    let documents = documents::list(&bench.folders, bench.filter.as_deref())?;
    let (tools, missing) = installed(bench)?;
    let documents = documents::with_converted(documents, &tools, &bench.cache)?;
    // After this point tools and documents are on the disk, and nothing is fetched but dependencies.
    let mut all = Vec::new();
    for document in documents {
        let measured = measure(bench, &tools, document)?;
        if bench.print == Print::Table {
            println!("{}", table::text(&measured));
        }
        all.push(measured);
    }
    if bench.print == Print::Json {
        println!("{}", table::json(&all, &missing));
    }
    Ok(())
}

/// Where what is measured is written: a file system in memory, where there is one. For minutes after
/// files were removed, as every build does, ext4 looks for inodes other than theirs, which costs
/// whoever writes files more than all else that a generator does.
fn scratch(crates: &Path) -> PathBuf {
    let memory = Path::new("/dev/shm");
    match memory.is_dir() {
        true => memory.join(format!("specsmith-bench-{}", std::process::id())),
        false => crates.join("rounds"),
    }
}

/// Ours first, then the peers that are to be had; and those that are not, with the reason.
fn installed(bench: &Bench) -> Result<(Vec<Installed>, Vec<Missing>), String> {
    let is_wanted =
        |tool: &Tool| bench.only.is_empty() || bench.only.iter().any(|it| it == tool.name);
    if let Some(unknown) = bench
        .only
        .iter()
        .find(|only| PEERS.iter().all(|peer| peer.name != **only))
    {
        let names = PEERS.map(|peer| peer.name).join(", ");
        return Err(format!("`{unknown}` is none of {names}"));
    }
    let mut tools = vec![install::install(OWN, &bench.cache)?];
    let mut missing = Vec::new();
    for peer in PEERS.into_iter().filter(is_wanted) {
        match install::install(peer, &bench.cache) {
            Ok(installed) => tools.push(installed),
            Err(problem) => {
                eprintln!("{} {} is missing: {problem}", peer.name, peer.version);
                missing.push((peer, problem));
            }
        }
    }
    Ok((tools, missing))
}

fn measure(bench: &Bench, tools: &[Installed], document: Document) -> Result<Measured, String> {
    let crates = bench.cache.join("crates").join(&document.krate);
    let path = std::path::absolute(&document.path)
        .map_err(|error| format!("{}: {error}", document.path.display()))?;
    let scratch = scratch(&crates);
    disk::remove_all(&scratch)?;
    let mut runs: Vec<Vec<Generation>> = tools.iter().map(|_| Vec::new()).collect();
    for round in 1..=bench.rounds {
        for (installed, runs) in tools.iter().zip(&mut runs) {
            if runs.last().is_some_and(|run| run.verdict.is_hopeless()) {
                continue;
            }
            let name = installed.tool.name;
            eprintln!("{}: {name}, round {round}", document.name);
            let output = scratch.join(format!("{name}.{round}"));
            let krate = &document.krate;
            runs.push(generate::generate(installed, &path, &output, krate)?);
        }
    }
    disk::remove_all(&scratch)?;
    disk::clear(&crates)?;
    let mut rows = Vec::new();
    for (installed, runs) in tools.iter().zip(runs) {
        let Some(generation) = generate::median(runs) else {
            continue;
        };
        let compiled = match generation.verdict {
            Verdict::Generated => {
                // Once more, to be read and compiled.
                let left = crates.join(installed.tool.name);
                generate::generate(installed, &path, &left, &document.krate)?;
                compiled(bench, &installed.tool, &document, &crates)?
            }
            _ => Vec::new(),
        };
        rows.push(Row {
            tool: installed.tool,
            generation,
            compiled,
        });
    }
    Ok(Measured { document, rows })
}

/// What became of a crate, job by job, up to one that it does not pass.
fn compiled(
    bench: &Bench,
    tool: &Tool,
    document: &Document,
    crates: &Path,
) -> Result<Vec<(Job, Compiled)>, String> {
    let mut all = Vec::new();
    for job in bench.jobs.iter().copied() {
        eprintln!("{}: {}, {}", document.name, tool.name, job.name());
        let measures = bench.cache.join("measures").join(&document.krate);
        let folders = Folders {
            krate: &crates.join(tool.name),
            target: &bench.cache.join("target"),
            measures: &measures.join(tool.name).join(job.name()),
        };
        let compiled = compile::compile(tool, &document.krate, folders, job)?;
        let compiles = compiled.compiles();
        all.push((job, compiled));
        if !compiles {
            break;
        }
    }
    Ok(all)
}
