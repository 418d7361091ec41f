//! `--calls`: every operation of each document, called with its sample by the crate that was made of
//! it, while a mock answers as the document says.
//!
//! This module must not know how a crate calls, nor how a mock answers.

#[cfg(feature = "mock")]
mod alone;
#[cfg_attr(not(feature = "mock"), expect(dead_code, reason = "nothing is called"))]
mod ended;
#[cfg(feature = "mock")]
mod prism;
#[cfg(feature = "mock")]
mod run;
#[cfg(feature = "mock")]
mod server;
mod table;
mod which;

use std::collections::BTreeMap;

use serde::Serialize;

use super::expected;
#[cfg(feature = "mock")]
pub(super) use run::test;
#[cfg(feature = "mock")]
pub(crate) use server::{Ready, Server, serve};
pub(super) use table::{closing, text};
pub(crate) use which::Which as Mock;

use ended::Ended;

/// Without its feature this program has no mock.
#[cfg(not(feature = "mock"))]
pub(super) fn test(_: &mut [super::outcome::Outcome], _: Mock, _: usize) -> Result<(), String> {
    Err("this needs the feature `mock` of xtask, as `cargo xtask corpus` builds it".to_owned())
}

/// How the operations of one document fared.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Called {
    /// What the document describes.
    pub(super) operations: usize,
    /// Those that were not decoded, with the reason, in the order of the document.
    pub(super) missed: Vec<Missed>,
    /// What calling all of them took, in seconds of the clock.
    pub(super) seconds: f64,
}

/// An operation whose answer was not decoded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Missed {
    /// `operationId`, or method and path without one.
    pub(super) operation: String,
    ended: Ended,
    pub(super) reason: String,
}

impl Called {
    fn count(&self, is: impl Fn(Ended) -> bool) -> usize {
        self.missed.iter().filter(|it| is(it.ended)).count()
    }

    /// Calls that were sent.
    fn sent(&self) -> usize {
        self.operations
            .saturating_sub(self.count(|it| matches!(it, Ended::Missing | Ended::Unsent)))
    }

    /// Calls that the mock answered as described.
    fn accepted(&self) -> usize {
        self.decoded().saturating_add(self.count(|it| {
            matches!(
                it,
                Ended::Undecoded | Ended::Invalid | Ended::Described | Ended::OnePage
            )
        }))
    }

    /// Calls whose answer the client decoded.
    fn decoded(&self) -> usize {
        self.operations.saturating_sub(self.missed.len())
    }

    /// Calls that cannot be decoded, whatever is sent.
    fn explained(&self) -> usize {
        self.count(Ended::is_explained)
    }

    /// Calls that should have been decoded.
    pub(super) fn failed(&self) -> usize {
        self.missed.len().saturating_sub(self.explained())
    }

    /// What is pinned: what was not decoded, a line each.
    pub(super) fn pin(&self) -> String {
        let mut by_end: BTreeMap<Ended, Vec<String>> = BTreeMap::new();
        for missed in &self.missed {
            let line = format!("{}: {}", missed.operation, missed.reason);
            by_end.entry(missed.ended).or_default().push(line);
        }
        let heads = by_end.into_iter();
        expected::folded(heads.map(|(ended, lines)| (ended.name().to_owned(), lines)))
    }
}
