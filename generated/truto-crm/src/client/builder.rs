// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! The builder of clients: settings in, a checked client out.
//!
//! Each crate has it for itself, also where crates share a runtime: a crate adds methods of its own to
//! it, which only the crate of a type can. It must not know any operation.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use crate::runtime::{
    ClientCredentials, Clock, DecodeLimits, Error, Http, Middleware, RetryPolicy, Secret,
    ServerSpec, Service, Settings, Token, TokenProvider,
};

/// Makes clients.
///
/// What it is given is checked by [`build`](Self::build).
#[must_use = "a builder makes nothing until `build`"]
pub struct ClientBuilder<S> {
    settings: Settings,
    client: PhantomData<fn() -> S>,
}

impl<S: Service> ClientBuilder<S> {
    #[doc(hidden)]
    #[allow(
        clippy::new_without_default,
        reason = "reached through `Client::builder`"
    )]
    pub fn new() -> Self {
        Self {
            settings: Settings::default(),
            client: PhantomData,
        }
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind): the base URL is not one, a credential cannot
    /// be sent, a certificate cannot be read, ….
    pub fn build(self) -> Result<S, Error> {
        Ok(S::from_http(Http::new(self.settings, S::SPEC)?))
    }

    /// Calls another server than the one of the description: `https://host/prefix`, without query
    /// and fragment.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.server.base_url = Some(url.into());
        self
    }

    /// Calls this one of the servers of the description. A base URL comes before it.
    pub fn server(mut self, server: &'static ServerSpec) -> Self {
        self.settings.server.server = Some(server);
        self
    }

    /// The value of a variable, in the URL of every server that has it.
    #[doc(hidden)]
    pub fn server_variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.settings.server.variables.push((name, value.into()));
        self
    }

    /// The token for operations that want a bearer token.
    pub fn bearer_token(mut self, token: impl Into<String>) -> Self {
        self.settings.given.bearer = Some(Secret::from(token.into()));
        self
    }

    /// A function that gives out the token for operations that want a bearer token. It is called
    /// when there is none yet, shortly before one expires, and once more after a 401; calls at the
    /// same time share its answer.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn token_provider<F, T, E>(mut self, ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + Send + 'static,
        T: Into<Token>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        self.settings.given.bearer = Some(TokenProvider::new(ask).into());
        self
    }

    /// A function that gives out the token for operations that want a bearer token. It is called
    /// when there is none yet, shortly before one expires, and once more after a 401; calls at the
    /// same time share its answer.
    #[cfg(target_arch = "wasm32")]
    pub fn token_provider<F, T, E>(mut self, ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + 'static,
        T: Into<Token>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        self.settings.given.bearer = Some(TokenProvider::new(ask).into());
        self
    }

    /// Id and secret that tokens are fetched for, for operations that want one of OAuth 2.0.
    pub fn client_credentials(mut self, client: ClientCredentials) -> Self {
        self.settings.given.client = Some(client);
        self
    }

    /// User and password for operations that want Basic authentication.
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.settings.given.basic = Some(Secret::from((user, password)));
        self
    }

    /// The credential for the security scheme of this name. It comes before one that was given for
    /// all schemes of its kind.
    pub fn credential(mut self, scheme: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.settings.given.own.push((scheme.into(), secret.into()));
        self
    }

    /// Puts a step of one's own around each request that is sent: the first one that is given is the
    /// outermost.
    pub fn middleware(mut self, middleware: impl Middleware) -> Self {
        self.settings.middleware.push(Arc::new(middleware));
        self
    }

    /// Makes calls that need credentials without those that were not given. Otherwise they are
    /// refused before sending.
    pub fn without_credentials(mut self) -> Self {
        self.settings.given.optional = true;
        self
    }

    /// A header for every request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.headers.push((name.into(), value.into()));
        self
    }

    /// `User-Agent`, in place of name and version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.settings.user_agent = Some(user_agent.into());
        self
    }

    /// Limits the time of each call: all attempts, the waits between them and, unless the body is
    /// streamed, its arrival. Default: none.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// Limits the time of each attempt in the same way. Default: 60 s.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = Some(timeout);
        self
    }

    /// How calls are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// How many repetitions all calls of this client together may be ahead of what succeeds: each
    /// repetition takes one, each success gives a tenth back. When none is left, calls fail at once
    /// with what went wrong. So a service that is down is not asked several times as often as
    /// before. Default: 100.
    pub fn retry_budget(mut self, repetitions: u32) -> Self {
        self.settings.retry_budget = repetitions;
        self
    }

    /// Most redirects that are followed; 0 makes every redirect the answer. Default: 10. Whatever
    /// the number: neither credentials nor bodies nor headers of the caller go to another origin, and
    /// what another origin answers is taken for the answer to GET and HEAD only. A POST is not turned
    /// into a GET, but for 303 within the origin.
    pub fn max_redirects(mut self, redirects: usize) -> Self {
        self.settings.max_redirects = redirects;
        self
    }

    /// Most bytes of an answer that is read whole, counted after decompression. Default: 64 MiB.
    /// Streams have no limit.
    pub fn max_response_bytes(mut self, bytes: u64) -> Self {
        self.settings.max_response_bytes = bytes;
        self
    }

    /// How much the decoder takes.
    pub fn decode_limits(mut self, limits: DecodeLimits) -> Self {
        self.settings.decode_limits = limits;
        self
    }

    /// Checks the rules of the description before sending, on every call.
    pub fn validated(mut self) -> Self {
        self.settings.validated = true;
        self
    }

    /// Where time and chance come from; for tests.
    #[doc(hidden)]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Uses a client of one's own, with its pool of connections, TLS and proxies. Settings of this
    /// builder about the connection then have no effect.
    ///
    /// It has to be built with `redirect(reqwest::redirect::Policy::none())`; `build` refuses any
    /// other. A client that follows redirects by itself carries API keys and bodies to wherever it
    /// is sent. Redirects within the origin are followed by this crate, redirects to others are
    /// errors, since the client may have credentials of its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.settings.connection.client(client);
        self
    }

    /// Uses a client of one's own. In a browser, `fetch` follows redirects itself: a redirect to
    /// another origin is an error, but the browser has already followed it.
    #[cfg(target_arch = "wasm32")]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.settings.connection.client(client);
        self
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<S: Service> ClientBuilder<S> {
    /// Starts from a `reqwest::ClientBuilder` of one's own. The settings of this builder are made
    /// on it, and its redirect policy is replaced: this crate follows redirects itself, and to
    /// other origins not at all, since the client may have credentials of its own.
    pub fn http_client_builder(mut self, builder: reqwest::ClientBuilder) -> Self {
        self.settings.connection.builder(builder);
        self
    }

    /// Limits the time that a connection takes. Default: 10 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connection.connect_timeout = Some(timeout);
        self
    }

    /// Limits the time in which nothing is received, streams included. Default: 30 s.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connection.read_timeout = Some(timeout);
        self
    }

    /// Sends everything through this proxy, `http://user:password@host:port`, in place of those
    /// that the environment names.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.settings.connection.proxy = Some(url.into());
        self
    }

    /// Uses no proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.settings.connection.no_proxy = true;
        self
    }

    /// Takes answers that are not compressed by gzip only.
    pub fn no_gzip(mut self) -> Self {
        self.settings.connection.no_gzip = true;
        self
    }

    /// Takes answers that are not compressed by Brotli only.
    pub fn no_brotli(mut self) -> Self {
        self.settings.connection.no_brotli = true;
        self
    }

    /// Trusts the certificates in this PEM text, beside those of the system.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.settings.connection.roots.push(pem.into());
        self
    }

    /// Shows this certificate to servers that ask for one: the chain and its private key (PKCS #8),
    /// both as PEM text. Redirects to other origins are errors then.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn client_certificate(
        mut self,
        chain: impl Into<Vec<u8>>,
        private_key: impl Into<Vec<u8>>,
    ) -> Self {
        self.settings.connection.identity = Some((chain.into(), private_key.into()));
        self
    }
}

impl<S> fmt::Debug for ClientBuilder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(f)
    }
}
