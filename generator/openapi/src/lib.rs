//! OpenAPI descriptions in, an [`Api`] out.
//!
//! ```text
//! read       files → Document: a tree of nodes with their places
//! overlay    changes laid over the tree
//! normalize  every dialect → the 3.0 shape, checked keyword by keyword
//! lower      → Api: references resolved, compositions merged
//! ```
//!
//! After `read` no file is opened. After `normalize` there is one dialect and every keyword was
//! checked. After `lower` nothing has heard of OpenAPI: an [`Api`] has no `$ref`, no `allOf` and
//! no `nullable`.
//!
//! This crate must not know anything about Rust code, templates or output folders.

pub mod api;
pub mod codes;
pub mod forms;
mod jsonpath;
pub mod lower;
pub mod normalize;
pub mod overlay;
pub mod read;
pub mod rename;
pub mod report;
pub mod select;
pub mod share;
mod uri;

pub use api::Api;
pub use read::{Document, Limits, Sources};
pub use report::{Diagnostic, Origin, Report, Severity};
