//! Keeps a run from taking away a client for which nothing is left to call.
//!
//! This module must not know why nothing is left.

use specsmith_openapi::Diagnostic;

use crate::files::{self, Failure, Output, Real, State};
use crate::{Generated, Idle};

/// The code of these findings.
const CODE: &str = "no-operations";

/// A finding for each crate that had operations when it was written last and would have none now.
pub(super) fn lost_clients(
    output: &Output<'_>,
    generated: &Generated,
) -> Result<Vec<Diagnostic>, Failure> {
    if generated.idle.is_empty() {
        return Ok(Vec::new());
    }
    let survey = files::check(output, &Real)?;
    let leftovers: Vec<&str> = survey
        .entries
        .iter()
        .filter(|entry| entry.state == State::Leftover)
        .map(|entry| entry.path.as_str())
        .collect();
    let had_operations = |idle: &&Idle| {
        let mut folders = idle.of_calls.iter();
        folders.any(|folder| leftovers.iter().any(|path| path.starts_with(folder)))
    };
    let lost = generated.idle.iter().filter(had_operations);
    Ok(lost.map(finding).collect())
}

fn finding(idle: &Idle) -> Diagnostic {
    let folder = match idle.krate.as_str() {
        "" => "its folder",
        folder => &format!("`{folder}`"),
    };
    Diagnostic::fatal(
        CODE,
        idle.at,
        format!(
            "`{}` has no operation any more, and the client made from it would be removed",
            idle.source
        ),
        format!(
            "mend its `paths` or the choice of operations; if nothing is to be called any more, \
             delete {folder} first"
        ),
    )
}
