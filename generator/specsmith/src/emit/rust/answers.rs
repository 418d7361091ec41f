//! Answers: what calls return, the enums of several statuses, and other forms to ask for.
//!
//! It must not decide what is returned.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Operation, Response, Status};

use super::{docs, ty};
use crate::plan::{AnswerVariant, ErrorPlan, Group, OperationPlan, Plan, Success};
use crate::print::{Fragment, rust};

/// What the template of an enum sees.
#[derive(Serialize)]
pub(super) struct EnumView {
    docs: Fragment,
    name: Fragment,
    variants: Vec<VariantView>,
    /// The variant for statuses that the description does not know.
    usual: Option<VariantView>,
}

#[derive(Clone, Serialize)]
struct VariantView {
    docs: Fragment,
    name: Fragment,
    /// What it holds, when it holds something.
    ty: Option<Fragment>,
    /// Position of its response.
    response: Fragment,
}

/// What the template of a method that asks for another form sees.
#[derive(Serialize)]
pub(super) struct OtherView {
    docs: Fragment,
    name: Fragment,
    ty: Fragment,
    content_type: Fragment,
}

/// The type that a call returns. In the place of a default, where `M` is the mode.
pub(super) fn ty(plan: &Plan<'_>, success: &Success) -> TokenStream {
    let tokens = |ty| ty::tokens(plan, ty);
    match success {
        Success::Value(ty) => tokens(ty),
        Success::Items(ty) => {
            let ty = tokens(ty);
            quote!(runtime::Items<#ty, M>)
        }
        Success::Events(ty) => {
            let ty = tokens(ty);
            quote!(runtime::Events<#ty, M>)
        }
        Success::Empty => quote!(()),
        Success::Raw => quote!(Raw),
        Success::Choice(choice) => {
            let ident = &choice.ident;
            quote!(#ident)
        }
    }
}

/// The answer, or another form of it, is bytes.
pub(super) fn has_raw(op: &OperationPlan) -> bool {
    let others = op.others.iter().map(|other| &other.success);
    others.chain([&op.success]).any(|it| *it == Success::Raw)
}

/// What the docs of a method say about its answer where that is not plain.
pub(super) fn note(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> Option<String> {
    let media = plan.answer_media(described);
    let media = media.map(|media| docs::code(&media.content_type));
    let media = media.unwrap_or_else(|| "bytes".to_owned());
    match &op.success {
        Success::Value(_) | Success::Empty | Success::Choice(_) => None,
        Success::Items(_) => Some(format!(
            "The answer is a stream of values, which come as {media}."
        )),
        Success::Events(_) => Some("The answer is a stream of events.".to_owned()),
        Success::Raw => Some(format!(
            "The answer is {media} and is not decoded: read it with `send_raw` or, while it \
             arrives, with `send_stream`."
        )),
    }
}

/// What the answer is decoded to, as a link; nothing where it is not.
pub(super) fn link(plan: &Plan<'_>, op: &OperationPlan) -> Option<String> {
    match &op.success {
        Success::Value(ty) => Some(docs::link_to_type(plan, ty)),
        Success::Choice(choice) => Some(docs::link(choice.ident.plain(), choice.ident.plain())),
        Success::Items(_) | Success::Events(_) | Success::Empty | Success::Raw => None,
    }
}

/// The enum of what the statuses of success bring.
pub(super) fn outcome(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> Option<EnumView> {
    let Success::Choice(choice) = &op.success else {
        return None;
    };
    let variant = |it: &AnswerVariant| {
        let ty = it.ty.as_ref().map(|ty| ty::tokens(plan, ty));
        variant(plan, op, &it.ident, it.response, ty)
    };
    let mut variants: Vec<VariantView> = choice.variants.iter().map(variant).collect();
    let usual = variants.first().cloned();
    let (handle, method) = (group.handle.plain(), &op.method);
    let said = format!("What [`{handle}::{method}`] is answered with.");
    let name = &choice.ident;
    Some(EnumView {
        docs: rust::doc_lines(&[said]),
        name: rust::name(name),
        variants: std::mem::take(&mut variants),
        usual,
    })
}

/// The enum of what refusals bring.
pub(super) fn refusal(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> Option<EnumView> {
    let name = op.error_choice.as_ref()?;
    let (handle, method) = (group.handle.plain(), &op.method);
    let said = format!("What the service says when it refuses [`{handle}::{method}`].");
    let view = |error: &ErrorPlan| {
        let ty = ty::tokens(plan, &error.ty);
        variant(plan, op, &error.ident, error.response, Some(ty))
    };
    Some(EnumView {
        docs: rust::doc_lines(&[said]),
        name: rust::name(name),
        variants: op.errors.iter().map(view).collect(),
        usual: None,
    })
}

fn variant(
    plan: &Plan<'_>,
    op: &OperationPlan,
    ident: &crate::plan::Ident,
    response: usize,
    ty: Option<TokenStream>,
) -> VariantView {
    let described = plan.api[op.id].responses.get(response);
    let response = Literal::usize_unsuffixed(response);
    VariantView {
        docs: described.map_or_else(|| rust::doc_lines::<&str>(&[]), variant_docs),
        name: rust::name(ident),
        ty: ty.map(|ty| rust::tokens(&ty)),
        response: rust::tokens(&quote!(#response)),
    }
}

fn variant_docs(response: &Response) -> Fragment {
    let status = status_text(response.status);
    let said = response.docs.description.as_deref().map(str::trim);
    let text = match said.filter(|said| !said.is_empty()) {
        Some(said) => format!("{status}: {said}"),
        None => format!("{status}."),
    };
    docs::paragraphs(&[text])
}

/// Methods that ask for another form of the answer.
pub(super) fn others(plan: &Plan<'_>, op: &OperationPlan) -> Vec<OtherView> {
    let other = |other: &crate::plan::OtherAnswer| {
        let (ident, content_type) = (&other.ident, &other.content_type);
        let asked = format!("Asks for the answer as {}.", docs::code(content_type));
        let raw = (other.success == Success::Raw)
            .then(|| "It is not decoded: read it with `send_raw` or `send_stream`.".to_owned());
        let text: Vec<String> = [asked].into_iter().chain(raw).collect();
        OtherView {
            docs: docs::paragraphs(&text),
            name: rust::name(ident),
            ty: rust::tokens(&ty(plan, &other.success)),
            content_type: rust::tokens(&quote!(#content_type)),
        }
    };
    op.others.iter().map(other).collect()
}

/// A status as it is read.
pub(super) fn status_text(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundred) => format!("{hundred}XX"),
        Status::Default => "other".to_owned(),
    }
}
