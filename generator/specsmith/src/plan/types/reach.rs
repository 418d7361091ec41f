//! Which types requests and responses hold.
//!
//! It must not know how a type is written.

use std::collections::BTreeSet;

use specsmith_openapi::api::{Additional, Api, Media, Operation, Shape, TypeId, TypeUse};

/// Types that clients send: those of requests, and of what a webhook is answered with.
pub(super) fn request_roots(api: &Api) -> Vec<TypeUse> {
    let sent = api.operations.iter().flat_map(request_types);
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.request);
    sent.chain(webhooks.flat_map(response_types)).collect()
}

/// Types that clients receive: those of responses, and of webhooks.
pub(super) fn response_roots(api: &Api) -> Vec<TypeUse> {
    let received = api.operations.iter().flat_map(response_types);
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.request);
    received.chain(webhooks.flat_map(request_types)).collect()
}

/// Bodies and parameters.
fn request_types(op: &Operation) -> Vec<TypeUse> {
    let media = op.body.iter().flat_map(|body| &body.media);
    let bodies = media.flat_map(held);
    bodies
        .chain(op.parameters.iter().map(|parameter| parameter.ty))
        .collect()
}

/// Bodies and headers.
fn response_types(op: &Operation) -> Vec<TypeUse> {
    let types = op.responses.iter().flat_map(|response| {
        let media = response.media.iter().flat_map(held);
        media.chain(response.headers.iter().map(|header| header.ty))
    });
    types.collect()
}

/// Types that a body in one media type names: of itself, of its items, of headers of its parts.
fn held(media: &Media) -> impl Iterator<Item = TypeUse> + '_ {
    let encodings = media.encodings.iter();
    let headers = encodings.flat_map(|encoding| encoding.headers.iter().map(|header| header.ty));
    media.ty.into_iter().chain(media.item).chain(headers)
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
pub(in crate::plan) fn parts(shape: &Shape) -> Vec<TypeUse> {
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
