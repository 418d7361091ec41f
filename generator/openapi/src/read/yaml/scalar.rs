//! What a scalar means: the core schema (YAML 1.2.2, section 10.3.2) and explicit tags.
//!
//! It must not know where a scalar stands.

use std::borrow::Cow;

use granit_parser::{ScalarStyle, Tag};

use crate::read::codes;
use crate::read::{Number, Value};
use crate::report::{Diagnostic, Origin, Report, clip};

/// The tag of a scalar, if it has one.
pub(super) struct Tagged<'a> {
    pub(super) tag: Option<&'a Tag>,
    pub(super) at: Origin,
}

/// The value of a scalar.
pub(super) fn resolve(
    text: Cow<'_, str>,
    style: ScalarStyle,
    tagged: &Tagged<'_>,
    at: Origin,
    report: &mut Report,
) -> Value {
    match tagged.tag {
        None if style == ScalarStyle::Plain => {
            // The parser gives `~` for a value that is left out.
            plain(text, at, report)
        }
        None => Value::String(text.into_owned()),
        Some(tag) => {
            let left_out = style == ScalarStyle::Plain && at.is_empty();
            let text = if left_out { Cow::Borrowed("") } else { text };
            with_tag(text, style, tag, tagged.at, at, report)
        }
    }
}

fn plain(text: Cow<'_, str>, at: Origin, report: &mut Report) -> Value {
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        other if !may_be_number(other) => Value::String(text.into_owned()),
        other if is_not_finite(other) => {
            report.push(not_finite(other, at));
            Value::String(text.into_owned())
        }
        other => {
            Number::parse(other).map_or_else(|| Value::String(other.to_owned()), Value::Number)
        }
    }
}

fn may_be_number(text: &str) -> bool {
    text.starts_with([
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.',
    ])
}

fn is_not_finite(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN")
}

fn with_tag(
    text: Cow<'_, str>,
    style: ScalarStyle,
    tag: &Tag,
    tag_at: Origin,
    at: Origin,
    report: &mut Report,
) -> Value {
    let Some(name) = tag.core_suffix() else {
        if is_non_specific(tag) {
            return Value::String(text.into_owned());
        }
        report.push(unknown(tag, tag_at));
        return match style {
            ScalarStyle::Plain => plain(text, at, report),
            _ => Value::String(text.into_owned()),
        };
    };
    if name == "str" {
        return Value::String(text.into_owned());
    }
    let value = plain(text, at, report);
    let fits = match (name, &value) {
        ("null", Value::Null) | ("bool", Value::Bool(_)) | ("float", Value::Number(_)) => true,
        ("int", Value::Number(number)) => number.is_integer(),
        _ => false,
    };
    if !fits {
        report.push(mismatch(name, value.kind(), tag_at));
    }
    value
}

/// Reports a tag of a list or map that is not the one for `expected` (`seq` or `map`).
pub(super) fn check_collection(tag: &Tag, expected: &str, at: Origin, report: &mut Report) {
    match tag.core_suffix() {
        Some(name) if name == expected => {}
        Some(name) => {
            let kind = if expected == "seq" { "a list" } else { "a map" };
            report.push(mismatch(name, kind, at));
        }
        None if is_non_specific(tag) => {}
        None => report.push(unknown(tag, at)),
    }
}

/// `!` alone: resolved by kind, never by what the text looks like.
fn is_non_specific(tag: &Tag) -> bool {
    tag.handle().is_empty() && tag.suffix() == "!" || tag.handle() == "!" && tag.suffix().is_empty()
}

fn not_finite(text: &str, at: Origin) -> Diagnostic {
    Diagnostic::error(
        codes::NUMBER_NOT_FINITE,
        at,
        format!("`{text}` has no place in JSON; it is taken for a string"),
        "remove the value, or quote it if it is text",
    )
}

fn unknown(tag: &Tag, at: Origin) -> Diagnostic {
    let written = format!("{}{}", tag.original_handle(), tag.suffix());
    Diagnostic::warning(
        codes::YAML_TAG,
        at,
        format!(
            "the tag `{}` says nothing here and is ignored",
            clip(&written)
        ),
        "remove it; `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq` and `!!map` are known",
    )
}

fn mismatch(name: &str, kind: &str, at: Origin) -> Diagnostic {
    Diagnostic::error(
        codes::YAML_TAG_MISMATCH,
        at,
        format!("the tag `!!{name}` stands before {kind}"),
        "change the value or remove the tag; the value is taken as it looks",
    )
}
