//! Types as Rust code.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use specsmith_openapi::api::IntegerRange;

use crate::plan::{FieldPlan, Ident, Item, ItemKind, Plan, Presence, TextType, Ty};

/// A type as it is declared, where its definitions are imported.
pub(super) fn tokens(plan: &Plan<'_>, ty: &Ty) -> TokenStream {
    written(plan, ty, &|item| {
        let ident = &item.ident;
        quote!(#ident)
    })
}

/// A type as it is declared, where none of its definitions is imported.
pub(super) fn qualified(plan: &Plan<'_>, ty: &Ty) -> TokenStream {
    written(plan, ty, &|item| {
        let ident = &item.ident;
        quote!(crate::types::#ident)
    })
}

/// The crate, for code outside of it.
pub(super) fn lib(plan: &Plan<'_>) -> TokenStream {
    // The configuration takes names of crates and modules only. Whatever else came here would be a
    // crate that does not exist, and no panic.
    match syn::parse_str::<syn::Path>(&plan.lib) {
        Ok(path) => quote!(#path),
        Err(_) => quote!(sdk),
    }
}

/// A type as it is declared, for code outside the crate that imports its `Map`, `Patch` and `Value`.
pub(super) fn outside(plan: &Plan<'_>, ty: &Ty) -> TokenStream {
    let lib = lib(plan);
    let declared = written(plan, ty, &|item| {
        let ident = &item.ident;
        quote!(crate::types::#ident)
    });
    moved(declared, &lib)
}

/// The same code with another word for `crate`.
fn moved(code: TokenStream, lib: &TokenStream) -> TokenStream {
    let word = |tree| match tree {
        TokenTree::Ident(ident) if ident == "crate" => lib.clone(),
        // The parts of a tuple.
        TokenTree::Group(group) => {
            let inside = moved(group.stream(), lib);
            TokenTree::Group(Group::new(group.delimiter(), inside)).into()
        }
        other => other.into(),
    };
    code.into_iter().flat_map(word).collect()
}

fn written(plan: &Plan<'_>, ty: &Ty, name: &dyn Fn(&Item) -> TokenStream) -> TokenStream {
    let wrap = |outer: TokenStream, inner: &Ty| {
        let inner = written(plan, inner, name);
        quote!(#outer<#inner>)
    };
    match ty {
        Ty::Bool => quote!(bool),
        Ty::Int(range) => integer(*range),
        Ty::F32 => quote!(f32),
        Ty::F64 => quote!(f64),
        Ty::String => quote!(String),
        Ty::Text(text) => path(text),
        Ty::Upload => quote!(crate::runtime::Upload),
        Ty::Value => quote!(Value),
        Ty::List(inner) => wrap(quote!(Vec), inner),
        Ty::Tuple(parts) => {
            let parts = parts.iter().map(|part| written(plan, part, name));
            let parts = parts.collect::<Vec<_>>();
            match parts.as_slice() {
                [only] => quote!((#only,)),
                parts => quote!((#(#parts),*)),
            }
        }
        Ty::Map(inner) => wrap(quote!(Map), inner),
        Ty::Option(inner) => wrap(quote!(Option), inner),
        Ty::Patch(inner) => wrap(quote!(Patch), inner),
        Ty::Box(inner) => wrap(quote!(Box), inner),
        Ty::Item(index) => plan.items.get(*index).map_or_else(|| quote!(Value), name),
    }
}

fn path(text: &TextType) -> TokenStream {
    // The table of types holds nothing but paths, as a test sees.
    text.path.parse().unwrap_or_default()
}

fn integer(range: IntegerRange) -> TokenStream {
    match range {
        IntegerRange::I8 => quote!(i8),
        IntegerRange::I16 => quote!(i16),
        IntegerRange::I32 => quote!(i32),
        IntegerRange::I64 => quote!(i64),
        IntegerRange::U8 => quote!(u8),
        IntegerRange::U16 => quote!(u16),
        IntegerRange::U32 => quote!(u32),
        IntegerRange::U64 => quote!(u64),
    }
}

/// How a caller gives a value.
pub(super) struct Given {
    /// Type of the argument.
    pub(super) ty: TokenStream,
    /// What makes the declared type of the argument, if that is another.
    pub(super) conversion: Option<TokenStream>,
}

impl Given {
    /// The argument is what is kept.
    pub(super) fn as_it_is(ty: TokenStream) -> Self {
        Self {
            ty,
            conversion: None,
        }
    }

    /// Whatever converts into `declared`.
    pub(super) fn into(declared: &TokenStream, ident: &Ident) -> Self {
        Self {
            ty: quote!(impl Into<#declared>),
            conversion: Some(quote!(#ident.into())),
        }
    }

    /// The value of the declared type.
    pub(super) fn value(&self, ident: &Ident) -> TokenStream {
        self.conversion
            .clone()
            .unwrap_or_else(|| ident.to_token_stream())
    }

    /// The statement after which the argument has the declared type.
    pub(super) fn convert(&self, ident: &Ident, declared: &TokenStream) -> Option<TokenStream> {
        let conversion = self.conversion.as_ref();
        conversion.map(|value| quote!(let #ident: #declared = #value;))
    }
}

/// A parameter given as an argument named `ident`. It is encoded at once, so text is borrowed.
pub(super) fn given_parameter(plan: &Plan<'_>, ty: &Ty, ident: &Ident) -> Given {
    match ty {
        Ty::String => Given::as_it_is(quote!(&str)),
        ty => given(plan, ty, ident),
    }
}

/// A value given as an argument named `ident`, to be kept.
pub(super) fn given(plan: &Plan<'_>, ty: &Ty, ident: &Ident) -> Given {
    let declared = tokens(plan, ty);
    match ty {
        Ty::String | Ty::Upload | Ty::Value | Ty::Box(_) | Ty::Option(_) | Ty::Patch(_) => {
            Given::into(&declared, ident)
        }
        Ty::List(inner) => {
            let inner_ty = element(plan, inner);
            Given {
                ty: quote!(impl IntoIterator<Item = #inner_ty>),
                conversion: Some(quote!(runtime::list(#ident))),
            }
        }
        Ty::Map(inner) => {
            let inner_ty = element(plan, inner);
            Given {
                ty: quote!(impl IntoIterator<Item = (impl Into<String>, #inner_ty)>),
                conversion: Some(quote!(#ident.into_iter().collect())),
            }
        }
        Ty::Item(_) if is_converted(plan, ty) => Given::into(&declared, ident),
        Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64 | Ty::Text(_) | Ty::Tuple(_) | Ty::Item(_) => {
            Given::as_it_is(declared)
        }
    }
}

fn element(plan: &Plan<'_>, ty: &Ty) -> TokenStream {
    let declared = tokens(plan, ty);
    quote!(impl Into<#declared>)
}

/// Callers may give what converts into it: the text of a constant, a type of a union.
fn is_converted(plan: &Plan<'_>, ty: &Ty) -> bool {
    let Ty::Item(index) = ty else { return false };
    plan.items.get(*index).is_some_and(|item| match item.kind {
        ItemKind::Enumeration(_) | ItemKind::Union(_) => true,
        ItemKind::Record(_) => false,
    })
}

/// How a field is given to its setter: what it holds, without the `Option` that tells it is unset.
pub(super) fn given_field(plan: &Plan<'_>, field: &FieldPlan) -> Given {
    let ident = &field.ident;
    match field.presence {
        Presence::Required => given(plan, &field.ty, ident),
        Presence::Optional => {
            let inner = given(plan, &field.ty, ident);
            let value = inner.value(ident);
            Given {
                ty: inner.ty,
                conversion: Some(quote!(Some(#value))),
            }
        }
        Presence::RequiredNullable | Presence::Patch => given(plan, &field.declared(), ident),
    }
}

/// The definitions that a type names.
pub(super) fn named<'a>(plan: &'a Plan<'_>, ty: &Ty, found: &mut Vec<&'a Item>) {
    found.extend(
        ty.items()
            .into_iter()
            .filter_map(|index| plan.items.get(index)),
    );
}

/// A type as people read it.
pub(super) fn name_of(plan: &Plan<'_>, ty: &Ty) -> String {
    tokens(plan, ty).to_string().replace(' ', "")
}
