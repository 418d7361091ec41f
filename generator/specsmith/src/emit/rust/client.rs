//! The crate's root and its client.

use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{ApiKeyLocation, SecurityKind, SecurityScheme};

use super::{docs, formats, page, sample};
use crate::emit::header;
use crate::plan::{Group, Plan};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// `lib.rs` and `client.rs`, and an example that shows the first operation.
pub(super) fn pages(plan: &Plan<'_>) -> Vec<Page> {
    let view = view(plan);
    let mut pages = vec![
        page(plan, "src/lib.rs", "rust/lib.rs.tera", &view),
        page(plan, "src/client.rs", "rust/client.rs.tera", &view),
        page(plan, "src/blocking.rs", "rust/blocking.rs.tera", &view),
    ];
    for (group, op) in plan.operations() {
        let view = ExampleView {
            header: rust::comment(&header(plan)),
            program: rust::tokens(&sample::program(plan, group, op)),
        };
        let file = format!("examples/{}_{}.rs", group.ident.plain(), op.method.plain());
        pages.push(page(plan, &file, "rust/example.rs.tera", &view));
        if pages.len() > EXAMPLES {
            break;
        }
    }
    pages
}

/// How many files with examples and the root there are at most: each is linked on its own.
const EXAMPLES: usize = 7;

#[derive(Serialize)]
struct ExampleView {
    header: Fragment,
    program: Fragment,
}

#[derive(Serialize)]
struct ClientView {
    header: Fragment,
    docs: Fragment,
    client_docs: Fragment,
    groups: Vec<GroupView>,
    has_formats: bool,
    has_types: bool,
    user_agent: Fragment,
    base_url: Fragment,
    schemes: Fragment,
}

#[derive(Serialize)]
struct GroupView {
    ident: Fragment,
    handle: Fragment,
    docs: Fragment,
}

fn view(plan: &Plan<'_>) -> ClientView {
    let info = &plan.api.info;
    let agent = format!("{}/{}", plan.sdk.krate.name, plan.sdk.krate.version);
    let base = plan.api.servers.first().map(|_| base_url(plan));
    let base = match base {
        Some(url) if url.starts_with("http") => quote!(Some(#url)),
        Some(_) | None => quote!(None),
    };
    let schemes = plan.schemes().map(|scheme| {
        let (name, kind) = (&scheme.name, kind(scheme));
        quote!(runtime::SchemeSpec { name: #name, kind: runtime::SchemeKind::#kind })
    });
    ClientView {
        header: rust::comment(&header(plan)),
        docs: rust::tokens(&rust::inner_docs(
            crate_docs(plan).iter().map(String::as_str),
        )),
        client_docs: rust::tokens(&rust::docs([format!(
            "A client of {}.",
            docs::code(&info.title)
        )
        .as_str()])),
        groups: plan
            .groups
            .iter()
            .map(|group| group_view(plan, group))
            .collect(),
        has_formats: !formats::libraries(plan).is_empty(),
        has_types: !plan.items.is_empty(),
        user_agent: rust::tokens(&quote!(#agent)),
        base_url: rust::tokens(&base),
        schemes: rust::tokens(&quote!(&[#(#schemes),*])),
    }
}

fn crate_docs(plan: &Plan<'_>) -> Vec<String> {
    let info = &plan.api.info;
    let mut text = vec![format!(
        "Client of {}, version {}.",
        docs::code(&info.title),
        docs::code(&info.version)
    )];
    text.extend(info.summary.clone());
    text.extend(info.description.clone());
    text
}

fn base_url(plan: &Plan<'_>) -> String {
    plan.operations()
        .next()
        .map_or_else(String::new, |(_, op)| op.sample.server.clone())
}

fn kind(scheme: &SecurityScheme) -> proc_macro2::TokenStream {
    match &scheme.kind {
        SecurityKind::Bearer => quote!(Bearer),
        SecurityKind::Basic => quote!(Basic),
        SecurityKind::ApiKey {
            location: ApiKeyLocation::Header,
            name,
        } => quote!(HeaderKey(#name)),
        SecurityKind::ApiKey {
            location: ApiKeyLocation::Query,
            name,
        } => quote!(QueryKey(#name)),
        SecurityKind::ApiKey {
            location: ApiKeyLocation::Cookie,
            name,
        } => quote!(CookieKey(#name)),
        SecurityKind::Unsupported { .. } => quote!(External),
    }
}

fn group_view(plan: &Plan<'_>, group: &Group) -> GroupView {
    let (ident, handle) = (&group.ident, &group.handle);
    let said = group.tag(plan).and_then(|tag| tag.description.clone());
    let text = said.unwrap_or_else(|| format!("Operations of {}.", docs::code(&group.title)));
    GroupView {
        ident: rust::tokens(&quote!(#ident)),
        handle: rust::tokens(&quote!(#handle)),
        docs: rust::tokens(&rust::docs([text.as_str()])),
    }
}
