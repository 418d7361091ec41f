//! Request snippets: the sample of each operation in each language that the configuration lists.
//!
//! One file an operation and target: `FOLDER/GROUP/METHOD/ID.EXTENSION`. Must not decide: the
//! request is the plan's sample.

mod request;
mod speech;
mod view;

use crate::config::{Language as Spoken, Target};
use crate::plan::{Group, OperationPlan, Plan};
use crate::print::{Language, rust};
use crate::render::Page;

use super::rust::sample;
use speech::{Javascript, Python, Shell};
use view::{Program, Snippet};

/// Every snippet that the configuration asks for.
pub fn emit<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let Some(snippets) = &plan.sdk.snippets else {
        return Vec::new();
    };
    let header = super::header(plan);
    plan.operations()
        .flat_map(|(group, op)| {
            snippets
                .targets
                .iter()
                .map(move |target| (group, op, target))
        })
        .map(|(group, op, target)| page(plan, group, op, target, Some(header.clone())))
        .collect()
}

/// The snippet of an operation for one target; `header` says what wrote it.
pub(super) fn page<'p>(
    plan: &'p Plan<'_>,
    group: &'p Group,
    op: &'p OperationPlan,
    target: &'p Target,
    header: Option<String>,
) -> Page<'p> {
    let path = path(plan, group, op, target);
    let template = target.template.as_str();
    match target.language {
        Spoken::Shell => {
            let view = move || Snippet::<Shell>::new(plan, op, header.as_deref());
            Page::new(path, Language::Shell, template, view)
        }
        Spoken::JavaScript | Spoken::TypeScript => {
            let view = move || Snippet::<Javascript>::new(plan, op, header.as_deref());
            Page::new(path, Language::JavaScript, template, view)
        }
        Spoken::Python => {
            let view = move || Snippet::<Python>::new(plan, op, header.as_deref());
            Page::new(path, Language::Python, template, view)
        }
        Spoken::Rust => {
            let view = move || {
                let program = rust::tokens(&sample::program(plan, group, op));
                Program::new(op, header.as_deref(), program)
            };
            Page::new(path, Language::Rust, template, view)
        }
    }
}

/// Where the snippet is written.
pub(super) fn path(plan: &Plan<'_>, group: &Group, op: &OperationPlan, target: &Target) -> String {
    let folder = plan
        .sdk
        .snippets
        .as_ref()
        .map_or("", |snippets| snippets.path.as_str());
    let folder = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    let (group, method) = (group.ident.plain(), op.method.plain());
    format!(
        "{folder}{group}/{method}/{}.{}",
        target.id, target.extension
    )
}
