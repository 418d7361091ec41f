//! The calls of all documents as people read them.
//!
//! This module must not know how they were made.

use super::super::outcome::Outcome;
use super::Called;
use super::ended::Ended;
use crate::columns::aligned;

const HEAD: [&str; 13] = [
    "document",
    "operations",
    "called",
    "accepted",
    "decoded",
    "refused",
    "no value",
    "invalid",
    "no success",
    "one page",
    "other rules",
    "failed",
    "seconds",
];

/// So many columns are text; the others are numbers.
const TEXTS: usize = 1;

/// A row for each document, a row of sums, below it each operation that was not decoded, and what
/// is not as pinned.
pub(crate) fn text(outcomes: &[Outcome]) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    let called = outcomes.iter().filter_map(|outcome| {
        let called = outcome.called.as_ref()?;
        Some((outcome.document.name.as_str(), called))
    });
    rows.extend(called.clone().map(|(name, called)| row(name, called)));
    rows.push(row("all", &sum(outcomes)));
    let mut text = aligned(&rows, TEXTS);
    for (name, called) in called.filter(|(_, called)| !called.missed.is_empty()) {
        text.push_str(&format!("\n{name}\n"));
        for missed in &called.missed {
            let (operation, ended) = (&missed.operation, missed.ended.name());
            text.push_str(&format!("    {operation}: {ended}: {}\n", missed.reason));
        }
    }
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
        let (name, verdict) = (&outcome.document.name, outcome.verdict.name());
        text.push_str(&format!("\n{name}: {verdict}\n"));
        let lines = outcome.detail.lines();
        lines.for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    text
}

/// The last line: operations that were decoded, and those that should have been.
pub(crate) fn closing(outcomes: &[Outcome]) -> String {
    let all = sum(outcomes);
    format!("{} passed, {} failed", all.decoded(), all.failed())
}

fn sum(outcomes: &[Outcome]) -> Called {
    let mut all = Called::default();
    for called in outcomes.iter().filter_map(|it| it.called.as_ref()) {
        all.operations += called.operations;
        all.missed.extend(called.missed.iter().cloned());
        all.seconds += called.seconds;
    }
    all
}

fn row(name: &str, called: &Called) -> [String; HEAD.len()] {
    let count = |ended: Ended| called.count(|it| it == ended).to_string();
    let others =
        called.count(|it| matches!(it, Ended::Redirected | Ended::Ambiguous | Ended::Quirk));
    [
        name.to_owned(),
        called.operations.to_string(),
        called.sent().to_string(),
        called.accepted().to_string(),
        called.decoded().to_string(),
        count(Ended::Refused),
        count(Ended::NoValue),
        count(Ended::Invalid),
        count(Ended::Described),
        count(Ended::OnePage),
        others.to_string(),
        called.failed().to_string(),
        format!("{:.1}", called.seconds),
    ]
}
