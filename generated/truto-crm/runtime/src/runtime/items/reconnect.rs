// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Connecting again to a source of events, behind the last one that came (HTML, section “Server-sent
//! events”).
//!
//! It must not know what events hold.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use super::super::clock::Sleep;
use super::super::error::Error;
use super::super::request::Request;
use super::super::response::Response;
use super::super::retry;
use super::super::send::{self, Sent};
use super::super::stream::ByteStream;
use super::events::Message;

/// The wait before a connection, until the service says another.
const WAIT: Duration = Duration::from_secs(3);

/// The way back to a source of events.
pub(super) struct Reconnect {
    request: Box<Request>,
    /// Most connections in a row that bring no event.
    limit: u32,
    failed: u32,
    wait: Duration,
    last_id: Option<String>,
    phase: Phase,
}

enum Phase {
    Reading,
    Waiting(Sleep),
    Connecting(Connecting),
}

#[cfg(not(target_arch = "wasm32"))]
type Connecting = Pin<Box<dyn Future<Output = Connected> + Send>>;
#[cfg(target_arch = "wasm32")]
type Connecting = Pin<Box<dyn Future<Output = Connected>>>;

/// A new answer.
pub(super) type Connected = Result<(Response<ByteStream>, Sent), Error>;

impl Reconnect {
    pub(super) fn new(request: Box<Request>, limit: u32) -> Self {
        Self {
            request,
            limit,
            failed: 0,
            wait: WAIT,
            last_id: None,
            phase: Phase::Reading,
        }
    }

    /// An event came.
    pub(super) fn take(&mut self, message: &Message) {
        self.failed = 0;
        // An event without an id leaves the last one as it is, on another connection, too.
        if message.id.is_some() {
            self.last_id.clone_from(&message.id);
        }
        self.wait = message.retry.unwrap_or(self.wait);
    }

    /// The connection is over; says whether there will be another one. Not for requests that are not
    /// safe to repeat.
    pub(super) fn begin(&mut self) -> bool {
        let is_safe = retry::is_idempotent(self.request.operation.method);
        if !is_safe || self.failed >= self.limit {
            return false;
        }
        self.failed = self.failed.saturating_add(1);
        self.phase = Phase::Waiting(self.request.shared.clock.sleep(self.wait));
        true
    }

    /// The new connection, when one was begun; `None` otherwise.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Connected>> {
        loop {
            match &mut self.phase {
                Phase::Reading => return Poll::Ready(None),
                Phase::Waiting(sleep) => {
                    ready!(sleep.as_mut().poll(context));
                    let request = self.request();
                    self.phase = Phase::Connecting(Box::pin(send::streamed(request)));
                }
                Phase::Connecting(connecting) => {
                    let connected = ready!(connecting.as_mut().poll(context));
                    self.phase = Phase::Reading;
                    return Poll::Ready(Some(connected));
                }
            }
        }
    }

    fn request(&self) -> Request {
        let mut request = Request::clone(&self.request);
        if let Some(id) = self.last_id.as_deref().filter(|id| !id.is_empty()) {
            request.header("Last-Event-ID", id);
        }
        request
    }
}
