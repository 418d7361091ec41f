//! How a caller chooses where calls go.
//!
//! It must not know what is called there.

use specsmith_openapi::api::{Api, Server, ServerVariable};
use specsmith_openapi::report::{Diagnostic, Report};

use super::names::{Case, Ident, Scope};

/// What the builder offers about servers.
#[derive(Debug)]
pub struct ServersPlan {
    /// Constants by which one of several servers is chosen, in the order of the description; empty
    /// where there is no choice.
    pub constants: Vec<Ident>,
    /// Calls go somewhere although nothing is chosen.
    pub has_default: bool,
    /// Variables of all servers.
    pub variables: Vec<VariablePlan>,
}

/// A variable that the builder sets.
#[derive(Debug)]
pub struct VariablePlan {
    /// Name in the URL.
    pub name: String,
    /// Method of the builder.
    pub setter: Ident,
    /// The variable where it was first met.
    pub described: ServerVariable,
}

/// Names the servers and their variables. `scope` holds the methods of the builder.
pub(super) fn plan(api: &Api, scope: &mut Scope, report: &mut Report) -> ServersPlan {
    let mut names = Scope::with_reserved(["SPEC"]);
    let constants = match api.servers.as_slice() {
        [] | [_] => Vec::new(),
        all => all
            .iter()
            .map(|server| names.name(&spoken(server), Case::Shouty))
            .collect(),
    };
    report_choices(api, report);
    ServersPlan {
        constants,
        has_default: api
            .servers
            .first()
            .is_some_and(|server| server.url.contains("://")),
        variables: variables(api, scope),
    }
}

fn variables(api: &Api, scope: &mut Scope) -> Vec<VariablePlan> {
    let mut variables: Vec<VariablePlan> = Vec::new();
    let own = api.operations.iter().filter_map(|op| op.servers.first());
    for (name, described) in api
        .servers
        .iter()
        .chain(own)
        .flat_map(|server| &server.variables)
    {
        if !variables.iter().any(|known| known.name == *name) {
            variables.push(VariablePlan {
                name: name.clone(),
                setter: scope.name_or(&format!("server {name}"), "variable", Case::Snake),
                described: described.clone(),
            });
        }
    }
    variables
}

/// The longest description that is a name.
const NAME: usize = 32;

/// The words a server is named after: its name, its description when that is short, or its URL.
fn spoken(server: &Server) -> String {
    if let Some(name) = &server.name {
        return name.clone();
    }
    let said = server.description.as_deref().unwrap_or_default().trim();
    let said = said.trim_end_matches('.');
    if !said.is_empty() && said.len() <= NAME && said.contains(char::is_alphanumeric) {
        return said.to_owned();
    }
    let url = server
        .url
        .split_once("://")
        .map_or(server.url.as_str(), |(_, rest)| rest);
    url.to_owned()
}

/// Operations are called at the first of their own servers.
fn report_choices(api: &Api, report: &mut Report) {
    for op in api.operations.iter().filter(|op| op.servers.len() > 1) {
        report.push(Diagnostic::warning(
            "operation-servers",
            op.origin,
            "of several servers of one operation, only the first is called",
            "set `base_url` on a client of its own to call another",
        ));
    }
}
