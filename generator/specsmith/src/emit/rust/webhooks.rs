//! The module of what the service sends by itself: a type for each request, with its reader.

use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Location, Operation, Trigger, Webhook};

use super::{docs, page, ty};
use crate::emit::{extensions, header};
use crate::plan::{Plan, WebhookPlan};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// `webhooks.rs`, when there are any.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    if plan.webhooks.is_empty() {
        return Vec::new();
    }
    let view = move || view(plan);
    vec![page(plan, "src/webhooks.rs", "rust/webhooks.rs.tera", view)]
}

fn view(plan: &Plan<'_>) -> View {
    let hooks = plan.webhooks.iter().filter_map(|planned| {
        let described = plan.api.webhooks.get(planned.index)?;
        Some(hook_view(plan, planned, described))
    });
    let reads = plan.webhooks.iter().any(|hook| hook.body.is_some());
    View {
        header: rust::comment(&header(plan)),
        imports: reads.then(|| rust::tokens(&imports(plan))),
        hooks: hooks.collect(),
    }
}

#[derive(Serialize)]
struct View {
    header: Fragment,
    imports: Option<Fragment>,
    hooks: Vec<HookView>,
}

#[derive(Serialize)]
struct HookView {
    docs: Fragment,
    deprecated: Fragment,
    name: Fragment,
    method: Fragment,
    body: Option<Fragment>,
}

fn imports(plan: &Plan<'_>) -> proc_macro2::TokenStream {
    let bodies = || plan.webhooks.iter().filter_map(|hook| hook.body.as_ref());
    let holds = |test: fn(&crate::plan::Ty) -> bool| bodies().any(|ty| ty.any(test));
    let map = holds(|ty| matches!(ty, crate::plan::Ty::Map(_))).then(|| quote!(Map,));
    let value = holds(|ty| matches!(ty, crate::plan::Ty::Value)).then(|| quote!(Value,));
    quote!(use crate::runtime::{self, DecodeError, DecodeLimits, #map #value};)
}

fn hook_view(plan: &Plan<'_>, planned: &WebhookPlan, described: &Webhook) -> HookView {
    let request = &described.request;
    let (ident, method) = (&planned.ident, request.method.as_str());
    let deprecated = request.docs.deprecated.then(|| quote!(#[deprecated]));
    HookView {
        docs: docs::paragraphs(&text(plan, described)),
        deprecated: rust::tokens(&quote!(#deprecated)),
        name: rust::name(ident),
        method: rust::tokens(&quote!(#method)),
        body: planned
            .body
            .as_ref()
            .map(|body| rust::tokens(&ty::qualified(plan, body))),
    }
}

fn text(plan: &Plan<'_>, webhook: &Webhook) -> Vec<String> {
    let request = &webhook.request;
    let mut text = docs::of(&request.docs, &format!("{}.", docs::code(&webhook.name)));
    text.extend(extensions::sentences(plan.sdk, &request.extensions));
    text.push(trigger(plan, webhook));
    text.extend(headers(request));
    text
}

fn trigger(plan: &Plan<'_>, webhook: &Webhook) -> String {
    let method = webhook.request.method.as_str();
    match &webhook.trigger {
        Trigger::Event => format!(
            "The webhook {}, sent by {method}.",
            docs::code(&webhook.name)
        ),
        Trigger::Callback {
            operations,
            expression,
        } => {
            let asking: Vec<String> = operations
                .iter()
                .map(|id| &plan.api[*id])
                .map(|op| docs::code(&format!("{} {}", op.method.as_str(), op.path)))
                .collect();
            format!(
                "The callback {} of {}, sent by {method} to {}.",
                docs::code(&webhook.name),
                asking.join(", "),
                docs::code(expression)
            )
        }
    }
}

/// The headers that come along.
fn headers(request: &Operation) -> Option<String> {
    let lines: Vec<String> = request
        .parameters
        .iter()
        .filter(|parameter| parameter.location == Location::Header)
        .map(|parameter| {
            let said = parameter.docs.description.as_deref().unwrap_or_default();
            let said = said.trim().replace('\n', "\n  ");
            let separator = if said.is_empty() { "" } else { ": " };
            format!("- {}{separator}{said}", docs::code(&parameter.name))
        })
        .collect();
    (!lines.is_empty()).then(|| format!("Headers:\n\n{}", lines.join("\n")))
}
