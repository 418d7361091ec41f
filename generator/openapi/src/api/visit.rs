//! Every place of the IR that names a type.
//!
//! It must not know why they are asked for.

use super::{Additional, Api, Media, Operation, Shape, Type, TypeId, TypeUse};

/// Keeps some types, in their order, and leads every place to `target` of its type, which must be
/// one of those that are kept.
pub(crate) fn retain_types(
    api: &mut Api,
    is_kept: impl Fn(TypeId) -> bool,
    target: impl Fn(TypeId) -> TypeId,
) {
    let mut kept = 0;
    let renumbered: Vec<Option<TypeId>> = (0..api.types.len())
        .map(|index| {
            let id = TypeId::new(kept);
            let is_kept = is_kept(TypeId::new(index));
            kept += usize::from(is_kept);
            is_kept.then_some(id)
        })
        .collect();
    let mut renumber = |place: &mut TypeUse| {
        if let Some(Some(id)) = renumbered.get(target(place.ty).index()) {
            place.ty = *id;
        }
    };
    let mut index = 0;
    api.types.retain_mut(|ty| {
        parts(ty, &mut renumber);
        let is_kept = matches!(renumbered.get(index), Some(Some(_)));
        index += 1;
        is_kept
    });
    requests(api, &mut renumber);
}

/// The types that operations and the requests of the service name.
fn requests(api: &mut Api, visit: &mut impl FnMut(&mut TypeUse)) {
    let webhooks = api.webhooks.iter_mut().map(|webhook| &mut webhook.request);
    for request in api.operations.iter_mut().chain(webhooks) {
        operation(request, visit);
    }
}

fn operation(operation: &mut Operation, visit: &mut impl FnMut(&mut TypeUse)) {
    request(operation, visit);
    response(operation, visit);
}

/// Parameters and bodies.
fn request(operation: &mut Operation, visit: &mut impl FnMut(&mut TypeUse)) {
    for parameter in &mut operation.parameters {
        visit(&mut parameter.ty);
    }
    if let Some(body) = &mut operation.body {
        media(&mut body.media, visit);
    }
}

/// Bodies and headers of answers.
fn response(operation: &mut Operation, visit: &mut impl FnMut(&mut TypeUse)) {
    for response in &mut operation.responses {
        media(&mut response.media, visit);
        for header in &mut response.headers {
            visit(&mut header.ty);
        }
    }
}

fn media(media: &mut [Media], visit: &mut impl FnMut(&mut TypeUse)) {
    for media in media {
        media
            .ty
            .iter_mut()
            .chain(&mut media.item)
            .for_each(&mut *visit);
        let encodings = media.encodings.iter_mut();
        encodings
            .flat_map(|encoding| &mut encoding.headers)
            .for_each(|header| visit(&mut header.ty));
    }
}

/// The types of what clients send: of requests, and of answers to webhooks.
pub(crate) fn sent(api: &mut Api, visit: &mut impl FnMut(&mut TypeUse)) {
    for operation in &mut api.operations {
        request(operation, visit);
    }
    for webhook in &mut api.webhooks {
        response(&mut webhook.request, visit);
    }
}

/// The types that a type is made of.
pub(crate) fn parts(ty: &mut Type, visit: &mut impl FnMut(&mut TypeUse)) {
    match &mut ty.shape {
        Shape::List(list) => visit(&mut list.items),
        Shape::Tuple(tuple) => tuple.items.iter_mut().for_each(visit),
        Shape::Map(map) => visit(&mut map.values),
        Shape::Record(record) => {
            for field in &mut record.fields {
                visit(&mut field.ty);
            }
            match &mut record.additional {
                Additional::Typed(ty) => visit(ty),
                Additional::Denied | Additional::Any => {}
            }
        }
        Shape::Choice(choice) => {
            for variant in &mut choice.variants {
                visit(&mut variant.ty);
            }
        }
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Any => {}
    }
}
