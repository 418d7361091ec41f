//! Bodies of sample requests, and of the answers to them.
//!
//! It must not know of parameters and credentials.

use specsmith_openapi::api::{Media, Operation, Status, Value};

use super::Plan;
use super::fits::Side;
use super::operations::{BodyPlan, Family, FormKind, Success, is_text_of, successes, usual};
use super::sample_forms::{self, BOUNDARY};
use super::samples::media_value;
use super::types::Ty;

/// The body of a sample.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleBody {
    /// Position in [`BodyPlan::forms`].
    pub form: usize,
    /// Media type as sent.
    pub content_type: String,
    /// The value that is sent.
    pub value: Value,
    /// Its text on the wire, where that is not the JSON of the value.
    pub text: Option<String>,
}

/// What a success brings back.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleAnswer {
    /// Status.
    pub status: u16,
    /// Media type; empty when there is no body.
    pub content_type: String,
    /// The value.
    pub value: Value,
    /// Its text on the wire, where that is not the JSON of the value.
    pub text: Option<String>,
}

/// What a file holds in samples.
pub(super) const FILE: &str = "contents of the file";

/// The body in its usual form.
pub(super) fn body(plan: &Plan<'_>, op: &Operation, body: &BodyPlan) -> Option<SampleBody> {
    let form = body.usual()?;
    let position = body.forms.iter().position(|it| it.media == form.media)?;
    let media = op.body.as_ref()?.media.get(form.media)?;
    let value = media_value(plan.api, media, Side::Request);
    let written = || media.content_type.clone();
    let sent = |value, content_type, text| SampleBody {
        form: position,
        content_type,
        value,
        text,
    };
    Some(match &form.kind {
        FormKind::Json(_) => sent(value, or_else(media, "application/json"), None),
        FormKind::Text(ty) => {
            let value = text_value(media, ty, value);
            let text = plain(&value);
            sent(
                value,
                or_else(media, "text/plain; charset=utf-8"),
                Some(text),
            )
        }
        FormKind::Items(_) => {
            let items = items(&value, media);
            let text = lines(&items, media);
            sent(Value::Array(items), written(), Some(text))
        }
        FormKind::File => {
            let content_type = or_else(media, "application/octet-stream");
            sent(Value::Null, content_type, Some(FILE.to_owned()))
        }
        FormKind::Fields(_) if Family::of(&media.content_type) == Some(Family::Form) => {
            let text = sample_forms::urlencoded(media, &value);
            sent(value, written(), Some(text))
        }
        FormKind::Fields(_) => {
            let essence = media.content_type.split(';').next().unwrap_or_default();
            let content_type = format!("{}; boundary={BOUNDARY}", essence.trim());
            let text = sample_forms::multipart(plan, media, &value);
            sent(value, content_type, Some(text))
        }
    })
}

/// A value as text holds it: of text that the schema describes as more, the text of an example.
fn text_value(media: &Media, ty: &Ty, value: Value) -> Value {
    if *ty != Ty::String || value.is_string() {
        return value;
    }
    let mut examples = media.examples.iter().map(|example| &example.value);
    let text = examples.find(|example| example.is_string()).cloned();
    text.unwrap_or_else(|| Value::from("text"))
}

/// The media type, where it is one and not a range.
fn or_else(media: &Media, range: &str) -> String {
    match media.content_type.contains('*') {
        true => range.to_owned(),
        false => media.content_type.clone(),
    }
}

/// What the first success brings back; `None` where none is described.
pub(super) fn answer(plan: &Plan<'_>, op: &Operation, success: &Success) -> Option<SampleAnswer> {
    let (_, response) = successes(op).first().copied()?;
    let status = match response.status {
        Status::Code(code) => code,
        Status::Range(_) | Status::Default => 200,
    };
    let answer = |content_type, value, text| SampleAnswer {
        status,
        content_type,
        value,
        text,
    };
    let Some(media) = usual(plan, response) else {
        return Some(answer(String::new(), Value::Null, Some(String::new())));
    };
    let value = media_value(plan.api, media, Side::Response);
    let text = match success {
        Success::Items(_) if Family::of(&media.content_type) == Some(Family::Events) => {
            Some(event(value.get("data").unwrap_or(&value)))
        }
        Success::Items(_) => Some(lines(&items(&value, media), media)),
        Success::Events(_) => Some(event(&value)),
        Success::Raw => Some(plain(&value)),
        Success::Value(ty) if is_text_of(plan, media) => {
            Some(plain(&text_value(media, ty, value.clone())))
        }
        Success::Choice(_) if is_text_of(plan, media) => Some(plain(&value)),
        Success::Value(_) | Success::Choice(_) | Success::Empty => None,
    };
    let content_type = or_else(media, "application/json");
    Some(answer(content_type, value, text))
}

/// The values of a series, from an example of one of them or of all.
fn items(value: &Value, media: &Media) -> Vec<Value> {
    match value {
        Value::Array(items) if media.item.is_none() => items.clone(),
        one => vec![one.clone()],
    }
}

fn lines(items: &[Value], media: &Media) -> String {
    let begin = match media.content_type.contains("json-seq") {
        true => "\u{1e}",
        false => "",
    };
    items
        .iter()
        .map(|item| format!("{begin}{item}\n"))
        .collect()
}

fn event(data: &Value) -> String {
    let data = plain(data);
    let lines: String = data.lines().map(|line| format!("data: {line}\n")).collect();
    format!("{lines}\n")
}

/// A value as text: strings as they are, all else as JSON.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
