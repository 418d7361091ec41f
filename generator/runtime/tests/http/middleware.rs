//! Steps of the application around each request.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

use reqwest::Request;
use specsmith_runtime::{
    Bytes, ErrorKind, Handled, HeaderMap, Middleware, Next, OperationSpec, RetryPolicy, StatusCode,
    Value, middleware_fn,
};

use crate::support::server::{Answer, Server};
use crate::support::service::{Note, builder};

static GET: OperationSpec = OperationSpec {
    id: "get",
    path: "/",
    ..OperationSpec::DEFAULT
};

/// Signs what is sent by a checksum of all of it.
struct Signing {
    key: u8,
}

impl Signing {
    fn sign(&self, request: &Request) -> String {
        let body = request.body().and_then(reqwest::Body::as_bytes);
        let text = [request.method().as_str(), request.url().path()].concat();
        let all = text.bytes().chain(body.unwrap_or_default().iter().copied());
        let sum = all.fold(u32::from(self.key), |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(byte.into())
        });
        format!("{sum:08x}")
    }
}

impl Middleware for Signing {
    fn handle<'a>(&'a self, mut request: Request, next: Next<'a>) -> Handled<'a> {
        let signature = self.sign(&request).parse().unwrap();
        request.headers_mut().insert("signature", signature);
        next.run(request)
    }
}

#[tokio::test]
async fn a_signing_header() {
    let server = Server::always(200, r#"{"text":"x"}"#);
    let client = builder(&server.url());
    let client = client.middleware(Signing { key: 7 }).build().unwrap();
    let call = client.notes().update("a", "1", Note::new("x"));
    call.send().await.unwrap();
    let sent = server.request();
    let all = ["PATCH", &sent.target].concat();
    let all = all.bytes().chain(sent.body.iter().copied());
    let sum = all.fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(byte.into())
    });
    assert_eq!(sent.header("signature"), Some(&*format!("{sum:08x}")));
}

type Kept = (StatusCode, HeaderMap, Bytes);

/// Keeps answers to GET for ever.
#[derive(Default)]
struct Cache {
    kept: Mutex<BTreeMap<String, Kept>>,
}

fn response((status, headers, body): Kept) -> reqwest::Response {
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.into()
}

impl Middleware for Cache {
    fn handle<'a>(&'a self, request: Request, next: Next<'a>) -> Handled<'a> {
        Box::pin(async move {
            let url = request.url().to_string();
            let kept = self.kept.lock().unwrap().get(&url).cloned();
            if let Some(kept) = kept {
                return Ok(response(kept));
            }
            let answer = next.run(request).await?;
            let (status, headers) = (answer.status(), answer.headers().clone());
            let kept = (status, headers, answer.bytes().await?);
            self.kept.lock().unwrap().insert(url, kept.clone());
            Ok(response(kept))
        })
    }
}

#[tokio::test]
async fn a_cache() {
    let server = Server::always(200, r#"{"n":1}"#);
    let client = builder(&server.url());
    let client = client.middleware(Cache::default()).build().unwrap();
    for _ in 0..3 {
        let answer = client.notes().call(&GET).send().await.unwrap();
        assert_eq!(answer["n"], 1);
    }
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_first_is_the_outermost_and_each_request_passes() {
    let server = Server::start(|request| match request.number {
        0 => Answer::status(503),
        1 => Answer::redirect(307, "/elsewhere"),
        _ => Answer::json(200, "{}"),
    });
    let seen = Arc::new(Mutex::new(Vec::new()));
    let step = |name: &'static str| {
        let seen = Arc::clone(&seen);
        middleware_fn(move |request, next| {
            let path = request.url().path().to_owned();
            let said = format!("{name} {} {} {path}", next.operation(), next.attempt());
            seen.lock().unwrap().push(said);
            next.run(request)
        })
    };
    let client = builder(&server.url())
        .middleware(step("a"))
        .middleware(step("b"))
        .build()
        .unwrap();
    client.notes().call(&GET).send().await.unwrap();
    let seen = seen.lock().unwrap().clone();
    assert_eq!(
        seen,
        [
            "a get 1 /",
            "b get 1 /",
            "a get 2 /",
            "b get 2 /",
            "a get 2 /elsewhere",
            "b get 2 /elsewhere"
        ]
    );
}

#[tokio::test]
async fn a_failure_ends_the_call() {
    let server = Server::always(200, "{}");
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let refuse = middleware_fn(move |_, _| {
        counted.fetch_add(1, SeqCst);
        Box::pin(async { Err("the till is closed".into()) })
    });
    let client = builder(&server.url()).middleware(refuse).build().unwrap();
    let call = client.notes().call(&GET);
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Middleware);
    assert_eq!(error.to_string(), "get: a middleware gave up");
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the till is closed");
    assert_eq!((asked.load(SeqCst), server.requests().len()), (1, 0));
}

#[tokio::test]
async fn a_failed_connection_is_still_repeated() {
    let server = Server::start(|request| match request.number {
        0 => Answer::drop_connection(),
        _ => Answer::json(200, "{}"),
    });
    let client = builder(&server.url())
        .middleware(middleware_fn(|request, next| next.run(request)))
        .build()
        .unwrap();
    client.notes().call(&GET).send().await.unwrap();
    assert_eq!(server.requests().len(), 2);
}

/// Whoever has a stack of `tower` sends through that: requests and answers are those of `reqwest`.
struct Tower<S>(S);

impl<S> Middleware for Tower<S>
where
    S: tower_service::Service<Request, Response = reqwest::Response, Error = reqwest::Error>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    fn handle<'a>(&'a self, request: Request, _: Next<'a>) -> Handled<'a> {
        let mut service = self.0.clone();
        Box::pin(async move {
            std::future::poll_fn(|context| service.poll_ready(context)).await?;
            Ok(service.call(request).await?)
        })
    }
}

#[tokio::test]
async fn a_stack_of_tower() {
    let server = Server::always(200, "{}");
    // A client of `reqwest` is a service itself, and so is whatever layers lie around it.
    let stack = reqwest::Client::builder().no_proxy().build().unwrap();
    let client = builder(&server.url()).retry(RetryPolicy::none());
    let client = client.middleware(Tower(stack)).build().unwrap();
    let answer: Value = client.notes().call(&GET).send().await.unwrap();
    assert_eq!(answer, serde_json::json!({}));
    assert_eq!(server.requests().len(), 1);
}
