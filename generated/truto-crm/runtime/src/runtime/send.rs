// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Sends a request, and again where that helps and is safe, until there is an answer or an error.
//!
//! It must not know what the answer becomes: it ends with bytes.

use std::borrow::Cow;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};

use super::auth::{Exchange, Held};
use super::body::{self, Incoming, Incomplete};
use super::clock::within;
use super::error::{Error, ErrorKind};
use super::parts::Parts;
use super::payload::Payload;
use super::progress::Meter;
use super::request::{Listeners, Request};
use super::response::{Received, Response};
use super::retry::{Failed, RetryPolicy};
use super::shared::Shared;
use super::spec::OperationSpec;
use super::stream::ByteStream;
use super::{headers, media};

/// Most bytes that are kept of the body of an error.
const ERROR_BODY_BYTES: u64 = 1024 * 1024;

/// Most characters of an error's body that stand in its message.
const EXCERPT_CHARS: usize = 200;

/// Most bytes that they are taken from: enough for a credential in them to be seen whole.
const EXCERPT_BYTES: usize = 16 * 1024;

/// Sends a request and reads the whole answer.
///
/// # Errors
///
/// All but [`ErrorKind::Decode`] and [`ErrorKind::UnexpectedContentType`].
pub(super) async fn whole(request: Request) -> Result<(Received, Sent), Error> {
    let (answer, sent) = call(request, Want::Whole).await?;
    let received = Received {
        status: answer.status,
        headers: answer.headers,
        body: answer.whole,
    };
    Ok((received, sent))
}

/// Sends a request; the body of the answer is left to be read.
///
/// # Errors
///
/// As [`whole`].
pub(super) async fn streamed(request: Request) -> Result<(Response<ByteStream>, Sent), Error> {
    let operation = request.operation.id;
    let (answer, sent) = call(request, Want::Stream).await?;
    let chunks = answer.rest.into_chunks();
    let stream = ByteStream::new(operation, sent.attempts, chunks, answer.meter);
    Ok((Response::new(answer.status, answer.headers, stream), sent))
}

/// What an error about the answer has to know of the request.
pub(super) struct Sent {
    pub(super) shared: Arc<Shared>,
    headers: HeaderMap,
    pub(super) attempts: u32,
}

impl Sent {
    /// A text without the credentials of the call.
    pub(super) fn redact(&self, text: String) -> String {
        redact(&self.shared, &self.headers, text)
    }
}

#[cfg(target_arch = "wasm32")]
async fn gathered(mut parts: Parts, operation: &'static OperationSpec) -> Result<Parts, Error> {
    if let Some(body) = &mut parts.body {
        body.gather().await.map_err(|error| {
            let reason = "the stream in the body broke off";
            Error::new(ErrorKind::InvalidInput, operation.id, reason).with_source(error)
        })?;
    }
    Ok(parts)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Want {
    Whole,
    Stream,
}

/// An answer with the status of a success.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    /// The body, when all of it was wanted.
    whole: Bytes,
    /// What is left to be read of it.
    rest: Incoming,
    /// Counts what is left.
    meter: Option<Meter>,
}

async fn call(mut request: Request, want: Want) -> Result<(Answer, Sent), Error> {
    let policy = request.retry.as_ref().unwrap_or(&request.shared.retry);
    if policy.repeats() {
        request.make_key();
    }
    let parts = request.parts()?;
    #[cfg(target_arch = "wasm32")]
    let parts = gathered(parts, request.operation).await?;
    let shared = Arc::clone(&request.shared);
    let call = Call {
        operation: request.operation,
        shared: &shared,
        policy: request.retry.as_ref().unwrap_or(&shared.retry),
        timeout: request.timeout.or(shared.timeout),
        attempt_timeout: request.attempt_timeout.or(shared.attempt_timeout),
        idempotent: request.is_idempotent(),
        listeners: request.listeners.as_deref(),
        parts,
        attempt: AtomicU32::new(1),
        want,
    };
    match call.attempts().await {
        Ok((answer, attempts)) => {
            let headers = call.parts.headers;
            let sent = Sent {
                shared,
                headers,
                attempts,
            };
            Ok((answer, sent))
        }
        Err(error) => Err(call.complete(error)),
    }
}

/// A call that is being made.
pub(super) struct Call<'a> {
    pub(super) operation: &'static OperationSpec,
    pub(super) shared: &'a Shared,
    policy: &'a RetryPolicy,
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    idempotent: bool,
    pub(super) listeners: Option<&'a Listeners>,
    pub(super) parts: Parts,
    /// The attempt that is being made, from 1.
    pub(super) attempt: AtomicU32,
    want: Want,
}

impl Call<'_> {
    /// The answer, and how often it was asked for.
    async fn attempts(&self) -> Result<(Answer, u32), Error> {
        let clock = &self.shared.clock;
        let start = clock.now();
        let mut attempt = 1;
        loop {
            let error = match self.attempt(start).await {
                Ok(answer) => {
                    self.shared.retry_budget.succeed();
                    return Ok((answer, attempt));
                }
                Err(error) => error.with_attempts(attempt),
            };
            let elapsed = clock.now().saturating_sub(start);
            let failed = Failed {
                error: &error,
                attempt,
                elapsed,
                idempotent: self.idempotent,
            };
            let repeatable = self.parts.body.as_ref().is_none_or(Payload::is_repeatable);
            let delay = self.policy.delay(&failed, clock.chance());
            let Some(delay) = delay.filter(|_| repeatable) else {
                return Err(error);
            };
            if self
                .timeout
                .is_some_and(|timeout| elapsed.saturating_add(delay) >= timeout)
            {
                return Err(error);
            }
            if !self.shared.retry_budget.take() {
                return Err(error);
            }
            clock.sleep(delay).await;
            attempt = attempt.saturating_add(1);
            self.attempt.store(attempt, Relaxed);
        }
    }

    async fn attempt(&self, start: Duration) -> Result<Answer, Error> {
        // What is left, beside the limit that was set: errors name that one.
        let call = self.timeout.map(|limit| {
            let elapsed = self.shared.clock.now().saturating_sub(start);
            (limit.saturating_sub(elapsed), limit)
        });
        let attempt = self.attempt_timeout.map(|limit| (limit, limit));
        let (left, limit) = call.into_iter().chain(attempt).min().unzip();
        // Pinned here, so that it is not moved again: it is large.
        let exchange = pin!(self.exchange());
        let done = within(left, exchange).await;
        done.unwrap_or_else(|| Err(Error::timeout(self.operation.id, limit.unwrap_or_default())))
    }

    /// One answer, with a token where the call needs one. A token may end before its time: when
    /// the service does not take it, the request is sent once more with another.
    async fn exchange(&self) -> Result<Answer, Error> {
        let (headers, token) = self.authorized().await?;
        let answer = self.exchange_with(&headers).await;
        let Some(token) = token.filter(|_| is_unauthorized(&answer)) else {
            return answer;
        };
        let credentials = &self.shared.credentials;
        credentials.reject(self.parts.schemes, &token).await;
        let (headers, _) = self.authorized().await?;
        self.exchange_with(&headers).await
    }

    /// The headers of the request, and the token among them.
    async fn authorized(&self) -> Result<(Cow<'_, HeaderMap>, Option<Held>), Error> {
        let exchange = Exchange {
            client: &self.shared.client,
            base: self.shared.servers.base(),
            clock: &*self.shared.clock,
        };
        let Parts {
            schemes, headers, ..
        } = &self.parts;
        let token = self.shared.credentials.token(schemes, headers, &exchange);
        let token = token.await;
        let token = token.map_err(|failure| Error::credentials(self.operation.id, failure))?;
        let headers = match &token {
            None => Cow::Borrowed(headers),
            Some(token) => {
                let mut headers = headers.clone();
                headers.insert(header::AUTHORIZATION, token.value.clone());
                Cow::Owned(headers)
            }
        };
        Ok((headers, token))
    }

    /// One request, the redirects behind it, and one answer.
    async fn exchange_with(&self, headers: &HeaderMap) -> Result<Answer, Error> {
        let (mut response, hop) = self.follow(headers).await?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let mut rest = Incoming::new(response);
        if !status.is_success() {
            let refused = self.refused(status, headers, &mut rest).await;
            return Err(refused.with_processed(self.is_processed(&hop)));
        }
        let listener = self.listeners.and_then(|it| it.received.as_ref());
        let mut meter = listener.map(|it| Meter::new(it, rest.announced()));
        let whole = match self.want {
            Want::Whole => {
                let limit = self.shared.max_response_bytes;
                body::whole(&mut rest, limit, meter.take()).await
            }
            Want::Stream => Ok(Bytes::new()),
        };
        match whole {
            Ok(whole) => Ok(Answer {
                status,
                headers,
                whole,
                rest,
                meter,
            }),
            Err(Incomplete::Broken(error)) => Err(Error::transport(self.operation.id, error)),
            Err(Incomplete::TooLarge) => Err(self.too_large(status, headers)),
        }
    }

    /// The error of an answer that is not a success.
    async fn refused(&self, status: StatusCode, headers: HeaderMap, rest: &mut Incoming) -> Error {
        let (body, incomplete) = body::prefix(rest, ERROR_BODY_BYTES, None).await;
        let message = match excerpt(&body, |text| self.redact(text)) {
            text if text.is_empty() => status.to_string(),
            text => format!("{status}: {text}"),
        };
        let retryable = self.policy.covers(self.operation.retry.statuses, status);
        let unix_time = self.shared.clock.unix_time();
        let retry_after = self.policy.asked(status, &headers, unix_time);
        Error::new(ErrorKind::Api, self.operation.id, message)
            .with_received(Received {
                status,
                headers,
                body,
            })
            .with_truncated(incomplete.is_some())
            .with_retry(retryable, retry_after)
    }

    fn too_large(&self, status: StatusCode, headers: HeaderMap) -> Error {
        let limit = self.shared.max_response_bytes;
        let message = format!("the answer has more than {limit} bytes, see `max_response_bytes`");
        Error::new(ErrorKind::BodyTooLarge, self.operation.id, message)
            .with_received(Received {
                status,
                headers,
                body: Bytes::new(),
            })
            .with_truncated(true)
    }

    /// What only the last error needs: its body decoded, and no credential in its message.
    fn complete(&self, error: Error) -> Error {
        let received = error.received();
        let refused = received.filter(|_| error.kind() == ErrorKind::Api);
        let position = refused.and_then(|received| self.operation.response(received.status));
        let api = refused.zip(position).and_then(|(received, position)| {
            let read = self.operation.responses.get(position)?.error?;
            let limits = &self.shared.decode_limits;
            media::may_be_json(&received.headers).then(|| read(&received.body, limits))?
        });
        error
            .with_api(position, api)
            .redacted(|text| self.redact(text))
    }

    pub(super) fn redact(&self, text: String) -> String {
        redact(self.shared, &self.parts.headers, text)
    }
}

/// A text without the credentials of a client and of a request with these headers.
fn redact(shared: &Shared, headers: &HeaderMap, text: String) -> String {
    let secrets: Vec<&str> = headers::secrets(headers).collect();
    shared.credentials.redact(text, &secrets)
}

fn is_unauthorized(answer: &Result<Answer, Error>) -> bool {
    answer
        .as_ref()
        .is_err_and(|error| error.status() == Some(StatusCode::UNAUTHORIZED))
}

/// The beginning of a body as one line of text; nothing of a body that is not text.
fn excerpt(body: &[u8], redact: impl FnOnce(String) -> String) -> String {
    let start = body.get(..EXCERPT_BYTES).unwrap_or(body);
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        // Cut inside a character.
        Err(error) if error.error_len().is_none() => start
            .get(..error.valid_up_to())
            .and_then(|s| std::str::from_utf8(s).ok())
            .unwrap_or(""),
        Err(_) => "",
    };
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let line = redact(
        words
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    );
    match line.char_indices().nth(EXCERPT_CHARS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
