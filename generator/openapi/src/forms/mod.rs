//! Types that are sent and received get a form for each way, where they differ.
//!
//! A property that is `readOnly` is in responses alone, one that is `writeOnly` in requests alone
//! (OpenAPI 3.0.4, section 4.7.24.2). So a type that is only sent loses the first kind, one that is
//! only received the second; one that no operation has keeps both. A type that goes both ways, and
//! holds such a property at any depth, becomes two: the received form keeps the name. What is sent as
//! a merge patch has a form, too. What the types were before is kept beside them: an example of a
//! request may hold a property that only comes back, and has to be right there, too.
//!
//! IR in, IR out. This module must not know anything about the output.

mod merge;

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Shape, Type, TypeId, TypeUse, Undivided, visit};

/// Divides the types.
pub fn divide(api: &mut Api) {
    merge::divide(api);
    one_way(api);
}

/// Divides those that hold properties that go one way.
fn one_way(api: &mut Api) {
    let (sent, received) = (api.sent(), api.received());
    let tags = discriminators(api);
    let goes = |id: TypeId, one_way: OneWay, name: &str| {
        one_way != OneWay::No && !tags.contains(&(id, name.to_owned()))
    };
    let differing = differing(api, goes);
    if differing.is_empty() {
        return;
    }
    let mut undivided = Undivided {
        types: api.types.clone(),
        of: api.types().map(|(id, _)| id).collect(),
    };
    let twice: Vec<TypeId> = differing
        .iter()
        .copied()
        .filter(|id| sent.contains(id) && received.contains(id))
        .collect();
    let mut forms: BTreeMap<TypeId, TypeId> = BTreeMap::new();
    for id in &twice {
        let form = TypeId::new(api.types.len());
        let copy = copy(
            &api[*id],
            "Input",
            "is sent: what only comes back is not in it.",
        );
        api.types.push(copy);
        undivided.of.push(*id);
        forms.insert(*id, form);
    }
    let to_form = |place: &mut TypeUse| {
        if let Some(form) = forms.get(&place.ty) {
            place.ty = *form;
        }
    };
    // What is sent alone, and the new forms.
    let originals = twice.iter().map(|id| (*id, forms.get(id).copied()));
    let alone = differing.difference(&received);
    let alone = alone.filter(|id| sent.contains(id));
    let alone = alone.map(|id| (*id, Some(*id)));
    for (original, form) in originals.chain(alone) {
        let Some(ty) = form.and_then(|form| api.types.get_mut(form.index())) else {
            continue;
        };
        keep_fields(ty, |one_way, name| {
            !(one_way == OneWay::Received && goes(original, one_way, name))
        });
        visit::parts(ty, &mut { to_form });
    }
    for id in differing.iter().filter(|id| received.contains(id)) {
        if let Some(ty) = api.types.get_mut(id.index()) {
            keep_fields(ty, |one_way, name| {
                !(one_way == OneWay::Sent && goes(*id, one_way, name))
            });
        }
    }
    visit::sent(api, &mut { to_form });
    drop_unreached(api, &mut undivided, &sent, &received);
    api.undivided = Some(undivided);
}

/// Which way a property goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OneWay {
    /// Both.
    No,
    /// `readOnly`.
    Received,
    /// `writeOnly`.
    Sent,
}

impl OneWay {
    fn of(read_only: bool, write_only: bool) -> Self {
        match (read_only, write_only) {
            (true, false) => Self::Received,
            (false, true) => Self::Sent,
            // One that goes neither way contradicts itself, and stays.
            (false, false) | (true, true) => Self::No,
        }
    }
}

/// Properties that tell the types of a choice apart: without them no value could be read or sent.
fn discriminators(api: &Api) -> BTreeSet<(TypeId, String)> {
    let choices = api.types.iter().filter_map(|ty| match &ty.shape {
        Shape::Choice(choice) => Some((choice, choice.discriminator.clone()?)),
        _ => None,
    });
    choices
        .flat_map(|(choice, tag)| {
            let variants = choice.variants.iter();
            variants.map(move |variant| (variant.ty.ty, tag.clone()))
        })
        .collect()
}

/// Types that hold a property that goes one way, at any depth.
fn differing(api: &Api, goes: impl Fn(TypeId, OneWay, &str) -> bool) -> BTreeSet<TypeId> {
    let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for (id, ty) in api.types() {
        for part in ty.shape.parts() {
            holders.entry(part.ty).or_default().push(id);
        }
        if let Shape::Record(record) = &ty.shape {
            let mut fields = record.fields.iter();
            if fields.any(|it| goes(id, OneWay::of(it.read_only, it.write_only), &it.name)) {
                open.push(id);
            }
        }
    }
    with_holders(open, &holders)
}

/// Types, and those that hold them at any depth.
fn with_holders(
    mut open: Vec<TypeId>,
    holders: &BTreeMap<TypeId, Vec<TypeId>>,
) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(holders.get(&id).into_iter().flatten());
        }
    }
    found
}

/// The copy of a type that is to be another form of it, under a name with another ending. `what` goes
/// on from "The form that".
fn copy(ty: &Type, ending: &str, what: &str) -> Type {
    let mut form = ty.clone();
    let name = ty.name.clone().unwrap_or_else(|| ty.path.join("."));
    let note = format!("The form of `{name}` that {what}");
    form.docs.description = Some(match &ty.docs.description {
        Some(said) => format!("{}\n\n{note}", said.trim_end()),
        None => note,
    });
    let with_ending = |word: &str| format!("{word}{ending}");
    form.name = form.name.as_deref().map(with_ending);
    if let Some(first) = form.path.first_mut() {
        *first = with_ending(first);
    }
    if let Some(given) = form.extensions.get_mut("x-specsmith-name")
        && let Some(name) = given.as_str()
    {
        *given = with_ending(name).into();
    }
    form
}

fn keep_fields(ty: &mut Type, keep: impl Fn(OneWay, &str) -> bool) {
    if let Shape::Record(record) = &mut ty.shape {
        record
            .fields
            .retain(|it| keep(OneWay::of(it.read_only, it.write_only), &it.name));
    }
}

/// Types that only properties named which are gone now.
fn drop_unreached(
    api: &mut Api,
    undivided: &mut Undivided,
    sent: &BTreeSet<TypeId>,
    received: &BTreeSet<TypeId>,
) {
    let (still_sent, still_received) = (api.sent(), api.received());
    let is_kept = |id: TypeId| {
        let was_reached = sent.contains(&id) || received.contains(&id);
        !was_reached || still_sent.contains(&id) || still_received.contains(&id)
    };
    let of = api.types().zip(&undivided.of);
    let kept = of.filter(|((id, _), _)| is_kept(*id));
    undivided.of = kept.map(|(_, of)| *of).collect();
    visit::retain_types(api, is_kept, |id| id);
}
