// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Calls that are not sent yet: a request, and what waits for its answer.
//!
//! One type for all of them, so that what every call can do is compiled once. The calls of generated
//! methods are made of it. It must not know any operation, nor what an answer is to be.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::answer::{self, Answer, Arriving, Expected};
use super::codec::Slot;
use super::error::Error;
use super::progress::{Listener, Progress};
use super::request::Request;
use super::response::{Received, Response};
use super::retry::RetryPolicy;
use super::send;
use super::shared::{Http, Mode};
use super::spec::OperationSpec;
use super::stream::ByteStream;

/// A call that is not sent yet.
///
/// Whatever cannot be sent is remembered, and refused when it is to be.
pub struct Unsent<M: Mode> {
    request: Box<Request>,
    handle: M::Handle,
}

impl<M: Mode> Unsent<M> {
    /// A call of an operation without any parameter yet.
    pub fn new(http: &Http<M>, operation: &'static OperationSpec) -> Self {
        Self {
            request: Box::new(Request::new(&http.shared, operation)),
            handle: http.handle.clone(),
        }
    }

    /// Sets a header beyond those of the description.
    pub fn header(&mut self, name: &str, value: &str) {
        self.request.header(name, value);
    }

    /// Sends the call to a URL that the service gave, in place of path and query.
    pub fn at_url(&mut self, url: &str) {
        self.request.at_url(url);
    }

    /// Limits the time of the whole call.
    pub fn timeout(&mut self, timeout: Duration) {
        self.request.timeout = Some(timeout);
    }

    /// Limits the time of each attempt.
    pub fn attempt_timeout(&mut self, timeout: Duration) {
        self.request.attempt_timeout = Some(timeout);
    }

    /// Sets how the call is repeated.
    pub fn retry(&mut self, policy: RetryPolicy) {
        self.request.retry = Some(policy);
    }

    /// Tells a function how far the body of the request has come. Not in browsers, which do not say.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn on_upload(&mut self, listener: impl Fn(Progress) + Send + Sync + 'static) {
        self.request.listeners().sent = Some(Listener::new(listener));
    }

    /// Tells a function how far the body of the answer has come.
    pub fn on_download(&mut self, listener: impl Fn(Progress) + Send + Sync + 'static) {
        self.request.listeners().received = Some(Listener::new(listener));
    }

    /// Checks the rules of the description before sending.
    pub fn validated(&mut self) {
        self.request.validated();
    }

    /// Asks for another form of the answer.
    pub fn accept(&mut self, media: &'static str) {
        self.request.accept(media);
    }

    /// Sets the parameter at this position of [`OperationSpec::parameters`].
    pub fn parameter(&mut self, position: usize, value: &dyn Slot) {
        self.request.set(position, value);
    }

    /// Sets the body, sent in the media type at this position of [`OperationSpec::bodies`].
    pub fn body(&mut self, media: usize, body: Arc<dyn Slot + Send + Sync>) {
        self.request.body(media, body);
    }

    /// Sets the body to a series of values, each written when its turn comes.
    pub fn items(
        &mut self,
        media: usize,
        items: impl Iterator<Item = Box<dyn Slot>> + Send + 'static,
    ) {
        self.request.items(media, items);
    }

    /// Sets a header of one part of the body.
    pub fn part_header(&mut self, part: &'static str, name: &'static str, value: &dyn Slot) {
        self.request.part_header(part, name, value);
    }

    /// The request, and what waits for it.
    pub(super) fn into_parts(self) -> (Box<Request>, M::Handle) {
        (self.request, self.handle)
    }

    /// What waits for the call, and the operation that it is to name.
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub(super) fn driver(&self) -> (M::Handle, &'static str) {
        (self.handle.clone(), self.request.operation.id)
    }

    /// Sends the call and reads the answer, or as much of it as the call promises.
    ///
    /// # Errors
    ///
    /// Says what went wrong, what the service answered, and whether trying again helps.
    pub async fn answer<T: Answer<M>>(self) -> Result<Response<T>, Error> {
        if T::STREAMED {
            return self.series().await;
        }
        let (operation, accept) = (self.request.operation, self.request.accept);
        let (received, sent) = send::whole(*self.request).await?;
        answer::read(received, operation, accept, &sent)
    }

    async fn series<T: Answer<M>>(self) -> Result<Response<T>, Error> {
        let (operation, accept) = (self.request.operation, self.request.accept);
        let request = self.request.clone();
        let (response, sent) = send::streamed(*self.request).await?;
        let expected = Expected::new(operation, response.status(), accept);
        // The body is kept in the stream; the error of another media type goes without.
        let head = Received {
            status: response.status(),
            headers: response.headers().clone(),
            body: Bytes::new(),
        };
        let head = expected.check(head, operation, &sent)?;
        let content_type = response.header("content-type").map(str::to_owned);
        let body = T::open(Arriving {
            operation,
            content_type,
            body: response.into_body(),
            handle: self.handle,
            sent,
            request,
        });
        let body = body.ok_or_else(|| Error::configuration("the answer is no stream"))?;
        Ok(Response::new(head.status, head.headers, body))
    }

    /// Sends the call and gives out the body as it came.
    ///
    /// # Errors
    ///
    /// As [`answer`](Self::answer), without those of decoding.
    pub async fn raw(self) -> Result<Response<Bytes>, Error> {
        let (received, _) = send::whole(*self.request).await?;
        Ok(received.into())
    }

    /// Sends the call and gives out the body as it arrives.
    ///
    /// # Errors
    ///
    /// As [`answer`](Self::answer), without those of decoding; the stream has errors of its own.
    pub async fn raw_stream(self) -> Result<Response<ByteStream>, Error> {
        let (response, _) = send::streamed(*self.request).await?;
        Ok(response)
    }
}

impl<M: Mode> fmt::Debug for Unsent<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.request.fmt(f)
    }
}
