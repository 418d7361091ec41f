//! How far a run is: one line that is written over and over, on a terminal only.
//!
//! This module must not know what is counted.

use std::io::{IsTerminal, Write, stderr};

/// A count that people watch.
#[derive(Debug)]
pub(super) struct Progress {
    verb: &'static str,
    done: usize,
    total: usize,
    shown: bool,
}

impl Progress {
    /// Nothing of `total` is done.
    pub(super) fn new(verb: &'static str, total: usize) -> Self {
        Self {
            verb,
            done: 0,
            total,
            shown: stderr().is_terminal(),
        }
    }

    /// One more is done.
    pub(super) fn step(&mut self, name: &str) {
        self.done += 1;
        if self.shown {
            let (verb, done, total) = (self.verb, self.done, self.total);
            let mut stderr = stderr();
            // A terminal that has gone away is no failure.
            let _ = write!(stderr, "\r\u{1b}[K{done} of {total} {verb}: {name}");
            let _ = stderr.flush();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}
