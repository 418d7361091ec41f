//! Reports properties of one record that Rust would give one name.
//!
//! By then they have different ones. This module must not name anything.

use std::collections::BTreeMap;

use rayon::prelude::*;
use specsmith_openapi::api::{Api, Field, Shape};
use specsmith_openapi::report::{Diagnostic, Report};

use super::names::{Case, Ident, Scope};
use super::types::{Item, ItemKind, RecordPlan, given_name};

/// Reports each property that had to give way.
pub(super) fn report_same_names(api: &Api, items: &[Item], report: &mut Report) {
    let records = items.par_iter().filter_map(|item| {
        let (ItemKind::Record(plan), Shape::Record(record)) = (&item.kind, &api[item.id].shape)
        else {
            return None;
        };
        Some(findings(plan, &record.fields))
    });
    let findings: Vec<Vec<Diagnostic>> = records.collect();
    findings
        .into_iter()
        .flatten()
        .for_each(|it| report.push(it));
}

fn findings(plan: &RecordPlan, fields: &[Field]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut first: BTreeMap<Ident, &Field> = BTreeMap::new();
    for (field, given) in fields.iter().zip(&plan.fields) {
        let spoken = given_name(&field.extensions).unwrap_or(&field.name);
        let wanted = Scope::default().name(spoken, Case::Snake);
        match first.get(&wanted) {
            Some(earlier) => findings.push(finding(field, earlier, &wanted, &given.ident)),
            None => {
                first.insert(wanted, field);
            }
        }
    }
    findings
}

fn finding(field: &Field, earlier: &Field, wanted: &Ident, given: &Ident) -> Diagnostic {
    Diagnostic::warning(
        "duplicate-name",
        field.origin,
        format!(
            "`{}` and `{}` are both `{wanted}` in Rust; this one is called `{given}`",
            earlier.name, field.name
        ),
        "give it a name of its own: `x-specsmith-name: …` beside its type",
    )
    .related(earlier.origin, "takes the name")
}
