//! What templates may hold: field access, `for`, `if`, `include` and `raw`.
//!
//! It must not know what any template is about.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a template holds that it must not: anything but field access, `for`, `if` and `include`.
pub(super) fn violations(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some((start, open)) = next_tag(text, rest) {
        let close = match open {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let inside = start.saturating_add(open.len());
        let Some(length) = text.get(inside..).and_then(|tail| tail.find(close)) else {
            found.push((
                start..inside,
                format!("`{open}` is never closed by `{close}`"),
            ));
            break;
        };
        let end = inside.saturating_add(length);
        let tag = text.get(inside..end).unwrap_or_default();
        let tag = tag.trim_start_matches('-').trim_end_matches('-').trim();
        rest = end.saturating_add(close.len());
        let admitted = match open {
            "{{" => is_path(tag),
            "{%" => is_statement(tag),
            _ => true,
        };
        if !admitted {
            found.push((
                start..rest,
                format!("`{open} {tag} {close}` decides something; templates hold only field access, `for`, `if`, `include` and `raw`"),
            ));
        }
    }
    found
}

/// `own`, and all templates that include one of them, through any number of others.
pub(super) fn including(
    texts: &BTreeMap<&str, &str>,
    mut own: BTreeSet<String>,
) -> BTreeSet<String> {
    loop {
        let found = texts.iter().filter(|(name, text)| {
            !own.contains(**name) && includes(text).any(|included| own.contains(included))
        });
        let found: Vec<String> = found.map(|(name, _)| (*name).to_owned()).collect();
        if found.is_empty() {
            return own;
        }
        own.extend(found);
    }
}

/// Names of the templates that `text` includes.
fn includes(text: &str) -> impl Iterator<Item = &str> {
    text.split("{%").skip(1).filter_map(|tag| {
        let tag = tag.split_once("%}")?.0.trim_matches(['-', ' ', '\n']);
        tag.strip_prefix("include")?
            .trim()
            .strip_prefix('"')?
            .strip_suffix('"')
    })
}

fn next_tag(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let tail = text.get(from..)?;
    ["{{", "{%", "{#"]
        .into_iter()
        .filter_map(|open| tail.find(open).map(|at| (from.saturating_add(at), open)))
        .min()
}

/// `name.name.name`
fn is_path(text: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    text.split('.').all(word)
}

fn is_statement(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["else" | "endif" | "endfor" | "raw" | "endraw"] => true,
        ["if" | "elif", path] | ["if" | "elif", "not", path] => is_path(path),
        ["for", name, "in", path] => is_path(name) && is_path(path),
        ["include", name] => name.starts_with('"') && name.ends_with('"') && name.len() > 2,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_includes_a_template_renders_its_text() {
        let texts = BTreeMap::from([
            ("a", "{% include \"b\" %}"),
            ("b", "{% if x %}{%- include \"c\" -%}{% endif %}"),
            ("c", "c"),
            ("d", "{{ c }}"),
        ]);
        let own = including(&texts, BTreeSet::from(["c".to_owned()]));
        assert_eq!(own.into_iter().collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn templates_decide_nothing() {
        for (tag, admitted) in [
            ("{{ a }}", true),
            ("{{- a.b.c_1 -}}", true),
            ("{% for a in b.c %}{% endfor %}", true),
            ("{% if not a.b %}{% elif c %}{% else %}{% endif %}", true),
            ("{% include \"rust/x.tera\" %}", true),
            ("{# a note #}", true),
            ("fn f() { { } }", true),
            ("{{ a | safe }}", false),
            ("{{ f() }}", false),
            ("{{ a + 1 }}", false),
            ("{{ \"text\" }}", false),
            ("{% set a = b %}", false),
            ("{% if a == b %}{% endif %}", false),
            ("{% for a, b in c %}{% endfor %}", false),
            ("{% extends \"x\" %}", false),
            ("{{ a", false),
        ] {
            assert_eq!(violations(tag).is_empty(), admitted, "{tag}");
        }
    }
}
