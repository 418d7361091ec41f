//! Types beside the runtime as they stand in a generated crate: those of a format, and those that
//! list constants.
#![allow(
    missing_docs,
    dead_code,
    unreachable_pub,
    unused,
    unfulfilled_lint_expectations,
    clippy::unwrap_used,
    clippy::panic,
    clippy::all,
    reason = "tests; the runtime is linted where it lives"
)]

#[path = "../../../../templates/rust/runtime/mod.rs"]
mod runtime;

#[macro_use]
#[path = "../../../../templates/rust/types/implement.rs"]
mod implement;

#[path = "../../../../templates/rust/formats/base64.rs"]
mod base64_format;
#[path = "../../../../templates/rust/formats/chrono.rs"]
mod chrono_format;
#[path = "../../../../templates/rust/formats/jiff.rs"]
mod jiff_format;
#[path = "../../../../templates/rust/formats/rust_decimal.rs"]
mod rust_decimal_format;
#[path = "../../../../templates/rust/formats/std.rs"]
mod std_format;
#[path = "../../../../templates/rust/formats/time.rs"]
mod time_format;
#[path = "../../../../templates/rust/formats/url.rs"]
mod url_format;
#[path = "../../../../templates/rust/formats/uuid.rs"]
mod uuid_format;

mod constants;

use base64_format::Base64;
use runtime::{Blank, DecodeLimits, Slot, encode, from_slice};

/// `given` reads as `written` says it; `refused` does not read.
fn check<T: Slot + Blank>(given: &str, written: &str, refused: &str) {
    let quoted = |text: &str| format!("\"{text}\"");
    let read = |text: &str| from_slice::<T>(quoted(text).as_bytes(), &DecodeLimits::DEFAULT);
    let value = read(given).unwrap();
    assert_eq!(encode(&value).unwrap(), quoted(written).into_bytes());
    let error = read(refused).err().unwrap().to_string();
    assert!(error.contains("expected"), "{error}");
}

#[test]
fn texts_are_read_and_written() {
    let moment = "2026-01-31T12:30:00Z";
    check::<jiff::Timestamp>(moment, moment, "2026-01-31");
    check::<jiff::Timestamp>("2026-01-31T14:30:00+02:00", moment, "yesterday");
    check::<jiff::civil::Date>("2026-01-31", "2026-01-31", "2026-02-30");
    check::<jiff::Span>("PT1H30M", "PT1H30M", "long");
    check::<chrono::DateTime<chrono::Utc>>(moment, moment, "2026-01-31");
    check::<chrono::NaiveDate>("2026-01-31", "2026-01-31", "2026-02-30");
    check::<time::OffsetDateTime>(moment, moment, "2026-01-31");
    check::<time::Date>("2026-01-31", "2026-01-31", "2026-02-30");
    let uuid = "123e4567-e89b-12d3-a456-426614174000";
    check::<uuid::Uuid>(&uuid.to_uppercase(), uuid, "123");
    check::<std::net::Ipv4Addr>("192.0.2.1", "192.0.2.1", "192.0.2");
    check::<std::net::Ipv6Addr>("2001:db8::1", "2001:db8::1", "2001");
    check::<rust_decimal::Decimal>("12.50", "12.50", "a");
    check::<url::Url>("https://example.com/a", "https://example.com/a", "/a");
    check::<Base64>("c3BlYw==", "c3BlYw==", "sp c");
    check::<Base64>("c3BlYw", "c3BlYw==", "%");
}
