//! An operation as data for the runtime.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use specsmith_openapi::api::{Operation, PathSegment, Response, Status};

use super::{paging, parameter};
use crate::emit::rust::{bodies, client, ty};
use crate::plan::{OperationPlan, Plan};

/// The operation as data for the runtime.
pub(super) fn spec(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> TokenStream {
    let id = described.id.as_deref().unwrap_or(op.method.plain());
    let method = described.method.as_str();
    let path: String = described.segments.iter().map(segment).collect();
    let parameters = described.parameters.iter().zip(&op.parameters);
    let parameters =
        parameters.map(|(described, planned)| parameter::spec(plan, described, planned));
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
    let paging = paging::spec(op);
    quote! {
        runtime::OperationSpec {
            id: #id,
            method: #method,
            #server
            path: #path,
            parameters: &[#(#parameters),*],
            #bodies
            #accept
            #security
            responses: &[#(#responses),*],
            #retry
            #paging
            ..runtime::OperationSpec::DEFAULT
        }
    }
}

/// A piece of the path as its template has it.
fn segment(segment: &PathSegment) -> Cow<'_, str> {
    match segment {
        PathSegment::Literal(literal) => literal.into(),
        PathSegment::Parameter(name) => format!("{{{name}}}").into(),
    }
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
    let types: Vec<&String> = types.collect();
    let is_json = *types == ["application/json"];
    let types = quote!(&[#(#types),*]);
    let response = match response.status {
        Status::Code(code) if is_json => {
            let code = Literal::u16_unsuffixed(code);
            quote!(json(#code))
        }
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
