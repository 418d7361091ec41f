//! A module for each group of operations: a handle, and a struct for each call.

mod docs;
mod paging;
mod parameter;
mod setters;
mod spec;

use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;

use self::paging::PagedView;
pub(super) use self::parameter::style;
use self::setters::{ArgumentView, SetterView};
use super::answers::{self, EnumView, OtherView};
use super::bodies::{self, ChoiceView};
use super::{page, ty};
use crate::emit::header;
use crate::plan::{Group, Ident, OperationPlan, Plan, Ty};
use crate::print::commonmark::{described, first_sentence};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// A file for each group.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let pages = plan.groups.iter().map(|group| {
        let file = format!("src/{}.rs", group.ident.file_stem());
        let view = move || group_view(plan, group);
        page(plan, &file, "rust/group.rs.tera", view)
    });
    pages.collect()
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
    paged: Option<PagedView>,
    body: Option<ChoiceView>,
    outcome: Option<EnumView>,
    refusal: Option<EnumView>,
    /// Type of the decoded body; `Raw` when there is none.
    answer: Fragment,
    spec: Fragment,
}

fn group_view(plan: &Plan<'_>, group: &Group) -> GroupView {
    let handle = &group.handle;
    let said = group.tag(plan).and_then(|tag| tag.description.clone());
    let title = super::docs::code(&group.title);
    let text = said.unwrap_or_else(|| format!("Operations of {title}."));
    let about = match group.tag(plan).and_then(|tag| tag.description.as_deref()) {
        Some(said) => format!(
            "Operations of {title}: {}",
            described(&first_sentence(said))
        ),
        None => text.clone(),
    };
    GroupView {
        header: rust::comment(&header(plan)),
        module_docs: rust::inner_docs([about.as_str()]),
        docs: rust::docs([text.as_str()]),
        imports: rust::tokens(&imports(plan, group)),
        handle: rust::name(handle),
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
    let constraint = rules
        .into_iter()
        .any(|parameter| parameter::rules(plan, parameter).is_some())
        .then(|| quote!(Constraint,));
    let types = (!types.is_empty()).then(|| quote!(use crate::types::{#(#types),*};));
    quote! {
        use crate::client::Call;
        use crate::runtime::{self, Async, #constraint Http, Mode, #map #raw #value};
        #types
    }
}

fn operation_view(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> OperationView {
    let described = &plan.api[op.id];
    let (method, builder, constant) = (&op.method, &op.builder, &op.constant);
    let deprecated = described.docs.deprecated.then(|| quote!(#[deprecated]));
    let answer = answers::ty(plan, &op.success);
    let setters = setters::of_call(plan, described, op);
    let others = answers::others(plan, op);
    OperationView {
        docs: docs::of_method(plan, described, op),
        deprecated: rust::tokens(&quote!(#deprecated)),
        method: rust::name(method),
        builder: rust::name(builder),
        builder_docs: docs::of_call(group, op),
        mark_docs: docs::of_mark(group, op),
        constant: rust::name(constant),
        arguments: op
            .arguments
            .iter()
            .filter_map(|a| setters::argument(plan, op, *a))
            .collect(),
        sets: rust::tokens(&setters::of_arguments(plan, op)),
        has_methods: !setters.is_empty() || !others.is_empty(),
        setters,
        others,
        paged: paging::view(plan, op),
        body: bodies::choice(plan, group, op),
        outcome: answers::outcome(plan, group, op),
        refusal: answers::refusal(plan, group, op),
        answer: rust::tokens(&answer),
        spec: rust::tokens(&spec::spec(plan, described, op)),
    }
}
