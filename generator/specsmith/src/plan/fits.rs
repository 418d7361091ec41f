//! Whether a JSON value is one of a type: examples of a description need not be.
//!
//! It must not know where the value is used.

use specsmith_openapi::api::{
    Additional, Api, Choice, Constraints, Enumeration, Field, IntegerRange, Presence, Record,
    Scalar, Shape, Type, TypeUse, Value,
};

use super::sample_patterns::Pattern;

/// How deep a value is looked into.
const DEPTH: u32 = 32;

/// Who writes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// A caller.
    Request,
    /// The service.
    Response,
}

impl Side {
    /// The field is not for this side to write, whether it is required or not.
    pub(super) fn leaves_out(self, field: &Field) -> bool {
        match self {
            Self::Request => field.read_only,
            Self::Response => field.write_only,
        }
    }
}

/// Whether a side can write the value at a place. What the type of this side leaves out may stand
/// there if it is what the description says: some services want it.
pub(super) fn fits(api: &Api, place: TypeUse, value: &Value, side: Side) -> bool {
    at_depth(&api.types, place, value, side, DEPTH)
        && api
            .whole(place)
            .is_none_or(|(types, place)| at_depth(types, place, value, side, DEPTH))
}

fn at_depth(types: &[Type], place: TypeUse, value: &Value, side: Side, depth: u32) -> bool {
    let (Some(depth), Some(ty)) = (depth.checked_sub(1), types.get(place.ty.index())) else {
        return false;
    };
    let part = |place: TypeUse, value: &Value| at_depth(types, place, value, side, depth);
    // What a service sends it has to answer for itself.
    if side == Side::Request && !keeps(&ty.constraints, value) {
        return false;
    }
    match (&ty.shape, value) {
        (Shape::Any, _) => true,
        (_, Value::Null) => place.nullable,
        (Shape::Scalar(scalar), value) => is_scalar(scalar, value),
        (Shape::List(list), Value::Array(items)) => items.iter().all(|it| part(list.items, it)),
        (Shape::Tuple(tuple), Value::Array(items)) => {
            let mut pairs = tuple.items.iter().zip(items);
            tuple.items.len() == items.len() && pairs.all(|(place, it)| part(*place, it))
        }
        (Shape::Map(map), Value::Object(entries)) => {
            entries.values().all(|value| part(map.values, value))
        }
        (Shape::Record(record), Value::Object(entries)) => is_record(record, entries, side, part),
        (Shape::Enumeration(enumeration), value) => is_constant(enumeration, value),
        (Shape::Choice(choice), value) => is_chosen(choice, value, part),
        (Shape::List(_) | Shape::Tuple(_) | Shape::Map(_) | Shape::Record(_), _) => false,
    }
}

/// The properties of an object.
pub(super) type Object = serde_json::Map<String, Value>;

fn is_record(
    record: &Record,
    entries: &Object,
    side: Side,
    part: impl Fn(TypeUse, &Value) -> bool,
) -> bool {
    let fits = |field: &Field| match entries.get(&field.name) {
        None => !field.required || side.leaves_out(field),
        Some(value) => {
            part(field.ty, value) && (side == Side::Response || keeps(&field.constraints, value))
        }
    };
    let declared = |key: &String| record.fields.iter().any(|field| field.name == *key);
    let mut others = entries.iter().filter(|(key, _)| !declared(key));
    record.fields.iter().all(fits)
        && (side == Side::Response || record.presence.iter().all(|rule| obeys(rule, entries)))
        && match &record.additional {
            Additional::Any => true,
            Additional::Denied => others.next().is_none(),
            Additional::Typed(place) => others.all(|(_, value)| part(*place, value)),
        }
}

fn obeys(rule: &Presence, entries: &Object) -> bool {
    let held = rule.sets.iter().filter(|set| holds(entries, set)).count();
    match rule.exclusive {
        true => held == 1,
        false => held > 0,
    }
}

/// All of the keys stand there.
pub(super) fn holds(entries: &Object, keys: &[String]) -> bool {
    keys.iter().all(|key| entries.contains_key(key))
}

/// The value is within the bounds of its kind.
fn keeps(rules: &Constraints, value: &Value) -> bool {
    if rules.is_empty() {
        return true;
    }
    let within = |count: usize, least: Option<u64>, most: Option<u64>| {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        least.is_none_or(|least| least <= count) && most.is_none_or(|most| count <= most)
    };
    match value {
        Value::String(text) => {
            let pattern = rules.pattern.as_deref().and_then(Pattern::new);
            within(text.chars().count(), rules.min_length, rules.max_length)
                && pattern.is_none_or(|pattern| pattern.is_match(text))
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            let bound = |bound: &Option<serde_json::Number>| bound.as_ref()?.as_f64();
            let (least, most) = (bound(&rules.minimum), bound(&rules.maximum));
            let is_least = |least| number > least || (number == least && !rules.exclusive_minimum);
            let is_most = |most| number < most || (number == most && !rules.exclusive_maximum);
            least.is_none_or(is_least) && most.is_none_or(is_most)
        }
        Value::Array(items) => {
            let is_repeated =
                |(at, item): (usize, &Value)| items.iter().take(at).any(|it| it == item);
            within(items.len(), rules.min_items, rules.max_items)
                && !(rules.unique_items && items.iter().enumerate().any(is_repeated))
        }
        Value::Object(entries) => within(entries.len(), rules.min_properties, rules.max_properties),
        Value::Null | Value::Bool(_) => true,
    }
}

fn is_constant(enumeration: &Enumeration, value: &Value) -> bool {
    enumeration.values.iter().any(|known| known.value == *value)
}

fn is_chosen(choice: &Choice, value: &Value, part: impl Fn(TypeUse, &Value) -> bool) -> bool {
    let tag = choice.discriminator.as_ref().and_then(|tag| value.get(tag));
    choice.variants.iter().any(|variant| {
        let tagged = match tag.and_then(Value::as_str) {
            Some(text) if !variant.tags.is_empty() => variant.tags.iter().any(|tag| tag == text),
            Some(_) | None => choice.discriminator.is_none(),
        };
        tagged && part(variant.ty, value)
    })
}

fn is_scalar(scalar: &Scalar, value: &Value) -> bool {
    match scalar {
        Scalar::Boolean => value.is_boolean(),
        Scalar::Number { .. } => value.is_number(),
        Scalar::Integer { range, .. } => is_within(*range, value),
        Scalar::String { format } => value
            .as_str()
            .is_some_and(|text| is_format(format.as_deref().unwrap_or_default(), text)),
    }
}

fn is_within(range: IntegerRange, value: &Value) -> bool {
    let number = value.as_i64().map(i128::from);
    let Some(number) = number.or(value.as_u64().map(i128::from)) else {
        return false;
    };
    match range {
        IntegerRange::I8 => i8::try_from(number).is_ok(),
        IntegerRange::I16 => i16::try_from(number).is_ok(),
        IntegerRange::I32 => i32::try_from(number).is_ok(),
        IntegerRange::I64 => i64::try_from(number).is_ok(),
        IntegerRange::U8 => u8::try_from(number).is_ok(),
        IntegerRange::U16 => u16::try_from(number).is_ok(),
        IntegerRange::U32 => u32::try_from(number).is_ok(),
        IntegerRange::U64 => u64::try_from(number).is_ok(),
    }
}

/// Whether a text has the format, as far as types of their own read it.
fn is_format(format: &str, text: &str) -> bool {
    match format {
        "date" => is_date(text),
        "date-time" => is_moment(text),
        "duration" => text.len() > 2 && text.starts_with('P') && text.is_ascii(),
        "uuid" => is_shaped(text, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"),
        "ipv4" => text.parse::<std::net::Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<std::net::Ipv6Addr>().is_ok(),
        "byte" => is_base64(text),
        "decimal" => text.parse::<f64>().is_ok_and(f64::is_finite),
        _ => true,
    }
}

/// Each character is what the pattern says: `d` a digit, `h` a hexadecimal one, else itself.
fn is_shaped(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.chars().zip(pattern.chars()).all(|(c, p)| match p {
            'd' => c.is_ascii_digit(),
            'h' => c.is_ascii_hexdigit(),
            other => c == other,
        })
}

fn is_date(text: &str) -> bool {
    let number = |part: Option<&str>| part.and_then(|it| it.parse::<u8>().ok()).unwrap_or(0);
    is_shaped(text, "dddd-dd-dd") && {
        // No month has fewer than 28 days.
        (1..=12).contains(&number(text.get(5..7))) && (1..=28).contains(&number(text.get(8..10)))
    }
}

/// A date and time with an offset (RFC 3339, section 5.6).
fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return false;
    };
    let (clock, rest) = time.split_at_checked(8).unwrap_or_default();
    let hour = clock.get(..2).and_then(|it| it.parse::<u8>().ok());
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    is_date(date)
        && is_shaped(clock, "dd:dd:dd")
        && hour.is_some_and(|hour| hour < 24)
        && (rest == "Z" || is_shaped(rest, "+dd:dd") || is_shaped(rest, "-dd:dd"))
}

/// RFC 4648, section 4.
fn is_base64(text: &str) -> bool {
    let data = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - data.len() <= 2
        // Bits beyond the last byte have to be zero: only ends that surely are so are taken.
        && (text.len() == data.len() || data.ends_with(['A', 'Q', 'g', 'w']))
        && data
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '/')
}

#[cfg(test)]
mod tests {
    use super::is_format;

    #[test]
    fn formats() {
        for (format, good, bad) in [
            ("date", "2026-01-01", "31.01.2026"),
            ("date", "2026-01-28", "2026-13-01"),
            ("date-time", "2026-01-28T12:00:00Z", "2026-01-28 12:00:00"),
            (
                "date-time",
                "2026-01-28T12:00:00.5+02:00",
                "2026-01-28T12:00:00",
            ),
            ("uuid", "123e4567-e89b-12d3-a456-426614174000", "123"),
            ("ipv4", "192.0.2.1", "192.0.2"),
            ("byte", "c3BlY3NtaXRo", "string"),
            ("byte", "", "a==="),
            ("decimal", "1.50", "1,50"),
        ] {
            assert!(is_format(format, good), "{format} {good}");
            assert!(!is_format(format, bad), "{format} {bad}");
        }
    }
}
