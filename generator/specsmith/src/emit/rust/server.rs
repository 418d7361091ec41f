//! The test that calls each operation of a running server with its sample.
//!
//! Must not know which server that is, nor how the outcome is told: the template does.

use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;

use super::{fixed, page, path, sample, scripts, tests, ty};
use crate::emit::header;
use crate::plan::{Group, OperationPlan, Plan, Success};
use crate::print::{Fragment, rust};
use crate::render::{BUILT_IN, Page};

/// The folder of what is hand-written, among the templates.
const FOLDER: &str = "rust/tests/server/";

/// The test, with a file for each group; nothing when it is not asked for or nothing can be called.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    if !plan.sdk.tests.server || plan.operations().next().is_none() {
        return Vec::new();
    }
    let groups = plan.groups.iter().map(|group| {
        let file = format!("tests/server/{}.rs", tests::module(group));
        let view = move || group_view(plan, group);
        page(plan, &file, "rust/tests/service_group.rs.tera", view)
    });
    let mut pages: Vec<Page<'_>> = groups.collect();
    let (main, view) = ("tests/server/main.rs", move || main_view(plan));
    pages.push(page(plan, main, "rust/tests/service.rs.tera", view));
    pages.extend(written(plan));
    pages
}

fn main_view(plan: &Plan<'_>) -> MainView {
    let lib = ty::lib(plan);
    let modules = plan.groups.iter().map(tests::module);
    MainView {
        header: rust::comment(&header(plan)),
        has_other_scripts: scripts::has_others(plan),
        lib: rust::tokens(&quote!(#lib)),
        groups: modules
            .map(|module| rust::tokens(&quote!(#module)))
            .collect(),
    }
}

fn written<'a>(plan: &'a Plan<'_>) -> impl Iterator<Item = Page<'a>> + 'a {
    BUILT_IN.iter().filter_map(|(name, text)| {
        let file = name.strip_prefix(FOLDER)?;
        let path = path(plan, &format!("tests/server/{file}"));
        Some(fixed(path, header(plan), text))
    })
}

#[derive(Serialize)]
struct MainView {
    header: Fragment,
    has_other_scripts: bool,
    lib: Fragment,
    /// Modules of the groups.
    groups: Vec<Fragment>,
}

#[derive(Serialize)]
struct GroupView {
    header: Fragment,
    calls: Vec<CallView>,
}

#[derive(Serialize)]
struct CallView {
    /// The function.
    name: Fragment,
    /// `operationId`, or method and path without one.
    operation: Fragment,
    imports: Fragment,
    client: Fragment,
    /// Sends the call and gives out what came back.
    body: Fragment,
}

fn group_view(plan: &Plan<'_>, group: &Group) -> GroupView {
    let operations = group.operations.iter();
    GroupView {
        header: rust::comment(&header(plan)),
        calls: operations.map(|op| call_view(plan, group, op)).collect(),
    }
}

fn call_view(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> CallView {
    let code = sample::code(plan, group, op, sample::Secrets::Server);
    let name = &op.method;
    let operation = &plan.api[op.id];
    let unnamed = || format!("{} {}", operation.method.as_str(), operation.path);
    let operation = operation.id.clone().unwrap_or_else(unnamed);
    let tokens = |tokens: TokenStream| rust::tokens(&tokens);
    CallView {
        name: tokens(quote!(#name)),
        operation: tokens(quote!(#operation)),
        body: tokens(body(plan, op, &code)),
        imports: tokens(code.imports),
        client: tokens(code.client),
    }
}

/// The last statements of a function that calls an operation.
fn body(plan: &Plan<'_>, op: &OperationPlan, code: &sample::Code) -> TokenStream {
    let lib = ty::lib(plan);
    let (call, prepared) = (&code.call, &code.prepared);
    let series = |values: &TokenStream, json: TokenStream| {
        quote! {
            let mut values = #values;
            let mut series = crate::report::Series::default();
            while let Some(value) = values.next().await {
                let value = value?;
                series.add(#lib::runtime::encode(&#json)?)?;
            }
            Ok(series.into())
        }
    };
    match &op.success {
        Success::Value(_) if op.paging.is_some() => {
            series(&quote!(#prepared.pages()), quote!(value))
        }
        Success::Value(_) => quote! {
            let answer = #call;
            Ok(crate::report::Answer::Json(#lib::runtime::encode(&answer)?))
        },
        Success::Items(_) => series(call, quote!(value)),
        Success::Events(_) => series(call, quote!(value.data)),
        Success::Empty => quote! {
            #call;
            Ok(crate::report::Answer::Nothing)
        },
        Success::Raw => quote! {
            let answer = #call;
            Ok(crate::report::Answer::Bytes(answer.into_body()))
        },
        Success::Choice(_) => quote! {
            let answer = #call;
            Ok(crate::report::Answer::Shown(format!("{answer:?}")))
        },
    }
}
