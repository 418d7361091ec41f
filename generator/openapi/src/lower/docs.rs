//! What a description says to readers: titles, descriptions, examples, extensions.
//!
//! It must not read any of it.

use super::context::Lowering;
use super::place::Part;
use super::uses::Use;
use super::{faults, leaf};
use crate::api::{Docs, Example, Extensions, ExternalDocs};
use crate::normalize::{EXAMPLES, INTERNAL};
use crate::read::Node;

/// Text under a keyword; empty text says nothing.
pub(super) fn text(node: &Node, keyword: &str) -> Option<String> {
    node.get(keyword)
        .and_then(Node::as_str)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

pub(super) fn flag(node: &Node, keyword: &str) -> bool {
    node.get(keyword).and_then(Node::as_bool) == Some(true)
}

/// Docs of one object: an operation, a parameter, a response.
pub(super) fn of_object(node: &Node) -> Docs {
    Docs {
        title: text(node, "title"),
        summary: text(node, "summary"),
        description: text(node, "description"),
        deprecated: flag(node, "deprecated"),
        external_docs: external_docs(node),
        untyped: None,
    }
}

/// Docs of schemas written at one place: the first that says something wins.
pub(super) fn of_schemas(nodes: &[&Node]) -> Docs {
    let first = |keyword| nodes.iter().find_map(|node| text(node, keyword));
    Docs {
        title: first("title"),
        summary: None,
        description: first("description"),
        deprecated: nodes.iter().any(|node| flag(node, "deprecated")),
        external_docs: nodes.iter().find_map(|node| external_docs(node)),
        untyped: None,
    }
}

/// Docs of a place; where it says nothing, those of its type.
pub(super) fn of_use<'a>(cx: &mut Lowering<'a>, used: &Use<'a>) -> Docs {
    let mut docs = of_schemas(&used.own);
    if docs.description.is_none() && docs.title.is_none() {
        let node = used.core.node;
        let mut copied = |keyword| text(node, keyword).filter(|it| cx.spend_text(node, it));
        docs.title = copied("title");
        docs.description = copied("description");
    }
    docs.untyped = faults::of_schema(cx, &used.core);
    docs
}

fn external_docs(node: &Node) -> Option<ExternalDocs> {
    let node = node.get("externalDocs")?;
    Some(ExternalDocs {
        url: text(node, "url")?,
        description: text(node, "description"),
    })
}

/// Extensions of one object.
pub(super) fn extensions(node: &Node) -> Extensions {
    schema_extensions(&[node])
}

/// Extensions of schemas written at one place; of the same name the first one wins.
pub(super) fn schema_extensions(nodes: &[&Node]) -> Extensions {
    let mut extensions = Extensions::new();
    for entry in nodes.iter().filter_map(|node| node.as_map()).flatten() {
        let name = &*entry.key.text;
        if name.starts_with("x-") && !name.starts_with(INTERNAL) && !extensions.contains_key(name) {
            extensions.insert(name.to_owned(), entry.value.to_json());
        }
    }
    extensions
}

/// Example values of schemas written at one place.
pub(super) fn schema_examples(nodes: &[&Node]) -> Vec<Example> {
    let single = nodes.iter().filter_map(|node| node.get("example"));
    let lists = nodes.iter().filter_map(|node| node.get(EXAMPLES));
    single.chain(lists.flat_map(listed)).map(unnamed).collect()
}

/// The examples of a list; the schemas of 3.0 hold them by name when they borrow the keyword.
fn listed(node: &Node) -> Vec<&Node> {
    match node.as_list() {
        Some(items) => items.iter().collect(),
        None => Vec::new(),
    }
}

fn unnamed(node: &Node) -> Example {
    Example {
        name: None,
        summary: None,
        description: None,
        value: node.to_json(),
        origin: node.origin,
    }
}

/// Example values of a parameter, a header or a body: `example`, and `examples` by name.
pub(super) fn examples<'a>(cx: &mut Lowering<'a>, owner: &Part<'a>) -> Vec<Example> {
    let mut examples: Vec<Example> = owner.node.get("example").map(unnamed).into_iter().collect();
    let named = owner.node.get("examples").and_then(Node::as_map);
    for entry in named.into_iter().flatten() {
        let name = &*entry.key.text;
        let part = owner.below(&entry.value, &["examples", name], Some(name));
        let Some(part) = cx.resolve(part) else {
            continue;
        };
        // `serializedValue` is the form on the wire: it serves where there is no other.
        let keywords = ["dataValue", "value", "serializedValue"];
        let value = keywords.iter().find_map(|keyword| part.node.get(keyword));
        if let Some(value) = value
            && cx.spend(value)
        {
            examples.push(Example {
                name: Some(name.to_owned()),
                summary: text(part.node, "summary"),
                description: text(part.node, "description"),
                value: value.to_json(),
                origin: value.origin,
            });
        }
    }
    examples
}

/// External docs that the root or a tag has.
pub(super) fn linked(cx: &mut Lowering<'_>, node: &Node) -> Option<ExternalDocs> {
    let written: openapiv3::ExternalDocumentation = leaf::read(cx, node)?;
    Some(ExternalDocs {
        url: written.url,
        description: written.description,
    })
}
