//! What a client asks for by `Prefer` (RFC 7240): `code=404`, `example=name`, `dynamic=true`.
//!
//! This module must not know which answers there are.

use super::problem::{Fault, Kind, Problem};
use super::request::Request;

/// Preferences. Others than these are no concern of a mock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Preferences {
    pub(super) code: Option<u16>,
    pub(super) example: Option<String>,
    pub(super) values: Values,
}

/// Which values are preferred.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Values {
    /// Examples, where there are valid ones.
    #[default]
    Examples,
    /// Made from the schema, whatever examples there are.
    Made,
}

pub(super) fn preferences(request: &Request) -> Result<Preferences, Problem> {
    let mut preferences = Preferences::default();
    let header = request.header("prefer").unwrap_or_default();
    for item in header.split([',', ';']) {
        let (name, value) = item.split_once('=').unwrap_or((item, ""));
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            "code" => {
                let code = value.parse().ok().filter(|code| (200..600).contains(code));
                preferences.code =
                    Some(code.ok_or_else(|| refused("`code` takes a status from 200 to 599"))?);
            }
            "example" => preferences.example = Some(value.to_owned()),
            "dynamic" if value != "false" => preferences.values = Values::Made,
            _ => {}
        }
    }
    Ok(preferences)
}

/// A preference that cannot be met.
pub(super) fn refused(detail: &str) -> Problem {
    Problem::new(400, Kind::NoSuchAnswer, detail)
        .with_faults(vec![Fault::new("#/header/prefer", detail)])
}
