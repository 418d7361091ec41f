//! Where an example is written, and what a validator says of it.
//!
//! This module must not know how either comes to be.

use serde::Deserialize;
use specsmith_openapi::Origin;

/// An [`Origin`] as the data has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct At {
    pub(super) file: u32,
    pub(super) start: u32,
    end: u32,
}

impl From<Origin> for At {
    fn from(origin: Origin) -> Self {
        Self {
            file: origin.file.number(),
            start: origin.start,
            end: origin.end,
        }
    }
}

/// Why an example is not to be written as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not valid against its schema.
    Schema,
    /// It is, but for a format.
    Format,
}
