//! The outcomes as people read them, and as programs do.
//!
//! This module must not know what makes a document fail.

use serde_json::{Value, json};

use super::outcome::Outcome;
use crate::columns::aligned;
use crate::process::Cost;

const HEAD: [&str; 14] = [
    "document",
    "result",
    "fatal",
    "errors",
    "warnings",
    "typed",
    "degraded",
    "not expr.",
    "lines",
    "cpu s",
    "MiB",
    "check cpu s",
    "check MiB",
    "KiB in",
];

/// So many columns are text; the others are numbers.
const TEXTS: usize = 2;

/// A row for each document, with seconds of the processors, a row of sums, and below it what is to be known about failures.
pub(super) fn text(outcomes: &[Outcome]) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    rows.extend(outcomes.iter().map(row));
    rows.push(total(outcomes));
    let mut text = aligned(&rows, TEXTS);
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
        let (name, verdict) = (&outcome.document.name, outcome.verdict.name());
        text.push_str(&format!(
            "\n{name}: {verdict}\n{}\n",
            clipped(&outcome.detail)
        ));
    }
    text
}

fn row(outcome: &Outcome) -> [String; HEAD.len()] {
    let generated = &outcome.generated;
    let check = outcome.compiled;
    [
        outcome.document.name.clone(),
        outcome.verdict.name().to_owned(),
        generated.fatal.to_string(),
        generated.errors.to_string(),
        generated.warnings.to_string(),
        generated.typed.to_string(),
        generated.degraded.to_string(),
        generated.unexpressed.to_string(),
        generated.lines.to_string(),
        seconds(outcome.cost),
        mebibytes(outcome.cost),
        check.map(seconds).unwrap_or_default(),
        check.map(mebibytes).unwrap_or_default(),
        (outcome.document.bytes >> 10).to_string(),
    ]
}

/// Sums, and of memory the peak.
fn total(outcomes: &[Outcome]) -> [String; HEAD.len()] {
    let sum = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>().to_string();
    let cost = whole(outcomes.iter().map(|outcome| outcome.cost));
    let check = whole(outcomes.iter().filter_map(|outcome| outcome.compiled));
    let compiled = outcomes.iter().any(|outcome| outcome.compiled.is_some());
    let bytes: u64 = outcomes.iter().map(|outcome| outcome.document.bytes).sum();
    [
        format!("{} in all", outcomes.len()),
        String::new(),
        sum(|it| it.generated.fatal),
        sum(|it| it.generated.errors),
        sum(|it| it.generated.warnings),
        sum(|it| it.generated.typed),
        sum(|it| it.generated.degraded),
        sum(|it| it.generated.unexpressed),
        sum(|it| it.generated.lines),
        seconds(cost),
        mebibytes(cost),
        if compiled {
            seconds(check)
        } else {
            String::new()
        },
        if compiled {
            mebibytes(check)
        } else {
            String::new()
        },
        (bytes >> 10).to_string(),
    ]
}

fn whole(costs: impl Iterator<Item = Cost>) -> Cost {
    costs.fold(Cost::default(), |whole, cost| Cost {
        wall: whole.wall + cost.wall,
        time: whole.time + cost.time,
        memory: whole.memory.max(cost.memory),
    })
}

fn seconds(cost: Cost) -> String {
    format!("{:.2}", cost.time.as_secs_f64())
}

fn mebibytes(cost: Cost) -> String {
    (cost.memory >> 20).to_string()
}

/// As much of a detail as people read.
fn clipped(detail: &str) -> String {
    const LINES: usize = 60;
    let mut lines: Vec<&str> = detail.lines().take(LINES).collect();
    let left = detail.lines().count().saturating_sub(LINES);
    let more = format!("… and {left} lines more; `--json` has all of them");
    if left > 0 {
        lines.push(&more);
    }
    lines.iter().map(|line| format!("    {line}\n")).collect()
}

/// All outcomes as one JSON document.
pub(super) fn json(outcomes: &[Outcome]) -> String {
    let documents: Vec<Value> = outcomes.iter().map(document).collect();
    let passed = outcomes.iter().filter(|outcome| outcome.passed()).count();
    let failed = outcomes.len() - passed;
    format!(
        "{:#}",
        json!({ "documents": documents, "passed": passed, "failed": failed })
    )
}

fn document(outcome: &Outcome) -> Value {
    let generated = &outcome.generated;
    let cost = |cost: Cost| json!({ "seconds": cost.time.as_secs_f64(), "wall": cost.wall.as_secs_f64(), "bytes": cost.memory });
    json!({
        "set": outcome.document.set,
        "document": outcome.document.name,
        "crate": outcome.document.krate,
        "bytes": outcome.document.bytes,
        "result": outcome.verdict,
        "detail": outcome.detail,
        "diagnostics": {
            "fatal": generated.fatal,
            "errors": generated.errors,
            "warnings": generated.warnings,
        },
        "operations": { "typed": generated.typed, "degraded": generated.degraded },
        "unexpressed": generated.unexpressed,
        "lines": generated.lines,
        "generate": cost(outcome.cost),
        "check": outcome.compiled.map(cost),
        "examples": outcome.fidelity,
        "calls": outcome.called,
    })
}
