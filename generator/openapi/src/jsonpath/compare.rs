//! Values of filters against each other (RFC 9535, sections 2.3.5.2.2 and 2.4).
//!
//! It must not know where the values come from.

use std::cmp::Ordering;

use regex_lite::{Regex, RegexBuilder};

use super::syntax::Operator;
use crate::read::{Number, Value};

/// `None` is Nothing: equal to itself only, and in no order with anything.
pub(super) fn holds(left: Option<&Value>, operator: Operator, right: Option<&Value>) -> bool {
    let is_equal = || match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => equal(left, right),
        (None, Some(_)) | (Some(_), None) => false,
    };
    let order = || order(left?, right?);
    match operator {
        Operator::Equal => is_equal(),
        Operator::NotEqual => !is_equal(),
        Operator::Less => order() == Some(Ordering::Less),
        Operator::Greater => order() == Some(Ordering::Greater),
        Operator::LessOrEqual => order() == Some(Ordering::Less) || is_equal(),
        Operator::GreaterOrEqual => order() == Some(Ordering::Greater) || is_equal(),
    }
}

/// Numbers are equal by value, maps without regard to the order of their entries.
fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => numbers(left, right) == Ordering::Equal,
        (Value::List(left), Value::List(right)) => {
            let mut pairs = left.iter().zip(right);
            left.len() == right.len() && pairs.all(|(left, right)| equal(&left.value, &right.value))
        }
        (Value::Map(left), Value::Map(right)) => {
            let same = |key: &str, value: &Value| {
                let other = right.get(key);
                other.is_some_and(|other| equal(value, &other.value))
            };
            left.len() == right.len()
                && left
                    .iter()
                    .all(|entry| same(&entry.key.text, &entry.value.value))
        }
        (left, right) => left == right,
    }
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Some(numbers(left, right)),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn numbers(left: &Number, right: &Number) -> Ordering {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => left.as_f64().total_cmp(&right.as_f64()),
    }
}

/// Characters, items or entries.
pub(super) fn length(value: &Value) -> Option<usize> {
    match value {
        Value::String(text) => Some(text.chars().count()),
        Value::List(items) => Some(items.len()),
        Value::Map(map) => Some(map.len()),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// How large a pattern may become, in bytes.
const PATTERN: usize = 1 << 20;

/// A pattern (RFC 9485) that matches all of a text, or a part of it; `None` when it is none.
/// Classes of Unicode (`\p{…}`) are not read.
pub(super) fn pattern(written: &str, whole: bool) -> Option<Regex> {
    let pattern = match whole {
        true => format!(r"\A(?:{written})\z"),
        false => written.to_owned(),
    };
    RegexBuilder::new(&pattern)
        .crlf(true)
        .size_limit(PATTERN)
        .build()
        .ok()
}

/// Whether a pattern matches. What is no text, or no pattern, matches nothing.
pub(super) fn matches(text: Option<&Value>, pattern: Option<&Value>, whole: bool) -> bool {
    let (Some(Value::String(text)), Some(Value::String(pattern))) = (text, pattern) else {
        return false;
    };
    self::pattern(pattern, whole).is_some_and(|regex| regex.is_match(text))
}
