//! Quoted text that ends before other text: often its closing quote is missing, and the next
//! opening one was taken for it.
//!
//! It must not know how the parser reads quotes, only how they are written.

use granit_parser::ErrorKind;

use crate::report::Origin;

/// The quote that opens the text before `behind`, when it stands on an earlier line than the quote
/// that closes it.
pub(super) fn opened_above(kind: &ErrorKind, text: &str, behind: Origin) -> Option<Origin> {
    let quote = match kind {
        ErrorKind::InvalidTrailingSingleQuotedScalar => '\'',
        ErrorKind::InvalidTrailingDoubleQuotedScalar => '"',
        _ => return None,
    };
    let before = text.get(..behind.range().start)?.trim_end();
    let inside = before.strip_suffix(quote)?;
    let at = opening(inside, quote)?;
    let is_above = inside.get(at..)?.contains('\n');
    is_above.then(|| Origin::of_bytes(behind.file, at..at + quote.len_utf8()))
}

/// The last quote that does not stand for itself.
fn opening(inside: &str, quote: char) -> Option<usize> {
    let mut rest = inside;
    loop {
        let at = rest.rfind(quote)?;
        let before = rest.get(..at)?;
        if quote == '\'' {
            match before.strip_suffix(quote) {
                Some(before_pair) => rest = before_pair,
                None => return Some(at),
            }
        } else {
            let slashes = before.len() - before.trim_end_matches('\\').len();
            if slashes % 2 == 0 {
                return Some(at);
            }
            rest = before;
        }
    }
}
