//! Constants of the schema as Rust code.
//!
//! It must not know where they stand.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use specsmith_openapi::api::Value;

use crate::plan::{Item, ItemKind, Plan, Ty};

/// A scalar as a literal.
pub(super) fn literal(value: &Value) -> TokenStream {
    let literal = match value {
        Value::String(text) => Literal::string(text),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), ..) => Literal::i64_unsuffixed(number),
            (None, Some(number), _) => Literal::u64_unsuffixed(number),
            (None, None, Some(number)) => Literal::f64_unsuffixed(number),
            (None, None, None) => Literal::u64_unsuffixed(0),
        },
        Value::Bool(value) => return quote!(#value),
        Value::Null | Value::Array(_) | Value::Object(_) => return quote!(()),
    };
    quote!(#literal)
}

/// A constant as a value of the type that a field has.
pub(super) fn tokens(plan: &Plan<'_>, ty: &Ty, value: &Value) -> TokenStream {
    let literal = literal(value);
    match ty {
        Ty::Item(index) => {
            let named = plan.items.get(*index).and_then(|item| variant(item, value));
            named.unwrap_or_else(|| quote!(#literal.into()))
        }
        Ty::String | Ty::Value => quote!(#literal.into()),
        Ty::Bool
        | Ty::Int(_)
        | Ty::F32
        | Ty::F64
        | Ty::Text(_)
        | Ty::Upload
        | Ty::List(_)
        | Ty::Tuple(_)
        | Ty::Map(_)
        | Ty::Option(_)
        | Ty::Patch(_)
        | Ty::Box(_) => literal,
    }
}

/// The variant of an enumeration that stands for a constant.
pub(super) fn variant(item: &Item, value: &Value) -> Option<TokenStream> {
    let ItemKind::Enumeration(enumeration) = &item.kind else {
        return None;
    };
    let known = enumeration.variants.iter().find(|it| it.wire == *value)?;
    let (ident, variant) = (&item.ident, &known.ident);
    Some(quote!(#ident::#variant))
}
