//! When a call may be made again.
//!
//! It must not know how that is done.

use specsmith_openapi::api::{Location, Operation, Parameter};

use super::super::Plan;

pub(super) fn retry_statuses(plan: &Plan<'_>, op: &Operation) -> Option<Vec<u16>> {
    let key = "x-specsmith-retry";
    let rule = op
        .extensions
        .get(key)
        .or_else(|| plan.api.extensions.get(key))?;
    let statuses = rule.get("statuses")?.as_array()?;
    Some(
        statuses
            .iter()
            .filter_map(|s| u16::try_from(s.as_u64()?).ok())
            .collect(),
    )
}

pub(super) fn is_idempotency_key(parameter: &Parameter) -> bool {
    parameter.location == Location::Header
        && (parameter
            .extensions
            .get("x-specsmith-idempotency-key")
            .and_then(|v| v.as_bool())
            == Some(true))
}
