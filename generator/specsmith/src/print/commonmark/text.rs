//! Text, code and links as parts of a line.
//!
//! This module must not know what is read or how anything is escaped.

use super::clean::clean_line;
use super::tree::{Inline, text_of};
use super::url;

/// A link where its target may be linked to, else its text and its target.
pub(super) fn link(target: &str, inner: Vec<Inline>, out: &mut Vec<Inline>) {
    let shown = text_of(&inner);
    let shown = shown.trim();
    if let Some(url) = url::href(target) {
        let text = if shown == target || shown == url {
            Vec::new()
        } else {
            inner
        };
        out.push(Inline::Link { url, text });
        return;
    }
    push_all(out, inner);
    if !target.is_empty() && !target.starts_with('#') && target != shown {
        push_text(out, &format!(" ({target})"));
    }
}

/// Adds parts of a line, so that neither texts nor codes follow each other.
pub(super) fn push_all(out: &mut Vec<Inline>, inlines: Vec<Inline>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => push_text(out, &text),
            Inline::Code(text) => push_code(out, &text),
            other => out.push(other),
        }
    }
}

/// Adds text, with what nobody sees taken out. Two texts never follow each other.
pub(super) fn push_text(out: &mut Vec<Inline>, text: &str) {
    let text = clean_line(text);
    match out.last_mut() {
        Some(Inline::Text(before)) => before.push_str(&text),
        _ if text.is_empty() => {}
        _ => out.push(Inline::Text(text)),
    }
}

/// Adds text that is clean already, URLs in it as links.
pub(super) fn push_text_with_links(out: &mut Vec<Inline>, text: &str) {
    let before = match out.pop_if(|last| matches!(last, Inline::Text(_))) {
        Some(Inline::Text(before)) => before,
        _ => String::new(),
    };
    let text = before + text;
    let mut rest = text.as_str();
    while let Some((before, url, after)) = split_url(rest) {
        if !before.is_empty() {
            out.push(Inline::Text(before.to_owned()));
        }
        out.push(Inline::Link {
            url,
            text: Vec::new(),
        });
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Inline::Text(rest.to_owned()));
    }
}

/// The first bare URL of a text, with what stands around it. One with variables is none: it leads
/// nowhere.
fn split_url(text: &str) -> Option<(&str, String, &str)> {
    let mut from = 0_usize;
    loop {
        let at = from.saturating_add(text.get(from..)?.find("http")?);
        let tail = text.get(at..)?;
        let written = tail.get(..url::written(tail))?;
        let bare = url::bare(written);
        if let Some(url) = url::href(bare).filter(|_| !written.contains('{')) {
            return Some((text.get(..at)?, url, tail.get(bare.len()..)?));
        }
        from = at.saturating_add(written.len().max("http".len()));
    }
}

/// Adds code. Two pieces of code never follow each other: their marks would run together.
pub(super) fn push_code(out: &mut Vec<Inline>, code: &str) {
    match out.last_mut() {
        Some(Inline::Code(before)) => before.push_str(code),
        _ if code.is_empty() => {}
        _ => out.push(Inline::Code(code.to_owned())),
    }
}
