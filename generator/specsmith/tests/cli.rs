//! The commands as people run them: what they print where, how they exit, what is on disk then.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "cli/flags.rs"]
mod flags;
#[path = "cli/generate.rs"]
mod generate;
#[path = "cli/inspect.rs"]
mod inspect;
#[path = "cli/limits.rs"]
mod limits;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/watch.rs"]
mod watch;
