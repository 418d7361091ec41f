//! Calls: what the methods of a client return, to be completed and sent.
//!
//! One type for all of them: what tells calls of one operation from those of another is a type that
//! marks it, and the modules of operations add setters to [`Call`] of their marks. So each crate has
//! it for itself, also where crates share a runtime. It must not know any operation.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use crate::runtime::{
    Answer, Async, ByteStream, Bytes, Error, Http, Mode, OperationSpec, Progress, Raw, Response,
    RetryPolicy, Slot, Unsent,
};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
use crate::runtime::{Blocking, ByteReader};

/// A call of the operation `O`, to be completed and sent; its answer becomes a `T`.
///
/// Nothing happens before one of the `send` methods is called. Whatever cannot be sent is
/// remembered and refused then.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O, T, M: Mode = Async> {
    call: Unsent<M>,
    marks: PhantomData<fn() -> (O, T)>,
}

/// What every call can be told.
impl<O, T, M: Mode> Call<O, T, M> {
    /// Sets a header beyond those of the description. It takes the place of any other of its name,
    /// `Authorization` included.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.call.header(name, value);
        self
    }

    /// Sends the call to a URL that the service gave, such as that of a next page, in place of path
    /// and query. It may be relative; one of another origin is refused, as it would get the
    /// credentials.
    pub fn at_url(mut self, url: &str) -> Self {
        self.call.at_url(url);
        self
    }

    /// Limits the time of the whole call: all attempts, the waits between them and, unless the body
    /// is streamed, its arrival.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeout(timeout);
        self
    }

    /// Limits the time of each attempt in the same way.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.call.attempt_timeout(timeout);
        self
    }

    /// Sets how this call is repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.call.retry(policy);
        self
    }

    /// Tells a function how far the body of the request has come: after each piece, at most 64 KiB,
    /// that went to the connection. Where the call is repeated, it begins anew. The function must
    /// not wait. Not in browsers, which do not say.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn on_upload(mut self, listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.call.on_upload(listener);
        self
    }

    /// Tells a function how far the body of the answer has come: after each piece that arrived, in
    /// bytes after decompression. Where the call is repeated, it begins anew. The function must not
    /// wait.
    pub fn on_download(mut self, listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.call.on_download(listener);
        self
    }

    /// Checks the rules of the description before sending; the call is refused with
    /// [`violations`](Error::violations) when the input breaks any.
    pub fn validated(mut self) -> Self {
        self.call.validated();
        self
    }
}

/// What generated methods are made of.
#[doc(hidden)]
impl<O, T, M: Mode> Call<O, T, M> {
    /// A call of an operation without any parameter yet.
    pub fn new(http: &Http<M>, operation: &'static OperationSpec) -> Self {
        Self::of_unsent(Unsent::new(http, operation))
    }

    fn of_unsent(call: Unsent<M>) -> Self {
        Self {
            call,
            marks: PhantomData,
        }
    }

    /// The call without its marks.
    pub fn into_unsent(self) -> Unsent<M> {
        self.call
    }

    /// Sets the parameter at this position of [`OperationSpec::parameters`].
    pub fn set_parameter(&mut self, position: usize, value: &dyn Slot) {
        self.call.parameter(position, value);
    }

    /// Sets the body, sent in the media type at this position of [`OperationSpec::bodies`].
    pub fn set_body(&mut self, media: usize, body: impl Slot + Send + Sync + 'static) {
        self.call.body(media, Arc::new(body));
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
        self.call.items(media, items);
    }

    /// Sets a header of one part of the body.
    pub fn set_part_header(&mut self, part: &'static str, name: &'static str, value: &dyn Slot) {
        self.call.part_header(part, name, value);
    }

    /// The same call without decoding: whatever comes back is not what the description says.
    pub fn into_raw(self) -> Call<O, Raw, M> {
        self.into_form("*/*")
    }

    /// The same call for another form of its answer.
    pub fn into_form<U>(mut self, media: &'static str) -> Call<O, U, M> {
        self.call.accept(media);
        Call::of_unsent(self.call)
    }
}

impl<O, T: Answer> Call<O, T> {
    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    ///
    /// Says what went wrong, what the service answered, and whether trying again helps.
    pub async fn send(self) -> Result<T, Error> {
        self.call.answer().await.map(Response::into_body)
    }

    /// As [`send`](Self::send), with status and headers.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_response(self) -> Result<Response<T>, Error> {
        self.call.answer().await
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
        self.call.raw().await
    }

    /// Sends the request and gives out the body as it arrives; nothing is buffered whole.
    ///
    /// # Errors
    ///
    /// As `send`, without those of decoding; the stream has errors of its own.
    pub async fn send_stream(self) -> Result<Response<ByteStream>, Error> {
        self.call.raw_stream().await
    }
}

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<O, T: Answer<Blocking>> Call<O, T, Blocking> {
    /// Sends the request, waits, and decodes the answer.
    ///
    /// # Errors
    ///
    /// Says what went wrong, what the service answered, and whether trying again helps.
    pub fn send(self) -> Result<T, Error> {
        self.call.wait().map(Response::into_body)
    }

    /// As [`send`](Self::send), with status and headers.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub fn send_response(self) -> Result<Response<T>, Error> {
        self.call.wait()
    }
}

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<O, T> Call<O, T, Blocking> {
    /// Sends the request, waits, and gives out the body as it came, of whatever media type. An error
    /// status is an error here, too.
    ///
    /// # Errors
    ///
    /// As `send`, without those of decoding.
    pub fn send_raw(self) -> Result<Response<Bytes>, Error> {
        self.call.wait_raw()
    }

    /// Sends the request, waits for the status, and gives out the body to be read as it arrives;
    /// nothing is buffered whole.
    ///
    /// # Errors
    ///
    /// As `send`, without those of decoding; reading has errors of its own.
    pub fn send_stream(self) -> Result<Response<ByteReader>, Error> {
        self.call.wait_stream()
    }
}

impl<O, T, M: Mode> fmt::Debug for Call<O, T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}
