//! Prints Rust: tokens in, fragments out.
//!
//! Text of a description gets here only as a literal or as a doc comment, so it cannot close
//! either. This module must not know what an item means.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Fragment, Language, commonmark};

/// Tokens as text. Layout comes later, when the whole file is there.
pub fn tokens(tokens: &TokenStream) -> Fragment {
    Fragment::new(Language::Rust, &tokens.to_string())
}

/// A line comment, e.g. the header of a file: `// text`.
pub fn comment(text: &str) -> Fragment {
    let line: String = text.chars().filter(|c| !c.is_control()).collect();
    Fragment::new(Language::Rust, &format!("// {line}"))
}

/// Paragraphs of CommonMark as outer doc comments, safe for rustdoc.
pub fn docs<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let text = paragraphs.into_iter().collect::<Vec<_>>().join("\n\n");
    doc_lines(&commonmark::rustdoc_lines(&text))
}

/// Lines that are safe for rustdoc already as outer doc comments.
pub fn doc_lines<L: AsRef<str>>(lines: &[L]) -> TokenStream {
    let lines = lines.iter().map(|line| doc_literal(line.as_ref()));
    quote!(#(#[doc = #lines])*)
}

/// Paragraphs of CommonMark as inner doc comments, safe for rustdoc.
pub fn inner_docs<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let text = paragraphs.into_iter().collect::<Vec<_>>().join("\n\n");
    let lines = commonmark::rustdoc_lines(&text);
    let lines = lines.iter().map(|line| doc_literal(line));
    quote!(#(#![doc = #lines])*)
}

/// prettyplease prints `#[doc = " x"]` as `/// x`.
fn doc_literal(line: &str) -> Literal {
    Literal::string(&if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    })
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
