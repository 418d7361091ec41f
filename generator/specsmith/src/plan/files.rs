//! Files in forms: which fields of a multipart body hold bytes to be sent as they are.
//!
//! It must not know how forms are written.

use std::collections::{BTreeMap, BTreeSet};

use specsmith_openapi::api::{Api, Field, Media, Record, Shape, TypeId, TypeUse};

use super::Plan;
use super::operations::{Family, is_file};
use super::types::{Item, ItemKind, RecordPlan, Ty};

/// Gives the fields of multipart bodies that hold bytes, or a list of them, the type of a file.
pub(super) fn place(api: &Api, items: &mut [Item]) {
    let forms = forms(api);
    let elsewhere = elsewhere(api, &forms);
    for item in items.iter_mut() {
        if let Some(json) = forms.get(&item.id)
            && let (ItemKind::Record(plan), Shape::Record(record)) =
                (&mut item.kind, &api[item.id].shape)
        {
            let untyped = match elsewhere.contains(&item.id) {
                true => Untyped::Values,
                false => Untyped::FilesBut(json),
            };
            place_in(api, record, plan, untyped);
        }
    }
}

/// Whether a field of a form is a file, or a list of them.
pub(super) fn is_file_field(plan: &Plan<'_>, form: Option<TypeUse>, name: &str) -> bool {
    let item = form.and_then(|form| plan.items.iter().find(|item| item.id == form.ty));
    let Some((ItemKind::Record(planned), Shape::Record(record))) =
        item.map(|item| (&item.kind, &plan.api[item.id].shape))
    else {
        return false;
    };
    let is_it = |index: usize| record.fields.get(index).is_some_and(|it| it.name == name);
    let field = planned.fields.iter().find(|field| is_it(field.index));
    field.is_some_and(|field| match &field.ty {
        Ty::List(items) => **items == Ty::Upload,
        ty => *ty == Ty::Upload,
    })
}

/// What fields are whose schema names no type.
#[derive(Clone, Copy)]
enum Untyped<'f> {
    /// Any value: the type is also that of JSON.
    Values,
    /// Bytes, as in OpenAPI 3.1.1, section 4.8.15 (without `type` a part is
    /// `application/octet-stream`), but for those that are sent as JSON.
    FilesBut(&'f BTreeSet<&'f str>),
}

fn place_in(api: &Api, record: &Record, plan: &mut RecordPlan, untyped: Untyped<'_>) {
    for planned in &mut plan.fields {
        let file = record
            .fields
            .get(planned.index)
            .and_then(|field| file(api, field, untyped));
        if let Some(ty) = file {
            planned.ty = ty;
        }
    }
}

fn file(api: &Api, field: &Field, untyped: Untyped<'_>) -> Option<Ty> {
    let holds = |ty: TypeId| {
        is_file(api, ty)
            || match untyped {
                Untyped::Values => false,
                Untyped::FilesBut(json) => {
                    matches!(api[ty].shape, Shape::Any) && !json.contains(field.name.as_str())
                }
            }
    };
    if holds(field.ty.ty) {
        return Some(Ty::Upload);
    }
    match &api[field.ty.ty].shape {
        Shape::List(list) if holds(list.items.ty) => Some(Ty::List(Box::new(Ty::Upload))),
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

/// The types of multipart bodies, and the alternatives of those that are unions, each with the
/// fields that are sent as JSON.
fn forms(api: &Api) -> BTreeMap<TypeId, BTreeSet<&str>> {
    let mut forms: BTreeMap<TypeId, BTreeSet<&str>> = BTreeMap::new();
    for media in bodies(api).filter(|media| is_multipart(media)) {
        let encodings = media.encodings.iter().filter(|encoding| {
            let said = encoding.content_type.as_deref().unwrap_or_default();
            said.split(',').any(|said| Family::is_json(said.trim()))
        });
        let json: BTreeSet<&str> = encodings.map(|encoding| encoding.name.as_str()).collect();
        let mut open: Vec<TypeId> = media.ty.iter().map(|place| place.ty).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            forms.entry(id).or_default().extend(&json);
            if let Shape::Choice(choice) = &api[id].shape {
                open.extend(choice.variants.iter().map(|variant| variant.ty.ty));
            }
        }
    }
    forms
}

/// The types that are sent or received in another way than as a multipart body.
fn elsewhere(api: &Api, forms: &BTreeMap<TypeId, BTreeSet<&str>>) -> BTreeSet<TypeId> {
    let others = bodies(api).filter(|media| !is_multipart(media));
    let others = others.flat_map(|media| media.ty.into_iter().chain(media.item));
    // The alternatives of a union of forms are forms themselves.
    let records = forms
        .keys()
        .filter(|id| !matches!(api[**id].shape, Shape::Choice(_)));
    let parts = records.flat_map(|id| api[*id].shape.parts());
    let mut open: Vec<TypeId> = others.chain(parts).map(|place| place.ty).collect();
    let mut seen = api.received();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(api[id].shape.parts().into_iter().map(|place| place.ty));
        }
    }
    seen
}

fn bodies(api: &Api) -> impl Iterator<Item = &Media> {
    let bodies = api.operations.iter().filter_map(|op| op.body.as_ref());
    bodies.flat_map(|body| &body.media)
}

fn is_multipart(media: &Media) -> bool {
    Family::of(&media.content_type) == Some(Family::Multipart)
}
