//! Time limits. They pass in real time, so they are short.

use std::io::Write;
use std::thread::sleep;
use std::time::{Duration, Instant};

use specsmith_runtime::{Error, ErrorKind, RetryPolicy};

use crate::support::server::{Answer, Server};
use crate::support::service::{Note, UpdateNoteSetters, builder, client};

const SHORT: Duration = Duration::from_millis(100);
const LONG: Duration = Duration::from_secs(5);

/// A server that sends a head at once and then one byte at a time.
fn slow(pause: Duration) -> Server {
    Server::start(move |_| {
        Answer::raw(move |stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")?;
            for _ in 0..1000 {
                stream.write_all(b" ")?;
                sleep(pause);
            }
            Ok(())
        })
    })
}

fn silent() -> Server {
    Server::start(|_| {
        sleep(LONG);
        Answer::drop_connection()
    })
}

#[track_caller]
fn assert_timeout(error: &Error, began: Instant, message: &str) {
    assert!(began.elapsed() < LONG / 2);
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(error.to_string(), message);
}

#[tokio::test]
async fn a_call_has_its_time() {
    let began = Instant::now();
    let call = client(&silent().url()).notes().list().timeout(SHORT);
    let error = call.send().await.unwrap_err();
    assert_timeout(&error, began, "listNotes: not done within 100ms");
    // A body that trickles does not stretch it.
    let server = slow(Duration::from_millis(10));
    let began = Instant::now();
    let error = client(&server.url())
        .notes()
        .list()
        .timeout(SHORT)
        .send()
        .await
        .unwrap_err();
    assert_timeout(&error, began, "listNotes: not done within 100ms");
}

#[tokio::test]
async fn the_limit_that_was_set_is_named_after_a_repetition() {
    let server = Server::start(|request| {
        if request.number == 0 {
            return Answer::json(429, "{}").header("Retry-After", "1");
        }
        sleep(LONG);
        Answer::drop_connection()
    });
    let limit = Duration::from_millis(1_300);
    let client = builder(&server.url()).timeout(limit).build().unwrap();
    let began = Instant::now();
    let error = client.notes().list().send().await.unwrap_err();
    assert_timeout(&error, began, "listNotes: not done within 1.3s");
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn an_attempt_has_its_time() {
    let server = Server::start(|request| {
        if request.number == 0 {
            sleep(LONG);
        }
        Answer::json(200, "[]")
    });
    let client = builder(&server.url())
        .attempt_timeout(SHORT)
        .build()
        .unwrap();
    client.notes().list().send().await.unwrap();
    assert_eq!(server.requests().len(), 2);
    // An update may have been made: without a key it is not repeated.
    let server = silent();
    let client = builder(&server.url())
        .attempt_timeout(SHORT)
        .build()
        .unwrap();
    let began = Instant::now();
    let error = client
        .notes()
        .update("a", "1", Note::new("x"))
        .idempotency_key("")
        .send()
        .await
        .unwrap_err();
    assert_timeout(&error, began, "updateNote: not done within 100ms");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_body_that_stops_is_given_up() {
    let server = slow(LONG);
    let client = builder(&server.url())
        .read_timeout(SHORT)
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let began = Instant::now();
    let error = client.notes().list().send().await.unwrap_err();
    assert_timeout(&error, began, "listNotes: nothing was received in time");

    let began = Instant::now();
    let mut stream = client
        .notes()
        .list()
        .send_stream()
        .await
        .unwrap()
        .into_body();
    assert!(stream.next().await.unwrap().is_ok());
    let error = stream.next().await.unwrap().unwrap_err();
    assert_timeout(&error, began, "listNotes: nothing was received in time");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_stream_outlasts_the_time_of_its_call() {
    let server = slow(Duration::from_millis(1));
    let call = client(&server.url()).notes().list().timeout(SHORT);
    let mut stream = call.send_stream().await.unwrap().into_body();
    let mut bytes = 0;
    while let Some(chunk) = stream.next().await {
        bytes += chunk.unwrap().len();
    }
    assert_eq!(bytes, 1000);
}

#[tokio::test]
async fn a_connection_has_its_time() {
    // Nobody answers there (RFC 5737).
    let client = builder("http://192.0.2.1:9")
        .connect_timeout(SHORT)
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let error = client.notes().list().send().await.unwrap_err();
    // A machine without a network says at once that there is no way.
    assert!(error.is_connect(), "{error:?}");
}
