// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Bodies that are handed on as they arrive.
//!
//! It must not know what they hold, and keeps nothing of them.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use futures_core::Stream;
use tokio::io::{AsyncBufRead, AsyncRead, ReadBuf};

use super::body::Chunks;
use super::error::Error;
use super::progress::Meter;

/// The bytes of an answer as they arrive, decompressed. Nothing is buffered whole and nothing
/// limits their number; dropping the stream ends the transfer.
///
/// A stream of chunks, and a reader: one [`std::io::Error`] there has the [`Error`] as its source.
/// Ends after the first error.
///
/// ```ignore
/// let mut answer = client.files().download().send_stream().await?.into_body();
/// let mut file = tokio::fs::File::create("photo.jpg").await?;
/// tokio::io::copy_buf(&mut answer, &mut file).await?;
/// ```
pub struct ByteStream {
    operation: &'static str,
    attempts: u32,
    chunks: Option<Chunks>,
    /// What arrived and was not read.
    rest: Bytes,
    meter: Option<Meter>,
}

impl ByteStream {
    pub(super) fn new(
        operation: &'static str,
        attempts: u32,
        chunks: Chunks,
        meter: Option<Meter>,
    ) -> Self {
        Self {
            operation,
            attempts,
            chunks: Some(chunks),
            rest: Bytes::new(),
            meter,
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
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.rest))));
        }
        let Some(chunks) = &mut self.chunks else {
            return Poll::Ready(None);
        };
        let item = match ready!(chunks.as_mut().poll_next(context)) {
            Some(Ok(chunk)) => {
                if let Some(meter) = &mut self.meter {
                    meter.add(chunk.len());
                }
                return Poll::Ready(Some(Ok(chunk)));
            }
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

impl AsyncBufRead for ByteStream {
    fn poll_fill_buf(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        while this.rest.is_empty() {
            match ready!(Pin::new(&mut *this).poll_next(context)) {
                Some(chunk) => this.rest = chunk.map_err(io::Error::other)?,
                None => break,
            }
        }
        Poll::Ready(Ok(&this.rest))
    }

    fn consume(mut self: Pin<&mut Self>, bytes: usize) {
        let bytes = bytes.min(self.rest.len());
        self.rest.advance(bytes);
    }
}

impl AsyncRead for ByteStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let arrived = ready!(self.as_mut().poll_fill_buf(context))?;
        let count = arrived.len().min(buffer.remaining());
        buffer.put_slice(arrived.get(..count).unwrap_or_default());
        self.consume(count);
        Poll::Ready(Ok(()))
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}
