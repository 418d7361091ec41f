//! What to say where YAML does not go on as it must.
//!
//! It must not change how YAML is read.

use granit_parser::{ErrorKind, ScanError};

use super::{Fault, place, quote};
use crate::read::codes;
use crate::report::{Diagnostic, FileId, Origin};

/// The fatal finding for an error of the parser; `bracket` is the innermost one still open.
pub(super) fn fault(error: &ScanError, text: &str, file: FileId, bracket: Option<Origin>) -> Fault {
    let kind = error.kind();
    let (at, opening) = place::find(error, text, file);
    if let Some(opening) = quote::opened_above(kind, text, at) {
        return closed_below(kind, opening, at);
    }
    if is_out_of_place(kind, place::line_before(text, at))
        && let Some(tab) = place::tab_above(text, at)
    {
        return ended_by_tab(tab, at);
    }
    let (message, help) = explain(kind, slice(text, at), place::line_before(text, at));
    let code = match kind {
        ErrorKind::RecursionLimitExceeded => codes::TOO_DEEP,
        _ => codes::YAML_SYNTAX,
    };
    let mut fault = Box::new(Diagnostic::fatal(code, at, message, help));
    fault
        .related
        .extend(opening.map(|opening| (opening, "the quotes open here".to_owned())));
    let inside = bracket.filter(|bracket| bracket.start < at.start);
    fault
        .related
        .extend(inside.map(|bracket| (bracket, "inside of this".to_owned())));
    fault
}

/// Quoted text that goes on to another line and ends there before other text.
fn closed_below(kind: &ErrorKind, opening: Origin, behind: Origin) -> Fault {
    let help = match kind {
        ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "close it where its text ends, and write `\\\"` for a double quote inside"
        }
        _ => "close it where its text ends, and write `''` for a single quote inside",
    };
    let message = "the quote is closed only on another line, where text follows";
    let fault = Diagnostic::fatal(codes::YAML_SYNTAX, opening, message, help);
    Box::new(fault.related(behind, "this text"))
}

/// Whether a line begins with what nothing above it allows there.
fn is_out_of_place(kind: &ErrorKind, before: &str) -> bool {
    let is_of_blocks = matches!(
        kind,
        ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidIndentation
            | ErrorKind::InvalidBlockScalarIndent
    );
    is_of_blocks && is_margin(before)
}

/// Text below `|` or `>` that a blank line with a tab ends.
fn ended_by_tab(tab: Origin, behind: Origin) -> Fault {
    let message = "a tab on a blank line ends the text above it";
    let help = "remove the tab, or indent the line by spaces";
    let fault = Diagnostic::fatal(codes::YAML_SYNTAX, tab, message, help);
    Box::new(fault.related(behind, "this line belongs to nothing"))
}

/// The text at a place.
pub(super) fn slice(text: &str, at: Origin) -> &str {
    text.get(at.range()).unwrap_or("")
}

/// The place of the `%YAML` line before `at`.
pub(super) fn directive(text: &str, at: Origin) -> Origin {
    let before = text.get(..at.range().start).unwrap_or("");
    let Some(start) = before.rfind("%YAML") else {
        return at;
    };
    let line = before
        .get(start..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or("");
    Origin::of_bytes(at.file, start..start + line.trim_end().len())
}

/// What is wrong and what to do; `marked` is the text at the place, `before` its line up to there.
fn explain(kind: &ErrorKind, marked: &str, before: &str) -> (String, &'static str) {
    let quotes = explain_quotes(kind, marked);
    let brackets = || explain_brackets(kind);
    let blocks = || explain_blocks(kind, before);
    let marks = || explain_marks(kind);
    quotes
        .or_else(brackets)
        .or_else(blocks)
        .or_else(marks)
        .unwrap_or_else(|| other(kind))
}

/// Quoted text.
fn explain_quotes(kind: &ErrorKind, marked: &str) -> Option<(String, &'static str)> {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::UnclosedQuotedScalar => ("the quote is not closed", "add the closing quote"),
        E::DocumentIndicatorInQuotedScalar => (
            "a new document begins before the quote is closed",
            "add the closing quote",
        ),
        E::InvalidTrailingSingleQuotedScalar => (
            "text follows the closing quote",
            "write `''` for a single quote inside of single quotes",
        ),
        E::InvalidTrailingDoubleQuotedScalar => (
            "text follows the closing quote",
            "write `\\\"` for a double quote inside of double quotes",
        ),
        E::InvalidQuotedScalarIndent => (
            "quoted text goes on at the margin",
            "indent the line deeper than the key, or close the quote before it",
        ),
        kind if place::is_escape(kind) => {
            return Some((
                format!("double quotes have no escape `{marked}`"),
                "write `\\\\` for a backslash, or put the text in single quotes",
            ));
        }
        _ => return None,
    };
    Some((message.to_owned(), help))
}

/// Lists and maps in brackets.
fn explain_brackets(kind: &ErrorKind) -> Option<(String, &'static str)> {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::UnclosedFlowCollection { open } => (
            format!("`{open}` is not closed"),
            "add the closing bracket, or quote the text",
        ),
        E::MismatchedFlowCollectionEnd { open, close } => (
            format!("`{open}` is closed by `{close}`"),
            "make the brackets match",
        ),
        E::MisplacedFlowCollectionEnd => (
            "the bracket closes nothing".to_owned(),
            "remove it, or quote the text",
        ),
        E::UnexpectedEofFlowSequence | E::ExpectedFlowSequenceSeparator => (
            "expected `,` or `]`".to_owned(),
            "look for a missing comma, quote or `]` before this",
        ),
        E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator => (
            "expected `,` or `}`".to_owned(),
            "look for a missing comma, quote or `}` before this",
        ),
        E::InvalidColonPlacement | E::FlowMappingValueAdjacentCollection => (
            "`:` is not expected here".to_owned(),
            "look for a missing bracket or comma before it, or quote the text",
        ),
        E::BlockEntryInFlowCollection | E::PlainScalarStartsWithDashFlowIndicator => (
            "`-` is not expected inside of brackets".to_owned(),
            "separate the items by commas, or close the bracket before this",
        ),
        E::InvalidFlowScalarIndent => (
            "the line stands at the margin inside of brackets".to_owned(),
            "indent it, or close the bracket before it",
        ),
        _ => return None,
    };
    Some((message, help))
}

/// Lists, maps and text that are laid out by indentation.
fn explain_blocks(kind: &ErrorKind, before: &str) -> Option<(String, &'static str)> {
    use ErrorKind as E;
    let (message, help) = match kind {
        kind if place::is_tab(kind) => ("a tab is used for indentation", "use spaces"),
        E::MappingValueNotAllowed => (
            "`:` is not expected here",
            "quote the text if the colon belongs to it; else look at the indentation of this line",
        ),
        E::MappingKeyNotAllowed => (
            "a key is not expected here",
            "begin the map on a line of its own; look at the indentation of this line",
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey => (
            "expected `:` behind the key",
            "write `key: value` on one line; indent text that goes on from the line before",
        ),
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry if !is_margin(before) => (
            "text follows a value that is complete",
            "put the whole text in quotes, or look for a quote or bracket too many before this",
        ),
        E::ExpectedBlockMappingKey => (
            "expected a key of the map that is open here",
            "look at the indentation of this line and the one before",
        ),
        E::ExpectedBlockSequenceEntry => (
            "expected `- ` for an item of the list that is open here",
            "look at the indentation of this line and the one before",
        ),
        E::BlockSequenceEntryNotAllowed => (
            "a list item is not expected here",
            "begin the list on a line of its own",
        ),
        E::InvalidIndentation | E::InvalidBlockScalarIndent => (
            "the line is indented less than the text before it",
            "indent it as deep as the line before, or as the key it belongs to",
        ),
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => (
            "expected a line break behind `|` or `>`",
            "begin the text on the next line, or quote the text if it begins with this sign",
        ),
        E::UnexpectedEofBlockMapping | E::UnexpectedEofBlockSequence | E::UnexpectedEof => {
            ("the file ends in the middle of a value", "is it complete?")
        }
        _ => return None,
    };
    Some((message.to_owned(), help))
}

/// Signs that mean something of their own: anchors, tags, directives, comments.
fn explain_marks(kind: &ErrorKind) -> Option<(String, &'static str)> {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::UnexpectedCharacter { character } if character.is_control() => {
            let code = u32::from(*character);
            (
                format!("U+{code:04X} cannot stand here"),
                "remove it; in double quotes write `\\xXX`",
            )
        }
        E::UnexpectedCharacter { character } => (
            format!("text cannot begin with `{character}`"),
            "put the text in quotes",
        ),
        E::MissingAnchorOrAliasName => (
            "expected a name behind `*` or `&`".to_owned(),
            "put the text in quotes if this is no alias and no anchor",
        ),
        E::UndeclaredTagHandle
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag => (
            "`!` begins a tag that is not declared".to_owned(),
            "put the text in quotes if this is no tag",
        ),
        E::CommentNotSeparated => (
            "a space is missing before the comment".to_owned(),
            "write ` #`, or quote the text",
        ),
        E::CommentInterceptedScalar => (
            "a comment stands inside of text".to_owned(),
            "move the comment, or put the text in quotes",
        ),
        E::BomInsideDocument => (
            "a byte order mark stands inside of the document".to_owned(),
            "remove the invisible character U+FEFF",
        ),
        E::RecursionLimitExceeded => (
            "lists and maps nest too deep".to_owned(),
            "move the inner parts into components and refer to them with `$ref`",
        ),
        _ => return None,
    };
    Some((message, help))
}

/// Whether a line has only begun.
fn is_margin(before: &str) -> bool {
    before
        .chars()
        .all(|character| matches!(character, ' ' | '\t' | '-' | '?'))
}

fn other(kind: &ErrorKind) -> (String, &'static str) {
    (
        kind.to_string(),
        "put the text in quotes if it is text; else look at the line before",
    )
}
