//! From rendered text to the text of a file: laid out, tidied, and checked where a user wrote it.
//!
//! It must not know which template rendered it.

use toml::de::DeTable;

use super::failure::BadText;
use crate::print::Language;
use crate::print::layout::{BadRust, layout, layout_parsed};

/// Whose template rendered a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    /// Built in: tests vouch for what it renders.
    Us,
    /// A user: what it renders is parsed.
    User,
}

/// The text as the output has it.
///
/// # Errors
///
/// It is not of its language.
pub(super) fn finish(language: Language, author: Author, text: &str) -> Result<String, BadText> {
    match (language, author) {
        (Language::Rust, Author::Us) => rust(layout(text)),
        (Language::Rust, Author::User) => rust(layout_parsed(text)),
        (Language::Toml, Author::User) => toml(text),
        (Language::Toml, Author::Us)
        | (
            Language::Markdown | Language::Shell | Language::JavaScript | Language::Python,
            Author::Us | Author::User,
        ) => Ok(tidy(text)),
    }
}

fn rust(laid_out: Result<String, BadRust>) -> Result<String, BadText> {
    laid_out.map_err(|BadRust { span, reason }| BadText {
        language: "Rust",
        span,
        reason,
    })
}

fn toml(text: &str) -> Result<String, BadText> {
    match DeTable::parse(text) {
        Ok(_) => Ok(tidy(text)),
        Err(error) => {
            let reason = error.message().lines().next().unwrap_or_default();
            Err(BadText {
                language: "TOML",
                span: error.span().unwrap_or_default(),
                reason: reason.to_owned(),
            })
        }
    }
}

/// Trailing blanks and blank lines at the end go, one line feed stays.
fn tidy(text: &str) -> String {
    let mut tidy: String = text
        .lines()
        .flat_map(|line| [line.trim_end_matches(' '), "\n"])
        .collect();
    while tidy.ends_with("\n\n") {
        tidy.pop();
    }
    let start = tidy
        .len()
        .saturating_sub(tidy.trim_start_matches('\n').len());
    // Cannot panic: what was trimmed is whole line feeds.
    tidy.split_off(start)
}
