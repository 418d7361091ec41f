//! A value of a type, as an expression.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use specsmith_openapi::api::{IntegerRange, Value};

use super::writer::Writer;
use crate::emit::rust::ty;
use crate::plan::{Library, Plan, TextType, Ty};

impl Writer<'_, '_> {
    /// A type as the sample writes it, imported.
    fn ty(&mut self, ty: &Ty) -> TokenStream {
        let mut named = Vec::new();
        ty::named(self.plan, ty, &mut named);
        self.types
            .extend(named.into_iter().map(|item| item.ident.clone()));
        self.value |= ty.any(|ty| matches!(ty, Ty::Value));
        self.map |= ty.any(|ty| matches!(ty, Ty::Map(_)));
        ty::tokens(self.plan, ty)
    }

    /// A value of a type. What does not fit the type is left to the type's own default.
    pub(super) fn expression(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        match (ty, value) {
            (Ty::Patch(_), Value::Null) => {
                self.patch = true;
                quote!(Patch::Null)
            }
            (Ty::Option(_), Value::Null) => quote!(None),
            (Ty::Option(inner), value) => self.some(inner, value),
            (Ty::Patch(inner), value) => self.exact(inner, value),
            (Ty::Box(inner), value) => self.expression(inner, value),
            (Ty::Bool, Value::Bool(value)) => quote!(#value),
            (Ty::Int(range), Value::Number(number)) => integer(*range, number),
            (Ty::F32 | Ty::F64, Value::Number(number)) => float(number),
            (Ty::Upload, _) => quote!("contents of the file"),
            (Ty::String, Value::String(text)) => quote!(#text),
            (Ty::String, value) => {
                let text = value.to_string();
                quote!(#text)
            }
            (Ty::List(inner), Value::Array(items)) if !are_mixed(inner, items.iter()) => {
                self.list(inner, items)
            }
            (Ty::Tuple(parts), Value::Array(items))
                if parts.len() == items.len() && parts.iter().all(is_literal) =>
            {
                let items = parts.iter().zip(items);
                let items: Vec<_> = items.map(|(ty, item)| self.expression(ty, item)).collect();
                quote!((#(#items,)*))
            }
            (Ty::Map(inner), Value::Object(map)) if !are_mixed(inner, map.values()) => {
                self.map(inner, map)
            }
            (Ty::Item(index), value) => self.item(*index, value),
            (Ty::Value, value) => self.json(value),
            (Ty::Text(text), Value::String(value)) => parsed(self.plan, ty, text, value),
            (
                Ty::Bool
                | Ty::Int(_)
                | Ty::F32
                | Ty::F64
                | Ty::Text(_)
                | Ty::List(_)
                | Ty::Tuple(_)
                | Ty::Map(_),
                _,
            ) => self.read(ty, value),
        }
    }

    /// A value of exactly this type where it is a union: text converts to it, but not to what holds
    /// it.
    fn exact(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        let given = self.expression(ty, value);
        let item = ty.definition().and_then(|index| self.plan.items.get(index));
        match (item, value) {
            (Some(item), Value::String(text)) if item.is_union_of_text() => {
                let ident = &item.ident;
                quote!(#ident::from(#text))
            }
            (Some(_) | None, _) => given,
        }
    }

    /// A value that may be absent: its type is told, since any could become an `Option`.
    fn some(&mut self, inner: &Ty, value: &Value) -> TokenStream {
        let declared = ty::tokens(self.plan, inner);
        let given = self.exact(inner, value);
        match inner {
            Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64 => quote!(Some::<#declared>(#given)),
            Ty::String => quote!(Some(String::from(#given))),
            Ty::List(inner) if **inner == Ty::String && is_filled(value) => {
                quote!(Some(#given.into_iter().map(String::from).collect()))
            }
            Ty::Map(inner) if **inner == Ty::String && is_filled(value) => {
                let entries = quote!(#given.into_iter());
                quote!(Some(#entries.map(|(name, value)| (name, String::from(value))).collect()))
            }
            Ty::List(_) | Ty::Map(_) => quote!(Some(#given.into_iter().collect())),
            Ty::Upload => quote!(Some(#given.into())),
            Ty::Text(_)
            | Ty::Value
            | Ty::Tuple(_)
            | Ty::Item(_)
            | Ty::Option(_)
            | Ty::Patch(_)
            | Ty::Box(_) => {
                quote!(Some(#given))
            }
        }
    }

    fn list(&mut self, inner: &Ty, items: &[Value]) -> TokenStream {
        if items.is_empty() {
            let inner = self.ty(inner);
            return quote!(Vec::<#inner>::new());
        }
        let items = items
            .iter()
            .map(|item| self.expression(inner, item))
            .collect::<Vec<_>>();
        quote!([#(#items),*])
    }

    fn map(&mut self, inner: &Ty, map: &serde_json::Map<String, Value>) -> TokenStream {
        if map.is_empty() {
            let inner = self.ty(inner);
            return quote!(Vec::<(String, #inner)>::new());
        }
        // Strings convert to free-form values by themselves when all of them are strings.
        let texts = *inner == Ty::Value && map.values().all(Value::is_string);
        let inner = if texts { &Ty::String } else { inner };
        let entries = map.iter().map(|(key, value)| {
            let value = self.expression(inner, value);
            quote!((#key, #value))
        });
        let entries = entries.collect::<Vec<_>>();
        quote!([#(#entries),*])
    }

    pub(super) fn json(&mut self, value: &Value) -> TokenStream {
        self.value = true;
        match value {
            Value::Null => quote!(Value::Null),
            Value::Bool(value) => quote!(Value::from(#value)),
            Value::Number(number) if number.is_f64() => {
                let number = float(number);
                quote!(Value::from(#number))
            }
            Value::Number(number) => {
                let number = suffixed_integer(number);
                quote!(Value::from(#number))
            }
            Value::String(text) => quote!(Value::from(#text)),
            // Without an element, nothing tells the type that an element has.
            Value::Array(items) if items.is_empty() => quote!(Value::Array(Vec::new())),
            Value::Object(map) if map.is_empty() => quote!(Value::Object(Default::default())),
            Value::Array(items) => {
                let items = items.iter().map(|item| self.json(item)).collect::<Vec<_>>();
                quote!(Value::from(vec![#(#items),*]))
            }
            Value::Object(map) => {
                let entries = map.iter().map(|(key, value)| {
                    let value = self.json(value);
                    quote!((#key, #value))
                });
                let entries = entries.collect::<Vec<_>>();
                quote!(Value::from_iter([#(#entries),*]))
            }
        }
    }

    /// A value that is easier to read than to put together.
    pub(super) fn read(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        let ty = self.ty(ty);
        let text = value.to_string();
        quote!(serde_json::from_str::<#ty>(#text)?)
    }
}

/// A list or map of nothing is written with the type of what it could hold.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(map) => !map.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Values that do not all become their type from one type of literal: lists of texts or of several
/// lengths, maps.
fn are_mixed<'v>(ty: &Ty, mut values: impl Iterator<Item = &'v Value>) -> bool {
    match ty {
        Ty::List(inner) if is_literal(inner) => {
            let length = |value: &Value| value.as_array().map_or(0, Vec::len);
            let first = values.next().map_or(0, length);
            first == 0 || values.any(|value| length(value) != first)
        }
        Ty::List(_) | Ty::Map(_) => values.next().is_some(),
        Ty::Bool
        | Ty::Int(_)
        | Ty::F32
        | Ty::F64
        | Ty::String
        | Ty::Text(_)
        | Ty::Value
        | Ty::Upload
        | Ty::Tuple(_)
        | Ty::Option(_)
        | Ty::Patch(_)
        | Ty::Box(_)
        | Ty::Item(_) => false,
    }
}

/// Its literals have the type without being converted.
fn is_literal(ty: &Ty) -> bool {
    matches!(ty, Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64)
}

/// A value of a type of its own, from its text.
fn parsed(plan: &Plan<'_>, ty: &Ty, text: &TextType, value: &str) -> TokenStream {
    let path = ty::tokens(plan, ty);
    match text.library {
        Library::Time => {
            let json = Value::from(value).to_string();
            quote!(serde_json::from_str::<#path>(#json)?)
        }
        Library::Base64 => {
            let lib = ty::lib(plan);
            quote!(#value.parse::<#lib::formats::Base64>()?)
        }
        Library::Chrono
        | Library::Jiff
        | Library::RustDecimal
        | Library::Std
        | Library::Url
        | Library::Uuid => quote!(#value.parse::<#path>()?),
    }
}

/// An integer of a type. Where a list of them is given, nothing tells the literal which that is: one
/// that `i32`, which is then taken, does not hold says it.
fn integer(range: IntegerRange, number: &serde_json::Number) -> TokenStream {
    if range == IntegerRange::I64 {
        return suffixed_integer(number);
    }
    let literal = match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => Literal::u64_unsuffixed(number),
        (None, Some(number)) => Literal::i64_unsuffixed(number),
        (None, None) => Literal::u64_unsuffixed(0),
    };
    quote!(#literal)
}

/// An integer where nothing tells its type: `i32` would be taken, so others say theirs.
fn suffixed_integer(number: &serde_json::Number) -> TokenStream {
    let literal = match (number.as_i64(), number.as_u64()) {
        (Some(number), _) if i32::try_from(number).is_ok() => Literal::i64_unsuffixed(number),
        (Some(number), _) => Literal::i64_suffixed(number),
        (None, Some(number)) => Literal::u64_suffixed(number),
        (None, None) => Literal::u64_unsuffixed(0),
    };
    quote!(#literal)
}

fn float(number: &serde_json::Number) -> TokenStream {
    let literal = Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
    quote!(#literal)
}
