//! The limits of `specsmith.toml` on how much may go wrong: what passes one fails the run.
//!
//! This module must not know what went wrong.

use specsmith_openapi::{Diagnostic, Report, Severity};

use crate::Counts;
use crate::config::Config;

/// The code of these findings.
const CODE: &str = "limit-passed";

/// A finding for each limit that the run passed.
pub(super) fn passed(config: &Config, counts: Counts, report: &Report) -> Vec<Diagnostic> {
    let tolerance = &config.tolerance;
    [
        (
            tolerance.errors.as_ref(),
            report.count(Severity::Error),
            "errors in descriptions",
            "mend them, or raise the limit",
        ),
        (
            tolerance.degraded.as_ref(),
            counts.degraded,
            "degraded operations",
            "findings of the run say why each degrades: mend them, or raise the limit",
        ),
        (
            tolerance.unexpressed.as_ref(),
            counts.unexpressed,
            "keywords that the output does not express",
            "the findings `not-expressed` list them: mend them, or raise the limit",
        ),
    ]
    .into_iter()
    .filter_map(|(limit, count, what, help)| {
        let limit = limit.filter(|limit| count > limit.value)?;
        let message = format!("{what}: {count}, at most {} tolerated", limit.value);
        Some(Diagnostic::error(CODE, limit.at, message, help))
    })
    .collect()
}
