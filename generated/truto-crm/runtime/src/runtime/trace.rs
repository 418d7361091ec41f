// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Spans of requests, with the names that OpenTelemetry gives their fields (semantic conventions for
//! HTTP client spans), where the feature `tracing` is on.
//!
//! It must not know what is asked for, and writes no credential.

use super::middleware::{Next, Outcome};
use super::send::Call;

/// Sends a request on its way.
#[cfg(not(feature = "tracing"))]
pub(super) async fn run(next: Next<'_>, request: reqwest::Request, _: &Call<'_>) -> Outcome {
    next.run_unboxed(request).await
}

/// Sends a request on its way, inside a span of its own.
#[cfg(feature = "tracing")]
pub(super) async fn run(next: Next<'_>, request: reqwest::Request, call: &Call<'_>) -> Outcome {
    use tracing::Instrument;

    let span = span(&next, &request, call);
    let inside = span.clone();
    let answer = async move {
        let answer = next.run_unboxed(request).await;
        match &answer {
            Ok(response) => {
                let status = response.status();
                inside.record("http.response.status_code", status.as_u16());
                if status.is_client_error() || status.is_server_error() {
                    inside.record("error.type", status.as_str());
                    inside.record("otel.status_code", "ERROR");
                }
            }
            Err(error) => {
                inside.record("error.type", kind(error.as_ref()));
                inside.record("otel.status_code", "ERROR");
            }
        }
        answer
    };
    answer.instrument(span).await
}

#[cfg(feature = "tracing")]
fn span(next: &Next<'_>, request: &reqwest::Request, call: &Call<'_>) -> tracing::Span {
    use tracing::field::Empty;

    let (method, url) = (request.method().as_str(), request.url());
    let template = call.operation.path;
    let resent = next.attempt().saturating_sub(1);
    let span = tracing::info_span!(
        "HTTP",
        otel.name = format!("{method} {template}"),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = method,
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        server.address = url.host_str().unwrap_or_default(),
        server.port = url.port_or_known_default(),
        url.full = call.redact(bare(url)),
        url.template = template,
        error.type = Empty,
        operation = call.operation.id,
    );
    if resent > 0 {
        span.record("http.request.resend_count", resent);
    }
    span
}

#[cfg(feature = "tracing")]
fn kind(error: &(dyn std::error::Error + 'static)) -> &'static str {
    match error.downcast_ref::<reqwest::Error>() {
        Some(error) if error.is_timeout() => "timeout",
        Some(error) if error.is_connect() => "connect",
        Some(_) => "transport",
        None => "middleware",
    }
}

/// A URL without what stands before its host.
#[cfg(feature = "tracing")]
fn bare(url: &reqwest::Url) -> String {
    let mut url = url.clone();
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}
