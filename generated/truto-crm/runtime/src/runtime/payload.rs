// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! The body of a request: a value in its media type, ready to be sent as often as it can be.
//!
//! It must not know how requests are sent.

pub(super) mod entries;
mod form;
mod multipart;

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderName, HeaderValue};

#[cfg(not(target_arch = "wasm32"))]
use super::codec::CHUNK_BYTES;
use super::codec::{Content, Outgoing};
use super::codec::{Slot, View};
use super::media;
use super::progress::Listener;
#[cfg(not(target_arch = "wasm32"))]
use super::progress::Meter;
use super::spec::BodySpec;

/// A body and its media type.
pub(super) struct Encoded {
    pub(super) payload: Payload,
    pub(super) content_type: HeaderValue,
}

/// A header of one part of a form, by the name of the part.
pub(super) type PartHeader = (&'static str, HeaderName, HeaderValue);

/// What a form of several parts needs beyond its value.
pub(super) struct Multipart<'a> {
    /// Makes what separates the parts.
    pub(super) boundary: &'a dyn Fn() -> String,
    /// Headers beyond those that follow from the values.
    pub(super) headers: &'a [PartHeader],
}

/// Writes a value in the media type of the description: forms and JSON by its fields, files and
/// text as they are.
///
/// # Errors
///
/// Says what about the value has no form in that media type.
pub(super) fn encode(
    spec: &BodySpec,
    value: &dyn Slot,
    multipart: Multipart<'_>,
) -> Result<Encoded, String> {
    let view = value.view();
    if let View::Upload(upload) = view {
        let payload = Payload::new(vec![upload.content().clone()]);
        return match upload.given_content_type() {
            Some(media) => encoded(payload, media.to_owned(), "application/octet-stream"),
            None => encoded(payload, spec.content_type, "application/octet-stream"),
        };
    }
    if media::is_form(spec.content_type) {
        let form = form::encode(value, spec.encodings)?;
        return encoded(Payload::bytes(form), spec.content_type, "");
    }
    if media::is_multipart(spec.content_type) {
        let boundary = (multipart.boundary)();
        let payload = multipart::encode(value, spec, &boundary, multipart.headers)?;
        let media = multipart::media_type(spec.content_type, &boundary);
        return encoded(payload, media, "");
    }
    match entries::text(view) {
        Some(text) if !media::is_json(spec.content_type) => {
            let text = Payload::bytes(text?.into_owned());
            encoded(text, spec.content_type, "text/plain; charset=utf-8")
        }
        Some(_) | None => {
            let json = super::encode(value).map_err(|error| error.to_string())?;
            encoded(Payload::bytes(json), spec.content_type, "application/json")
        }
    }
}

/// `otherwise` is sent where the description has a range of media types.
fn encoded(
    payload: Payload,
    media: impl Into<Bytes>,
    otherwise: &'static str,
) -> Result<Encoded, String> {
    let media = media.into();
    let media = if media.contains(&b'*') {
        Bytes::from_static(otherwise.as_bytes())
    } else {
        media
    };
    let content_type = HeaderValue::from_maybe_shared(media)
        .ok()
        .filter(|media| media.to_str().is_ok())
        .ok_or_else(|| "its media type has a character that HTTP cannot send".to_owned())?;
    Ok(Encoded {
        payload,
        content_type,
    })
}

/// Bytes that are sent one after the other.
#[derive(Clone)]
pub(super) struct Payload(Vec<Content>);

impl Payload {
    pub(super) fn new(pieces: Vec<Content>) -> Self {
        Self(pieces)
    }

    fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self(vec![Content::Bytes(bytes.into())])
    }

    /// How many bytes there are, when that is known.
    pub(super) fn length(&self) -> Option<u64> {
        let add = |all: u64, piece: &Content| all.checked_add(piece.length()?);
        self.0.iter().try_fold(0, add)
    }

    /// All of it is in memory, in one piece.
    pub(super) fn is_single(&self) -> bool {
        matches!(self.0.as_slice(), [Content::Bytes(_)])
    }

    /// All of it is in memory.
    pub(super) fn is_repeatable(&self) -> bool {
        self.0
            .iter()
            .all(|piece| matches!(piece, Content::Bytes(_)))
    }

    /// The body to be sent; `None` when a part of it was a stream that is gone.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn body(&self, listener: Option<&Listener>) -> Option<reqwest::Body> {
        let Some(listener) = listener else {
            if let [Content::Bytes(bytes)] = self.0.as_slice() {
                return Some(bytes.clone().into());
            }
            return self.chunks().map(reqwest::Body::wrap_stream);
        };
        let meter = Meter::new(listener, self.length());
        let metered = self.chunks().map(|chunks| Metered { chunks, meter });
        metered.map(reqwest::Body::wrap_stream)
    }

    /// The body to be sent; `None` when a part of it is a stream still.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn body(&self, _: Option<&Listener>) -> Option<reqwest::Body> {
        let mut whole = Vec::new();
        for piece in &self.0 {
            match piece {
                Content::Bytes(bytes) => whole.extend_from_slice(bytes),
                Content::Stream(_) => return None,
            }
        }
        Some(whole.into())
    }

    /// Takes streams into memory: browsers send nothing else.
    #[cfg(target_arch = "wasm32")]
    pub(super) async fn gather(&mut self) -> io::Result<()> {
        if self.is_repeatable() {
            return Ok(());
        }
        let gone = || io::Error::other("the stream was sent before");
        let mut chunks = self.chunks().ok_or_else(gone)?;
        let mut whole = Vec::new();
        while let Some(chunk) =
            std::future::poll_fn(|context| Pin::new(&mut chunks).poll_next(context)).await
        {
            whole.extend_from_slice(&chunk?);
        }
        *self = Self::bytes(whole);
        Ok(())
    }

    fn chunks(&self) -> Option<Chunks> {
        let pieces = self.0.iter().map(|piece| match piece {
            Content::Bytes(bytes) => Some(Piece::Bytes(bytes.clone())),
            Content::Stream(source) => source.take().map(Piece::Stream),
        });
        pieces.collect::<Option<_>>().map(Chunks)
    }
}

/// A stream in small pieces, each of which is told.
#[cfg(not(target_arch = "wasm32"))]
struct Metered {
    chunks: Chunks,
    meter: Meter,
}

#[cfg(not(target_arch = "wasm32"))]
impl Stream for Metered {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.chunks).poll_next(context));
        Poll::Ready(next.map(|chunk| {
            let mut chunk = chunk?;
            if chunk.len() > CHUNK_BYTES {
                let rest = chunk.split_off(CHUNK_BYTES);
                self.chunks.0.push_front(Piece::Bytes(rest));
            }
            self.meter.add(chunk.len());
            Ok(chunk)
        }))
    }
}

/// Pieces as one stream.
struct Chunks(VecDeque<Piece>);

enum Piece {
    Bytes(Bytes),
    Stream(Outgoing),
}

impl Stream for Chunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match self.0.pop_front() {
                None => return Poll::Ready(None),
                Some(Piece::Bytes(bytes)) => return Poll::Ready(Some(Ok(bytes))),
                Some(Piece::Stream(mut chunks)) => {
                    let next = chunks.as_mut().poll_next(context);
                    // It goes on until it ends, ready or not.
                    if !matches!(next, Poll::Ready(None)) {
                        self.0.push_front(Piece::Stream(chunks));
                    }
                    if let Some(item) = ready!(next) {
                        return Poll::Ready(Some(item));
                    }
                }
            }
        }
    }
}
