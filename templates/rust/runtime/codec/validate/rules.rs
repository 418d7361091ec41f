//! One rule of one value (JSON Schema 2020-12, "Validation").
//!
//! It must not know where the value stands.

use regex_lite::Regex;

use super::super::encode;
use super::super::slot::{List, View};
use super::super::table::Constraint;

/// What is wrong. A rule for values of another kind holds.
pub(super) fn broken(view: View<'_>, rule: Constraint) -> Option<String> {
    match view {
        View::Str(text) | View::Enumeration { text, .. } => string(text, rule),
        View::Text(text) => string(&text.to_string(), rule),
        #[expect(
            clippy::cast_precision_loss,
            reason = "bounds have the precision of `f64`"
        )]
        View::I64(number) => self::number(number as f64, rule),
        #[expect(
            clippy::cast_precision_loss,
            reason = "bounds have the precision of `f64`"
        )]
        View::U64(number) => self::number(number as f64, rule),
        View::F64(number) => self::number(number, rule),
        View::F32(number) => self::number(f64::from(number), rule),
        View::List(list) => self::list(list, rule),
        View::Map(map) => match rule {
            Constraint::MinProperties(least) => at_least(map.len(), least, "key"),
            Constraint::MaxProperties(most) => at_most(map.len(), most, "key"),
            _ => None,
        },
        View::None
        | View::Null
        | View::Bool(_)
        | View::Upload(_)
        | View::Any(_)
        | View::Record(_) => None,
    }
}

fn string(text: &str, rule: Constraint) -> Option<String> {
    match rule {
        Constraint::MinLength(least) => at_least(text.chars().count(), least, "character"),
        Constraint::MaxLength(most) => at_most(text.chars().count(), most, "character"),
        Constraint::Pattern(pattern) => {
            let differs = Regex::new(pattern).is_ok_and(|regex| !regex.is_match(text));
            differs.then(|| format!("does not match `{pattern}`"))
        }
        _ => None,
    }
}

fn number(number: f64, rule: Constraint) -> Option<String> {
    let (breaks, allowed) = match rule {
        Constraint::Minimum(least) => (number < least, format!("at least {least}")),
        Constraint::ExclusiveMinimum(least) => (number <= least, format!("more than {least}")),
        Constraint::Maximum(most) => (number > most, format!("at most {most}")),
        Constraint::ExclusiveMaximum(most) => (number >= most, format!("less than {most}")),
        Constraint::MultipleOf(step) => (
            step > 0.0 && !is_multiple(number, step),
            format!("a multiple of {step}"),
        ),
        _ => return None,
    };
    breaks.then(|| format!("is {number}, {allowed} is allowed"))
}

/// Both numbers were rounded to the nearest `f64`, and so is their ratio.
fn is_multiple(number: f64, step: f64) -> bool {
    let ratio = number / step;
    let rounding = ratio.abs().max(1.0) * 4.0 * f64::EPSILON;
    (ratio - ratio.round()).abs() <= rounding
}

fn list(list: &dyn List, rule: Constraint) -> Option<String> {
    match rule {
        Constraint::MinItems(least) => at_least(list.len(), least, "item"),
        Constraint::MaxItems(most) => at_most(list.len(), most, "item"),
        Constraint::UniqueItems => repeats(list).then(|| "has an item twice".to_owned()),
        _ => None,
    }
}

/// Two elements have the same JSON text.
fn repeats(list: &dyn List) -> bool {
    let elements = (0..list.len()).filter_map(|index| list.get(index));
    let mut texts: Vec<Vec<u8>> = elements.filter_map(|slot| encode(slot).ok()).collect();
    texts.sort_unstable();
    texts.windows(2).any(|pair| pair.first() == pair.last())
}

fn at_least(size: usize, least: u64, what: &str) -> Option<String> {
    let size = counted(size);
    let verb = if least == 1 { "is" } else { "are" };
    (size < least).then(|| format!("has {}, at least {least} {verb} needed", of(size, what)))
}

fn at_most(size: usize, most: u64, what: &str) -> Option<String> {
    let size = counted(size);
    let verb = if most == 1 { "is" } else { "are" };
    (size > most).then(|| format!("has {}, at most {most} {verb} allowed", of(size, what)))
}

fn counted(size: usize) -> u64 {
    u64::try_from(size).unwrap_or(u64::MAX)
}

/// `1 item`, `2 items`.
fn of(size: u64, what: &str) -> String {
    let plural = if size == 1 { "" } else { "s" };
    format!("{size} {what}{plural}")
}
