//! Rules of JSON Schema as literals of the runtime.
//!
//! It must not know which value keeps them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
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
    let whole = |value: u64| Literal::u64_unsuffixed(value);
    let number = |value: &serde_json::Number| value.as_f64().map(Literal::f64_unsuffixed);
    let bound =
        |value: &Option<serde_json::Number>, is_exclusive: bool, names: [TokenStream; 2]| {
            let [inclusive, exclusive] = names;
            let name = if is_exclusive { exclusive } else { inclusive };
            let value = value.as_ref().and_then(number)?;
            Some(quote!(Constraint::#name(#value)))
        };
    let pattern = own.pattern.as_ref();
    [
        own.min_length
            .map(whole)
            .map(|it| quote!(Constraint::MinLength(#it))),
        own.max_length
            .map(whole)
            .map(|it| quote!(Constraint::MaxLength(#it))),
        pattern.map(|it| quote!(Constraint::Pattern(#it))),
        bound(
            &own.minimum,
            own.exclusive_minimum,
            [quote!(Minimum), quote!(ExclusiveMinimum)],
        ),
        bound(
            &own.maximum,
            own.exclusive_maximum,
            [quote!(Maximum), quote!(ExclusiveMaximum)],
        ),
        bound(
            &own.multiple_of,
            false,
            [quote!(MultipleOf), quote!(MultipleOf)],
        ),
        own.min_items
            .map(whole)
            .map(|it| quote!(Constraint::MinItems(#it))),
        own.max_items
            .map(whole)
            .map(|it| quote!(Constraint::MaxItems(#it))),
        own.unique_items.then(|| quote!(Constraint::UniqueItems)),
        own.min_properties
            .map(whole)
            .map(|it| quote!(Constraint::MinProperties(#it))),
        own.max_properties
            .map(whole)
            .map(|it| quote!(Constraint::MaxProperties(#it))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
