//! Base URLs and their variables.
//!
//! It must not build a URL.

use super::context::Lowering;
use super::path::{Braces, braces};
use super::{docs, leaf};
use crate::api::{Server, ServerVariable};
use crate::codes;
use crate::read::Node;

/// The servers that a root, a path item or an operation lists.
pub(super) fn servers(cx: &mut Lowering<'_>, owner: &Node) -> Vec<Server> {
    let nodes = owner
        .get("servers")
        .and_then(Node::as_list)
        .unwrap_or_default();
    nodes.iter().filter_map(|node| server(cx, node)).collect()
}

fn server(cx: &mut Lowering<'_>, node: &Node) -> Option<Server> {
    let written: openapiv3::Server = leaf::read(cx, node)?;
    let mut variables: indexmap::IndexMap<_, _> = written
        .variables
        .unwrap_or_default()
        .into_iter()
        .map(|(name, it)| {
            let values = it.enumeration;
            (
                name,
                ServerVariable {
                    default: it.default,
                    values,
                    description: it.description,
                },
            )
        })
        .collect();
    if !check_template(cx, node, &written.url, &mut variables) {
        return None;
    }
    check_defaults(cx, node, &variables);
    Some(Server {
        url: written.url,
        // 3.2 only: `openapiv3` does not know it.
        name: docs::text(node, "name"),
        description: written.description,
        variables,
    })
}

/// Every variable of the template is declared and the other way round. `false` when no URL can be
/// made of the template.
fn check_template(
    cx: &mut Lowering<'_>,
    node: &Node,
    url: &str,
    variables: &mut indexmap::IndexMap<String, ServerVariable>,
) -> bool {
    let at = node.get("url").map_or(node.origin, |url| url.origin);
    if let Some(fault) = fault(url) {
        cx.error(
            codes::SERVER_URL,
            at,
            format!("`{url}` is no URL: {fault}"),
            "write a URL such as `https://api.example.com/v1`; the server is left out",
        );
        return false;
    }
    let used: Vec<&str> = braces(url)
        .filter_map(|part| match part {
            Braces::Name(name) => Some(name),
            Braces::Text(_) | Braces::Unmatched => None,
        })
        .collect();
    for name in &used {
        if !variables.contains_key(*name) {
            cx.error(
                codes::UNDECLARED_SERVER_VARIABLE,
                at,
                format!("the variable `{name}` of the URL is not declared"),
                format!(
                    "declare it as `variables: {{{name}: {{default: …}}}}`; the server is left out"
                ),
            );
        }
    }
    let declared = node.get("variables").and_then(Node::as_map);
    for entry in declared.into_iter().flatten() {
        let name = &*entry.key.text;
        if !used.contains(&name) {
            cx.warn(
                codes::UNUSED_SERVER_VARIABLE,
                entry.key.origin,
                format!("the URL has no variable `{name}`"),
                format!("write `{{{name}}}` where it belongs in the URL, or remove it"),
            );
            variables.shift_remove(name);
        }
    }
    used.iter().all(|name| variables.contains_key(*name))
}

/// What keeps a template from being the URL of anything.
fn fault(url: &str) -> Option<&'static str> {
    if url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        Some("it holds a space or a line break")
    } else if braces(url).any(|part| part == Braces::Unmatched) {
        Some("a brace has no partner")
    } else {
        None
    }
}

fn check_defaults(
    cx: &mut Lowering<'_>,
    node: &Node,
    variables: &indexmap::IndexMap<String, ServerVariable>,
) {
    for (name, variable) in variables {
        if variable.values.is_empty() || variable.values.contains(&variable.default) {
            continue;
        }
        let written = node
            .get("variables")
            .and_then(|node| node.get(name)?.get("default"));
        cx.error(
            codes::SERVER_DEFAULT,
            written.map_or(node.origin, |node| node.origin),
            format!(
                "the default `{}` is not one of the `enum` values",
                variable.default
            ),
            format!("choose one of `{}`", variable.values.join("`, `")),
        );
    }
}
