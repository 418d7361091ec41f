//! A string, number or boolean for a sample, within its constraints as far as that can be done.
//!
//! It must not know where the value stands.

use serde_json::Number;
use specsmith_openapi::api::{Constraints, Scalar, Value};

use super::sample_patterns::Pattern;

/// A value that nobody would take for a real one.
pub(super) fn scalar_within(scalar: &Scalar, constraints: &Constraints) -> Value {
    match scalar {
        Scalar::Boolean => Value::Bool(true),
        Scalar::Integer { .. } => whole(constraints),
        Scalar::Number { .. } => number(constraints),
        Scalar::String { format } => Value::String(match format.as_deref().and_then(of_format) {
            Some(known) => known.to_owned(),
            None => text(constraints),
        }),
    }
}

fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "byte" => "c3BlY3NtaXRo",
        "duration" => "PT1H30M",
        "decimal" => "12.50",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "time" => "12:00:00Z",
        "email" => "jane.doe@example.com",
        "uri" | "url" => "https://example.com",
        "hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        _ => return None,
    })
}

/// The least that is allowed, else 1 or less.
fn whole(constraints: &Constraints) -> Value {
    let Constraints {
        minimum, maximum, ..
    } = constraints;
    let least = minimum.as_ref().and_then(|minimum| {
        let (least, is_whole) = rounded(minimum, f64::ceil)?;
        least.checked_add(i128::from(is_whole && constraints.exclusive_minimum))
    });
    let most = maximum.as_ref().and_then(|maximum| {
        let (most, is_whole) = rounded(maximum, f64::floor)?;
        most.checked_sub(i128::from(is_whole && constraints.exclusive_maximum))
    });
    let near = least.unwrap_or_else(|| most.unwrap_or(1).min(1));
    let multiple = step(constraints).and_then(|step| {
        let beyond = near.rem_euclid(step);
        let up = near.checked_add((step.checked_sub(beyond)?) % step)?;
        let fits = most.is_none_or(|most| up <= most);
        if fits {
            Some(up)
        } else {
            near.checked_sub(beyond)
        }
    });
    integer(multiple.unwrap_or(near)).unwrap_or_else(|| 1.into())
}

/// The whole number of which others are multiples.
fn step(constraints: &Constraints) -> Option<i128> {
    let (step, is_whole) = rounded(constraints.multiple_of.as_ref()?, f64::floor)?;
    (is_whole && step > 0).then_some(step)
}

/// A bound as a whole number, and whether it is one.
fn rounded(bound: &Number, round: fn(f64) -> f64) -> Option<(i128, bool)> {
    let written = bound.as_i64().map(i128::from);
    if let Some(whole) = written.or(bound.as_u64().map(i128::from)) {
        return Some((whole, true));
    }
    let float = bound.as_f64()?;
    // A float prints all digits before its point.
    let whole = format!("{:.0}", round(float)).parse().ok()?;
    Some((whole, float.fract() == 0.0))
}

fn integer(number: i128) -> Option<Value> {
    let signed = i64::try_from(number).ok().map(Value::from);
    signed.or_else(|| u64::try_from(number).ok().map(Value::from))
}

/// A value beside others that must not be the same; `None` when none is known.
pub(super) fn another(
    scalar: &Scalar,
    constraints: &Constraints,
    first: &Value,
    index: usize,
) -> Option<Value> {
    match (scalar, first) {
        (Scalar::Boolean, Value::Bool(first)) => (index == 1).then_some(Value::Bool(!first)),
        (Scalar::Integer { .. } | Scalar::Number { .. }, first) => {
            let step = step(constraints).unwrap_or(1);
            let beyond = i128::try_from(index).ok()?.checked_mul(step)?;
            integer(i128::from(first.as_i64()?).checked_add(beyond)?)
        }
        (Scalar::String { format }, Value::String(first)) => {
            let pattern = constraints.pattern.as_deref();
            if pattern.is_none() && format.is_some() {
                return None;
            }
            let will_do = |text: &String| {
                let is_match = pattern.is_none_or(|pattern| {
                    Pattern::new(pattern).is_some_and(|pattern| pattern.is_match(text))
                });
                let most = constraints.max_length;
                is_match && most.is_none_or(|most| count(text) <= most) && text != first
            };
            let texts = [format!("{first}{index}"), index.to_string()];
            texts.into_iter().find(will_do).map(Value::from)
        }
        (Scalar::Boolean | Scalar::String { .. }, _) => None,
    }
}

/// The least that is allowed, else 1.5 or less.
fn number(constraints: &Constraints) -> Value {
    let bound = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    let (least, most) = (bound(&constraints.minimum), bound(&constraints.maximum));
    if let Some(multiple) = multiple(constraints, least, most) {
        return multiple;
    }
    match (&constraints.minimum, least, most) {
        (Some(_), Some(least), most) if constraints.exclusive_minimum => {
            let above = least + 1.0;
            let within = most.filter(|most| above >= *most);
            within
                .map_or(above, |most| f64::midpoint(least, most))
                .into()
        }
        (Some(minimum), _, _) => Value::Number(minimum.clone()),
        (None, _, Some(most)) if most <= 1.5 => (most - 1.0).into(),
        (None, _, _) => 1.5.into(),
    }
}

/// The first multiple that is allowed, where multiples are asked for.
fn multiple(constraints: &Constraints, least: Option<f64>, most: Option<f64>) -> Option<Value> {
    let step = constraints.multiple_of.as_ref()?.as_f64();
    let step = step.filter(|step| *step > 0.0)?;
    let first = match (least, most) {
        (Some(least), _) => (least / step).ceil() * step,
        (None, Some(most)) if most < step => (most / step).floor() * step,
        (None, _) => step,
    };
    let is_bound = constraints.exclusive_minimum && least == Some(first);
    Some(match first + if is_bound { step } else { 0.0 } {
        whole if whole.fract() == 0.0 => {
            rounded(&Number::from_f64(whole)?, f64::round).and_then(|(whole, _)| integer(whole))?
        }
        other => other.into(),
    })
}

/// A text of a length that is allowed, and that matches where that is asked for and can be done.
fn text(constraints: &Constraints) -> String {
    let usual = sized("string", constraints);
    let Some(pattern) = constraints.pattern.as_deref().and_then(Pattern::new) else {
        return usual;
    };
    if pattern.is_match(&usual) {
        return usual;
    }
    let will_do = |text: &str| {
        let length = count(text);
        constraints.min_length.is_none_or(|least| least <= length)
            && constraints.max_length.is_none_or(|most| length <= most)
    };
    pattern.text(will_do).unwrap_or(usual)
}

/// Length in Unicode code points.
fn count(text: &str) -> u64 {
    u64::try_from(text.chars().count()).unwrap_or(u64::MAX)
}

/// The text, cut or repeated to a length that is allowed (in Unicode code points).
fn sized(text: &str, constraints: &Constraints) -> String {
    /// A longer sample helps nobody.
    const LONGEST: u64 = 200;

    let usual = count(text);
    let least = constraints.min_length.unwrap_or(0).min(LONGEST);
    let length = usual
        .max(least)
        .min(constraints.max_length.unwrap_or(LONGEST));
    let length = usize::try_from(length).unwrap_or_default();
    text.chars().cycle().take(length).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Number, json};
    use specsmith_openapi::api::{Constraints, IntegerRange, Scalar};

    use super::scalar_within;

    #[test]
    fn a_text_has_a_length_that_is_allowed() {
        let text = |min_length, max_length| {
            let constraints = Constraints {
                min_length,
                max_length,
                ..Constraints::default()
            };
            scalar_within(&Scalar::String { format: None }, &constraints)
        };
        assert_eq!(text(None, None), json!("string"));
        assert_eq!(text(None, Some(3)), json!("str"));
        assert_eq!(text(Some(8), None), json!("stringst"));
        assert_eq!(text(Some(2), Some(9)), json!("string"));
    }

    #[test]
    fn a_number_is_within_its_bounds() {
        let bounds =
            |minimum: Option<i64>, maximum: Option<i64>, is_exclusive, step: Option<i64>| {
                let constraints = Constraints {
                    minimum: minimum.map(Into::into),
                    maximum: maximum.map(Into::into),
                    exclusive_minimum: is_exclusive,
                    exclusive_maximum: is_exclusive,
                    multiple_of: step.map(Into::into),
                    ..Constraints::default()
                };
                let integer = Scalar::Integer {
                    format: None,
                    range: IntegerRange::I64,
                };
                let number = Scalar::Number { format: None };
                [integer, number].map(|scalar| scalar_within(&scalar, &constraints))
            };
        assert_eq!(bounds(None, None, false, None), [json!(1), json!(1.5)]);
        assert_eq!(bounds(Some(4), None, false, None), [json!(4), json!(4)]);
        assert_eq!(bounds(Some(4), Some(9), true, None), [json!(5), json!(5.0)]);
        assert_eq!(bounds(Some(0), Some(1), true, None)[1], json!(0.5));
        assert_eq!(bounds(None, Some(0), false, None), [json!(0), json!(-1.0)]);
        assert_eq!(bounds(Some(4), Some(9), false, Some(5))[0], json!(5));
        assert_eq!(bounds(None, Some(4), false, Some(5))[0], json!(0));
    }

    /// A bound of an integer that is not whole is none of its values.
    #[test]
    fn an_integer_is_whole() {
        let sample = |constraints| {
            let integer = Scalar::Integer {
                format: None,
                range: IntegerRange::I64,
            };
            scalar_within(&integer, &constraints)
        };
        let bounds = |minimum: Option<f64>, maximum: Option<f64>, is_exclusive| Constraints {
            minimum: minimum.and_then(Number::from_f64),
            maximum: maximum.and_then(Number::from_f64),
            exclusive_minimum: is_exclusive,
            exclusive_maximum: is_exclusive,
            ..Constraints::default()
        };
        assert_eq!(sample(bounds(Some(0.5), None, false)), json!(1));
        assert_eq!(sample(bounds(Some(0.5), None, true)), json!(1));
        assert_eq!(sample(bounds(Some(2.0), None, true)), json!(3));
        assert_eq!(sample(bounds(None, Some(-0.5), true)), json!(-1));
        assert_eq!(sample(bounds(None, Some(-2.0), true)), json!(-3));
        assert_eq!(sample(bounds(Some(1e300), None, false)), json!(1));
    }

    #[test]
    fn a_number_is_a_multiple() {
        let sample = |step: f64, minimum: Option<f64>, exclusive_minimum| {
            let constraints = Constraints {
                multiple_of: Number::from_f64(step),
                minimum: minimum.and_then(Number::from_f64),
                exclusive_minimum,
                ..Constraints::default()
            };
            scalar_within(&Scalar::Number { format: None }, &constraints)
        };
        assert_eq!(sample(0.25, None, false), json!(0.25));
        assert_eq!(sample(0.5, Some(1.2), false), json!(1.5));
        assert_eq!(sample(5.0, Some(5.0), true), json!(10));
    }
}
