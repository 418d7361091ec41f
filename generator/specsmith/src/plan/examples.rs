//! Examples of the description that a test of the crate reads and writes.
//!
//! It must not know how the test does that, nor whether an example is right.

use std::collections::BTreeSet;

use specsmith_openapi::Origin;
use specsmith_openapi::api::{
    Api, Example, Header, Media, Operation, Shape, TypeId, TypeUse, Value,
};

use super::Plan;
use super::operations::Family;
use super::types::Ty;

/// A value of the description and the type that it is meant for.
#[derive(Debug)]
pub struct ExamplePlan<'a> {
    /// The JSON pointer of what it is an example of, or of the operation that holds that.
    pub place: String,
    /// Where it is written.
    pub origin: Origin,
    /// Where what it is an example of is written: a schema, or the key of a property or media type.
    pub owner: Origin,
    /// Its type.
    pub ty: Ty,
    /// The value.
    pub value: &'a Value,
}

/// Every example that has a type and is JSON: once, however many operations refer to it.
pub(super) fn plan<'a>(plan: &Plan<'a>) -> Vec<ExamplePlan<'a>> {
    let mut found = Found {
        plan,
        examples: Vec::new(),
        seen: BTreeSet::new(),
    };
    found.types(plan.api);
    let webhooks = plan.api.webhooks.iter().map(|webhook| &webhook.request);
    for operation in plan.api.operations.iter().chain(webhooks) {
        found.operation(operation);
    }
    found.examples
}

struct Found<'p, 'a> {
    plan: &'p Plan<'a>,
    examples: Vec<ExamplePlan<'a>>,
    seen: BTreeSet<(Origin, TypeId, bool)>,
}

impl<'a> Found<'_, 'a> {
    fn types(&mut self, api: &'a Api) {
        for (id, ty) in api.types() {
            for example in &ty.examples {
                // Whether `null` is a value is said where a type is used.
                let used = TypeUse {
                    ty: id,
                    nullable: example.value.is_null(),
                };
                self.add(&ty.pointer, ty.origin, used, std::slice::from_ref(example));
            }
            if let Shape::Record(record) = &ty.shape {
                for field in &record.fields {
                    self.add(&field.pointer, field.origin, field.ty, &field.examples);
                }
            }
        }
    }

    fn operation(&mut self, operation: &'a Operation) {
        for parameter in &operation.parameters {
            let (at, ty) = (parameter.origin, parameter.ty);
            self.add(&parameter.pointer, at, ty, &parameter.examples);
        }
        let place = &operation.pointer;
        if let Some(body) = &operation.body {
            self.media(place, &body.media, !body.required);
        }
        for response in &operation.responses {
            self.media(place, &response.media, false);
            self.headers(place, &response.headers);
        }
    }

    /// `null` stands for a body that is left out, where it may be.
    fn media(&mut self, place: &str, media: &'a [Media], is_optional: bool) {
        for media in media.iter().filter(|media| is_json(media)) {
            if let Some(mut used) = media.ty {
                used.nullable |= is_optional;
                self.add(place, media.origin, used, &media.examples);
            }
        }
    }

    fn headers(&mut self, place: &str, headers: &'a [Header]) {
        for header in headers {
            self.add(place, header.origin, header.ty, &header.examples);
        }
    }

    fn add(&mut self, place: &str, owner: Origin, used: TypeUse, examples: &'a [Example]) {
        for example in examples {
            if self.seen.insert((example.origin, used.ty, used.nullable)) {
                self.examples.push(ExamplePlan {
                    place: place.to_owned(),
                    origin: example.origin,
                    owner,
                    ty: self.plan.ty_of(used),
                    value: &example.value,
                });
            }
        }
    }
}

/// What is written of other media types is not JSON.
fn is_json(media: &Media) -> bool {
    match Family::of(&media.content_type) {
        Some(Family::Json | Family::Form | Family::Multipart) => true,
        Some(
            Family::Series
            | Family::Events
            | Family::Text
            | Family::Markup
            | Family::Binary
            | Family::Range
            | Family::Unknown,
        )
        | None => false,
    }
}
