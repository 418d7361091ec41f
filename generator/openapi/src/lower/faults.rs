//! Bodies and answers that an error takes the type of.
//!
//! It must not report anything: every error that it asks for has been.

use super::context::Lowering;
use super::place::Part;
use super::responses::is_success;
use super::uses;
use crate::read::Node;

/// Whether the body of an operation, or what a success brings, is not what the description means:
/// nothing is known of it, or any value is taken, because of an error.
pub(super) fn is_faulty<'a>(cx: &mut Lowering<'a>, operation: &Part<'a>) -> bool {
    let mut parts: Vec<Part<'a>> = operation.get("requestBody", None).into_iter().collect();
    if let Some(responses) = operation.get("responses", None) {
        let all = responses.node.as_map();
        let is_alone = all.is_some_and(|map| map.len() == 1);
        let all = all.into_iter().flatten();
        let successes = all.filter(|entry| is_success(&entry.key.text) || is_alone);
        parts.extend(successes.map(|it| responses.below(&it.value, &[&it.key.text], None)));
    }
    parts.into_iter().any(|part| is_lost(cx, part))
}

/// A body, or what stands for it, none of whose forms is known.
fn is_lost<'a>(cx: &mut Lowering<'a>, part: Part<'a>) -> bool {
    let Some(owner) = cx.resolve(part) else {
        return true;
    };
    let Some(content) = owner.node.get("content").and_then(Node::as_map) else {
        return false;
    };
    let forms: Vec<Part<'a>> = content
        .iter()
        .map(|entry| owner.below(&entry.value, &["content", &entry.key.text], None))
        .collect();
    !forms.is_empty() && forms.into_iter().all(|form| is_lost_form(cx, form))
}

fn is_lost_form<'a>(cx: &mut Lowering<'a>, form: Part<'a>) -> bool {
    let Some(media) = cx.resolve(form) else {
        return true;
    };
    let schemas = ["schema", "itemSchema"].map(|keyword| media.get(keyword, None));
    schemas
        .into_iter()
        .flatten()
        .any(|schema| is_lost_schema(cx, &schema))
}

/// A schema that leads to nothing, or of which an error left nothing.
fn is_lost_schema<'a>(cx: &mut Lowering<'a>, schema: &Part<'a>) -> bool {
    match uses::core_of(cx, schema) {
        None => true,
        Some(core) => !uses::says_more(core.part.node) && cx.has_error_in(core.part.node.origin),
    }
}
