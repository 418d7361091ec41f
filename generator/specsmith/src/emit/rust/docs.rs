//! Doc comments of the crate.

use specsmith_openapi::api::Docs;

pub(super) use crate::emit::rules::{code, rules, untyped};
use crate::print::{Fragment, rust};

/// Paragraphs that a thing is documented with; `fallback` where the description says nothing.
pub(super) fn of(docs: &Docs, fallback: &str) -> Vec<String> {
    let said = [&docs.summary, &docs.description]
        .into_iter()
        .flatten()
        .filter(|t| !t.trim().is_empty());
    let mut text: Vec<String> = said.cloned().collect();
    if text.is_empty() {
        text.push(docs.title.clone().unwrap_or_else(|| fallback.to_owned()));
    }
    if let Some(more) = &docs.external_docs {
        let label = more.description.as_deref().unwrap_or("See also");
        text.push(format!("{label}: <{}>", more.url));
    }
    text.extend(untyped(docs));
    text
}

/// Paragraphs as outer doc comments.
pub(super) fn paragraphs(text: &[String]) -> Fragment {
    rust::docs(text.iter().map(String::as_str))
}

/// A part of the documentation under a heading of ours; nothing where there is no text.
pub(super) fn section(title: &str, text: &str) -> Option<Fragment> {
    if text.is_empty() {
        return None;
    }
    let heading = rust::doc_lines(&["", &format!("# {title}"), ""]);
    Some(rust::joined([heading, rust::docs([text])]))
}
