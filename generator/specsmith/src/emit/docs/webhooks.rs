//! The page of the requests that the service makes.
//!
//! Must not know how their parts are worded.

use serde::Serialize;
use specsmith_openapi::api::{Media, Trigger, TypeUse, Webhook};

use super::examples::{self, ExampleView};
use super::parameters::{self, Table};
use super::types::{TypeView, Types};
use super::{block, sentences};
use crate::plan::{Plan, WebhookPlan};
use crate::print::{Fragment, markdown};

/// What the template sees.
#[derive(Serialize)]
pub(super) struct View {
    header: Fragment,
    index: Fragment,
    hooks: Vec<HookView>,
}

#[derive(Serialize)]
struct HookView {
    title: Fragment,
    deprecated: bool,
    description: Option<Fragment>,
    notes: Vec<Fragment>,
    trigger: Fragment,
    /// Reads it in Rust; none where that is left to the caller.
    reader: Option<Fragment>,
    parameters: Vec<Table>,
    media: Vec<MediaView>,
    types: Vec<TypeView>,
    examples: Vec<ExampleView>,
}

#[derive(Serialize)]
struct MediaView {
    content_type: Fragment,
    ty: Option<Fragment>,
}

pub(super) fn view(plan: &Plan<'_>, header: Fragment) -> View {
    // A type is described where it is met first.
    let mut types = Types::new(plan);
    let hooks = plan.webhooks.iter().filter_map(|planned| {
        let webhook = plan.api.webhooks.get(planned.index)?;
        Some(hook(plan, &mut types, planned, webhook))
    });
    View {
        header,
        index: markdown::link_to(&markdown::text(&plan.api.info.title), "index.md"),
        hooks: hooks.collect(),
    }
}

fn hook(
    plan: &Plan<'_>,
    types: &mut Types<'_>,
    planned: &WebhookPlan,
    webhook: &Webhook,
) -> HookView {
    let request = &webhook.request;
    let media = request.body.as_ref().map_or(&[][..], |body| &body.media);
    let bodies = media.iter().filter_map(|media| media.ty);
    let sent = request.parameters.iter().map(|parameter| parameter.ty);
    let found = types.sections(sent.chain(bodies).collect::<Vec<TypeUse>>());
    let reader = format!("{}::webhooks::{}::parse", plan.lib, planned.ident.plain());
    let docs = &request.docs;
    HookView {
        title: markdown::text(docs.summary.as_deref().unwrap_or(&webhook.name)),
        deprecated: docs.deprecated,
        description: block(docs.description.as_deref()),
        notes: sentences(plan, &request.extensions),
        trigger: trigger(plan, webhook),
        reader: planned.body.as_ref().map(|_| markdown::code(&reader)),
        parameters: parameters::tables(types, &request.parameters),
        media: media.iter().map(|media| media_view(types, media)).collect(),
        types: found,
        examples: examples::of_bodies(media),
    }
}

fn media_view(types: &Types<'_>, media: &Media) -> MediaView {
    MediaView {
        content_type: markdown::code(&media.content_type),
        ty: media.ty.map(|place| types.phrase(place)),
    }
}

fn trigger(plan: &Plan<'_>, webhook: &Webhook) -> Fragment {
    let name = markdown::code(&webhook.name);
    let method = markdown::code(webhook.request.method.as_str());
    let sent = markdown::ours(", sent by ");
    match &webhook.trigger {
        Trigger::Event => markdown::concat([&markdown::ours("Webhook "), &name, &sent, &method]),
        Trigger::Callback {
            operations,
            expression,
        } => {
            let asking: Vec<Fragment> = operations
                .iter()
                .map(|id| &plan.api[*id])
                .map(|op| markdown::code(&format!("{} {}", op.method.as_str(), op.path)))
                .collect();
            markdown::concat([
                &markdown::ours("Callback "),
                &name,
                &markdown::ours(" of "),
                &markdown::join(&asking, ", "),
                &sent,
                &method,
                &markdown::ours(" to "),
                &markdown::code(expression),
            ])
        }
    }
}
