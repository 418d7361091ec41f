//! Numbers within bounds.
//!
//! This module must not know where a number stands.

use serde_json::{Map, Number, Value};

use super::super::chance::Chance;

/// How far from its bound a number lies that has one bound only.
const SPAN: i128 = 100;

/// An integer that is as the keywords say which speak of numbers; `None` when there is none.
pub(super) fn integer(schema: &Map<String, Value>, chance: &mut Chance) -> Option<Value> {
    let step = schema.get("multipleOf").map_or(Some(1), whole)?.max(1);
    let bound = |key| schema.get(key).and_then(Value::as_number);
    let low = [
        bound("minimum").map(ceiling),
        bound("exclusiveMinimum").map(|it| floor(it).saturating_add(1)),
    ];
    let high = [
        bound("maximum").map(floor),
        bound("exclusiveMaximum").map(|it| ceiling(it).saturating_sub(1)),
    ];
    let low = low.into_iter().flatten().max();
    let high = high.into_iter().flatten().min();
    let (low, high) = window(low, high, step);
    let first = low.saturating_neg().div_euclid(step).saturating_neg();
    let last = high.div_euclid(step);
    let count = last
        .checked_sub(first)?
        .checked_add(1)
        .filter(|it| *it > 0)?;
    let offset = i128::from(chance.next()) % count;
    let value = first.saturating_add(offset).saturating_mul(step);
    let number = i64::try_from(value).map(Number::from);
    let number = number.or_else(|_| u64::try_from(value).map(Number::from));
    number.ok().map(Value::Number)
}

/// Bounds where there are some, and around 1 to 100.
fn window(low: Option<i128>, high: Option<i128>, step: i128) -> (i128, i128) {
    let span = SPAN.saturating_mul(step);
    match (low, high) {
        (None, None) => (1, span),
        (Some(low), None) => (low, low.saturating_add(span)),
        (None, Some(high)) if high >= 1 => (1.min(high), high.min(span).max(step)),
        (None, Some(high)) => (high.saturating_sub(span), high),
        // What a format allows is no wish for large numbers.
        (Some(low), Some(high)) if low <= 1 && high > span => (1.max(low), span),
        (Some(low), Some(high)) if high.saturating_sub(low) > span => {
            (low, low.saturating_add(span))
        }
        (Some(low), Some(high)) => (low, high),
    }
}

/// A factor of integers. `None`: it is none, as 0.5 is not.
fn whole(value: &Value) -> Option<i128> {
    let number = value.as_f64()?;
    match value.as_u64() {
        Some(whole) => Some(i128::from(whole)),
        None if number.fract() == 0.0 && number.abs() < 1e18 => Some(number as i128),
        // Any integer is a multiple of one half or a hundredth.
        None if (1.0 / number).fract() == 0.0 => Some(1),
        None => None,
    }
}

fn ceiling(number: &Number) -> i128 {
    exact(number).unwrap_or_else(|| number.as_f64().unwrap_or_default().ceil() as i128)
}

fn floor(number: &Number) -> i128 {
    exact(number).unwrap_or_else(|| number.as_f64().unwrap_or_default().floor() as i128)
}

fn exact(number: &Number) -> Option<i128> {
    let signed = number.as_i64().map(i128::from);
    signed.or_else(|| number.as_u64().map(i128::from))
}

/// Any number that is as the keywords say which speak of numbers.
pub(super) fn number(schema: &Map<String, Value>, chance: &mut Chance) -> Option<Value> {
    if let Some(step) = schema.get("multipleOf").and_then(Value::as_f64)
        && step.fract() != 0.0
    {
        return multiple(schema, step, chance);
    }
    if let Some(value) = integer(schema, chance) {
        return Some(value);
    }
    // No integer lies between the bounds.
    let bound = |keys: [&str; 2]| keys.into_iter().find_map(|key| schema.get(key)?.as_f64());
    let low = bound(["minimum", "exclusiveMinimum"])?;
    let high = bound(["maximum", "exclusiveMaximum"])?;
    Number::from_f64(low + (high - low) / 2.0).map(Value::Number)
}

/// A number a little above another, if the keywords let it be.
pub(super) fn fraction(schema: &Map<String, Value>, value: &Value) -> Option<Value> {
    let number = value.as_f64()? + 0.5;
    let highest = ["maximum", "exclusiveMaximum"];
    let mut bounds = highest.iter().filter_map(|key| schema.get(*key)?.as_f64());
    let is_free = !schema.contains_key("multipleOf") && bounds.all(|bound| number < bound);
    let number = Number::from_f64(number).filter(|_| is_free)?;
    Some(Value::Number(number))
}

fn multiple(schema: &Map<String, Value>, step: f64, chance: &mut Chance) -> Option<Value> {
    let bound = |keys: [&str; 2]| keys.into_iter().find_map(|key| schema.get(key)?.as_f64());
    let low = bound(["minimum", "exclusiveMinimum"]);
    let high = bound(["maximum", "exclusiveMaximum"]);
    let first = low.map_or(1.0, |low| (low / step).floor() + 1.0);
    let first = match high {
        Some(high) if low.is_none() => first.min((high / step).floor() - 1.0),
        _ => first,
    };
    let last = high.map_or(first + 100.0, |high| {
        ((high / step).ceil() - 1.0).max(first)
    });
    let count = (last - first).clamp(0.0, 100.0) as usize + 1;
    let factor = first + chance.below(count) as f64;
    // As it would be written: 0.1 times 3 is 0.3.
    let places = step
        .to_string()
        .split_once('.')
        .map_or(0, |(_, places)| places.len());
    let written = format!("{:.places$}", factor * step);
    let number: Number = serde_json::from_str(&written).ok()?;
    Some(Value::Number(number))
}
