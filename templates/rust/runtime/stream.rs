//! Bodies that are handed on as they arrive.
//!
//! It must not know what they hold, and keeps nothing of them.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::body::Chunks;
use super::error::Error;

/// The bytes of an answer as they arrive, decompressed. Nothing is buffered whole and nothing
/// limits their number; dropping the stream ends the transfer.
///
/// Ends after the first error.
pub struct ByteStream {
    operation: &'static str,
    attempts: u32,
    chunks: Option<Chunks>,
}

impl ByteStream {
    pub(super) fn new(operation: &'static str, attempts: u32, chunks: Chunks) -> Self {
        Self {
            operation,
            attempts,
            chunks: Some(chunks),
        }
    }

    /// The next bytes; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(chunks) = &mut self.chunks else {
            return Poll::Ready(None);
        };
        let item = match ready!(chunks.as_mut().poll_next(context)) {
            Some(Ok(chunk)) => return Poll::Ready(Some(Ok(chunk))),
            Some(Err(error)) => {
                let error = Error::transport(self.operation, error);
                Some(Err(error.with_attempts(self.attempts)))
            }
            None => None,
        };
        self.chunks = None;
        Poll::Ready(item)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}
