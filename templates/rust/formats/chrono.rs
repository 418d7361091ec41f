//! Dates and times of the crate `chrono` as RFC 3339 writes them.

use chrono::SecondsFormat;

use crate::runtime::text_slot;

text_slot! {
    chrono::DateTime<chrono::Utc>,
    expected: "a date and time such as `2026-01-31T12:00:00Z`",
    blank: Self::UNIX_EPOCH,
    parse: |text| chrono::DateTime::parse_from_rfc3339(text).ok().map(|it| it.to_utc()),
    print: |value, to| to.write_str(&value.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
}

text_slot! {
    chrono::NaiveDate,
    expected: "a date such as `2026-01-31`",
    blank: Self::MIN,
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}
