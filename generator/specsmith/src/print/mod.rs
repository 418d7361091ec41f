//! Printers: the only makers of text that templates may insert.
//!
//! One module a language. Each turns data of the description into text of that language that means
//! the data and nothing else, whatever it holds. This module must not know what is printed where.

mod below;
pub mod commonmark;
mod expression;
#[cfg(test)]
mod hostile;
pub mod javascript;
mod json;
pub(crate) mod layout;
pub mod markdown;
pub mod python;
pub mod rust;
pub mod shell;
pub mod toml;

use std::cell::Cell;

use serde::{Serialize, Serializer, ser};

pub(crate) use below::below;
pub use expression::Piece;

/// A language of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "names of languages")]
pub enum Language {
    Rust,
    Toml,
    Markdown,
    Shell,
    JavaScript,
    Python,
}

/// Text made by the printer of one language, ready to stand in a template of that language.
///
/// Only the modules below make one, so a hole of a template holds nothing that was not printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Fragment {
    language: Language,
    text: tera::Value,
}

impl Fragment {
    /// Sealed: only printers call this.
    fn new(language: Language, text: &str) -> Self {
        Self {
            language,
            text: tera::Value::safe_string(text),
        }
    }

    /// The printed text.
    pub fn as_str(&self) -> &str {
        self.text.as_str().unwrap_or_default()
    }
}

thread_local! {
    static RENDERING: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Turns a view into template input. A fragment of another language inside it is an error.
pub(crate) fn view(language: Language, view: &impl Serialize) -> Result<tera::Value, String> {
    let outer = RENDERING.replace(Some(language));
    let value = tera::Value::try_from_serializable(view).map_err(|error| error.to_string());
    RENDERING.set(outer);
    value
}

impl Serialize for Fragment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match RENDERING.get() {
            Some(language) if language != self.language => Err(ser::Error::custom(format!(
                "a {:?} fragment stands in a {language:?} view",
                self.language
            ))),
            Some(_) | None => self.text.serialize(serializer),
        }
    }
}

/// The character is not seen, ends a line for some reader, or turns the text around it: it is
/// printed as an escape wherever the language has one.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || commonmark::is_hidden(c)
        || matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}'
        )
}

/// `# text` in one line, as shells, Python and TOML write comments.
fn hash_comment(text: &str) -> String {
    format!("# {}", commonmark::clean(text).replace('\n', " "))
        .trim_end()
        .to_owned()
}

/// Lines between brackets, each with a comma behind it, as JavaScript and Python admit.
fn block(
    open: &str,
    lines: impl Iterator<Item = String>,
    close: &str,
    indent: usize,
    step: usize,
) -> String {
    let inner = " ".repeat(indent.saturating_add(step));
    let lines: String = lines.map(|line| format!("{inner}{line},\n")).collect();
    format!("{open}\n{lines}{}{close}", " ".repeat(indent))
}
