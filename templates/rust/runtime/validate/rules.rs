//! The rules of one value (JSON Schema 2020-12, "Validation").
//!
//! It must not know where the value stands.

use regex_lite::Regex;

use super::super::encode;
use super::super::slot::{List, View};
use super::super::table::Constraints;

/// Takes a broken rule: its keyword, and what is wrong.
type Sink<'a> = &'a mut dyn FnMut(&'static str, String);

/// Checks the rules that fit the kind of the value.
pub(super) fn check(view: View<'_>, rules: &Constraints, broken: Sink<'_>) {
    match view {
        View::Str(text) => string(text, rules, broken),
        View::Enumeration(value) => string(value.as_str(), rules, broken),
        View::Text(text) => string(&text.to_string(), rules, broken),
        #[expect(
            clippy::cast_precision_loss,
            reason = "bounds have the precision of `f64`"
        )]
        View::I64(number) => self::number(number as f64, rules, broken),
        #[expect(
            clippy::cast_precision_loss,
            reason = "bounds have the precision of `f64`"
        )]
        View::U64(number) => self::number(number as f64, rules, broken),
        View::F64(number) => self::number(number, rules, broken),
        View::F32(number) => self::number(f64::from(number), rules, broken),
        View::List(list) => self::list(list, rules, broken),
        View::Map(map) => {
            let range = (rules.min_properties, rules.max_properties);
            size(
                ("minProperties", "maxProperties"),
                "keys",
                map.len(),
                range,
                broken,
            );
        }
        View::None
        | View::Null
        | View::Bool(_)
        | View::Upload(_)
        | View::Any(_)
        | View::Record(_) => {}
    }
}

fn string(text: &str, rules: &Constraints, broken: Sink<'_>) {
    let length = text.chars().count();
    let range = (rules.min_length, rules.max_length);
    size(
        ("minLength", "maxLength"),
        "characters",
        length,
        range,
        broken,
    );
    let Some(pattern) = rules.pattern else { return };
    if Regex::new(pattern).is_ok_and(|regex| !regex.is_match(text)) {
        broken("pattern", format!("does not match `{pattern}`"));
    }
}

fn number(number: f64, rules: &Constraints, broken: Sink<'_>) {
    if let Some(least) = rules.minimum {
        if rules.exclusive_minimum && number <= least {
            broken(
                "exclusiveMinimum",
                format!("is {number}, more than {least} is allowed"),
            );
        } else if number < least {
            broken(
                "minimum",
                format!("is {number}, at least {least} is allowed"),
            );
        }
    }
    if let Some(most) = rules.maximum {
        if rules.exclusive_maximum && number >= most {
            broken(
                "exclusiveMaximum",
                format!("is {number}, less than {most} is allowed"),
            );
        } else if number > most {
            broken("maximum", format!("is {number}, at most {most} is allowed"));
        }
    }
    if let Some(step) = rules.multiple_of {
        let ratio = number / step;
        // Both numbers were rounded to the nearest `f64`, and so is their ratio.
        let rounding = ratio.abs().max(1.0) * 4.0 * f64::EPSILON;
        if step > 0.0 && (ratio - ratio.round()).abs() > rounding {
            broken(
                "multipleOf",
                format!("is {number}, a multiple of {step} is allowed"),
            );
        }
    }
}

fn list(list: &dyn List, rules: &Constraints, broken: Sink<'_>) {
    let range = (rules.min_items, rules.max_items);
    size(("minItems", "maxItems"), "items", list.len(), range, broken);
    if rules.unique_items && repeats(list) {
        broken("uniqueItems", "has an item twice".to_owned());
    }
}

/// Two elements have the same JSON text.
fn repeats(list: &dyn List) -> bool {
    let elements = (0..list.len()).filter_map(|index| list.get(index));
    let mut texts: Vec<Vec<u8>> = elements.filter_map(|slot| encode(slot).ok()).collect();
    texts.sort_unstable();
    texts.windows(2).any(|pair| pair.first() == pair.last())
}

fn size(
    (minimum, maximum): (&'static str, &'static str),
    what: &str,
    size: usize,
    (least, most): (Option<u64>, Option<u64>),
    broken: Sink<'_>,
) {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    if let Some(least) = least.filter(|least| size < *least) {
        broken(
            minimum,
            format!("has {size} {what}, at least {least} are needed"),
        );
    }
    if let Some(most) = most.filter(|most| size > *most) {
        broken(
            maximum,
            format!("has {size} {what}, at most {most} are allowed"),
        );
    }
}
