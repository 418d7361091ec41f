//! The one error of a client: what went wrong, what the service said, and whether trying again helps.
//!
//! It must not know how calls are made, and never holds or prints a credential.

use std::any::Any;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::auth::Failure;
use super::codec::{Blank, Slot};
use super::header::Header;
use super::response::Received;
use super::{DecodeError, Violations};

type Source = Box<dyn StdError + Send + Sync>;

/// Why a call failed.
///
/// Prints as one line; what lies beneath is in [`source`](StdError::source). Neither form holds a
/// credential: a token that the service repeats in its answer is blanked out.
pub struct Error {
    inner: Box<Inner>,
}

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The builder was given something that cannot work; no client was made.
    Configuration,
    /// The call was refused before anything was sent: an empty path parameter, a header value that
    /// HTTP does not allow, missing credentials, a violated rule.
    InvalidInput,
    /// No token could be obtained that the call needs; it was not sent.
    Credentials,
    /// The request did not get through or the answer broke off.
    Transport,
    /// A time limit passed.
    Timeout,
    /// A redirect was not followed, since following it was not safe or there were too many.
    Redirect,
    /// The service answered with a status that is not a success.
    Api,
    /// The answer has another media type than the description says; the body is kept.
    UnexpectedContentType,
    /// The answer has more bytes than the limit.
    BodyTooLarge,
    /// The answer is not what the description says; path and body are kept.
    Decode,
    /// The pages of an answer have no end, or the next one is at another origin.
    Paging,
    /// A middleware gave up; what it says is the source.
    Middleware,
}

struct Inner {
    kind: ErrorKind,
    operation: &'static str,
    message: String,
    received: Option<Received>,
    truncated: bool,
    response: Option<usize>,
    api: Option<Box<dyn Any + Send + Sync>>,
    source: Option<Source>,
    retryable: bool,
    retry_after: Option<Duration>,
    unsent: bool,
    processed: bool,
    attempts: u32,
}

impl Error {
    pub(super) fn new(
        kind: ErrorKind,
        operation: &'static str,
        message: impl Into<String>,
    ) -> Self {
        let inner = Inner {
            kind,
            operation,
            message: message.into(),
            received: None,
            truncated: false,
            response: None,
            api: None,
            source: None,
            retryable: false,
            retry_after: None,
            unsent: false,
            processed: false,
            attempts: 0,
        };
        Self {
            inner: Box::new(inner),
        }
    }

    pub(super) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, "", message)
    }

    /// Something between the two ends failed. The URL is taken out: it may carry an API key.
    pub(super) fn transport(operation: &'static str, error: reqwest::Error) -> Self {
        if is_without_tls(&error) {
            let message = "there is no TLS: turn on the feature `rustls` or `native-tls`";
            return Self::new(ErrorKind::Configuration, operation, message)
                .with_source(error.without_url());
        }
        let kind = if error.is_timeout() {
            ErrorKind::Timeout
        } else {
            ErrorKind::Transport
        };
        let unsent = is_connect(&error);
        let message = match (kind, unsent) {
            (ErrorKind::Timeout, true) => "no connection in time",
            (ErrorKind::Timeout, false) => "nothing was received in time",
            (_, true) => "no connection",
            (_, false) if error.is_body() || error.is_decode() => "the answer broke off",
            (_, false) => "the request did not get through",
        };
        let mut new = Self::new(kind, operation, message).with_source(error.without_url());
        new.inner.retryable = true;
        new.inner.unsent = unsent;
        new
    }

    /// There is no token for the call, which was not sent therefore.
    pub(super) fn credentials(operation: &'static str, failure: Failure) -> Self {
        let mut new = Self::new(ErrorKind::Credentials, operation, failure.message)
            .with_retry(failure.retryable, failure.retry_after);
        new.inner.source = failure.source.map(|source| source.into());
        new.inner.unsent = true;
        new
    }

    /// A time limit of the call passed.
    pub(super) fn timeout(operation: &'static str, limit: Duration) -> Self {
        let mut new = Self::new(
            ErrorKind::Timeout,
            operation,
            format!("not done within {limit:?}"),
        );
        new.inner.retryable = true;
        new
    }

    pub(super) fn with_source(mut self, source: impl Into<Source>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    pub(super) fn with_received(mut self, received: Received) -> Self {
        self.inner.received = Some(received);
        self
    }

    pub(super) fn with_truncated(mut self, truncated: bool) -> Self {
        self.inner.truncated = truncated;
        self
    }

    pub(super) fn with_api(
        mut self,
        response: Option<usize>,
        api: Option<Box<dyn Any + Send + Sync>>,
    ) -> Self {
        self.inner.response = response;
        self.inner.api = api;
        self
    }

    pub(super) fn with_retry(mut self, retryable: bool, retry_after: Option<Duration>) -> Self {
        self.inner.retryable = retryable;
        self.inner.retry_after = retry_after;
        self
    }

    pub(super) fn redacted(mut self, redact: impl FnOnce(String) -> String) -> Self {
        self.inner.message = redact(std::mem::take(&mut self.inner.message));
        self
    }

    /// Whether the request was processed before what it led to failed.
    pub(super) fn with_processed(mut self, processed: bool) -> Self {
        self.inner.processed = processed;
        self
    }

    pub(super) fn with_attempts(mut self, attempts: u32) -> Self {
        self.inner.attempts = attempts;
        self
    }

    /// The service has certainly not processed the request: it did not see it, or refused it
    /// because there were too many.
    pub(super) fn is_unprocessed(&self) -> bool {
        let refused = self.status() == Some(StatusCode::TOO_MANY_REQUESTS);
        !self.inner.processed && (self.inner.unsent || refused)
    }

    pub(super) fn received(&self) -> Option<&Received> {
        self.inner.received.as_ref()
    }

    /// What kind of thing went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.inner.kind
    }

    /// `operationId` of the call; empty when a client could not be built.
    pub fn operation(&self) -> &'static str {
        self.inner.operation
    }

    /// Status of the answer, when there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.received().map(|received| received.status)
    }

    /// Headers of the answer, when there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.received().map(|received| &received.headers)
    }

    /// Body of the answer as it came (after decompression), when there was one. For an error
    /// status at most the first MiB.
    pub fn body(&self) -> Option<&Bytes> {
        self.received().map(|received| &received.body)
    }

    /// [`body`](Self::body) is only the beginning of what came: it was too long, or it broke off.
    pub fn is_body_truncated(&self) -> bool {
        self.inner.truncated
    }

    /// The service's own error, when the body had the form that the description gives it.
    pub fn api<E: 'static>(&self) -> Option<&E> {
        self.inner.api.as_deref().and_then(|api| api.downcast_ref())
    }

    /// Which of the described responses this is, by position; for generated enums of errors.
    #[doc(hidden)]
    pub fn response(&self) -> Option<usize> {
        self.inner.response
    }

    /// Value of a header of the answer, as the description types it: `None` when it is not there.
    ///
    /// # Errors
    ///
    /// It is something else than the description says.
    pub fn get<T: Slot + Blank>(&self, header: &Header<T>) -> Result<Option<T>, DecodeError> {
        self.headers()
            .map_or(Ok(None), |headers| header.read(headers))
    }

    /// Where in the body decoding failed: `phone_numbers[2].type`. Without credentials, and without
    /// its middle beyond 1,000 characters.
    pub fn decode_path(&self) -> Option<&str> {
        self.find::<DecodeError>().map(DecodeError::path)
    }

    /// The rules that the input violates, when the call was validated.
    pub fn violations(&self) -> Option<&Violations> {
        self.find()
    }

    /// The same call may succeed when it is made again. That says nothing about whether making it
    /// again is safe: see [`RetryPolicy`](super::RetryPolicy).
    pub fn is_retryable(&self) -> bool {
        self.inner.retryable
    }

    /// How long the service asks to wait before the next call (`Retry-After`, RFC 9110, section
    /// 10.2.3).
    pub fn retry_after(&self) -> Option<Duration> {
        self.inner.retry_after
    }

    /// A time limit passed.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// No connection came about, so the service has not seen the request.
    pub fn is_connect(&self) -> bool {
        self.inner.unsent && !self.inner.processed && self.kind() != ErrorKind::Credentials
    }

    /// How often the request was sent, or tried to be.
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    fn find<E: StdError + 'static>(&self) -> Option<&E> {
        let source: &(dyn StdError + 'static) = self.inner.source.as_deref()?;
        source.downcast_ref()
    }
}

/// Nothing that makes connections takes `https`, of which only its words tell.
fn is_without_tls(error: &reqwest::Error) -> bool {
    let is_https = error.url().is_some_and(|url| url.scheme() == "https");
    let mut cause = error.source().filter(|_| is_https && is_connect(error));
    while let Some(inner) = cause.and_then(StdError::source) {
        cause = Some(inner);
    }
    cause.is_some_and(|cause| cause.to_string().ends_with("scheme is not http"))
}

#[cfg(not(target_arch = "wasm32"))]
fn is_connect(error: &reqwest::Error) -> bool {
    error.is_connect()
}

#[cfg(target_arch = "wasm32")]
fn is_connect(_: &reqwest::Error) -> bool {
    false
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.inner.operation.is_empty() {
            write!(f, "{}: ", self.inner.operation)?;
        }
        f.write_str(&self.inner.message)
    }
}

/// Without headers and body, which are the service's and may hold anything.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.inner.kind)
            .field("operation", &self.inner.operation)
            .field("message", &self.inner.message)
            .field("status", &self.status())
            .field("body_bytes", &self.body().map(Bytes::len))
            .field("retryable", &self.inner.retryable)
            .field("retry_after", &self.inner.retry_after)
            .field("attempts", &self.inner.attempts)
            .field("source", &self.inner.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.source.as_deref().map(|source| source as _)
    }
}
