//! Reports formats of strings that are most likely misspelt ones of those with a type of their own.
//!
//! This module must not know what those types are.

use std::collections::BTreeSet;

use specsmith_openapi::api::{Api, Scalar, Shape, Type};
use specsmith_openapi::report::{Diagnostic, Report, clip};

use crate::config::Sdk;

/// Reports each such format where it is written first.
pub(super) fn report_misspelt(api: &Api, sdk: &Sdk, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for (ty, format) in api.types.iter().filter_map(format) {
        if let Some(meant) = sdk.formats.misspelt(format)
            && seen.insert(format)
        {
            report.push(Diagnostic::warning(
                "unknown-format",
                ty.origin,
                format!(
                    "`format: {}` is not known here; it is read as text",
                    clip(format)
                ),
                format!("did you mean `{meant}`?"),
            ));
        }
    }
}

fn format(ty: &Type) -> Option<(&Type, &str)> {
    match &ty.shape {
        Shape::Scalar(Scalar::String { format }) => Some((ty, format.as_deref()?)),
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => None,
    }
}
