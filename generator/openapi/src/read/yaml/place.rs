//! Where exactly an error of the parser is: it names the scalar or the token after the fault.
//!
//! It must not know what is said about the error.

use granit_parser::{ErrorKind, ScanError};

use super::escape;
use crate::report::{FileId, Origin};

/// The place of an error, and where the quoted text begins that it is in, when that is on another
/// line: then a missing quote is the likelier cause.
pub(super) fn find(error: &ScanError, text: &str, file: FileId) -> (Origin, Option<Origin>) {
    let byte = error.marker().byte_offset().unwrap_or(text.len());
    let marked = Origin::of_bytes(file, byte..byte + character_length(text, byte));
    match error.kind() {
        kind if is_escape(kind) => {
            let at = escape::find_unknown(text, marked);
            let between = text
                .get(marked.range().start..at.range().start)
                .unwrap_or("");
            (at, between.contains('\n').then_some(marked))
        }
        kind if is_tab(kind) => {
            let tab = find_in_margin(text, marked, '\t');
            let tab = tab.or_else(|| find_behind(text, marked, '\t'));
            (tab.unwrap_or(marked), None)
        }
        ErrorKind::UnexpectedCharacter { character } => (
            find_behind(text, marked, *character).unwrap_or(marked),
            None,
        ),
        ErrorKind::ExpectedBlockMappingKey => {
            // Behind the dash of a list item that stands where a key belongs.
            let dash = line_before(text, marked).trim() == "-";
            (
                dash.then(|| find_in_margin(text, marked, '-'))
                    .flatten()
                    .unwrap_or(marked),
                None,
            )
        }
        _ => (marked, None),
    }
}

/// The part of the line that stands before a place.
pub(super) fn line_before(text: &str, at: Origin) -> &str {
    let before = text.get(..at.range().start).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    before.get(start..).unwrap_or("")
}

/// A tab on the blank lines above a place: text of a block ends there, and what follows it stands
/// where nothing is expected.
pub(super) fn tab_above(text: &str, at: Origin) -> Option<Origin> {
    let mut end = at.range().start - line_before(text, at).len();
    while let Some(above) = text.get(..end)?.strip_suffix('\n') {
        let start = above.rfind('\n').map_or(0, |newline| newline + 1);
        let line = above.get(start..)?;
        if !line.trim().is_empty() {
            return None;
        }
        if let Some(tab) = line.find('\t') {
            return Some(Origin::of_bytes(at.file, start + tab..start + tab + 1));
        }
        end = start;
    }
    None
}

pub(super) fn is_escape(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape
    )
}

pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}

/// One character, unless the line or the file ends here.
fn character_length(text: &str, byte: usize) -> usize {
    let next = text.get(byte..).and_then(|rest| rest.chars().next());
    next.filter(|c| !matches!(c, '\n' | '\r'))
        .map_or(0, char::len_utf8)
}

/// The first `wanted` on the line of `at`, up to `at` itself.
fn find_in_margin(text: &str, at: Origin, wanted: char) -> Option<Origin> {
    let start = at.range().start - line_before(text, at).len();
    let found = start + text.get(start..at.range().end)?.find(wanted)?;
    Some(Origin::of_bytes(at.file, found..found + wanted.len_utf8()))
}

fn find_behind(text: &str, at: Origin, wanted: char) -> Option<Origin> {
    let start = at.range().start;
    let found = start + text.get(start..)?.find(wanted)?;
    Some(Origin::of_bytes(at.file, found..found + wanted.len_utf8()))
}
