//! Doc comments of the crate.

use specsmith_openapi::api::{Docs, ExternalDocs};

use super::ty;
pub(super) use crate::emit::rules::{code, rules, untyped};
use crate::plan::{Plan, Ty};
use crate::print::commonmark::{STOPS, described, href, plain, summary};
use crate::print::{Fragment, rust};

/// Texts that a thing is documented with; `fallback` where the description says nothing.
/// Summary and title are plain text, see [`summary`].
pub(super) fn of(docs: &Docs, fallback: &str) -> Vec<String> {
    let said = docs.summary.as_deref().map(summary);
    let said = said.into_iter().chain(docs.description.clone());
    let mut text: Vec<String> = said.filter(|text| !text.trim().is_empty()).collect();
    if text.is_empty() {
        let title = docs.title.as_deref().map(summary);
        text.push(title.unwrap_or_else(|| fallback.to_owned()));
    }
    if let Some(more) = &docs.external_docs {
        text.push(elsewhere(more));
    }
    text.extend(untyped(docs));
    text
}

/// Where more documentation is; a relative reference leads nowhere from here.
fn elsewhere(more: &ExternalDocs) -> String {
    let said = plain(more.description.as_deref().unwrap_or_default());
    let label = match said.trim_end_matches(STOPS) {
        "" => "See also".to_owned(),
        label => described(label),
    };
    match href(&more.url) {
        Some(url) => format!("{label}: <{url}>"),
        None => format!("{label}: {}", code(&more.url)),
    }
}

/// Texts as outer doc comments. What one leaves open, such as a block of code, ends with it.
pub(super) fn paragraphs(text: &[String]) -> Fragment {
    rust::docs(text.iter().map(String::as_str))
}

/// A list under a heading of ours; nothing where it is empty. Items are as those of
/// [`rust::doc_list`].
pub(super) fn section(title: &str, items: &[(String, Vec<String>)]) -> Option<Fragment> {
    if items.is_empty() {
        return None;
    }
    let heading = rust::doc_lines(&["", &format!("# {title}"), ""]);
    Some(rust::joined([heading, rust::doc_list(items)]))
}

/// Code that is a link to an item, by a path that leads there from where the docs stand.
pub(super) fn link(shown: &str, path: &str) -> String {
    let shown = code(shown);
    if shown == code(path) {
        return format!("[{shown}]");
    }
    format!("[{shown}]({path})")
}

/// A type as code, as a link where it names one definition, which is imported there.
pub(super) fn link_to_type(plan: &Plan<'_>, ty: &Ty) -> String {
    let mut named = Vec::new();
    ty::named(plan, ty, &mut named);
    let shown = ty::name_of(plan, ty);
    match named.as_slice() {
        [item] => link(&shown, item.ident.plain()),
        _ => code(&shown),
    }
}
