//! Reports properties of one record that Rust would give one name.
//!
//! By then they have different ones. This module must not name anything.

use std::collections::BTreeMap;

use specsmith_openapi::api::{Api, Field, Shape};
use specsmith_openapi::report::{Diagnostic, Report};

use super::names::{Case, Ident, Scope};
use super::types::{Item, ItemKind, RecordPlan, given_name};

/// Reports each property that had to give way.
pub(super) fn report_same_names(api: &Api, items: &[Item], report: &mut Report) {
    for item in items {
        if let (ItemKind::Record(plan), Shape::Record(record)) = (&item.kind, &api[item.id].shape) {
            report_of(plan, &record.fields, report);
        }
    }
}

fn report_of(plan: &RecordPlan, fields: &[Field], report: &mut Report) {
    let mut first: BTreeMap<Ident, &Field> = BTreeMap::new();
    for (field, given) in fields.iter().zip(&plan.fields) {
        let spoken = given_name(&field.extensions).unwrap_or(&field.name);
        let wanted = Scope::default().name(spoken, Case::Snake);
        match first.get(&wanted) {
            Some(earlier) => report.push(finding(field, earlier, &wanted, &given.ident)),
            None => {
                first.insert(wanted, field);
            }
        }
    }
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
