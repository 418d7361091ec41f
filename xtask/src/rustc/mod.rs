//! What rustc costs for single crates: cargo runs this very program in its place, which runs it,
//! measures it and leaves what it cost in a file.
//!
//! This module must not know which crates there are, or who asks.

mod messages;
mod wrapper;

use std::path::Path;
use std::process::Command;

pub(crate) use messages::Messages;
pub(crate) use wrapper::{Measure, forget, read, read_only, wrap};

use crate::process::{self, Limits};

/// Names the folder in which the measures are left; with it set, this program stands for rustc.
pub(crate) const MEASURES: &str = "SPECSMITH_RUSTC_MEASURES";

/// What rustc may take of the processors, in seconds.
const SECONDS: &str = "SPECSMITH_RUSTC_SECONDS";

/// What rustc may take of memory, in bytes.
const MEMORY: &str = "SPECSMITH_RUSTC_MEMORY";

/// Cargo, without a command yet, in which this program stands for rustc and holds it to limits.
/// Cargo itself has none.
pub(crate) fn cargo(measures: &Path, limits: Limits) -> Result<Command, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTC_WORKSPACE_WRAPPER", this)
        .env(MEASURES, measures)
        .env(SECONDS, limits.time.as_secs().to_string())
        .env(MEMORY, limits.memory.to_string())
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Ok(process::piped(command))
}
