// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! One request and the redirects behind it.
//!
//! It must not know how often a call is made or what becomes of the answer.

use std::error::Error as StdError;
use std::sync::atomic::Ordering::Relaxed;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::error::{Error, ErrorKind};
use super::headers;
use super::middleware::Next;
use super::redirect::{self, Hop};
use super::response::Received;
use super::send::Call;
use super::trace;

impl Call<'_> {
    /// Sends the request with these headers and follows redirects as far as that is safe. Gives out the answer and
    /// how the last request was sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Transport`], [`ErrorKind::Timeout`], [`ErrorKind::Redirect`].
    pub(super) async fn follow(&self, all: &HeaderMap) -> Result<(reqwest::Response, Hop), Error> {
        let mut hop = Hop {
            url: self.parts.url.clone(),
            method: self.parts.method.clone(),
            body: true,
            foreign: false,
        };
        let mut hops = 0;
        // Those that are left when the request has left its origin or lost its body.
        let mut fewer: Option<HeaderMap> = None;
        loop {
            let headers = fewer.as_ref().unwrap_or(all);
            let response = self.send(&hop, headers).await?;
            hop = match self.next(&response, &hop, hops) {
                None => return Ok((response, hop)),
                Some(Err(reason)) => {
                    let (status, headers) = (response.status(), response.headers().clone());
                    return Err(self.astray(status, headers, reason));
                }
                Some(Ok(next)) => next,
            };
            if hop.foreign {
                fewer = Some(headers::harmless(headers));
            } else if !hop.body {
                fewer = Some(headers::without_body(headers));
            }
            hops += 1;
        }
    }

    async fn send(&self, hop: &Hop, headers: &HeaderMap) -> Result<reqwest::Response, Error> {
        let mut request = reqwest::Request::new(hop.method.clone(), hop.url.clone());
        *request.headers_mut() = headers.clone();
        if let Some(payload) = self.parts.body.as_ref().filter(|_| hop.body) {
            let gone = || {
                let reason = "the stream in the body was sent before";
                Error::new(ErrorKind::InvalidInput, self.operation.id, reason)
            };
            let listener = self.listeners.and_then(|it| it.sent.as_ref());
            *request.body_mut() = Some(payload.body(listener).ok_or_else(gone)?);
        }
        let next = Next {
            client: &self.shared.client,
            rest: &self.shared.middleware,
            operation: self.operation.id,
            attempt: self.attempt.load(Relaxed),
        };
        let sent = trace::run(next, request, self).await;
        sent.map_err(|error| {
            self.unanswered(error)
                .with_processed(self.is_processed(hop))
        })
    }

    fn unanswered(&self, error: Box<dyn StdError + Send + Sync>) -> Error {
        let error = match error.downcast::<reqwest::Error>() {
            Ok(error) => return Error::transport(self.operation.id, *error),
            Err(other) => other,
        };
        #[cfg(target_arch = "wasm32")]
        let error = match error.downcast::<super::middleware::Astray>() {
            Ok(astray) => {
                let reason = astray.to_string();
                return self.astray(astray.status, astray.headers, reason);
            }
            Err(other) => other,
        };
        let reason = "a middleware gave up";
        Error::new(ErrorKind::Middleware, self.operation.id, reason).with_source(error)
    }

    /// The request itself was answered by a redirect that turned it into another: whatever becomes
    /// of that, the service has done what was asked.
    pub(super) fn is_processed(&self, hop: &Hop) -> bool {
        hop.method != self.parts.method
    }

    fn next(
        &self,
        response: &reqwest::Response,
        last: &Hop,
        hops: usize,
    ) -> Option<Result<Hop, String>> {
        let limit = self.shared.max_redirects;
        if limit == 0 {
            return None;
        }
        let next = redirect::next(
            response.status(),
            response.headers(),
            last,
            &self.parts.method,
        )?;
        Some(next.and_then(|mut next| {
            if hops >= limit {
                return Err(format!("redirected more than {limit} times"));
            }
            if next.foreign {
                if !self.shared.leaves_origin {
                    let target = next.url.origin().ascii_serialization();
                    return Err(format!("redirected to another origin, {target}"));
                }
                let credentials = &self.shared.credentials;
                redirect::without_credentials(&mut next.url, |name, value| {
                    credentials.is_in_query(name, value)
                });
            }
            Ok(next)
        }))
    }

    fn astray(&self, status: StatusCode, headers: HeaderMap, reason: String) -> Error {
        let message = format!("{}: {reason}", status.as_u16());
        let received = Received {
            status,
            headers,
            body: Bytes::new(),
        };
        Error::new(ErrorKind::Redirect, self.operation.id, message).with_received(received)
    }
}
