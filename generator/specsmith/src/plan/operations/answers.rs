//! Answers: what a call returns, by status and media type.
//!
//! It must not know of requests.

use specsmith_openapi::api::{Media, Operation, Response, Status};
use specsmith_openapi::report::{Diagnostic, Report};

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::super::types::Ty;
use super::media::{self, Family};
use super::statuses;

/// What a call returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Success {
    /// A value: a JSON document, or text.
    Value(Ty),
    /// Values one after the other.
    Items(Ty),
    /// Server-sent events with such data.
    Events(Ty),
    /// Nothing.
    Empty,
    /// Bytes as they come.
    Raw,
    /// One of several bodies, by status.
    Choice(AnswerPlan),
}

impl Success {
    /// The types that it names.
    pub fn types(&self) -> Vec<Ty> {
        match self {
            Self::Value(ty) | Self::Items(ty) | Self::Events(ty) => vec![ty.clone()],
            Self::Choice(choice) => choice
                .variants
                .iter()
                .filter_map(|it| it.ty.clone())
                .collect(),
            Self::Empty | Self::Raw => Vec::new(),
        }
    }
}

/// An enum of what the statuses of success bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerPlan {
    /// Its name.
    pub ident: Ident,
    /// One for each status, in the order of the description.
    pub variants: Vec<AnswerVariant>,
}

/// What one status brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerVariant {
    /// Its name.
    pub ident: Ident,
    /// Position in [`Operation::responses`].
    pub response: usize,
    /// Its body; `None`: nothing.
    pub ty: Option<Ty>,
}

/// Another form in which the answer can be asked for.
#[derive(Debug)]
pub struct OtherAnswer {
    /// The method that asks for it.
    pub ident: Ident,
    /// Its media type.
    pub content_type: String,
    /// What the call returns then.
    pub success: Success,
}

/// The responses that stand for success, with their positions. `default` alone speaks of success.
pub(in crate::plan) fn successes(op: &Operation) -> Vec<(usize, &Response)> {
    let is_success = |status: Status| {
        status.is_success() || (status == Status::Default && op.responses.len() == 1)
    };
    let all = op.responses.iter().enumerate();
    all.filter(|(_, response)| is_success(response.status))
        .collect()
}

/// The form of a body that a call asks for: JSON where there is some, else whatever has a type.
pub(in crate::plan) fn usual<'m>(plan: &Plan<'_>, response: &'m Response) -> Option<&'m Media> {
    let by = |test: &dyn Fn(&Media) -> bool| response.media.iter().find(|media| test(media));
    by(&|media| Family::is_json(&media.content_type))
        .or_else(|| {
            by(&|media| matches!(returned(plan, media), Success::Value(ty) if ty != Ty::String))
        })
        .or_else(|| by(&|media| returned(plan, media) != Success::Raw))
        .or_else(|| response.media.first())
}

/// What a call returns. `name` names the enum where there has to be one.
pub(super) fn success(
    plan: &Plan<'_>,
    op: &Operation,
    name: impl FnOnce() -> Ident,
    report: &mut Report,
) -> Success {
    let success = decided(plan, op, name);
    report_untyped(plan, op, &success, report);
    success
}

fn decided(plan: &Plan<'_>, op: &Operation, name: impl FnOnce() -> Ident) -> Success {
    let found: Vec<(usize, &Response, Success)> = successes(op)
        .into_iter()
        .map(|(at, response)| {
            let body = usual(plan, response).map_or(Success::Empty, |media| returned(plan, media));
            (at, response, body)
        })
        .collect();
    let Some((_, _, success)) = found.first() else {
        return Success::Empty;
    };
    if found.iter().all(|(_, _, other)| other == success) {
        return success.clone();
    }
    if let Some(variants) = variants(&found) {
        let ident = name();
        return Success::Choice(AnswerPlan { ident, variants });
    }
    Success::Raw
}

/// A variant for each status; `None` when a body is no value.
fn variants(found: &[(usize, &Response, Success)]) -> Option<Vec<AnswerVariant>> {
    let mut scope = Scope::default();
    let variant = |(response, described, success): &(usize, &Response, Success)| {
        let ty = match success {
            Success::Value(ty) => Some(ty.clone()),
            Success::Empty => None,
            Success::Items(_) | Success::Events(_) | Success::Raw | Success::Choice(_) => {
                return None;
            }
        };
        Some(AnswerVariant {
            ident: scope.name(&statuses::word(described.status), Case::Camel),
            response: *response,
            ty,
        })
    };
    found.iter().map(variant).collect()
}

/// What is made of a body in one media type.
fn returned(plan: &Plan<'_>, media: &Media) -> Success {
    let ty = media.ty.map(|place| plan.ty_of(place));
    let any = || ty.clone().unwrap_or(Ty::Value);
    if media::is_binary(plan, media) {
        return Success::Raw;
    }
    match Family::of(&media.content_type) {
        Some(Family::Json) => Success::Value(any()),
        Some(Family::Series) => Success::Items(media::item(plan, media)),
        Some(Family::Events) => events(plan, media),
        Some(Family::Text | Family::Markup) => Success::Value(media::text(plan, media)),
        Some(Family::Range | Family::Unknown) if media::holds_parts(plan, media) => {
            Success::Value(any())
        }
        Some(Family::Unknown) if media.ty.is_some() => Success::Value(media::text(plan, media)),
        Some(
            Family::Range | Family::Unknown | Family::Form | Family::Multipart | Family::Binary,
        )
        | None => Success::Raw,
    }
}

fn events(plan: &Plan<'_>, media: &Media) -> Success {
    match media.item.or(media.ty) {
        None => Success::Events(Ty::String),
        Some(place) if media::is_whole_event(plan, place) => Success::Items(plan.ty_of(place)),
        Some(place) => Success::Events(plan.ty_of(place)),
    }
}

/// The first of the answers whose described type is lost in what the call returns.
fn lost<'p>(plan: &Plan<'_>, op: &'p Operation, success: &Success) -> Option<&'p Media> {
    let usual = |(_, response)| usual(plan, response);
    let is_lost = |media: &&Media| match success {
        Success::Raw => returned(plan, media) != Success::Raw || media::is_lost(plan, media, None),
        Success::Value(ty) => media::is_lost(plan, media, Some(ty)),
        Success::Choice(_) => match returned(plan, media) {
            Success::Value(ty) => media::is_lost(plan, media, Some(&ty)),
            Success::Items(_)
            | Success::Events(_)
            | Success::Empty
            | Success::Raw
            | Success::Choice(_) => false,
        },
        Success::Items(_) | Success::Events(_) | Success::Empty => false,
    };
    successes(op).into_iter().filter_map(usual).find(is_lost)
}

/// The description types an answer that callers get as text or bytes.
pub(super) fn is_untyped(plan: &Plan<'_>, op: &Operation, success: &Success) -> bool {
    lost(plan, op, success).is_some()
}

/// Reports what [`is_untyped`] says.
fn report_untyped(plan: &Plan<'_>, op: &Operation, success: &Success, report: &mut Report) {
    let Some(media) = lost(plan, op, success) else {
        return;
    };
    let is_typed = returned(plan, media) != Success::Raw && *success == Success::Raw;
    let (code, message, help) = match is_typed {
        true => (
            "responses-untyped",
            "one status of success comes with a value and another with bytes".to_owned(),
            "the call returns bytes; decode them by status, or describe one kind of body",
        ),
        false => (
            "response-untyped",
            format!(
                "an answer of type `{}` is not read field by field",
                media.content_type
            ),
            "the caller decodes it; describe a JSON form",
        ),
    };
    report.push(Diagnostic::warning(code, media.origin, message, help));
}

/// The forms of a success that a call does not ask for by itself.
pub(super) fn others(plan: &Plan<'_>, op: &Operation, scope: &mut Scope) -> Vec<OtherAnswer> {
    let mut seen: Vec<String> = Vec::new();
    let mut others = Vec::new();
    for (_, response) in successes(op) {
        let usual = usual(plan, response).map(|media| &media.content_type);
        seen.extend(usual.map(|it| media::essence(it)));
        for media in &response.media {
            let essence = media::essence(&media.content_type);
            let is_one = Family::of(&essence).is_some() && !essence.contains('*');
            if !is_one || seen.contains(&essence) {
                continue;
            }
            seen.push(essence);
            let spoken = format!("accept {}", media::word(&media.content_type));
            others.push(OtherAnswer {
                ident: scope.name_or(&spoken, "accept", Case::Snake),
                content_type: media.content_type.clone(),
                success: returned(plan, media),
            });
        }
    }
    others
}

/// `Accept` of the request, in the order of the description; `None` when it is
/// `application/json`.
pub(super) fn accept(plan: &Plan<'_>, op: &Operation) -> Option<String> {
    let successes = successes(op);
    let of_success = successes
        .iter()
        .filter_map(|(_, response)| usual(plan, response));
    let is_error = |at: usize| successes.iter().all(|(success, _)| *success != at);
    let errors = op
        .responses
        .iter()
        .enumerate()
        .filter(|(at, _)| is_error(*at));
    let of_errors = errors.flat_map(|(_, response)| json(response));
    let mut accepted: Vec<String> = Vec::new();
    for media in of_success.chain(of_errors) {
        let range = accepted_as(plan, media);
        if range.bytes().all(|byte| matches!(byte, b' '..=b'~')) && !accepted.contains(&range) {
            accepted.push(range);
        }
    }
    if accepted.is_empty() {
        return Some("*/*".to_owned());
    }
    let accepted = accepted.join(", ");
    (accepted != "application/json").then_some(accepted)
}

/// What is asked for to get a body: of any media type, the one that can be read.
fn accepted_as(plan: &Plan<'_>, media: &Media) -> String {
    let essence = media::essence(&media.content_type);
    match returned(plan, media) {
        Success::Value(_) if essence.contains('*') => "application/json".to_owned(),
        Success::Value(_)
        | Success::Items(_)
        | Success::Events(_)
        | Success::Empty
        | Success::Raw
        | Success::Choice(_) => essence,
    }
}

/// The JSON form of a body.
pub(super) fn json(response: &Response) -> Option<&Media> {
    let mut media = response.media.iter();
    media.find(|media| Family::is_json(&media.content_type))
}
