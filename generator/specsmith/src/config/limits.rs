//! `[limits]`: what a description may cost, and how much of it may go wrong.
//!
//! This module must not know who spends or counts.

use specsmith_openapi::Limits;

use super::Tolerance;
use super::table::{Sink, Table};
use super::value::Placed;

pub(super) fn limits(top: &mut Table<'_, '_>, sink: &mut Sink) -> (Limits, Tolerance) {
    let mut limits = Limits::default();
    let Some(mut table) = top.table("limits", sink) else {
        return (limits, Tolerance::default());
    };
    if let Some(bytes) = table.number("file-bytes", sink) {
        limits.file_bytes = bytes.value;
    }
    for (key, limit) in [("depth", &mut limits.depth), ("nodes", &mut limits.nodes)] {
        if let Some(number) = table.number(key, sink) {
            *limit = u32::try_from(number.value).unwrap_or(u32::MAX);
        }
    }
    let tolerance = Tolerance {
        errors: count(&mut table, "errors", sink),
        degraded: count(&mut table, "degraded", sink),
        unexpressed: count(&mut table, "unexpressed", sink),
    };
    table.finish(sink);
    (limits, tolerance)
}

fn count(table: &mut Table<'_, '_>, key: &'static str, sink: &mut Sink) -> Option<Placed<usize>> {
    let number = table.number(key, sink)?;
    Some(number.map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
}
