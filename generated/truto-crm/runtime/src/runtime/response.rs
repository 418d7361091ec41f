// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! What came back, with its status and headers.
//!
//! It must not know how answers arrive, or what their bodies become.

use std::any::Any;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::codec::{Blank, Slot};
use super::header::Header;
use super::{DecodeError, DecodeLimits};

/// A decoded answer with its status and headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
}

impl<T> Response<T> {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: T) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }

    /// Status of the answer.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Headers of the answer. Of a compressed answer, `Content-Length` and `Content-Encoding` are
    /// gone: they do not hold for the body any more.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Text of a header: the first of its name, when it is ASCII.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Value of a header as the description types it: `None` when it is not there.
    ///
    /// # Errors
    ///
    /// It is something else than the description says.
    pub fn get<H: Slot + Blank>(&self, header: &Header<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.headers)
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body, to be changed: streams are read through it.
    pub fn body_mut(&mut self) -> &mut T {
        &mut self.body
    }

    /// The body alone.
    pub fn into_body(self) -> T {
        self.body
    }

    /// The same answer with another body.
    pub fn map<U>(self, body: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            status: self.status,
            headers: self.headers,
            body: body(self.body),
        }
    }
}

/// An answer as it came.
#[derive(Debug, Clone)]
pub struct Received {
    /// Status of the answer.
    pub status: StatusCode,
    /// Headers of the answer.
    pub headers: HeaderMap,
    /// The whole body, decompressed.
    pub body: Bytes,
}

impl From<Received> for Response<Bytes> {
    fn from(received: Received) -> Self {
        Self::new(received.status, received.headers, received.body)
    }
}

/// The type of a call whose answer is not decoded: it has no `send`, only `send_raw` and
/// `send_stream`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raw {}

/// Reads the body of an error into its type; stands in [`ResponseSpec::error`](super::ResponseSpec).
pub fn api_error<E: Slot + Blank + Send + Sync + 'static>(
    body: &[u8],
    limits: &DecodeLimits,
) -> Option<Box<dyn Any + Send + Sync>> {
    super::from_slice::<E>(body, limits)
        .ok()
        .map(|error| Box::new(error) as _)
}
