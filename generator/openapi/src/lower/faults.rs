//! Places whose types an error takes, and which error that is.
//!
//! It must not report anything: every error that it asks for has been.

use super::context::Lowering;
use super::place::Part;
use super::responses::is_success;
use super::uses;
use crate::read::Node;

/// How deep lists in lists are followed.
const LEVELS: usize = 8;

/// The error that the body of an operation, or what a success brings, lost its type to: nothing is
/// known of it, or any value is taken.
pub(super) fn of_operation<'a>(cx: &mut Lowering<'a>, operation: &Part<'a>) -> Option<String> {
    let mut parts: Vec<Part<'a>> = operation.get("requestBody", None).into_iter().collect();
    if let Some(responses) = operation.get("responses", None) {
        let all = responses.node.as_map();
        let is_alone = all.is_some_and(|map| map.len() == 1);
        let all = all.into_iter().flatten();
        let successes = all.filter(|entry| is_success(&entry.key.text) || is_alone);
        parts.extend(successes.map(|it| responses.below(&it.value, &[&it.key.text], None)));
    }
    parts.into_iter().find_map(|part| of_content(cx, part))
}

/// That of a body, or what stands for it, none of whose forms is known.
fn of_content<'a>(cx: &mut Lowering<'a>, part: Part<'a>) -> Option<String> {
    let Some(owner) = cx.resolve(part.clone()) else {
        return Some(at(cx, &part));
    };
    let content = owner.node.get("content").and_then(Node::as_map)?;
    let forms: Vec<Part<'a>> = content
        .iter()
        .map(|entry| owner.below(&entry.value, &["content", &entry.key.text], None))
        .collect();
    let lost = forms.into_iter().map(|form| of_form(cx, form));
    let all: Option<Vec<String>> = lost.collect();
    all?.into_iter().next()
}

fn of_form<'a>(cx: &mut Lowering<'a>, form: Part<'a>) -> Option<String> {
    let Some(media) = cx.resolve(form.clone()) else {
        return Some(at(cx, &form));
    };
    let schemas = ["schema", "itemSchema"].map(|keyword| media.get(keyword, None));
    let mut schemas = schemas.into_iter().flatten();
    schemas.find_map(|schema| match uses::core_of(cx, &schema) {
        None => Some(at(cx, &schema)),
        Some(core) => nothing_left(cx, &core.part),
    })
}

/// The error that a schema, or what its lists hold, lost its type to. The schema is what
/// references lead to, or the reference that leads to nothing.
pub(super) fn of_schema<'a>(cx: &mut Lowering<'a>, schema: &Part<'a>) -> Option<String> {
    let mut schema = schema.clone();
    for _ in 0..LEVELS {
        let Some(items) = schema.get("items", None) else {
            break;
        };
        schema = match uses::core_of(cx, &items) {
            None => return Some(at(cx, &items)),
            Some(core) => core.part,
        };
    }
    if schema.node.get("$ref").is_some() {
        return Some(at(cx, &schema));
    }
    nothing_left(cx, &schema)
}

/// That of a schema of which an error left nothing.
fn nothing_left(cx: &Lowering<'_>, schema: &Part<'_>) -> Option<String> {
    match uses::says_more(schema.node) {
        true => None,
        false => cx.error_in(schema.node.origin).map(str::to_owned),
    }
}

/// The error at a reference that leads to nothing; it may be reported where the chain breaks.
fn at(cx: &Lowering<'_>, reference: &Part<'_>) -> String {
    let found = cx.error_in(reference.node.origin);
    let text = || reference.node.get("$ref").and_then(Node::as_str);
    match (found, text()) {
        (Some(message), _) => message.to_owned(),
        (None, Some(text)) => format!("`{text}` leads to nothing"),
        (None, None) => "the description has an error there".to_owned(),
    }
}
