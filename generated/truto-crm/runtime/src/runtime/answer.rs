// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Answers: how what came back becomes what a call promises.
//!
//! It must not know how answers arrive.

use super::codec::{Blank, Slot};
use super::codec::{from_text, is_single};
use super::error::{Error, ErrorKind};
use super::request::Request;
use super::response::{Received, Response};
use super::send::Sent;
use super::shared::{Async, Mode};
use super::spec::OperationSpec;
use super::stream::ByteStream;
use super::{DecodeError, DecodeLimits, media};

/// What the answer of a call becomes, in a client of mode `M`.
///
/// Types of the service read JSON, or text where the answer is text; `()` reads nothing. A call
/// whose statuses come with different bodies becomes an enum, one whose answer is a series of
/// values a stream.
pub trait Answer<M: Mode = Async>: Sized {
    /// The media type of the answer has to be one that the description names.
    #[doc(hidden)]
    const CHECKED: bool = true;

    /// The body is handed on while it arrives.
    #[doc(hidden)]
    const STREAMED: bool = false;

    /// Reads a whole answer.
    ///
    /// # Errors
    ///
    /// The body is not what the description says.
    #[doc(hidden)]
    fn read(answer: &Whole<'_>) -> Result<Self, DecodeError>;

    /// Takes over the body of an answer; `None` unless it is `STREAMED`.
    #[doc(hidden)]
    fn open(body: Arriving<M>) -> Option<Self> {
        drop(body);
        None
    }
}

/// An answer that was read whole.
#[derive(Debug)]
pub struct Whole<'a> {
    received: &'a Received,
    expected: Expected,
    limits: &'a DecodeLimits,
}

impl Whole<'_> {
    /// Which of the described responses this is, by position.
    pub fn position(&self) -> usize {
        self.expected.position.unwrap_or(usize::MAX)
    }

    /// The body as a value.
    ///
    /// # Errors
    ///
    /// It is not what the description says.
    pub fn value<T: Slot + Blank>(&self) -> Result<T, DecodeError> {
        let mut value = T::blank();
        self.fill(&mut value)?;
        Ok(value)
    }

    fn fill(&self, slot: &mut dyn Slot) -> Result<(), DecodeError> {
        // Text holds no lists or objects: what is to become one is JSON by another name.
        if self.is_json() || !is_single(slot) {
            return super::decode(&self.received.body, slot, self.limits);
        }
        let text = media::text(&self.received.headers, &self.received.body);
        from_text(slot, &text, false).map_err(DecodeError::text)
    }

    /// What has no media type is what the description says first.
    fn is_json(&self) -> bool {
        let described = self
            .expected
            .media()
            .next()
            .is_none_or(media::may_hold_json);
        media::of(&self.received.headers).map_or(described, |actual| {
            media::is_json(actual) || !media::is_text(actual) && described
        })
    }
}

/// An answer whose body is still to come.
pub struct Arriving<M: Mode> {
    pub(super) operation: &'static OperationSpec,
    pub(super) content_type: Option<String>,
    pub(super) body: ByteStream,
    pub(super) handle: M::Handle,
    pub(super) sent: Sent,
    /// The request as it was sent, to be sent again.
    pub(super) request: Box<Request>,
}

impl<M: Mode, T: Slot + Blank> Answer<M> for T {
    fn read(answer: &Whole<'_>) -> Result<Self, DecodeError> {
        answer.value()
    }
}

impl<M: Mode> Answer<M> for () {
    const CHECKED: bool = false;

    fn read(_: &Whole<'_>) -> Result<Self, DecodeError> {
        Ok(())
    }
}

/// What the description says about an answer.
#[derive(Debug)]
pub(super) struct Expected {
    /// Position of the described response.
    position: Option<usize>,
    /// Media types of the body; empty: any.
    described: &'static [&'static str],
    /// Those that the request asked for, where it asked for some of them.
    asked: Option<&'static str>,
}

impl Expected {
    pub(super) fn new(
        operation: &'static OperationSpec,
        status: http::StatusCode,
        accept: &'static str,
    ) -> Self {
        let position = operation.response(status);
        let described = position.and_then(|at| operation.responses.get(at));
        let described = described.map_or(&[][..], |response| response.content_types);
        let asks = described.iter().any(|media| is_asked(accept, media));
        Self {
            position,
            described,
            asked: asks.then_some(accept),
        }
    }

    /// Media types of the body that the request accepts; none: any.
    fn media(&self) -> impl Iterator<Item = &'static str> {
        let described = self.described.iter().copied();
        described.filter(|media| self.asked.is_none_or(|accept| is_asked(accept, media)))
    }

    /// # Errors
    ///
    /// The answer has another media type.
    pub(super) fn check(
        &self,
        received: Received,
        operation: &'static OperationSpec,
        sent: &Sent,
    ) -> Result<Received, Error> {
        if media::is_described(&received.headers, self.media()) {
            return Ok(received);
        }
        let actual = received.headers.get(http::header::CONTENT_TYPE);
        let actual = String::from_utf8_lossy(actual.map_or(b"", |value| value.as_bytes()));
        let actual = sent.redact(actual.into_owned());
        let message = format!(
            "{} with the media type {actual:?}, expected {}",
            received.status.as_u16(),
            self.media().collect::<Vec<_>>().join(" or ")
        );
        let error = Error::new(ErrorKind::UnexpectedContentType, operation.id, message);
        Err(error.with_received(received).with_attempts(sent.attempts))
    }
}

fn is_asked(accept: &str, media: &str) -> bool {
    accept == media || accept.split(',').any(|range| range.trim() == media)
}

/// Reads an answer into what the call promises.
pub(super) fn read<M: Mode, T: Answer<M>>(
    received: Received,
    operation: &'static OperationSpec,
    accept: &'static str,
    sent: &Sent,
) -> Result<Response<T>, Error> {
    let expected = Expected::new(operation, received.status, accept);
    let received = match T::CHECKED {
        true => expected.check(received, operation, sent)?,
        false => received,
    };
    let whole = Whole {
        received: &received,
        expected,
        limits: &sent.shared.decode_limits,
    };
    match T::read(&whole) {
        Ok(body) => Ok(Response::new(received.status, received.headers, body)),
        Err(error) => Err(undecodable(received, operation, sent, error)),
    }
}

fn undecodable(
    received: Received,
    operation: &'static OperationSpec,
    sent: &Sent,
    error: DecodeError,
) -> Error {
    let error = retold(error, sent);
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

/// An error without credentials: it quotes the answer, which may quote the request.
pub(super) fn retold(error: DecodeError, sent: &Sent) -> DecodeError {
    error.retold(|text| shortened(sent.redact(text)))
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
