//! Groups: which operations a client offers together.
//!
//! It must not know what an operation sends or returns.

use std::sync::Arc;

use specsmith_openapi::api::{Operation, OperationId, Tag};
use specsmith_openapi::report::Report;

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::{Named, OperationPlan, names, operation};

/// Operations that a client offers together.
#[derive(Debug)]
pub struct Group {
    /// Position of its tag in [`Api::tags`](specsmith_openapi::Api::tags); `None` when no operation
    /// of the group has a tag.
    pub tag: Option<usize>,
    /// Name for people, e.g. `Contacts`.
    pub title: String,
    /// Method of the client and module of the crate, e.g. `contacts`.
    pub ident: Ident,
    /// Name of the struct, e.g. `Contacts`.
    pub handle: Ident,
    /// Its operations, in the order of the description.
    pub operations: Vec<OperationPlan>,
}

impl Group {
    /// Its tag, when it has one.
    pub fn tag<'a>(&self, plan: &Plan<'a>) -> Option<&'a Tag> {
        self.tag.and_then(|index| plan.api.tags.get(index))
    }
}

/// Names that a group must not take: what every client offers, and the modules of every crate.
const CLIENT_METHODS: [&str; 12] = [
    "blocking", "builder", "client", "clone", "examples", "formats", "headers", "http", "lib",
    "main", "runtime", "types",
];

/// Names that structs of these files must not take: what the files import, and what they take from
/// the prelude.
const IMPORTED: [&str; 22] = [
    "Async",
    "Blocking",
    "Call",
    "Client",
    "ClientBuilder",
    "Constraints",
    "Err",
    "Error",
    "Http",
    "Into",
    "Map",
    "Mode",
    "None",
    "Ok",
    "Option",
    "Raw",
    "Response",
    "Result",
    "Some",
    "String",
    "Value",
    "Vec",
];

/// Groups the operations and decides how each is called.
pub(in crate::plan) fn plan(plan: &Plan<'_>, report: &mut Report) -> Vec<Group> {
    let webhooks = (!plan.api.webhooks.is_empty()).then_some("webhooks");
    let mut idents = Scope::with_reserved(CLIENT_METHODS.into_iter().chain(webhooks));
    let imported = Arc::new(imported(plan));
    let mut handles = Scope::inside(&imported);
    let mut groups = titles(plan)
        .into_iter()
        .map(|(title, tag)| Group {
            tag,
            ident: idents.name_or(&title, "api", Case::Snake),
            handle: handles.name_or(&title, "api", Case::Camel),
            title,
            operations: Vec::new(),
        })
        .collect::<Vec<_>>();
    for group in &mut groups {
        group.operations = operations(plan, group, &imported, report);
    }
    groups
}

/// Names that the modules of groups import, those of the types among them: nothing there may share
/// one.
fn imported(plan: &Plan<'_>) -> Scope {
    let types = plan.items.iter().map(|item| item.ident.plain());
    Scope::with_reserved(IMPORTED.into_iter().chain(types))
}

/// The groups in the order of the tags, each with the position of its tag. Tags without an
/// operation have none.
fn titles(plan: &Plan<'_>) -> Vec<(String, Option<usize>)> {
    let mut titles: Vec<(String, Option<usize>)> = Vec::new();
    for (index, tag) in plan.api.tags.iter().enumerate() {
        if plan
            .api
            .operations
            .iter()
            .any(|op| op.tags.first() == Some(&tag.name))
        {
            titles.push((tag.name.clone(), Some(index)));
        }
    }
    for op in plan.api.operations.iter().filter(|op| op.tags.is_empty()) {
        let title = title_of_untagged(op);
        if !titles
            .iter()
            .any(|(known, tag)| tag.is_none() && *known == title)
        {
            titles.push((title, None));
        }
    }
    titles
}

/// The first word of the path that is not a version.
fn title_of_untagged(op: &Operation) -> String {
    let version = |word: &str| {
        word.strip_prefix(['v', 'V'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    op.path
        .split('/')
        .find(|word| !word.is_empty() && !word.starts_with('{') && !version(word))
        .unwrap_or("general")
        .to_owned()
}

fn belongs(op: &Operation, group: &Group) -> bool {
    match (op.tags.first(), group.tag) {
        (Some(tag), Some(_)) => *tag == group.title,
        (None, None) => title_of_untagged(op) == group.title,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn operations(
    plan: &Plan<'_>,
    group: &Group,
    imported: &Arc<Scope>,
    report: &mut Report,
) -> Vec<OperationPlan> {
    let members: Vec<(OperationId, &Operation)> = plan
        .api
        .operations()
        .filter(|(_, op)| belongs(op, group))
        .collect();
    let methods = names::methods(&members, &group.title);
    let mut builders = Scope::inside(imported);
    builders.reserve(&group.handle);
    let mut constants = Scope::with_reserved(["SPEC"]);
    // Calls are named before what belongs to them, which so never takes the name of one.
    let named: Vec<(OperationId, Named)> = members
        .into_iter()
        .zip(methods)
        .map(|((id, op), method)| {
            let full = names::full_name(op);
            let builder = builders.name_or(&full, "call", Case::Camel);
            let constant = constants.name(&full, Case::Shouty);
            let named = Named {
                method,
                builder,
                constant,
                full,
            };
            (id, named)
        })
        .collect();
    named
        .into_iter()
        .map(|(id, named)| operation(plan, id, named, &mut builders, report))
        .collect()
}
