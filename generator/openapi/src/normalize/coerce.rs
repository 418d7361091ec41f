//! Values of another kind than their keyword takes that can be read as what is meant.
//!
//! It must not know any keyword by name.

use super::check::{Fate, wrong_kind};
use super::context::Context;
use super::keyword::{Expect, Words};
use super::spot::Spot;
use crate::codes;
use crate::read::{Node, Number, Value};
use crate::report::{Origin, suggest};

/// A number or a flag is read as the text that is written there (`version: 1.0`).
pub(super) fn text(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    let text = match &node.value {
        Value::String(_) => return Fate::Keep,
        Value::Number(number) => number.as_str().to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Null | Value::List(_) | Value::Map(_) => {
            return wrong_kind(node, Expect::Text, spot, cx);
        }
    };
    let help = format!("put it into quotes: `\"{text}\"`");
    coerced(node, Value::String(text), Expect::Text, help, spot, cx)
}

/// A word in another letter case is read as the one that is meant.
pub(super) fn word(
    node: &mut Node,
    words: &'static Words,
    spot: Spot<'_>,
    cx: &mut Context<'_>,
) -> Fate {
    let Value::String(written) = &node.value else {
        return wrong_kind(node, Expect::Word(words), spot, cx);
    };
    if words.all().any(|word| word == written) {
        report_newer(node.origin, written, words, spot, cx);
        return Fate::Keep;
    }
    if let Some(meant) = words.all().find(|word| word.eq_ignore_ascii_case(written)) {
        cx.warn(
            codes::COERCED_VALUE,
            node.origin,
            format!("`{written}` is read as `{meant}`"),
            format!("write `{meant}`"),
        );
        node.value = Value::String(meant.to_owned());
        return Fate::Keep;
    }
    let help = match suggest(written, words.of(cx.dialect)) {
        Some(word) => format!("did you mean `{word}`?"),
        None => {
            let all: Vec<&str> = words.of(cx.dialect).collect();
            format!("write one of `{}`", all.join("`, `"))
        }
    };
    cx.error(
        codes::UNKNOWN_VALUE,
        node.origin,
        format!("`{}` cannot be `{written}`", spot.name),
        help,
    );
    Fate::Cut
}

/// A word that a newer dialect added is read as there.
fn report_newer(at: Origin, word: &str, words: &Words, spot: Spot<'_>, cx: &mut Context<'_>) {
    if let Some(home) = words.home(word, cx.dialect) {
        cx.warn(
            codes::OTHER_DIALECT,
            at,
            format!(
                "`{}: {word}` is a form of {}, not of {}",
                spot.name,
                home.name(),
                cx.dialect.name()
            ),
            "it is applied as there; change the version of the description or the word",
        );
    }
}

/// `"true"` is read as `true`.
pub(super) fn flag(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    let value = match &node.value {
        Value::Bool(_) => return Fate::Keep,
        Value::String(text) if text.eq_ignore_ascii_case("true") => true,
        Value::String(text) if text.eq_ignore_ascii_case("false") => false,
        _ => return wrong_kind(node, Expect::Flag, spot, cx),
    };
    coerced(
        node,
        Value::Bool(value),
        Expect::Flag,
        format!("write `{value}`"),
        spot,
        cx,
    )
}

/// `"1.5"` is read as `1.5`.
pub(super) fn number(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    let number = match &node.value {
        Value::Number(number) => return in_range(number, node.origin, spot, cx),
        Value::String(text) => Number::parse(text.trim()),
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Map(_) => None,
    };
    let Some(number) = number else {
        return wrong_kind(node, Expect::Number, spot, cx);
    };
    let help = format!("write `{number}` without quotes");
    coerced(node, Value::Number(number), Expect::Number, help, spot, cx)
}

/// A number that no `f64` holds is a rule that excludes nothing, or everything.
fn in_range(number: &Number, at: Origin, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    if number.is_in_range() {
        return Fate::Keep;
    }
    cx.warn(
        codes::NUMBER_RANGE,
        at,
        format!("`{}` is beyond all numbers; it is left out", spot.name),
        "write a number below 1e308, or remove the keyword",
    );
    Fate::Cut
}

/// A whole number, zero or more.
pub(super) fn count(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    if number(node, spot, cx) == Fate::Cut {
        return Fate::Cut;
    }
    match node.as_number() {
        Some(number) if number.as_u64().is_some() => Fate::Keep,
        Some(number) if number.is_integer() && number.as_f64() > 0.0 => {
            cx.warn(
                codes::NUMBER_RANGE,
                node.origin,
                format!("`{}` is beyond 64 bits; it is left out", spot.name),
                "write a smaller number, or remove the keyword",
            );
            Fate::Cut
        }
        Some(number) => {
            cx.error(
                codes::WRONG_KIND,
                node.origin,
                format!(
                    "{} a whole number, zero or more, found `{number}`",
                    spot.takes()
                ),
                "write a whole number; as it stands the rule is left out",
            );
            Fate::Cut
        }
        None => Fate::Cut,
    }
}

/// A text where a list of texts belongs is read as a list of one.
pub(super) fn single_to_list(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) {
    let Value::String(text) = &node.value else {
        return;
    };
    let help = format!("write `[{text}]`");
    let item = node.clone();
    coerced(node, Value::List(vec![item]), Expect::Texts, help, spot, cx);
}

fn coerced(
    node: &mut Node,
    value: Value,
    expect: Expect,
    help: String,
    spot: Spot<'_>,
    cx: &mut Context<'_>,
) -> Fate {
    let found = node.kind();
    cx.warn(
        codes::COERCED_VALUE,
        node.origin,
        format!(
            "{} {}, found {found}; it is read as meant",
            spot.takes(),
            expect.noun()
        ),
        help,
    );
    node.value = value;
    Fate::Keep
}
