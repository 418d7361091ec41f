//! How callers prove who they are, in words.
//!
//! Must not know which operation asks for it.

use serde::Serialize;
use specsmith_openapi::api::{ApiKeyLocation, Requirement, SecurityKind, SecurityScheme};

use super::block;
use crate::plan::Plan;
use crate::print::{Fragment, markdown};

/// A security scheme.
#[derive(Serialize)]
pub(super) struct SchemeView {
    name: Fragment,
    kind: Fragment,
    description: Option<Fragment>,
    /// Scopes that a call needs; none where the whole API is spoken of.
    scopes: Option<Fragment>,
}

/// Every scheme of the API.
pub(super) fn all(plan: &Plan<'_>) -> Vec<SchemeView> {
    plan.api
        .security_schemes
        .iter()
        .map(|scheme| view(scheme, &[]))
        .collect()
}

/// Alternatives, each the schemes that are needed together.
pub(super) fn alternatives(plan: &Plan<'_>, requirements: &[Requirement]) -> Vec<Vec<SchemeView>> {
    let one = |requirement: &Requirement| {
        requirement
            .schemes
            .iter()
            .map(|(id, scopes)| view(&plan.api[*id], scopes))
            .collect()
    };
    requirements.iter().map(one).collect()
}

fn view(scheme: &SecurityScheme, scopes: &[String]) -> SchemeView {
    let scopes: Vec<Fragment> = scopes.iter().map(|scope| markdown::code(scope)).collect();
    SchemeView {
        name: markdown::code(&scheme.name),
        kind: kind(&scheme.kind),
        description: block(scheme.description.as_deref()),
        scopes: (!scopes.is_empty()).then(|| markdown::join(&scopes, ", ")),
    }
}

fn kind(kind: &SecurityKind) -> Fragment {
    match kind {
        SecurityKind::Bearer => {
            markdown::ours("a bearer token, sent as `Authorization: Bearer TOKEN`")
        }
        SecurityKind::Basic => {
            markdown::ours("user name and password, sent as `Authorization: Basic …`")
        }
        SecurityKind::ApiKey { location, name } => {
            let place = match location {
                ApiKeyLocation::Header => "an API key, sent in the header ",
                ApiKeyLocation::Query => "an API key, sent in the query parameter ",
                ApiKeyLocation::Cookie => "an API key, sent in the cookie ",
            };
            markdown::concat([&markdown::ours(place), &markdown::code(name)])
        }
        SecurityKind::Unsupported { written } => {
            let written = markdown::code(written);
            markdown::concat([&written, &markdown::ours(", sent in headers of your own")])
        }
    }
}
