//! Lays Rust out: prettyplease for each item, and blank lines where a person would set them.
//!
//! This module must not know what an item means.

use std::ops::Range;

/// Text that is not Rust.
#[derive(Debug)]
pub(crate) struct BadRust {
    /// Where, in bytes.
    pub(crate) span: Range<usize>,
    pub(crate) reason: String,
}

/// Parses rendered Rust and lays it out, item by item, with a blank line between items and between
/// the functions of an `impl`.
pub(crate) fn layout(text: &str) -> Result<String, BadRust> {
    let file = syn::parse_file(text).map_err(|e| BadRust {
        span: e.span().byte_range(),
        reason: e.to_string(),
    })?;
    let header = text
        .lines()
        .take_while(|line| line.starts_with("// "))
        .collect::<Vec<_>>();
    let mut out = header.join("\n");
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    let mut file = file;
    let items = std::mem::take(&mut file.items);
    let head = prettyplease::unparse(&file);
    out.push_str(&head);
    let mut before = if head.is_empty() {
        Kin::Start
    } else {
        Kin::Other
    };
    for item in items {
        let kin = Kin::of(&item);
        if before != Kin::Start && (kin == Kin::Other || kin != before) {
            out.push('\n');
        }
        before = kin;
        let spaced = matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_));
        let one = syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        };
        let printed = prettyplease::unparse(&one);
        if spaced {
            space_members(&printed, &mut out)
        } else {
            out.push_str(&printed)
        }
    }
    Ok(out)
}

/// Items that stand together without a blank line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kin {
    Start,
    Import,
    Module,
    Other,
}

impl Kin {
    fn of(item: &syn::Item) -> Self {
        match item {
            syn::Item::Use(item) if matches!(item.vis, syn::Visibility::Inherited) => Self::Import,
            syn::Item::Use(_) => Self::Module,
            syn::Item::Mod(item) if item.content.is_none() && item.attrs.is_empty() => Self::Module,
            _ => Self::Other,
        }
    }
}

/// Sets the members of an `impl` apart: a blank line behind each that ends on a line of its own.
fn space_members(printed: &str, out: &mut String) {
    let mut lines = printed.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let ends = matches!(line, "    }" | "    };" | "    ];");
        if ends && lines.peek().is_some_and(|next| *next != "}") {
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rust_is_laid_out_with_space_between_items_and_functions() {
        let text = "// head\nuse a::b; use c::d; struct S { x: u8 } impl S { fn a() { x() } fn b() { y() } }";
        expect_test::expect![[r#"
            // head

            use a::b;
            use c::d;

            struct S {
                x: u8,
            }

            impl S {
                fn a() {
                    x()
                }

                fn b() {
                    y()
                }
            }
        "#]]
        .assert_eq(&layout(text).expect("Rust"));
    }

    #[test]
    fn bad_rust_has_a_place() {
        let bad = layout("fn a() {}\nfn b( {}\nfn c() {}\n").expect_err("bad");
        assert_eq!(bad.span.start, 14, "{bad:?}");
    }
}
