//! Security schemes and what requires them.
//!
//! It must not know how a credential is sent beyond its place.

use indexmap::IndexMap;

use super::context::Lowering;
use super::docs;
use super::methods::is_token;
use super::place::{Part, Scope};
use crate::api::{
    ApiKeyLocation, Grant, OAuthFlow, Requirement, SchemeId, SecurityKind, SecurityScheme,
};
use crate::codes;
use crate::read::{Entry, Node};
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
        "oauth2" => Some(oauth2(cx, node, ty)),
        "openIdConnect" => Some(SecurityKind::OpenIdConnect {
            url: docs::text(node, "openIdConnectUrl"),
        }),
        "mutualTLS" => Some(SecurityKind::MutualTls),
        // Reported by normalize.
        _ => None,
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
        _ => SecurityKind::Http {
            scheme: written.to_owned(),
        },
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
    has_name(cx, node, location, &name).then_some(SecurityKind::ApiKey { location, name })
}

/// Whether HTTP can send a key of this name; a query takes any.
fn has_name(cx: &mut Lowering<'_>, node: &Node, location: ApiKeyLocation, name: &str) -> bool {
    let what = match location {
        ApiKeyLocation::Header => "header",
        ApiKeyLocation::Cookie => "cookie",
        ApiKeyLocation::Query => return true,
    };
    if is_token(name) {
        return true;
    }
    cx.error(
        codes::PARAMETER_NAME,
        node.get("name").unwrap_or(node).origin,
        format!("`{name}` is no name of a {what}"),
        "use letters, digits and `-`; as it stands the scheme is left out",
    );
    false
}

fn incomplete(cx: &mut Lowering<'_>, ty: &Node, message: &str, help: &str) {
    cx.error(codes::SECURITY_SCHEME, ty.origin, message, help);
}

/// The flows of a scheme. One that hands out tokens and does not say where is left out.
fn oauth2(cx: &mut Lowering<'_>, node: &Node, ty: &Node) -> SecurityKind {
    let written = node.get("flows").and_then(Node::as_map);
    if written.is_none_or(|flows| flows.is_empty()) {
        incomplete(
            cx,
            ty,
            "an `oauth2` scheme needs `flows`",
            "add the flow that callers use; as it stands they bring a token of their own",
        );
    }
    let mut flows = Vec::new();
    for entry in written.into_iter().flatten() {
        let grant = GRANTS.iter().find(|(name, _)| *name == &*entry.key.text);
        let Some((_, grant)) = grant else { continue };
        let flow = OAuthFlow {
            grant: *grant,
            authorization_url: docs::text(&entry.value, "authorizationUrl"),
            token_url: docs::text(&entry.value, "tokenUrl"),
            scopes: scopes(&entry.value),
        };
        if *grant == Grant::ClientCredentials && flow.token_url.is_none() {
            let at = entry.key.origin;
            let help = "add the URL that hands out tokens; until then callers name it themselves";
            cx.error(
                codes::SECURITY_SCHEME,
                at,
                "the flow needs `tokenUrl`",
                help,
            );
        }
        flows.push(flow);
    }
    SecurityKind::OAuth2 { flows }
}

const GRANTS: [(&str, Grant); 5] = [
    ("authorizationCode", Grant::AuthorizationCode),
    ("clientCredentials", Grant::ClientCredentials),
    ("deviceAuthorization", Grant::DeviceAuthorization),
    ("implicit", Grant::Implicit),
    ("password", Grant::Password),
];

fn scopes(flow: &Node) -> IndexMap<String, String> {
    let written = flow.get("scopes").and_then(Node::as_map);
    let scope = |entry: &Entry| {
        let meaning = entry.value.as_str().unwrap_or_default();
        (entry.key.text.to_string(), meaning.to_owned())
    };
    written.into_iter().flatten().map(scope).collect()
}

/// The requirements of an operation, or of the root; `None` when nothing is said.
pub(super) fn requirements(
    cx: &mut Lowering<'_>,
    owner: &Node,
    schemes: &[SecurityScheme],
) -> Option<Vec<Requirement>> {
    let nodes = owner.get("security")?.as_list()?;
    Some(
        nodes
            .iter()
            .filter_map(|node| requirement(cx, node, schemes))
            .collect(),
    )
}

/// `None` when it cannot be met because a scheme is not declared.
fn requirement(
    cx: &mut Lowering<'_>,
    node: &Node,
    declared: &[SecurityScheme],
) -> Option<Requirement> {
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
    report_clash(cx, node, declared, schemes.keys());
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

/// A request has one `Authorization`: of two schemes that need it, only the first can be sent.
fn report_clash<'s>(
    cx: &mut Lowering<'_>,
    node: &Node,
    declared: &[SecurityScheme],
    together: impl Iterator<Item = &'s SchemeId>,
) {
    let schemes = together.filter_map(|id| declared.get(id.index()));
    let names: Vec<&str> = schemes
        .filter(|scheme| scheme.kind.is_authorization())
        .map(|scheme| scheme.name.as_str())
        .collect();
    let [first, second, ..] = names.as_slice() else {
        return;
    };
    let entry = node.as_map().and_then(|map| map.entry(second));
    cx.warn(
        codes::CLASHING_SCHEMES,
        entry.map_or(node.origin, |entry| entry.key.origin),
        format!("`{first}` and `{second}` are both sent in the header `Authorization`"),
        format!("if one of them is enough, write them as two list items; `{first}` is sent"),
    );
}

fn is_declared(cx: &Lowering<'_>, name: &str) -> bool {
    let components = cx.source.root().get("components");
    let schemes = components.and_then(|node| node.get("securitySchemes"));
    schemes.is_some_and(|node| node.get(name).is_some()) || cx.source.is_cut_scheme(name)
}
