//! Security schemes and what requires them.
//!
//! It must not know how a credential is sent beyond its place.

use indexmap::IndexMap;

use super::context::Lowering;
use super::docs;
use super::place::{Part, Scope};
use crate::api::{ApiKeyLocation, Requirement, SchemeId, SecurityKind, SecurityScheme};
use crate::codes;
use crate::read::Node;
use crate::report::suggest;

/// Declared schemes; their ids are known by name afterwards.
pub(super) fn schemes<'a>(cx: &mut Lowering<'a>, root: &'a Node) -> Vec<SecurityScheme> {
    let declared = root
        .get("components")
        .and_then(|node| node.get("securitySchemes"));
    let mut schemes = Vec::new();
    for entry in declared.and_then(Node::as_map).into_iter().flatten() {
        let name = &*entry.key.text;
        let scope = Scope::new(format!("#/components/securitySchemes/{name}"), Vec::new());
        let Some(part) = cx.resolve(Part {
            node: &entry.value,
            scope,
        }) else {
            continue;
        };
        let Some(kind) = kind(cx, part.node) else {
            continue;
        };
        cx.schemes.insert(name, SchemeId::new(schemes.len()));
        schemes.push(SecurityScheme {
            name: name.to_owned(),
            description: docs::text(part.node, "description"),
            deprecated: docs::flag(part.node, "deprecated"),
            kind,
            extensions: docs::extensions(part.node),
        });
    }
    schemes
}

fn kind(cx: &mut Lowering<'_>, node: &Node) -> Option<SecurityKind> {
    let ty = node.get("type")?;
    match ty.as_str()? {
        "http" => http(cx, node, ty),
        "apiKey" => api_key(cx, node, ty),
        written => Some(unsupported(cx, written, ty)),
    }
}

fn http(cx: &mut Lowering<'_>, node: &Node, ty: &Node) -> Option<SecurityKind> {
    let Some(scheme) = node.get("scheme") else {
        incomplete(
            cx,
            ty,
            "an `http` scheme needs `scheme`",
            "add `scheme: bearer` or the like",
        );
        return None;
    };
    let written = scheme.as_str()?;
    Some(match written.to_ascii_lowercase().as_str() {
        "bearer" => SecurityKind::Bearer,
        "basic" => SecurityKind::Basic,
        other => unsupported(cx, &format!("http {other}"), scheme),
    })
}

fn api_key(cx: &mut Lowering<'_>, node: &Node, ty: &Node) -> Option<SecurityKind> {
    let location = match node.get("in").and_then(Node::as_str) {
        Some("header") => ApiKeyLocation::Header,
        Some("query") => ApiKeyLocation::Query,
        Some("cookie") => ApiKeyLocation::Cookie,
        _ => {
            incomplete(
                cx,
                ty,
                "an API key needs `in`",
                "add `in: header`, `query` or `cookie`",
            );
            return None;
        }
    };
    let Some(name) = docs::text(node, "name") else {
        let help = "add the name of the header, parameter or cookie";
        incomplete(cx, ty, "an API key needs `name`", help);
        return None;
    };
    Some(SecurityKind::ApiKey { location, name })
}

fn incomplete(cx: &mut Lowering<'_>, ty: &Node, message: &str, help: &str) {
    cx.error(codes::SECURITY_SCHEME, ty.origin, message, help);
}

fn unsupported(cx: &mut Lowering<'_>, written: &str, at: &Node) -> SecurityKind {
    cx.warn(
        codes::NOT_EXPRESSED,
        at.origin,
        format!("the security scheme `{written}` is not expressed in the output"),
        "callers obtain the credential themselves and set it as a header",
    );
    SecurityKind::Unsupported {
        written: written.to_owned(),
    }
}

/// The requirements of an operation, or of the root; `None` when nothing is said.
pub(super) fn requirements(cx: &mut Lowering<'_>, owner: &Node) -> Option<Vec<Requirement>> {
    let nodes = owner.get("security")?.as_list()?;
    Some(
        nodes
            .iter()
            .filter_map(|node| requirement(cx, node))
            .collect(),
    )
}

/// `None` when it cannot be met because a scheme is not declared.
fn requirement(cx: &mut Lowering<'_>, node: &Node) -> Option<Requirement> {
    let mut schemes: IndexMap<SchemeId, Vec<String>> = IndexMap::new();
    let mut complete = true;
    for entry in node.as_map()? {
        let name = scheme_name(&entry.key.text);
        let Some(id) = cx.schemes.get(name).copied() else {
            complete = false;
            if is_declared(cx, name) {
                // What is wrong with it is reported there.
                continue;
            }
            let help = match suggest(name, cx.schemes.keys().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => "declare it under `components/securitySchemes`".to_owned(),
            };
            let message = format!("the security scheme `{name}` is not declared");
            cx.error(codes::UNDECLARED_SCHEME, entry.key.origin, message, help);
            continue;
        };
        let scopes = entry.value.as_list().unwrap_or_default();
        let scopes = scopes
            .iter()
            .filter_map(Node::as_str)
            .map(str::to_owned)
            .collect();
        schemes.insert(id, scopes);
    }
    complete.then(|| Requirement {
        schemes: schemes.into_iter().collect(),
    })
}

/// The name of a scheme; from 3.2 on a reference to it may stand for the name.
fn scheme_name(written: &str) -> &str {
    written
        .strip_prefix("#/components/securitySchemes/")
        .unwrap_or(written)
}

fn is_declared(cx: &Lowering<'_>, name: &str) -> bool {
    let components = cx.source.root().get("components");
    let schemes = components.and_then(|node| node.get("securitySchemes"));
    schemes.is_some_and(|node| node.get(name).is_some()) || cx.source.is_cut_scheme(name)
}
