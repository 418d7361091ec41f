// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! What every generated crate stands on: values and their encoding, and the calls that carry them.
//!
//! Hand-written, the same in each crate; it must not know any one service.

// Codec: values and their encoding.
mod debug;
mod decode;
mod encode;
mod enumeration;
mod equal;
mod extra;
mod map;
mod patch;
mod path;
mod record;
mod scalar;
mod slot;
mod table;
mod text;
mod tuple;
mod union;
mod upload;
mod validate;

pub use debug::debug;
pub use decode::{DecodeError, DecodeLimits, decode, deserialize, from_slice};
pub use encode::{EncodeError, encode, serialize};
pub use enumeration::{Enumeration, UnknownConstant, UnknownInteger, UnknownValue};
pub use equal::{equal, equal_slots, is_value};
pub use extra::Extra;
pub use map::Map;
pub use patch::Patch;
pub use record::Record;
pub use scalar::list;
pub use slot::{Blank, Entries, Float, Integer, List, Optional, Slot, Target, Text, View, blank};
pub use table::{Constraint, Field, Flags, Table};
#[allow(unused_imports, reason = "not every crate has types for strings")]
pub(crate) use text::text_slot;
pub use union::{Constant, Union, UnionTable};
pub use upload::Upload;
use validate::validate_parameter;
pub use validate::{Violation, Violations, validate};

/// Any JSON value, what is kept beside declared fields among them.
///
/// Its numbers are whole ones of 64 bits and others of double precision: a longer one loses digits,
/// and one beyond that range, such as `1e400`, makes the whole answer an error. A program that needs
/// such numbers turns on the feature `arbitrary_precision` of `serde_json`, for all that it is made
/// of; then they are kept as written.
pub type Value = serde_json::Value;

// HTTP: calls and the connection that carries them.
mod answer;
mod auth;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod blocking;
mod body;
mod call;
mod clock;
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
    PagingSpec, Parameter, PathPart, ResponseSpec, RetrySpec, Route, SchemeKind, SchemeSpec,
    ServerSpec, ServiceSpec, StatusPattern, Style, VariableSpec,
};
pub use stream::ByteStream;

pub use bytes::Bytes;
pub use http::{HeaderMap, StatusCode};
