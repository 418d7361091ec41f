//! What every generated crate stands on: values and their encoding, and the calls that carry them.
//!
//! Hand-written, the same in each crate; it must not know any one service.

mod answer;
mod auth;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod blocking;
mod body;
mod call;
mod clock;
mod codec;
mod connection;
mod error;
mod follow;
mod header;
mod headers;
mod items;
mod media;
mod middleware;
mod paging;
mod parameter;
mod parts;
mod payload;
mod percent;
mod progress;
mod redirect;
mod request;
mod response;
mod retry;
mod send;
mod server;
mod settings;
mod shared;
mod sources;
mod spec;
mod stream;
mod target;
mod trace;

pub use answer::{Answer, Arriving, Whole};
pub use auth::{ClientCredentials, Given, Secret, Token, TokenProvider};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use blocking::{Blocking, ByteReader};
pub use call::Unsent;
pub use clock::{Clock, Sleep};
#[allow(unused_imports, reason = "not every crate has types for strings")]
pub(crate) use codec::text_slot;
pub use codec::*;
pub use connection::Connection;
pub use error::{Error, ErrorKind};
pub use header::Header;
pub use items::{Event, Events, Items};
pub use middleware::{Handled, Middleware, Next, middleware_fn};
pub use paging::{PageItems, Pages};
pub use progress::Progress;
pub use response::{Raw, Received, Response, api_error};
pub use retry::{Reset, RetryPolicy};
pub use server::Choice;
pub use settings::Settings;
pub use shared::{Async, Http, Mode, Service};
pub use spec::{
    BodySpec, Encoding, ErrorReader, LAST, Location, NextPage, OperationSpec, PagePlace,
    PagingSpec, Parameter, ResponseSpec, RetrySpec, Route, SchemeKind, SchemeSpec, ServerSpec,
    ServiceSpec, StatusPattern, Style, VariableSpec,
};
pub use stream::ByteStream;

pub use http::{HeaderMap, StatusCode};
