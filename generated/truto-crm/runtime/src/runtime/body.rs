// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Bodies as they arrive: chunk by chunk, whole up to a limit, or as a stream.
//!
//! It must not know what they hold.

use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::progress::Meter;

/// Chunks of a body.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Chunks = Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>> + Send>>;
/// Chunks of a body.
#[cfg(target_arch = "wasm32")]
pub(super) type Chunks = Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>>>>;

/// A body that is being received.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Incoming(reqwest::Response);

#[cfg(not(target_arch = "wasm32"))]
impl Incoming {
    pub(super) fn new(response: reqwest::Response) -> Self {
        Self(response)
    }

    async fn chunk(&mut self) -> reqwest::Result<Option<Bytes>> {
        self.0.chunk().await
    }

    /// Bytes that are to come, when that is known: not of a compressed body.
    pub(super) fn announced(&self) -> Option<u64> {
        self.0.content_length()
    }

    pub(super) fn into_chunks(self) -> Chunks {
        Box::pin(self.0.bytes_stream())
    }
}

/// A body that is being received.
#[cfg(target_arch = "wasm32")]
pub(super) struct Incoming(Chunks);

#[cfg(target_arch = "wasm32")]
impl Incoming {
    pub(super) fn new(response: reqwest::Response) -> Self {
        Self(Box::pin(response.bytes_stream()))
    }

    async fn chunk(&mut self) -> reqwest::Result<Option<Bytes>> {
        std::future::poll_fn(|context| self.0.as_mut().poll_next(context))
            .await
            .transpose()
    }

    pub(super) fn announced(&self) -> Option<u64> {
        None
    }

    pub(super) fn into_chunks(self) -> Chunks {
        self.0
    }
}

/// Why a body is not whole.
pub(super) enum Incomplete {
    /// It has more bytes than the limit.
    TooLarge,
    /// It broke off.
    Broken(reqwest::Error),
}

/// Reads the whole body. Counted are the bytes after decompression, while they arrive.
pub(super) async fn whole(
    incoming: &mut Incoming,
    limit: u64,
    meter: Option<Meter>,
) -> Result<Bytes, Incomplete> {
    if incoming
        .announced()
        .is_some_and(|announced| announced > limit)
    {
        return Err(Incomplete::TooLarge);
    }
    match prefix(incoming, limit, meter).await {
        (body, None) => Ok(body),
        (_, Some(incomplete)) => Err(incomplete),
    }
}

/// Reads as much of the body as the limit allows, and says when that is not the whole.
pub(super) async fn prefix(
    incoming: &mut Incoming,
    limit: u64,
    mut meter: Option<Meter>,
) -> (Bytes, Option<Incomplete>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut body = Collected::default();
    loop {
        match incoming.chunk().await {
            Ok(Some(chunk)) if chunk.len() > limit.saturating_sub(body.len()) => {
                body.push(
                    chunk.slice(..limit.saturating_sub(body.len())),
                    incoming.announced(),
                );
                return (body.into(), Some(Incomplete::TooLarge));
            }
            Ok(Some(chunk)) => {
                if let Some(meter) = &mut meter {
                    meter.add(chunk.len());
                }
                body.push(chunk, incoming.announced());
            }
            Ok(None) => return (body.into(), None),
            Err(error) => return (body.into(), Some(Incomplete::Broken(error))),
        }
    }
}

/// Chunks put together; a single one is not copied.
#[derive(Default)]
struct Collected {
    first: Bytes,
    all: BytesMut,
}

impl Collected {
    /// Most bytes that are set aside because they were announced.
    const TRUST: u64 = 1024 * 1024;

    fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    fn push(&mut self, chunk: Bytes, to_come: Option<u64>) {
        if self.len() == 0 {
            self.first = chunk;
            return;
        }
        if !self.first.is_empty() {
            let to_come = usize::try_from(to_come.unwrap_or(0).min(Self::TRUST)).unwrap_or(0);
            self.all.reserve(self.first.len() + chunk.len() + to_come);
            self.all.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.all.extend_from_slice(&chunk);
    }
}

impl From<Collected> for Bytes {
    fn from(collected: Collected) -> Self {
        if collected.all.is_empty() {
            collected.first
        } else {
            collected.all.freeze()
        }
    }
}
