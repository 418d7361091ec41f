//! Decimal numbers in strings.

use crate::runtime::text_slot;

text_slot! {
    rust_decimal::Decimal,
    expected: "a decimal number such as `12.50`",
    blank: Self::ZERO,
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}
