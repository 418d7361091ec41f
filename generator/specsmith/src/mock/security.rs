//! Whether a request brings the credentials that its operation asks for.
//!
//! Any credential of the right form is taken. This module must not look at what it grants.

use specsmith_openapi::Api;
use specsmith_openapi::api::{ApiKeyLocation, Operation, Requirement, SchemeId, SecurityKind};

use super::problem::{Fault, Kind, Problem};
use super::request::Request;

/// Refuses a request that meets none of the alternatives.
pub(super) fn check(api: &Api, operation: &Operation, request: &Request) -> Result<(), Problem> {
    let alternatives = &operation.security;
    let is_met = |requirement: &Requirement| missing(api, requirement, request).is_empty();
    if alternatives.is_empty() || alternatives.iter().any(is_met) {
        return Ok(());
    }
    // The alternative that lacks least is the one that was meant.
    let lacking = alternatives.iter().map(|it| missing(api, it, request));
    let lacking = lacking.min_by_key(Vec::len).unwrap_or_default();
    let faults = lacking
        .into_iter()
        .map(|id| fault(&api[id].kind, &api[id].name));
    let mut problem = Problem::new(
        401,
        Kind::Unauthorized,
        "send the credentials that the operation asks for",
    )
    .with_faults(faults.collect());
    for challenge in challenges(api, alternatives) {
        problem = problem.with_header("www-authenticate", challenge);
    }
    Err(problem)
}

fn missing(api: &Api, requirement: &Requirement, request: &Request) -> Vec<SchemeId> {
    let schemes = requirement.schemes.iter().map(|(id, _)| *id);
    schemes.filter(|id| !has(&api[*id].kind, request)).collect()
}

fn has(kind: &SecurityKind, request: &Request) -> bool {
    let given = |pairs: Vec<(String, &str)>, name: &str| {
        pairs
            .iter()
            .any(|(known, value)| known == name && !value.is_empty())
    };
    match kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            has_scheme(request, "bearer")
        }
        SecurityKind::Basic => has_scheme(request, "basic"),
        SecurityKind::Http { scheme } => has_scheme(request, scheme),
        SecurityKind::ApiKey { location, name } => match location {
            ApiKeyLocation::Header => request.header(name).is_some_and(|it| !it.is_empty()),
            ApiKeyLocation::Query => given(request.pairs(), name),
            ApiKeyLocation::Cookie => given(request.cookies(), name),
        },
        // A certificate belongs to the connection, which is a plain one here.
        SecurityKind::MutualTls => true,
    }
}

fn has_scheme(request: &Request, scheme: &str) -> bool {
    let header = request.header("authorization").unwrap_or_default();
    let (given, credentials) = header.split_once(' ').unwrap_or((&header, ""));
    given.eq_ignore_ascii_case(scheme) && !credentials.trim().is_empty()
}

fn fault(kind: &SecurityKind, name: &str) -> Fault {
    let (pointer, what) = match kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            ("#/header/authorization".to_owned(), "a bearer token")
        }
        SecurityKind::Basic => ("#/header/authorization".to_owned(), "basic credentials"),
        SecurityKind::Http { .. } | SecurityKind::MutualTls => {
            ("#/header/authorization".to_owned(), "credentials")
        }
        SecurityKind::ApiKey { location, name } => {
            let place = match location {
                ApiKeyLocation::Header => "header",
                ApiKeyLocation::Query => "query",
                ApiKeyLocation::Cookie => "cookie",
            };
            (super::pointer(place, name), "a key")
        }
    };
    Fault::new(
        pointer,
        format!("{what} is missing, as the security scheme `{name}` says"),
    )
}

/// What `WWW-Authenticate` says (RFC 9110, section 11.6.1); keys have no scheme of HTTP.
fn challenges(api: &Api, alternatives: &[Requirement]) -> Vec<String> {
    let mut challenges: Vec<String> = Vec::new();
    let schemes = alternatives.iter().flat_map(|it| &it.schemes);
    for (id, scopes) in schemes {
        let challenge = match &api[*id].kind {
            SecurityKind::Bearer | SecurityKind::OpenIdConnect { .. } => "Bearer".to_owned(),
            SecurityKind::OAuth2 { .. } if scopes.is_empty() => "Bearer".to_owned(),
            SecurityKind::OAuth2 { .. } => {
                format!("Bearer scope=\"{}\"", quoted(&scopes.join(" ")))
            }
            SecurityKind::Basic => "Basic realm=\"mock\"".to_owned(),
            SecurityKind::Http { scheme } => format!("{} realm=\"mock\"", token(scheme)),
            SecurityKind::ApiKey { name, .. } => format!("ApiKey name=\"{}\"", quoted(name)),
            SecurityKind::MutualTls => continue,
        };
        if !challenges.contains(&challenge) {
            challenges.push(challenge);
        }
    }
    challenges
}

fn quoted(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '"' | '\\') && (' '..='~').contains(c))
        .collect()
}

fn token(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect()
}
