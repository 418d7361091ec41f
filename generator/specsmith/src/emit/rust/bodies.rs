//! Request bodies: how they are given, what chooses among their forms, and their specs.
//!
//! It must not decide which forms there are.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Encoding, Media, Operation, Wire};

use super::{docs, ty};
use crate::plan::{BodyPlan, FormKind, FormPlan, Group, OperationPlan, Plan};
use crate::print::{Fragment, rust};

/// What the template of a choice of bodies sees.
#[derive(Serialize)]
pub(super) struct ChoiceView {
    docs: Fragment,
    name: Fragment,
    forms: Vec<FormView>,
    /// Those that a value alone chooses.
    implied: Vec<ImpliedView>,
}

#[derive(Serialize)]
struct FormView {
    docs: Fragment,
    variant: Fragment,
    ty: Fragment,
    /// Method of the call that takes it.
    set: Fragment,
    position: Fragment,
}

#[derive(Serialize)]
struct ImpliedView {
    variant: Fragment,
    ty: Fragment,
}

/// The enum of the forms of a body, where there are several.
pub(super) fn choice(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> Option<ChoiceView> {
    let body = op.body.as_ref()?;
    let name = body.choice.as_ref()?;
    let described = plan.api[op.id].body.as_ref()?;
    let forms = body.forms.iter().enumerate().map(|(position, form)| {
        let variant = &form.ident;
        let media = described.media.get(form.media);
        let position = Literal::usize_unsuffixed(position);
        let set = match form.kind {
            FormKind::Items(_) => quote!(set_items),
            FormKind::Json(_) | FormKind::Fields(_) | FormKind::Text(_) | FormKind::File => {
                quote!(set_body)
            }
        };
        FormView {
            docs: rust::doc_lines(&[media.map_or_else(String::new, sent_as)]),
            variant: rust::name(variant),
            ty: rust::tokens(&held(plan, form)),
            set: rust::tokens(&set),
            position: rust::tokens(&quote!(#position)),
        }
    });
    let implied = body.implied().into_iter().map(|form| {
        let variant = &form.ident;
        ImpliedView {
            variant: rust::name(variant),
            ty: rust::tokens(&held(plan, form)),
        }
    });
    let (handle, method) = (group.handle.plain(), &op.method);
    let said = format!("The body of [`{handle}::{method}`], in one of its media types.");
    Some(ChoiceView {
        docs: rust::doc_lines(&[said]),
        name: rust::name(name),
        forms: forms.collect(),
        implied: implied.collect(),
    })
}

fn sent_as(media: &Media) -> String {
    format!("Sent as {}.", docs::code(&media.content_type))
}

/// The type that a variant holds.
fn held(plan: &Plan<'_>, form: &FormPlan) -> TokenStream {
    form.given()
        .map_or_else(|| quote!(runtime::Upload), |ty| ty::tokens(plan, &ty))
}

/// How the body is given.
pub(super) fn given(plan: &Plan<'_>, body: &BodyPlan) -> ty::Given {
    let ident = &body.ident;
    if let Some(choice) = &body.choice {
        return ty::Given::into(&quote!(#choice), ident);
    }
    match body.forms.first().map(|form| &form.kind) {
        Some(FormKind::Json(ty) | FormKind::Fields(ty) | FormKind::Text(ty)) => {
            ty::given(plan, ty, ident)
        }
        Some(FormKind::Items(ty)) => {
            let ty = ty::tokens(plan, ty);
            let ty = quote!(impl IntoIterator<Item = #ty, IntoIter: Send + 'static>);
            ty::Given::as_it_is(ty)
        }
        Some(FormKind::File) | None => ty::Given::into(&quote!(runtime::Upload), ident),
    }
}

/// Statements that give the body to the call, which `call` leads to and `exclusive` borrows.
pub(super) fn set(
    plan: &Plan<'_>,
    body: &BodyPlan,
    call: &TokenStream,
    exclusive: &TokenStream,
) -> TokenStream {
    let ident = &body.ident;
    let given = given(plan, body);
    if let Some(choice) = &body.choice {
        let convert = given.convert(ident, &quote!(#choice));
        return quote!(#convert #ident.set(#exclusive););
    }
    let Some(form) = body.forms.first() else {
        return TokenStream::new();
    };
    match &form.kind {
        FormKind::Items(_) => quote!(#call.set_items(0, #ident);),
        FormKind::Json(_) | FormKind::Fields(_) | FormKind::Text(_) | FormKind::File => {
            let convert = given.convert(ident, &held(plan, form));
            quote!(#convert #call.set_body(0, #ident);)
        }
    }
}

/// What the docs of a method say about its body: what it is where that is not plain.
pub(super) fn note(plan: &Plan<'_>, described: &Operation, body: &BodyPlan) -> Option<String> {
    if let Some(choice) = &body.choice {
        let forms = body.forms.iter().filter_map(|form| media(described, form));
        let forms: Vec<String> = forms.map(|media| docs::code(&media.content_type)).collect();
        let choice = docs::code(choice.plain());
        return Some(format!("Sent as {}: see {choice}.", forms.join(" or ")));
    }
    let form = body.forms.first()?;
    let media = media(described, form)?;
    let content_type = docs::code(&media.content_type);
    match &form.kind {
        FormKind::Json(_) => None,
        FormKind::Fields(_) => Some(format!("Sent as {content_type}.")),
        FormKind::Text(_) => Some(format!("Text, sent as {content_type}.")),
        FormKind::Items(_) => Some(format!(
            "One value after the other, sent as {content_type} while it is made."
        )),
        FormKind::File if media.ty.is_some_and(|place| plan.has_parts(place)) => Some(format!(
            "Bytes that you encode, or a stream of them: a body of type {content_type} is not \
             written by this crate."
        )),
        FormKind::File => Some(format!("Bytes or a stream, sent as {content_type}.")),
    }
}

/// The one type that the body is of, as a link.
pub(super) fn link(plan: &Plan<'_>, body: &BodyPlan) -> Option<String> {
    let ty = body.forms.first()?.given()?;
    Some(docs::link_to_type(plan, &ty))
}

fn media<'a>(described: &'a Operation, form: &FormPlan) -> Option<&'a Media> {
    described.body.as_ref()?.media.get(form.media)
}

/// The media types of the body as data for the runtime.
pub(super) fn spec(described: &Operation, body: &BodyPlan) -> TokenStream {
    let required = body.required.then(|| quote!(body_required: true,));
    let bodies = body.forms.iter().filter_map(|form| media(described, form));
    let bodies = bodies.map(|media| {
        let content_type = &media.content_type;
        if content_type == "application/json" {
            return quote!(runtime::BodySpec::JSON);
        }
        let encodings = media.encodings.iter().map(encoding);
        quote!(runtime::BodySpec { content_type: #content_type, encodings: &[#(#encodings),*] })
    });
    quote!(bodies: &[#(#bodies),*], #required)
}

fn encoding(encoding: &Encoding) -> TokenStream {
    let name = &encoding.name;
    let content_type = encoding
        .content_type
        .as_ref()
        .map(|content_type| quote!(content_type: Some(#content_type),));
    let style = encoding.wire.as_ref().map(style);
    quote! {
        runtime::Encoding { name: #name, #content_type #style ..runtime::Encoding::DEFAULT }
    }
}

fn style(wire: &Wire) -> TokenStream {
    let (style, rest) = super::operations::style(wire);
    quote!(style: Some(runtime::Style::#style), #rest)
}
