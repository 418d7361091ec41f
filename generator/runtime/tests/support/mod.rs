//! What the tests of calls stand on: a server that can misbehave, a clock that does not wait, and a
//! service written as the generator writes it.

pub(crate) mod clock;
pub(crate) mod server;
pub(crate) mod service;
