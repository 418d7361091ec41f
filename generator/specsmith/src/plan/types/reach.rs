//! Which types requests and responses hold.
//!
//! It must not know how a type is written.

use std::collections::BTreeSet;

use specsmith_openapi::api::{Additional, Api, Body, Response, Shape, TypeId, TypeUse};

/// Types that a request names: bodies and parameters.
pub(super) fn request_roots(api: &Api) -> Vec<TypeUse> {
    let body = |body: &Body| body.media.iter().filter_map(|m| m.ty).collect::<Vec<_>>();
    api.operations
        .iter()
        .flat_map(|op| {
            op.body
                .iter()
                .flat_map(body)
                .chain(op.parameters.iter().map(|p| p.ty))
        })
        .collect()
}

/// Types that a response names: bodies and headers.
pub(super) fn response_roots(api: &Api) -> Vec<TypeUse> {
    let response = |r: &Response| {
        let media = r.media.iter().filter_map(|m| m.ty);
        media
            .chain(r.headers.iter().map(|h| h.ty))
            .collect::<Vec<_>>()
    };
    api.operations
        .iter()
        .flat_map(|op| op.responses.iter().flat_map(response))
        .collect()
}

/// Every type that the roots hold, directly or not.
pub(super) fn reachable(api: &Api, roots: Vec<TypeUse>) -> BTreeSet<TypeId> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<TypeId> = roots.into_iter().map(|place| place.ty).collect();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(parts(&api[id].shape).into_iter().map(|place| place.ty));
        }
    }
    seen
}

/// The types that a shape is made of.
fn parts(shape: &Shape) -> Vec<TypeUse> {
    match shape {
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Any => Vec::new(),
        Shape::List(list) => vec![list.items],
        Shape::Map(map) => vec![map.values],
        Shape::Record(record) => {
            let fields = record.fields.iter().map(|field| field.ty);
            match &record.additional {
                Additional::Typed(place) => fields.chain([*place]).collect(),
                Additional::Denied | Additional::Any => fields.collect(),
            }
        }
        Shape::Choice(choice) => choice.variants.iter().map(|variant| variant.ty).collect(),
    }
}
