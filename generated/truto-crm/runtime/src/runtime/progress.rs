// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! How far the body of a request or of an answer has come, for callers that want to know.
//!
//! It must not know where bytes come from or go to.

use std::fmt;
use std::sync::Arc;

/// How far a body has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes so far.
    pub bytes: u64,
    /// Bytes in all, where that is known: not of a stream without a length, and not of an answer
    /// that is compressed.
    pub total: Option<u64>,
}

/// Whom to tell.
#[derive(Clone)]
pub(super) struct Listener(Arc<dyn Fn(Progress) + Send + Sync>);

impl Listener {
    pub(super) fn new(listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self(Arc::new(listener))
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Listener")
    }
}

/// Counts the bytes of one body for a listener.
#[derive(Debug)]
pub(super) struct Meter {
    listener: Listener,
    progress: Progress,
}

impl Meter {
    pub(super) fn new(listener: &Listener, total: Option<u64>) -> Self {
        Self {
            listener: listener.clone(),
            progress: Progress { bytes: 0, total },
        }
    }

    /// So many bytes more.
    pub(super) fn add(&mut self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.progress.bytes = self.progress.bytes.saturating_add(bytes);
        (self.listener.0)(self.progress);
    }
}
