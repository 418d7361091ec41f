//! Types written in place that are equal become one.
//!
//! Descriptions that a tool has put together repeat the same schema hundreds of times. A schema
//! that `components` names is a type of its own; of those written in place, types are equal when
//! they stand under the same word, are made of equal parts, and are sent or received alike. What is
//! all of a body or of an answer stays the type of its operation.
//!
//! IR in, IR out. This module must not know anything about the output.

use std::collections::BTreeSet;

use hashbrown::DefaultHashBuilder;
use indexmap::IndexMap;

use crate::api::{
    Additional, Api, Constraints, Docs, EnumValue, Example, Extensions, Field, Media, Operation,
    Presence, Scalar, Shape, Type, TypeId, TypeUse, Value, Variant, visit,
};

/// Of several equal types keeps the one with the shortest path, the first of these.
pub fn share(api: &mut Api) {
    let first = first_equal(api);
    let shared = shared(api, &first);
    let target = |id: TypeId| {
        let found = first.get(id.index()).and_then(|first| shared.get(first));
        found.map_or(id, |shared| shared.id)
    };
    for shared in shared.values() {
        if let Some(ty) = api.types.get_mut(shared.id.index()) {
            ty.docs.title.clone_from(&shared.docs.title);
            ty.docs.description.clone_from(&shared.docs.description);
        }
    }
    visit::retain_types(api, |id| target(id) == id, target);
}

/// What equal types become.
struct Shared {
    id: TypeId,
    /// What all of them say.
    docs: Docs,
}

/// By the first of each set of equal types what they become.
fn shared(api: &Api, first: &[TypeId]) -> IndexMap<TypeId, Shared> {
    let mut all: IndexMap<TypeId, Shared> = IndexMap::new();
    for ((id, ty), first) in api.types().zip(first) {
        let shared = all.entry(*first).or_insert_with(|| Shared {
            id,
            docs: ty.docs.clone(),
        });
        if ty.path.len() < api[shared.id].path.len() {
            shared.id = id;
        }
        let Docs {
            title, description, ..
        } = &mut shared.docs;
        title.take_if(|title| Some(&*title) != ty.docs.title.as_ref());
        description.take_if(|it| Some(&*it) != ty.docs.description.as_ref());
    }
    all
}

/// For each type one that stands for all that are equal to it.
fn first_equal(api: &Api) -> Vec<TypeId> {
    let (sent, received) = (api.sent(), api.received());
    let of_operations = of_operations(api);
    let mut first: Vec<TypeId> = api.types().map(|(id, _)| id).collect();
    let mut known: IndexMap<Key<'_>, TypeId, DefaultHashBuilder> = IndexMap::default();
    // The parts of a type that are written in place stand behind it.
    let types: Vec<(TypeId, &Type)> = api.types().collect();
    for (id, ty) in types.into_iter().rev() {
        if ty.name.is_some() || of_operations.contains(&id) {
            continue;
        }
        let key = Key {
            is_sent: sent.contains(&id),
            is_received: received.contains(&id),
            ..Key::of(ty, &first)
        };
        let equal = *known.entry(key).or_insert(id);
        if let Some(first) = first.get_mut(id.index()) {
            *first = equal;
        }
    }
    first
}

/// Types that are all of a body or of an answer, or each element of it.
fn of_operations(api: &Api) -> BTreeSet<TypeId> {
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.request);
    let media = api.operations.iter().chain(webhooks).flat_map(media);
    let places = media.flat_map(|media| media.ty.into_iter().chain(media.item));
    let mut found = BTreeSet::new();
    for place in places {
        let mut next = Some(place.ty);
        while let Some(id) = next.take().filter(|id| found.insert(*id)) {
            next = match &api[id].shape {
                Shape::List(list) => Some(list.items.ty),
                Shape::Map(map) => Some(map.values.ty),
                Shape::Scalar(_)
                | Shape::Tuple(_)
                | Shape::Record(_)
                | Shape::Choice(_)
                | Shape::Enumeration(_)
                | Shape::Any => None,
            };
        }
    }
    found
}

fn media(operation: &Operation) -> impl Iterator<Item = &Media> {
    let body = operation.body.iter().flat_map(|body| &body.media);
    let responses = operation.responses.iter();
    body.chain(responses.flat_map(|response| &response.media))
}

/// All that makes a type what it is. Equal types have equal keys.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    is_sent: bool,
    is_received: bool,
    /// The last word of its name, when it will have one.
    word: &'a str,
    /// Of a type without a name what is said about it; of others it need not be the same.
    docs: Option<&'a Docs>,
    deprecated: bool,
    shape: ShapeKey<'a>,
    said: Said<'a>,
}

#[derive(PartialEq, Eq, Hash)]
enum ShapeKey<'a> {
    Scalar(&'a Scalar),
    List(TypeUse, bool),
    Tuple(Vec<TypeUse>),
    Map(TypeUse),
    Record(Vec<FieldKey<'a>>, AdditionalKey, &'a [Presence]),
    Choice(ChoiceKey<'a>),
    Enumeration(Vec<ConstantKey<'a>>, bool),
    Any,
}

/// A constant without its place.
#[derive(PartialEq, Eq, Hash)]
struct ConstantKey<'a> {
    value: &'a Value,
    name: Option<&'a str>,
    description: Option<&'a str>,
}

impl<'a> ConstantKey<'a> {
    fn of(constant: &'a EnumValue) -> Self {
        Self {
            value: &constant.value,
            name: constant.name.as_deref(),
            description: constant.description.as_deref(),
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
struct FieldKey<'a> {
    name: &'a str,
    ty: TypeUse,
    required: bool,
    read_only: bool,
    write_only: bool,
    docs: &'a Docs,
    said: Said<'a>,
}

#[derive(PartialEq, Eq, Hash)]
enum AdditionalKey {
    Denied,
    Any,
    Typed(TypeUse),
}

#[derive(PartialEq, Eq, Hash)]
struct ChoiceKey<'a> {
    variants: Vec<(&'a str, TypeUse, &'a [String])>,
    discriminator: Option<&'a str>,
    fallback: Option<usize>,
    overlapping: bool,
}

/// What types and fields alike can say about their values.
#[derive(PartialEq, Eq, Hash)]
struct Said<'a> {
    constraints: &'a Constraints,
    default: Option<&'a Value>,
    examples: Vec<&'a Value>,
    extensions: Vec<(&'a str, &'a Value)>,
}

impl<'a> Key<'a> {
    /// `first` stands for the parts.
    fn of(ty: &'a Type, first: &[TypeId]) -> Self {
        let has_name = matches!(
            ty.shape,
            Shape::Record(_) | Shape::Choice(_) | Shape::Enumeration(_)
        );
        let words = ty.path.iter().rev().map(String::as_str);
        let word = words.filter(|word| *word != "item").find(|_| has_name);
        Self {
            is_sent: false,
            is_received: false,
            word: word.unwrap_or_default(),
            docs: (!has_name).then_some(&ty.docs),
            deprecated: ty.docs.deprecated,
            shape: ShapeKey::of(&ty.shape, first),
            said: Said::of(
                &ty.constraints,
                ty.default.as_ref(),
                &ty.examples,
                &ty.extensions,
            ),
        }
    }
}

impl<'a> ShapeKey<'a> {
    fn of(shape: &'a Shape, first: &[TypeId]) -> Self {
        let part = |place: TypeUse| TypeUse {
            ty: first.get(place.ty.index()).copied().unwrap_or(place.ty),
            ..place
        };
        match shape {
            Shape::Scalar(scalar) => Self::Scalar(scalar),
            Shape::List(list) => Self::List(part(list.items), list.unique),
            Shape::Tuple(tuple) => Self::Tuple(tuple.items.iter().copied().map(part).collect()),
            Shape::Map(map) => Self::Map(part(map.values)),
            Shape::Record(record) => Self::Record(
                record
                    .fields
                    .iter()
                    .map(|field| FieldKey::of(field, part(field.ty)))
                    .collect(),
                match &record.additional {
                    Additional::Denied => AdditionalKey::Denied,
                    Additional::Any => AdditionalKey::Any,
                    Additional::Typed(place) => AdditionalKey::Typed(part(*place)),
                },
                &record.presence,
            ),
            Shape::Choice(choice) => {
                let variant = |it: &'a Variant| (it.label.as_str(), part(it.ty), &*it.tags);
                Self::Choice(ChoiceKey {
                    variants: choice.variants.iter().map(variant).collect(),
                    discriminator: choice.discriminator.as_deref(),
                    fallback: choice.fallback,
                    overlapping: choice.overlapping,
                })
            }
            Shape::Enumeration(constants) => {
                let values = constants.values.iter().map(ConstantKey::of);
                Self::Enumeration(values.collect(), constants.open)
            }
            Shape::Any => Self::Any,
        }
    }
}

impl<'a> FieldKey<'a> {
    fn of(field: &'a Field, ty: TypeUse) -> Self {
        Self {
            name: &field.name,
            ty,
            required: field.required,
            read_only: field.read_only,
            write_only: field.write_only,
            docs: &field.docs,
            said: Said::of(
                &field.constraints,
                field.default.as_ref(),
                &field.examples,
                &field.extensions,
            ),
        }
    }
}

impl<'a> Said<'a> {
    fn of(
        constraints: &'a Constraints,
        default: Option<&'a Value>,
        examples: &'a [Example],
        extensions: &'a Extensions,
    ) -> Self {
        let extensions = extensions
            .iter()
            .map(|(name, value)| (name.as_str(), value));
        Self {
            constraints,
            default,
            examples: examples.iter().map(|example| &example.value).collect(),
            extensions: extensions.collect(),
        }
    }
}
