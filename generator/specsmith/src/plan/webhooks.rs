//! Requests that the service makes: their names, and what their bodies are read into.
//!
//! It must not know how types are written.

use specsmith_openapi::api::{Trigger, Webhook};
use specsmith_openapi::report::{Diagnostic, Report};

use super::Plan;
use super::names::{Case, Ident, Scope};
use super::operations::Family;
use super::types::Ty;

/// How one request of the service is read.
#[derive(Debug)]
pub struct WebhookPlan {
    /// Position in [`Api::webhooks`](specsmith_openapi::Api::webhooks).
    pub index: usize,
    /// Name of its type, e.g. `NewPet`.
    pub ident: Ident,
    /// Type of the body; `None` where it has none or is not JSON.
    pub body: Option<Ty>,
}

/// Names that the module imports.
const RESERVED: [&str; 9] = [
    "DecodeError",
    "DecodeLimits",
    "Map",
    "Option",
    "Patch",
    "Result",
    "String",
    "Value",
    "Vec",
];

/// Decides how each is read.
pub(super) fn plan(plan: &Plan<'_>, report: &mut Report) -> Vec<WebhookPlan> {
    let mut scope = Scope::with_reserved(RESERVED);
    let webhooks = plan.api.webhooks.iter().enumerate();
    webhooks
        .map(|(index, webhook)| WebhookPlan {
            index,
            ident: scope.name_or(spoken(webhook), &suffix(plan, webhook), Case::Camel),
            body: body(plan, webhook, report),
        })
        .collect()
}

fn spoken(webhook: &Webhook) -> &str {
    let given = webhook.request.extensions.get("x-specsmith-name");
    given
        .and_then(|name| name.as_str())
        .unwrap_or(&webhook.name)
}

/// What tells it from another of its name.
fn suffix(plan: &Plan<'_>, webhook: &Webhook) -> String {
    match &webhook.trigger {
        Trigger::Event => webhook.request.method.as_str().to_lowercase(),
        Trigger::Callback { operations, .. } => {
            let operation = operations.first().map(|id| &plan.api[*id]);
            let id = operation.and_then(|op| op.id.clone().or_else(|| Some(op.path.clone())));
            format!("of {}", id.unwrap_or_default())
        }
    }
}

fn body(plan: &Plan<'_>, webhook: &Webhook, report: &mut Report) -> Option<Ty> {
    let body = webhook.request.body.as_ref()?;
    let Some(media) = body
        .media
        .iter()
        .find(|media| Family::is_json(&media.content_type))
    else {
        if let Some(media) = body.media.first() {
            report.push(Diagnostic::warning(
                "webhook-untyped",
                media.origin,
                format!("a body of type `{}` is not read", media.content_type),
                "read the bytes yourself",
            ));
        }
        return None;
    };
    Some(media.ty.map_or(Ty::Value, |place| plan.ty_of(place)))
}
