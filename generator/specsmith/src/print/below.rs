//! Rust of a crate as that of a module in another one.
//!
//! It must not know what a path leads to.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The same text where the root of the crate is `module`: its paths lead there, those of links in
/// doc comments too. Text in literals stays, and what other comments say.
pub(crate) fn below(text: &str, module: &str) -> String {
    let mut moved = String::with_capacity(text.len());
    let mut rest = text;
    for token in tokenize(text, FrontmatterAllowed::No) {
        let Some((part, behind)) = rest.split_at_checked(token.len as usize) else {
            break;
        };
        rest = behind;
        match token.kind {
            TokenKind::Ident if part == "crate" && rest.trim_start().starts_with("::") => {
                moved.push_str(module);
            }
            TokenKind::LineComment {
                doc_style: Some(_), ..
            }
            | TokenKind::BlockComment {
                doc_style: Some(_), ..
            } => push_links(&mut moved, part, module),
            _ => moved.push_str(part),
        }
    }
    moved.push_str(rest);
    moved
}

/// Docs in which the paths of links are moved.
fn push_links(moved: &mut String, docs: &str, module: &str) {
    let mut rest = docs;
    while let Some((before, behind)) = rest.split_once("crate::") {
        let end = docs
            .len()
            .saturating_sub(rest.len())
            .saturating_add(before.len());
        let root = match docs.get(..end).is_some_and(is_link) {
            true => module,
            false => "crate",
        };
        moved.extend([before, root, "::"]);
        rest = behind;
    }
    moved.push_str(rest);
}

/// What stands there next is where a link leads: its target, the target of a name, or a text that is
/// its own target. Brackets of a description are escaped, or stand in code.
fn is_link(before: &str) -> bool {
    if before.ends_with("](") || before.ends_with("]: ") {
        return true;
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    let bracket = line.strip_suffix("[`").or_else(|| line.strip_suffix('['));
    bracket.is_some_and(|text| !text.ends_with('\\') && text.matches('`').count() % 2 == 0)
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn paths_from_the_root_lead_to_the_module() {
        for (text, moved) in [
            ("use crate::runtime;", "use crate::api::pets::runtime;"),
            ("$crate::runtime::Slot", "$crate::api::pets::runtime::Slot"),
            ("crate :: types", "crate::api::pets :: types"),
            ("pub(crate) fn f() {}", "pub(crate) fn f() {}"),
            ("pub(in crate::a) x: T", "pub(in crate::api::pets::a) x: T"),
            ("/// [`A`](crate::A).", "/// [`A`](crate::api::pets::A)."),
            ("/// [`crate::A`].", "/// [`crate::api::pets::A`]."),
            ("//! [crate::A], b", "//! [crate::api::pets::A], b"),
            ("/// [a]: crate::A", "/// [a]: crate::api::pets::A"),
            (
                "/** [`A`](crate::A)\n [`crate::A`] */",
                "/** [`A`](crate::api::pets::A)\n [`crate::api::pets::A`] */",
            ),
            ("/// \\[`crate::A`\\]", "/// \\[`crate::A`\\]"),
            ("/// `[crate::A]`", "/// `[crate::A]`"),
            ("/// crate::A", "/// crate::A"),
            ("// [`crate::A`]", "// [`crate::A`]"),
            (
                "\"crate::a\" r#\"crate::a\"#",
                "\"crate::a\" r#\"crate::a\"#",
            ),
            ("a_crate::b", "a_crate::b"),
            ("// no end: \"crate::a", "// no end: \"crate::a"),
        ] {
            assert_eq!(below(text, "crate::api::pets"), moved);
        }
    }
}
