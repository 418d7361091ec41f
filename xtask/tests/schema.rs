//! Holds `schema/truto-crm.yaml` against the documentation page that it comes from, and against the
//! rules of OpenAPI 3.1.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "tests say what they expect, and index what they read"
)]

#[path = "schema/document.rs"]
mod document;
#[path = "schema/page.rs"]
mod page;
#[path = "schema/validator.rs"]
mod validator;

#[path = "schema/examples.rs"]
mod examples;
#[path = "schema/names.rs"]
mod names;
#[path = "schema/official.rs"]
mod official;
#[path = "schema/round_trip.rs"]
mod round_trip;
