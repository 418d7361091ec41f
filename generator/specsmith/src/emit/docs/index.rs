//! The first page: what the API is, and a list of its operations.
//!
//! Must not know what the other pages hold.

use serde::Serialize;
use specsmith_openapi::api::Server;

use super::security::{self, SchemeView};
use super::{block, file, title};
use crate::plan::{Group, OperationPlan, Plan, VariablePlan};
use crate::print::{Fragment, commonmark, markdown};

/// What the template of the index sees.
#[derive(Serialize)]
pub(super) struct View {
    header: Fragment,
    title: Fragment,
    version: Fragment,
    summary: Option<Fragment>,
    description: Option<Fragment>,
    krate: Fragment,
    servers: Vec<ServerView>,
    variables: Vec<VariableView>,
    security: Vec<SchemeView>,
    groups: Vec<GroupView>,
    /// Link to the page of what the service sends by itself.
    webhooks: Option<Fragment>,
    links: Vec<Fragment>,
}

#[derive(Serialize)]
struct ServerView {
    url: Fragment,
    description: Option<Fragment>,
}

#[derive(Serialize)]
struct VariableView {
    name: Fragment,
    setter: Fragment,
    default: Fragment,
    description: Fragment,
}

#[derive(Serialize)]
struct GroupView {
    title: Fragment,
    description: Option<Fragment>,
    operations: Vec<OperationView>,
}

#[derive(Serialize)]
struct OperationView {
    link: Fragment,
    request_line: Fragment,
    summary: Fragment,
}

pub(super) fn view(plan: &Plan<'_>, header: Fragment) -> View {
    let info = &plan.api.info;
    View {
        header,
        title: markdown::text(&info.title),
        version: markdown::code(&info.version),
        summary: info.summary.as_deref().map(markdown::text),
        description: block(info.description.as_deref()),
        krate: markdown::code(match plan.sdk.module {
            Some(_) => &plan.lib,
            None => &plan.sdk.krate.name,
        }),
        servers: plan.api.servers.iter().map(server).collect(),
        variables: plan.servers.variables.iter().map(variable).collect(),
        security: security::all(plan),
        groups: plan
            .groups
            .iter()
            .map(|group| group_view(plan, group))
            .collect(),
        webhooks: (!plan.webhooks.is_empty()).then(|| {
            markdown::link_to(
                &markdown::ours("Requests that the service makes"),
                "webhooks.md",
            )
        }),
        links: links(plan),
    }
}

fn server(server: &Server) -> ServerView {
    ServerView {
        url: markdown::cell_code(&server.url),
        description: server.description.as_deref().map(markdown::cell),
    }
}

fn variable(variable: &VariablePlan) -> VariableView {
    let described = &variable.described;
    let values: Vec<Fragment> = described
        .values
        .iter()
        .map(|it| markdown::cell_code(it))
        .collect();
    let values = match values.is_empty() {
        true => markdown::ours(""),
        false => markdown::concat([
            &markdown::ours("Valid values: "),
            &markdown::join(&values, ", "),
            &markdown::ours("."),
        ]),
    };
    let said = markdown::cell(described.description.as_deref().unwrap_or_default());
    VariableView {
        name: markdown::cell_code(&variable.name),
        setter: markdown::cell_code(variable.setter.plain()),
        default: markdown::cell_code(&described.default),
        description: markdown::sentences(&[said, values]),
    }
}

fn group_view(plan: &Plan<'_>, group: &Group) -> GroupView {
    let description = group.tag(plan).and_then(|tag| tag.description.as_deref());
    GroupView {
        title: markdown::text(&group.title),
        description: block(description),
        operations: group
            .operations
            .iter()
            .map(|op| operation(plan, group, op))
            .collect(),
    }
}

fn operation(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> OperationView {
    let api = &plan.api[op.id];
    let description = api.docs.description.as_deref().unwrap_or_default();
    OperationView {
        link: markdown::link_to(&markdown::text(title(plan, op)), &file(group, op)),
        request_line: markdown::cell_code(&format!("{} {}", api.method.as_str(), api.path)),
        summary: markdown::sentences(&[
            markdown::ours(if api.docs.deprecated {
                "**Deprecated.**"
            } else {
                ""
            }),
            markdown::text(&commonmark::first_sentence(description)),
        ]),
    }
}

/// Where else to read about the API.
fn links(plan: &Plan<'_>) -> Vec<Fragment> {
    let info = &plan.api.info;
    let docs = info.external_docs.as_ref();
    let docs = docs.map(|docs| {
        (
            docs.description.as_deref().unwrap_or("Documentation"),
            &docs.url,
        )
    });
    let terms = info
        .terms_of_service
        .as_ref()
        .map(|url| ("Terms of service", url));
    let contact = info.contact.as_ref().and_then(|contact| {
        Some((
            contact.name.as_deref().unwrap_or("Contact"),
            contact.url.as_ref()?,
        ))
    });
    let license = info.license.as_ref();
    let license = license.and_then(|license| Some((license.name.as_str(), license.url.as_ref()?)));
    [docs, terms, contact, license]
        .into_iter()
        .flatten()
        .map(|(text, url)| markdown::link(text, url))
        .collect()
}
