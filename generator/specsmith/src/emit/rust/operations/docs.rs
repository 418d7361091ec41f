//! What the docs of an operation say: of its method, its call and its mark.

use specsmith_openapi::api::Operation;

use crate::emit::extensions;
use crate::emit::rust::{answers, bodies, docs, headers};
use crate::plan::{Argument, Group, OperationPlan, Plan};
use crate::print::{Fragment, rust};

/// What it does, its arguments, its answer with headers, and its errors.
pub(super) fn of_method(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> Fragment {
    let mut text = docs::of(&described.docs, &format!("`{}`.", described.pointer));
    text.push(docs::code(&format!(
        "{} {}",
        described.method.as_str(),
        described.path
    )));
    text.extend(answers::note(plan, described, op));
    text.extend(extensions::sentences(plan.sdk, &described.extensions));
    let answer = answers::link(plan, op);
    let answer = answer.map(|answer| format!("Answered with {answer}."));
    let answer = answer.map(|said| rust::doc_lines(&[String::new(), said]));
    let sections = [
        answer,
        docs::section("Arguments", &arguments(plan, described, op)),
        docs::section("Response headers", &headers::list(plan, described)),
        Some(errors(plan, described, op)),
    ];
    let intro = docs::paragraphs(&text);
    rust::joined([intro].into_iter().chain(sections.into_iter().flatten()))
}

fn arguments(
    plan: &Plan<'_>,
    described: &Operation,
    op: &OperationPlan,
) -> Vec<(String, Vec<String>)> {
    let argument = |argument: &Argument| match argument {
        Argument::Parameter(index) => {
            let said = described.parameters.get(*index)?.docs.description.clone();
            let name = docs::code(op.parameters.get(*index)?.ident.plain());
            Some(match said {
                Some(said) => (format!("{name}:"), vec![said]),
                None => (name, Vec::new()),
            })
        }
        Argument::Body => {
            let body = op.body.as_ref()?;
            let said = described.body.as_ref()?.docs.description.clone();
            let note = bodies::note(plan, described, body);
            let said: Vec<String> = said.into_iter().chain(note).collect();
            let name = docs::code(body.ident.plain());
            Some(match (said.is_empty(), bodies::link(plan, body)) {
                (true, Some(link)) => (format!("{name}: see {link}."), Vec::new()),
                (true, None) => (name, said),
                (false, _) => (format!("{name}:"), said),
            })
        }
    };
    op.arguments.iter().filter_map(argument).collect()
}

fn errors(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> Fragment {
    let refusals = described.responses.iter();
    let refusals = refusals.filter(|response| !response.status.is_success());
    let lines: Vec<(String, Vec<String>)> = refusals
        .map(|response| {
            let mut errors = op.errors.iter();
            let found = errors.find(|error| error.status == response.status);
            let ty = found.map(|error| format!(" {}", docs::link_to_type(plan, &error.ty)));
            let status = answers::status_text(response.status);
            let lead = format!("{status}{}:", ty.unwrap_or_default());
            let said = response.docs.description.clone();
            (lead, said.into_iter().collect())
        })
        .collect();
    let always = docs::link("Error", "crate::Error");
    let always = match (&op.error_choice, lines.as_slice()) {
        (_, []) => format!("What every call can fail with, see {always}."),
        (Some(choice), _) => {
            let of = docs::link(
                &format!("{}::of", choice.plain()),
                &format!("{}::of", choice.plain()),
            );
            format!("What every call can fail with, see {always}, and, read by {of},")
        }
        (None, _) => format!("What every call can fail with, see {always}, and"),
    };
    let heading = rust::doc_lines(&["", "# Errors", "", &always]);
    let gap = (!lines.is_empty()).then(|| rust::doc_lines(&[""]));
    let lines = rust::doc_list(&lines);
    rust::joined([Some(heading), gap, Some(lines)].into_iter().flatten())
}

/// Docs of the call that the method returns.
pub(super) fn of_call(group: &Group, op: &OperationPlan) -> Fragment {
    let (handle, method) = (group.handle.plain(), &op.method);
    rust::doc_lines(&[
        format!("A call of [`{handle}::{method}`], to be completed and sent."),
        String::new(),
        "Nothing happens before one of the `send` methods is called, which are those of every \
         [`Call`]."
            .to_owned(),
    ])
}

/// Docs of the type that tells calls of this operation apart.
pub(super) fn of_mark(group: &Group, op: &OperationPlan) -> Fragment {
    let (handle, method) = (group.handle.plain(), op.method.plain());
    rust::doc_lines(&[format!(
        "Marks calls of [`{handle}::{method}`](super::{handle}::{method})."
    )])
}
