// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Headers of answers with the types that the description gives them.
//!
//! It must not know which answer has which header.

use std::marker::PhantomData;

use http::HeaderMap;

use super::codec::from_text;
use super::codec::{Blank, Slot};
use super::{DecodeError, DecodeLimits};

/// A header of answers whose value is a `T`.
///
/// [`Response::get`](super::Response::get) and [`Error::get`](super::Error::get) read it.
#[derive(Debug)]
pub struct Header<T> {
    name: &'static str,
    form: Form,
    value: PhantomData<fn() -> T>,
}

/// How the value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Simple { explode: bool },
    Json,
}

impl<T> Header<T> {
    /// A header in the style `simple`.
    pub const fn new(name: &'static str) -> Self {
        Self::of(name, Form::Simple { explode: false })
    }

    /// A header in the style `simple`, objects as `key=value` pairs.
    pub const fn exploded(name: &'static str) -> Self {
        Self::of(name, Form::Simple { explode: true })
    }

    /// A header that is a JSON document.
    pub const fn json(name: &'static str) -> Self {
        Self::of(name, Form::Json)
    }

    const fn of(name: &'static str, form: Form) -> Self {
        Self {
            name,
            form,
            value: PhantomData,
        }
    }

    /// Name of the header.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: Slot + Blank> Header<T> {
    pub(super) fn read(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let mut value = T::blank();
        Ok(read(self.name, self.form, headers, &mut value)?.then_some(value))
    }
}

/// Whether the header is there. One that stands several times is one list (RFC 9110, section 5.3).
fn read(
    name: &str,
    form: Form,
    headers: &HeaderMap,
    slot: &mut dyn Slot,
) -> Result<bool, DecodeError> {
    let failed = |reason: String| DecodeError::text(format!("the header `{name}`: {reason}"));
    let mut texts = Vec::new();
    for value in headers.get_all(name) {
        let text = std::str::from_utf8(value.as_bytes());
        texts.push(text.map_err(|_| failed("not UTF-8".to_owned()))?);
    }
    if texts.is_empty() {
        return Ok(false);
    }
    let text = texts.join(", ");
    match form {
        Form::Json => super::decode(text.as_bytes(), slot, &DecodeLimits::DEFAULT)
            .map_err(|error| failed(error.to_string()))?,
        Form::Simple { explode } => from_text(slot, &text, explode).map_err(failed)?,
    }
    Ok(true)
}
