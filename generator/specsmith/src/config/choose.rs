//! `[sdk.include]`, `[sdk.exclude]` and `prune`: which part of a description is wanted.
//!
//! This module must not know what a description holds.

use specsmith_openapi::select::{By, Rule, Selection, Unused};

use super::table::{Sink, Table};

/// Takes the keys of an SDK that choose a part of its description.
pub(super) fn selection(sdk: &mut Table<'_, '_>, sink: &mut Sink) -> Selection {
    let include = rules(sdk.table("include", sink), sink);
    let exclude = rules(sdk.table("exclude", sink), sink);
    let is_said = sdk.has("prune");
    let unused = match (is_said, sdk.boolean("prune", sink)) {
        (false, _) => Unused::ByChoice,
        (true, true) => Unused::Remove,
        (true, false) => Unused::Keep,
    };
    Selection {
        include,
        exclude,
        unused,
    }
}

fn rules(table: Option<Table<'_, '_>>, sink: &mut Sink) -> Vec<Rule> {
    let Some(mut table) = table else {
        return Vec::new();
    };
    let mut rules = Vec::new();
    for (key, by) in [
        ("tags", By::Tag),
        ("paths", By::Path),
        ("operations", By::OperationId),
    ] {
        let patterns = table.strings(key, sink);
        rules.extend(patterns.into_iter().map(|pattern| Rule {
            by,
            pattern: pattern.value,
            at: pattern.at,
        }));
    }
    table.finish(sink);
    rules
}
