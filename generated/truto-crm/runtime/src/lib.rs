// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! What the crate `truto-crm` stands on: how requests are sent and repeated, answers read. It
//! is generated together with that crate, which shows all of it again: an application does not
//! name this one.
#![deny(unsafe_code)]

#[doc(hidden)]
pub mod runtime;

pub use runtime::{
    Bytes, Constraint, DecodeError, DecodeLimits, Field, Flags, Map, Patch, UnknownConstant,
    UnknownInteger, UnknownValue, Upload, Value, Violation, Violations,
};
pub use runtime::{
    Async, ByteStream, ClientCredentials, Error, ErrorKind, Event, Events, Handled, Header,
    HeaderMap, Items, Middleware, Mode, Next, PageItems, Pages, Progress, Raw, Reset, Response,
    RetryPolicy, Secret, ServerSpec, StatusCode, Token, TokenProvider, middleware_fn,
};
