//! Types that are sent as a JSON Merge Patch take `null` where a value is removed.
//!
//! In a patch `null` removes the member that it stands for, in objects at any depth; lists are
//! replaced as they are (RFC 7396, section 2). A schema says what may be set, and seldom that it may
//! be removed. So what may be absent may be `null` in the form of a type that such bodies have. A
//! type that stands elsewhere too becomes two: the other form keeps the name.
//!
//! This module must not know which properties go one way.

use std::collections::{BTreeMap, BTreeSet};

use super::{copy, discriminators, with_holders};
use crate::api::{Additional, Api, Field, Media, Operation, Shape, Type, TypeId, TypeUse, visit};

/// Gives types of patches a form of their own.
pub(super) fn divide(api: &mut Api) {
    let patched = patched(api);
    if patched.is_empty() {
        return;
    }
    let elsewhere = elsewhere(api, &patched);
    let tags = discriminators(api);
    let removes = |id: TypeId, field: &Field| {
        !(field.required || field.read_only || tags.contains(&(id, field.name.clone())))
    };
    let differing = differing(api, &patched, removes);
    let mut forms: BTreeMap<TypeId, TypeId> = BTreeMap::new();
    for id in &differing {
        let form = match elsewhere.contains(id) {
            false => *id,
            true => {
                let form = TypeId::new(api.types.len());
                let note = "is sent as a merge patch: `null` removes what it stands for.";
                let copy = copy(&api[*id], "Patch", note);
                api.types.push(copy);
                form
            }
        };
        forms.insert(*id, form);
    }
    let mut to_form = |place: &mut TypeUse| {
        if let Some(form) = forms.get(&place.ty) {
            place.ty = *form;
        }
    };
    for (id, form) in &forms {
        if let Some(ty) = api.types.get_mut(form.index()) {
            allow_null(ty, |field| removes(*id, field));
            visit::parts(ty, &mut to_form);
        }
    }
    let bodies = api.operations.iter_mut().flat_map(|it| &mut it.body);
    let media = bodies.flat_map(|body| &mut body.media);
    let patches = media.filter(|media| media.is_merge_patch());
    patches
        .flat_map(|media| &mut media.ty)
        .for_each(&mut to_form);
}

fn media(operation: &Operation) -> impl Iterator<Item = &Media> {
    operation.body.iter().flat_map(|body| &body.media)
}

/// Types whose values are merged into what is there.
fn patched(api: &Api) -> BTreeSet<TypeId> {
    let media = api.operations.iter().flat_map(media);
    let bodies = media.filter(|media| media.is_merge_patch());
    let mut open: Vec<TypeId> = bodies.filter_map(|it| it.ty).map(|it| it.ty).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(merged_parts(&api[id].shape));
        }
    }
    found
}

/// The types of what is merged when a value is: members of objects, no items of lists.
fn merged_parts(shape: &Shape) -> Vec<TypeId> {
    match shape {
        Shape::Record(_) | Shape::Map(_) | Shape::Choice(_) => {
            shape.parts().into_iter().map(|place| place.ty).collect()
        }
        Shape::Scalar(_)
        | Shape::Enumeration(_)
        | Shape::Any
        | Shape::List(_)
        | Shape::Tuple(_) => Vec::new(),
    }
}

/// Types that stand in anything but patches, or in lists of patches.
fn elsewhere(api: &Api, patched: &BTreeSet<TypeId>) -> BTreeSet<TypeId> {
    let mut rest = api.clone();
    for operation in &mut rest.operations {
        if let Some(body) = &mut operation.body {
            body.media.retain(|media| !media.is_merge_patch());
        }
    }
    let lists = patched
        .iter()
        .filter(|id| matches!(api[**id].shape, Shape::List(_) | Shape::Tuple(_)));
    let items = lists.flat_map(|id| api[*id].shape.parts());
    let mut found = rest.sent();
    found.extend(rest.received());
    found.extend(rest.held_by(items));
    found
}

/// Types that hold what may be removed and does not say so, at any depth.
fn differing(
    api: &Api,
    patched: &BTreeSet<TypeId>,
    removes: impl Fn(TypeId, &Field) -> bool,
) -> BTreeSet<TypeId> {
    let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    let gains = |place: TypeUse| !place.nullable && !matches!(api[place.ty].shape, Shape::Any);
    for id in patched.iter().copied() {
        let shape = &api[id].shape;
        for part in merged_parts(shape) {
            holders.entry(part).or_default().push(id);
        }
        let differs = match shape {
            Shape::Record(record) => {
                let mut fields = record.fields.iter();
                let more = match &record.additional {
                    Additional::Typed(place) => gains(*place),
                    Additional::Denied | Additional::Any => false,
                };
                more || fields.any(|field| gains(field.ty) && removes(id, field))
            }
            Shape::Map(map) => gains(map.values),
            Shape::Scalar(_)
            | Shape::Enumeration(_)
            | Shape::Any
            | Shape::List(_)
            | Shape::Tuple(_)
            | Shape::Choice(_) => false,
        };
        if differs {
            open.push(id);
        }
    }
    with_holders(open, &holders)
}

fn allow_null(ty: &mut Type, removes: impl Fn(&Field) -> bool) {
    match &mut ty.shape {
        Shape::Record(record) => {
            for field in record.fields.iter_mut().filter(|field| removes(field)) {
                field.ty.nullable = true;
            }
            if let Additional::Typed(place) = &mut record.additional {
                place.nullable = true;
            }
        }
        Shape::Map(map) => map.values.nullable = true,
        Shape::Scalar(_)
        | Shape::Enumeration(_)
        | Shape::Any
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Choice(_) => {}
    }
}
