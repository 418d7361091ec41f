//! What may come back: statuses, headers, bodies.
//!
//! It must not know of requests.

use super::context::Lowering;
use super::place::Part;
use super::{docs, headers, media};
use crate::api::{Docs, Response, Status};
use crate::read::Key;

/// The responses of an operation, in the order written.
pub(super) fn responses<'a>(cx: &mut Lowering<'a>, operation: &Part<'a>) -> Vec<Response> {
    let Some(owner) = operation.get("responses", Some("response")) else {
        return Vec::new();
    };
    let mut responses = Vec::new();
    for entry in owner.node.as_map().into_iter().flatten() {
        let Some(status) = status(&entry.key.text) else {
            continue;
        };
        let word = word(status);
        let part = owner.below(&entry.value, &[&entry.key.text], word.as_deref());
        let written = docs::of_object(&entry.value);
        let by_reference = part.node.get("$ref").is_some();
        let Some(part) = cx.resolve(part) else {
            continue;
        };
        if by_reference && !cx.spend(part.node) {
            continue;
        }
        responses.push(response(cx, status, &entry.key, &part, written));
    }
    responses
}

fn response<'a>(
    cx: &mut Lowering<'a>,
    status: Status,
    key: &Key,
    part: &Part<'a>,
    written: Docs,
) -> Response {
    let mut docs = docs::of_object(part.node);
    // Beside a reference they override those of what it leads to.
    docs.summary = written.summary.or(docs.summary);
    docs.description = written.description.or(docs.description);
    Response {
        status,
        origin: key.origin,
        docs,
        headers: headers::headers(cx, part),
        media: media::media(cx, part),
        extensions: docs::extensions(part.node),
    }
}

/// The key of a response; normalize left no other forms.
fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Default);
    }
    let upper = key.to_ascii_uppercase();
    match upper.strip_suffix("XX") {
        Some(hundred) => hundred.parse().ok().map(Status::Range),
        None => upper.parse().ok().map(Status::Code),
    }
}

/// Whether a key stands for success.
pub(super) fn is_success(key: &str) -> bool {
    status(key).is_some_and(Status::is_success)
}

/// Success needs no word: it is what an operation returns.
fn word(status: Status) -> Option<String> {
    match status {
        Status::Code(200..=299) | Status::Range(2) => None,
        Status::Code(code) => Some(code.to_string()),
        Status::Range(hundred) => Some(format!("{hundred}xx")),
        Status::Default => Some("default".to_owned()),
    }
}
