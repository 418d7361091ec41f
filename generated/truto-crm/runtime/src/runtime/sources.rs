// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Where uploads come from beside memory and streams: readers, and what another service sends.
//!
//! It must not know which request an upload goes into.

#[cfg(not(target_arch = "wasm32"))]
mod reads;

use tokio::io::AsyncRead;
use tokio_util::io::ReaderStream;

use super::codec::{CHUNK_BYTES, Upload};

impl Upload {
    /// Bytes that are sent as they are read, 64 KiB at a time.
    ///
    /// ```ignore
    /// let file = tokio::fs::File::open("photo.jpg").await?;
    /// let length = file.metadata().await?.len();
    /// let photo = Upload::reader(file).length(length).file_name("photo.jpg");
    /// ```
    pub fn reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::stream(ReaderStream::with_capacity(reader, CHUNK_BYTES))
    }

    /// As [`reader`](Self::reader), of a reader that makes the thread wait. It is read on a thread
    /// of its own, so async clients can send it, too.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking_reader(reader: impl std::io::Read + Send + Unpin + 'static) -> Self {
        Self::stream(reads::Reads::new(reader))
    }
}

/// What one service sends goes on to another as it arrives.
#[cfg(not(target_arch = "wasm32"))]
impl From<super::ByteStream> for Upload {
    fn from(stream: super::ByteStream) -> Self {
        Self::stream(stream)
    }
}
