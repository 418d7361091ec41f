// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

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
    /// Trials that are left inside of a union whose variants are being tried.
    trials: Option<u32>,
}

/// How many variants may be tried for one value and all that it holds; beyond that the first
/// variant that looks right is taken.
const TRIALS: u32 = 64;

impl Context {
    pub(super) fn new(limits: &DecodeLimits) -> Self {
        Self {
            limit: limits.depth,
            left: limits.depth,
            steps: Vec::new(),
            trials: None,
        }
    }

    /// Runs what tries out the variants of a union. All that the outermost union holds shares one
    /// supply of trials, so that unions in unions do not multiply the work.
    pub(super) fn with_trials<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        let is_outermost = self.trials.is_none();
        self.trials.get_or_insert(TRIALS);
        let result = run(self);
        if is_outermost {
            self.trials = None;
        }
        result
    }

    /// Takes one trial of the supply; `false` when none is left.
    pub(super) fn may_try(&mut self) -> bool {
        let left = self.trials.unwrap_or(TRIALS).checked_sub(1);
        self.trials = left.or(self.trials);
        left.is_some()
    }

    /// Runs something that may fail without harm: the level and the way are then as before.
    pub(super) fn attempt<T, E>(
        &mut self,
        run: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let (left, steps) = (self.left, self.steps.len());
        let result = run(self);
        if result.is_err() {
            self.left = left;
            self.steps.truncate(steps);
        }
        result
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
