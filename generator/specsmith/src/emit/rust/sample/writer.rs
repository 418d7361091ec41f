//! The arguments of a sample, and what they have to import.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use specsmith_openapi::api::Value;

use super::Secrets;
use super::credentials::variable;
use crate::emit::rust::ty;
use crate::plan::{
    Argument, FormKind, Group, Ident, OperationPlan, Plan, SampleBody, SampleValue, Ty,
};

/// Writes values, and remembers what they name.
pub(super) struct Writer<'p, 'a> {
    pub(super) plan: &'p Plan<'a>,
    secrets: Secrets,
    pub(super) types: BTreeSet<Ident>,
    /// The enum that the form of the body is chosen with, and its module.
    chosen: Option<(Ident, Ident)>,
    pub(super) map: bool,
    pub(super) patch: bool,
    pub(super) value: bool,
}

impl<'p, 'a> Writer<'p, 'a> {
    pub(super) fn new(plan: &'p Plan<'a>, secrets: Secrets) -> Self {
        Self {
            plan,
            secrets,
            types: BTreeSet::new(),
            chosen: None,
            map: false,
            patch: false,
            value: false,
        }
    }

    /// `use` declarations of what the code names.
    pub(super) fn imports(&self, code: &TokenStream) -> TokenStream {
        let mut named = BTreeSet::new();
        collect_names(code.clone(), &mut named);
        let lib = ty::lib(self.plan);
        let mut root = vec![quote!(Client)];
        if self.map {
            root.push(quote!(Map));
        }
        if self.patch {
            root.push(quote!(Patch));
        }
        if self.value {
            root.push(quote!(Value));
        }
        // A value may have been written as text after all, or left to the constant of its field.
        let types = self.types.iter().map(|ident| quote!(#ident));
        let types: Vec<_> = types.filter(|it| named.contains(&it.to_string())).collect();
        let types = (!types.is_empty()).then(|| quote!(use #lib::types::{#(#types),*};));
        let chosen = self.chosen.as_ref();
        let chosen = chosen.map(|(module, choice)| quote!(use #lib::#module::#choice;));
        quote!(#chosen #types use #lib::{#(#root),*};)
    }

    pub(super) fn argument(
        &mut self,
        group: &Group,
        op: &OperationPlan,
        argument: Argument,
    ) -> TokenStream {
        match argument {
            Argument::Body => self.body(group, op),
            Argument::Parameter(index) => {
                let Some(parameter) = op.parameters.get(index) else {
                    return quote!(());
                };
                match op.sample.values.iter().find(|(at, _)| *at == index) {
                    Some((_, SampleValue::Env(name))) => {
                        let value = variable(name, self.secrets);
                        match self.secrets {
                            _ if parameter.ty != Ty::String => quote!(Some(String::from(#value))),
                            // A name is a literal, which is borrowed already.
                            Secrets::Names => value,
                            Secrets::Environment | Secrets::Variables | Secrets::Server => {
                                quote!(&#value)
                            }
                        }
                    }
                    Some((_, SampleValue::Value(value))) => self.expression(&parameter.ty, value),
                    None => quote!(Default::default()),
                }
            }
        }
    }

    pub(super) fn body(&mut self, group: &Group, op: &OperationPlan) -> TokenStream {
        let (Some(body), Some(sample)) = (&op.body, &op.sample.body) else {
            return quote!(());
        };
        let Some(form) = body.forms.get(sample.form) else {
            return quote!(());
        };
        let Some(choice) = &body.choice else {
            return self.given(&form.kind, sample);
        };
        self.chosen = Some((group.ident.clone(), choice.clone()));
        let variant = &form.ident;
        let value = self.held(&form.kind, sample);
        quote!(#choice::#variant(#value))
    }

    /// What a method takes for a body.
    fn given(&mut self, kind: &FormKind, sample: &SampleBody) -> TokenStream {
        match kind {
            FormKind::Json(ty) | FormKind::Fields(ty) | FormKind::Text(ty) => {
                self.expression(ty, &sample.value)
            }
            FormKind::Items(ty) => self.list_of(ty, &sample.value),
            FormKind::File => file(sample),
        }
    }

    /// A body as a variant holds it.
    fn held(&mut self, kind: &FormKind, sample: &SampleBody) -> TokenStream {
        let given = self.given(kind, sample);
        match kind {
            FormKind::File => quote!(#given.into()),
            FormKind::Items(_) => quote!(#given.into()),
            FormKind::Json(ty) | FormKind::Fields(ty) | FormKind::Text(ty) => match ty {
                Ty::List(_) => quote!(#given.into_iter().map(Into::into).collect()),
                Ty::Map(_) => quote!(#given.into_iter().collect()),
                Ty::String | Ty::Upload => quote!(#given.into()),
                Ty::Bool
                | Ty::Int(_)
                | Ty::F32
                | Ty::F64
                | Ty::Text(_)
                | Ty::Value
                | Ty::Tuple(_)
                | Ty::Option(_)
                | Ty::Patch(_)
                | Ty::Box(_)
                | Ty::Item(_) => given,
            },
        }
    }

    /// Values of exactly this type.
    fn list_of(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let values: Vec<TokenStream> = values
            .iter()
            .map(|value| match ty {
                Ty::String => {
                    let text = self.expression(ty, value);
                    quote!(#text.to_owned())
                }
                ty => self.expression(ty, value),
            })
            .collect();
        quote!([#(#values),*])
    }
}

/// What is sent as it is.
fn file(sample: &SampleBody) -> TokenStream {
    let text = sample.text.as_deref().unwrap_or_default();
    quote!(#text)
}

/// The identifiers of some code.
fn collect_names(code: TokenStream, names: &mut BTreeSet<String>) {
    for token in code {
        match token {
            TokenTree::Group(group) => collect_names(group.stream(), names),
            TokenTree::Ident(ident) => {
                names.insert(ident.to_string());
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
