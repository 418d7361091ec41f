//! Names of the configuration that were taken already, or that nothing needs.
//!
//! By then everything has its name. This module must not name anything.

use std::collections::BTreeMap;

use specsmith_openapi::api::{Shape, Type};
use specsmith_openapi::rename::Rename;
use specsmith_openapi::report::{Diagnostic, Report};

use super::names::{Case, Ident, Scope};
use super::types::{Item, ItemKind, spoken};
use super::{OperationPlan, Plan};

/// Reports each name that went to something else.
pub(super) fn report_taken(plan: &Plan<'_>, report: &mut Report) {
    if plan.sdk.names.is_empty() {
        return;
    }
    let mut named: BTreeMap<&str, Vec<&Ident>> = BTreeMap::new();
    let items = plan.items.iter().flat_map(|item| of_item(plan, item));
    let operations = plan.groups.iter().flat_map(|group| &group.operations);
    for (pointer, ident) in items.chain(operations.flat_map(|op| of_operation(plan, op))) {
        named.entry(pointer).or_default().push(ident);
    }
    for rename in &plan.sdk.names {
        let place = rename.place();
        let idents = named.get(place.as_str()).into_iter().flatten();
        let mut idents = idents.filter(|ident| is_same_kind(ident, rename));
        match idents.next() {
            Some(first) => {
                let has_name = |ident: &Ident| ident.plain() == rename.name;
                if !has_name(first) && !idents.any(|ident| has_name(ident)) {
                    report.push(taken(rename, first));
                } else if let Some(item) = displaced(plan, rename) {
                    report.push(displacing(rename, &plan.api[item.id], &item.ident));
                }
            }
            None if is_written_out(plan, rename) => report.push(unused(rename)),
            None => {}
        }
    }
}

fn is_same_kind(ident: &Ident, rename: &Rename) -> bool {
    ident.plain().starts_with(char::is_uppercase) == rename.is_of_type()
}

/// What is named is a type that needs no definition: a string, a list.
fn is_written_out(plan: &Plan<'_>, rename: &Rename) -> bool {
    let (place, mut types) = (rename.place(), plan.api.types.iter());
    rename.is_of_type() && types.any(|ty| ty.pointer == place)
}

fn unused(rename: &Rename) -> Diagnostic {
    Diagnostic::warning(
        "name-unused",
        rename.at,
        format!(
            "`{}` is a type that Rust needs no definition for",
            rename.pointer
        ),
        "remove the name; only objects, constants and unions have one",
    )
}

fn taken(rename: &Rename, ident: &Ident) -> Diagnostic {
    Diagnostic::error(
        "name-taken",
        rename.at,
        format!(
            "`{}` is the name of something else; `{ident}` is taken in its place",
            rename.name
        ),
        "give another name, here or to what has this one",
    )
}

/// The definition that would have the name if the configuration had not given it away. One that
/// is named by the configuration, too, is reported there.
fn displaced<'p>(plan: &'p Plan<'_>, rename: &Rename) -> Option<&'p Item> {
    let is_given = |ty: &Type| {
        let mut names = plan.sdk.names.iter();
        names.any(|it| it.is_of_type() && it.place() == ty.pointer)
    };
    let is_displaced = |item: &&Item| {
        let ty = &plan.api[item.id];
        item.ident.plain() != rename.name
            && Scope::default().name(&spoken(ty), Case::Camel).plain() == rename.name
            && !is_given(ty)
    };
    let mut items = plan.items.iter().filter(|_| rename.is_of_type());
    items.find(is_displaced)
}

fn displacing(rename: &Rename, other: &Type, ident: &Ident) -> Diagnostic {
    Diagnostic::error(
        "name-taken",
        rename.at,
        format!(
            "`{}` is the name of something else, which is called `{ident}` now",
            rename.name
        ),
        "give another name, here or to what has this one",
    )
    .related(other.origin, format!("called `{ident}`"))
}

/// A definition and what is named in it, with the places of both.
fn of_item<'p>(plan: &'p Plan<'_>, item: &'p Item) -> Vec<(&'p str, &'p Ident)> {
    let ty: &Type = &plan.api[item.id];
    let mut named = vec![(ty.pointer.as_str(), &item.ident)];
    match (&item.kind, &ty.shape) {
        (ItemKind::Record(planned), Shape::Record(record)) => {
            let fields = record.fields.iter().map(|field| field.pointer.as_str());
            named.extend(fields.zip(planned.fields.iter().map(|field| &field.ident)));
        }
        (ItemKind::Enumeration(planned), Shape::Enumeration(constants)) => {
            let values = constants.values.iter().map(|value| value.pointer.as_str());
            named.extend(values.zip(planned.variants.iter().map(|it| &it.ident)));
        }
        (ItemKind::Union(planned), Shape::Choice(choice)) => {
            let at = |position: usize| choice.variants.get(position);
            let variants = planned.variants.iter();
            named.extend(variants.filter_map(|it| Some((&*at(it.position)?.pointer, &it.ident))));
        }
        (ItemKind::Record(_) | ItemKind::Enumeration(_) | ItemKind::Union(_), _) => {}
    }
    named
}

fn of_operation<'p>(plan: &'p Plan<'_>, op: &'p OperationPlan) -> Vec<(&'p str, &'p Ident)> {
    let described = &plan.api[op.id];
    let parameters = described.parameters.iter().map(|it| it.pointer.as_str());
    let parameters = parameters.zip(op.parameters.iter().map(|it| &it.ident));
    let own = (described.pointer.as_str(), &op.method);
    std::iter::once(own).chain(parameters).collect()
}
