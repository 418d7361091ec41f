//! The shares of all documents as people read them.
//!
//! This module must not know how they were found.

use super::super::outcome::Outcome;
use super::Fidelity;

const HEAD: [&str; 9] = [
    "document",
    "examples",
    "invalid",
    "misformatted",
    "with nulls",
    "by number",
    "by format",
    "missed",
    "share",
];

/// So many misses of a document are shown.
const SHOWN: usize = 20;

/// A row for each document, a row of sums, and below it what was missed.
pub(crate) fn text(outcomes: &[Outcome]) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    let none = Fidelity::default();
    let fidelity = |outcome: &Outcome| outcome.fidelity.clone().unwrap_or_default();
    for outcome in outcomes {
        let found = outcome.fidelity.as_ref().unwrap_or(&none);
        rows.push(row(&outcome.document.name, found));
    }
    let all = outcomes.iter().map(fidelity).fold(none.clone(), sum);
    rows.push(row("all", &all));
    let mut text = aligned(&rows);
    text.push_str(&footnotes(&all));
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
        let (name, verdict) = (&outcome.document.name, outcome.verdict.name());
        text.push_str(&format!("\n{name}: {verdict}\n"));
        let lines = outcome.detail.lines();
        lines
            .take(SHOWN)
            .for_each(|line| text.push_str(&format!("    {line}\n")));
        let left = outcome.detail.lines().count().saturating_sub(SHOWN);
        if left > 0 {
            let more = format!("    … and {left} lines more; `--json` has all of them\n");
            text.push_str(&more);
        }
    }
    text
}

fn sum(mut all: Fidelity, one: Fidelity) -> Fidelity {
    all.examples += one.examples;
    all.elsewhere += one.elsewhere;
    all.unread += one.unread;
    all.invalid += one.invalid;
    all.misformatted += one.misformatted;
    all.nulls += one.nulls;
    all.numbers += one.numbers;
    all.formats += one.formats;
    all.missed.extend(one.missed);
    all
}

/// What the figures leave out.
pub(super) fn footnotes(all: &Fidelity) -> String {
    let notes = [
        (
            all.elsewhere,
            "of them stand in other files than the first and count as valid",
        ),
        (
            all.unread,
            "more are of bodies and answers that are not read as JSON",
        ),
    ];
    let notes = notes.iter().filter(|(count, _)| *count > 0);
    notes
        .map(|(count, note)| format!("{count} {note}\n"))
        .collect()
}

fn row(name: &str, found: &Fidelity) -> [String; HEAD.len()] {
    [
        name.to_owned(),
        found.examples.to_string(),
        found.invalid.to_string(),
        found.misformatted.to_string(),
        found.nulls.to_string(),
        found.numbers.to_string(),
        found.formats.to_string(),
        found.missed.len().to_string(),
        share(found),
    ]
}

/// Of the valid examples those that are not missed, in per cent, never rounded up.
pub(super) fn share(found: &Fidelity) -> String {
    let (valid, missed) = (found.valid(), found.missed.len());
    match (valid.saturating_sub(missed) * 10_000).checked_div(valid) {
        Some(share) => format!("{}.{:02} %", share / 100, share % 100),
        None => String::new(),
    }
}

fn aligned(rows: &[[String; HEAD.len()]]) -> String {
    let mut widths = [0; HEAD.len()];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; HEAD.len()]| {
        let cells = row.iter().zip(widths).enumerate();
        let cells: Vec<String> = cells
            .map(|(column, (cell, width))| match column {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            })
            .collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
