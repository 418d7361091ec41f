//! Enums of types: which alternatives they have and how those are named.
//!
//! It must not know how a value is told to be one or the other.

use specsmith_openapi::api::Choice;

use super::super::names::{Case, Scope};
use super::{ItemKind, Ty, UnionPlan, UnionVariant};

/// Alternatives that are written alike are one. A free-form value is none: the case for values of
/// no alternative takes it.
pub(super) fn plan(choice: &Choice, types: &[Ty]) -> ItemKind {
    let mut scope = Scope::with_reserved(["Unknown"]);
    let mut variants: Vec<UnionVariant> = Vec::new();
    let mut any = false;
    for (position, variant) in choice.variants.iter().enumerate() {
        let is_fallback = choice.fallback == Some(position);
        let ty = types.get(variant.ty.ty.index()).unwrap_or(&Ty::Value);
        if *ty == Ty::Value {
            any = true;
            continue;
        }
        match variants.iter_mut().find(|known| known.ty == *ty) {
            Some(known) => {
                known.tags.extend(variant.tags.iter().cloned());
                known.is_fallback |= is_fallback;
            }
            None => variants.push(UnionVariant {
                ident: scope.name(&variant.label, Case::Camel),
                ty: ty.clone(),
                tags: variant.tags.clone(),
                position,
                is_fallback,
            }),
        }
    }
    ItemKind::Union(UnionPlan {
        variants,
        tag: choice.discriminator.clone(),
        overlapping: choice.overlapping,
        any,
    })
}
