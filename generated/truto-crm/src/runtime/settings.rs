// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Settings of a client: their defaults, and the checks that make them what calls share.
//!
//! It must not know any operation.

use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use super::DecodeLimits;
use super::auth::{Credentials, Given};
use super::clock::{Clock, SystemClock};
use super::connection::Connection;
use super::error::Error;
use super::headers;
use super::middleware::Middleware;
use super::retry::{Budget, RetryPolicy};
use super::server::{Choice, Servers};
use super::shared::Shared;
use super::spec::ServiceSpec;

/// Most bytes of an answer that is read whole: 64 MiB.
const MAX_RESPONSE_BYTES: u64 = 64 * 1024 * 1024;

/// Everything that a builder can be told.
pub(super) struct Settings {
    pub(super) server: Choice,
    pub(super) user_agent: Option<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) given: Given,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) retry: RetryPolicy,
    pub(super) retry_budget: u32,
    pub(super) max_redirects: usize,
    pub(super) max_response_bytes: u64,
    pub(super) decode_limits: DecodeLimits,
    pub(super) validated: bool,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) connection: Connection,
    pub(super) middleware: Vec<Arc<dyn Middleware>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            server: Choice::default(),
            user_agent: None,
            headers: Vec::new(),
            given: Given::default(),
            timeout: None,
            attempt_timeout: Some(Duration::from_secs(60)),
            retry: RetryPolicy::default(),
            retry_budget: Budget::DEFAULT,
            max_redirects: 10,
            max_response_bytes: MAX_RESPONSE_BYTES,
            decode_limits: DecodeLimits::default(),
            validated: false,
            clock: Arc::new(SystemClock::new()),
            connection: Connection::default(),
            middleware: Vec::new(),
        }
    }
}

impl Settings {
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](super::ErrorKind).
    pub(super) fn share(self, spec: &'static ServiceSpec) -> Result<Shared, Error> {
        let servers = Servers::new(self.server, spec.servers).map_err(Error::configuration)?;
        let mut more = HeaderMap::new();
        for (name, value) in &self.headers {
            let (name, value) = headers::extra(name, value).map_err(Error::configuration)?;
            more.insert(name, value);
        }
        // A browser sends its own, and asks the server's leave for any other.
        let own = Some(spec.user_agent).filter(|_| cfg!(not(target_arch = "wasm32")));
        let user_agent = self.user_agent.as_deref().or(own).map(|text| {
            headers::value(text).ok_or_else(|| {
                Error::configuration("the user agent has a character that HTTP cannot send")
            })
        });
        let user_agent = user_agent.transpose()?;
        let leaves_origin = self.connection.has_no_credentials();
        Ok(Shared {
            servers,
            user_agent,
            headers: more,
            credentials: Credentials::new(&self.given, spec)?,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            retry: self.retry,
            retry_budget: Budget::new(self.retry_budget),
            max_redirects: self.max_redirects,
            leaves_origin,
            max_response_bytes: self.max_response_bytes,
            decode_limits: self.decode_limits,
            validated: self.validated,
            clock: self.clock,
            client: self.connection.connect()?,
            middleware: self.middleware,
        })
    }
}
