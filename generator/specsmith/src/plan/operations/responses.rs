//! Responses: what a call returns, and what it fails with.
//!
//! It must not know of requests.

use specsmith_openapi::api::{Media, Operation, Response, Status};
use specsmith_openapi::report::{Diagnostic, Report};

use super::super::Plan;
use super::super::types::Ty;
use super::body::is_json;

/// What a call returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Success {
    /// A decoded JSON document.
    Json(Ty),
    /// Nothing.
    Empty,
    /// Bytes as they come.
    Raw,
}

/// Body of a refusal.
#[derive(Debug)]
pub struct ErrorPlan {
    /// Statuses it comes with.
    pub status: Status,
    /// Its type.
    pub ty: Ty,
}

pub(super) fn success(plan: &Plan<'_>, op: &Operation, report: &mut Report) -> Success {
    let all: Vec<&Response> = op
        .responses
        .iter()
        .filter(|r| r.status.is_success())
        .collect();
    let found: Vec<Success> = all
        .iter()
        .map(|response| returned(plan, response))
        .collect();
    let Some(first) = found.first() else {
        // Only `default` is described: it speaks of success as well.
        return op
            .responses
            .iter()
            .find(|r| r.status == Status::Default && op.responses.len() == 1)
            .map_or(Success::Empty, |response| returned(plan, response));
    };
    if found.iter().all(|other| other == first) {
        return first.clone();
    }
    if let Some(response) = all.first() {
        report.push(Diagnostic::warning(
            "responses-untyped",
            response.origin,
            "the statuses of success come with different bodies, so the call returns bytes",
            "decode them by status, or describe one body for all",
        ));
    }
    Success::Raw
}

fn returned(plan: &Plan<'_>, response: &Response) -> Success {
    if response.media.is_empty() {
        return Success::Empty;
    }
    match json(response) {
        Some(Media {
            ty: Some(place), ..
        }) => Success::Json(plan.ty_of(*place)),
        Some(Media { ty: None, .. }) => Success::Json(Ty::Value),
        None => Success::Raw,
    }
}

fn json(response: &Response) -> Option<&Media> {
    response
        .media
        .iter()
        .find(|media| is_json(&media.content_type))
}

pub(super) fn errors(plan: &Plan<'_>, op: &Operation) -> Vec<ErrorPlan> {
    op.responses
        .iter()
        .filter(|response| !response.status.is_success())
        .filter(|response| response.status != Status::Default || op.responses.len() > 1)
        .filter_map(|response| {
            let place = json(response)?.ty?;
            Some(ErrorPlan {
                status: response.status,
                ty: plan.ty_of(place),
            })
        })
        .collect()
}
