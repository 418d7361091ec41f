// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! The HTTP client underneath: connections, TLS, proxies.
//!
//! It must not know any service. What it makes never follows a redirect.

use super::error::Error;

#[cfg(not(target_arch = "wasm32"))]
pub use native::Connection;
#[cfg(target_arch = "wasm32")]
pub use web::Connection;

fn refused(what: &str, error: reqwest::Error) -> Error {
    // The URL may hold the password of a proxy.
    Error::configuration(what.to_owned()).with_source(error.without_url())
}

#[cfg(target_arch = "wasm32")]
mod web {
    use super::{Error, refused};

    /// Settings of the connection.
    #[derive(Default)]
    pub struct Connection {
        client: Option<reqwest::Client>,
    }

    impl Connection {
        /// Uses a client of one's own.
        pub fn client(&mut self, client: reqwest::Client) {
            self.client = Some(client);
        }

        pub(in super::super) fn has_no_credentials(&self) -> bool {
            self.client.is_none()
        }

        pub(in super::super) fn connect(self) -> Result<reqwest::Client, Error> {
            let build = || reqwest::Client::builder().build();
            let built = self.client.map_or_else(build, Ok);
            built.map_err(|error| refused("the HTTP client cannot be made", error))
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::time::Duration;

    use reqwest::{Proxy, redirect};

    use super::{Error, refused};

    /// Settings of the connection.
    #[derive(Default)]
    pub struct Connection {
        base: Base,
        /// Time that a connection takes.
        pub connect_timeout: Option<Duration>,
        /// Time in which nothing is received.
        pub read_timeout: Option<Duration>,
        /// URL of the proxy for everything.
        pub proxy: Option<String>,
        /// No proxy, whatever the environment says.
        pub no_proxy: bool,
        /// Nothing compressed by gzip is taken.
        pub no_gzip: bool,
        /// Nothing compressed by Brotli is taken.
        pub no_brotli: bool,
        /// PEM texts.
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        pub roots: Vec<Vec<u8>>,
        /// Chain and private key as PEM texts.
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        pub identity: Option<(Vec<u8>, Vec<u8>)>,
    }

    #[derive(Default)]
    enum Base {
        #[default]
        Ours,
        Builder(Box<reqwest::ClientBuilder>),
        Client(reqwest::Client),
    }

    impl Connection {
        /// Uses a client of one's own.
        pub fn client(&mut self, client: reqwest::Client) {
            self.base = Base::Client(client);
        }

        /// Starts from a builder of one's own.
        pub fn builder(&mut self, builder: reqwest::ClientBuilder) {
            self.base = Base::Builder(Box::new(builder));
        }

        /// The connection itself shows no credentials to whom it reaches, as far as is known.
        pub(in super::super) fn has_no_credentials(&self) -> bool {
            matches!(self.base, Base::Ours) && !self.has_identity()
        }

        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        fn has_identity(&self) -> bool {
            self.identity.is_some()
        }

        #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
        fn has_identity(&self) -> bool {
            false
        }

        pub(in super::super) fn connect(mut self) -> Result<reqwest::Client, Error> {
            let builder = match std::mem::take(&mut self.base) {
                Base::Client(client) => return checked(client),
                Base::Builder(builder) => self.timeouts(*builder, None),
                Base::Ours => self.timeouts(
                    backend(reqwest::Client::builder()),
                    Some((Duration::from_secs(10), Duration::from_secs(30))),
                ),
            };
            let builder = self.tls(self.proxies(self.compression(builder))?)?;
            let built = builder
                .redirect(redirect::Policy::none())
                .referer(false)
                .build();
            built.map_err(|error| refused("the HTTP client cannot be made", error))
        }

        fn timeouts(
            &self,
            mut builder: reqwest::ClientBuilder,
            defaults: Option<(Duration, Duration)>,
        ) -> reqwest::ClientBuilder {
            if let Some(limit) = self
                .connect_timeout
                .or(defaults.map(|(connect, _)| connect))
            {
                builder = builder.connect_timeout(limit);
            }
            if let Some(limit) = self.read_timeout.or(defaults.map(|(_, read)| read)) {
                builder = builder.read_timeout(limit);
            }
            builder
        }

        fn compression(&self, mut builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
            if self.no_gzip {
                builder = builder.no_gzip();
            }
            if self.no_brotli {
                builder = builder.no_brotli();
            }
            builder
        }

        fn proxies(
            &self,
            mut builder: reqwest::ClientBuilder,
        ) -> Result<reqwest::ClientBuilder, Error> {
            if self.no_proxy {
                builder = builder.no_proxy();
            }
            if let Some(url) = &self.proxy {
                let proxy = Proxy::all(url.as_str());
                builder = builder.proxy(proxy.map_err(|e| refused("the proxy is not a URL", e))?);
            }
            Ok(builder)
        }

        #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
        fn tls(&self, builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, Error> {
            Ok(builder)
        }

        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        fn tls(
            &self,
            mut builder: reqwest::ClientBuilder,
        ) -> Result<reqwest::ClientBuilder, Error> {
            for pem in &self.roots {
                let roots = reqwest::Certificate::from_pem_bundle(pem);
                let roots =
                    roots.map_err(|e| refused("the root certificates cannot be read", e))?;
                if roots.is_empty() {
                    return Err(Error::configuration(
                        "the root certificates hold no certificate",
                    ));
                }
                builder = builder.tls_certs_merge(roots);
            }
            if let Some((chain, key)) = &self.identity {
                let identity = identity(chain, key);
                let identity =
                    identity.map_err(|e| refused("the client certificate cannot be read", e))?;
                builder = builder.identity(identity);
            }
            Ok(builder)
        }
    }

    /// With both features, rustls is used: it is the one that behaves the same everywhere.
    #[cfg(feature = "rustls")]
    fn backend(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
        builder.tls_backend_rustls()
    }

    #[cfg(not(feature = "rustls"))]
    fn backend(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
        builder
    }

    #[cfg(feature = "rustls")]
    fn identity(chain: &[u8], key: &[u8]) -> reqwest::Result<reqwest::Identity> {
        reqwest::Identity::from_pem(&[chain, b"\n", key].concat())
    }

    #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
    fn identity(chain: &[u8], key: &[u8]) -> reqwest::Result<reqwest::Identity> {
        reqwest::Identity::from_pkcs8_pem(chain, key)
    }

    /// Takes a client that follows no redirects, and no other.
    ///
    /// Its policy can be seen in its `Debug` form only. Should that form change, every client is
    /// refused: nothing leaks, and a test of this crate fails.
    fn checked(client: reqwest::Client) -> Result<reqwest::Client, Error> {
        if format!("{client:?}").contains("redirect_policy: \"Policy(None)\"") {
            return Ok(client);
        }
        Err(Error::configuration(
            "the HTTP client follows redirects by itself and would carry credentials along; build \
             it with `.redirect(reqwest::redirect::Policy::none())` or give its builder to \
             `http_client_builder`",
        ))
    }
}
