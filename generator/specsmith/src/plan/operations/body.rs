//! Request bodies: how each is given and in which media type it is sent.
//!
//! It must not know of parameters and answers.

use specsmith_openapi::api::Body;
use specsmith_openapi::report::{Diagnostic, Report};

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::super::types::Ty;

/// How the request body is given.
#[derive(Debug)]
pub struct BodyPlan {
    /// Argument or setter.
    pub ident: Ident,
    /// The call is refused without it.
    pub required: bool,
    /// Media type sent.
    pub content_type: String,
    /// Type of its value; `None`: bytes that the caller encodes.
    pub ty: Option<Ty>,
}

pub(super) fn body_plan(plan: &Plan<'_>, body: &Body, report: &mut Report) -> BodyPlan {
    let json = body.media.iter().find(|media| is_json(&media.content_type));
    let first = json.or(body.media.first());
    for media in body
        .media
        .iter()
        .filter(|media| !is_json(&media.content_type))
    {
        let kept = json.is_some();
        report.push(Diagnostic::warning(
            "body-untyped",
            media.origin,
            format!("a body of type `{}` is not typed yet", media.content_type),
            if kept {
                "the JSON form is used"
            } else {
                "the method takes bytes that you encode"
            },
        ));
    }
    let ty = json.map(|media| media.ty.map_or(Ty::Value, |place| plan.ty_of(place)));
    let ident = Scope::default().name("body", Case::Snake);
    BodyPlan {
        ident,
        required: body.required,
        content_type: first
            .map_or("application/octet-stream", |m| m.content_type.as_str())
            .to_owned(),
        ty,
    }
}

/// `application/json` and every `+json` type (RFC 6839, section 3.1).
pub(in crate::plan) fn is_json(content_type: &str) -> bool {
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}
