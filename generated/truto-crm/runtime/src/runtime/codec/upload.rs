// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! What a caller sends as it is: bytes in memory or a stream, with a file name and a media type
//! where the request has a place for them.
//!
//! It must not know which request it goes into.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::slot::{Blank, Slot, Target, Text, View};

/// Most bytes that are read, or given to the connection, at a time.
pub const CHUNK_BYTES: usize = 64 * 1024;

/// Bytes to be sent as they are: the body of a request, or a file in a form.
///
/// Bytes in memory can be sent again when an attempt fails. A stream is sent once, without ever
/// being held whole: a call with one is not repeated, and clones share it.
///
/// ```ignore
/// let photo = Upload::new(std::fs::read("photo.jpg")?).file_name("photo.jpg");
/// ```
#[derive(Clone)]
pub struct Upload {
    content: Content,
    file_name: Option<String>,
    content_type: Option<String>,
}

impl Upload {
    /// Bytes in memory.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self::of(Content::Bytes(bytes.into()))
    }

    /// Bytes that are sent as the stream brings them.
    pub fn stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes> + 'static,
        E: Into<Box<dyn StdError + Send + Sync>> + 'static,
    {
        let chunks = Mapped(Box::pin(stream));
        Self::of(Content::Stream(Arc::new(Source {
            chunks: Mutex::new(Some(Box::pin(chunks))),
            length: None,
        })))
    }

    fn of(content: Content) -> Self {
        Self {
            content,
            file_name: None,
            content_type: None,
        }
    }

    /// How many bytes a stream brings, so that the request can say so ahead. A stream of another
    /// length fails the call, unless it goes on in a new piece after so many bytes: that one is not
    /// asked for.
    #[must_use]
    pub fn length(mut self, bytes: u64) -> Self {
        if let Content::Stream(source) = &self.content {
            let chunks = Mutex::new(source.chunks());
            let length = Some(bytes);
            self.content = Content::Stream(Arc::new(Source { chunks, length }));
        }
        self
    }

    /// Name of the file, for forms.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Media type, in place of the one that the description gives.
    #[must_use]
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    #[doc(hidden)]
    pub fn content(&self) -> &Content {
        &self.content
    }

    #[doc(hidden)]
    pub fn given_file_name(&self) -> Option<&str> {
        self.file_name.as_deref()
    }

    #[doc(hidden)]
    pub fn given_content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The bytes as text, where that is what they are.
    #[doc(hidden)]
    pub fn as_text(&self) -> Option<&str> {
        match &self.content {
            Content::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            Content::Stream(_) => None,
        }
    }
}

/// Where the bytes are.
#[derive(Clone, Debug)]
pub enum Content {
    /// In memory.
    Bytes(Bytes),
    /// Still to come.
    Stream(Arc<Source>),
}

/// A stream until it is sent.
pub struct Source {
    chunks: Mutex<Option<Outgoing>>,
    length: Option<u64>,
}

/// Chunks on their way out.
pub type Outgoing = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Source");
        shown.field("length", &self.length).finish_non_exhaustive()
    }
}

impl Source {
    /// The chunks, held to their length; `None` when they were taken before.
    pub fn take(&self) -> Option<Outgoing> {
        let chunks = self.chunks()?;
        Some(match self.length {
            Some(left) => Box::pin(Measured { chunks, left }),
            None => chunks,
        })
    }

    fn chunks(&self) -> Option<Outgoing> {
        let mut chunks = self.chunks.lock().unwrap_or_else(PoisonError::into_inner);
        chunks.take()
    }
}

impl Content {
    /// How many bytes there are, when that is known.
    pub fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => u64::try_from(bytes.len()).ok(),
            Self::Stream(source) => source.length,
        }
    }
}

/// A stream that has to bring so many bytes: what follows them in the body would be taken for
/// something else.
struct Measured {
    chunks: Outgoing,
    left: u64,
}

impl Stream for Measured {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(self.chunks.as_mut().poll_next(context));
        let bytes = match &next {
            Some(Ok(chunk)) => u64::try_from(chunk.len()).unwrap_or(u64::MAX),
            Some(Err(_)) => return Poll::Ready(next),
            None => 0,
        };
        let is_over = next.is_none();
        Poll::Ready(match self.left.checked_sub(bytes) {
            Some(left) if !is_over || left == 0 => {
                self.left = left;
                next
            }
            Some(_) => Some(Err(io::Error::other(
                "the stream is shorter than it was said to be",
            ))),
            None => Some(Err(io::Error::other(
                "the stream is longer than it was said to be",
            ))),
        })
    }
}

/// A stream of any bytes and errors as one of ours.
struct Mapped<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Mapped<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(context);
        next.map(|item| item.map(|chunk| chunk.map(Into::into).map_err(io::Error::other)))
    }
}

macro_rules! from_bytes {
    ($($ty:ty),*) => {$(
        impl From<$ty> for Upload {
            fn from(bytes: $ty) -> Self {
                Self::new(bytes)
            }
        }
    )*};
}

from_bytes!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

/// Streams are equal to themselves alone.
impl PartialEq for Upload {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.content, &other.content) {
            (Content::Bytes(left), Content::Bytes(right)) => left == right,
            (Content::Stream(left), Content::Stream(right)) => Arc::ptr_eq(left, right),
            (Content::Bytes(_), Content::Stream(_)) | (Content::Stream(_), Content::Bytes(_)) => {
                false
            }
        };
        same && self.file_name == other.file_name && self.content_type == other.content_type
    }
}

/// Without the bytes.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("length", &self.content.length())
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .finish()
    }
}

impl Blank for Upload {
    fn blank() -> Self {
        Self::new(Bytes::new())
    }
}

impl Slot for Upload {
    fn target(&mut self) -> Target<'_> {
        Target::Text(self)
    }

    fn view(&self) -> View<'_> {
        View::Upload(self)
    }
}

/// In JSON a file can only be text.
impl Text for Upload {
    fn set(&mut self, text: &str) -> Result<(), &'static str> {
        *self = Self::new(text.to_owned());
        Ok(())
    }

    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_text().unwrap_or_default())
    }
}
