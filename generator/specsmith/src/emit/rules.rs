//! Rules that values keep to, worded for people.
//!
//! Must not know where the words will stand.

use specsmith_openapi::api::{Constraints, Value};

/// What a value must keep to, and what stands for an absent one.
pub(super) fn rules(constraints: &Constraints, default: Option<&Value>) -> Vec<String> {
    let mut rules: Vec<String> = Vec::new();
    let it = constraints;
    rules.extend(counted("character", it.min_length, it.max_length));
    rules.extend(counted("item", it.min_items, it.max_items));
    rules.extend(counted("key", it.min_properties, it.max_properties));
    if let Some(pattern) = &constraints.pattern {
        rules.push(format!("matches {}", code(pattern)));
    }
    if let Some(minimum) = &constraints.minimum {
        let sign = if constraints.exclusive_minimum {
            "above"
        } else {
            "at least"
        };
        rules.push(format!("{sign} {minimum}"));
    }
    if let Some(maximum) = &constraints.maximum {
        let sign = if constraints.exclusive_maximum {
            "below"
        } else {
            "at most"
        };
        rules.push(format!("{sign} {maximum}"));
    }
    if let Some(step) = &constraints.multiple_of {
        rules.push(format!("a multiple of {step}"));
    }
    if constraints.unique_items {
        rules.push("no item twice".to_owned());
    }
    let mut text = Vec::new();
    if !rules.is_empty() {
        text.push(format!("Valid values: {}.", rules.join(", ")));
    }
    if let Some(default) = default {
        let shown = default.as_str().filter(|text| !text.trim().is_empty());
        let shown = shown.map_or_else(|| default.to_string(), str::to_owned);
        text.push(format!("Default: {}.", code(&shown)));
    }
    text
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
pub(super) fn code(text: &str) -> String {
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
