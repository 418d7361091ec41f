//! How the builder of a client is given credentials.
//!
//! It must not know which operation needs them.

use specsmith_openapi::api::{Api, Grant, SecurityKind, SecurityScheme};

use super::names::{Case, Ident, Scope};

/// How the credential of one scheme is given.
#[derive(Debug)]
pub struct SchemePlan {
    /// Method of the builder for this scheme alone; none where one for all of its kind says it.
    pub setter: Option<Ident>,
    /// The method that errors name.
    pub named: String,
    /// Where tokens are handed out to clients that act for themselves.
    pub token_url: Option<String>,
}

/// Methods that every builder has.
pub(super) const BUILDER_METHODS: [&str; 33] = [
    "attempt_timeout",
    "base_url",
    "basic_auth",
    "bearer_token",
    "build",
    "client_certificate",
    "client_credentials",
    "clock",
    "connect_timeout",
    "credential",
    "decode_limits",
    "header",
    "http_client",
    "http_client_builder",
    "max_redirects",
    "max_response_bytes",
    "middleware",
    "new",
    "no_brotli",
    "no_gzip",
    "no_proxy",
    "proxy",
    "read_timeout",
    "retry",
    "retry_budget",
    "root_certificates",
    "server",
    "server_variable",
    "timeout",
    "token_provider",
    "user_agent",
    "validated",
    "without_credentials",
];

/// A method for each scheme, named after it. `scope` holds the methods of the builder.
pub(super) fn plan(api: &Api, scope: &mut Scope) -> Vec<SchemePlan> {
    let schemes = &api.security_schemes;
    schemes
        .iter()
        .map(|scheme| scheme_plan(schemes, scheme, scope))
        .collect()
}

fn scheme_plan(all: &[SecurityScheme], scheme: &SecurityScheme, scope: &mut Scope) -> SchemePlan {
    let general = general(&scheme.kind);
    let is_alone = match general {
        None => false,
        Some(general) => {
            let alike = all
                .iter()
                .filter(|other| self::general(&other.kind) == Some(general));
            let own = Scope::default().name(spoken(scheme), Case::Snake);
            alike.count() == 1 && (all.len() == 1 || own.plain() == general)
        }
    };
    let is_given = scheme.kind != SecurityKind::MutualTls && !is_alone;
    let setter = is_given.then(|| scope.name_or(spoken(scheme), "credential", Case::Snake));
    let named = match (&setter, general) {
        (Some(setter), _) => setter.to_string(),
        (None, Some(general)) => general.to_owned(),
        (None, None) => "client_certificate".to_owned(),
    };
    SchemePlan {
        setter,
        named,
        token_url: token_url(&scheme.kind),
    }
}

fn spoken(scheme: &SecurityScheme) -> &str {
    let given = scheme.extensions.get("x-specsmith-name");
    given.and_then(|name| name.as_str()).unwrap_or(&scheme.name)
}

/// The method for all schemes of a kind.
fn general(kind: &SecurityKind) -> Option<&'static str> {
    match kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            Some("bearer_token")
        }
        SecurityKind::Basic => Some("basic_auth"),
        SecurityKind::Http { .. } | SecurityKind::ApiKey { .. } | SecurityKind::MutualTls => None,
    }
}

fn token_url(kind: &SecurityKind) -> Option<String> {
    let SecurityKind::OAuth2 { flows } = kind else {
        return None;
    };
    let flow = flows
        .iter()
        .find(|flow| flow.grant == Grant::ClientCredentials)?;
    flow.token_url.clone()
}

#[cfg(test)]
mod tests {
    use super::BUILDER_METHODS;

    /// A method that the builder gains would clash with a scheme of its name.
    #[test]
    fn every_method_of_the_builder_is_reserved() {
        let builder = crate::render::WRITTEN
            .iter()
            .find(|(name, _)| *name == "rust/client/builder.rs");
        let (_, text) = builder.expect("the builder");
        let mut methods: Vec<&str> = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub fn "))
            .filter_map(|line| line.split(['(', '<']).next())
            .collect();
        methods.sort_unstable();
        methods.dedup();
        assert_eq!(methods, BUILDER_METHODS);
    }
}
