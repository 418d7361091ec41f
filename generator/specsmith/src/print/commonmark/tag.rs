//! Tags of HTML and its entities.
//!
//! This module must not know what a tag means.

use pulldown_cmark::{Event, Parser};

/// Most characters behind the name of a tag. What has more is text: where quotes do not end, the end
/// of each would be looked for in all that follows.
const LONGEST: usize = 4_096;

/// A start tag or an end tag.
#[derive(Debug)]
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    pub(super) closes: bool,
    attributes: String,
}

/// The tag at the start of a text, with its length.
pub(super) fn tag(text: &str) -> Option<(Tag, usize)> {
    let inner = text.strip_prefix('<')?;
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    // Cannot panic: a character was found there.
    let (name, attributes) = inner.split_at(end);
    let mut quote = None;
    let mut behind = attributes.char_indices().take(LONGEST);
    let end = behind.find(|(_, c)| match quote {
        None if matches!(c, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        None => matches!(c, '>' | '<'),
        Some(open) => {
            quote = quote.filter(|_| *c != open);
            false
        }
    });
    // Outside of quotes `<` is part of no tag (CommonMark 0.31, section 6.6).
    let (end, _) = end.filter(|(_, c)| *c == '>')?;
    let attributes = attributes.get(..end)?;
    let begins = |c: char| c.is_whitespace() || c == '/';
    if name.is_empty() || !(attributes.is_empty() || attributes.starts_with(begins)) {
        return None;
    }
    let marks = if closes { "</>".len() } else { "<>".len() };
    let length = marks
        .saturating_add(name.len())
        .saturating_add(attributes.len());
    let tag = Tag {
        name: name.to_ascii_lowercase(),
        closes,
        attributes: attributes.to_owned(),
    };
    Some((tag, length))
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.attributes.to_ascii_lowercase();
        let named = lower.match_indices(name).find_map(|(at, name)| {
            let before = lower.get(..at)?.chars().next_back()?;
            let rest = self.attributes.get(at.saturating_add(name.len())..)?;
            let value = rest.trim_start().strip_prefix('=')?;
            before.is_whitespace().then(|| value.trim_start())
        })?;
        let value = match named.chars().next()? {
            quote @ ('"' | '\'') => named.split(quote).nth(1)?,
            _ => named.split_whitespace().next()?,
        };
        Some(decoded(value))
    }

    /// The language of code, by a class such as `language-json`.
    pub(super) fn language(&self) -> Option<String> {
        let classes = self.attribute("class")?;
        let named = |class: &str| {
            let name = class.strip_prefix("language-");
            name.or_else(|| class.strip_prefix("lang-"))
                .map(str::to_owned)
        };
        let name = classes.split_whitespace().find_map(named)?;
        name.chars()
            .all(|c| c.is_ascii_alphanumeric())
            .then_some(name)
    }
}

/// Most characters of an entity, which is ASCII.
const ENTITY: usize = 40;

/// The text with what its entities stand for.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        // Neither can panic: a `&` was found there, and the length of an entity is that of its
        // characters.
        let (before, from) = rest.split_at(at);
        let (entity, behind) = from.split_at(entity(from));
        out.push_str(before);
        for event in Parser::new(entity) {
            if let Event::Text(text) = event {
                out.push_str(&text);
            }
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Length of what could be an entity at the start of a text, else of the character there.
fn entity(text: &str) -> usize {
    let is_end = |c: &(usize, char)| !(c.1.is_ascii_alphanumeric() || c.1 == '#');
    let mut behind = text.char_indices().skip(1).take(ENTITY);
    match behind.find(is_end) {
        Some((at, ';')) => at.saturating_add(1),
        _ => 1,
    }
}
