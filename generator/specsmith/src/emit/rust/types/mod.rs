//! The module `types`: structs and enums.
//!
//! It must not decide anything: names, kinds and types come from the plan.

mod enumeration;
mod field;
mod record;
mod rules;
mod union;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde::Serialize;
use specsmith_openapi::api::Type;

use super::{docs, later, page, runtime, when};
use crate::emit::{extensions, header};
use crate::plan::{ConstantKind, Item, ItemKind, Plan, Ty};
use crate::print::{Fragment, rust};
use crate::render::Page;

pub(super) use rules::rules;

/// A file for each named component, and one that lists them.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let mut files: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in &plan.items {
        files.entry(item.module.plain()).or_default().push(item);
    }
    let modules: Vec<Vec<&Item>> = files.values().cloned().collect();
    let list = move || modules_view(plan, &modules);
    let mut pages = vec![page(
        plan,
        "src/types/mod.rs",
        "rust/types/mod.rs.tera",
        list,
    )];
    pages.extend(runtime::of_types(plan));
    pages.extend(later::of_types(plan));
    pages.extend(files.into_iter().map(|(module, items)| {
        let file = format!("src/types/{module}.rs");
        let view = move || file_view(plan, &items);
        page(plan, &file, "rust/types/file.rs.tera", view)
    }));
    pages
}

fn modules_view(plan: &Plan<'_>, modules: &[Vec<&Item>]) -> ModulesView {
    ModulesView {
        header: rust::comment(&header(plan)),
        modules: modules
            .iter()
            .map(|items| module_view(plan, items))
            .collect(),
        serde_is_feature: plan.features.of_serde().is_some(),
        tests: later::tests_types(plan).then(|| {
            // They read all types, by serde's traits.
            let features = [plan.features.of_all(), plan.features.of_serde()];
            let features = features.into_iter().flatten();
            rust::tokens(&match plan.features.of_all() {
                Some(_) => quote!(#[cfg(all(test, #(feature = #features),*))]),
                None => quote!(#[cfg(test)]),
            })
        }),
    }
}

#[derive(Serialize)]
struct ModulesView {
    header: Fragment,
    modules: Vec<ModuleView>,
    /// An application asks for serde's traits.
    serde_is_feature: bool,
    /// When there are tests of types.
    tests: Option<Fragment>,
}

#[derive(Serialize)]
struct ModuleView {
    when: Fragment,
    name: Fragment,
    items: Fragment,
}

fn module_view(plan: &Plan<'_>, items: &[&Item]) -> ModuleView {
    let names = items.iter().map(|item| &item.ident);
    let module = items.first().map(|item| &item.module);
    let features = module.and_then(|module| plan.features.of_module(module));
    ModuleView {
        when: rust::tokens(&when(features.as_deref())),
        name: rust::tokens(&quote!(#module)),
        items: rust::tokens(&quote!({#(#names),*})),
    }
}

#[derive(Serialize)]
struct FileView {
    header: Fragment,
    imports: Fragment,
    items: Vec<ItemView>,
}

#[derive(Serialize)]
struct ItemView {
    record: Option<record::RecordView>,
    /// An enum of strings.
    text: Option<enumeration::EnumerationView>,
    /// An enum of whole numbers.
    integer: Option<enumeration::EnumerationView>,
    /// An enum of any other constants.
    mixed: Option<enumeration::EnumerationView>,
    union: Option<union::UnionView>,
}

fn file_view(plan: &Plan<'_>, items: &[&Item]) -> FileView {
    FileView {
        header: rust::comment(&header(plan)),
        imports: rust::tokens(&imports(plan, items)),
        items: items.iter().map(|item| item_view(plan, item)).collect(),
    }
}

/// Just what the file names: an unused import would be a warning.
fn imports(plan: &Plan<'_>, items: &[&Item]) -> TokenStream {
    let mut named = Vec::new();
    let mut names = BTreeSet::new();
    for item in items {
        match &item.kind {
            ItemKind::Record(it) => record::names(plan, item, it, &mut named, &mut names),
            ItemKind::Enumeration(_) => {}
            ItemKind::Union(it) => union::names(plan, it, &mut named, &mut names),
        }
    }
    let here: BTreeSet<_> = items.iter().map(|item| &item.ident).collect();
    let siblings: BTreeSet<_> = named
        .iter()
        .map(|item| &item.ident)
        .filter(|ident| !here.contains(ident))
        .collect();
    // Cannot panic: `runtime_names` and its callers give words of ours, whatever the description.
    let names = names.into_iter().map(|name| format_ident!("{name}"));
    let siblings = (!siblings.is_empty()).then(|| quote!(use super::{#(#siblings),*};));
    quote!(#siblings use crate::runtime::{self, #(#names),*};)
}

/// Names of the runtime that a type is written with.
fn runtime_names(ty: &Ty, names: &mut BTreeSet<&'static str>) {
    match ty {
        Ty::Value => drop(names.insert("Value")),
        Ty::Map(_) => drop(names.insert("Map")),
        Ty::Patch(_) => drop(names.insert("Patch")),
        Ty::List(_)
        | Ty::Tuple(_)
        | Ty::Option(_)
        | Ty::Box(_)
        | Ty::Bool
        | Ty::Int(_)
        | Ty::F32
        | Ty::F64
        | Ty::String
        | Ty::Text(_)
        | Ty::Upload
        | Ty::Item(_) => {}
    }
    for part in ty.parts() {
        runtime_names(part, names);
    }
}

fn item_view(plan: &Plan<'_>, item: &Item) -> ItemView {
    let mut view = ItemView {
        record: None,
        text: None,
        integer: None,
        mixed: None,
        union: None,
    };
    match &item.kind {
        ItemKind::Record(it) => view.record = Some(record::view(plan, item, it)),
        ItemKind::Enumeration(it) => {
            let constants = Some(enumeration::view(plan, item, it));
            match it.kind {
                ConstantKind::Text => view.text = constants,
                ConstantKind::Integer => view.integer = constants,
                ConstantKind::Mixed => view.mixed = constants,
            }
        }
        ItemKind::Union(it) => view.union = Some(union::view(plan, item, it)),
    }
    view
}

/// Title, description, what extensions say, where it is used.
fn item_docs(plan: &Plan<'_>, item: &Item) -> Fragment {
    let ty = &plan.api[item.id];
    let mut text = docs::of(&ty.docs, &item_name(ty));
    text.extend(extensions::sentences(plan.sdk, &ty.extensions));
    let deprecated = ty.docs.deprecated.then(|| quote!(#[deprecated]));
    rust::joined([docs::paragraphs(&text), rust::tokens(&quote!(#deprecated))])
}

fn item_name(ty: &Type) -> String {
    match &ty.name {
        Some(name) => format!("`{name}` of the description."),
        None => format!("`{}` of the description.", ty.path.join(".")),
    }
}
