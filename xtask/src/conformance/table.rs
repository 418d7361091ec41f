//! The table of scenarios that is kept in the repository: what each of them is expected to end as.
//!
//! This module must not know how a scenario is called.

use std::collections::BTreeMap;

use super::score::Score;

/// What stands before the rows.
const HEAD: &str = "\
# Scenarios of Spector

What `cargo xtask conformance` found, written by `cargo xtask conformance --bless`, which keeps the
reasons. A scenario has *passed* when the server says so and the client read the answer. One that
has *failed* is to be mended here. One that is *unreachable* cannot be called from an OpenAPI
description of it. Sections of OpenAPI are those of 3.1.1.

The descriptions are what `@typespec/openapi3` writes of the specifications of the suite. It writes
none of three of them, of which there are descriptions of ours in `xtask/conformance/spector`:

- `routes`: it ends at paths with a query string, `/primitive?fixed=true{&param}`.
- `special-words`: it crashes at a parameter with the name `constructor`.
- `response/status-code-range`: it ends at the statuses from 494 to 499.

Where it lost a part of one, an overlay restores it, and the row says what.
";

/// What each scenario is expected to end as.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    rows: BTreeMap<String, Row>,
}

/// What a scenario is expected to end as.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    /// With what of its description is ours.
    Passed(String),
    /// With the reason.
    Failed(String),
    /// With the reason.
    Unreachable(String),
}

impl Table {
    /// Reads the rows of a table.
    ///
    /// # Errors
    ///
    /// Says which row has another outcome than the three.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().filter(|line| line.starts_with("| `"));
        let rows =
            lines.map(|line| row(line).ok_or_else(|| format!("no row of the table: {line}")));
        Ok(Self {
            rows: rows.collect::<Result<_, _>>()?,
        })
    }

    /// The table of a score, with the reasons of this one.
    pub(super) fn renewed(&self, score: &Score) -> Self {
        let rows = score.scenarios.iter().map(|(name, ended)| {
            let row = match (ended, self.rows.get(name)) {
                (Ok(()), _) => passed(score, name),
                (Err(_), Some(row @ (Row::Failed(_) | Row::Unreachable(_)))) => row.clone(),
                (Err(_), Some(Row::Passed(_)) | None) => Row::Failed(String::new()),
            };
            (name.clone(), row)
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// What is not as expected, a line each.
    pub(super) fn differences(&self, score: &Score) -> Vec<String> {
        let of_score = score.scenarios.iter().filter_map(|(name, ended)| {
            let problem = match (ended, self.rows.get(name)) {
                (Ok(()), Some(row @ Row::Passed(_))) => {
                    if *row == passed(score, name) {
                        return None;
                    }
                    "the table says something else about its description".to_owned()
                }
                (Ok(()), Some(Row::Failed(_) | Row::Unreachable(_))) => {
                    "it passes, and is expected to fail".to_owned()
                }
                (Err(_), Some(Row::Failed(reason) | Row::Unreachable(reason))) => {
                    if !reason.is_empty() {
                        return None;
                    }
                    "the table gives no reason".to_owned()
                }
                (Err(problem), Some(Row::Passed(_))) => {
                    format!("it is expected to pass: {problem}")
                }
                (_, None) => "it is not in the table".to_owned(),
            };
            Some(format!("{name}: {problem}"))
        });
        let gone = self.rows.keys();
        let gone = gone.filter(|name| !score.scenarios.contains_key(*name));
        of_score
            .chain(gone.map(|name| format!("{name}: there is no such scenario any more")))
            .collect()
    }

    /// The file.
    pub(super) fn text(&self) -> String {
        let count = |is: fn(&Row) -> bool| self.rows.values().filter(|row| is(row)).count();
        let mut text = format!(
            "{HEAD}\n{} passed ({} by what is ours), {} failed, {} unreachable.\n\n\
             | scenario | | reason |\n|---|---|---|\n",
            count(|row| matches!(row, Row::Passed(_))),
            count(|row| matches!(row, Row::Passed(ours) if !ours.is_empty())),
            count(|row| matches!(row, Row::Failed(_))),
            count(|row| matches!(row, Row::Unreachable(_))),
        );
        for (name, row) in &self.rows {
            let (outcome, reason) = match row {
                Row::Passed(ours) => ("passed", ours),
                Row::Failed(reason) => ("failed", reason),
                Row::Unreachable(reason) => ("unreachable", reason),
            };
            let space = if reason.is_empty() { "" } else { " " };
            text.push_str(&format!("| `{name}` | {outcome} |{space}{reason} |\n"));
        }
        text
    }
}

fn passed(score: &Score, name: &str) -> Row {
    Row::Passed(score.ours.get(name).cloned().unwrap_or_default())
}

fn row(line: &str) -> Option<(String, Row)> {
    let line = line.strip_prefix("| `")?.strip_suffix('|')?;
    let (name, rest) = line.split_once("` | ")?;
    let (outcome, reason) = rest.split_once(" |")?;
    let reason = reason.trim().to_owned();
    let row = match outcome {
        "passed" => Row::Passed(reason),
        "failed" => Row::Failed(reason),
        "unreachable" => Row::Unreachable(reason),
        _ => return None,
    };
    Some((name.to_owned(), row))
}
