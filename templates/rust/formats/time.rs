//! Dates and times of the crate `time` as RFC 3339 writes them.

use time::format_description::well_known::{Iso8601, Rfc3339};

use crate::runtime::text_slot;

text_slot! {
    time::OffsetDateTime,
    expected: "a date and time such as `2026-01-31T12:00:00Z`",
    blank: Self::UNIX_EPOCH,
    parse: |text| Self::parse(text, &Rfc3339).ok(),
    print: |value, to| to.write_str(&value.format(&Rfc3339).map_err(|_| std::fmt::Error)?),
}

text_slot! {
    time::Date,
    expected: "a date such as `2026-01-31`",
    blank: Self::MIN,
    parse: |text| Self::parse(text, &Iso8601::DATE).ok(),
    print: |value, to| to.write_str(&value.format(&Iso8601::DATE).map_err(|_| std::fmt::Error)?),
}
