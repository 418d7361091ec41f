//! Groups: which operations a client offers together.
//!
//! It must not know what an operation sends or returns.

use std::sync::Arc;

use rayon::prelude::*;
use specsmith_openapi::api::{Operation, OperationId, Tag};
use specsmith_openapi::report::Report;

use super::super::Plan;
use super::super::names::{Case, Ident, Scope, name_words};
use super::super::types::given_name;
use super::{Named, OperationPlan, names, operation, paging};

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
    "Constraint",
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
    let taken = CLIENT_METHODS.into_iter().chain(names::OF_VALUES);
    let mut idents = Scope::with_reserved(taken.chain(webhooks));
    let imported = Arc::new(imported(plan));
    let mut handles = Scope::inside(&imported);
    let titles = titles(plan);
    let operations = plan.api.operations();
    let members: Vec<(OperationId, &Operation, Option<usize>)> = operations
        .map(|(id, op)| (id, op, position(op, &titles)))
        .collect();
    let mut groups = titles
        .into_iter()
        .map(|Title { title, tag, .. }| {
            let declared = tag.and_then(|index| plan.api.tags.get(index));
            let given = declared.and_then(|tag| given_name(&tag.extensions));
            let spoken = given.unwrap_or(&title);
            Group {
                tag,
                ident: idents.name_or(spoken, "api", Case::Snake),
                handle: handles.name_or(spoken, "api", Case::Camel),
                title,
                operations: Vec::new(),
            }
        })
        .collect::<Vec<_>>();
    let all = groups.par_iter_mut().enumerate().map(|(index, group)| {
        let members = members.iter().filter(|(_, _, at)| *at == Some(index));
        let members = members.map(|(id, op, _)| (*id, *op)).collect();
        let mut findings = Report::new();
        group.operations = self::operations(plan, group, members, &imported, &mut findings);
        findings
    });
    let findings: Vec<Report> = all.collect();
    findings.into_iter().for_each(|it| report.append(it));
    paging::report_idle(plan, report);
    groups
}

/// Names that the modules of groups import, those of the types among them: nothing there may share
/// one.
fn imported(plan: &Plan<'_>) -> Scope {
    let types = plan.items.iter().map(|item| item.ident.plain());
    Scope::with_reserved(IMPORTED.into_iter().chain(types))
}

/// What a group is called, and the position of its tag.
struct Title {
    title: String,
    /// Its words, as names have them: every operation without a tag asks for them.
    words: String,
    tag: Option<usize>,
}

impl Title {
    fn new(title: String, tag: Option<usize>) -> Self {
        Self {
            words: name_words(&title),
            title,
            tag,
        }
    }
}

/// The groups in the order of the tags. Tags without an operation have none.
fn titles(plan: &Plan<'_>) -> Vec<Title> {
    let operations = &plan.api.operations;
    let is_used = |tag: &Tag| {
        operations
            .iter()
            .any(|op| op.tags.first() == Some(&tag.name))
    };
    let tags = plan.api.tags.iter().enumerate();
    let mut titles: Vec<Title> = tags
        .filter(|(_, tag)| is_used(tag))
        .map(|(index, tag)| Title::new(tag.name.clone(), Some(index)))
        .collect();
    for op in operations.iter().filter(|op| op.tags.is_empty()) {
        if position(op, &titles).is_none() {
            titles.push(Title::new(title_of_untagged(op), None));
        }
    }
    titles
}

/// Which group an operation belongs to. One without a tag goes by its path: to the tag of the same
/// words, which would take the name of a group of its own.
fn position(op: &Operation, titles: &[Title]) -> Option<usize> {
    let mut titles = titles.iter();
    match op.tags.first() {
        Some(tag) => titles.position(|it| it.tag.is_some() && it.title == *tag),
        None => {
            let own = title_of_untagged(op);
            let words = name_words(&own);
            titles.position(|it| match it.tag {
                Some(_) => it.words == words,
                None => it.title == own,
            })
        }
    }
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

fn operations(
    plan: &Plan<'_>,
    group: &Group,
    members: Vec<(OperationId, &Operation)>,
    imported: &Arc<Scope>,
    report: &mut Report,
) -> Vec<OperationPlan> {
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
