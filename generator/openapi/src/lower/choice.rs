//! One of several types: `oneOf` and `anyOf`.
//!
//! It must not know how a value is told to be one or the other.

use std::rc::Rc;

use super::conjunction::{Conjunction, Leaf, flatten};
use super::context::Lowering;
use super::discriminator::Discriminator;
use super::place::{NodeId, Part, Scope};
use super::{enumeration, heirs, label, null, presence, uses};
use crate::api::{Choice, Shape, TypeUse, Variant};
use crate::codes;
use crate::read::Node;

/// The choice that schemas make, if they offer alternatives.
pub(super) fn shape<'a>(
    cx: &mut Lowering<'a>,
    schema: &Conjunction<'a>,
    leaves: &[Leaf<'a>],
    scope: &Rc<Scope>,
) -> Option<Shape> {
    let mut groups = groups(cx, leaves).into_iter();
    let group = groups.next()?;
    for other in groups {
        report_not_expressed(cx, &other, "only the first of several choices is expressed");
    }
    let shared = leaves.iter().any(|leaf| declares_content(leaf.part.node));
    if !shared
        && let Some(enumeration) = enumeration::of_alternatives(cx, &group.alternatives, leaves)
    {
        return Some(Shape::Enumeration(enumeration));
    }
    let discriminator = Discriminator::of(cx, &group.owner);
    let mut variants: Vec<Variant> = Vec::new();
    let mut positions = Vec::new();
    let labels = label::labels(cx, &group.alternatives);
    for (alternative, label) in group.alternatives.iter().zip(labels) {
        let ty = if let Some(ty) = heir(cx, &group, alternative) {
            ty
        } else if shared {
            with_shared(cx, schema, &group, alternative, scope, &label)
        } else {
            let word = scope_with(alternative, scope, &label);
            uses::bare(cx, &word)
        };
        let tags = discriminator
            .as_ref()
            .map(|it| it.tags(cx, alternative))
            .unwrap_or_default();
        let variant = Variant {
            label,
            pointer: alternative.scope.pointer(),
            ty: TypeUse {
                nullable: false,
                ..ty
            },
            tags,
        };
        positions.push(add(&mut variants, variant));
    }
    if group.keyword == HEIRS {
        positions.push(variants.len());
        variants.push(base(cx, schema, &group, discriminator.as_ref(), scope));
    }
    if let Some(discriminator) = &discriminator {
        discriminator.report_unmatched(cx, &group.alternatives);
    }
    let fallback = discriminator.as_ref().and_then(|it| {
        positions
            .get(it.fallback(cx, &group.alternatives)?)
            .copied()
    });
    Some(Shape::Choice(Choice {
        variants,
        discriminator: discriminator.map(|it| it.property),
        fallback,
        overlapping: group.keyword == "anyOf",
    }))
}

/// The keyword of alternatives that no keyword lists: the schemas that are made of this one.
const HEIRS: &str = "allOf";

/// A value that is none of the heirs, as far as the schema itself describes it.
fn base<'a>(
    cx: &mut Lowering<'a>,
    schema: &Conjunction<'a>,
    group: &Group<'a>,
    discriminator: Option<&Discriminator>,
    scope: &Rc<Scope>,
) -> Variant {
    let mut decided = schema.decided.clone();
    decided.push(group.owner.id());
    let schemas = schema.schemas.clone();
    let own = Conjunction { schemas, decided };
    let scope = scope.below(&[], Some("base"));
    let ty = uses::type_of_all(cx, own, &scope, group.owner.node);
    Variant {
        label: "base".to_owned(),
        pointer: group.owner.scope.pointer(),
        ty: TypeUse {
            ty,
            nullable: false,
        },
        tags: discriminator
            .map(Discriminator::of_owner)
            .unwrap_or_default(),
    }
}

/// Alternatives of one keyword.
struct Group<'a> {
    owner: Part<'a>,
    keyword: &'static str,
    alternatives: Vec<Part<'a>>,
}

/// The groups of alternatives that say what values look like.
fn groups<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    for leaf in leaves.iter().filter(|leaf| leaf.open) {
        for keyword in null::ALTERNATIVES {
            let alternatives = null::alternatives(&leaf.part, keyword);
            if alternatives.len() < 2 || leads_back(cx, &alternatives, leaf, leaves) {
                continue;
            }
            let group = Group {
                owner: leaf.part.clone(),
                keyword,
                alternatives,
            };
            if group
                .alternatives
                .iter()
                .all(|part| presence::is_only_rules(part.node))
            {
                let help = "the type admits every combination; the service will say so";
                report_not_expressed(cx, &group, help);
                continue;
            }
            groups.push(group);
        }
        groups.extend(heirs(cx, leaf));
    }
    groups
}

/// The type of an heir: its own, even where it adds nothing to the schema.
fn heir(cx: &Lowering<'_>, group: &Group<'_>, alternative: &Part<'_>) -> Option<TypeUse> {
    let ty = *cx.by_node.get(&alternative.id())?;
    (group.keyword == HEIRS).then_some(TypeUse {
        ty,
        nullable: false,
    })
}

/// What a schema with a discriminator and without alternatives tells apart.
fn heirs<'a>(cx: &Lowering<'a>, leaf: &Leaf<'a>) -> Option<Group<'a>> {
    let node = leaf.part.node;
    let mut keywords = null::ALTERNATIVES.iter();
    let has_alternatives = keywords.any(|keyword| node.get(keyword).is_some());
    if !leaf.own || has_alternatives || node.get("discriminator").is_none() {
        return None;
    }
    Some(Group {
        owner: leaf.part.clone(),
        keyword: HEIRS,
        alternatives: heirs::of(cx, leaf.part.id())?,
    })
}

/// An alternative that is one of the schemas which refer here: the base of a discriminated union
/// lists the types that are made of it.
fn leads_back<'a>(
    cx: &mut Lowering<'a>,
    alternatives: &[Part<'a>],
    leaf: &Leaf<'a>,
    leaves: &[Leaf<'a>],
) -> bool {
    !leaf.own
        && alternatives.iter().any(|part| {
            let target = cx.resolve(part.clone());
            target.is_some_and(|target| leaves.iter().any(|it| it.part.id() == target.id()))
        })
}

fn report_not_expressed(cx: &mut Lowering<'_>, group: &Group<'_>, help: &str) {
    let entry = group
        .owner
        .node
        .as_map()
        .and_then(|map| map.entry(group.keyword));
    let Some(entry) = entry else { return };
    let message = format!("this `{}` is not expressed in the output", group.keyword);
    cx.warn(codes::NOT_EXPRESSED, entry.key.origin, message, help);
}

/// Keywords that every alternative has to get.
fn declares_content(node: &Node) -> bool {
    let declares = |keyword| {
        node.get(keyword)
            .and_then(Node::as_map)
            .is_some_and(|it| !it.is_empty())
    };
    declares("properties") || declares("items") || declares("additionalProperties")
}

/// An alternative and what stands beside the alternatives.
fn with_shared<'a>(
    cx: &mut Lowering<'a>,
    schema: &Conjunction<'a>,
    group: &Group<'a>,
    alternative: &Part<'a>,
    scope: &Rc<Scope>,
    label: &str,
) -> TypeUse {
    let parts = flatten(cx, &Conjunction::one(alternative.clone()));
    let is_shared_there = parts.iter().any(|leaf| leaf.part.id() == group.owner.id());
    if is_shared_there || !cx.may_combine(alternative.node) {
        return uses::bare(cx, alternative);
    }
    let mut decided: Vec<NodeId> = schema.decided.clone();
    decided.push(group.owner.id());
    let mut schemas = schema.schemas.clone();
    schemas.push(alternative.clone());
    let scope = scope.below(&[], Some(label));
    let ty = uses::type_of_all(
        cx,
        Conjunction { schemas, decided },
        &scope,
        alternative.node,
    );
    TypeUse {
        ty,
        nullable: false,
    }
}

/// An alternative in place is named after the choice and its label.
fn scope_with<'a>(alternative: &Part<'a>, scope: &Rc<Scope>, label: &str) -> Part<'a> {
    let mut path = scope.path();
    path.push(label.to_owned());
    let pointer = alternative.scope.pointer();
    Part {
        node: alternative.node,
        scope: Scope::new(pointer, path),
    }
}

/// Alternatives of one type are one alternative. Gives the position of the variant.
fn add(variants: &mut Vec<Variant>, variant: Variant) -> usize {
    let known = variants
        .iter()
        .position(|known| known.ty.ty == variant.ty.ty);
    let position = known.unwrap_or(variants.len());
    match variants.get_mut(position) {
        Some(known) => known.tags.extend(variant.tags),
        None => variants.push(variant),
    }
    position
}
