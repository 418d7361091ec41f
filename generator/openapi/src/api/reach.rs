//! Which types clients send, and which they receive.
//!
//! It must not know what a type is for.

use std::collections::BTreeSet;

use super::{Additional, Api, Media, Operation, Shape, TypeId, TypeUse};

impl Api {
    /// Every type that clients send: those of requests, and of what a webhook is answered with.
    pub fn sent(&self) -> BTreeSet<TypeId> {
        let sent = self.operations.iter().flat_map(request_types);
        let webhooks = self.webhooks.iter().map(|webhook| &webhook.request);
        self.held_by(sent.chain(webhooks.flat_map(response_types)))
    }

    /// Every type that clients receive: those of responses, and of webhooks.
    pub fn received(&self) -> BTreeSet<TypeId> {
        let received = self.operations.iter().flat_map(response_types);
        let webhooks = self.webhooks.iter().map(|webhook| &webhook.request);
        self.held_by(received.chain(webhooks.flat_map(request_types)))
    }

    /// Every type that the roots hold, directly or not.
    pub(crate) fn held_by(&self, roots: impl Iterator<Item = TypeUse>) -> BTreeSet<TypeId> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<TypeId> = roots.map(|place| place.ty).collect();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                open.extend(self[id].shape.parts().into_iter().map(|place| place.ty));
            }
        }
        seen
    }
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

impl Shape {
    /// The types that it is made of.
    pub fn parts(&self) -> Vec<TypeUse> {
        match self {
            Self::Scalar(_) | Self::Enumeration(_) | Self::Any => Vec::new(),
            Self::List(list) => vec![list.items],
            Self::Tuple(tuple) => tuple.items.clone(),
            Self::Map(map) => vec![map.values],
            Self::Record(record) => {
                let fields = record.fields.iter().map(|field| field.ty);
                match &record.additional {
                    Additional::Typed(place) => fields.chain([*place]).collect(),
                    Additional::Denied | Additional::Any => fields.collect(),
                }
            }
            Self::Choice(choice) => choice.variants.iter().map(|variant| variant.ty).collect(),
        }
    }
}
