//! Rules of JSON Schema as literals of the runtime.
//!
//! It must not know which value keeps them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use specsmith_openapi::api::{Constraints, Scalar, Shape, TypeUse};

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

/// Rules as a literal of the runtime; `None` where there are none.
pub(in crate::emit::rust) fn rules(constraints: &Constraints) -> Option<TokenStream> {
    if constraints.is_empty() {
        return None;
    }
    let mut set: Vec<TokenStream> = Vec::new();
    let whole = |name: TokenStream, value: Option<u64>| {
        value
            .map(Literal::u64_unsuffixed)
            .map(|value| quote!(#name: Some(#value),))
    };
    let number = |name: TokenStream, value: &Option<serde_json::Number>| {
        let value = value.as_ref()?.as_f64().map(Literal::f64_unsuffixed)?;
        Some(quote!(#name: Some(#value),))
    };
    let yes = |name: TokenStream, holds: bool| holds.then(|| quote!(#name: true,));
    set.extend(whole(quote!(min_length), constraints.min_length));
    set.extend(whole(quote!(max_length), constraints.max_length));
    set.extend(
        constraints
            .pattern
            .as_ref()
            .map(|pattern| quote!(pattern: Some(#pattern),)),
    );
    set.extend(number(quote!(minimum), &constraints.minimum));
    set.extend(yes(
        quote!(exclusive_minimum),
        constraints.exclusive_minimum,
    ));
    set.extend(number(quote!(maximum), &constraints.maximum));
    set.extend(yes(
        quote!(exclusive_maximum),
        constraints.exclusive_maximum,
    ));
    set.extend(number(quote!(multiple_of), &constraints.multiple_of));
    set.extend(whole(quote!(min_items), constraints.min_items));
    set.extend(whole(quote!(max_items), constraints.max_items));
    set.extend(yes(quote!(unique_items), constraints.unique_items));
    set.extend(whole(quote!(min_properties), constraints.min_properties));
    set.extend(whole(quote!(max_properties), constraints.max_properties));
    (!set.is_empty()).then(|| quote!(&Constraints { #(#set)* ..Constraints::DEFAULT }))
}
