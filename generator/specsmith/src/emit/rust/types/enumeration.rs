//! Enums of constants.
//!
//! It must not decide anything: names and constants come from the plan.

use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::Value;

use super::super::{constant, docs};
use super::item_docs;
use crate::plan::{ConstantKind, EnumerationPlan, Item, Plan, VariantPlan};
use crate::print::{Fragment, rust};

#[derive(Serialize)]
pub(super) struct EnumerationView {
    name: Fragment,
    attributes: Fragment,
    variants: Vec<VariantView>,
}

#[derive(Serialize)]
struct VariantView {
    name: Fragment,
    /// The constant as a literal; for constants of several kinds as an encoder sees it.
    wire: Fragment,
    attributes: Fragment,
}

pub(super) fn view(plan: &Plan<'_>, item: &Item, enumeration: &EnumerationPlan) -> EnumerationView {
    let ident = &item.ident;
    let variants = enumeration.variants.iter();
    EnumerationView {
        name: rust::name(ident),
        attributes: item_docs(plan, item),
        variants: variants
            .map(|variant| variant_view(variant, enumeration.kind))
            .collect(),
    }
}

fn variant_view(variant: &VariantPlan, kind: ConstantKind) -> VariantView {
    let ident = &variant.ident;
    let wire = &variant.wire;
    let shown = docs::code(
        &wire
            .as_str()
            .map_or_else(|| wire.to_string(), str::to_owned),
    );
    let text = match &variant.description {
        Some(description) => shown + ": " + description,
        None => shown,
    };
    let literal = match kind {
        ConstantKind::Text | ConstantKind::Integer => constant::literal(wire),
        ConstantKind::Mixed => seen(wire),
    };
    VariantView {
        name: rust::name(ident),
        wire: rust::tokens(&literal),
        attributes: docs::paragraphs(&[text]),
    }
}

/// A constant as an encoder sees it.
fn seen(value: &Value) -> TokenStream {
    let literal = constant::literal(value);
    match value {
        Value::String(_) => quote!(runtime::View::Str(#literal)),
        Value::Bool(_) => quote!(runtime::View::Bool(#literal)),
        Value::Number(number) if number.is_i64() => quote!(runtime::View::I64(#literal)),
        Value::Number(number) if number.is_u64() => quote!(runtime::View::U64(#literal)),
        Value::Number(_) => quote!(runtime::View::F64(#literal)),
        // `lower` admits no others.
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(runtime::View::Null),
    }
}
