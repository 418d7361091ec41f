//! How a parameter is sent, as data for the runtime.

use proc_macro2::TokenStream;
use quote::quote;
use specsmith_openapi::api::{Location, Parameter, Style, Wire};

use crate::emit::rust::types;
use crate::plan::{ParameterPlan, Plan, WireForm, WirePlan};

/// A parameter begins as its location has it, and what differs follows.
pub(super) fn spec(plan: &Plan<'_>, parameter: &Parameter, planned: &ParameterPlan) -> TokenStream {
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
    let rules = rules(plan, parameter).map(|rules| quote!(.constraints(#rules)));
    quote!(runtime::Parameter::#location(#name) #wire #required #rules)
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

pub(super) fn rules(plan: &Plan<'_>, parameter: &Parameter) -> Option<TokenStream> {
    types::rules(plan, &parameter.constraints, parameter.ty)
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
pub(in crate::emit::rust) fn style(wire: &Wire) -> (TokenStream, TokenStream) {
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
