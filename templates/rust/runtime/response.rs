//! Answers: what came back, and how it becomes what a call promises.
//!
//! It must not know how answers arrive.

use std::any::Any;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::error::{Error, ErrorKind};
use super::media;
use super::send::Sent;
use super::slot::{Blank, Slot};
use super::spec::OperationSpec;
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

/// What the body of an answer becomes.
///
/// Types of the service read JSON; `()` reads nothing. A call whose answer has several types
/// becomes an enum that looks at the status.
pub trait Answer: Sized {
    /// The media type of the answer has to be one that the description names.
    #[doc(hidden)]
    const CHECKED: bool = true;

    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// The body is not what the description says.
    #[doc(hidden)]
    fn read(received: &Received, limits: &DecodeLimits) -> Result<Self, DecodeError>;
}

impl<T: Slot + Blank> Answer for T {
    fn read(received: &Received, limits: &DecodeLimits) -> Result<Self, DecodeError> {
        super::from_slice(&received.body, limits)
    }
}

impl Answer for () {
    const CHECKED: bool = false;

    fn read(_: &Received, _: &DecodeLimits) -> Result<Self, DecodeError> {
        Ok(())
    }
}

/// The type of a call whose answer is not decoded: it has no `send`, only `send_raw` and
/// `send_stream`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raw {}

/// Reads an answer into what the call promises.
pub(super) fn read<T: Answer>(
    received: Received,
    operation: &'static OperationSpec,
    sent: &Sent,
) -> Result<Response<T>, Error> {
    let described = operation.success_types(received.status);
    if T::CHECKED && !media::is_described(&received.headers, described) {
        return Err(unexpected_content_type(received, operation, sent));
    }
    match T::read(&received, &sent.shared.decode_limits) {
        Ok(body) => Ok(Response::new(received.status, received.headers, body)),
        Err(error) => Err(undecodable(received, operation, sent, error)),
    }
}

fn unexpected_content_type(
    received: Received,
    operation: &'static OperationSpec,
    sent: &Sent,
) -> Error {
    let actual = received.headers.get(http::header::CONTENT_TYPE);
    let actual = String::from_utf8_lossy(actual.map_or(b"", |value| value.as_bytes()));
    let actual = sent.redact(actual.into_owned());
    let message = format!(
        "{} with the media type {actual:?}, expected {}",
        received.status.as_u16(),
        operation.success_types(received.status).join(" or ")
    );
    Error::new(ErrorKind::UnexpectedContentType, operation.id, message)
        .with_received(received)
        .with_attempts(sent.attempts)
}

fn undecodable(
    received: Received,
    operation: &'static OperationSpec,
    sent: &Sent,
    error: DecodeError,
) -> Error {
    // It quotes the answer, which may quote the request.
    let error = error.retold(|text| shortened(sent.redact(text)));
    let status = received.status.as_u16();
    let message = match error.path() {
        _ if received.body.is_empty() => format!("{status} without a body"),
        "" => format!("{status} with a body that cannot be decoded"),
        path => format!("{status} with a body that cannot be decoded at `{path}`"),
    };
    Error::new(ErrorKind::Decode, operation.id, message)
        .with_source(error)
        .with_received(received)
        .with_attempts(sent.attempts)
}

/// A text without its middle when it is long: a service may write values without end.
fn shortened(text: String) -> String {
    const HALF: usize = 500;
    let start = text.char_indices().nth(HALF).map(|(at, _)| at);
    let end = text.char_indices().nth_back(HALF - 1).map(|(at, _)| at);
    match start.zip(end) {
        Some((start, end)) if start < end => {
            let part = |range| text.get(range).unwrap_or_default();
            format!("{}…{}", part(0..start), part(end..text.len()))
        }
        _ => text,
    }
}

/// Reads the body of an error into its type; stands in [`ResponseSpec::error`](super::ResponseSpec).
pub fn api_error<E: Slot + Blank + Send + Sync + 'static>(
    body: &[u8],
    limits: &DecodeLimits,
) -> Option<Box<dyn Any + Send + Sync>> {
    super::from_slice::<E>(body, limits)
        .ok()
        .map(|error| Box::new(error) as _)
}
