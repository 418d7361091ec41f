//! How callers prove who they are, in words.
//!
//! Must not know which operation asks for it.

use serde::Serialize;
use specsmith_openapi::api::{
    ApiKeyLocation, Grant, OAuthFlow, Requirement, SchemeId, SecurityKind, SecurityScheme,
};

use super::block;
use crate::plan::{Plan, SchemePlan};
use crate::print::{Fragment, markdown};

/// A security scheme.
#[derive(Serialize)]
pub(super) struct SchemeView {
    name: Fragment,
    kind: Fragment,
    description: Option<Fragment>,
    /// How the builder of the client takes it.
    setter: Fragment,
    /// Scopes that a call needs; none where the whole API is spoken of.
    scopes: Option<Fragment>,
}

/// Every scheme of the API.
pub(super) fn all(plan: &Plan<'_>) -> Vec<SchemeView> {
    plan.schemes()
        .map(|(scheme, planned)| view(scheme, planned, &[]))
        .collect()
}

/// Alternatives, each the schemes that are needed together.
pub(super) fn alternatives(plan: &Plan<'_>, requirements: &[Requirement]) -> Vec<Vec<SchemeView>> {
    let scheme = |(id, scopes): &(SchemeId, Vec<String>)| {
        Some(view(&plan.api[*id], plan.schemes.get(id.index())?, scopes))
    };
    let one = |requirement: &Requirement| requirement.schemes.iter().filter_map(scheme).collect();
    requirements.iter().map(one).collect()
}

fn view(scheme: &SecurityScheme, planned: &SchemePlan, scopes: &[String]) -> SchemeView {
    let scopes: Vec<Fragment> = scopes.iter().map(|scope| markdown::code(scope)).collect();
    SchemeView {
        name: markdown::code(&scheme.name),
        kind: kind(&scheme.kind),
        description: block(scheme.description.as_deref()),
        setter: markdown::code(&planned.named),
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
        SecurityKind::Http { scheme } => {
            let begin =
                markdown::ours("HTTP authentication, sent as `Authorization` by the scheme ");
            markdown::concat([&begin, &markdown::code(scheme)])
        }
        SecurityKind::OAuth2 { flows } => oauth2(flows),
        SecurityKind::OpenIdConnect { url } => {
            let begin = markdown::ours(
                "a token of an OpenID provider, sent as `Authorization: Bearer TOKEN`",
            );
            match url {
                Some(url) => {
                    markdown::concat([&begin, &markdown::ours(", see "), &markdown::code(url)])
                }
                None => begin,
            }
        }
        SecurityKind::MutualTls => {
            markdown::ours("a certificate that the client shows (mutual TLS)")
        }
    }
}

fn oauth2(flows: &[OAuthFlow]) -> Fragment {
    let grants: Vec<Fragment> = flows.iter().map(flow).collect();
    let begin = markdown::ours("a token of OAuth 2.0, sent as `Authorization: Bearer TOKEN`");
    if grants.is_empty() {
        return begin;
    }
    let grants = markdown::join(&grants, "; ");
    markdown::concat([&begin, &markdown::ours(". Flows: "), &grants])
}

fn flow(flow: &OAuthFlow) -> Fragment {
    let grant = match flow.grant {
        Grant::AuthorizationCode => "authorization code",
        Grant::ClientCredentials => "client credentials",
        Grant::DeviceAuthorization => "device authorization",
        Grant::Implicit => "implicit",
        Grant::Password => "password",
    };
    let url = flow.token_url.as_ref().or(flow.authorization_url.as_ref());
    match url {
        Some(url) => markdown::concat([
            &markdown::ours(grant),
            &markdown::ours(" at "),
            &markdown::code(url),
        ]),
        None => markdown::ours(grant),
    }
}
