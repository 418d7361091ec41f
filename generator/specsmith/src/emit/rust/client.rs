//! The crate's root and its client.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{ApiKeyLocation, SecurityKind, SecurityScheme, Server};

use super::{builder, docs, formats, front, page, runtime, sample, scripts, ty, when};
use crate::emit::header;
use crate::plan::{Group, Ident, OperationPlan, Plan, SchemePlan};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// The root: `lib.rs`.
pub(super) fn root<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let view = move || view(plan);
    vec![page(plan, "src/lib.rs", "rust/lib.rs.tera", view)]
}

/// The client, with and without async.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let view = move || view(plan);
    let mut pages = runtime::of_client(plan);
    pages.extend([
        page(plan, "src/client.rs", "rust/client.rs.tera", view),
        page(plan, "src/blocking.rs", "rust/blocking.rs.tera", view),
    ]);
    pages
}

/// Examples that show the first operations.
pub(super) fn programs<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let mut pages = Vec::new();
    for (name, group, op) in examples(plan) {
        let view = move || ExampleView {
            header: rust::comment(&header(plan)),
            program: rust::tokens(&sample::program(plan, group, op)),
        };
        let file = format!("examples/{name}.rs");
        pages.push(page(plan, &file, "rust/example.rs.tera", view));
    }
    if plan.operations().next().is_some() {
        let view = move || {
            let lib = ty::lib(plan);
            MiddlewareView {
                header: rust::comment(&header(plan)),
                lib: rust::tokens(&quote!(#lib)),
            }
        };
        let file = "examples/middleware.rs";
        pages.push(page(plan, file, "rust/middleware.rs.tera", view));
    }
    pages
}

/// How many examples there are at most: each is linked on its own.
const EXAMPLES: usize = 5;

/// The first operations, each with the name of its example.
pub(super) fn examples<'p>(
    plan: &'p Plan<'_>,
) -> impl Iterator<Item = (String, &'p Group, &'p OperationPlan)> {
    let current = plan
        .operations()
        .filter(|(_, op)| !plan.api[op.id].docs.deprecated);
    current.take(EXAMPLES).map(|(group, op)| {
        let name = format!("{}_{}", group.ident.file_stem(), op.method.file_stem());
        (name, group, op)
    })
}

#[derive(Serialize)]
struct ExampleView {
    header: Fragment,
    program: Fragment,
}

#[derive(Serialize)]
struct MiddlewareView {
    header: Fragment,
    lib: Fragment,
}

#[derive(Serialize)]
struct ClientView {
    header: Fragment,
    docs: Fragment,
    /// The crate of the runtime, where another one has it.
    runtime: Option<Fragment>,
    calls: bool,
    /// It is part of a crate of the user.
    is_module: bool,
    client_docs: Fragment,
    groups: Vec<GroupView>,
    has_other_scripts: bool,
    /// What is there only with a feature may be all that a client is for.
    has_features: bool,
    webhooks_when: Fragment,
    has_formats: bool,
    has_types: bool,
    has_webhooks: bool,
    has_headers: bool,
    user_agent: Fragment,
    servers: Fragment,
    schemes: Fragment,
    /// Servers to choose from.
    constants: Vec<ConstantView>,
    /// Methods of the builder beyond those of every builder.
    setters: Vec<builder::SetterView>,
}

#[derive(Serialize)]
struct ConstantView {
    docs: Fragment,
    name: Fragment,
    index: Fragment,
}

#[derive(Serialize)]
struct GroupView {
    ident: Fragment,
    handle: Fragment,
    docs: Fragment,
    when: Fragment,
    /// Where the file of its module is, when that has another name.
    path: Fragment,
}

fn view(plan: &Plan<'_>) -> ClientView {
    let info = &plan.api.info;
    let servers = plan.api.servers.iter().map(server);
    let schemes = plan.schemes().map(|(scheme, planned)| {
        let (name, setter, kind) = (&scheme.name, &planned.named, kind(scheme, planned));
        let kind = quote!(runtime::SchemeKind::#kind);
        quote!(runtime::SchemeSpec { name: #name, setter: #setter, kind: #kind })
    });
    ClientView {
        header: rust::comment(&header(plan)),
        runtime: runtime::lib(plan).map(|lib| rust::tokens(&quote!(#lib))),
        calls: !plan.sdk.types_only,
        is_module: plan.sdk.module.is_some(),
        docs: front::docs(plan),
        client_docs: rust::docs([format!("A client of {}.", docs::code(&info.title)).as_str()]),
        groups: plan
            .groups
            .iter()
            .enumerate()
            .map(|(index, group)| group_view(plan, index, group))
            .collect(),
        has_other_scripts: scripts::has_others(plan),
        has_features: !plan.features.names().is_empty(),
        webhooks_when: condition(plan.features.of_webhooks()),
        has_formats: !formats::libraries(plan).is_empty(),
        has_types: !plan.items.is_empty(),
        has_webhooks: !plan.webhooks.is_empty(),
        has_headers: !plan.headers.is_empty(),
        user_agent: rust::tokens(&user_agent(plan)),
        servers: rust::tokens(&quote!(&[#(#servers),*])),
        schemes: rust::tokens(&quote!(&[#(#schemes),*])),
        constants: constants(plan),
        setters: builder::setters(plan),
    }
}

/// What requests say they come from: a module does not know the version of its crate.
fn user_agent(plan: &Plan<'_>) -> TokenStream {
    match plan.sdk.module {
        Some(_) => quote!(concat!(
            env!("CARGO_PKG_NAME"),
            "/",
            env!("CARGO_PKG_VERSION")
        )),
        None => {
            let agent = format!("{}/{}", plan.sdk.krate.name, plan.sdk.krate.version);
            quote!(#agent)
        }
    }
}

/// Servers by which calls are sent elsewhere than by default.
fn constants(plan: &Plan<'_>) -> Vec<ConstantView> {
    let servers = plan
        .servers
        .constants
        .iter()
        .zip(&plan.api.servers)
        .enumerate();
    let constant = |(index, (ident, server)): (usize, (&Ident, &Server))| {
        let index = Literal::usize_unsuffixed(index);
        let mut text: Vec<String> = server.description.iter().cloned().collect();
        text.push(docs::code(&server.url));
        ConstantView {
            docs: docs::paragraphs(&text),
            name: rust::name(ident),
            index: rust::tokens(&quote!(#index)),
        }
    };
    servers.map(constant).collect()
}

/// A server as data for the runtime.
pub(super) fn server(server: &Server) -> TokenStream {
    let url = &server.url;
    let variables = server.variables.iter().map(|(name, variable)| {
        let (default, values) = (&variable.default, &variable.values);
        quote!(runtime::VariableSpec { name: #name, default: #default, values: &[#(#values),*] })
    });
    quote!(runtime::ServerSpec { url: #url, variables: &[#(#variables),*] })
}

fn kind(scheme: &SecurityScheme, planned: &SchemePlan) -> TokenStream {
    match &scheme.kind {
        SecurityKind::Bearer | SecurityKind::OpenIdConnect { .. } => quote!(Bearer),
        SecurityKind::Basic => quote!(Basic),
        SecurityKind::Http { .. } => quote!(Authorization),
        SecurityKind::ApiKey { location, name } => match location {
            ApiKeyLocation::Header => quote!(HeaderKey(#name)),
            ApiKeyLocation::Query => quote!(QueryKey(#name)),
            ApiKeyLocation::Cookie => quote!(CookieKey(#name)),
        },
        SecurityKind::OAuth2 { .. } => {
            let url = match &planned.token_url {
                Some(url) => quote!(Some(#url)),
                None => quote!(None),
            };
            quote!(OAuth2 { token_url: #url })
        }
        SecurityKind::MutualTls => quote!(Certificate),
    }
}

fn condition(feature: Option<&str>) -> Fragment {
    let features = feature.map(|feature| [feature]);
    rust::tokens(&when(features.as_ref().map(<[_; 1]>::as_slice)))
}

fn group_view(plan: &Plan<'_>, index: usize, group: &Group) -> GroupView {
    let (ident, handle) = (&group.ident, &group.handle);
    let said = group.tag(plan).and_then(|tag| tag.description.clone());
    let text = said.unwrap_or_else(|| format!("Operations of {}.", docs::code(&group.title)));
    GroupView {
        ident: rust::name(ident),
        handle: rust::name(handle),
        docs: rust::docs([text.as_str()]),
        when: condition(plan.features.of_group(index)),
        path: rust::tokens(&path_of(group)),
    }
}

fn path_of(group: &Group) -> TokenStream {
    let file = group.ident.file_stem();
    if file == group.ident.plain() {
        return TokenStream::new();
    }
    let file = format!("{file}.rs");
    quote!(#[path = #file])
}
