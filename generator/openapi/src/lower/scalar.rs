//! Strings, numbers and booleans.
//!
//! It must not know any `format` but those that bound an integer.

use super::conjunction::Leaf;
use super::schema::{JsonType, ScalarType};
use super::uses::Site;
use crate::api::{IntegerRange, Scalar};
use crate::read::{Node, Number};

/// Keywords that a plain scalar may have anywhere.
const PLAIN: [&str; 3] = ["type", "format", "nullable"];

/// Keywords of a plain scalar that its place keeps.
const KEPT: [&str; 21] = [
    "description",
    "title",
    "deprecated",
    "default",
    "example",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "xml",
    "not",
    "$schema",
    "$comment",
    "contentMediaType",
];

/// The scalar that a schema is when nothing of it belongs to a type of its own; the inner `None`
/// stands for any value. The outer `None` means that the schema needs a type of its own.
pub(super) fn plain(node: &Node, site: Site) -> Option<Option<Scalar>> {
    let map = node.as_map()?;
    let is_plain = |key: &str| {
        PLAIN.contains(&key)
            || (site == Site::Keeps && (KEPT.contains(&key) || key.starts_with("x-")))
    };
    if !map.keys().all(is_plain) {
        return None;
    }
    match (map.get("type"), JsonType::of(node)) {
        (_, Some(JsonType::Scalar(ty))) => Some(Some(of_nodes(ty, &[node]))),
        (None, _) if super::schema::implied(node).is_none() => Some(None),
        _ => None,
    }
}

pub(super) fn of_leaves(ty: ScalarType, leaves: &[Leaf<'_>]) -> Scalar {
    let nodes: Vec<&Node> = leaves.iter().map(|leaf| leaf.part.node).collect();
    of_nodes(ty, &nodes)
}

fn of_nodes(ty: ScalarType, nodes: &[&Node]) -> Scalar {
    let format = nodes
        .iter()
        .rev()
        .find_map(|node| node.get("format")?.as_str())
        .map(str::to_owned);
    match ty {
        ScalarType::String => Scalar::String { format },
        ScalarType::Number => Scalar::Number { format },
        ScalarType::Boolean => Scalar::Boolean,
        ScalarType::Integer => {
            let range = integer_range(format.as_deref(), limits(nodes));
            Scalar::Integer { format, range }
        }
    }
}

/// Lowest and highest value that the bounds admit, where they say so.
type Limits = (Option<i128>, Option<i128>);

fn limits(nodes: &[&Node]) -> Limits {
    let all = |keyword| {
        nodes
            .iter()
            .filter_map(move |node| Some(whole(node.get(keyword)?.as_number()?)))
    };
    (all("minimum").max(), all("maximum").min())
}

/// Bounds are compared as whole numbers; those beyond 64 bits only have to stay beyond.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float to integer saturates"
)]
fn whole(number: &Number) -> i128 {
    let exact = number.as_i128();
    exact.unwrap_or(number.as_f64() as i128)
}

const RANGES: [(IntegerRange, i128, i128); 8] = [
    (IntegerRange::I8, i8::MIN as i128, i8::MAX as i128),
    (IntegerRange::U8, 0, u8::MAX as i128),
    (IntegerRange::I16, i16::MIN as i128, i16::MAX as i128),
    (IntegerRange::U16, 0, u16::MAX as i128),
    (IntegerRange::I32, i32::MIN as i128, i32::MAX as i128),
    (IntegerRange::U32, 0, u32::MAX as i128),
    (IntegerRange::I64, i64::MIN as i128, i64::MAX as i128),
    (IntegerRange::U64, 0, u64::MAX as i128),
];

/// The type that `format` names, else 64 bits with a sign, widened when the bounds admit more. It
/// is never narrowed: bounds are rules for what is sent, and an answer beyond them still decodes.
fn integer_range(format: Option<&str>, (low, high): Limits) -> IntegerRange {
    let named = format.and_then(by_format).unwrap_or(IntegerRange::I64);
    let from = RANGES.iter().position(|(range, ..)| *range == named);
    let fits = |(_, min, max): &&(IntegerRange, i128, i128)| {
        let holds = |bound: Option<i128>| bound.is_none_or(|it| (*min..=*max).contains(&it));
        holds(low) && holds(high)
    };
    match RANGES.iter().skip(from.unwrap_or(0)).find(fits) {
        Some((range, ..)) => *range,
        // What is beyond 64 bits is not held; the most of it is.
        None if low.is_some_and(|low| low >= 0) => IntegerRange::U64,
        None => IntegerRange::I64,
    }
}

/// The format of an integer, when it has no room for this bound.
pub(super) fn format_below<'n>(node: &'n Node, bound: &Number) -> Option<&'n str> {
    let is_integer = node.get("type")?.as_str()? == "integer";
    let format = node.get("format")?.as_str().filter(|_| is_integer)?;
    let named = by_format(format)?;
    let (_, min, max) = RANGES.iter().find(|(range, ..)| *range == named)?;
    (!(*min..=*max).contains(&whole(bound))).then_some(format)
}

fn by_format(format: &str) -> Option<IntegerRange> {
    Some(match format {
        "int8" => IntegerRange::I8,
        "int16" => IntegerRange::I16,
        "int32" => IntegerRange::I32,
        "int64" | "long" => IntegerRange::I64,
        "uint8" => IntegerRange::U8,
        "uint16" => IntegerRange::U16,
        "uint32" => IntegerRange::U32,
        "uint64" | "uint" => IntegerRange::U64,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{IntegerRange, integer_range};

    #[test]
    fn bounds_widen_a_type_and_never_narrow_it() {
        let cases = [
            (None, None, None, IntegerRange::I64),
            (None, Some(0), None, IntegerRange::I64),
            (None, Some(1), Some(100), IntegerRange::I64),
            (Some("uint8"), Some(0), Some(100), IntegerRange::U8),
            (Some("int8"), Some(-1), Some(255), IntegerRange::I16),
            (
                None,
                Some(0),
                Some(18_446_744_073_709_552_000),
                IntegerRange::U64,
            ),
            (Some("int32"), Some(0), None, IntegerRange::I32),
            (Some("int32"), None, Some(5_000_000_000), IntegerRange::I64),
            (Some("uint64"), None, None, IntegerRange::U64),
            (Some("unix-time"), None, None, IntegerRange::I64),
        ];
        for (format, low, high, expected) in cases {
            assert_eq!(
                integer_range(format, (low, high)),
                expected,
                "{format:?} {low:?} {high:?}"
            );
        }
    }
}
