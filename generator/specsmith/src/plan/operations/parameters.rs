//! Parameters: how each is given by the caller.
//!
//! It must not know of bodies and answers.

use specsmith_openapi::api::{Location, Parameter, Style, Wire};

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::super::types::Ty;

/// How one parameter is given.
#[derive(Debug)]
pub struct ParameterPlan {
    /// Argument or setter.
    pub ident: Ident,
    /// Type of its value.
    pub ty: Ty,
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
) -> ParameterPlan {
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
        ty: plan.ty(parameter.ty.ty).clone(),
        raw_switch: match typed {
            Some(values) if !parameter.required => Some(RawSwitch {
                typed: values.iter().filter_map(text).collect(),
            }),
            Some(_) | None => None,
        },
    }
}

fn location(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

/// How a parameter is serialized; the default of its place where it is sent as a document.
pub(in crate::plan) fn style(parameter: &Parameter) -> (Style, bool) {
    match &parameter.wire {
        Wire::Style { style, explode, .. } => (*style, *explode),
        Wire::Content(_) => match parameter.location {
            Location::Path | Location::Header => (Style::Simple, false),
            Location::Query | Location::Cookie => (Style::Form, true),
        },
    }
}
