//! Addresses of the Internet Protocol.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::runtime::text_slot;

text_slot! {
    Ipv4Addr,
    expected: "an IPv4 address",
    blank: Self::UNSPECIFIED,
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}

text_slot! {
    Ipv6Addr,
    expected: "an IPv6 address",
    blank: Self::UNSPECIFIED,
    parse: |text| text.parse().ok(),
    print: |value, to| std::fmt::Display::fmt(value, to),
}
