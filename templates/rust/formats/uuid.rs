//! UUIDs as RFC 9562 writes them.

use crate::runtime::text_slot;

text_slot! {
    uuid::Uuid,
    expected: "a UUID",
    blank: Self::nil(),
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}
