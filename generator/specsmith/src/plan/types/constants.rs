//! Fields that can have one value only, so that nobody has to give it.
//!
//! It must not know how a field is written.

use std::collections::BTreeMap;

use specsmith_openapi::api::{Api, Choice, Field, Scalar, Shape, TypeId, Value};

/// For a record and the name of one of its fields the tag that unions know it by.
pub(super) type Tags<'a> = BTreeMap<(TypeId, &'a str), Option<&'a str>>;

/// The tags of all unions. A record that several unions know by different tags has none.
pub(super) fn by_tag(api: &Api) -> Tags<'_> {
    let mut tags = Tags::new();
    for (_, ty) in api.types() {
        if let Shape::Choice(choice) = &ty.shape
            && let Some(property) = &choice.discriminator
        {
            add(choice, property, &mut tags);
        }
    }
    tags
}

fn add<'a>(choice: &'a Choice, property: &'a str, tags: &mut Tags<'a>) {
    for variant in &choice.variants {
        let tag = match variant.tags.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        };
        tags.entry((variant.ty.ty, property))
            .and_modify(|known| *known = known.filter(|known| tag == Some(*known)))
            .or_insert(tag);
    }
}

/// The only value of a field: the tag of its record, or, where the field is required, its only
/// constant.
pub(super) fn of_field(api: &Api, record: TypeId, field: &Field, tags: &Tags<'_>) -> Option<Value> {
    let tag = tags.get(&(record, field.name.as_str())).copied().flatten();
    match &api[field.ty.ty].shape {
        Shape::Enumeration(enumeration) => match enumeration.values.as_slice() {
            [only] if field.required || tag.is_some() => Some(only.value.clone()),
            values => {
                let tag = Value::from(tag?);
                values.iter().any(|it| it.value == tag).then_some(tag)
            }
        },
        Shape::Scalar(Scalar::String { format: None }) => tag.map(Value::from),
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Any => None,
    }
}
