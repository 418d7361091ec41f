//! Reference docs in Markdown: an index and a page for each operation.
//!
//! Pages are `FOLDER/index.md` and `FOLDER/GROUP/METHOD.md`. Must not decide: names and samples
//! come from the plan.

mod examples;
mod index;
mod operation;
mod parameters;
mod responses;
mod security;
mod types;
mod webhooks;

use serde::Serialize;
use specsmith_openapi::api::{Docs, Extensions};

use super::{extensions, rules, snippets};
use crate::config::Language as Spoken;
use crate::plan::{Group, OperationPlan, Plan};
use crate::print::{Fragment, Language, markdown};
use crate::render::{Excerpt, Page};

/// Every page of the docs; none when the configuration asks for no docs.
pub fn emit<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let Some(docs) = &plan.sdk.docs else {
        return Vec::new();
    };
    let folder = if docs.path.is_empty() {
        String::new()
    } else {
        format!("{}/", docs.path)
    };
    let header = || markdown::comment(&super::header(plan));
    let mut pages = vec![page(
        format!("{folder}index.md"),
        "docs/index.md.tera",
        move || index::view(plan, header()),
    )];
    if !plan.webhooks.is_empty() {
        let view = move || webhooks::view(plan, header());
        let path = format!("{folder}webhooks.md");
        pages.push(page(path, "docs/webhooks.md.tera", view));
    }
    for (group, op) in plan.operations() {
        let view = move || operation::view(plan, group, op, header());
        let path = format!("{folder}{}", file(group, op));
        pages.push(
            page(path, "docs/operation.md.tera", view).with_excerpts(excerpts(plan, group, op)),
        );
    }
    pages
}

fn page<'p, V: Serialize>(
    path: String,
    template: &str,
    view: impl FnOnce() -> V + Send + 'p,
) -> Page<'p> {
    Page::new(path, Language::Markdown, template, view)
}

/// The page of an operation, below the folder of the docs.
fn file(group: &Group, op: &OperationPlan) -> String {
    format!("{}/{}.md", group.ident.plain(), op.method.plain())
}

/// The snippets of an operation.
fn excerpts<'p>(plan: &'p Plan<'_>, group: &'p Group, op: &'p OperationPlan) -> Vec<Excerpt<'p>> {
    let targets = plan
        .sdk
        .snippets
        .iter()
        .flat_map(|snippets| &snippets.targets);
    targets
        .map(|target| Excerpt {
            title: markdown::text(&target.label),
            language: match target.language {
                Spoken::Shell => "sh",
                Spoken::JavaScript => "javascript",
                Spoken::TypeScript => "typescript",
                Spoken::Python => "python",
                Spoken::Rust => "rust",
            },
            page: snippets::page(plan, group, op, target, None),
        })
        .collect()
}

/// What people call an operation.
fn title<'a>(plan: &'a Plan<'_>, op: &'a OperationPlan) -> &'a str {
    let api = &plan.api[op.id];
    let summary = api
        .docs
        .summary
        .as_deref()
        .filter(|summary| !summary.trim().is_empty());
    summary
        .or(api.id.as_deref())
        .unwrap_or_else(|| op.method.plain())
}

/// A description with its paragraphs; `None` when nothing is said.
fn block(text: Option<&str>) -> Option<Fragment> {
    let block = markdown::block(text?);
    (!block.as_str().is_empty()).then_some(block)
}

/// A link to more documentation.
fn more(docs: &Docs) -> Option<Fragment> {
    let docs = docs.external_docs.as_ref()?;
    Some(markdown::link(
        docs.description.as_deref().unwrap_or(&docs.url),
        &docs.url,
    ))
}

/// What the configuration wants shown of extensions, each as a sentence.
fn sentences(plan: &Plan<'_>, shown: &Extensions) -> Vec<Fragment> {
    extensions::sentences(plan.sdk, shown)
        .iter()
        .map(|text| markdown::cell(text))
        .collect()
}
