//! What prism takes otherwise than OpenAPI says, or does not take at all.
//!
//! This module must not know how a call was made.

use serde_json::Value;
use specsmith_openapi::api::{Location, Operation};

use crate::callers::Failure;

/// The words for what prism does with a call of an operation; `None` where it is right, as far as is
/// known here.
pub(super) fn quirk(failure: &Failure, operation: &Operation) -> Option<&'static str> {
    let body = failure.body.as_deref().unwrap_or_default();
    let problem: Value = serde_json::from_str(body).unwrap_or_default();
    let ty = problem.get("type").and_then(Value::as_str);
    let Some(ty) = ty else {
        let fails = failure.status.is_some_and(|status| status >= 500)
            || problem.get("message").and_then(Value::as_str) == Some("Something went wrong.");
        return fails.then_some("it fails by itself");
    };
    if ty.ends_with("#NO_RESPONSE_RESPONSE_DEFINED") {
        return Some("it finds no response");
    }
    if ty.ends_with("#NO_PATH_MATCHED_ERROR") {
        let detail = problem.get("detail").and_then(Value::as_str)?;
        let leads_on = !is_path_of(operation, detail.split_whitespace().nth(2)?);
        return leads_on.then_some("it makes up where the next page is");
    }
    let faults: Vec<Fault<'_>> = problem
        .get("validation")?
        .as_array()?
        .iter()
        .map(Fault::of)
        .collect::<Option<_>>()?;
    let mut all = faults.iter();
    if faults.is_empty() {
        None
    } else if sends(operation, "form-urlencoded") && faults.iter().all(Fault::wants_list) {
        Some("it takes a list of one value in a form for the value")
    } else if faults.iter().all(Fault::wants_scalar) {
        Some("it takes a body of a single value for text")
    } else if all.all(|fault| fault.wants_left_out(operation)) {
        Some("it takes an object that is left out for an empty one")
    } else {
        None
    }
}

/// The path has the words of the operation's where that has words.
fn is_path_of(operation: &Operation, path: &str) -> bool {
    let (own, found) = (operation.path.split('/'), path.split('/'));
    own.clone().count() == found.clone().count()
        && own
            .zip(found)
            .all(|(own, found)| own.contains('{') || own == found)
}

/// The first form of the body is of this media type.
fn sends(operation: &Operation, media_type: &str) -> bool {
    let first = operation.body.as_ref().and_then(|body| body.media.first());
    first.is_some_and(|media| media.content_type.contains(media_type))
}

/// What prism says is wrong.
struct Fault<'a> {
    place: Vec<&'a str>,
    message: &'a str,
}

impl<'a> Fault<'a> {
    fn of(fault: &'a Value) -> Option<Self> {
        let place = fault.get("location")?.as_array()?;
        Some(Self {
            place: place.iter().filter_map(Value::as_str).collect(),
            message: fault.get("message")?.as_str()?,
        })
    }

    fn wants_list(&self) -> bool {
        self.message.ends_with("must be array") || self.message.ends_with("must be array,null")
    }

    fn wants_scalar(&self) -> bool {
        let kinds = ["boolean", "integer", "number"];
        let wanted = self.message.strip_prefix("Request body must be ");
        self.place == ["body"] && wanted.is_some_and(|it| kinds.contains(&it))
    }

    /// It misses a property of a parameter that need not be there. Prism knows it in lower case.
    fn wants_left_out(&self, operation: &Operation) -> bool {
        let ["query", name] = self.place.as_slice() else {
            return false;
        };
        let mut parameters = operation.parameters.iter();
        let is_optional = parameters.any(|it| {
            !it.required && it.location == Location::Query && it.name.eq_ignore_ascii_case(name)
        });
        is_optional && self.message.contains("must have required property")
    }
}
