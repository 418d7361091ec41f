// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Middleware: code of the application around each request that is sent.
//!
//! It must not know operations, and it comes after everything that makes a request: what it sees is
//! what is sent.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What each request passes on its way to the service, and each answer on its way back.
///
/// It is asked for every request that goes out, repetitions and redirects among them, in the order in
/// which it was given to `ClientBuilder::middleware`: the first one is the outermost. It may change
/// the request, credentials included, ask for it any number of times, or answer in its place. Time
/// limits hold for it, too, and when a call is dropped, it is.
///
/// Functions are middleware as well, see [`middleware_fn`]. Whoever has a stack of `tower` or of
/// `reqwest-middleware` hands requests to that in place of `next`: its requests and answers are those
/// of `reqwest`.
pub trait Middleware: Send + Sync + 'static {
    /// Passes a request on, or answers it.
    ///
    /// # Errors
    ///
    /// A [`reqwest::Error`] is taken for a failure of the connection and may lead to a repetition; any
    /// other ends the call with [`ErrorKind::Middleware`](super::ErrorKind) and is its source.
    fn handle<'a>(&'a self, request: reqwest::Request, next: Next<'a>) -> Handled<'a>;
}

impl<F> Middleware for F
where
    F: for<'a> Fn(reqwest::Request, Next<'a>) -> Handled<'a> + Send + Sync + 'static,
{
    fn handle<'a>(&'a self, request: reqwest::Request, next: Next<'a>) -> Handled<'a> {
        self(request, next)
    }
}

/// A function as middleware; that it goes through here tells the compiler what it takes.
///
/// ```ignore
/// let client = Client::builder()
///     .middleware(middleware_fn(|mut request, next| {
///         request.headers_mut().insert("x-request-id", next_id());
///         next.run(request)
///     }))
///     .build()?;
/// ```
pub fn middleware_fn<F>(step: F) -> F
where
    F: for<'a> Fn(reqwest::Request, Next<'a>) -> Handled<'a> + Send + Sync + 'static,
{
    step
}

/// The answer to a request that is being sent.
#[cfg(not(target_arch = "wasm32"))]
pub type Handled<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;
/// The answer to a request that is being sent.
#[cfg(target_arch = "wasm32")]
pub type Handled<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

pub(super) type Outcome = Result<reqwest::Response, Box<dyn StdError + Send + Sync>>;

/// What is between a middleware and the service.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    pub(super) client: &'a reqwest::Client,
    pub(super) rest: &'a [Arc<dyn Middleware>],
    pub(super) operation: &'static str,
    pub(super) attempt: u32,
}

impl<'a> Next<'a> {
    /// Sends a request on its way.
    pub fn run(self, request: reqwest::Request) -> Handled<'a> {
        match self.rest.split_first() {
            Some((first, rest)) => first.handle(request, Next { rest, ..self }),
            None => Box::pin(send(self.client, request)),
        }
    }

    /// As [`run`](Self::run), without a box where nothing is in between.
    pub(super) async fn run_unboxed(self, request: reqwest::Request) -> Outcome {
        match self.rest {
            [] => send(self.client, request).await,
            _ => self.run(request).await,
        }
    }

    /// The operation that is called, as errors name it.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Which attempt of the call this is, from 1. Requests after a redirect, or with another token,
    /// belong to the same attempt.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }
}

impl fmt::Debug for Next<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("operation", &self.operation)
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use web::Astray;

#[cfg(not(target_arch = "wasm32"))]
async fn send(client: &reqwest::Client, request: reqwest::Request) -> Outcome {
    // None of the clients that are used here follows a redirect by itself, see `connection`.
    Ok(client.execute(request).await?)
}

#[cfg(target_arch = "wasm32")]
use web::send;

#[cfg(target_arch = "wasm32")]
mod web {
    use std::error::Error as StdError;
    use std::fmt;

    use http::{HeaderMap, StatusCode};

    use super::super::redirect;
    use super::Outcome;

    /// A browser follows redirects whatever it is told, and has carried along what it should not.
    #[derive(Debug)]
    pub(in super::super) struct Astray {
        pub(in super::super) status: StatusCode,
        pub(in super::super) headers: HeaderMap,
    }

    impl fmt::Display for Astray {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the browser followed a redirect to another origin by itself")
        }
    }

    impl StdError for Astray {}

    pub(super) async fn send(client: &reqwest::Client, request: reqwest::Request) -> Outcome {
        let url = request.url().clone();
        let response = client.execute(request).await?;
        match redirect::is_same_origin(response.url(), &url) {
            true => Ok(response),
            false => Err(Box::new(Astray {
                status: response.status(),
                headers: response.headers().clone(),
            })),
        }
    }
}
