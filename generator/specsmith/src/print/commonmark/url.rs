//! Which links stay links, and how their targets are written.

use super::clean::is_hidden;

/// A target that may be linked to, with everything that CommonMark or a reader could take for
/// something else percent-encoded; `None` for other schemes and for relative references.
pub fn href(target: &str) -> Option<String> {
    let lower = target.to_ascii_lowercase();
    let rest = ["https://", "http://", "mailto:"]
        .into_iter()
        .find(|scheme| lower.starts_with(scheme))
        .and_then(|scheme| target.get(scheme.len()..))?;
    if rest.is_empty() || rest.starts_with('/') {
        return None;
    }
    Some(encode(target))
}

/// The text with everything percent-encoded that ends a link or means something in Markdown.
pub(in crate::print) fn encode(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    // An entity has no end without its semicolon.
    let mut in_entity = false;
    for c in target.chars() {
        let kept = match c {
            ';' => !in_entity,
            c => c.is_ascii_alphanumeric() || "-._~:/?#@!$&',=%+".contains(c),
        };
        in_entity = c == '&' || in_entity && (c.is_ascii_alphanumeric() || c == '#');
        if kept && !is_hidden(c) {
            out.push(c);
        } else if !c.is_control() {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

/// Length of the bare URL at the start of `text`, with the punctuation behind it and variables in
/// braces; zero when there is none.
pub(super) fn written(text: &str) -> usize {
    let Some(rest) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    else {
        return 0;
    };
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return 0;
    }
    let mut opened = 0_u32;
    let end = rest.find(|c: char| match c {
        '{' => {
            opened = opened.saturating_add(1);
            false
        }
        '}' => {
            let is_open = opened > 0;
            opened = opened.saturating_sub(1);
            !is_open
        }
        _ => !(c.is_ascii_alphanumeric() || "-._~:/?#@!$&',;=%+*()".contains(c)),
    });
    let end = end.unwrap_or(rest.len());
    text.len().saturating_sub(rest.len()).saturating_add(end)
}

/// The bare URL that is all of `text` but for punctuation that ends a sentence.
pub(super) fn bare(text: &str) -> &str {
    let mut url = text;
    let opened = url.matches('(').count();
    let mut closed = url.matches(')').count();
    while let Some(last) = url.chars().next_back() {
        match last {
            ')' if closed > opened => closed = closed.saturating_sub(1),
            last if ".,;:!?'*".contains(last) => {}
            _ => break,
        }
        url = url.strip_suffix(last).unwrap_or_default();
    }
    url
}
