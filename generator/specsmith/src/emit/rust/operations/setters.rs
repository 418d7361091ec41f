//! What a caller gives: the arguments of a method, and the setters of its call.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Operation, Parameter};

use crate::emit::extensions;
use crate::emit::rust::{bodies, docs, ty};
use crate::plan::{Argument, OperationPlan, ParameterPlan, PartHeaderPlan, Plan, Ty};
use crate::print::{Fragment, rust};

#[derive(Serialize)]
pub(super) struct ArgumentView {
    name: Fragment,
    ty: Fragment,
}

#[derive(Serialize)]
pub(super) struct SetterView {
    docs: Fragment,
    deprecated: Fragment,
    name: Fragment,
    ty: Fragment,
    set: Fragment,
    /// Setting it means that the answer is not decoded.
    makes_raw: bool,
}

/// An argument of the method; none for what the operation does not have.
pub(super) fn argument(
    plan: &Plan<'_>,
    op: &OperationPlan,
    argument: Argument,
) -> Option<ArgumentView> {
    let (ident, ty) = match argument {
        Argument::Parameter(index) => {
            let parameter = op.parameters.get(index)?;
            let ident = &parameter.ident;
            (ident, ty::given_parameter(plan, &parameter.ty, ident).ty)
        }
        Argument::Body => {
            let body = op.body.as_ref()?;
            (&body.ident, bodies::given(plan, body).ty)
        }
    };
    Some(ArgumentView {
        name: rust::name(ident),
        ty: rust::tokens(&ty),
    })
}

/// Statements that put the arguments into the call.
pub(super) fn of_arguments(plan: &Plan<'_>, op: &OperationPlan) -> TokenStream {
    let call = quote!(call);
    let statements = op.arguments.iter().filter_map(|argument| match argument {
        Argument::Parameter(index) => Some(set_parameter(
            plan,
            op.parameters.get(*index)?,
            *index,
            &call,
        )),
        Argument::Body => Some(bodies::set(
            plan,
            op.body.as_ref()?,
            &call,
            &quote!(&mut call),
        )),
    });
    quote!(#(#statements)*)
}

fn set_parameter(
    plan: &Plan<'_>,
    parameter: &ParameterPlan,
    index: usize,
    call: &TokenStream,
) -> TokenStream {
    let ident = &parameter.ident;
    let index = Literal::usize_unsuffixed(index);
    let given = ty::given_parameter(plan, &parameter.ty, ident);
    let convert = given.convert(ident, &ty::tokens(plan, &parameter.ty));
    quote!(#convert #call.set_parameter(#index, &#ident);)
}

/// Setters of what is optional: parameters, the body, headers of its parts.
pub(super) fn of_call(
    plan: &Plan<'_>,
    described: &Operation,
    op: &OperationPlan,
) -> Vec<SetterView> {
    let parameters = described
        .parameters
        .iter()
        .zip(&op.parameters)
        .enumerate()
        .filter(|(index, _)| !op.arguments.contains(&Argument::Parameter(*index)))
        .map(|(index, (parameter, planned))| setter(plan, parameter, planned, index));
    let body = op.body.iter().filter(|body| !body.required).map(|body| {
        let ident = &body.ident;
        let set = bodies::set(plan, body, &quote!(self), &quote!(&mut self));
        let mut text = vec!["Sets the request body.".to_owned()];
        text.extend(
            described
                .body
                .iter()
                .filter_map(|it| it.docs.description.clone()),
        );
        text.extend(bodies::note(plan, described, body));
        SetterView {
            docs: docs::paragraphs(&text),
            deprecated: rust::tokens(&TokenStream::new()),
            name: rust::name(ident),
            ty: rust::tokens(&bodies::given(plan, body).ty),
            set: rust::tokens(&set),
            makes_raw: false,
        }
    });
    let headers = op.body.iter().flat_map(|body| &body.part_headers);
    let headers = headers.map(|header| part_header(plan, header));
    parameters.chain(body).chain(headers).collect()
}

fn part_header(plan: &Plan<'_>, header: &PartHeaderPlan) -> SetterView {
    let (ident, part, name) = (&header.ident, &header.part, &header.name);
    let given = ty::given_parameter(plan, &header.ty, ident);
    let convert = given.convert(ident, &ty::tokens(plan, &header.ty));
    let set = quote!(#convert self.set_part_header(#part, #name, &#ident););
    let said = format!(
        "Sets the header {} of the part {}.",
        docs::code(name),
        docs::code(part)
    );
    let text: Vec<String> = [said]
        .into_iter()
        .chain(header.description.clone())
        .collect();
    SetterView {
        docs: docs::paragraphs(&text),
        deprecated: rust::tokens(&TokenStream::new()),
        name: rust::name(ident),
        ty: rust::tokens(&given.ty),
        set: rust::tokens(&set),
        makes_raw: false,
    }
}

fn setter(
    plan: &Plan<'_>,
    parameter: &Parameter,
    planned: &ParameterPlan,
    index: usize,
) -> SetterView {
    let ident = &planned.ident;
    let mut text = docs::of(&parameter.docs, &format!("`{}`.", parameter.name));
    text.extend(extensions::sentences(plan.sdk, &parameter.extensions));
    text.extend(docs::rules(
        plan.api,
        &parameter.constraints,
        parameter.ty,
        parameter.default.as_ref(),
    ));
    text.extend(empty_docs(parameter, planned));
    if let Some(switch) = &planned.raw_switch {
        let typed: Vec<String> = switch.typed.iter().map(|value| docs::code(value)).collect();
        text.push(format!(
            "The answer is then not decoded: read it with `send_raw` or `send_stream`. For {}, \
             leave this out.",
            typed.join(", ")
        ));
    }
    let deprecated = parameter.docs.deprecated.then(|| quote!(#[deprecated]));
    let receiver = if planned.raw_switch.is_some() {
        quote!(call)
    } else {
        quote!(self)
    };
    SetterView {
        docs: docs::paragraphs(&text),
        deprecated: rust::tokens(&quote!(#deprecated)),
        name: rust::name(ident),
        ty: rust::tokens(&ty::given_parameter(plan, &planned.ty, ident).ty),
        set: rust::tokens(&set_parameter(plan, planned, index, &receiver)),
        makes_raw: planned.raw_switch.is_some(),
    }
}

/// What it means to give a parameter without a value.
fn empty_docs(parameter: &Parameter, planned: &ParameterPlan) -> Option<String> {
    let empty = match (&planned.ty, planned.wire.allow_empty) {
        (Ty::Option(_), true) => "`None` sends the name without a value.",
        (Ty::List(_) | Ty::Map(_), true) => "Nothing in it sends the name without a value.",
        (Ty::Option(_), false) if planned.required != parameter.required => "`None` leaves it out.",
        (
            Ty::Bool
            | Ty::Int(_)
            | Ty::F32
            | Ty::F64
            | Ty::String
            | Ty::Text(_)
            | Ty::Upload
            | Ty::Value
            | Ty::List(_)
            | Ty::Tuple(_)
            | Ty::Map(_)
            | Ty::Option(_)
            | Ty::Patch(_)
            | Ty::Box(_)
            | Ty::Item(_),
            _,
        ) => return None,
    };
    Some(empty.to_owned())
}
