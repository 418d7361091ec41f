//! Reads values: JSON through the client's own door, any self-describing format through serde's.
//!
//! Both run the same code over the tables of the types. It must not know any one type.

mod any;
mod buffer;
mod context;
mod fit;
mod number;
mod record;
mod seed;
mod text;
mod union;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer};

use super::slot::{Blank, Slot};
use context::Context;
use seed::Seed;
pub use text::{from_text, is_single};

/// How much a decoder takes from somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeLimits {
    /// Deepest nesting of lists and objects. Each level takes stack; 128 is safe everywhere.
    pub depth: u32,
}

impl DecodeLimits {
    /// 128 levels.
    pub const DEFAULT: Self = Self { depth: 128 };
}

impl Default for DecodeLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Reads JSON (RFC 8259) into a slot: the client's own door.
///
/// # Errors
///
/// Says what is wrong and where; the slot then holds something half read that must not be used.
pub fn decode(json: &[u8], slot: &mut dyn Slot, limits: &DecodeLimits) -> Result<(), DecodeError> {
    let text = std::str::from_utf8(json).map_err(|e| DecodeError::not_utf8(json, e))?;
    // A byte order mark may be ignored (RFC 8259, section 8.1), and some servers send one.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // Ours counts the whole way down and can be set.
    deserializer.disable_recursion_limit();
    let mut context = Context::new(limits);
    Seed {
        slot,
        context: &mut context,
    }
    .deserialize(&mut deserializer)
    .and_then(|()| deserializer.end())
    .map_err(|error| DecodeError::new(&context, &error))
}

/// Reads JSON (RFC 8259) into a new value.
///
/// # Errors
///
/// Says what is wrong and where.
pub fn from_slice<T: Slot + Blank>(json: &[u8], limits: &DecodeLimits) -> Result<T, DecodeError> {
    let mut value = T::blank();
    decode(json, &mut value, limits)?;
    Ok(value)
}

/// Reads a value from any self-describing format: serde's door.
///
/// # Errors
///
/// Those of the format, and this runtime's own as custom errors of it.
pub fn deserialize<'de, T: Slot + Blank, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut value = T::blank();
    deserialize_slot(deserializer, &mut value)?;
    Ok(value)
}

/// A value as one of another type.
///
/// # Errors
///
/// Says what the value lacks for that type.
pub fn read_as<T: Slot + Blank>(value: &dyn Slot) -> Result<T, serde_json::Error> {
    let value = super::serialize(value, serde_json::value::Serializer)?;
    deserialize(value)
}

/// As [`deserialize`], into a slot.
fn deserialize_slot<'de, D: Deserializer<'de>>(
    deserializer: D,
    slot: &mut dyn Slot,
) -> Result<(), D::Error> {
    let mut context = Context::new(&DecodeLimits::DEFAULT);
    Seed {
        slot,
        context: &mut context,
    }
    .deserialize(deserializer)
}

/// JSON, or text, that is not what the type says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    message: String,
    line: usize,
    column: usize,
}

impl DecodeError {
    fn new(context: &Context, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let mut message = error.to_string();
        let place = format!(" at line {line} column {column}");
        if message.ends_with(&place) {
            message.truncate(message.len() - place.len());
        }
        Self {
            path: context.path(),
            message,
            line,
            column,
        }
    }

    fn not_utf8(json: &[u8], error: std::str::Utf8Error) -> Self {
        let before = json.get(..error.valid_up_to()).unwrap_or_default();
        let line_start = before
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1);
        Self {
            path: String::new(),
            message: "not UTF-8".to_owned(),
            line: before.iter().filter(|&&byte| byte == b'\n').count() + 1,
            column: before.len() - line_start + 1,
        }
    }

    /// The same error in other words: `retell` gets each text that quotes the JSON.
    #[doc(hidden)]
    pub fn retold(self, retell: impl Fn(String) -> String) -> Self {
        Self {
            path: retell(self.path),
            message: retell(self.message),
            ..self
        }
    }

    /// What is wrong with a text that is no JSON.
    #[doc(hidden)]
    pub fn text(message: String) -> Self {
        Self {
            path: String::new(),
            message,
            line: 0,
            column: 0,
        }
    }

    /// Where inside the JSON: `phone_numbers[2].type`; empty for the whole of it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Line where reading stopped, from 1; 0 in a header or another text of one value.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Column where reading stopped, in bytes, from 1; 0 where that is the end of the line before.
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        match self.line {
            0 => Ok(()),
            line => write!(f, " at line {line} column {}", self.column),
        }
    }
}

impl std::error::Error for DecodeError {}
