// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Settings of a client: their defaults, and the checks that make them what calls share.
//!
//! It must not know any operation.

use std::fmt;
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
use super::target::Base;

/// Most bytes of an answer that is read whole: 64 MiB.
const MAX_RESPONSE_BYTES: u64 = 64 * 1024 * 1024;

/// Everything that a builder can be told.
pub struct Settings {
    /// Where calls go.
    pub server: Choice,
    /// `User-Agent`, in place of that of the service.
    pub user_agent: Option<String>,
    /// Headers of every request.
    pub headers: Vec<(String, String)>,
    /// Credentials.
    pub given: Given,
    /// Time of a call.
    pub timeout: Option<Duration>,
    /// Time of an attempt.
    pub attempt_timeout: Option<Duration>,
    /// How calls are repeated.
    pub retry: RetryPolicy,
    /// Repetitions that all calls together may be ahead of what succeeds.
    pub retry_budget: u32,
    /// Most redirects that are followed.
    pub max_redirects: usize,
    /// Most bytes of an answer that is read whole.
    pub max_response_bytes: u64,
    /// How much the decoder takes.
    pub decode_limits: DecodeLimits,
    /// The rules of the description are checked before sending.
    pub validated: bool,
    /// Where time and chance come from.
    pub clock: Arc<dyn Clock>,
    /// Settings of the connection.
    pub connection: Connection,
    /// Steps around each request, the outermost first.
    pub middleware: Vec<Arc<dyn Middleware>>,
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

/// Without what may be secret.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = self.server.base_url.as_deref();
        let base_url = base_url.and_then(|url| Base::new(url).ok());
        f.debug_struct("ClientBuilder")
            .field("base_url", &base_url.map(|base| base.as_text()))
            .field("credentials", &self.given)
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
