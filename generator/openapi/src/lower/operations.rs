//! Operations: what can be asked at each path, and what the service asks in return.
//!
//! It must not look into schemas.

use std::collections::BTreeMap;

use super::context::Lowering;
use super::methods::Found;
use super::place::{Part, Scope};
use super::{
    docs, faults, media, methods, parameters, path, responses, security, servers, webhooks,
};
use crate::api::{
    Body, Docs, Extensions, Method, Operation, OperationId, PathSegment, Requirement,
    SecurityScheme, Webhook,
};
use crate::codes;
use crate::read::{Key, Node, escape_step};
use crate::report::{Diagnostic, Origin};

/// What the whole description says for operations that do not say it themselves.
pub(super) struct Common<'d> {
    pub(super) security: &'d [Requirement],
    pub(super) schemes: &'d [SecurityScheme],
}

/// All operations in the order written, and the callbacks that they ask for.
pub(super) fn operations<'a>(
    cx: &mut Lowering<'a>,
    root: &'a Node,
    schemes: &[SecurityScheme],
    seen: &mut Seen,
) -> (Vec<Operation>, Vec<Webhook>) {
    let security = security::requirements(cx, root, schemes).unwrap_or_default();
    let common = Common {
        security: &security,
        schemes,
    };
    let mut operations = Vec::new();
    let mut callbacks = webhooks::Callbacks::default();
    for entry in root
        .get("paths")
        .and_then(Node::as_map)
        .into_iter()
        .flatten()
    {
        if entry.key.text.starts_with("x-") {
            continue;
        }
        let pointer = format!("#/paths/{}", escape_step(&entry.key.text));
        let item = Part {
            node: &entry.value,
            scope: Scope::new(pointer, Vec::new()),
        };
        let path = path_of(cx, &entry.key, seen);
        for found in methods::operations_of(cx, &item) {
            let Some(operation) = lower(cx, &path, &found, &common, seen) else {
                continue;
            };
            report_no_id(cx, &found, &path);
            let id = OperationId::new(operations.len());
            callbacks.add(cx, &found.operation, (id, &operation), schemes, seen);
            operations.push(operation);
        }
        super::schema::lower_pending(cx);
    }
    (operations, callbacks.into_webhooks())
}

/// What must not stand twice in a description, with the place of each.
#[derive(Default)]
pub(super) struct Seen {
    ids: BTreeMap<String, Origin>,
    paths: BTreeMap<String, Origin>,
}

/// A path and its template.
pub(super) struct Path<'a> {
    pub(super) key: &'a Key,
    pub(super) segments: Vec<PathSegment>,
    /// Words for types that are written in an operation without an id.
    pub(super) words: Vec<String>,
}

fn path_of<'a>(cx: &mut Lowering<'a>, key: &'a Key, seen: &mut Seen) -> Path<'a> {
    let segments = path::segments(cx, &key.text, key.origin);
    let anonymous = path::anonymous(&segments);
    match seen.paths.get(&anonymous) {
        Some(first) if !key.text.contains('#') => {
            let diagnostic = Diagnostic::error(
                codes::DUPLICATE_PATH,
                key.origin,
                format!("`{}` matches the same paths as another template", key.text),
                "write the operations of a path under one template",
            );
            cx.push(diagnostic.related(*first, "the other template"));
        }
        Some(_) => {}
        None => {
            seen.paths.insert(anonymous, key.origin);
        }
    }
    let words = words(&segments);
    Path {
        key,
        segments,
        words,
    }
}

fn words(segments: &[PathSegment]) -> Vec<String> {
    let texts = segments.iter().map(|segment| match segment {
        PathSegment::Literal(text) | PathSegment::Parameter(text) => text.as_str(),
    });
    let words = texts.flat_map(|text| text.split('/'));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(super) fn lower<'a>(
    cx: &mut Lowering<'a>,
    path: &Path<'a>,
    found: &Found<'a>,
    common: &Common<'_>,
    seen: &mut Seen,
) -> Option<Operation> {
    let Found {
        item,
        operation,
        key,
        method,
        shared,
    } = found;
    let node = operation.node;
    if *shared && !cx.spend(node) {
        return None;
    }
    let id = operation_id(cx, node, seen);
    let operation = named(operation, id.as_deref(), path, method);
    let servers = match servers::servers(cx, node) {
        own if own.is_empty() => servers::servers(cx, item.node),
        own => own,
    };
    let security = security::requirements(cx, node, common.schemes);
    let security = security.unwrap_or_else(|| common.security.to_vec());
    report_no_responses(cx, node, key);
    let parameters = parameters::parameters(cx, item, &operation, &path.segments, path.key.origin);
    let body = body(cx, &operation, method);
    let responses = responses::responses(cx, &operation);
    Some(Operation {
        id,
        pointer: operation.scope.pointer(),
        origin: key.origin,
        method: method.clone(),
        path: path.key.text.to_string(),
        segments: path.segments.clone(),
        tags: tags(node),
        docs: Docs {
            untyped: faults::of_operation(cx, &operation),
            ..operation_docs(node, item.node)
        },
        parameters,
        body,
        responses,
        security,
        servers,
        extensions: extensions(node, item.node),
    })
}

/// `operationId`; one that stands twice is reported and the second has none.
fn operation_id(cx: &mut Lowering<'_>, node: &Node, seen: &mut Seen) -> Option<String> {
    let id = docs::text(node, "operationId")?;
    let at = node.get("operationId")?.origin;
    if let Some(first) = seen.ids.get(&id) {
        let diagnostic = Diagnostic::error(
            codes::DUPLICATE_OPERATION_ID,
            at,
            format!("the `operationId` `{id}` stands twice"),
            "give each operation its own; this one is named after its method and path",
        );
        cx.push(diagnostic.related(*first, "first used here"));
        return None;
    }
    seen.ids.insert(id.clone(), at);
    Some(id)
}

/// Requests that the service makes are named after their key; operations have no name but this.
fn report_no_id(cx: &mut Lowering<'_>, found: &Found<'_>, path: &Path<'_>) {
    if docs::text(found.operation.node, "operationId").is_some() {
        return;
    }
    let method = found.method.as_str();
    let suggested = suggested_id(method, &path.segments);
    let (at, fault) = match found.operation.node.get("operationId") {
        Some(empty) => (empty.origin, "has an empty `operationId`"),
        None => (found.key.origin, "has no `operationId`"),
    };
    cx.warn(
        codes::MISSING_OPERATION_ID,
        at,
        format!("{method} of `{}` {fault}", path.key.text),
        format!("write `operationId: {suggested}`; without one its name is its method and path"),
    );
}

/// Method and path as most descriptions spell an id: `getPetsById`.
fn suggested_id(method: &str, segments: &[PathSegment]) -> String {
    let method = method.to_lowercase();
    let segments = segments.iter().flat_map(|segment| match segment {
        PathSegment::Literal(text) => ["", text],
        PathSegment::Parameter(name) => ["by", name],
    });
    let texts = std::iter::once(&*method).chain(segments);
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words.fold(String::new(), |mut id, word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !id.is_empty() => id.extend(first.to_uppercase()),
            first => id.extend(first),
        }
        id.push_str(letters.as_str());
        id
    })
}

/// The operation with words for the types that are written in it.
fn named<'a>(part: &Part<'a>, id: Option<&str>, path: &Path<'_>, method: &Method) -> Part<'a> {
    let words = match id {
        Some(id) => vec![id.to_owned()],
        None => std::iter::once(method.as_str().to_ascii_lowercase())
            .chain(path.words.iter().cloned())
            .collect(),
    };
    Part {
        node: part.node,
        scope: Scope::new(part.scope.pointer(), words),
    }
}

fn tags(node: &Node) -> Vec<String> {
    let tags = node.get("tags").and_then(Node::as_list).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for name in tags.iter().filter_map(Node::as_str) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Summary and description of the path item hold for operations that have none.
fn operation_docs(node: &Node, item: &Node) -> crate::api::Docs {
    let mut docs = docs::of_object(node);
    docs.summary = docs.summary.or_else(|| docs::text(item, "summary"));
    docs.description = docs.description.or_else(|| docs::text(item, "description"));
    docs
}

/// Extensions of the operation, then those of its path item.
fn extensions(node: &Node, item: &Node) -> Extensions {
    docs::schema_extensions(&[node, item])
}

fn report_no_responses(cx: &mut Lowering<'_>, node: &Node, key: &Key) {
    let has_some = node
        .get("responses")
        .and_then(Node::as_map)
        .is_some_and(|map| !map.is_empty());
    if !has_some && !cx.source.dialect().has_json_schema() {
        cx.warn(
            codes::MISSING_KEYWORD,
            key.origin,
            "an operation needs `responses`",
            "add at least one; as it stands any answer is passed on as it comes",
        );
    }
}

fn body<'a>(cx: &mut Lowering<'a>, operation: &Part<'a>, method: &Method) -> Option<Body> {
    let part = operation.get("requestBody", Some("body"))?;
    let overriding = docs::text(part.node, "description");
    let at = part.node.origin;
    let part = cx.resolve(part)?;
    let has_no_body = matches!(method, Method::Get | Method::Head | Method::Trace);
    if has_no_body && is_nothing(part.node) {
        return None;
    }
    if has_no_body {
        cx.warn(
            codes::BODY_METHOD,
            part.node
                .as_map()
                .and_then(|map| map.entries().first())
                .map_or(at, |it| it.key.origin),
            format!(
                "a body on {} has no meaning of its own (RFC 9110)",
                method.as_str()
            ),
            "use another method or query parameters; it is sent as described",
        );
    }
    let mut docs = docs::of_object(part.node);
    docs.description = overriding.or(docs.description);
    Some(Body {
        required: docs::flag(part.node, "required"),
        docs,
        media: media::media(cx, &part),
        extensions: docs::extensions(part.node),
    })
}

/// Whether a body is a form that need not be sent and has no fields: some write one everywhere.
fn is_nothing(body: &Node) -> bool {
    const FORMS: [&str; 2] = ["application/x-www-form-urlencoded", "multipart/form-data"];
    let has_no_fields = |schema: &Node| {
        let says_nothing = |key: &str, value: &Node| match key {
            "type" => value.as_str() == Some("object"),
            "properties" => value.as_map().is_some_and(|map| map.is_empty()),
            "additionalProperties" => value.as_bool() == Some(false),
            _ => false,
        };
        let map = schema.as_map();
        map.is_some_and(|map| {
            map.iter()
                .all(|entry| says_nothing(&entry.key.text, &entry.value))
        })
    };
    let content = body.get("content").and_then(Node::as_map);
    let mut media = content.into_iter().flatten();
    !docs::flag(body, "required")
        && media.all(|entry| {
            FORMS.contains(&&*entry.key.text)
                && entry.value.get("schema").is_some_and(has_no_fields)
        })
}
