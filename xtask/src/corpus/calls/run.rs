//! The crates of all documents, built in one go and run one after the other, each beside a mock.
//!
//! This module must not know what makes a call fail.

use std::path::Path;
use std::time::Instant;

use specsmith::Description;
use specsmith::mock::{Mock, Options};
use specsmith_openapi::api::{OperationId, Status};
use specsmith_openapi::{Limits, Report, Sources};

use super::super::outcome::{Outcome, Verdict};
use super::super::progress::Progress;
use super::super::{FOLDER, compile};
use super::ended::{Ended, line};
use super::server::Ready;
use super::which::Which;
use super::{Called, Missed, prism};
use crate::callers::{self, Call, Failure, Tests};

/// An operation as its document describes it.
struct Described {
    id: OperationId,
    /// `operationId`, or method and path without one.
    name: String,
    /// A response other than a failure is described, or none at all.
    success: bool,
}

/// Calls all operations of the documents that have a crate, and at most so many operations.
pub(crate) fn test(outcomes: &mut [Outcome], which: Which, most: usize) -> Result<(), String> {
    let mut wanted: Vec<&mut Outcome> = outcomes
        .iter_mut()
        .filter(|outcome| {
            let generated = &outcome.generated;
            generated.complete && generated.typed.saturating_add(generated.degraded) <= most
        })
        .collect();
    let krates: Vec<String> = wanted.iter().map(|it| it.document.krate.clone()).collect();
    let krates: Vec<&str> = krates.iter().map(String::as_str).collect();
    let folder = std::path::absolute(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    let workspace = compile::workspace(&folder, &krates)?;
    let ready = which.install(&folder)?;
    let (tests, ended) = callers::build(&workspace, &workspace, &krates, &[])?;
    eprintln!(
        "the tests are built: {:.0} seconds of the processors",
        ended.cost.time.as_secs_f64()
    );
    let mut progress = Progress::new("called", wanted.len());
    for outcome in &mut wanted {
        match called(outcome, &tests, &ready, which) {
            Ok(called) => outcome.called = Some(called),
            Err(problem) => outcome.fail(Verdict::NotCalled, problem),
        }
        progress.step(&outcome.document.name);
    }
    Ok(())
}

fn called(outcome: &Outcome, tests: &Tests, ready: &Ready, which: Which) -> Result<Called, String> {
    let document = &outcome.document;
    let test = tests.get(&document.krate);
    let test = test.ok_or("the test of its crate is not built")?;
    let judge = judge(&document.path)?;
    let described = described(&judge);
    let mut server = ready.start(&document.path)?;
    let report = Path::new(FOLDER)
        .join(which.name())
        .join("reports")
        .join(format!("{}.json", document.krate));
    let report = std::path::absolute(report).map_err(|error| error.to_string())?;
    let started = Instant::now();
    let calls = callers::call(test, server.reached(), &report)?;
    let seconds = started.elapsed().as_secs_f64();
    let around = Around {
        judge: &judge,
        which,
        has_ended: server.has_ended(),
        origin: server.reached().origin.to_owned(),
    };
    if around.has_ended && which == Which::Specsmith {
        return Err("the mock has ended".to_owned());
    }
    let missed = described
        .iter()
        .filter_map(|described| missed(&around, described, &calls));
    Ok(Called {
        operations: described.len(),
        missed: missed.collect(),
        seconds,
    })
}

/// What the calls of a document have in common.
struct Around<'a> {
    judge: &'a Mock,
    which: Which,
    /// The mock was not there any more when all were made.
    has_ended: bool,
    origin: String,
}

fn missed(around: &Around<'_>, described: &Described, calls: &[Call]) -> Option<Missed> {
    let call = calls.iter().find(|it| it.operation == described.name);
    let (ended, reason) = match call {
        Some(Call { ok: true, .. }) => return None,
        Some(Call {
            error: Some(error), ..
        }) => match Ended::of(error, around.which, described.success) {
            (Ended::Undecoded, _) if around.has_ended && error.is_of_transport() => {
                (Ended::Quirk, "it has ended".to_owned())
            }
            (Ended::Undecoded, reason) => match invalid(around.judge, described.id, error) {
                Some(fault) => (Ended::Invalid, fault),
                None => (Ended::Undecoded, reason),
            },
            (ended @ (Ended::Refused | Ended::Unanswered), reason) => {
                let operation = &around.judge.api()[described.id];
                let quirk = match around.which {
                    Which::Specsmith => None,
                    Which::Prism => prism::quirk(error, operation),
                };
                match quirk {
                    Some(quirk) => (Ended::Quirk, format!("{quirk}: {reason}")),
                    None => (ended, reason),
                }
            }
            (ended, reason) => (ended, reason),
        },
        Some(Call { error: None, .. }) => (Ended::Unsent, String::new()),
        None => (Ended::Missing, String::new()),
    };
    Some(Missed {
        operation: described.name.clone(),
        ended,
        // The port is another one each time.
        reason: line(&reason.replace(&around.origin, "")),
    })
}

/// What an independent validator says of an answer that the client does not read.
fn invalid(judge: &Mock, id: OperationId, failure: &Failure) -> Option<String> {
    let body = failure.body.as_deref()?;
    serde_json::from_str::<serde_json::Value>(body).ok()?;
    let faults = judge.faults_of_answer(id, failure.status?, body.as_bytes());
    let fault = faults.first()?;
    Some(format!("{}: {}", fault.pointer, fault.detail))
}

fn judge(path: &Path) -> Result<Mock, String> {
    let description = Description {
        schema: path.into(),
        overlays: Vec::new(),
        limits: Limits::default(),
    };
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let mock = Mock::load(&description, Options::default(), &mut sources, &mut report);
    mock.ok_or_else(|| report.render_text(&sources, false))
}

fn described(judge: &Mock) -> Vec<Described> {
    let operations = judge.api().operations().map(|(id, operation)| {
        let unnamed = || format!("{} {}", operation.method.as_str(), operation.path);
        let mut responses = operation.responses.iter();
        Described {
            id,
            name: operation.id.clone().unwrap_or_else(unnamed),
            success: operation.responses.is_empty()
                || responses.any(|it| {
                    matches!(
                        it.status,
                        Status::Code(200..=299) | Status::Range(2) | Status::Default
                    )
                }),
        }
    });
    operations.collect()
}
