//! Numbers as written, and what they are as machine numbers.
//!
//! It must not know which type a schema gives a number.

use std::borrow::Cow;
use std::fmt;

/// A number as written, of any size and precision.
///
/// The text is a JSON number or one of the other forms of YAML's core schema: `+1`, `007`, `.5`,
/// `1.`, `0o17`, `0xFF`. It is always finite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(Box<str>);

impl Number {
    /// Reads a number of YAML's core schema (YAML 1.2.2, section 10.3.2), of which JSON's numbers
    /// are a part. `None` when `text` is no finite number.
    pub fn parse(text: &str) -> Option<Self> {
        is_number(text).then(|| Self(text.into()))
    }

    /// For readers that checked `text` already.
    pub(super) fn from_checked(text: &str) -> Self {
        Self(text.into())
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value if it is a whole number of 64 bits with sign; `1.0` and `1e3` are whole.
    pub fn as_i64(&self) -> Option<i64> {
        i64::try_from(self.as_i128()?).ok()
    }

    /// The value if it is a whole number of 64 bits without sign; `1.0` and `1e3` are whole.
    pub fn as_u64(&self) -> Option<u64> {
        u64::try_from(self.as_i128()?).ok()
    }

    /// The value if it is a whole number of 128 bits with sign; `1.0` and `1e3` are whole.
    pub fn as_i128(&self) -> Option<i128> {
        let (negative, digits) = split_sign(&self.0);
        if let Some((radix, digits)) = split_radix(digits) {
            return i128::from_str_radix(digits, radix).ok();
        }
        let magnitude = whole(digits)?;
        if negative {
            magnitude.checked_neg()
        } else {
            Some(magnitude)
        }
    }

    /// The nearest `f64`; the largest finite one when the number is beyond its range.
    pub fn as_f64(&self) -> f64 {
        let (_, digits) = split_sign(&self.0);
        let value = match split_radix(digits) {
            Some((radix, digits)) => radix_to_f64(radix, digits),
            None => self.0.parse().unwrap_or(0.0),
        };
        value.clamp(f64::MIN, f64::MAX)
    }

    /// Whether it is within the range of `f64`.
    pub fn is_in_range(&self) -> bool {
        let (_, digits) = split_sign(&self.0);
        match split_radix(digits) {
            Some((radix, digits)) => radix_to_f64(radix, digits).is_finite(),
            None => self.0.parse().is_ok_and(f64::is_finite),
        }
    }

    /// Whether it is written without fraction and exponent.
    pub fn is_integer(&self) -> bool {
        let (_, digits) = split_sign(&self.0);
        split_radix(digits).is_some() || digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The number as JSON writes it.
    ///
    /// Differs from the text for the forms that only YAML has. An octal or hexadecimal number of
    /// more than 127 bits is given to the precision of `f64`.
    pub fn to_json_text(&self) -> Cow<'_, str> {
        let (negative, digits) = split_sign(&self.0);
        if split_radix(digits).is_some() {
            return Cow::Owned(match self.as_i128() {
                Some(value) => value.to_string(),
                None => format!("{:e}", self.as_f64()),
            });
        }
        let sign = if negative { "-" } else { "" };
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let (whole, rest) = digits.split_at_checked(end).unwrap_or((digits, ""));
        let significant = whole.trim_start_matches('0');
        let whole_json = if significant.is_empty() {
            "0"
        } else {
            significant
        };
        let bare_point = rest
            .strip_prefix('.')
            .filter(|it| !it.starts_with(is_digit));
        let rest_json = bare_point.unwrap_or(rest);
        if whole_json == whole && rest_json == rest && !self.0.starts_with('+') {
            return Cow::Borrowed(&self.0);
        }
        Cow::Owned(format!("{sign}{whole_json}{rest_json}"))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(value.to_string().into())
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(value.to_string().into())
    }
}

impl From<&serde_json::Number> for Number {
    fn from(number: &serde_json::Number) -> Self {
        Self(number.to_string().into())
    }
}

impl From<&Number> for serde_json::Number {
    /// Whole numbers of 64 bits stay what they are, all others become the nearest `f64`.
    fn from(number: &Number) -> Self {
        let integer = if number.is_integer() {
            number.as_i128()
        } else {
            None
        };
        if let Some(value) = integer.and_then(|value| i64::try_from(value).ok()) {
            return value.into();
        }
        if let Some(value) = integer.and_then(|value| u64::try_from(value).ok()) {
            return value.into();
        }
        Self::from_f64(number.as_f64()).unwrap_or_else(|| 0.into())
    }
}

fn is_number(text: &str) -> bool {
    if let Some((radix, digits)) = split_radix(text) {
        return !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    }
    let (_, text) = split_sign(text);
    let rest = text.trim_start_matches(is_digit);
    let whole = text.len() - rest.len();
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(after) => {
            let rest = after.trim_start_matches(is_digit);
            (after.len() - rest.len(), rest)
        }
        None => (0, rest),
    };
    whole + fraction > 0 && (rest.is_empty() || is_exponent(rest))
}

fn is_exponent(text: &str) -> bool {
    let Some(power) = text.strip_prefix(['e', 'E']) else {
        return false;
    };
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    !digits.is_empty() && digits.chars().all(is_digit)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn split_radix(text: &str) -> Option<(u32, &str)> {
    let octal = text.strip_prefix("0o").map(|digits| (8, digits));
    octal.or_else(|| text.strip_prefix("0x").map(|digits| (16, digits)))
}

/// The value of decimal digits with a fraction and an exponent, if that is whole.
fn whole(digits: &str) -> Option<i128> {
    let (mantissa, power) = match digits.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (units, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let shift = power.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let all = format!("{units}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    let value: i128 = significant.parse().ok()?;
    let factor = 10_i128.checked_pow(shift.unsigned_abs())?;
    if shift >= 0 {
        value.checked_mul(factor)
    } else {
        (value % factor == 0).then_some(value / factor)
    }
}

fn radix_to_f64(radix: u32, digits: &str) -> f64 {
    let digits = digits.chars().filter_map(|digit| digit.to_digit(radix));
    digits.fold(0.0, |value, digit| {
        value * f64::from(radix) + f64::from(digit)
    })
}
