//! Calls over a real server on loopback.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod again;
mod answers;
mod beside;
#[cfg(feature = "blocking")]
mod blocking;
mod bodies;
mod concurrency;
mod credentials;
mod errors;
mod middleware;
mod outcomes;
mod pages;
mod parameters;
mod redirects;
mod refusals;
mod retries;
mod series;
mod servers;
mod settings;
mod streams;
mod styles;
mod timeouts;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;
mod tokens;
#[cfg(feature = "tracing")]
mod trace;
mod transfers;
mod urls;
mod wire;
