//! Every place of the IR that names a type.
//!
//! It must not know why they are asked for.

use crate::api::{Additional, Api, Media, Operation, Shape, Type, TypeUse};

/// The types that operations and the requests of the service name.
pub(super) fn requests(api: &mut Api, visit: &mut impl FnMut(&mut TypeUse)) {
    let webhooks = api.webhooks.iter_mut().map(|webhook| &mut webhook.request);
    for request in api.operations.iter_mut().chain(webhooks) {
        operation(request, visit);
    }
}

fn operation(operation: &mut Operation, visit: &mut impl FnMut(&mut TypeUse)) {
    for parameter in &mut operation.parameters {
        visit(&mut parameter.ty);
    }
    if let Some(body) = &mut operation.body {
        media(&mut body.media, visit);
    }
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

/// The types that a type is made of.
pub(super) fn parts(ty: &mut Type, visit: &mut impl FnMut(&mut TypeUse)) {
    match &mut ty.shape {
        Shape::List(list) => visit(&mut list.items),
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
