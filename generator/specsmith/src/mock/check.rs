//! Whether the parameters of a request are as described.
//!
//! This module must not look at bodies.

use specsmith_openapi::api::{Location, Operation, Parameter};

use super::bundle::Direction;
use super::coerce::{Raw, coerce};
use super::judge::{Compiled, Judge};
use super::places::Places;
use super::problem::{Fault, Kind, Problem};
use super::request::Request;
use super::shape::Schema;
use super::wire::{self, Sent};

/// Refuses a request with a parameter that is missing or not valid; all of them are told.
pub(super) fn check(
    judge: &Judge,
    operation: &Operation,
    request: &Request,
    path: &[(String, String)],
) -> Result<(), Problem> {
    let query = operation.parameters.iter();
    let query = query.filter(|it| it.location == Location::Query);
    let names: Vec<&str> = query.map(|it| it.name.as_str()).collect();
    let sent = Sent {
        request,
        path,
        names: &names,
    };
    let places = Places {
        source: &judge.source,
        operation,
    };
    let parameters = operation.parameters.iter();
    let faults: Vec<Fault> = parameters
        .flat_map(|parameter| faults(judge, &places, parameter, &sent))
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    let detail = "a parameter is missing or not as its schema says";
    Err(Problem::new(400, Kind::InvalidRequest, detail).with_faults(faults))
}

fn faults(
    judge: &Judge,
    places: &Places<'_>,
    parameter: &Parameter,
    sent: &Sent<'_>,
) -> Vec<Fault> {
    let pointer = pointer(parameter);
    let place = places.parameter(parameter);
    if place.is_none() {
        let name = &parameter.name;
        judge.note(format!(
            "no schema of the parameter `{name}` is found; it takes any value"
        ));
    }
    let compiled = place.map(|place| judge.schema(&place, Direction::Sent));
    let schema = compiled.as_deref().map(|it| Schema::new(&it.schema));
    match wire::read(parameter, sent, schema) {
        None if parameter.required => vec![Fault::new(pointer, "it is required")],
        None => Vec::new(),
        Some(raw) if parameter.allow_empty && is_empty(&raw) => Vec::new(),
        Some(raw) => compiled.map_or_else(Vec::new, |it| judged(&it, &raw, &pointer)),
    }
}

/// Texts may be read as more than one kind of value: any of them may be valid.
fn judged(compiled: &Compiled, raw: &Raw, pointer: &str) -> Vec<Fault> {
    let value = coerce(raw, Some(Schema::new(&compiled.schema)));
    if compiled.is_valid(&value) || compiled.is_valid(&coerce(raw, None)) {
        return Vec::new();
    }
    compiled.faults(&value, pointer)
}

fn is_empty(raw: &Raw) -> bool {
    match raw {
        Raw::Text(text) => text.is_empty(),
        Raw::List(items) => items.iter().all(is_empty),
        Raw::Map(fields) => fields.is_empty(),
        Raw::Exact(_) => false,
    }
}

fn pointer(parameter: &Parameter) -> String {
    let location = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::QueryString => return "#/query".to_owned(),
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    super::pointer(location, &parameter.name)
}
