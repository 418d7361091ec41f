// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Calls: what the methods of a generated client return, to be completed and sent.
//!
//! It must not know any operation; generated types wrap it and give it names.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;

use super::answer::{self, Answer, Arriving, Expected};
use super::error::Error;
use super::request::Request;
use super::response::{Raw, Received, Response};
use super::retry::RetryPolicy;
use super::send;
use super::shared::{Async, Http, Mode};
use super::slot::Slot;
use super::spec::OperationSpec;
use super::stream::ByteStream;

/// A call that was not sent yet; its answer becomes a `T`.
///
/// Whatever cannot be sent is remembered and refused when the call is sent.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<M: Mode, T> {
    request: Box<Request>,
    handle: M::Handle,
    answer: PhantomData<fn() -> T>,
}

impl<M: Mode, T> Call<M, T> {
    /// A call of an operation without any parameter yet.
    pub fn new(http: &Http<M>, operation: &'static OperationSpec) -> Self {
        Self {
            request: Box::new(Request::new(&http.shared, operation)),
            handle: http.handle.clone(),
            answer: PhantomData,
        }
    }

    /// Sets the parameter at this position of [`OperationSpec::parameters`].
    pub fn set(&mut self, position: usize, value: &dyn Slot) {
        self.request.set(position, value);
    }

    /// Sets the body, sent in the media type at this position of [`OperationSpec::bodies`].
    pub fn body(&mut self, media: usize, body: impl Slot + Send + Sync + 'static) {
        self.request.body(media, Box::new(body));
    }

    /// Sets the body to a series of values, each written when its turn comes.
    pub fn items<I: Slot + 'static>(
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
    pub fn part_header(&mut self, part: &'static str, name: &'static str, value: &dyn Slot) {
        self.request.part_header(part, name, value);
    }

    /// Sets a header beyond those of the description.
    pub fn header(&mut self, name: &str, value: &str) {
        self.request.header(name, value);
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

    /// Checks the rules of the description before sending.
    pub fn validated(&mut self) {
        self.request.validated();
    }

    /// The same call without decoding: whatever comes back is not what the description says.
    pub fn raw(self) -> Call<M, Raw> {
        self.accept("*/*")
    }

    /// The same call for another form of its answer.
    pub fn accept<U>(mut self, media: &'static str) -> Call<M, U> {
        self.request.accept(media);
        Call {
            request: self.request,
            handle: self.handle,
            answer: PhantomData,
        }
    }

    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub(super) fn operation(&self) -> &'static str {
        self.request.operation.id
    }

    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub(super) fn handle(&self) -> M::Handle {
        self.handle.clone()
    }

    /// Sends the call and reads the answer, or as much of it as the call promises.
    pub(super) async fn answered(self) -> Result<Response<T>, Error>
    where
        T: Answer<M>,
    {
        if T::STREAMED {
            return self.opened().await;
        }
        let (operation, accept) = (self.request.operation, self.request.accept);
        let (received, sent) = send::whole(*self.request).await?;
        answer::read(received, operation, accept, &sent)
    }

    async fn opened(self) -> Result<Response<T>, Error>
    where
        T: Answer<M>,
    {
        let (operation, accept) = (self.request.operation, self.request.accept);
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
        });
        let body = body.ok_or_else(|| Error::configuration("the answer is no stream"))?;
        Ok(Response::new(head.status, head.headers, body))
    }

    /// Sends the call and gives out the body as it came.
    pub(super) async fn raw_answer(self) -> Result<Response<Bytes>, Error> {
        let (received, _) = send::whole(*self.request).await?;
        Ok(received.into())
    }

    /// Sends the call and gives out the body as it arrives.
    pub(super) async fn raw_stream(self) -> Result<Response<ByteStream>, Error> {
        let (response, _) = send::streamed(*self.request).await?;
        Ok(response)
    }
}

impl<T: Answer> Call<Async, T> {
    /// Sends the call; gives out the decoded body.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::ErrorKind).
    pub async fn send(self) -> Result<T, Error> {
        self.send_response().await.map(Response::into_body)
    }

    /// Sends the call; gives out the decoded body with status and headers.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::ErrorKind).
    pub async fn send_response(self) -> Result<Response<T>, Error> {
        self.answered().await
    }
}

impl<T> Call<Async, T> {
    /// Sends the call; gives out the body as it came.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::ErrorKind).
    pub async fn send_raw(self) -> Result<Response<Bytes>, Error> {
        self.raw_answer().await
    }

    /// Sends the call; gives out the body as it arrives.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::ErrorKind).
    pub async fn send_stream(self) -> Result<Response<ByteStream>, Error> {
        self.raw_stream().await
    }
}

impl<M: Mode, T> fmt::Debug for Call<M, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.request.fmt(f)
    }
}

/// The methods that every call has, on a generated type `$call<M, T> { call: Call<M, T> }`.
///
/// `runtime` has to be in scope where it stands.
#[doc(hidden)]
#[macro_export]
macro_rules! __call_methods {
    ($call:ident) => {
        impl<M: runtime::Mode, T> $call<M, T> {
            /// Sets a header beyond those of the description. It takes the place of any other of
            /// its name, `Authorization` included.
            pub fn header(mut self, name: &str, value: &str) -> Self {
                self.call.header(name, value);
                self
            }

            /// Limits the time of the whole call: all attempts, the waits between them and, unless
            /// the body is streamed, its arrival.
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.call.timeout(timeout);
                self
            }

            /// Limits the time of each attempt in the same way.
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.call.attempt_timeout(timeout);
                self
            }

            /// Sets how this call is repeated.
            pub fn retry(mut self, policy: runtime::RetryPolicy) -> Self {
                self.call.retry(policy);
                self
            }

            /// Checks the rules of the description before sending; the call is refused with
            /// [`violations`](runtime::Error::violations) when the input breaks any.
            pub fn validated(mut self) -> Self {
                self.call.validated();
                self
            }
        }

        impl<T: runtime::Answer> $call<runtime::Async, T> {
            /// Sends the request and decodes the answer.
            ///
            /// # Errors
            ///
            /// Says what went wrong, what the service answered, and whether trying again helps.
            pub async fn send(self) -> Result<T, runtime::Error> {
                self.call.send().await
            }

            /// As [`send`](Self::send), with status and headers.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub async fn send_response(self) -> Result<runtime::Response<T>, runtime::Error> {
                self.call.send_response().await
            }
        }

        impl<T> $call<runtime::Async, T> {
            /// Sends the request and gives out the body as it came, of whatever media type. An
            /// error status is an error here, too.
            ///
            /// # Errors
            ///
            /// As `send`, without those of decoding.
            pub async fn send_raw(
                self,
            ) -> Result<runtime::Response<runtime::Bytes>, runtime::Error> {
                self.call.send_raw().await
            }

            /// Sends the request and gives out the body as it arrives; nothing is buffered whole.
            ///
            /// # Errors
            ///
            /// As `send`, without those of decoding; the stream has errors of its own.
            pub async fn send_stream(
                self,
            ) -> Result<runtime::Response<runtime::ByteStream>, runtime::Error> {
                self.call.send_stream().await
            }
        }

        #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        impl<T: runtime::Answer<runtime::Blocking>> $call<runtime::Blocking, T> {
            /// Sends the request, waits, and decodes the answer.
            ///
            /// # Errors
            ///
            /// Says what went wrong, what the service answered, and whether trying again helps.
            pub fn send(self) -> Result<T, runtime::Error> {
                self.call.send()
            }

            /// As [`send`](Self::send), with status and headers.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub fn send_response(self) -> Result<runtime::Response<T>, runtime::Error> {
                self.call.send_response()
            }
        }

        #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        impl<T> $call<runtime::Blocking, T> {
            /// Sends the request, waits, and gives out the body as it came, of whatever media type.
            /// An error status is an error here, too.
            ///
            /// # Errors
            ///
            /// As `send`, without those of decoding.
            pub fn send_raw(self) -> Result<runtime::Response<runtime::Bytes>, runtime::Error> {
                self.call.send_raw()
            }

            /// Sends the request, waits for the status, and gives out the body to be read as it
            /// arrives; nothing is buffered whole.
            ///
            /// # Errors
            ///
            /// As `send`, without those of decoding; reading has errors of its own.
            pub fn send_stream(
                self,
            ) -> Result<runtime::Response<runtime::ByteReader>, runtime::Error> {
                self.call.send_stream()
            }
        }
    };
}

#[doc(hidden)]
pub use __call_methods as call_methods;
