//! How each operation is called: its group, its method, its arguments, what it returns.
//!
//! One concept a file. It must not know how types are written.

mod body;
mod groups;
mod names;
mod parameters;
mod responses;
mod retry;
mod wire;

use specsmith_openapi::api::{Location, Operation, OperationId};
use specsmith_openapi::report::Report;

pub use body::BodyPlan;
pub(in crate::plan) use body::is_json;
pub use groups::Group;
pub(in crate::plan) use groups::plan;
pub use parameters::{ParameterPlan, RawSwitch};
pub use responses::{ErrorPlan, Success};
pub use wire::{WireForm, WirePlan};

use super::Plan;
use super::names::{Case, Ident, Scope};
use super::samples::{self, Sample};

/// How one operation is called.
#[derive(Debug)]
pub struct OperationPlan {
    /// The operation.
    pub id: OperationId,
    /// Method of its group, e.g. `update`.
    pub method: Ident,
    /// Name of the struct that a call is prepared with, e.g. `UpdateContact`.
    pub builder: Ident,
    /// Name of the static that describes it, e.g. `UPDATE_CONTACT`.
    pub constant: Ident,
    /// One for each of [`Operation::parameters`], in that order.
    pub parameters: Vec<ParameterPlan>,
    /// What is sent as the body.
    pub body: Option<BodyPlan>,
    /// Arguments of the method, in order.
    pub arguments: Vec<Argument>,
    /// What a call returns.
    pub success: Success,
    /// Bodies of refusals, by status.
    pub errors: Vec<ErrorPlan>,
    /// Statuses on which the description asks to try again; `None`: the usual ones.
    pub retry_statuses: Option<Vec<u16>>,
    /// Position of the parameter that makes repeating safe.
    pub idempotency_key: Option<usize>,
    /// A request that shows how it is used.
    pub sample: Sample,
}

/// An argument of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument {
    /// Position in [`OperationPlan::parameters`].
    Parameter(usize),
    /// The request body.
    Body,
}

/// Names that a setter must not take: what every prepared call offers.
const CALL_METHODS: [&str; 11] = [
    "attempt_timeout",
    "body",
    "call",
    "header",
    "retry",
    "send",
    "send_raw",
    "send_response",
    "send_stream",
    "timeout",
    "validated",
];

fn operation(
    plan: &Plan<'_>,
    id: OperationId,
    method: Ident,
    full: &str,
    builders: &mut Scope,
    constants: &mut Scope,
    report: &mut Report,
) -> OperationPlan {
    let op = &plan.api[id];
    let mut scope = Scope::with_reserved(CALL_METHODS);
    let parameters: Vec<ParameterPlan> = op
        .parameters
        .iter()
        .map(|p| parameters::parameter(plan, p, &mut scope, report))
        .collect();
    let body = op
        .body
        .as_ref()
        .map(|body| body::body_plan(plan, body, report));
    let arguments = arguments(op, body.as_ref());
    let sample = samples::sample(plan, op, &parameters, body.as_ref());
    OperationPlan {
        id,
        method,
        builder: builders.name_or(full, "call", Case::Camel),
        constant: constants.name(full, Case::Shouty),
        body,
        arguments,
        success: responses::success(plan, op, report),
        errors: responses::errors(plan, op),
        retry_statuses: retry::retry_statuses(plan, op),
        idempotency_key: op.parameters.iter().position(retry::is_idempotency_key),
        parameters,
        sample,
    }
}

/// Required parameters in the order written, path first, then the required body.
fn arguments(op: &Operation, body: Option<&BodyPlan>) -> Vec<Argument> {
    let at = |path: bool| {
        op.parameters
            .iter()
            .enumerate()
            .filter(move |(_, p)| p.required && (p.location == Location::Path) == path)
            .map(|(index, _)| Argument::Parameter(index))
    };
    let body = body.filter(|body| body.required).map(|_| Argument::Body);
    at(true).chain(at(false)).chain(body).collect()
}
