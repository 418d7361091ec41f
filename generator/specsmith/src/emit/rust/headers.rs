//! The typed headers of answers.
//!
//! It must not decide which there are.

use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Operation, Wire};

use super::{answers, docs, page, ty};
use crate::emit::header;
use crate::plan::{HeaderPlan, Plan, Ty};
use crate::print::{Fragment, rust};
use crate::render::Page;

#[derive(Serialize)]
struct View {
    header: Fragment,
    imports: Fragment,
    headers: Vec<HeaderView>,
}

#[derive(Serialize)]
struct HeaderView {
    docs: Fragment,
    deprecated: Fragment,
    name: Fragment,
    ty: Fragment,
    value: Fragment,
}

/// One file with a constant for each header; none without headers.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    if plan.headers.is_empty() {
        return Vec::new();
    }
    let headers = || plan.headers.iter().map(|it| header_view(plan, it));
    let view = move || View {
        header: rust::comment(&header(plan)),
        imports: rust::tokens(&imports(plan)),
        headers: headers().collect(),
    };
    vec![page(plan, "src/headers.rs", "rust/headers.rs.tera", view)]
}

fn imports(plan: &Plan<'_>) -> TokenStream {
    let values: Vec<&Ty> = plan.headers.iter().map(|header| &header.ty).collect();
    let mut named = Vec::new();
    for ty in &values {
        ty::named(plan, ty, &mut named);
    }
    let mut types: Vec<_> = named.into_iter().map(|item| &item.ident).collect();
    types.sort();
    types.dedup();
    let holds = |test: fn(&Ty) -> bool| values.iter().any(|ty| ty.any(test));
    let value = holds(|ty| matches!(ty, Ty::Value)).then(|| {
        quote!(
            use crate::runtime::Value;
        )
    });
    let map = holds(|ty| matches!(ty, Ty::Map(_))).then(|| {
        quote!(
            use crate::runtime::Map;
        )
    });
    let types = (!types.is_empty()).then(|| quote!(use crate::types::{#(#types),*};));
    quote!(use crate::runtime::Header; #map #value #types)
}

fn header_view(plan: &Plan<'_>, header: &HeaderPlan) -> HeaderView {
    let (ident, name) = (&header.ident, &header.name);
    let ty = ty::tokens(plan, &header.ty);
    let new = match &header.wire {
        Wire::Style { explode: true, .. } => quote!(exploded),
        Wire::Style { explode: false, .. } => quote!(new),
        Wire::Content(_) => quote!(json),
    };
    let mut text = vec![docs::code(name)];
    text.extend(header.description.clone());
    let deprecated = header.deprecated.then(|| quote!(#[deprecated]));
    HeaderView {
        docs: docs::paragraphs(&text),
        deprecated: rust::tokens(&quote!(#deprecated)),
        name: rust::name(ident),
        ty: rust::tokens(&ty),
        value: rust::tokens(&quote!(Header::#new(#name))),
    }
}

/// The headers of an operation's answers as a list for its docs.
pub(super) fn list(plan: &Plan<'_>, described: &Operation) -> Vec<(String, Vec<String>)> {
    let mut lines: Vec<(&HeaderPlan, Vec<String>)> = Vec::new();
    for response in &described.responses {
        let status = answers::status_text(response.status);
        for header in plan.headers_of(response) {
            match lines.iter_mut().find(|(it, _)| it.ident == header.ident) {
                Some((_, statuses)) => statuses.push(status.clone()),
                None => lines.push((header, vec![status.clone()])),
            }
        }
    }
    let line = |(header, statuses): (&HeaderPlan, Vec<String>)| {
        let name = format!("headers::{}", header.ident.plain());
        let constant = docs::link(&name, &format!("crate::{name}"));
        (format!("{constant} ({})", statuses.join(", ")), Vec::new())
    };
    lines.into_iter().map(line).collect()
}
