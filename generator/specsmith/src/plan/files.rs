//! Files in forms: which fields of a multipart body hold bytes to be sent as they are.
//!
//! It must not know how forms are written.

use std::collections::BTreeSet;

use specsmith_openapi::api::{Api, Field, Record, Shape, TypeId};

use super::operations::{Family, is_file};
use super::types::{Item, ItemKind, RecordPlan, Ty};

/// Gives the fields of multipart bodies that hold bytes, or a list of them, the type of a file.
pub(super) fn place(api: &Api, items: &mut [Item]) {
    let forms = forms(api);
    for item in items.iter_mut().filter(|item| forms.contains(&item.id)) {
        if let (ItemKind::Record(plan), Shape::Record(record)) =
            (&mut item.kind, &api[item.id].shape)
        {
            place_in(api, record, plan);
        }
    }
}

fn place_in(api: &Api, record: &Record, plan: &mut RecordPlan) {
    for planned in &mut plan.fields {
        let file = record
            .fields
            .get(planned.index)
            .and_then(|field| file(api, field));
        if let Some(ty) = file {
            planned.ty = ty;
        }
    }
}

fn file(api: &Api, field: &Field) -> Option<Ty> {
    if is_file(api, field.ty.ty) {
        return Some(Ty::Upload);
    }
    match &api[field.ty.ty].shape {
        Shape::List(list) if is_file(api, list.items.ty) => Some(Ty::List(Box::new(Ty::Upload))),
        Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Scalar(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => None,
    }
}

/// The types of multipart bodies, and the alternatives of those that are unions.
fn forms(api: &Api) -> BTreeSet<TypeId> {
    let bodies = api.operations.iter().filter_map(|op| op.body.as_ref());
    let media = bodies.flat_map(|body| &body.media);
    let forms = media.filter(|it| Family::of(&it.content_type) == Some(Family::Multipart));
    let mut open: Vec<TypeId> = forms
        .filter_map(|media| media.ty)
        .map(|place| place.ty)
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id)
            && let Shape::Choice(choice) = &api[id].shape
        {
            open.extend(choice.variants.iter().map(|variant| variant.ty.ty));
        }
    }
    seen
}
