//! A module for each group of operations: a handle, and a struct for each call.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use rayon::prelude::*;
use serde::Serialize;
use specsmith_openapi::api::{
    Location, Operation, Parameter, PathSegment, Response, Status, Style, Wire,
};

use super::answers::{self, EnumView, OtherView, status_text};
use super::bodies::{self, ChoiceView};
use super::{client, docs, headers, page, ty, types};
use crate::emit::{extensions, header};
use crate::plan::{
    Argument, Group, Ident, OperationPlan, ParameterPlan, PartHeaderPlan, Plan, Ty, WireForm,
    WirePlan,
};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// A file for each group.
pub(super) fn pages(plan: &Plan<'_>) -> Vec<Page> {
    plan.groups
        .par_iter()
        .map(|group| {
            let file = format!("src/{}.rs", group.ident.plain());
            page(plan, &file, "rust/group.rs.tera", &group_view(plan, group))
        })
        .collect()
}

#[derive(Serialize)]
struct GroupView {
    header: Fragment,
    module_docs: Fragment,
    docs: Fragment,
    imports: Fragment,
    handle: Fragment,
    operations: Vec<OperationView>,
}

#[derive(Serialize)]
struct OperationView {
    docs: Fragment,
    deprecated: Fragment,
    method: Fragment,
    builder: Fragment,
    builder_docs: Fragment,
    mark_docs: Fragment,
    constant: Fragment,
    arguments: Vec<ArgumentView>,
    /// What the arguments do to the call.
    sets: Fragment,
    setters: Vec<SetterView>,
    others: Vec<OtherView>,
    /// There are setters or others.
    has_methods: bool,
    body: Option<ChoiceView>,
    outcome: Option<EnumView>,
    refusal: Option<EnumView>,
    /// Type of the decoded body; `Raw` when there is none.
    answer: Fragment,
    spec: Fragment,
}

#[derive(Serialize)]
struct ArgumentView {
    name: Fragment,
    ty: Fragment,
}

#[derive(Serialize)]
struct SetterView {
    docs: Fragment,
    deprecated: Fragment,
    name: Fragment,
    ty: Fragment,
    set: Fragment,
    /// Setting it means that the answer is not decoded.
    makes_raw: bool,
}

fn group_view(plan: &Plan<'_>, group: &Group) -> GroupView {
    let handle = &group.handle;
    let said = group.tag(plan).and_then(|tag| tag.description.clone());
    let text = said.unwrap_or_else(|| format!("Operations of {}.", docs::code(&group.title)));
    let title = docs::code(&group.title);
    GroupView {
        header: rust::comment(&header(plan)),
        module_docs: rust::tokens(&rust::inner_docs([
            format!("Operations of {title}.").as_str()
        ])),
        docs: rust::tokens(&rust::docs([text.as_str()])),
        imports: rust::tokens(&imports(plan, group)),
        handle: rust::tokens(&quote!(#handle)),
        operations: group
            .operations
            .iter()
            .map(|op| operation_view(plan, group, op))
            .collect(),
    }
}

/// Just what the file names: an unused import would be a warning.
fn imports(plan: &Plan<'_>, group: &Group) -> TokenStream {
    let mut named = Vec::new();
    let mut values: Vec<Ty> = Vec::new();
    let mut raw = false;
    for op in &group.operations {
        values.extend(op.types());
        raw |= answers::has_raw(op)
            || op
                .parameters
                .iter()
                .any(|parameter| parameter.raw_switch.is_some());
    }
    for ty in &values {
        ty::named(plan, ty, &mut named);
    }
    let mut types: Vec<&Ident> = named.into_iter().map(|item| &item.ident).collect();
    types.sort();
    types.dedup();
    let holds = |test: fn(&Ty) -> bool| values.iter().any(|ty| ty.any(test));
    let value = holds(|ty| matches!(ty, Ty::Value)).then(|| quote!(Value,));
    let map = holds(|ty| matches!(ty, Ty::Map(_))).then(|| quote!(Map,));
    let raw = raw.then(|| quote!(Raw,));
    let rules = group
        .operations
        .iter()
        .flat_map(|op| &plan.api[op.id].parameters);
    let constraints = rules
        .into_iter()
        .any(|parameter| parameter_rules(parameter).is_some())
        .then(|| quote!(Constraints,));
    let types = (!types.is_empty()).then(|| quote!(use crate::types::{#(#types),*};));
    quote!(use crate::runtime::{self, Async, Call, #constraints Http, Mode, #map #raw #value}; #types)
}

fn operation_view(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> OperationView {
    let described = &plan.api[op.id];
    let (method, builder, constant) = (&op.method, &op.builder, &op.constant);
    let deprecated = described.docs.deprecated.then(|| quote!(#[deprecated]));
    let answer = answers::ty(plan, &op.success);
    let setters = setters(plan, described, op);
    let others = answers::others(plan, op);
    OperationView {
        docs: rust::tokens(&operation_docs(plan, described, op)),
        deprecated: rust::tokens(&quote!(#deprecated)),
        method: rust::tokens(&quote!(#method)),
        builder: rust::tokens(&quote!(#builder)),
        builder_docs: rust::tokens(&builder_docs(group, op)),
        mark_docs: rust::tokens(&mark_docs(group, op)),
        constant: rust::tokens(&quote!(#constant)),
        arguments: op
            .arguments
            .iter()
            .filter_map(|a| argument_view(plan, op, *a))
            .collect(),
        sets: rust::tokens(&sets(plan, op)),
        has_methods: !setters.is_empty() || !others.is_empty(),
        setters,
        others,
        body: bodies::choice(plan, group, op),
        outcome: answers::outcome(plan, group, op),
        refusal: answers::refusal(plan, group, op),
        answer: rust::tokens(&answer),
        spec: rust::tokens(&spec(plan, described, op)),
    }
}

fn operation_docs(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> TokenStream {
    let mut text = docs::of(&described.docs, &format!("`{}`.", described.pointer));
    text.push(docs::code(&format!(
        "{} {}",
        described.method.as_str(),
        described.path
    )));
    text.extend(answers::note(plan, described, op));
    text.extend(extensions::sentences(plan.sdk, &described.extensions));
    let arguments = op.arguments.iter().filter_map(|argument| {
        let (ident, said, note) = match argument {
            Argument::Parameter(index) => {
                let parameter = described.parameters.get(*index)?;
                let said = parameter.docs.description.as_deref();
                (&op.parameters.get(*index)?.ident, said, None)
            }
            Argument::Body => {
                let body = op.body.as_ref()?;
                let said = described.body.as_ref()?.docs.description.as_deref();
                (&body.ident, said, bodies::note(plan, described, body))
            }
        };
        let said = said.map(|said| said.trim().replace('\n', "\n  "));
        let said: Vec<String> = said.into_iter().chain(note).collect();
        let said = match said.is_empty() {
            true => "see the type".to_owned(),
            false => said.join("\n\n  "),
        };
        Some(format!("- `{}`: {said}", ident.plain()))
    });
    let arguments: Vec<String> = arguments.collect();
    let intro = docs::paragraphs(&text);
    let arguments = docs::section("Arguments", &arguments.join("\n"));
    let headers = docs::section("Response headers", &headers::list(plan, described));
    let errors = docs::section("Errors", &error_docs(plan, described, op));
    quote!(#intro #arguments #headers #errors)
}

fn error_docs(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> String {
    let lines: Vec<String> = described
        .responses
        .iter()
        .filter(|response| !response.status.is_success())
        .map(|response| {
            let said = response
                .docs
                .description
                .as_deref()
                .unwrap_or_default()
                .trim();
            let found = op
                .errors
                .iter()
                .find(|error| error.status == response.status);
            let ty = found.map(|error| format!(" {}", docs::code(&ty::name_of(plan, &error.ty))));
            let said = said.replace('\n', "\n  ");
            format!(
                "- {}{}: {said}",
                status_text(response.status),
                ty.unwrap_or_default()
            )
        })
        .collect();
    let always = match &op.error_choice {
        Some(choice) => &format!(
            "What every call can fail with, see `Error`, and, read by `{}::of`,",
            choice.plain()
        ),
        None => "What every call can fail with, see `Error`, and",
    };
    if lines.is_empty() {
        always.trim_end_matches(", and").to_owned() + "."
    } else {
        format!("{always}\n\n{}", lines.join("\n"))
    }
}

fn builder_docs(group: &Group, op: &OperationPlan) -> TokenStream {
    let (handle, method) = (group.handle.plain(), &op.method);
    rust::doc_lines(&[
        format!("A call of [`{handle}::{method}`], to be completed and sent."),
        String::new(),
        "Nothing happens before one of the `send` methods is called, which are those of every \
         [`Call`]."
            .to_owned(),
    ])
}

fn mark_docs(group: &Group, op: &OperationPlan) -> TokenStream {
    let (handle, method) = (group.handle.plain(), op.method.plain());
    rust::doc_lines(&[format!(
        "Marks calls of [`{handle}::{method}`](super::{handle}::{method})."
    )])
}

fn argument_view(plan: &Plan<'_>, op: &OperationPlan, argument: Argument) -> Option<ArgumentView> {
    let (ident, ty) = match argument {
        Argument::Parameter(index) => {
            let parameter = op.parameters.get(index)?;
            let ident = &parameter.ident;
            (ident, ty::given(plan, &parameter.ty, &quote!(#ident)).ty)
        }
        Argument::Body => {
            let body = op.body.as_ref()?;
            (&body.ident, bodies::given(plan, body).ty)
        }
    };
    Some(ArgumentView {
        name: rust::tokens(&quote!(#ident)),
        ty: rust::tokens(&ty),
    })
}

fn sets(plan: &Plan<'_>, op: &OperationPlan) -> TokenStream {
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
    let value = ty::given(plan, &parameter.ty, &quote!(#ident)).value;
    let declared = ty::tokens(plan, &parameter.ty);
    let converted =
        (value.to_string() != ident.to_string()).then(|| quote!(let #ident: #declared = #value;));
    quote!(#converted #call.set_parameter(#index, &#ident);)
}

fn setters(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> Vec<SetterView> {
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
            docs: rust::tokens(&docs::paragraphs(&text)),
            deprecated: rust::tokens(&TokenStream::new()),
            name: rust::tokens(&quote!(#ident)),
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
    let given = ty::given(plan, &header.ty, &quote!(#ident));
    let (value, declared) = (given.value, ty::tokens(plan, &header.ty));
    let converted =
        (value.to_string() != ident.to_string()).then(|| quote!(let #ident: #declared = #value;));
    let set = quote!(#converted self.set_part_header(#part, #name, &#ident););
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
        docs: rust::tokens(&docs::paragraphs(&text)),
        deprecated: rust::tokens(&TokenStream::new()),
        name: rust::tokens(&quote!(#ident)),
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
        &parameter.constraints,
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
        docs: rust::tokens(&docs::paragraphs(&text)),
        deprecated: rust::tokens(&quote!(#deprecated)),
        name: rust::tokens(&quote!(#ident)),
        ty: rust::tokens(&ty::given(plan, &planned.ty, &quote!(#ident)).ty),
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

/// The operation as data for the runtime.
fn spec(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> TokenStream {
    let id = described.id.as_deref().unwrap_or(op.method.plain());
    let method = syn::Ident::new(described.method.as_str(), proc_macro2::Span::call_site());
    let path = path(described);
    let parameters = described.parameters.iter().zip(&op.parameters);
    let parameters = parameters.map(|(described, planned)| parameter_spec(described, planned));
    let server = described.servers.first().map(|server| {
        let server = client::server(server);
        quote!(server: Some(&#server),)
    });
    let bodies = op.body.as_ref().map(|body| bodies::spec(described, body));
    let accept = op.accept.as_ref().map(|accept| quote!(accept: #accept,));
    let security = security(described);
    let responses = described
        .responses
        .iter()
        .map(|response| response_spec(plan, response, op));
    let retry = retry(op);
    quote! {
        runtime::OperationSpec {
            id: #id,
            method: runtime::Method::#method,
            #server
            path: &[#(#path),*],
            parameters: &[#(#parameters),*],
            #bodies
            #accept
            #security
            responses: &[#(#responses),*],
            #retry
            ..runtime::OperationSpec::DEFAULT
        }
    }
}

fn path(described: &Operation) -> Vec<TokenStream> {
    let position = |name: &str| {
        described
            .parameters
            .iter()
            .position(|p| p.location == Location::Path && p.name == name)
    };
    let text = |text: &str| quote!(runtime::PathPart::Text(#text));
    described
        .segments
        .iter()
        .map(|segment| match segment {
            PathSegment::Literal(literal) => text(literal),
            PathSegment::Parameter(name) => match position(name).map(Literal::usize_unsuffixed) {
                Some(index) => quote!(runtime::PathPart::Parameter(#index)),
                None => text(&format!("{{{name}}}")),
            },
        })
        .collect()
}

/// A parameter begins as its location has it, and what differs follows.
fn parameter_spec(parameter: &Parameter, planned: &ParameterPlan) -> TokenStream {
    let name = &parameter.name;
    let (location, usual) = match parameter.location {
        Location::Path => (quote!(path), Usual::IN_ONE_PIECE),
        Location::Query => (quote!(query), Usual::FORM),
        Location::QueryString => (quote!(query_string), Usual::FORM),
        Location::Header => (quote!(header), Usual::IN_ONE_PIECE),
        Location::Cookie => (quote!(cookie), Usual::FORM),
    };
    let required = match (parameter.location == Location::Path, planned.required) {
        (true, false) => quote!(.optional()),
        (false, true) => quote!(.required()),
        (true, true) | (false, false) => TokenStream::new(),
    };
    let wire = wire(planned.wire, &usual);
    let constraints = parameter_rules(parameter).map(|rules| quote!(.constraints(#rules)));
    quote!(runtime::Parameter::#location(#name) #wire #required #constraints)
}

/// How parameters of a location are sent unless they say otherwise.
struct Usual {
    style: Style,
    explode: bool,
}

impl Usual {
    const FORM: Self = Self {
        style: Style::Form,
        explode: true,
    };
    const IN_ONE_PIECE: Self = Self {
        style: Style::Simple,
        explode: false,
    };
}

fn parameter_rules(parameter: &Parameter) -> Option<TokenStream> {
    types::rules(&parameter.constraints)
}

fn wire(wire: WirePlan, usual: &Usual) -> TokenStream {
    let style = match wire.form {
        WireForm::Style(style) if style == usual.style => None,
        WireForm::Style(style) => Some(style_name(style)),
        WireForm::Json => Some(quote!(Json)),
        WireForm::Text => Some(quote!(Text)),
    };
    let style = style.map(|style| quote!(.style(runtime::Style::#style)));
    let explode = match (wire.explode, usual.explode) {
        (true, false) => quote!(.exploded()),
        (false, true) => quote!(.joined()),
        (true, true) | (false, false) => TokenStream::new(),
    };
    let reserved = wire.allow_reserved.then(|| quote!(.allow_reserved()));
    let empty = wire.allow_empty.then(|| quote!(.allow_empty()));
    let nested = wire.nested_json.then(|| quote!(.nested_json()));
    quote!(#style #explode #reserved #empty #nested)
}

fn style_name(style: Style) -> TokenStream {
    match style {
        Style::Form => quote!(Form),
        Style::Simple => quote!(Simple),
        Style::Label => quote!(Label),
        Style::Matrix => quote!(Matrix),
        Style::SpaceDelimited => quote!(SpaceDelimited),
        Style::PipeDelimited => quote!(PipeDelimited),
        Style::DeepObject => quote!(DeepObject),
        Style::Brackets => quote!(Brackets),
        Style::Cookie => quote!(Cookie),
    }
}

/// The style of a part of a body, and what goes with it.
pub(super) fn style(wire: &Wire) -> (TokenStream, TokenStream) {
    let Wire::Style {
        style,
        explode,
        allow_reserved,
    } = wire
    else {
        return (quote!(Json), TokenStream::new());
    };
    let explode = (!explode).then(|| quote!(explode: false,));
    let reserved = allow_reserved.then(|| quote!(allow_reserved: true,));
    (style_name(*style), quote!(#explode #reserved))
}

fn security(described: &Operation) -> Option<TokenStream> {
    let alternatives = described.security.iter().map(|requirement| {
        let schemes = requirement
            .schemes
            .iter()
            .map(|(id, _)| Literal::usize_unsuffixed(id.index()));
        quote!(&[#(#schemes),*])
    });
    (!described.security.is_empty()).then(|| quote!(security: &[#(#alternatives),*],))
}

fn response_spec(plan: &Plan<'_>, response: &Response, op: &OperationPlan) -> TokenStream {
    let types = response.media.iter().map(|media| &media.content_type);
    let error = op
        .errors
        .iter()
        .find(|error| error.status == response.status);
    let error = error.map(|error| {
        let ty = ty::tokens(plan, &error.ty);
        quote!(.error(runtime::api_error::<#ty>))
    });
    let types = quote!(&[#(#types),*]);
    let response = match response.status {
        Status::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(code(#code, #types))
        }
        Status::Range(hundred) => {
            let hundred = Literal::u16_unsuffixed(hundred);
            quote!(range(#hundred, #types))
        }
        Status::Default => quote!(otherwise(#types)),
    };
    quote!(runtime::ResponseSpec::#response #error)
}

fn retry(op: &OperationPlan) -> Option<TokenStream> {
    if op.retry_statuses.is_none() && op.idempotency_key.is_none() {
        return None;
    }
    let statuses = match &op.retry_statuses {
        Some(statuses) => {
            let statuses = statuses
                .iter()
                .map(|status| Literal::u16_unsuffixed(*status));
            quote!(&[#(#statuses),*])
        }
        None => quote!(runtime::RetrySpec::DEFAULT.statuses),
    };
    let key = match op.idempotency_key.map(Literal::usize_unsuffixed) {
        Some(index) => quote!(Some(#index)),
        None => quote!(None),
    };
    Some(quote!(retry: runtime::RetrySpec { statuses: #statuses, idempotency_key: #key },))
}
