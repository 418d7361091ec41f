//! Values and their encoding: what generated types stand on.
//!
//! Hand-written, the same in each crate. It must not know that values are sent: where a crate has
//! types alone, this module is all of its runtime.

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
pub use decode::{
    DecodeError, DecodeLimits, decode, deserialize, from_slice, from_text, is_single, read_as,
};
pub use encode::{EncodeError, encode, serialize};
pub use enumeration::{Enumeration, UnknownConstant, UnknownInteger, UnknownValue};
pub use equal::{equal, equal_slots, is_value};
pub use extra::Extra;
pub use map::Map;
pub use patch::Patch;
pub use record::Record;
pub use scalar::list;
pub use slot::{Blank, Entries, Float, Integer, List, Optional, Slot, Target, Text, View, blank};
pub use table::{Constraint, Field, FieldDetails, Flags, Table};
#[allow(unused_imports, reason = "not every crate has types for strings")]
pub(crate) use text::text_slot;
pub use union::{Constant, Union, UnionTable};
pub use upload::{CHUNK_BYTES, Content, Outgoing, Upload};
pub use validate::{Violation, Violations, validate, validate_parameter};

pub use bytes::Bytes;

/// Any JSON value, what is kept beside declared fields among them.
///
/// Its numbers are whole ones of 64 bits and others of double precision: a longer one loses digits,
/// and one beyond that range, such as `1e400`, makes the whole answer an error. A program that needs
/// such numbers turns on the feature `arbitrary_precision` of `serde_json`, for all that it is made
/// of; then they are kept as written.
pub type Value = serde_json::Value;
