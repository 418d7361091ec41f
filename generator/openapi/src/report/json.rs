//! Findings for programs: one JSON array, a finding on each line.
//!
//! This module must not know which stage made a finding.

use serde::Serialize;

use super::{Origin, Report, Severity};
use crate::read::Sources;

impl Report {
    /// All findings as a JSON array with one object on each line.
    ///
    /// ```text
    /// {"code", "severity": "fatal" | "error" | "warning", "message", "help",
    ///  "file", "line", "column", "end_line", "end_column",
    ///  "related": [{"label", "file", "line", "column", "end_line", "end_column"}]}
    /// ```
    ///
    /// Lines and columns count from 1, columns in characters; the end is behind the last
    /// character. A finding without a file has `null` for these.
    pub fn render_json(&self, sources: &Sources) -> String {
        let lines: Vec<_> = self
            .diagnostics()
            .iter()
            .map(|diagnostic| Finding {
                code: diagnostic.code,
                severity: diagnostic.severity,
                message: &diagnostic.message,
                help: &diagnostic.help,
                place: diagnostic
                    .at
                    .map(|at| place(at, sources))
                    .unwrap_or_default(),
                related: diagnostic
                    .related
                    .iter()
                    .map(|(at, label)| Related {
                        label,
                        place: place(*at, sources),
                    })
                    .collect(),
            })
            // Text and numbers always have a JSON form.
            .filter_map(|finding| serde_json::to_string(&finding).ok())
            .collect();
        if lines.is_empty() {
            return "[]\n".to_owned();
        }
        format!("[\n{}\n]\n", lines.join(",\n"))
    }
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: Severity,
    message: &'a str,
    help: &'a str,
    #[serde(flatten)]
    place: Place,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    label: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Default, Serialize)]
struct Place {
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
}

fn place(at: Origin, sources: &Sources) -> Place {
    let (line, column) = sources.line_column(at.file, at.start);
    let (end_line, end_column) = sources.line_column(at.file, at.end);
    Place {
        file: Some(sources.path(at.file).display().to_string()),
        line: Some(line),
        column: Some(column),
        end_line: Some(end_line),
        end_column: Some(end_column),
    }
}
