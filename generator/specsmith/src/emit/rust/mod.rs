//! The client, as a crate or a module.
//!
//! One module an output file or kind of item. Must not decide: names, types and signatures come
//! from the plan.

mod answers;
mod bodies;
mod builder;
mod client;
mod constant;
mod docs;
mod examples;
mod formats;
mod front;
mod headers;
mod later;
mod manifest;
mod operations;
mod runtime;
pub mod sample;
mod scripts;
mod server;
mod tests;
mod ty;
mod types;
mod webhooks;
mod workspace;

use crate::config::{Config, Krate, Runtime, Sdk};
use crate::plan::Plan;
use crate::print::Language;
use crate::render::Page;
use proc_macro2::TokenStream;
use quote::quote;

/// Every file of the crate or module.
pub(super) fn emit<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let calls = !plan.sdk.types_only;
    let mut pages = client::root(plan);
    if calls {
        pages.extend(client::pages(plan));
        pages.extend(operations::pages(plan));
        pages.extend(headers::pages(plan));
    }
    pages.extend(webhooks::pages(plan));
    pages.extend(types::pages(plan));
    pages.extend(formats::pages(plan));
    pages.extend(runtime::pages(plan));
    if let Some(module) = &plan.sdk.module {
        pages.push(manifest::readme(plan));
        return pages.into_iter().map(|page| page.below(module)).collect();
    }
    // What only a package has.
    pages.extend(runtime::own(plan));
    pages.extend(manifest::pages(plan));
    pages.extend(examples::pages(plan));
    if calls {
        pages.extend(client::programs(plan));
        pages.extend(tests::pages(plan));
        pages.extend(server::pages(plan));
    }
    pages
}

/// What stands beside the crates: the workspaces around them, and the runtime that they share.
pub(super) fn beside(config: &Config) -> Vec<Page<'_>> {
    let mut pages = workspace::pages(config);
    let mut sharing = config
        .sdks
        .iter()
        .filter(|sdk| matches!(sdk.runtime, Runtime::Shared));
    let calls = sharing.any(|sdk| !sdk.types_only);
    let runtime = config.runtime.iter();
    pages.extend(runtime.flat_map(|krate| runtime::shared(krate, calls)));
    pages
}

/// What paths of files begin with that are there only for what can be called. A module has the files
/// of its groups, which lie beside those of the client.
pub(crate) fn places_of_calls(sdk: &Sdk) -> Vec<String> {
    match sdk.module {
        Some(_) => vec![path_in(&sdk.krate, "")],
        None => ["examples/", "tests/calls/", "tests/server/"]
            .map(|folder| path_in(&sdk.krate, folder))
            .into(),
    }
}

/// A path inside the crate, given as it is there; in a module that of the same file.
fn path(plan: &Plan<'_>, file: &str) -> String {
    let file = match (&plan.sdk.module, file.strip_prefix("src/")) {
        (Some(_), Some("lib.rs")) => "mod.rs",
        (Some(_), Some(file)) => file,
        _ => file,
    };
    path_in(&plan.sdk.krate, file)
}

fn path_in(krate: &Krate, file: &str) -> String {
    let folder = &krate.path;
    if folder.is_empty() {
        file.to_owned()
    } else {
        format!("{folder}/{file}")
    }
}

/// The condition that one of some features is on; nothing where no feature is asked for.
fn when(features: Option<&[&str]>) -> TokenStream {
    match features {
        None => TokenStream::new(),
        Some([only]) => quote!(#[cfg(feature = #only)]),
        Some(several) => quote!(#[cfg(any(#(feature = #several),*))]),
    }
}

/// A file of Rust that is among the templates as it stands, behind a line that says whose it is.
fn fixed<'p>(path: String, header: String, text: &'static str) -> Page<'p> {
    Page::verbatim(path, move || format!("// {header}\n\n{text}"))
}

/// A page of Rust.
fn page<'p, V: serde::Serialize>(
    plan: &Plan<'_>,
    file: &str,
    template: &str,
    view: impl FnOnce() -> V + Send + 'p,
) -> Page<'p> {
    Page::new(path(plan, file), Language::Rust, template, view)
}
