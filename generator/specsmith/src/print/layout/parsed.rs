//! Rust that was not rendered by our own templates: parsed, so that bad Rust is found where it
//! stands.

use super::BadRust;

/// Lays out what users' templates render.
///
/// # Errors
///
/// The text is not Rust.
pub(crate) fn layout_parsed(text: &str) -> Result<String, BadRust> {
    let parsed = syn::parse_file(text).map_err(|error| BadRust {
        span: error.span().byte_range(),
        reason: error.to_string(),
    });
    // Macros by example have tokens that our own layout does not know.
    let laid_out =
        parsed.map(|file| super::layout(text).unwrap_or_else(|_| prettyplease::unparse(&file)));
    // What was parsed is kept for its places, of which no token is left.
    proc_macro2::extra::invalidate_current_thread_spans();
    laid_out
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
    }

    #[test]
    fn a_macro_by_example_is_laid_out_by_its_grammar() {
        let text = "macro_rules! m { ($x:expr) => { $x } } fn f() { m!(1) }";
        let laid_out = layout_parsed(text).expect("Rust");
        assert!(laid_out.contains("fn f() {\n    m!(1)\n}"), "{laid_out}");
    }
}
