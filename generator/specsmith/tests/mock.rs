//! The mock: requests against descriptions, by data, over all documents, and over a socket.
#![cfg(feature = "mock")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "mock/answers.rs"]
mod answers;
#[path = "mock/cases.rs"]
mod cases;
#[path = "mock/corpus.rs"]
mod corpus;
#[path = "mock/found.rs"]
mod found;
#[path = "mock/hostile.rs"]
mod hostile;
#[path = "mock/socket.rs"]
mod socket;
