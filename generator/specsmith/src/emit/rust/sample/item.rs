//! A value of a generated type, as an expression.

use proc_macro2::TokenStream;
use quote::quote;
use specsmith_openapi::api::{Field, Shape, Value};

use super::writer::Writer;
use crate::emit::rust::constant;
use crate::plan::{FieldPlan, Ident, ItemKind, Presence, RecordPlan, Ty, UnionPlan};

impl Writer<'_, '_> {
    pub(super) fn item(&mut self, index: usize, value: &Value) -> TokenStream {
        let plan = self.plan;
        let Some(item) = plan.items.get(index) else {
            return self.json(value);
        };
        self.types.insert(item.ident.clone());
        let ident = &item.ident;
        match (&item.kind, value) {
            (ItemKind::Enumeration(_), value) => match (constant::variant(item, value), value) {
                (Some(variant), _) => variant,
                (None, Value::String(text)) => quote!(#ident::from(#text)),
                (None, value) => self.read(&Ty::Item(index), value),
            },
            (ItemKind::Union(union), value) => self.union(index, union, value),
            (ItemKind::Record(record), Value::Object(map)) => {
                let Shape::Record(shape) = &plan.api[item.id].shape else {
                    return quote!(#ident::new());
                };
                self.record(ident, record, &shape.fields, map)
            }
            (ItemKind::Record(_), value) => self.read(&Ty::Item(index), value),
        }
    }

    /// A value as an alternative that is a struct, where the tag says so; others are read.
    fn union(&mut self, index: usize, union: &UnionPlan, value: &Value) -> TokenStream {
        let plan = self.plan;
        let tag = union.tag.as_ref().and_then(|tag| value.get(tag)?.as_str());
        let tagged = tag.and_then(|tag| {
            let mut variants = union.variants.iter();
            variants.find(|variant| variant.tags.iter().any(|it| it == tag))
        });
        let Some((variant, ident)) = tagged.zip(plan.items.get(index).map(|item| &item.ident))
        else {
            return match value {
                Value::String(text) if union.variants.iter().any(|it| it.ty == Ty::String) => {
                    quote!(#text)
                }
                value => self.read(&Ty::Item(index), value),
            };
        };
        let inner = self.expression(&variant.ty, value);
        let name = &variant.ident;
        match variant.ty {
            Ty::Box(_) => quote!(#ident::#name(Box::new(#inner))),
            _ => quote!(#ident::#name(#inner)),
        }
    }

    fn record(
        &mut self,
        ident: &Ident,
        record: &RecordPlan,
        fields: &[Field],
        map: &serde_json::Map<String, Value>,
    ) -> TokenStream {
        let wire = |index: usize| fields.get(index).map_or("", |field| field.name.as_str());
        let required: Vec<TokenStream> = record
            .fields
            .iter()
            .filter(|field| field.is_argument())
            .map(|field| {
                self.expression(
                    &field.declared(),
                    map.get(wire(field.index)).unwrap_or(&Value::Null),
                )
            })
            .collect();
        let setters: Vec<TokenStream> = map
            .iter()
            .filter_map(|(key, value)| {
                let field = record
                    .fields
                    .iter()
                    .find(|field| wire(field.index) == key)?;
                let is_set = field.constant.as_ref() == Some(value);
                (!field.is_argument() && !is_set)
                    .then(|| self.setter(field, value))
                    .flatten()
            })
            .collect();
        let declared = quote!(#ident::new(#(#required),*)#(#setters)*);
        let is_declared = |key: &str| record.fields.iter().any(|f| wire(f.index) == key);
        let others = record.extra.iter().flat_map(|ty| {
            let others = map.iter().filter(|(key, _)| !is_declared(key));
            others.map(move |(key, value)| (ty, key, value))
        });
        let others: Vec<TokenStream> = others
            .map(|(ty, key, value)| {
                let value = match ty {
                    Ty::Value => self.json(value),
                    ty => {
                        let value = self.expression(ty, value);
                        quote!(#value.into())
                    }
                };
                quote!(value.extra_mut().insert(#key, #value);)
            })
            .collect();
        if others.is_empty() {
            return declared;
        }
        quote!({
            let mut value = #declared;
            #(#others)*
            value
        })
    }

    fn setter(&mut self, field: &FieldPlan, value: &Value) -> Option<TokenStream> {
        let ident = &field.ident;
        let value = match (field.presence, value) {
            (Presence::Optional, Value::Null) => return None,
            (Presence::Optional, value) => self.expression(&field.ty, value),
            (Presence::Required | Presence::RequiredNullable | Presence::Patch, value) => {
                self.expression(&field.declared(), value)
            }
        };
        Some(quote!(.#ident(#value)))
    }
}
