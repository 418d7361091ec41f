//! Rules of JSON Schema as literals of the runtime.
//!
//! It must not know which value keeps them.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Number;
use specsmith_openapi::api::{Constraints, Scalar, Shape, TypeUse};

use crate::emit::rules::levels;
use crate::plan::Plan;

/// The `format` of a string.
pub(super) fn format<'a>(plan: &Plan<'a>, place: TypeUse) -> Option<&'a str> {
    match &plan.api[place.ty].shape {
        Shape::Scalar(Scalar::String { format }) => format.as_deref(),
        Shape::Scalar(Scalar::Integer { .. } | Scalar::Number { .. } | Scalar::Boolean)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => None,
    }
}

/// Rules of a value and of what it holds, as a literal of the runtime; `None` where there are none.
pub(in crate::emit::rust) fn rules(
    plan: &Plan<'_>,
    own: &Constraints,
    ty: TypeUse,
) -> Option<TokenStream> {
    let levels = levels(plan.api, own, ty);
    levels.into_iter().rev().fold(None, |inner, (_, own)| {
        let mut all = literals(own);
        all.extend(inner.map(|rules: TokenStream| quote!(Constraint::Items(#rules))));
        (!all.is_empty()).then(|| quote!(&[#(#all),*]))
    })
}

fn literals(own: &Constraints) -> Vec<TokenStream> {
    let whole = |value: Option<u64>| value.map(Literal::u64_unsuffixed);
    let number = |value: &Option<Number>| {
        let value = value.as_ref().and_then(Number::as_f64);
        value.map(Literal::f64_unsuffixed)
    };
    let minimum = if own.exclusive_minimum {
        "ExclusiveMinimum"
    } else {
        "Minimum"
    };
    let maximum = if own.exclusive_maximum {
        "ExclusiveMaximum"
    } else {
        "Maximum"
    };
    [
        rule("MinLength", whole(own.min_length)),
        rule("MaxLength", whole(own.max_length)),
        rule("Pattern", own.pattern.as_deref().map(Literal::string)),
        rule(minimum, number(&own.minimum)),
        rule(maximum, number(&own.maximum)),
        rule("MultipleOf", number(&own.multiple_of)),
        rule("MinItems", whole(own.min_items)),
        rule("MaxItems", whole(own.max_items)),
        own.unique_items.then(|| quote!(Constraint::UniqueItems)),
        rule("MinProperties", whole(own.min_properties)),
        rule("MaxProperties", whole(own.max_properties)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Most fields have no rule, so nothing is made for one that is not there.
fn rule(name: &str, value: Option<Literal>) -> Option<TokenStream> {
    let value = value?;
    // Cannot panic: the names are words of ours.
    let name = format_ident!("{name}");
    Some(quote!(Constraint::#name(#value)))
}
