// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Where one item ends and the next begins, in bytes that arrive in any pieces.
//!
//! It must not know what items become.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes, BytesMut};
use futures_core::Stream;

use super::super::error::{Error, ErrorKind};
use super::super::media;
use super::super::stream::ByteStream;
use super::events::{Message, Parser};

/// Begins each text of a sequence (RFC 7464).
pub(super) const RECORD_SEPARATOR: u8 = 0x1E;

/// An item as it arrived.
pub(super) enum Frame {
    Json(Bytes),
    Event(Message),
}

impl Frame {
    /// It says that there is nothing more to come, by the custom of many services.
    pub(super) fn is_last(&self) -> bool {
        match self {
            Self::Json(json) => &**json == b"[DONE]",
            Self::Event(message) => message.data == "[DONE]",
        }
    }
}

/// Items out of bytes.
pub(super) struct Frames {
    operation: &'static str,
    body: Option<ByteStream>,
    /// What has arrived and was not given out.
    buffer: BytesMut,
    /// How much of it is known to hold no end.
    searched: usize,
    limit: usize,
    form: Form,
}

enum Form {
    Lines,
    Sequence,
    Events(Parser),
}

impl Frames {
    pub(super) fn new(
        operation: &'static str,
        body: ByteStream,
        content_type: &str,
        limit: u64,
    ) -> Self {
        Self {
            operation,
            body: Some(body),
            buffer: BytesMut::new(),
            searched: 0,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            form: if media::is_event_stream(content_type) {
                Form::Events(Parser::default())
            } else if media::is_json_sequence(content_type) {
                Form::Sequence
            } else {
                Form::Lines
            },
        }
    }

    pub(super) fn operation(&self) -> &'static str {
        self.operation
    }

    pub(super) fn has_events(&self) -> bool {
        matches!(self.form, Form::Events(_))
    }

    /// There is nothing more to come.
    pub(super) fn end(&mut self) {
        self.body = None;
        self.buffer.clear();
        self.searched = 0;
    }

    /// The next item; `None` at the end and after an error.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame, Error>>> {
        loop {
            if let Some(frame) = self.found() {
                return Poll::Ready(Some(Ok(frame)));
            }
            let Some(body) = &mut self.body else {
                return Poll::Ready(None);
            };
            match ready!(Pin::new(body).poll_next(context)) {
                Some(Ok(chunk)) => self.buffer.extend_from_slice(&chunk),
                Some(Err(error)) => {
                    self.end();
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.body = None;
                    return Poll::Ready(self.rest().map(Ok));
                }
            }
            if self.held() > self.limit {
                let message = format!(
                    "an item has more than {} bytes, see `max_response_bytes`",
                    self.limit
                );
                self.end();
                let error = Error::new(ErrorKind::BodyTooLarge, self.operation, message);
                return Poll::Ready(Some(Err(error)));
            }
        }
    }

    fn held(&self) -> usize {
        let parsed = match &self.form {
            Form::Lines | Form::Sequence => 0,
            Form::Events(parser) => parser.held(),
        };
        // What is not searched yet may hold many items.
        self.searched.saturating_add(parsed)
    }

    fn found(&mut self) -> Option<Frame> {
        loop {
            let line = self.line()?;
            match &mut self.form {
                Form::Lines | Form::Sequence => {
                    if let Some(json) = json(line) {
                        return Some(Frame::Json(json));
                    }
                }
                Form::Events(parser) => {
                    if let Some(message) = parser.line(&line) {
                        return Some(Frame::Event(message));
                    }
                }
            }
        }
    }

    /// Bytes up to the next end, without it.
    fn line(&mut self) -> Option<Bytes> {
        let unsearched = self.buffer.get(self.searched..).unwrap_or_default();
        let is_end = |byte: &u8| match self.form {
            Form::Lines => *byte == b'\n',
            Form::Sequence => *byte == RECORD_SEPARATOR,
            Form::Events(_) => matches!(*byte, b'\n' | b'\r'),
        };
        let Some(end) = unsearched.iter().position(is_end) else {
            self.searched = self.buffer.len();
            return None;
        };
        let line = self.buffer.split_to(self.searched + end).freeze();
        self.searched = 0;
        let ended_by = self.buffer.first().copied();
        self.buffer.advance(1);
        if let Form::Events(parser) = &mut self.form {
            // Of `\r\n`, which is one end, the second half comes as an empty line.
            if parser.is_second_half(ended_by, line.is_empty()) {
                return self.line();
            }
        }
        Some(line)
    }

    /// An item without an end. An event without one did not arrive whole.
    fn rest(&mut self) -> Option<Frame> {
        let rest = self.buffer.split().freeze();
        self.searched = 0;
        match self.form {
            Form::Lines | Form::Sequence => json(rest).map(Frame::Json),
            Form::Events(_) => None,
        }
    }
}

/// A text without the blanks around it; `None` when it is empty.
fn json(line: Bytes) -> Option<Bytes> {
    let trimmed = line.trim_ascii();
    let trimmed = trimmed.strip_prefix(&[RECORD_SEPARATOR]).unwrap_or(trimmed);
    (!trimmed.is_empty()).then(|| line.slice_ref(trimmed))
}
