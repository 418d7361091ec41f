//! What becomes of small descriptions: generated files, and the findings about them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

mod bodies;
mod constructs;
mod cut;
mod docs;
mod examples;
mod exports;
mod features;
mod made;
mod manifest;
mod misspelt;
mod names;
mod operations;
mod renames;
mod server;
