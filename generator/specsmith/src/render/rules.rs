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
    // Nothing includes none of them.
    while !own.is_empty() {
        let found = texts.iter().filter(|(name, text)| {
            !own.contains(**name) && includes(text).any(|included| own.contains(included))
        });
        let found: Vec<String> = found.map(|(name, _)| (*name).to_owned()).collect();
        if found.is_empty() {
            break;
        }
        own.extend(found);
    }
    own
}

/// Includes of templates that are not there: name of the template, place, and what is wrong.
pub(super) fn missing<'t>(
    texts: &BTreeMap<&'t str, &'t str>,
) -> Vec<(&'t str, Range<usize>, String)> {
    let includes = texts.iter().flat_map(|(name, text)| {
        let places = include_places(text);
        places.map(|(span, included)| (*name, span, included))
    });
    includes
        .filter(|(_, _, included)| !texts.contains_key(included))
        .map(|(name, span, included)| (name, span, format!("there is no template `{included}`")))
        .collect()
}

/// Names of the templates that `text` includes.
pub(super) fn includes(text: &str) -> impl Iterator<Item = &str> {
    include_places(text).map(|(_, name)| name)
}

/// The templates that `text` includes, and where their names stand.
fn include_places(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut rest = 0_usize;
    text.split_inclusive("%}").filter_map(move |piece| {
        let end = rest.saturating_add(piece.len());
        let start = std::mem::replace(&mut rest, end);
        let open = piece.rfind("{%")?;
        let tag = piece.get(open..)?.strip_prefix("{%")?.strip_suffix("%}")?;
        let name = tag.trim_matches(['-', ' ', '\n']).strip_prefix("include")?;
        let name = name.trim().strip_prefix('"')?.strip_suffix('"')?;
        Some((start.saturating_add(open)..end, name))
    })
}

fn next_tag(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let tail = text.get(from..)?;
    tail.match_indices('{').find_map(|(at, _)| {
        let open = match tail.as_bytes().get(at.saturating_add(1))? {
            b'{' => "{{",
            b'%' => "{%",
            b'#' => "{#",
            _ => return None,
        };
        Some((from.saturating_add(at), open))
    })
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
    fn an_include_of_nothing_has_a_place() {
        let texts = BTreeMap::from([("a", "{% if x %}{% include \"b\" %}{% include \"a\" %}")]);
        let message = "there is no template `b`".to_owned();
        assert_eq!(missing(&texts), [("a", 10..27, message)]);
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
