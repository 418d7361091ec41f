//! Tests of the generated code: what the description does not know is kept.
//!
//! It must not decide which values those are.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{OperationId, Value};

use super::{page, sample, ty};
use crate::emit::header;
use crate::plan::{LaterEvent, LaterPlan, LaterValue, Plan, UNHEARD};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// `tests/calls/later.rs`, where the crate has tests of calls.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let view = move || calls_view(plan);
    let file = "tests/calls/later.rs";
    vec![page(plan, file, "rust/tests/later.rs.tera", view)]
}

fn calls_view(plan: &Plan<'_>) -> LaterView {
    let LaterPlan {
        field,
        error,
        event,
        ..
    } = &plan.later;
    let lib = ty::lib(plan);
    LaterView {
        header: rust::comment(&header(plan)),
        lib: tokens(quote!(#lib)),
        field: field.and_then(|id| field_view(plan, id)),
        error: error.and_then(|(id, status)| {
            let status = Literal::u16_unsuffixed(status);
            call_view(plan, id, quote!(#status), &refusal())
        }),
        event: event.as_ref().and_then(|event| event_view(plan, event)),
        key: tokens(quote!(#UNHEARD)),
    }
}

/// `types/later.rs`: the tests of types alone, for which no client is needed.
pub(super) fn of_types<'p>(plan: &'p Plan<'_>) -> Option<Page<'p>> {
    if !tests_types(plan) {
        return None;
    }
    let view = move || types_view(plan);
    let template = "rust/types/later.rs.tera";
    Some(page(plan, "src/types/later.rs", template, view))
}

fn types_view(plan: &Plan<'_>) -> TypesView {
    let LaterPlan {
        constants,
        variant,
        record,
        ..
    } = &plan.later;
    let values = constants.iter().chain(variant).chain(record);
    let mut idents: Vec<_> = values
        .filter_map(|it| plan.items.get(it.item))
        .map(|item| &item.ident)
        .collect();
    idents.sort();
    idents.dedup();
    TypesView {
        header: rust::comment(&header(plan)),
        imports: tokens(quote!(use super::{#(#idents),*};)),
        has_values: variant.is_some() || !constants.is_empty(),
        constants: constants.iter().map(|it| value_view(plan, it)).collect(),
        variant: variant.as_ref().map(|it| value_view(plan, it)),
        record: record.as_ref().map(|it| value_view(plan, it)),
        key: tokens(quote!(#UNHEARD)),
    }
}

/// There are such tests.
pub(super) fn tests_types(plan: &Plan<'_>) -> bool {
    let later = &plan.later;
    !later.constants.is_empty() || later.variant.is_some() || later.record.is_some()
}

#[derive(Serialize)]
struct TypesView {
    header: Fragment,
    imports: Fragment,
    /// Some value is read and written whole.
    has_values: bool,
    constants: Vec<ValueView>,
    variant: Option<ValueView>,
    record: Option<ValueView>,
    /// The word that nothing else is called.
    key: Fragment,
}

#[derive(Serialize)]
struct LaterView {
    header: Fragment,
    lib: Fragment,
    field: Option<CallView>,
    error: Option<CallView>,
    event: Option<EventView>,
    /// The word that nothing else is called.
    key: Fragment,
}

#[derive(Serialize)]
struct ValueView {
    ty: Fragment,
    json: Fragment,
}

#[derive(Serialize)]
struct CallView {
    imports: Fragment,
    client: Fragment,
    /// The call, not yet sent.
    prepared: Fragment,
    status: Fragment,
    /// What it is answered with.
    answer: Fragment,
}

#[derive(Serialize)]
struct EventView {
    ty: Fragment,
    /// The type is that of the data.
    is_data: bool,
    call: CallView,
}

fn value_view(plan: &Plan<'_>, it: &LaterValue) -> ValueView {
    let json = rust::raw_string(&it.value.to_string());
    let ident = plan.items.get(it.item).map(|item| &item.ident);
    ValueView {
        ty: tokens(quote!(#ident)),
        json: tokens(quote!(#json)),
    }
}

fn type_of(plan: &Plan<'_>, item: usize) -> TokenStream {
    let lib = ty::lib(plan);
    let ident = plan.items.get(item).map(|item| &item.ident);
    quote!(#lib::types::#ident)
}

/// An answer with a property more than it is described with.
fn field_view(plan: &Plan<'_>, id: OperationId) -> Option<CallView> {
    let (_, op) = plan.operations().find(|(_, op)| op.id == id)?;
    let answer = op.sample.answer.as_ref()?;
    let mut value = answer.value.clone();
    if let Value::Object(entries) = &mut value {
        entries.insert(UNHEARD.to_owned(), vec![Value::from(true)].into());
    }
    let status = Literal::u16_unsuffixed(answer.status);
    let text = serde_json::to_string_pretty(&value).unwrap_or_default();
    call_view(plan, id, quote!(#status), &text)
}

/// What no refusal is described as.
fn refusal() -> String {
    Value::from(vec![Value::from(UNHEARD)]).to_string()
}

fn event_view(plan: &Plan<'_>, event: &LaterEvent) -> Option<EventView> {
    let status = Literal::u16_unsuffixed(event.status);
    let text = format!("event: {UNHEARD}\ndata: {}\n\n", event.of.value);
    Some(EventView {
        ty: tokens(type_of(plan, event.of.item)),
        is_data: event.is_data,
        call: call_view(plan, event.operation, quote!(#status), &text)?,
    })
}

fn call_view(
    plan: &Plan<'_>,
    id: OperationId,
    status: TokenStream,
    answer: &str,
) -> Option<CallView> {
    let (group, op) = plan.operations().find(|(_, op)| op.id == id)?;
    let code = sample::code(plan, group, op, sample::Secrets::Names);
    let answer = rust::raw_string(answer);
    Some(CallView {
        imports: tokens(code.imports),
        client: tokens(code.client),
        prepared: tokens(code.prepared),
        status: tokens(status),
        answer: tokens(quote!(#answer)),
    })
}

fn tokens(tokens: TokenStream) -> Fragment {
    rust::tokens(&tokens)
}
