//! Parameters: how each is given by the caller.
//!
//! It must not know of bodies and answers.

use specsmith_openapi::api::{Location, Parameter};
use specsmith_openapi::report::Report;

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::super::types::Ty;
use super::wire::{self, WireForm, WirePlan};

/// How one parameter is given.
#[derive(Debug)]
pub struct ParameterPlan {
    /// Argument or setter.
    pub ident: Ident,
    /// Type of its value.
    pub ty: Ty,
    /// How the value goes over the wire.
    pub wire: WirePlan,
    /// A call without it is refused when it is sent.
    pub required: bool,
    /// Setting it changes what the call returns.
    pub raw_switch: Option<RawSwitch>,
}

/// A parameter whose values decide whether the answer has the described type.
#[derive(Debug)]
pub struct RawSwitch {
    /// Values with which it has.
    pub typed: Vec<String>,
}

pub(super) fn parameter(
    plan: &Plan<'_>,
    parameter: &Parameter,
    scope: &mut Scope,
    report: &mut Report,
) -> ParameterPlan {
    let wire = wire::wire(plan.api, parameter, report);
    let given = parameter
        .extensions
        .get("x-specsmith-name")
        .and_then(|name| name.as_str());
    let typed = parameter
        .extensions
        .get("x-specsmith-typed-values")
        .and_then(|v| v.as_array());
    let text = |value: &specsmith_openapi::api::Value| value.as_str().map(str::to_owned);
    ParameterPlan {
        ident: scope.name_or(
            given.unwrap_or(&parameter.name),
            location(parameter),
            Case::Snake,
        ),
        ty: ty(plan, parameter, wire),
        wire,
        required: parameter.required && !is_left_out(plan, parameter, wire),
        raw_switch: match typed {
            Some(values) if !parameter.required => Some(RawSwitch {
                typed: values.iter().filter_map(text).collect(),
            }),
            Some(_) | None => None,
        },
    }
}

/// A style has no form for `null`: where it can be left out, that is what `null` means, and where it
/// cannot, `None` leaves it out. A document holds it like any other value.
fn ty(plan: &Plan<'_>, parameter: &Parameter, wire: WirePlan) -> Ty {
    let plain = match wire.form {
        WireForm::Json => return plan.ty_of(parameter.ty),
        WireForm::Text => Ty::String,
        WireForm::Style(_) => plan.ty(parameter.ty.ty).clone(),
    };
    let may_be_empty = wire.allow_empty && !has_empty_value(&plain);
    if may_be_empty || is_left_out(plan, parameter, wire) {
        Ty::Option(Box::new(plain))
    } else {
        plain
    }
}

/// Required, and `null` all the same.
fn is_left_out(plan: &Plan<'_>, parameter: &Parameter, wire: WirePlan) -> bool {
    let is_value = matches!(plan.ty(parameter.ty.ty), Ty::Value);
    let is_styled = matches!(wire.form, WireForm::Style(_));
    parameter.required && parameter.ty.nullable && is_styled && !is_value
}

/// One of the values of the type is sent as `name=` by itself.
fn has_empty_value(ty: &Ty) -> bool {
    match ty {
        Ty::String | Ty::Value | Ty::List(_) | Ty::Map(_) | Ty::Item(_) => true,
        Ty::Option(_) | Ty::Patch(_) => true,
        Ty::Box(inner) => has_empty_value(inner),
        Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64 | Ty::Text(_) | Ty::Upload | Ty::Tuple(_) => {
            false
        }
    }
}

fn location(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::QueryString => "querystring",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}
