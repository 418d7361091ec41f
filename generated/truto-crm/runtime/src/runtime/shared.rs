// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! What all calls of one client share, and how the async and the blocking client differ.
//!
//! It must not know any call.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};

use super::DecodeLimits;
use super::auth::Credentials;
use super::clock::Clock;
use super::error::Error;
use super::middleware::Middleware;
use super::retry::{Budget, RetryPolicy};
use super::server::Servers;
use super::settings::Settings;
use super::spec::ServiceSpec;
use super::target::Base;

/// A connection to a service, shared by all that was made from one client. Cheap to clone.
pub struct Http<M: Mode = Async> {
    pub(super) shared: Arc<Shared>,
    pub(super) handle: M::Handle,
}

impl<M: Mode> Http<M> {
    /// A connection as the settings of a builder want it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](super::ErrorKind).
    pub fn new(settings: Settings, spec: &'static ServiceSpec) -> Result<Self, Error> {
        Ok(Self {
            shared: Arc::new(settings.share(spec)?),
            handle: M::handle()?,
        })
    }
}

impl<M: Mode> Clone for Http<M> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            handle: self.handle.clone(),
        }
    }
}

impl<M: Mode> fmt::Debug for Http<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shared.fmt(f)
    }
}

/// How calls are made: [`Async`] or `Blocking`.
pub trait Mode: private::Mode {}

pub(super) mod private {
    use std::fmt::Debug;

    use super::Error;

    pub trait Mode: Clone + Debug + Send + Sync + 'static {
        /// What it takes to make a call.
        type Handle: Clone + Send + Sync + 'static;

        fn handle() -> Result<Self::Handle, Error>;
    }
}

/// Calls are futures.
#[derive(Debug, Clone, Copy)]
pub enum Async {}

impl Mode for Async {}

impl private::Mode for Async {
    type Handle = ();

    fn handle() -> Result<(), Error> {
        Ok(())
    }
}

/// A generated client.
pub trait Service: Sized {
    /// The service.
    #[doc(hidden)]
    const SPEC: &'static ServiceSpec;

    /// How its calls are made.
    #[doc(hidden)]
    type Mode: Mode;

    /// The client over its connection.
    #[doc(hidden)]
    fn from_http(http: Http<Self::Mode>) -> Self;
}

/// What all calls of one client share.
pub(super) struct Shared {
    pub(super) client: reqwest::Client,
    pub(super) middleware: Vec<Arc<dyn Middleware>>,
    pub(super) servers: Servers,
    /// `None`: a browser's own.
    pub(super) user_agent: Option<HeaderValue>,
    pub(super) headers: HeaderMap,
    pub(super) credentials: Credentials,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) retry: RetryPolicy,
    pub(super) retry_budget: Budget,
    pub(super) max_redirects: usize,
    /// Requests may follow redirects to other origins. Not when the connection itself has
    /// credentials: a client certificate, or whatever a foreign `reqwest::Client` was given.
    pub(super) leaves_origin: bool,
    pub(super) max_response_bytes: u64,
    pub(super) decode_limits: DecodeLimits,
    pub(super) validated: bool,
    pub(super) clock: Arc<dyn Clock>,
}

/// Without what may be secret.
impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http")
            .field("base_url", &self.servers.base().map(Base::as_text))
            .field("credentials", &self.credentials)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
