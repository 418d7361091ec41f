//! Rules that values keep to, worded for people.
//!
//! Must not know where the words will stand.

use specsmith_openapi::api::{Api, Constraints, Docs, Shape, TypeUse, Value};

/// How deep lists in lists are followed: a list can be one of itself.
const LEVELS: usize = 8;

/// The constraints of a value, then those of what it holds, and what that is called.
pub(super) fn levels<'a>(
    api: &'a Api,
    own: &'a Constraints,
    ty: TypeUse,
) -> Vec<(&'static str, &'a Constraints)> {
    let inner = std::iter::successors(held(api, ty), |(_, ty)| held(api, *ty));
    let inner = inner.map(|(what, ty)| (what, &api[ty.ty].constraints));
    std::iter::once(("values", own))
        .chain(inner.take(LEVELS))
        .collect()
}

/// The elements of a list, the values of a map.
fn held(api: &Api, ty: TypeUse) -> Option<(&'static str, TypeUse)> {
    match &api[ty.ty].shape {
        Shape::List(list) => Some(("items", list.items)),
        Shape::Map(map) => Some(("entries", map.values)),
        Shape::Scalar(_)
        | Shape::Tuple(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => None,
    }
}

/// The error of the description that a type was lost to.
pub(super) fn untyped(docs: &Docs) -> Option<String> {
    let why = docs.untyped.as_ref()?;
    Some(format!("Not typed as described: {why}."))
}

/// What a value and what it holds must keep to, and what stands for an absent one.
pub(super) fn rules(
    api: &Api,
    constraints: &Constraints,
    ty: TypeUse,
    default: Option<&Value>,
) -> Vec<String> {
    let mut text = Vec::new();
    let mut of = String::new();
    for (level, (what, constraints)) in levels(api, constraints, ty).into_iter().enumerate() {
        // "values", then "items", then "items of items".
        of = match level {
            0 | 1 => what.to_owned(),
            _ => format!("{what} of {of}"),
        };
        let words = words(constraints);
        if !words.is_empty() {
            text.push(format!("Valid {of}: {}.", words.join(", ")));
        }
    }
    if let Some(default) = default {
        let shown = default.as_str().filter(|text| !text.trim().is_empty());
        let shown = shown.map_or_else(|| default.to_string(), str::to_owned);
        text.push(format!("Default: {}.", code(&shown)));
    }
    text
}

fn words(constraints: &Constraints) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let it = constraints;
    words.extend(counted("character", it.min_length, it.max_length));
    words.extend(counted("item", it.min_items, it.max_items));
    words.extend(counted("key", it.min_properties, it.max_properties));
    if let Some(pattern) = &it.pattern {
        words.push(format!("matches {}", code(pattern)));
    }
    if let Some(minimum) = &it.minimum {
        let sign = if it.exclusive_minimum {
            "above"
        } else {
            "at least"
        };
        words.push(format!("{sign} {minimum}"));
    }
    if let Some(maximum) = &it.maximum {
        let sign = if it.exclusive_maximum {
            "below"
        } else {
            "at most"
        };
        words.push(format!("{sign} {maximum}"));
    }
    if let Some(step) = &it.multiple_of {
        words.push(format!("a multiple of {step}"));
    }
    if it.unique_items {
        words.push("no item twice".to_owned());
    }
    words
}

/// How many of something there may be.
fn counted(one: &str, least: Option<u64>, most: Option<u64>) -> Option<String> {
    let many = |count: u64| {
        let s = if count == 1 { "" } else { "s" };
        format!("{count} {one}{s}")
    };
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(format!("exactly {}", many(least))),
        (Some(least), Some(most)) => Some(format!("{least} to {}", many(most))),
        (Some(least), None) => Some(format!("at least {}", many(least))),
        (None, Some(most)) => Some(format!("at most {}", many(most))),
        (None, None) => None,
    }
}

/// Text as a code span, whatever backticks it holds (CommonMark 0.31, section 6.1).
pub(crate) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1));
    let pad = if longest > 0 || text.is_empty() {
        " "
    } else {
        ""
    };
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("{fence}{pad}{line}{pad}{fence}")
}
