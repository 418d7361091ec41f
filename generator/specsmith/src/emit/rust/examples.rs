//! The test that reads each example of the description and writes it again.
//!
//! Must not know which examples there are, nor how they are compared: the plan and the template do.

use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use specsmith_openapi::Origin;
use specsmith_openapi::api::Value;

use super::{fixed, page, path, ty};
use crate::emit::header;
use crate::plan::{ExamplePlan, ItemKind, Plan};
use crate::print::{Fragment, rust};
use crate::render::{BUILT_IN, Page};

/// The folder of what is hand-written, among the templates.
const FOLDER: &str = "rust/tests/examples/";

/// The test and its data; nothing when it is not asked for.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let Some(examples) = &plan.examples else {
        return Vec::new();
    };
    let mut types = IndexMap::new();
    let mut lines = Vec::new();
    for example in examples {
        let tokens = ty::outside(plan, &example.ty);
        let next = types.len();
        let name = ty::name_of(plan, &example.ty);
        let (index, _) = types.entry(name).or_insert((next, tokens));
        lines.push(line(example, *index));
    }
    let values = format!("[\n{}\n]\n", lines.join(",\n"));
    let view = ExamplesView::of(plan, &types);
    let view = move || view;
    let mut pages = vec![
        page(
            plan,
            "tests/examples/main.rs",
            "rust/tests/examples.rs.tera",
            view,
        ),
        Page::verbatim(path(plan, "tests/examples/values.json"), || values),
    ];
    pages.extend(written(plan));
    pages
}

fn written<'a>(plan: &'a Plan<'_>) -> impl Iterator<Item = Page<'a>> + 'a {
    BUILT_IN.iter().filter_map(|(name, text)| {
        let file = name.strip_prefix(FOLDER)?;
        let path = path(plan, &format!("tests/examples/{file}"));
        Some(fixed(path, header(plan), text))
    })
}

/// An example as the test reads it.
#[derive(Serialize)]
struct Line<'a> {
    place: &'a str,
    origin: Origin,
    owner: Origin,
    /// Position of its type.
    r#type: usize,
    value: &'a Value,
}

fn line(example: &ExamplePlan<'_>, ty: usize) -> String {
    let line = Line {
        place: &example.place,
        origin: example.origin,
        owner: example.owner,
        r#type: ty,
        value: example.value,
    };
    serde_json::to_string(&line).unwrap_or_default()
}

#[derive(Serialize)]
struct ExamplesView {
    header: Fragment,
    lib: Fragment,
    types: Vec<TypeView>,
    /// Names of records that no request holds, sorted.
    only_received: Vec<Fragment>,
}

#[derive(Serialize)]
struct TypeView {
    name: Fragment,
    ty: Fragment,
}

impl ExamplesView {
    fn of(plan: &Plan<'_>, types: &IndexMap<String, (usize, TokenStream)>) -> Self {
        let lib = ty::lib(plan);
        let tokens = |tokens: TokenStream| rust::tokens(&tokens);
        let received = plan.items.iter().filter(|item| !item.in_requests);
        let mut names: Vec<String> = received
            .filter(|item| matches!(item.kind, ItemKind::Record(_)))
            .map(|item| item.ident.plain().to_owned())
            .collect();
        names.sort();
        Self {
            header: rust::comment(&header(plan)),
            lib: tokens(quote!(#lib)),
            types: types
                .iter()
                .map(|(name, (_, ty))| TypeView {
                    name: tokens(quote!(#name)),
                    ty: tokens(ty.clone()),
                })
                .collect(),
            only_received: names.iter().map(|name| tokens(quote!(#name))).collect(),
        }
    }
}
