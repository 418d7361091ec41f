//! Rust of a crate as that of a module in another one.
//!
//! It must not know what a path leads to.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The same text where the root of the crate is `module`: its paths lead there, those of links in
/// doc comments too. Text in literals stays.
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
            TokenKind::LineComment { .. } => {
                moved.push_str(&part.replace("](crate::", &format!("]({module}::")));
            }
            _ => moved.push_str(part),
        }
    }
    moved.push_str(rest);
    moved
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
            ("/// crate::A", "/// crate::A"),
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
