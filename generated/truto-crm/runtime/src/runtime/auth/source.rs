// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! A bearer token that is obtained when it is needed, and obtained once for all who need it.
//!
//! It must not know what the token is sent with.

use std::error::Error as StdError;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::HeaderValue;

use super::super::clock::Clock;
use super::super::headers;
use super::super::target::Base;
use super::token::Token;
use super::{ClientCredentials, TokenProvider};

/// How long before its end a token is replaced, at most: requests take time.
const MARGIN: Duration = Duration::from_secs(30);

/// How many of the last tokens are kept out of messages.
const RECENT: usize = 4;

/// What it takes to obtain a token.
pub(in super::super) struct Exchange<'a> {
    pub(in super::super) client: &'a reqwest::Client,
    pub(in super::super) base: Option<&'a Base>,
    pub(in super::super) clock: &'a dyn Clock,
}

/// Where the tokens of a scheme come from, and the one that is in use.
pub(super) struct Source {
    origin: Origin,
    state: tokio::sync::Mutex<State>,
    /// How often a token was asked for, whatever came of it.
    asked: AtomicU64,
    recent: Mutex<Vec<String>>,
}

pub(super) enum Origin {
    Client(Box<ClientCredentials>),
    Provider(TokenProvider),
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    failure: Option<Failure>,
}

/// A token in use.
#[derive(Clone)]
pub(in super::super) struct Held {
    /// `Bearer …`
    pub(in super::super) value: HeaderValue,
    /// By the clock; `None` when it is not known.
    expires_at: Option<Duration>,
    number: u64,
}

impl Source {
    pub(super) fn new(origin: Origin) -> Self {
        Self {
            origin,
            state: tokio::sync::Mutex::default(),
            asked: AtomicU64::new(0),
            recent: Mutex::default(),
        }
    }

    /// The token in use, or a new one. Whoever comes while one is being obtained waits for it, and
    /// shares its failure as well.
    pub(super) async fn get(&self, exchange: &Exchange<'_>) -> Result<Held, Failure> {
        let asked_before = self.asked.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        let now = exchange.clock.now();
        let is_fresh = |held: &&Held| held.expires_at.is_none_or(|end| now < end);
        if let Some(held) = state.held.as_ref().filter(is_fresh) {
            return Ok(held.clone());
        }
        let number = self.asked.load(Ordering::Acquire);
        if let Some(failure) = state.failure.as_ref().filter(|_| number != asked_before) {
            return Err(failure.clone());
        }
        let obtained = self.obtain(exchange).await;
        self.asked.store(number.wrapping_add(1), Ordering::Release);
        let held = obtained.and_then(|token| self.hold(&token, now, number));
        state.held = held.as_ref().ok().cloned();
        state.failure = held.as_ref().err().cloned();
        held
    }

    async fn obtain(&self, exchange: &Exchange<'_>) -> Result<Token, Failure> {
        match &self.origin {
            Origin::Client(client) => client.fetch(exchange).await,
            Origin::Provider(provider) => {
                let failed = |error| Failure::new("the token provider failed").with_boxed(error);
                provider.ask().await.map_err(failed)
            }
        }
    }

    /// Makes a token ready. Its life is counted from before it was asked for.
    fn hold(&self, token: &Token, asked_at: Duration, number: u64) -> Result<Held, Failure> {
        let unsendable = || Failure::new("the token has a character that HTTP cannot send");
        let value = headers::value(&format!("Bearer {}", token.text)).ok_or_else(unsendable)?;
        let mut value = value;
        value.set_sensitive(true);
        self.remember(&token.text);
        let end = |life: Duration| asked_at.saturating_add(life - MARGIN.min(life / 10));
        Ok(Held {
            value,
            expires_at: token.expires_in.map(end),
            number,
        })
    }

    /// Drops a token; not one that has taken its place meanwhile.
    pub(super) async fn reject(&self, rejected: &Held) {
        let mut state = self.state.lock().await;
        state.held.take_if(|held| held.number == rejected.number);
    }

    fn remember(&self, token: &str) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if recent.len() >= RECENT {
            recent.remove(0);
        }
        recent.push(token.to_owned());
    }

    /// The last tokens, which must not be shown.
    pub(super) fn recent(&self) -> Vec<String> {
        self.recent
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Why there is no token.
#[derive(Debug, Clone)]
pub(in super::super) struct Failure {
    pub(in super::super) message: String,
    pub(in super::super) retryable: bool,
    pub(in super::super) retry_after: Option<Duration>,
    pub(in super::super) source: Option<Cause>,
}

/// What lies beneath a failure; several calls can hold it.
#[derive(Debug, Clone)]
pub(in super::super) struct Cause(Arc<dyn StdError + Send + Sync>);

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            retryable: false,
            retry_after: None,
            source: None,
        }
    }

    pub(super) fn with_retry(mut self, retryable: bool, retry_after: Option<Duration>) -> Self {
        self.retryable = retryable;
        self.retry_after = retry_after;
        self
    }

    pub(super) fn with_source(self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.with_boxed(Box::new(source))
    }

    fn with_boxed(mut self, source: Box<dyn StdError + Send + Sync>) -> Self {
        self.source = Some(Cause(source.into()));
        self
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for Cause {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}
