// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Series of values: one after the other as they arrive, or as they are sent.
//!
//! It must not know how they are told apart; `frames` and `events` do.

mod events;
mod frames;
mod reconnect;

use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use http::StatusCode;

use super::answer::{Answer, Arriving, Whole, retold};
use super::codec::{Blank, Slot};
use super::error::{Error, ErrorKind};
use super::request::Request;
use super::response::Response;
use super::send::Sent;
use super::shared::{Async, Mode};
use super::stream::ByteStream;
use super::{DecodeError, DecodeLimits, media};
use events::Message;
use frames::{Frame, Frames};
use reconnect::Reconnect;

/// The values of an answer as they arrive: lines of JSON, a JSON text sequence, or server-sent
/// events. A stream; in a blocking client an iterator.
///
/// A value that cannot be decoded is an error and the next one follows. After any other error there
/// is nothing more. An event whose data is `[DONE]` is the last one, and none unless the description
/// has a value for it. Dropping it ends the transfer. Nothing is connected again, unless
/// [`reconnect`](Self::reconnect) asks for it.
pub struct Items<T, M: Mode = Async> {
    inner: Inner<M>,
    item: PhantomData<fn() -> T>,
}

/// The server-sent events of an answer as they arrive. A stream; in a blocking client an iterator.
///
/// An event whose data cannot be decoded is an error and the next one follows. After any other
/// error there is nothing more. Data that is `[DONE]` ends the events, by the custom of many
/// services. Dropping it ends the transfer. Nothing is connected again, unless
/// [`reconnect`](Self::reconnect) asks for it.
pub struct Events<T, M: Mode = Async> {
    inner: Inner<M>,
    item: PhantomData<fn() -> T>,
}

/// A server-sent event (HTML, section “Server-sent events”).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// Its type; `message` unless the service says otherwise.
    pub event: String,
    /// What it says.
    pub data: T,
    /// The last id that the service gave, to go on from.
    pub id: Option<String>,
    /// How long the service asks to wait before connecting again.
    pub retry: Option<std::time::Duration>,
}

/// All but the type of the items.
struct Inner<M: Mode> {
    frames: Frames,
    sent: Sent,
    request: Box<Request>,
    reconnect: Option<Reconnect>,
    #[cfg_attr(
        not(all(feature = "blocking", not(target_arch = "wasm32"))),
        expect(dead_code, reason = "blocking clients wait by it")
    )]
    handle: M::Handle,
}

impl<M: Mode> Inner<M> {
    fn new(body: Arriving<M>) -> Self {
        Self {
            handle: body.handle,
            frames: Frames::new(
                body.operation.id,
                body.body,
                body.content_type.as_deref().unwrap_or_default(),
                body.sent.shared.max_response_bytes,
            ),
            sent: body.sent,
            request: body.request,
            reconnect: None,
        }
    }

    /// The next item, of this connection or of another one after it.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame, Error>>> {
        loop {
            if let Some(reconnect) = &mut self.reconnect
                && let Some(connected) = ready!(reconnect.poll(context))
            {
                match connected {
                    Ok((response, sent)) => self.restart(response, sent),
                    Err(error) => {
                        self.over();
                        return Poll::Ready(Some(Err(error)));
                    }
                }
            }
            let frame = ready!(self.frames.poll(context));
            let Some(reconnect) = &mut self.reconnect else {
                return Poll::Ready(frame);
            };
            match frame {
                Some(Ok(frame)) => {
                    if let Frame::Event(message) = &frame {
                        reconnect.take(message);
                    }
                    return Poll::Ready(Some(Ok(frame)));
                }
                Some(Err(error)) if !is_broken(&error) => return Poll::Ready(Some(Err(error))),
                over => {
                    if !reconnect.begin() {
                        return Poll::Ready(over);
                    }
                }
            }
        }
    }

    /// Goes on with a new answer. One without content says that there is nothing more to come.
    fn restart(&mut self, response: Response<ByteStream>, sent: Sent) {
        let is_over = response.status() == StatusCode::NO_CONTENT;
        let content_type = response
            .header("content-type")
            .unwrap_or_default()
            .to_owned();
        self.sent = sent;
        let (operation, limit) = (self.frames.operation(), self.sent.shared.max_response_bytes);
        self.frames = Frames::new(operation, response.into_body(), &content_type, limit);
        if is_over || !media::is_event_stream(&content_type) {
            self.over();
        }
    }

    /// There is nothing more to come.
    fn over(&mut self) {
        self.frames.end();
        self.reconnect = None;
    }

    /// For events only: no other item says where to go on.
    fn reconnect(&mut self, limit: u32) {
        if self.frames.has_events() {
            self.reconnect = Some(Reconnect::new(self.request.clone(), limit));
        }
    }

    fn limits(&self) -> &DecodeLimits {
        &self.sent.shared.decode_limits
    }

    /// An item that is not what the description says.
    fn undecodable(&self, error: DecodeError) -> Error {
        let error = retold(error, &self.sent);
        let message = match error.path() {
            "" => "an item that cannot be decoded".to_owned(),
            path => format!("an item that cannot be decoded at `{path}`"),
        };
        Error::new(ErrorKind::Decode, self.frames.operation(), message)
            .with_source(error)
            .with_attempts(self.sent.attempts)
    }

    fn item<T: Slot + Blank>(&self, frame: &Frame) -> Result<T, Error> {
        let decoded = match frame {
            Frame::Json(json) => super::from_slice(json, self.limits()),
            Frame::Event(message) => message.whole(self.limits()),
        };
        decoded.map_err(|error| self.undecodable(error))
    }

    fn event<T: Slot + Blank>(&self, frame: Frame) -> Option<Result<Event<T>, Error>> {
        if frame.is_last() {
            return None;
        }
        let message = match frame {
            Frame::Json(json) => Message::of_data(String::from_utf8_lossy(&json).into_owned()),
            Frame::Event(message) => message,
        };
        let event = message.decode(self.limits());
        Some(event.map_err(|error| self.undecodable(error)))
    }
}

impl<T: Slot + Blank, M: Mode> Items<T, M> {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let frame = match ready!(self.inner.poll(context)) {
            Some(Ok(frame)) => frame,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let item = self.inner.item(&frame);
        if !frame.is_last() {
            return Poll::Ready(Some(item));
        }
        self.inner.over();
        Poll::Ready(item.ok().filter(events::is_known).map(Ok))
    }
}

impl<T: Slot + Blank, M: Mode> Events<T, M> {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        let item = match ready!(self.inner.poll(context)) {
            Some(Ok(frame)) => self.inner.event(frame),
            Some(Err(error)) => Some(Err(error)),
            None => None,
        };
        if item.is_none() {
            self.inner.over();
        }
        Poll::Ready(item)
    }
}

/// The connection broke off, or nothing came for too long.
fn is_broken(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Transport | ErrorKind::Timeout)
}

macro_rules! series {
    ($name:ident, $item:ty) => {
        impl<T: Slot + Blank> $name<T, Async> {
            /// The next one; `None` at the end.
            pub async fn next(&mut self) -> Option<Result<$item, Error>> {
                std::future::poll_fn(|context| self.poll(context)).await
            }
        }

        impl<T: Slot + Blank> Stream for $name<T, Async> {
            type Item = Result<$item, Error>;

            fn poll_next(
                mut self: Pin<&mut Self>,
                context: &mut Context<'_>,
            ) -> Poll<Option<Self::Item>> {
                self.poll(context)
            }
        }

        #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        impl<T: Slot + Blank> Iterator for $name<T, super::Blocking> {
            type Item = Result<$item, Error>;

            fn next(&mut self) -> Option<Self::Item> {
                let driver = self.inner.handle.clone();
                let operation = self.inner.frames.operation();
                let next = std::future::poll_fn(|context| self.poll(context));
                driver
                    .run(operation, next)
                    .unwrap_or_else(|error| Some(Err(error)))
            }
        }

        impl<T: Slot + Blank, M: Mode> Answer<M> for $name<T, M> {
            const STREAMED: bool = true;

            fn read(_: &Whole<'_>) -> Result<Self, DecodeError> {
                Err(DecodeError::text("a series has no whole".to_owned()))
            }

            fn open(body: Arriving<M>) -> Option<Self> {
                Some(Self {
                    inner: Inner::new(body),
                    item: PhantomData,
                })
            }
        }

        impl<T, M: Mode> $name<T, M> {
            /// Connects again when the connection of server-sent events ends or breaks: after the
            /// wait that the service asks for, or three seconds, with `Last-Event-ID`, so that the
            /// service can go on behind the last event that came. `limit` is how often in a row that
            /// may bring no event before it is given up; an answer without content (204) and `[DONE]`
            /// end the events, too. Requests that are not safe to repeat are sent once, and so are
            /// those whose answer is a series of anything but events.
            #[must_use]
            pub fn reconnect(mut self, limit: u32) -> Self {
                self.inner.reconnect(limit);
                self
            }
        }

        impl<T, M: Mode> fmt::Debug for $name<T, M> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("operation", &self.inner.frames.operation())
                    .finish_non_exhaustive()
            }
        }
    };
}

series!(Items, T);
series!(Events, Event<T>);

/// Values that are written while they are sent: JSON lines, or a JSON text sequence (RFC 7464).
pub(super) struct Written {
    items: Box<dyn Iterator<Item = Box<dyn Slot>> + Send>,
    is_sequence: bool,
}

impl Written {
    pub(super) fn new(
        items: impl Iterator<Item = Box<dyn Slot>> + Send + 'static,
        content_type: &str,
    ) -> Self {
        Self {
            items: Box::new(items),
            is_sequence: media::is_json_sequence(content_type),
        }
    }

    fn item(&self, item: &dyn Slot) -> io::Result<Bytes> {
        let mut json = super::encode(item).map_err(io::Error::other)?;
        if self.is_sequence {
            json.insert(0, frames::RECORD_SEPARATOR);
        }
        json.push(b'\n');
        Ok(json.into())
    }
}

impl Stream for Written {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = self.items.next();
        Poll::Ready(item.map(|item| self.item(item.as_ref())))
    }
}
