//! `--examples`: the examples of each document, read and written by the crate that was made of it.
//!
//! An independent validator says first which of them are valid against their own schemas. This
//! module must not know how a crate reads or compares anything.

#[cfg(any(test, feature = "examples"))]
mod example;
#[cfg(any(test, feature = "examples"))]
mod places;
#[cfg(feature = "examples")]
mod run;
mod table;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "examples"))]
mod unread;
#[cfg(any(test, feature = "examples"))]
mod validity;

use serde::Serialize;

use super::outcome::Outcome;
pub(super) use table::text;

/// How the examples of one document fared.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Fidelity {
    /// Examples that are JSON and have a type.
    pub(super) examples: usize,
    /// Those of them that stand in other files than the first: they count as valid.
    pub(super) elsewhere: usize,
    /// Examples of bodies and answers that are not read as JSON.
    pub(super) unread: usize,
    /// Not valid against their own schema.
    pub(super) invalid: usize,
    /// Valid but for a string or number that is not of its format.
    pub(super) misformatted: usize,
    /// Equal without a `null` that a received type does not tell from nothing.
    pub(super) nulls: usize,
    /// Equal with numbers compared by value.
    pub(super) numbers: usize,
    /// Equal with strings of a format compared by what they mean.
    pub(super) formats: usize,
    /// Valid, and not written as they were read: each with its place, its type and what differs.
    pub(super) missed: Vec<String>,
}

impl Fidelity {
    /// Examples that are to be written as they were read.
    pub(super) fn valid(&self) -> usize {
        self.examples
            .saturating_sub(self.invalid)
            .saturating_sub(self.misformatted)
    }
}

/// Tests the crates of all documents that have one, one after the other.
#[cfg(feature = "examples")]
pub(super) fn test(outcomes: &mut [Outcome]) -> Result<(), String> {
    run::test(outcomes, validity::faults)
}

/// Without its feature this program has no validator.
#[cfg(not(feature = "examples"))]
pub(super) fn test(_: &mut [Outcome]) -> Result<(), String> {
    Err("this needs the feature `examples` of xtask, as `cargo xtask corpus` builds it".to_owned())
}
