//! How each operation is called: its group, its method, its arguments, what it returns.
//!
//! One concept a file. It must not know how types are written.

mod answers;
mod body;
mod errors;
mod groups;
mod media;
mod names;
mod paging;
mod parameters;
mod retry;
mod statuses;
mod wire;

use specsmith_openapi::api::{Location, Operation, OperationId};
use specsmith_openapi::report::Report;

pub use answers::{AnswerPlan, AnswerVariant, OtherAnswer, Success};
pub(in crate::plan) use answers::{successes, usual};
pub use body::{BodyPlan, FormKind, FormPlan, PartHeaderPlan};
pub use errors::ErrorPlan;
pub use groups::Group;
pub(in crate::plan) use groups::plan;
pub(crate) use media::Family;
pub(in crate::plan) use media::{has_parts, is_file, is_text_of};
pub use paging::{NextPage, PagePlace, PagingPlan};
pub use parameters::{ParameterPlan, RawSwitch};
pub use wire::{WireForm, WirePlan};

use super::Plan;
use super::names::{Case, Ident, Scope};
use super::samples::{self, Sample};
use super::types::Ty;

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
    /// `Accept` of the request; `None`: `application/json`.
    pub accept: Option<String>,
    /// What a call returns.
    pub success: Success,
    /// Other forms in which the answer can be asked for.
    pub others: Vec<OtherAnswer>,
    /// Bodies of refusals, by status.
    pub errors: Vec<ErrorPlan>,
    /// Name of the enum of these; `None` where all are of one type.
    pub error_choice: Option<Ident>,
    /// Statuses on which the description asks to try again; `None`: the usual ones.
    pub retry_statuses: Option<Vec<u16>>,
    /// Position of the parameter that makes repeating safe.
    pub idempotency_key: Option<usize>,
    /// How the pages of its answer follow each other, where it comes in pages.
    pub paging: Option<PagingPlan>,
    /// The description types a body or an answer that callers give or get as bytes, or as any
    /// value because of an error.
    pub degraded: bool,
    /// A request that shows how it is used.
    pub sample: Sample,
}

impl OperationPlan {
    /// The types that its code names.
    pub fn types(&self) -> Vec<Ty> {
        let mut types: Vec<Ty> = self.parameters.iter().map(|it| it.ty.clone()).collect();
        types.extend(self.body.iter().flat_map(BodyPlan::types));
        types.extend(self.errors.iter().map(|error| error.ty.clone()));
        let others = self.others.iter().map(|other| &other.success);
        types.extend(others.chain([&self.success]).flat_map(Success::types));
        types.extend(self.paging.iter().map(|paging| paging.item.clone()));
        types
    }
}

/// An argument of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument {
    /// Position in [`OperationPlan::parameters`].
    Parameter(usize),
    /// The request body.
    Body,
}

/// Names that a setter must not take: the methods of every call.
const CALL_METHODS: [&str; 21] = [
    "at_url",
    "attempt_timeout",
    "header",
    "into_form",
    "into_raw",
    "into_unsent",
    "new",
    "of_unsent",
    "on_download",
    "on_upload",
    "retry",
    "send",
    "send_raw",
    "send_response",
    "send_stream",
    "set_body",
    "set_items",
    "set_parameter",
    "set_part_header",
    "timeout",
    "validated",
];

/// Further ones, where the answer comes in pages.
const PAGE_METHODS: [&str; 2] = ["items", "pages"];

/// What an operation is called.
struct Named {
    method: Ident,
    builder: Ident,
    constant: Ident,
    /// All the words, to name what belongs to it.
    full: String,
}

fn operation(
    plan: &Plan<'_>,
    id: OperationId,
    named: Named,
    idents: &mut Scope,
    report: &mut Report,
) -> OperationPlan {
    let op = &plan.api[id];
    let mut ident = |what| idents.name(&format!("{} {what}", named.full), Case::Camel);
    let success = answers::success(plan, op, || ident("answer"), report);
    let paging = paging::plan(plan, op, &success, report);
    let of_pages = paging.iter().flat_map(|_| PAGE_METHODS);
    let mut scope = Scope::with_reserved(CALL_METHODS.into_iter().chain(of_pages));
    let parameters: Vec<ParameterPlan> = op
        .parameters
        .iter()
        .map(|p| parameters::parameter(plan, p, &mut scope, report))
        .collect();
    let described = op.body.as_ref();
    let body =
        described.and_then(|body| body::body(plan, body, || ident("body"), &mut scope, report));
    let errors = errors::errors(plan, op);
    OperationPlan {
        id,
        method: named.method,
        builder: named.builder,
        constant: named.constant,
        arguments: arguments(op, body.as_ref()),
        accept: answers::accept(plan, op),
        others: answers::others(plan, op, &mut scope),
        error_choice: errors::differ(&errors).then(|| ident("error")),
        degraded: op.docs.untyped.is_some()
            || body.as_ref().is_some_and(|body| body.untyped)
            || answers::is_untyped(plan, op, &success),
        sample: samples::sample(plan, op, &parameters, body.as_ref(), &success),
        success,
        paging,
        errors,
        retry_statuses: retry::retry_statuses(plan, op),
        idempotency_key: op.parameters.iter().position(retry::is_idempotency_key),
        parameters,
        body,
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

#[cfg(test)]
mod tests {
    use super::CALL_METHODS;

    /// A method that calls gain would clash with the setter of a parameter of its name.
    #[test]
    fn every_method_of_a_call_is_reserved() {
        let text: Vec<&str> = crate::render::WRITTEN
            .iter()
            .filter(|(name, _)| *name == "rust/client/call.rs")
            .flat_map(|(_, text)| text.split("\nimpl<O, T").skip(1))
            .filter_map(|text| text.split("\n}\n").next())
            .collect();
        let mut methods: Vec<&str> = text
            .iter()
            .flat_map(|text| text.split(" fn ").skip(1))
            .filter_map(|text| text.split(['(', '<']).next())
            .filter(|name| *name != "fmt")
            .collect();
        methods.sort_unstable();
        methods.dedup();
        assert_eq!(methods, CALL_METHODS);
    }
}
