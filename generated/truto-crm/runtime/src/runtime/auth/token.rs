// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Bearer tokens, and a function of the caller's that provides them.
//!
//! It must not know when a token is asked for.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// A bearer token (RFC 6750).
#[derive(Clone)]
pub struct Token {
    pub(super) text: String,
    pub(super) expires_in: Option<Duration>,
}

impl Token {
    /// A token whose life is not known: it is used until the service answers with 401.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            expires_in: None,
        }
    }

    /// A token that is good for this long from now. Another one is obtained shortly before.
    #[must_use]
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.expires_in = Some(life);
        self
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Token {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// Without the token itself.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expires_in", &self.expires_in)
            .finish_non_exhaustive()
    }
}

/// Why a provider has no token.
pub(super) type Refusal = Box<dyn StdError + Send + Sync>;

#[cfg(not(target_arch = "wasm32"))]
type Asked = Pin<Box<dyn Future<Output = Result<Token, Refusal>> + Send>>;
#[cfg(target_arch = "wasm32")]
type Asked = Pin<Box<dyn Future<Output = Result<Token, Refusal>>>>;

/// Where bearer tokens come from: an async function of the caller's.
///
/// It is asked when there is no token yet, shortly before one expires, and once more when the
/// service answers with 401. Calls that need a token at the same time share one answer.
#[derive(Clone)]
pub struct TokenProvider(Arc<dyn Fn() -> Asked + Send + Sync>);

impl TokenProvider {
    /// A provider that calls this function.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new<F, T, E>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + Send + 'static,
        T: Into<Token>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self(Arc::new(move || {
            let asked = ask();
            Box::pin(async move { asked.await.map(Into::into).map_err(Into::into) })
        }))
    }

    /// A provider that calls this function.
    #[cfg(target_arch = "wasm32")]
    pub fn new<F, T, E>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + 'static,
        T: Into<Token>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self(Arc::new(move || {
            let asked = ask();
            Box::pin(async move { asked.await.map(Into::into).map_err(Into::into) })
        }))
    }

    pub(super) async fn ask(&self) -> Result<Token, Refusal> {
        (self.0)().await
    }
}

impl fmt::Debug for TokenProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenProvider")
    }
}
