//! As many processes at once as there are processors, the largest document first.
//!
//! This module must not know what a process does with its document.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use super::documents::Document;
use super::outcome::{Generated, Outcome, Verdict};
use super::progress::Progress;
use super::{FOLDER, Reach, compile};
use crate::process::{self, Cost, End, Ended, Limits};

/// What one document may take.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(30),
    memory: 4 << 30,
};

/// Generates every document, and writes its crate where it is to be compiled. The outcomes are in
/// the order of the documents.
pub(super) fn generate(
    documents: Vec<Document>,
    reach: Reach,
    progress: &mut Progress,
) -> Result<Vec<Outcome>, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut numbered: Vec<(usize, Document)> = documents.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, document)| document.bytes);
    let queue = Mutex::new(numbered);
    let done = Mutex::new((Vec::new(), progress));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| work(&this, reach, &queue, &done));
        }
    });
    let (mut outcomes, _) = unlocked(done.into_inner());
    outcomes.sort_by_key(|(number, _)| *number);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

type Numbered<T> = Vec<(usize, T)>;
type Done<'a> = (Numbered<Result<Outcome, String>>, &'a mut Progress);

fn work(this: &Path, reach: Reach, queue: &Mutex<Numbered<Document>>, done: &Mutex<Done<'_>>) {
    let next = || unlocked(queue.lock()).pop();
    while let Some((number, document)) = next() {
        let name = document.name.clone();
        let outcome = one(this, reach, document);
        let mut done = unlocked(done.lock());
        done.0.push((number, outcome));
        done.1.step(&name);
    }
}

/// A lock that a panic of another thread has left is as good as any.
fn unlocked<T>(lock: Result<T, std::sync::PoisonError<T>>) -> T {
    lock.unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn one(this: &Path, reach: Reach, document: Document) -> Result<Outcome, String> {
    let mut command = Command::new(this);
    command
        .arg("corpus-document")
        .arg("--schema")
        .arg(absolute(&document.path)?)
        .args(["--name", &document.krate])
        // The processors are shared out between the documents.
        .env("RAYON_NUM_THREADS", "1");
    match reach {
        Reach::Examples => _ = command.arg("--examples"),
        Reach::Calls(_) => _ = command.arg("--calls"),
        Reach::Generate | Reach::Compile => {}
    }
    if reach != Reach::Generate {
        let out = Path::new(FOLDER)
            .join(compile::CRATES)
            .join(&document.krate);
        command.arg("--out").arg(absolute(&out)?);
    }
    let mut printed = String::new();
    let ended = process::run(&mut process::piped(command), LIMITS, |line| printed = line)?;
    Ok(judge(document, &printed, ended))
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn judge(document: Document, printed: &str, ended: Ended) -> Outcome {
    let generated: Option<Generated> = serde_json::from_str(printed).ok();
    let verdict = match (ended.end, &generated) {
        (End::TimedOut, _) => Verdict::TimedOut,
        (End::OutOfMemory, _) => Verdict::OutOfMemory,
        (End::Exited(status), Some(generated)) if status.success() => {
            match (generated.complete, generated.empty) {
                (true, _) => Verdict::Passed,
                (false, true) => Verdict::Empty,
                (false, false) => Verdict::Fatal,
            }
        }
        (End::Exited(_), _) => Verdict::Crashed,
    };
    let generated = generated.unwrap_or_default();
    let detail = match verdict {
        Verdict::Passed | Verdict::Empty => String::new(),
        Verdict::Fatal => generated.findings.clone(),
        _ => ended.errors,
    };
    let memory = ended.cost.memory.max(generated.memory);
    Outcome {
        document,
        verdict,
        detail,
        generated,
        cost: Cost {
            memory,
            ..ended.cost
        },
        compiled: None,
        fidelity: None,
        called: None,
    }
}
