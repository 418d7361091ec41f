//! Rust that was not rendered by our own templates: parsed, so that bad Rust is found where it
//! stands.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

use super::BadRust;

/// How deep brackets may nest: a parser follows them on its stack.
const DEEPEST: usize = 500;

/// Of the thread that parses, in bytes: several times what the deepest text takes.
const STACK: usize = 64 << 20;

/// Lays out what users' templates render.
///
/// # Errors
///
/// The text is not Rust.
pub(crate) fn layout_parsed(text: &str) -> Result<String, BadRust> {
    check_depth(text)?;
    let parser = std::thread::Builder::new().stack_size(STACK);
    std::thread::scope(|scope| {
        let laid_out = parser.spawn_scoped(scope, || parsed(text));
        let laid_out = laid_out.ok().and_then(|thread| thread.join().ok());
        laid_out.unwrap_or_else(|| {
            Err(BadRust {
                span: 0..0,
                reason: "there is no memory to parse it".to_owned(),
            })
        })
    })
}

fn parsed(text: &str) -> Result<String, BadRust> {
    let parsed = syn::parse_file(text).map_err(|error| BadRust {
        span: error.span().byte_range(),
        reason: reason(&error),
    });
    // Macros by example have tokens that our own layout does not know.
    let laid_out =
        parsed.map(|file| super::layout(text).unwrap_or_else(|_| prettyplease::unparse(&file)));
    // What was parsed is kept for its places, of which no token is left.
    proc_macro2::extra::invalidate_current_thread_spans();
    laid_out
}

fn check_depth(text: &str) -> Result<(), BadRust> {
    let (mut at, mut depth) = (0_usize, 0_usize);
    for token in tokenize(text, FrontmatterAllowed::No) {
        let end = at.saturating_add(usize::try_from(token.len).unwrap_or_default());
        match token.kind {
            TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => {
                depth = depth.saturating_add(1);
            }
            TokenKind::CloseParen | TokenKind::CloseBrace | TokenKind::CloseBracket => {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        if depth > DEEPEST {
            return Err(BadRust {
                span: at..end,
                reason: format!("brackets nest deeper than {DEEPEST} levels"),
            });
        }
        at = end;
    }
    Ok(())
}

/// The parser does not tell which of its rules for tokens is broken.
fn reason(error: &syn::Error) -> String {
    match error.to_string() {
        reason if reason == "cannot parse string into token stream" => {
            "a bracket or quote has no partner here, or this is no token".to_owned()
        }
        reason => reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_rust_has_a_place() {
        let bad = layout_parsed("fn a() {}\nfn b( {}\nfn c() {}\n").expect_err("bad");
        assert_eq!(bad.span.start, 14, "{bad:?}");
        let bad = layout_parsed("fn a() {}\nstruct fn;\n").expect_err("bad");
        assert_eq!(bad.span.start, 17, "{bad:?}");
        let bad = layout_parsed("fn a() {}\nfn b(]\n").expect_err("bad");
        assert_eq!(bad.span.start, 15, "{bad:?}");
        assert!(bad.reason.starts_with("a bracket"), "{bad:?}");
    }

    #[test]
    fn nesting_ends_before_the_stack_does() {
        let nested = |depth| format!("const A: u8 = {}1{};", "(".repeat(depth), ")".repeat(depth));
        assert!(layout_parsed(&nested(DEEPEST)).is_ok());
        let bad = layout_parsed(&nested(100_000)).expect_err("bad");
        assert_eq!(bad.span, 514..515, "{bad:?}");
    }

    #[test]
    fn a_macro_by_example_is_laid_out_by_its_grammar() {
        let text = "macro_rules! m { ($x:expr) => { $x } } fn f() { m!(1) }";
        let laid_out = layout_parsed(text).expect("Rust");
        assert!(laid_out.contains("fn f() {\n    m!(1)\n}"), "{laid_out}");
    }
}
