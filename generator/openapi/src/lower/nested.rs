//! Alternatives that are choices themselves: what tells their alternatives apart tells them apart
//! from those beside them too.
//!
//! It must not change what the alternatives are.

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};

use super::context::Lowering;
use crate::api::{Choice, Record, Shape, Type, TypeId};

/// How many choices within choices are looked through.
const DEPTH: usize = 16;

/// Gives every alternative that is a choice the tags of what it chooses from. A tag that means
/// another alternative already, or a nearer one, stays with that: so each step of reading comes
/// nearer to a type that is no choice, also where choices lead back to each other.
pub(super) fn bring_tags(cx: &mut Lowering<'_>) {
    let mut types = std::mem::take(&mut cx.types);
    let brought = brought(cx, &types);
    for (ty, variant, tag) in brought {
        if let Some(Shape::Choice(choice)) = types.get_mut(ty.index()).map(|it| &mut it.shape)
            && let Some(variant) = choice.variants.get_mut(variant)
        {
            variant.tags.push(tag);
        }
    }
    cx.types = types;
}

/// A choice, and the property whose values are asked for.
type Key<'t> = (TypeId, &'t str);

/// What a choice makes of the values of a property.
struct Knot<'t> {
    /// The choice tells its alternatives apart by the property.
    is_by: bool,
    /// Values that the description gives to an alternative.
    given: BTreeMap<&'t str, usize>,
    /// Alternatives that are choices, by position.
    choices: Vec<(usize, TypeId)>,
    /// Values that lead to a type that is no choice.
    known: IndexSet<&'t str>,
    /// Those of them that were found last.
    fresh: Vec<&'t str>,
}

fn brought(cx: &mut Lowering<'_>, types: &[Type]) -> Vec<(TypeId, usize, String)> {
    let mut knots = knots(types);
    let mut brought = Vec::new();
    for _ in 0..DEPTH {
        let mut found = Vec::new();
        for (position, ((id, property), knot)) in knots.iter().enumerate() {
            let Some(ty) = types.get(id.index()) else {
                continue;
            };
            let mut seen = IndexSet::new();
            for (variant, inner) in &knot.choices {
                let inner = knots.get(&(*inner, *property));
                let fresh = inner.map(|it| it.fresh.as_slice()).unwrap_or_default();
                if !fresh.is_empty() && !cx.spend_tags(ty.origin, fresh) {
                    return brought;
                }
                for tag in fresh {
                    let given = knot.given.get(tag);
                    let is_elsewhere = given.is_some_and(|it| it != variant);
                    if is_elsewhere || knot.known.contains(tag) || !seen.insert(*tag) {
                        continue;
                    }
                    if knot.is_by && given.is_none() {
                        brought.push((*id, *variant, (*tag).to_owned()));
                    }
                }
            }
            found.push((position, seen));
        }
        for (position, seen) in found {
            if let Some((_, knot)) = knots.get_index_mut(position) {
                knot.fresh = seen.iter().copied().collect();
                knot.known.extend(seen);
            }
        }
    }
    brought
}

/// All choices with a tag, and the choices that they lead to.
fn knots(types: &[Type]) -> IndexMap<Key<'_>, Knot<'_>> {
    let mut knots = IndexMap::new();
    let ids = (0..types.len()).map(TypeId::new);
    let mut open: Vec<Key<'_>> = ids
        .filter_map(|id| Some((id, choice(types, id)?.discriminator.as_deref()?)))
        .collect();
    open.reverse();
    while let Some(key) = open.pop() {
        let (id, property) = key;
        let Some(choice) = choice(types, id).filter(|_| !knots.contains_key(&key)) else {
            continue;
        };
        let knot = knot(types, choice, property);
        open.extend(
            knot.choices
                .iter()
                .rev()
                .map(|(_, inner)| (*inner, property)),
        );
        knots.insert(key, knot);
    }
    knots
}

fn choice(types: &[Type], id: TypeId) -> Option<&Choice> {
    match &types.get(id.index())?.shape {
        Shape::Choice(choice) => Some(choice),
        _ => None,
    }
}

fn knot<'t>(types: &'t [Type], of: &'t Choice, property: &'t str) -> Knot<'t> {
    let is_by = of.discriminator.as_deref() == Some(property);
    let mut knot = Knot {
        is_by,
        given: BTreeMap::new(),
        choices: Vec::new(),
        known: IndexSet::new(),
        fresh: Vec::new(),
    };
    for (position, variant) in of.variants.iter().enumerate() {
        let id = variant.ty.ty;
        let tags = match is_by {
            true => variant.tags.iter().map(String::as_str).collect(),
            false => constants(types, id, property),
        };
        let is_choice = choice(types, id).is_some();
        if is_choice {
            knot.choices.push((position, id));
        }
        for tag in tags {
            let is_first = *knot.given.entry(tag).or_insert(position) == position;
            if is_first && !is_choice {
                knot.known.insert(tag);
            }
        }
    }
    knot.fresh = knot.known.iter().copied().collect();
    knot
}

/// The constants that an object has for a property.
fn constants<'t>(types: &'t [Type], object: TypeId, property: &str) -> Vec<&'t str> {
    let shape = |id: TypeId| types.get(id.index()).map(|it| &it.shape);
    let Some(Shape::Record(Record { fields, .. })) = shape(object) else {
        return Vec::new();
    };
    let field = fields.iter().find(|field| field.name == property);
    match field.and_then(|field| shape(field.ty.ty)) {
        Some(Shape::Enumeration(it)) => it
            .values
            .iter()
            .filter_map(|it| it.value.as_str())
            .collect(),
        _ => Vec::new(),
    }
}
