//! What the docs of an operation say: of its method, its call and its mark.

use specsmith_openapi::api::Operation;

use crate::emit::extensions;
use crate::emit::rust::{answers, bodies, docs, headers, ty};
use crate::plan::{Argument, Group, OperationPlan, Plan};
use crate::print::{Fragment, rust};

/// What it does, its arguments, the headers of its answer and its errors.
pub(super) fn of_method(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> Fragment {
    let mut text = docs::of(&described.docs, &format!("`{}`.", described.pointer));
    text.push(docs::code(&format!(
        "{} {}",
        described.method.as_str(),
        described.path
    )));
    text.extend(answers::note(plan, described, op));
    text.extend(extensions::sentences(plan.sdk, &described.extensions));
    let arguments = op.arguments.iter().filter_map(|argument| {
        let (ident, said, note) = match argument {
            Argument::Parameter(index) => {
                let parameter = described.parameters.get(*index)?;
                let said = parameter.docs.description.as_deref();
                (&op.parameters.get(*index)?.ident, said, None)
            }
            Argument::Body => {
                let body = op.body.as_ref()?;
                let said = described.body.as_ref()?.docs.description.as_deref();
                (&body.ident, said, bodies::note(plan, described, body))
            }
        };
        let said = said.map(|said| said.trim().replace('\n', "\n  "));
        let said: Vec<String> = said.into_iter().chain(note).collect();
        let said = match said.is_empty() {
            true => "see the type".to_owned(),
            false => said.join("\n\n  "),
        };
        Some(format!("- `{}`: {said}", ident.plain()))
    });
    let arguments: Vec<String> = arguments.collect();
    let intro = docs::paragraphs(&text);
    let arguments = docs::section("Arguments", &arguments.join("\n"));
    let headers = docs::section("Response headers", &headers::list(plan, described));
    let errors = docs::section("Errors", &errors(plan, described, op));
    let sections = [arguments, headers, errors];
    rust::joined([intro].into_iter().chain(sections.into_iter().flatten()))
}

fn errors(plan: &Plan<'_>, described: &Operation, op: &OperationPlan) -> String {
    let lines: Vec<String> = described
        .responses
        .iter()
        .filter(|response| !response.status.is_success())
        .map(|response| {
            let said = response
                .docs
                .description
                .as_deref()
                .unwrap_or_default()
                .trim();
            let found = op
                .errors
                .iter()
                .find(|error| error.status == response.status);
            let ty = found.map(|error| format!(" {}", docs::code(&ty::name_of(plan, &error.ty))));
            let said = said.replace('\n', "\n  ");
            format!(
                "- {}{}: {said}",
                answers::status_text(response.status),
                ty.unwrap_or_default()
            )
        })
        .collect();
    let always = match &op.error_choice {
        Some(choice) => &format!(
            "What every call can fail with, see `Error`, and, read by `{}::of`,",
            choice.plain()
        ),
        None => "What every call can fail with, see `Error`, and",
    };
    if lines.is_empty() {
        always.trim_end_matches(", and").to_owned() + "."
    } else {
        format!("{always}\n\n{}", lines.join("\n"))
    }
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
