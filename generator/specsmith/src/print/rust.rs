//! Prints Rust: identifiers and tokens in, fragments out.
//!
//! Text of a description gets here only as a literal or as a doc comment, so it cannot close
//! either. This module must not know what an item means.

use std::cell::RefCell;

use indexmap::IndexMap;
use proc_macro2::{Literal, TokenStream};

use super::{Fragment, Language, commonmark};
use crate::plan::Ident;

/// Tokens as text. Layout comes later, when the whole file is there.
pub fn tokens(tokens: &TokenStream) -> Fragment {
    Fragment::new(Language::Rust, &tokens.to_string())
}

/// An identifier.
pub fn name(ident: &Ident) -> Fragment {
    Fragment::new(Language::Rust, &ident.to_string())
}

/// A line comment, e.g. the header of a file: `// text`.
pub fn comment(text: &str) -> Fragment {
    let line: String = text.chars().filter(|c| !c.is_control()).collect();
    Fragment::new(Language::Rust, &format!("// {line}"))
}

/// Texts of CommonMark as outer doc comments, safe for rustdoc.
///
/// A description often stands in many places, such as that of a parameter of a thousand operations:
/// each is read once a thread.
pub fn docs<'a>(texts: impl IntoIterator<Item = &'a str>) -> Fragment {
    thread_local! {
        static PRINTED: RefCell<IndexMap<Vec<String>, Fragment>> = RefCell::default();
    }
    let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
    if let Some(known) = PRINTED.with_borrow(|printed| printed.get(&texts).cloned()) {
        return known;
    }
    let fragment = doc_lines(&commonmark::rustdoc_lines(&texts));
    PRINTED.with_borrow_mut(|printed| printed.insert(texts, fragment.clone()));
    fragment
}

/// A list as outer doc comments: each item begins with CommonMark of ours, links to items included,
/// and goes on with texts, as those of [`docs`], safe for rustdoc.
pub fn doc_list(items: &[(String, Vec<String>)]) -> Fragment {
    doc_lines(&commonmark::rustdoc_list(items))
}

/// Lines that are safe for rustdoc already as outer doc comments.
pub fn doc_lines<L: AsRef<str>>(lines: &[L]) -> Fragment {
    comments(lines, "///", "#")
}

/// Texts of CommonMark as inner doc comments, safe for rustdoc.
pub fn inner_docs<'a>(texts: impl IntoIterator<Item = &'a str>) -> Fragment {
    let texts: Vec<&str> = texts.into_iter().collect();
    inner_doc_lines(&commonmark::rustdoc_lines(&texts))
}

/// Lines that are safe for rustdoc already as inner doc comments.
pub fn inner_doc_lines<L: AsRef<str>>(lines: &[L]) -> Fragment {
    comments(lines, "//!", "#!")
}

/// What begins and ends a block of code in docs: nothing inside it is as long.
pub fn fence<L: AsRef<str>>(lines: &[L]) -> String {
    let runs = lines
        .iter()
        .flat_map(|line| commonmark::runs(line.as_ref()));
    "`".repeat(runs.max().unwrap_or_default().saturating_add(1).max(3))
}

/// What stands before an item: its docs, then its attributes.
pub fn joined(parts: impl IntoIterator<Item = Fragment>) -> Fragment {
    let text: String = parts
        .into_iter()
        .map(|part| part.as_str().to_owned())
        .collect();
    Fragment::new(Language::Rust, &text)
}

/// A comment a line. What a comment cannot hold, or would hold unseen, becomes an attribute.
fn comments<L: AsRef<str>>(lines: &[L], mark: &str, attribute: &str) -> Fragment {
    let mut text = String::new();
    for line in lines.iter().map(|line| line.as_ref().trim_end()) {
        let blank = if line.is_empty() { "" } else { " " };
        if line.chars().any(super::is_unseen) {
            let literal = Literal::string(&format!("{blank}{line}"));
            text.extend([attribute, "[doc = ", &literal.to_string(), "]\n"]);
        } else {
            text.extend([mark, blank, line, "\n"]);
        }
    }
    Fragment::new(Language::Rust, &text)
}

/// A string as a raw literal, so that its quotes and line feeds stand as they are. Text that a raw
/// literal cannot hold becomes an escaped one.
pub fn raw_string(text: &str) -> Literal {
    let hashes = text
        .split('"')
        .map(|part| part.len() - part.trim_start_matches('#').len())
        .max();
    let hashes = "#".repeat(hashes.unwrap_or(0).saturating_add(1));
    let plain = text.chars().all(|c| c == '\n' || !super::is_unseen(c));
    let raw = plain
        .then(|| format!("r{hashes}\"{text}\"{hashes}").parse().ok())
        .flatten();
    raw.unwrap_or_else(|| Literal::string(text))
}

/// A whole program, laid out.
pub fn program(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    // Tokens made by `quote` parse; if not, the text is still Rust, in one line.
    super::layout::layout(&text).unwrap_or(text)
}
