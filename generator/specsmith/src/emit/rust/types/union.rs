//! Enums of types.
//!
//! It must not decide anything: alternatives and tags come from the plan.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;

use super::super::{docs, ty};
use super::{item_docs, runtime_names};
use crate::plan::{Item, Plan, Ty, UnionPlan, UnionVariant};
use crate::print::{Fragment, rust};

#[derive(Serialize)]
pub(super) struct UnionView {
    name: Fragment,
    wire_name: Fragment,
    attributes: Fragment,
    tag: Fragment,
    variants: Vec<VariantView>,
    overlapping: bool,
    /// Position of the variant of objects without a known tag.
    fallback: Option<Fragment>,
    any: bool,
}

#[derive(Serialize)]
struct VariantView {
    name: Fragment,
    index: Fragment,
    attributes: Fragment,
    ty: Fragment,
    tags: Fragment,
    /// What it can be made from, and how.
    from: Vec<FromView>,
}

#[derive(Serialize)]
struct FromView {
    ty: Fragment,
    made: Fragment,
}

/// What the definition names: other definitions, and parts of the runtime.
pub(super) fn names<'a>(
    plan: &'a Plan<'_>,
    union: &UnionPlan,
    named: &mut Vec<&'a Item>,
    names: &mut BTreeSet<&'static str>,
) {
    names.insert("Value");
    for variant in &union.variants {
        ty::named(plan, &variant.ty, named);
        runtime_names(&variant.ty, names);
    }
}

pub(super) fn view(plan: &Plan<'_>, item: &Item, union: &UnionPlan) -> UnionView {
    let ident = &item.ident;
    let name = ident.plain();
    let tag = union.tag.as_deref().unwrap_or_default();
    UnionView {
        name: rust::name(ident),
        wire_name: rust::tokens(&quote!(#name)),
        attributes: item_docs(plan, item),
        tag: rust::tokens(&quote!(#tag)),
        variants: union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| variant_view(plan, index, variant))
            .collect(),
        overlapping: union.overlapping,
        any: union.any,
        fallback: union
            .variants
            .iter()
            .position(|variant| variant.is_fallback)
            .map(|index| rust::tokens(&position(index))),
    }
}

fn variant_view(plan: &Plan<'_>, index: usize, variant: &UnionVariant) -> VariantView {
    let ident = &variant.ident;
    let declared = ty::tokens(plan, &variant.ty);
    let tags = &variant.tags;
    let index = position(index);
    VariantView {
        name: rust::name(ident),
        index: rust::tokens(&index),
        attributes: docs::paragraphs(&[said(plan, variant)]),
        ty: rust::tokens(&declared),
        tags: rust::tokens(&quote!(&[#(#tags),*])),
        from: from(plan, variant),
    }
}

fn position(index: usize) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    quote!(#index)
}

fn said(plan: &Plan<'_>, variant: &UnionVariant) -> String {
    let tags = variant.tags.iter().map(|tag| docs::code(tag));
    let tags = tags.collect::<Vec<_>>().join(", ");
    match (variant.is_fallback, tags.is_empty()) {
        (false, true) => format!("{}.", docs::code(&ty::name_of(plan, &variant.ty))),
        (false, false) => tags,
        (true, true) => "Any other value of the tag, or none.".to_owned(),
        (true, false) => format!("{tags}, any other value of the tag, or none."),
    }
}

/// The type itself, without its box; for text also what callers mostly have.
fn from(plan: &Plan<'_>, variant: &UnionVariant) -> Vec<FromView> {
    let (given, made) = match &variant.ty {
        Ty::Box(inner) => (&**inner, quote!(Box::new(value))),
        other => (other, quote!(value)),
    };
    let view = |ty, made| FromView {
        ty: rust::tokens(&ty),
        made: rust::tokens(&made),
    };
    let mut all = vec![view(ty::tokens(plan, given), made)];
    if *given == Ty::String {
        all.push(view(quote!(&str), quote!(value.to_owned())));
    }
    all
}
