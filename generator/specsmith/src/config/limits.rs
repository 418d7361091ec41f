//! `[limits]`: what a description may cost, and how much of it may go wrong.
//!
//! This module must not know who spends or counts.

use specsmith_openapi::Limits;

use super::Tolerance;
use super::table::{Sink, Table};
use super::value::Placed;

pub(super) fn limits(top: &mut Table<'_, '_>, sink: &mut Sink) -> (Limits, Tolerance) {
    let Some(mut table) = top.table("limits", sink) else {
        return (Limits::default(), Tolerance::default());
    };
    let limits = reading(&mut table, sink);
    let tolerance = Tolerance {
        errors: count(&mut table, "errors", sink),
        degraded: count(&mut table, "degraded", sink),
        unexpressed: count(&mut table, "unexpressed", sink),
    };
    table.finish(sink);
    (limits, tolerance)
}

/// Takes the keys of limits on reading; those left out keep their defaults.
fn reading(table: &mut Table<'_, '_>, sink: &mut Sink) -> Limits {
    let mut limits = Limits::default();
    for (key, limit) in [
        ("file-bytes", &mut limits.file_bytes),
        ("copied-bytes", &mut limits.copied_bytes),
    ] {
        if let Some(number) = table.number(key, sink) {
            *limit = number.value;
        }
    }
    for (key, limit) in [
        ("files", &mut limits.files),
        ("depth", &mut limits.depth),
        ("nodes", &mut limits.nodes),
        ("alias-nodes", &mut limits.alias_nodes),
        ("merged-types", &mut limits.merged_types),
    ] {
        if let Some(number) = table.number(key, sink) {
            *limit = u32::try_from(number.value).unwrap_or(u32::MAX);
        }
    }
    limits
}

fn count(table: &mut Table<'_, '_>, key: &'static str, sink: &mut Sink) -> Option<Placed<usize>> {
    let number = table.number(key, sink)?;
    Some(number.map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
}
