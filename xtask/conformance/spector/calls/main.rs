//! Scenarios of Spector that take more than one call with the values of an overlay: credentials,
//! files, several calls in a row. Each test has the name of its scenario.
//!
//! `SPECSMITH_SERVER` is the origin of the server, `SPECTOR_ASSETS` the folder of its files.
#![allow(non_snake_case, reason = "tests have the names of scenarios")]

mod authentication;
mod files;
mod multipart;
mod negotiation;
mod pages;
mod parameters;
mod refusals;
mod values;

/// What a test ends with.
type Ended = Result<(), Box<dyn std::error::Error>>;

/// The origin of the server.
fn origin() -> String {
    std::env::var("SPECSMITH_SERVER").expect("SPECSMITH_SERVER is set")
}

/// A file that both sides have.
fn asset(name: &str) -> Vec<u8> {
    let folder = std::env::var("SPECTOR_ASSETS").expect("SPECTOR_ASSETS is set");
    std::fs::read(std::path::Path::new(&folder).join(name)).expect("the asset")
}

/// A client of a crate that needs nothing but the server.
macro_rules! client {
    ($krate:ident) => {
        $krate::Client::builder().base_url(crate::origin()).build()?
    };
}
use client;
