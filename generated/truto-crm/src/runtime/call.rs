// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Calls: what the methods of a generated client return, to be completed and sent.
//!
//! One type for all of them, so that what every call can do is written, and compiled, once. What
//! tells calls of one operation from those of another is a type that marks it: the generated crate
//! adds the setters of that operation to [`Call`] of its mark.
//!
//! It must not know any operation.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::answer::{self, Answer, Arriving, Expected};
use super::error::Error;
use super::progress::{Listener, Progress};
use super::request::Request;
use super::response::{Raw, Received, Response};
use super::retry::RetryPolicy;
use super::send;
use super::shared::{Async, Http, Mode};
use super::slot::Slot;
use super::spec::OperationSpec;
use super::stream::ByteStream;

/// A call of the operation `O`, to be completed and sent; its answer becomes a `T`.
///
/// Nothing happens before one of the `send` methods is called. Whatever cannot be sent is
/// remembered and refused then.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O, T, M: Mode = Async> {
    request: Box<Request>,
    handle: M::Handle,
    marks: PhantomData<fn() -> (O, T)>,
}

/// What every call can be told.
impl<O, T, M: Mode> Call<O, T, M> {
    /// Sets a header beyond those of the description. It takes the place of any other of its name,
    /// `Authorization` included.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request.header(name, value);
        self
    }

    /// Limits the time of the whole call: all attempts, the waits between them and, unless the body
    /// is streamed, its arrival.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.request.timeout = Some(timeout);
        self
    }

    /// Limits the time of each attempt in the same way.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.request.attempt_timeout = Some(timeout);
        self
    }

    /// Sets how this call is repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.request.retry = Some(policy);
        self
    }

    /// Tells a function how far the body of the request has come: after each piece, at most 64 KiB,
    /// that went to the connection. Where the call is repeated, it begins anew. The function must
    /// not wait. Not in browsers, which do not say.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn on_upload(mut self, listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.request.listeners().sent = Some(Listener::new(listener));
        self
    }

    /// Tells a function how far the body of the answer has come: after each piece that arrived, in
    /// bytes after decompression. Where the call is repeated, it begins anew. The function must not
    /// wait.
    pub fn on_download(mut self, listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.request.listeners().received = Some(Listener::new(listener));
        self
    }

    /// Checks the rules of the description before sending; the call is refused with
    /// [`violations`](Error::violations) when the input breaks any.
    pub fn validated(mut self) -> Self {
        self.request.validated();
        self
    }
}

/// What generated methods are made of.
#[doc(hidden)]
impl<O, T, M: Mode> Call<O, T, M> {
    /// A call of an operation without any parameter yet.
    pub fn new(http: &Http<M>, operation: &'static OperationSpec) -> Self {
        Self {
            request: Box::new(Request::new(&http.shared, operation)),
            handle: http.handle.clone(),
            marks: PhantomData,
        }
    }

    /// Sets the parameter at this position of [`OperationSpec::parameters`].
    pub fn set_parameter(&mut self, position: usize, value: &dyn Slot) {
        self.request.set(position, value);
    }

    /// Sets the body, sent in the media type at this position of [`OperationSpec::bodies`].
    pub fn set_body(&mut self, media: usize, body: impl Slot + Send + Sync + 'static) {
        self.request.body(media, Arc::new(body));
    }

    /// Sets the body to a series of values, each written when its turn comes.
    pub fn set_items<I: Slot + 'static>(
        &mut self,
        media: usize,
        items: impl IntoIterator<Item = I, IntoIter: Send + 'static>,
    ) {
        let items = items
            .into_iter()
            .map(|item| Box::new(item) as Box<dyn Slot>);
        self.request.items(media, items);
    }

    /// Sets a header of one part of the body.
    pub fn set_part_header(&mut self, part: &'static str, name: &'static str, value: &dyn Slot) {
        self.request.part_header(part, name, value);
    }

    /// The same call without decoding: whatever comes back is not what the description says.
    pub fn into_raw(self) -> Call<O, Raw, M> {
        self.into_form("*/*")
    }

    /// The same call for another form of its answer.
    pub fn into_form<U>(mut self, media: &'static str) -> Call<O, U, M> {
        self.request.accept(media);
        Call {
            request: self.request,
            handle: self.handle,
            marks: PhantomData,
        }
    }
}

impl<O, T, M: Mode> Call<O, T, M> {
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
    pub(super) async fn into_answer(self) -> Result<Response<T>, Error>
    where
        T: Answer<M>,
    {
        if T::STREAMED {
            return self.into_stream().await;
        }
        let (operation, accept) = (self.request.operation, self.request.accept);
        let (received, sent) = send::whole(*self.request).await?;
        answer::read(received, operation, accept, &sent)
    }

    async fn into_stream(self) -> Result<Response<T>, Error>
    where
        T: Answer<M>,
    {
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
    pub(super) async fn into_raw_answer(self) -> Result<Response<Bytes>, Error> {
        let (received, _) = send::whole(*self.request).await?;
        Ok(received.into())
    }

    /// Sends the call and gives out the body as it arrives.
    pub(super) async fn into_raw_stream(self) -> Result<Response<ByteStream>, Error> {
        let (response, _) = send::streamed(*self.request).await?;
        Ok(response)
    }
}

impl<O, T: Answer> Call<O, T> {
    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    ///
    /// Says what went wrong, what the service answered, and whether trying again helps.
    pub async fn send(self) -> Result<T, Error> {
        self.send_response().await.map(Response::into_body)
    }

    /// As [`send`](Self::send), with status and headers.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_response(self) -> Result<Response<T>, Error> {
        self.into_answer().await
    }
}

impl<O, T> Call<O, T> {
    /// Sends the request and gives out the body as it came, of whatever media type. An error status
    /// is an error here, too.
    ///
    /// # Errors
    ///
    /// As `send`, without those of decoding.
    pub async fn send_raw(self) -> Result<Response<Bytes>, Error> {
        self.into_raw_answer().await
    }

    /// Sends the request and gives out the body as it arrives; nothing is buffered whole.
    ///
    /// # Errors
    ///
    /// As `send`, without those of decoding; the stream has errors of its own.
    pub async fn send_stream(self) -> Result<Response<ByteStream>, Error> {
        self.into_raw_stream().await
    }
}

impl<O, T, M: Mode> fmt::Debug for Call<O, T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.request.fmt(f)
    }
}
