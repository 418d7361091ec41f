//! Methods of the client's builder that only this service has: its credentials and server variables.
//!
//! They do nothing but name things for the runtime.

use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{
    ApiKeyLocation, Grant, OAuthFlow, SecurityKind, SecurityScheme, ServerVariable,
};

use super::docs;
use crate::plan::{Ident, Plan};
use crate::print::{Fragment, rust};

/// A method of the builder.
#[derive(Serialize)]
pub(super) struct SetterView {
    docs: Fragment,
    name: Fragment,
    arguments: Fragment,
    set: Fragment,
}

/// One for each scheme that is not covered by a method of all builders, and for each variable.
pub(super) fn setters(plan: &Plan<'_>) -> Vec<SetterView> {
    let schemes = plan
        .schemes()
        .filter_map(|(scheme, planned)| Some(credential(scheme, planned.setter.as_ref()?)));
    let variables = plan.servers.variables.iter().map(|variable| {
        let name = &variable.name;
        view(
            &variable.setter,
            &variable_docs(name, &variable.described),
            &quote!(value: impl Into<String>),
            &quote!(self.server_variable(#name, value)),
        )
    });
    schemes.chain(variables).collect()
}

fn view(ident: &Ident, text: &[String], arguments: &TokenStream, set: &TokenStream) -> SetterView {
    SetterView {
        docs: docs::paragraphs(text),
        name: rust::name(ident),
        arguments: rust::tokens(arguments),
        set: rust::tokens(set),
    }
}

fn credential(scheme: &SecurityScheme, setter: &Ident) -> SetterView {
    let name = &scheme.name;
    let text = quote!(impl Into<String>);
    let (arguments, secret) = match &scheme.kind {
        SecurityKind::Basic => (
            quote!(user: #text, password: #text),
            quote!((user, password)),
        ),
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            (quote!(token: impl Into<runtime::Secret>), quote!(token))
        }
        SecurityKind::Http { .. } => (quote!(value: #text), quote!(Into::<String>::into(value))),
        SecurityKind::ApiKey { .. } | SecurityKind::MutualTls => {
            (quote!(key: #text), quote!(Into::<String>::into(key)))
        }
    };
    let mut text = vec![sentence(scheme)];
    text.extend(scheme.description.clone());
    if let SecurityKind::OAuth2 { flows } = &scheme.kind {
        text.extend(scopes(flows));
    }
    view(
        setter,
        &text,
        &arguments,
        &quote!(self.credential(#name, #secret)),
    )
}

fn sentence(scheme: &SecurityScheme) -> String {
    let name = docs::code(&scheme.name);
    let takes_token = "a token, a `TokenProvider` that is asked for one";
    match &scheme.kind {
        SecurityKind::Bearer | SecurityKind::OpenIdConnect { .. } => {
            format!("Credential for the security scheme {name}: {takes_token}.")
        }
        SecurityKind::OAuth2 { flows } => {
            let fetches = flows
                .iter()
                .any(|flow| flow.grant == Grant::ClientCredentials);
            let fetches = if fetches {
                ", or `ClientCredentials` to fetch one for"
            } else {
                ""
            };
            format!(
                "Credential for the security scheme {name} (OAuth 2.0): {takes_token}{fetches}."
            )
        }
        SecurityKind::Basic => format!("User and password for the security scheme {name}."),
        SecurityKind::Http { scheme } => {
            let scheme = docs::code(scheme);
            format!(
                "Value of `Authorization` for the security scheme {name}, by the scheme {scheme} of HTTP."
            )
        }
        SecurityKind::ApiKey {
            location,
            name: key,
        } => {
            let place = match location {
                ApiKeyLocation::Header => "header",
                ApiKeyLocation::Query => "query parameter",
                ApiKeyLocation::Cookie => "cookie",
            };
            format!(
                "Key for the security scheme {name}, sent as the {place} {}.",
                docs::code(key)
            )
        }
        SecurityKind::MutualTls => format!("Credential for the security scheme {name}."),
    }
}

/// Scopes of all flows as a list.
fn scopes(flows: &[OAuthFlow]) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    for (scope, meaning) in flows.iter().flat_map(|flow| &flow.scopes) {
        let meaning = meaning.trim().replace('\n', "\n  ");
        let separator = if meaning.is_empty() { "" } else { ": " };
        let line = format!("- {}{separator}{meaning}", docs::code(scope));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| format!("Scopes:\n\n{}", lines.join("\n")))
}

fn variable_docs(name: &str, variable: &ServerVariable) -> Vec<String> {
    let mut text = vec![format!(
        "Sets {} in the URL of the server.",
        docs::code(name)
    )];
    text.extend(variable.description.clone());
    if !variable.values.is_empty() {
        let values: Vec<String> = variable
            .values
            .iter()
            .map(|value| docs::code(value))
            .collect();
        text.push(format!("Valid values: {}.", values.join(", ")));
    }
    text.push(format!("Default: {}.", docs::code(&variable.default)));
    text
}
