//! Dates and times of the crate `jiff` as RFC 3339 and ISO 8601 write them.

use crate::runtime::text_slot;

text_slot! {
    jiff::Timestamp,
    expected: "a date and time such as `2026-01-31T12:00:00Z`",
    blank: Self::UNIX_EPOCH,
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}

text_slot! {
    jiff::civil::Date,
    expected: "a date such as `2026-01-31`",
    blank: Self::ZERO,
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}

text_slot! {
    jiff::Span,
    expected: "a duration such as `PT1H30M`",
    blank: Self::new(),
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}
