//! What became of a call, by what the client says of it.
//!
//! This module must not know what was sent.

use serde::Serialize;
use serde_json::Value;

use super::which::Which;
use crate::callers::Failure;

/// Why the answer to a call was not decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Ended {
    /// The crate has no method for the operation.
    Missing,
    /// The client refused to send the request.
    Unsent,
    /// The mock refused the request.
    Refused,
    /// The client does not read the answer.
    Undecoded,
    /// The mock makes no answer.
    Unanswered,
    /// The mock finds no value that the schema of the answer allows.
    NoValue,
    /// The answer that the mock gives is none that its schema allows.
    Invalid,
    /// The document describes failures alone, and one came back.
    Described,
    /// The client followed a redirect to a place that the mock made up.
    Redirected,
    /// What is sent is of one alternative, and of another one that takes it as well (`oneOf`).
    Ambiguous,
    /// The mock does otherwise than OpenAPI says.
    Quirk,
    /// The client decoded the page, and the mock has the same one for every place that it is asked
    /// for.
    OnePage,
}

impl Ended {
    /// Whether the document leaves no other end.
    pub(super) fn is_explained(self) -> bool {
        match self {
            Self::NoValue
            | Self::Invalid
            | Self::Described
            | Self::Redirected
            | Self::Ambiguous
            | Self::Quirk
            | Self::OnePage => true,
            Self::Missing | Self::Unsent | Self::Refused | Self::Undecoded | Self::Unanswered => {
                false
            }
        }
    }

    /// The words for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Missing => "no method",
            Self::Unsent => "not sent",
            Self::Refused => "refused",
            Self::Undecoded => "not decoded",
            Self::Unanswered => "not answered",
            Self::NoValue => "no value",
            Self::Invalid => "invalid answer",
            Self::Described => "no success described",
            Self::Redirected => "redirected",
            Self::Ambiguous => "of several alternatives",
            Self::Quirk => "the mock's own",
            Self::OnePage => "one page",
        }
    }

    /// What became of a call that failed. `success`: the document describes one.
    pub(super) fn of(failure: &Failure, mock: Which, success: bool) -> (Self, String) {
        let kind = failure.kind.as_deref().unwrap_or_default();
        match (kind, failure.status) {
            ("" | "Configuration" | "InvalidInput" | "Credentials", _) => {
                (Self::Unsent, line(&failure.text))
            }
            ("Paging", _) if !mock.has_pages() => (Self::OnePage, line(&failure.text)),
            ("Api", Some(status)) => {
                let body = failure.body.as_deref().unwrap_or_default();
                of_status(status, body, mock, success)
            }
            _ => (Self::Undecoded, line(&failure.text)),
        }
    }
}

fn of_status(status: u16, body: &str, mock: Which, success: bool) -> (Ended, String) {
    let problem: Value = serde_json::from_str(body).unwrap_or_default();
    let ty = problem.get("type").and_then(Value::as_str);
    let Some(name) = ty.and_then(|ty| ty.strip_prefix(mock.types())) else {
        let text = match body.is_empty() {
            true => format!("status {status}"),
            false => format!("status {status}: {}", line(body)),
        };
        return match success {
            true => (Ended::Refused, text),
            false => (Ended::Described, format!("status {status}")),
        };
    };
    let said = told(&problem);
    let ended = match name {
        "no-value" => Ended::NoValue,
        // Prism holds its own answer against the schema.
        "VIOLATIONS" => Ended::Invalid,
        "NO_SUCCESS_RESPONSE_DEFINED" if !success => Ended::Described,
        "method-not-allowed" | "no-such-path" if !success => Ended::Redirected,
        "invalid-body" if is_ambiguous(&problem) => Ended::Ambiguous,
        _ if status >= 500 => Ended::Unanswered,
        _ => Ended::Refused,
    };
    (ended, format!("{name}: {said}"))
}

/// All that is wrong is that the values of alternatives are not told apart.
fn is_ambiguous(problem: &Value) -> bool {
    let faults = problem.get("errors").and_then(Value::as_array);
    let is_of_several = |fault: &Value| {
        let detail = fault.get("detail").and_then(Value::as_str);
        detail.is_some_and(|it| it.contains("valid under more than one of the schemas"))
    };
    faults.is_some_and(|faults| !faults.is_empty() && faults.iter().all(is_of_several))
}

/// The parts of a request that are not as described; without any, what is wrong.
fn told(problem: &Value) -> String {
    let text = |value: &Value, name: &str| value.get(name)?.as_str().map(line);
    // What a mock calls a fault's place and what is wrong there.
    let lists = [
        ("errors", "pointer", "detail"),
        ("validation", "location", "message"),
    ];
    let faults = lists.iter().find_map(|(list, place, detail)| {
        let faults = problem.get(list)?.as_array()?;
        let faults = faults.iter().map(|fault| {
            let place = match fault.get(place) {
                Some(Value::Array(steps)) => steps
                    .iter()
                    .map(|step| format!("/{}", step.as_str().unwrap_or_default()))
                    .collect(),
                Some(place) => place.as_str().unwrap_or_default().to_owned(),
                None => String::new(),
            };
            format!("{place}: {}", text(fault, detail).unwrap_or_default())
        });
        Some(faults.collect::<Vec<_>>().join("; "))
    });
    faults
        .or_else(|| text(problem, "detail"))
        .unwrap_or_default()
}

/// Text in one line, as much of it as people read.
pub(super) fn line(text: &str) -> String {
    const SHOWN: usize = 400;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}
