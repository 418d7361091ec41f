//! When a request is sent again, and after how long. No test waits: sleeps are recorded.

use std::sync::Arc;
use std::time::Duration;

use specsmith_runtime::{Error, ErrorKind, OperationSpec, RetryPolicy};

use crate::support::clock::Recorder;
use crate::support::server::{Answer, Server};
use crate::support::service::{Client, Note, UpdateNoteSetters, builder};

fn operation(method: &'static str) -> &'static OperationSpec {
    Box::leak(Box::new(OperationSpec {
        id: "op",
        method,
        path: "/p",
        ..OperationSpec::DEFAULT
    }))
}

/// A server that fails some times and then answers.
fn failing(times: usize, failure: impl Fn() -> Answer + Send + Sync + 'static) -> Server {
    Server::start(move |request| {
        if request.number < times {
            failure()
        } else {
            Answer::json(200, r#"{"text":"done"}"#)
        }
    })
}

struct Run {
    result: Result<(), Error>,
    requests: usize,
    slept: Vec<u128>,
}

impl Run {
    fn is_ok(&self) -> bool {
        self.result.is_ok()
    }

    fn error(&self) -> &Error {
        self.result.as_ref().unwrap_err()
    }
}

async fn run<T>(
    server: &Server,
    policy: RetryPolicy,
    call: impl AsyncFnOnce(&Client) -> Result<T, Error>,
) -> Run {
    let clock = Arc::new(Recorder::new(0.5));
    let client = builder(&server.url())
        .clock(clock.clone())
        .retry(policy)
        .build()
        .unwrap();
    let result = call(&client).await.map(drop);
    Run {
        result,
        requests: server.requests().len(),
        slept: clock.slept(),
    }
}

async fn get(client: &Client) -> Result<specsmith_runtime::Value, Error> {
    client.notes().call(operation("GET")).send().await
}

async fn patch(client: &Client) -> Result<Note, Error> {
    client.notes().update("a", "1", Note::new("x")).send().await
}

async fn patch_with_key(client: &Client) -> Result<Note, Error> {
    client
        .notes()
        .update("a", "1", Note::new("x"))
        .idempotency_key("k")
        .send()
        .await
}

#[tokio::test]
async fn waits_double_and_are_random() {
    let policy = RetryPolicy::default().max_attempts(7);
    let run = run(&failing(6, || Answer::status(503)), policy, get).await;
    assert!(run.is_ok());
    // Half of 0.5 s, 1 s, 2 s, 4 s, 8 s and 8 s: the dice always show one half.
    assert_eq!(run.slept, [250, 500, 1000, 2000, 4000, 4000]);
}

#[tokio::test]
async fn the_last_error_is_given_out() {
    let run = run(
        &failing(9, || Answer::status(503)),
        RetryPolicy::default(),
        get,
    )
    .await;
    assert_eq!((run.requests, run.slept.as_slice()), (3, &[250, 500][..]));
    let error = run.error();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 503)
    );
    assert_eq!(
        (error.attempts(), error.is_retryable(), error.retry_after()),
        (3, true, None)
    );
}

#[tokio::test]
async fn retry_after_is_honoured() {
    let seconds = || Answer::status(429).header("Retry-After", "10");
    let run1 = run(&failing(1, seconds), RetryPolicy::default(), patch).await;
    assert!(run1.is_ok());
    assert_eq!(run1.slept, [10_000]);
    // The recorder's clock stands at 08:49:37.
    let date = || Answer::status(503).header("Retry-After", "Sun, 06 Nov 1994 08:49:57 GMT");
    let run2 = run(&failing(1, date), RetryPolicy::default(), get).await;
    assert_eq!(run2.slept, [20_000]);
    let short = || Answer::status(503).header("Retry-After", "0");
    let run3 = run(&failing(1, short), RetryPolicy::default(), get).await;
    assert_eq!(run3.slept, [250]);
}

#[tokio::test]
async fn a_wait_beyond_the_budget_ends_the_call() {
    let long = || Answer::status(429).header("Retry-After", "3600");
    let run1 = run(&failing(1, long), RetryPolicy::default(), patch).await;
    assert_eq!((run1.requests, run1.slept.len()), (1, 0));
    assert_eq!(run1.error().retry_after(), Some(Duration::from_secs(3600)));
    assert!(run1.error().is_retryable());

    let policy = RetryPolicy::default()
        .max_attempts(100)
        .max_elapsed(Duration::from_secs(3));
    let run2 = run(&failing(99, || Answer::status(503)), policy, get).await;
    assert_eq!(run2.slept, [250, 500, 1000]);
}

#[tokio::test]
async fn a_wait_beyond_the_time_of_the_call_ends_it() {
    let server = failing(9, || Answer::status(429).header("Retry-After", "10"));
    let clock = Arc::new(Recorder::new(0.5));
    let client = builder(&server.url()).clock(clock.clone()).build().unwrap();
    let call = client
        .notes()
        .update("a", "1", Note::new("x"))
        .timeout(Duration::from_secs(5));
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), clock.slept().len()), (ErrorKind::Api, 0));
}

/// No key is there that made it safe to repeat.
async fn post(client: &Client) -> Result<specsmith_runtime::Value, Error> {
    client.notes().call(operation("POST")).send().await
}

#[tokio::test]
async fn an_unsafe_request_is_repeated_after_429_only() {
    for (status, requests) in [(429, 2), (502, 1), (500, 1), (404, 1)] {
        let run = run(
            &failing(1, move || Answer::status(status)),
            RetryPolicy::default(),
            post,
        )
        .await;
        assert_eq!(run.requests, requests, "{status}");
    }
    let run1 = run(
        &failing(1, Answer::drop_connection),
        RetryPolicy::default(),
        post,
    )
    .await;
    assert_eq!(run1.requests, 1);
    assert_eq!(run1.error().kind(), ErrorKind::Transport);
    assert!(run1.error().is_retryable() && !run1.error().is_connect());
}

#[tokio::test]
async fn a_key_is_made_once_for_each_call() {
    let server = failing(2, || Answer::status(502));
    let run1 = run(&server, RetryPolicy::default(), patch).await;
    assert!(run1.result.is_ok());
    let keys = |server: &Server| -> Vec<String> {
        let requests = server.requests();
        let keys = requests.iter().map(|it| it.header("idempotency-key"));
        keys.map(|key| key.unwrap().to_owned()).collect()
    };
    let all = keys(&server);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|key| *key == all[0]), "{all:?}");
    // Version 4 and variant of RFC 9562; the dice of these tests always show one half.
    assert_eq!(all[0], "80000000-8000-4800-a000-800000000000");
    // Nothing is repeated: no key is needed.
    let server = failing(0, || Answer::status(502));
    let run1 = run(&server, RetryPolicy::none(), patch).await;
    assert!(run1.result.is_ok());
    assert_eq!(server.requests()[0].header("idempotency-key"), None);
}

#[tokio::test]
async fn keys_of_two_calls_differ() {
    let server = Server::always(200, r#"{"text":"done"}"#);
    let client = Client::builder()
        .base_url(server.url())
        .bearer_token("t")
        .no_proxy()
        .build()
        .unwrap();
    for _ in 0..2 {
        patch(&client).await.unwrap();
    }
    let requests = server.requests();
    let keys: Vec<&str> = requests
        .iter()
        .map(|it| it.header("idempotency-key").unwrap())
        .collect();
    assert_ne!(keys[0], keys[1]);
}

#[tokio::test]
async fn a_client_that_only_fails_stops_to_repeat() {
    let server = failing(usize::MAX, || Answer::status(503));
    let client = builder(&server.url()).retry_budget(3).build().unwrap();
    let mut attempts = Vec::new();
    for _ in 0..4 {
        attempts.push(get(&client).await.unwrap_err().attempts());
    }
    assert_eq!(attempts, [3, 2, 1, 1]);
}

#[tokio::test]
async fn an_idempotency_key_makes_repeating_safe() {
    for (status, requests) in [(429, 2), (502, 2), (500, 1), (404, 1)] {
        let server = failing(1, move || Answer::status(status));
        let run = run(&server, RetryPolicy::default(), patch_with_key).await;
        assert_eq!(run.requests, requests, "{status}");
        assert!(
            server
                .requests()
                .iter()
                .all(|r| r.header("idempotency-key") == Some("k"))
        );
    }
    // Set as a header, it is the same key.
    let by_header = async |client: &Client| {
        let call = client.notes().update("a", "1", Note::new("x"));
        call.header("Idempotency-Key", "k").send().await
    };
    let server = failing(1, || Answer::status(502));
    assert_eq!(
        run(&server, RetryPolicy::default(), by_header)
            .await
            .requests,
        2
    );
    let server = failing(1, Answer::drop_connection);
    assert!(
        run(&server, RetryPolicy::default(), patch_with_key)
            .await
            .is_ok()
    );
    let bodies: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| request.body)
        .collect();
    assert_eq!(bodies, [br#"{"text":"x"}"#, br#"{"text":"x"}"#]);
}

#[tokio::test]
async fn idempotent_methods_are_repeated() {
    for (method, requests) in [
        ("GET", 2),
        ("HEAD", 2),
        ("PUT", 2),
        ("DELETE", 2),
        ("OPTIONS", 2),
        ("POST", 1),
        ("PATCH", 1),
        ("QUERY", 2),
        ("COPY", 1),
    ] {
        for failure in [|| Answer::status(503), Answer::drop_connection] {
            let operation = operation(method);
            let server = failing(1, failure);
            let run = run(&server, RetryPolicy::default(), async |client| {
                client.notes().call(operation).send_raw().await
            });
            assert_eq!(run.await.requests, requests, "{method}");
        }
    }
}

#[tokio::test]
async fn any_request_is_repeated_when_no_connection_came_about() {
    let clock = Arc::new(Recorder::new(0.5));
    let client = builder("http://127.0.0.1:1")
        .clock(clock.clone())
        .build()
        .unwrap();
    let error = patch(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 3));
    assert!(error.is_connect());
    assert_eq!(error.to_string(), "updateNote: no connection");
    assert_eq!(clock.slept(), [250, 500]);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_asked_for_again() {
    let server = failing(1, || {
        Answer::raw(|stream| {
            use std::io::Write;
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"te")
        })
    });
    assert!(run(&server, RetryPolicy::default(), get).await.is_ok());
}

#[tokio::test]
async fn what_repeating_cannot_help_is_not_repeated() {
    for json in ["{", "[]"] {
        let server = Server::always(200, json);
        let run = run(&server, RetryPolicy::default(), async |client| {
            client
                .notes()
                .call(operation("GET"))
                .send()
                .await
                .map(drop)?;
            client.notes().list().send().await.map(drop)
        });
        let run = run.await;
        assert_eq!(run.slept.len(), 0);
    }
}

#[tokio::test]
async fn everything_about_it_can_be_set() {
    let none = run(
        &failing(1, || Answer::status(503)),
        RetryPolicy::none(),
        get,
    )
    .await;
    assert_eq!(none.requests, 1);

    let policy = RetryPolicy::default()
        .base_delay(Duration::from_secs(2))
        .max_delay(Duration::from_secs(3))
        .max_attempts(4);
    let slow = run(&failing(9, || Answer::status(503)), policy, get).await;
    assert_eq!(slow.slept, [1000, 1500, 1500]);

    let policy = RetryPolicy::default().statuses([418]);
    let teapot = run(&failing(1, || Answer::status(418)), policy.clone(), get).await;
    assert!(teapot.is_ok());
    let other = run(&failing(1, || Answer::status(503)), policy, get).await;
    assert!(!other.is_ok() && !other.error().is_retryable());

    let policy = RetryPolicy::default().assume_idempotent();
    assert!(
        run(&failing(2, || Answer::status(502)), policy, patch)
            .await
            .is_ok()
    );

    let server = failing(1, || Answer::status(429));
    let per_call = run(&server, RetryPolicy::default(), async |client| {
        let call = client.notes().update("a", "1", Note::new("x"));
        call.retry(RetryPolicy::none()).send().await
    });
    assert_eq!(per_call.await.requests, 1);
}

#[tokio::test]
async fn the_clock_of_the_machine_waits_and_rolls_dice() {
    let server = failing(2, || Answer::status(503));
    let client = Client::builder()
        .base_url(server.url())
        .no_proxy()
        .retry(RetryPolicy::default().base_delay(Duration::from_millis(20)))
        .build()
        .unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn no_duration_is_too_long() {
    let policy = RetryPolicy::default()
        .base_delay(Duration::MAX)
        .max_delay(Duration::MAX)
        .max_elapsed(Duration::MAX);
    let long = || Answer::status(503).header("Retry-After", "18446744073709551615");
    for chance in [0.0, 0.5, 1.0] {
        let server = failing(1, long);
        let client = builder(&server.url())
            .clock(Arc::new(Recorder::new(chance)))
            .retry(policy.clone())
            .timeout(Duration::MAX)
            .attempt_timeout(Duration::MAX)
            .build()
            .unwrap();
        // The longest wait does not end within the time of the call.
        assert_eq!(get(&client).await.is_ok(), chance < 1.0);
    }
}

#[tokio::test]
async fn an_empty_idempotency_key_is_none() {
    let by_setter = async |client: &Client| {
        let call = client.notes().update("a", "1", Note::new("x"));
        call.idempotency_key("").send().await
    };
    let by_header = async |client: &Client| {
        let call = client.notes().update("a", "1", Note::new("x"));
        call.header("Idempotency-Key", "").send().await
    };
    let server = failing(1, || Answer::status(502));
    let run1 = run(&server, RetryPolicy::default(), by_setter).await;
    assert_eq!(run1.requests, 1);
    let server = failing(1, || Answer::status(502));
    let run1 = run(&server, RetryPolicy::default(), by_header).await;
    assert_eq!(run1.requests, 1);
}
