// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Reads that wait, as chunks.
//!
//! It must not know what is read.

use std::future::Future;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::task::{JoinHandle, spawn_blocking};

use super::super::codec::CHUNK_BYTES;

/// What a reader gives. It is asked on a thread on which it may wait, for one chunk at a time.
pub(super) struct Reads<R> {
    /// Not while it is asked, and not after its end.
    reader: Option<R>,
    asked: Option<JoinHandle<(R, io::Result<Vec<u8>>)>>,
}

impl<R> Reads<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader: Some(reader),
            asked: None,
        }
    }
}

impl<R: Read + Send + Unpin + 'static> Stream for Reads<R> {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(reader) = self.reader.take() {
            self.asked = Some(spawn_blocking(|| chunk(reader)));
        }
        let Some(asked) = &mut self.asked else {
            return Poll::Ready(None);
        };
        let answered = ready!(Pin::new(asked).poll(context));
        self.asked = None;
        Poll::Ready(match answered {
            // A reader that panics.
            Err(error) => Some(Err(io::Error::other(error))),
            Ok((_, Err(error))) => Some(Err(error)),
            Ok((_, Ok(bytes))) if bytes.is_empty() => None,
            Ok((reader, Ok(bytes))) => {
                self.reader = Some(reader);
                Some(Ok(bytes.into()))
            }
        })
    }
}

/// What comes next, up to the size of a chunk: a whole one unless the end is near.
fn chunk<R: Read>(mut reader: R) -> (R, io::Result<Vec<u8>>) {
    let mut bytes = Vec::new();
    let read = reader
        .by_ref()
        .take(CHUNK_BYTES as u64)
        .read_to_end(&mut bytes);
    (reader, read.map(|_| bytes))
}
