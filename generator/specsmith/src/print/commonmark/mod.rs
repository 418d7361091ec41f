//! Prints the descriptions of a document: CommonMark in, CommonMark out that can do no harm.
//!
//! What comes out has the structure of what went in, but neither HTML nor links to other than web
//! pages and mail addresses, nothing that rustdoc runs as a test or warns about, and no characters
//! that are not seen. It is a normal form: printing it again changes nothing. This module must not
//! know where the text will stand.

mod block;
mod clean;
mod fill;
mod hold;
mod html;
mod inline;
mod parse;
mod preformatted;
mod settle;
mod span;
mod tag;
mod targets;
mod text;
mod tree;
mod url;
mod whole;

pub(super) use block::{code as code_lines, runs};
pub(super) use clean::{clean, is_hidden};
pub(super) use inline::{Inlines, Place};
pub(super) use url::encode;
pub use url::href;

use tree::{Block, Inline};

/// Who reads the printed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// `cargo doc`, and who reads the code: every code block is `text`, or it would be run as a test.
    /// Paragraphs are filled to so many columns when they have longer lines.
    Rustdoc { width: usize },
    /// GitHub and sites for documentation: code blocks keep the name of a harmless language.
    Site,
}

/// What is left of 100 columns for the docs of a field or method, behind four spaces and `/// `.
const WIDTH: usize = 92;

impl Reader {
    /// The same, for what stands behind a marker.
    fn behind(self, marker: &str) -> Self {
        match self {
            Self::Rustdoc { width } => Self::Rustdoc {
                width: width.saturating_sub(marker.len()).max(WIDTH / 2),
            },
            Self::Site => Self::Site,
        }
    }
}

/// Texts, such as a description and what is said about it, as lines of a doc comment.
///
/// Blank lines are empty, none stands at the start or the end, and no line ends in a space. The
/// result is empty when nothing is said.
pub fn rustdoc_lines<T: AsRef<str>>(texts: &[T]) -> Vec<String> {
    block::lines(&parse::parse_all(texts), Reader::Rustdoc { width: WIDTH })
}

/// A list as lines of a doc comment. Each item begins with CommonMark of ours, in which nothing of a
/// description stands but what is printed already, and goes on with texts.
pub fn rustdoc_list(items: &[(String, Vec<String>)]) -> Vec<String> {
    let item = |(ours, texts): &(String, Vec<String>)| {
        let mut blocks = parse::parse_all(texts);
        let lead = Inline::Ours(ours.clone());
        match blocks.first_mut() {
            Some(Block::Paragraph(inlines)) => {
                inlines.splice(0..0, [lead, Inline::Text(" ".to_owned())]);
            }
            Some(_) | None => blocks.insert(0, Block::Paragraph(vec![lead])),
        }
        blocks
    };
    let list = Block::List {
        start: None,
        tight: true,
        items: items.iter().map(item).collect(),
    };
    block::lines(&[list], Reader::Rustdoc { width: WIDTH })
}

pub(super) fn lines(text: &str, reader: Reader) -> Vec<String> {
    block::lines(&parse::parse(text), reader)
}

/// What a sentence, or a part of it that another may follow, ends in.
pub const STOPS: [char; 7] = ['.', '!', '?', ':', ';', ',', '…'];

/// A description in one line of CommonMark, for a cell of a table: paragraphs and list items follow
/// each other, a full stop between those that have none, and code blocks become code spans.
pub(super) fn line(text: &str) -> String {
    let mut inlines = Vec::new();
    flatten(&parse::parse(text), &mut inlines);
    Inlines::print(&inlines, Place::Cell)
}

/// A description as one line of plain text, without any markup.
pub fn plain(text: &str) -> String {
    let mut inlines = Vec::new();
    flatten(&parse::parse(text), &mut inlines);
    one_line(&tree::text_of(&inlines))
}

/// The first sentence of a description, as plain text: up to the first full stop, question or
/// exclamation mark that a space follows, or the first paragraph when there is none.
pub fn first_sentence(text: &str) -> String {
    let blocks = parse::parse(text);
    let Some(first) = blocks.first() else {
        return String::new();
    };
    let mut inlines = Vec::new();
    flatten(std::slice::from_ref(first), &mut inlines);
    let plain = one_line(&tree::text_of(&inlines));
    let end = plain
        .char_indices()
        .zip(plain.chars().skip(1))
        .find(|((at, c), next)| matches!(c, '.' | '!' | '?') && *next == ' ' && is_end(&plain, *at))
        .map(|((at, c), _)| at.saturating_add(c.len_utf8()));
    end.and_then(|end| plain.get(..end))
        .unwrap_or(&plain)
        .to_owned()
}

/// Plain text as a description that says it.
pub fn described(text: &str) -> String {
    Inlines::text_alone(text, Place::Site)
}

/// A summary or title as a description that says it: plain text, in which backticks set code apart.
/// What has several lines is a description already, whatever it is called.
pub fn summary(text: &str) -> String {
    let text = text.trim();
    if text.contains('\n') {
        return text.to_owned();
    }
    let parts: Vec<&str> = text.split('`').collect();
    let is_code = |index: &usize| index % 2 == 1;
    let code = parts.iter().enumerate().filter(|(index, _)| is_code(index));
    if is_code(&parts.len()) && code.clone().all(|(_, code)| !code.trim().is_empty()) {
        let parts = parts.iter().enumerate().map(|(index, part)| {
            let part = clean::clean_line(part);
            match is_code(&index) {
                true => Inline::Code(part),
                false => Inline::Text(part),
            }
        });
        return Inlines::print(&parts.collect::<Vec<_>>(), Place::Site);
    }
    described(text)
}

/// A full stop ends a sentence unless it belongs to an abbreviation such as `e.g.`
fn is_end(text: &str, at: usize) -> bool {
    let word = text.get(..at).unwrap_or_default();
    let word = word.rsplit([' ', '(']).next().unwrap_or_default();
    !matches!(
        word,
        "e.g" | "i.e" | "etc" | "vs" | "cf" | "approx" | "incl" | "resp"
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything that blocks say, one behind the other.
fn flatten(blocks: &[Block], out: &mut Vec<Inline>) {
    for block in blocks {
        end_sentence(out);
        match block {
            Block::Paragraph(inlines) => out.extend(inlines.iter().cloned()),
            Block::Code { text, .. } => out.push(Inline::Code(one_line(text))),
            Block::Quote(blocks) => flatten(blocks, out),
            Block::List { items, .. } => items.iter().for_each(|item| {
                end_sentence(out);
                flatten(item, out);
            }),
            Block::Table { rows, .. } => {
                for cell in rows.iter().flatten() {
                    end_sentence(out);
                    out.extend(cell.iter().cloned());
                }
            }
            Block::Rule => {}
        }
    }
}

/// Sets what follows apart from what stands there already.
fn end_sentence(out: &mut Vec<Inline>) {
    while matches!(out.last(), Some(Inline::Soft | Inline::Hard)) {
        out.pop();
    }
    let text = tree::text_of(out);
    let text = text.trim_end();
    if text.is_empty() {
        return;
    }
    if !text.ends_with(STOPS) {
        out.push(Inline::Text(".".to_owned()));
    }
    out.push(Inline::Soft);
}

#[cfg(test)]
mod tests;
