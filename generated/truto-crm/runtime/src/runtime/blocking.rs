// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Calls that wait: the same calls, driven by a small runtime that the client owns.
//!
//! It must not know how a call is made; it waits for the async one.

use std::fmt;
use std::future::Future;
use std::io;
use std::sync::Arc;

use bytes::{Buf, Bytes};
use tokio::runtime::{Builder, Handle, Runtime};

use super::answer::Answer;
use super::call::Unsent;
use super::error::{Error, ErrorKind};
use super::response::Response;
use super::shared::{Mode, private};
use super::stream::ByteStream;

/// Calls wait for their answer.
///
/// They cannot be made on a thread that runs async code, where waiting would stop everything else:
/// such a call is an error. `tokio::task::spawn_blocking` counts as such a thread, too; use the
/// async client there.
#[derive(Debug, Clone, Copy)]
pub enum Blocking {}

impl Mode for Blocking {}

impl private::Mode for Blocking {
    type Handle = Driver;

    fn handle() -> Result<Driver, Error> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build();
        let runtime = runtime.map_err(|error| {
            Error::configuration("no thread could be started").with_source(error)
        })?;
        Ok(Driver(Arc::new(Owned(Some(runtime)))))
    }
}

/// Drives the calls of a blocking client.
#[derive(Clone)]
pub struct Driver(Arc<Owned>);

/// A runtime that may be dropped anywhere: `Runtime` itself panics when that is in async code.
struct Owned(Option<Runtime>);

impl Drop for Owned {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Driver {
    pub(super) fn run<F: Future>(
        &self,
        operation: &'static str,
        future: F,
    ) -> Result<F::Output, Error> {
        let refused = |reason| Error::new(ErrorKind::InvalidInput, operation, reason);
        if Handle::try_current().is_ok() {
            return Err(refused(
                "a blocking call inside async code; use the async client there",
            ));
        }
        let runtime = self
            .0
            .0
            .as_ref()
            .ok_or_else(|| refused("the client was shut down"))?;
        Ok(runtime.block_on(future))
    }
}

impl fmt::Debug for Driver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Driver")
    }
}

impl Unsent<Blocking> {
    /// Sends the call, waits, and reads the answer.
    ///
    /// # Errors
    ///
    /// As [`answer`](Self::answer), and for a call inside async code.
    pub fn wait<T: Answer<Blocking>>(self) -> Result<Response<T>, Error> {
        let (driver, operation) = self.driver();
        driver.run(operation, self.answer())?
    }

    /// Sends the call, waits, and gives out the body as it came.
    ///
    /// # Errors
    ///
    /// As [`wait`](Self::wait), without those of decoding.
    pub fn wait_raw(self) -> Result<Response<Bytes>, Error> {
        let (driver, operation) = self.driver();
        driver.run(operation, self.raw())?
    }

    /// Sends the call, waits for the status, and gives out the body to be read as it arrives.
    ///
    /// # Errors
    ///
    /// As [`wait`](Self::wait), without those of decoding; reading has errors of its own.
    pub fn wait_stream(self) -> Result<Response<ByteReader>, Error> {
        let (driver, operation) = self.driver();
        let answer = driver.run(operation, self.raw_stream())??;
        Ok(answer.map(|stream| ByteReader {
            operation,
            driver,
            stream,
            chunk: Bytes::new(),
        }))
    }
}

/// The bytes of an answer as they arrive, decompressed, to be read or taken chunk by chunk. Nothing
/// is buffered whole and nothing limits their number; dropping the reader ends the transfer.
///
/// Ends after the first error.
pub struct ByteReader {
    operation: &'static str,
    driver: Driver,
    stream: ByteStream,
    chunk: Bytes,
}

impl ByteReader {
    fn receive(&mut self) -> Option<Result<Bytes, Error>> {
        let received = self.driver.run(self.operation, self.stream.next());
        received.unwrap_or_else(|error| Some(Err(error)))
    }
}

impl Iterator for ByteReader {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.chunk.is_empty() {
            return self.receive();
        }
        Some(Ok(std::mem::take(&mut self.chunk)))
    }
}

impl io::Read for ByteReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.chunk.is_empty() && !buffer.is_empty() {
            match self.receive() {
                Some(Ok(chunk)) => self.chunk = chunk,
                Some(Err(error)) => return Err(io::Error::other(error)),
                None => return Ok(0),
            }
        }
        let count = buffer.len().min(self.chunk.len());
        self.chunk
            .split_to(count)
            .copy_to_slice(buffer.get_mut(..count).unwrap_or_default());
        Ok(count)
    }
}

impl fmt::Debug for ByteReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteReader")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}
