//! What a decoder carries down into nested values, and back up when it fails.
//!
//! It must not know formats or types.

use serde::de::Error;

use super::super::path::{self, Step};
use super::DecodeLimits;

/// The levels that are left and, after a failure, the way back to it.
pub(super) struct Context {
    limit: u32,
    left: u32,
    /// Innermost step first: noted while the error travels up, so that success pays nothing.
    steps: Vec<Step>,
}

impl Context {
    pub(super) fn new(limits: &DecodeLimits) -> Self {
        Self {
            limit: limits.depth,
            left: limits.depth,
            steps: Vec::new(),
        }
    }

    /// Goes one level down.
    pub(super) fn enter<E: Error>(&mut self) -> Result<(), E> {
        let Some(left) = self.left.checked_sub(1) else {
            return Err(E::custom(format_args!(
                "nested deeper than {} levels",
                self.limit
            )));
        };
        self.left = left;
        Ok(())
    }

    /// Goes one level up. Not needed after a failure, which ends the decoding.
    pub(super) fn leave(&mut self) {
        self.left += 1;
    }

    /// Notes on the way up where the failure was.
    #[cold]
    pub(super) fn failed<E>(&mut self, step: Step, error: E) -> E {
        self.steps.push(step);
        error
    }

    /// Where the failure was.
    pub(super) fn path(&self) -> String {
        path::print("", self.steps.iter().rev())
    }
}
