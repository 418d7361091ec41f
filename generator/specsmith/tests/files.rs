//! Writing and checking the output: what is left alone, what is mended, and what no failure of
//! the disk and no killed run may do to it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "files/checked.rs"]
mod checked;
#[path = "files/explained.rs"]
mod explained;
#[path = "files/failing.rs"]
mod failing;
#[path = "files/folder.rs"]
mod folder;
#[path = "files/hostile.rs"]
mod hostile;
#[path = "files/written.rs"]
mod written;
