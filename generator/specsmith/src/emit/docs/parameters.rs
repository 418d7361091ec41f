//! Parameters of an operation as tables, one for each place they are sent in.
//!
//! Must not know which operation has them.

use serde::Serialize;
use specsmith_openapi::api::{Location, Parameter};

use super::types::{Remarks, TypeView, Types};
use crate::print::{Fragment, markdown};

/// Parameters that are sent in one place.
#[derive(Serialize)]
pub(super) struct Table {
    title: Fragment,
    rows: Vec<Row>,
    /// What the rows link to, unless a table before described it.
    types: Vec<TypeView>,
}

#[derive(Serialize)]
struct Row {
    name: Fragment,
    ty: Fragment,
    required: bool,
    description: Fragment,
}

/// A table for each place that some parameter is sent in.
pub(super) fn tables(types: &mut Types<'_>, parameters: &[Parameter]) -> Vec<Table> {
    let places = [
        (Location::Path, "Path parameters"),
        (Location::Query, "Query parameters"),
        (Location::QueryString, "Query"),
        (Location::Header, "Header parameters"),
        (Location::Cookie, "Cookie parameters"),
    ];
    places
        .into_iter()
        .map(|(location, title)| table(types, title, parameters, location))
        .filter(|table| !table.rows.is_empty())
        .collect()
}

fn table(
    types: &mut Types<'_>,
    title: &'static str,
    parameters: &[Parameter],
    location: Location,
) -> Table {
    let here = || parameters.iter().filter(|p| p.location == location);
    let sections = types.sections(here().map(|parameter| parameter.ty));
    Table {
        title: markdown::ours(title),
        rows: here().map(|parameter| row(types, parameter)).collect(),
        types: sections,
    }
}

fn row(types: &Types<'_>, parameter: &Parameter) -> Row {
    let remarks = types.remarks(&Remarks {
        ty: parameter.ty,
        docs: &parameter.docs,
        constraints: Some(&parameter.constraints),
        default: parameter.default.as_ref(),
        example: parameter.examples.first().map(|example| &example.value),
        extensions: &parameter.extensions,
        read_only: false,
        write_only: false,
    });
    Row {
        name: markdown::cell_code(&parameter.name),
        ty: types.phrase(parameter.ty),
        required: parameter.required,
        description: remarks,
    }
}
