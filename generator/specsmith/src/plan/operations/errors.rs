//! Errors: the bodies of refusals, by status.
//!
//! It must not know of successes.

use specsmith_openapi::api::{Operation, Status};

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::super::types::Ty;
use super::{answers, statuses};

/// Body of a refusal.
#[derive(Debug)]
pub struct ErrorPlan {
    /// Position in [`Operation::responses`].
    pub response: usize,
    /// Statuses it comes with.
    pub status: Status,
    /// Its variant where errors of the operation are an enum.
    pub ident: Ident,
    /// Its type.
    pub ty: Ty,
}

/// The refusals whose body has a type.
pub(super) fn errors(plan: &Plan<'_>, op: &Operation) -> Vec<ErrorPlan> {
    let mut scope = Scope::default();
    let successes = answers::successes(op);
    let all = op.responses.iter().enumerate();
    all.filter(|(at, _)| successes.iter().all(|(success, _)| success != at))
        .filter_map(|(at, response)| {
            let place = answers::json(response)?.ty?;
            Some(ErrorPlan {
                response: at,
                status: response.status,
                ident: scope.name(&statuses::word(response.status), Case::Camel),
                ty: plan.ty_of(place),
            })
        })
        .collect()
}

/// Statuses have different bodies, so that an enum tells them apart.
pub(super) fn differ(errors: &[ErrorPlan]) -> bool {
    errors
        .split_first()
        .is_some_and(|(first, rest)| rest.iter().any(|error| error.ty != first.ty))
}
