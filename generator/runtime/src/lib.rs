//! The runtime of generated crates, laid out as it is in one of them, so that it is built, linted and
//! tested where it lives.

#[path = "../../../templates/rust/client/builder.rs"]
mod builder;
#[path = "../../../templates/rust/client/call.rs"]
mod call;
#[path = "../../../templates/rust/runtime/mod.rs"]
pub mod runtime;

pub use builder::ClientBuilder;
pub use call::Call;
pub use runtime::*;
