//! A string, number or boolean for a sample, within its constraints as far as that goes without
//! reading a pattern.
//!
//! It must not know where the value stands.

use serde_json::Number;
use specsmith_openapi::api::{Constraints, Scalar, Value};

/// A value that nobody would take for a real one.
pub(super) fn scalar_within(scalar: &Scalar, constraints: &Constraints) -> Value {
    match scalar {
        Scalar::Boolean => Value::Bool(true),
        Scalar::Integer { .. } => whole(constraints),
        Scalar::Number { .. } => number(constraints),
        Scalar::String { format } => Value::String(match format.as_deref().and_then(of_format) {
            Some(text) => text.to_owned(),
            None => sized("string", constraints),
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
    let bound = |number: &Option<Number>| number.as_ref().and_then(Number::as_i64);
    let step = bound(&constraints.multiple_of).filter(|step| *step > 0);
    let least = bound(&constraints.minimum)
        .and_then(|least| least.checked_add(i64::from(constraints.exclusive_minimum)));
    let most = bound(&constraints.maximum)
        .and_then(|most| most.checked_sub(i64::from(constraints.exclusive_maximum)));
    let near = match (least, most, &constraints.minimum) {
        (Some(least), _, _) => least,
        (None, Some(most), None) => most.min(1),
        (None, None, None) => 1,
        // Beyond 64 bits, or not whole.
        (None, _, Some(minimum)) => return Value::Number(minimum.clone()),
    };
    let multiple = step.and_then(|step| {
        let beyond = near.rem_euclid(step);
        let up = near.checked_add((step.checked_sub(beyond)?) % step)?;
        let fits = most.is_none_or(|most| up <= most);
        if fits {
            Some(up)
        } else {
            near.checked_sub(beyond)
        }
    });
    multiple.unwrap_or(near).into()
}

/// The least that is allowed, else 1.5 or less.
fn number(constraints: &Constraints) -> Value {
    let bound = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    let (least, most) = (bound(&constraints.minimum), bound(&constraints.maximum));
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

/// The text, cut or repeated to a length that is allowed (in Unicode code points).
fn sized(text: &str, constraints: &Constraints) -> String {
    /// A longer sample helps nobody.
    const LONGEST: u64 = 200;

    let usual = u64::try_from(text.chars().count()).unwrap_or(LONGEST);
    let least = constraints.min_length.unwrap_or(0).min(LONGEST);
    let length = usual
        .max(least)
        .min(constraints.max_length.unwrap_or(LONGEST));
    let length = usize::try_from(length).unwrap_or_default();
    text.chars().cycle().take(length).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
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
}
