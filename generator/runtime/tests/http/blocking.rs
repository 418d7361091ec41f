//! The same calls from code that is not async.

use std::io::{Read, Write};
use std::time::Duration;

use specsmith_runtime::{ErrorKind, RetryPolicy};

use crate::support::server::{Answer, Server};
use crate::support::service::blocking::Client;
use crate::support::service::{Note, Problem};

fn client(url: &str) -> Client {
    let builder = Client::builder()
        .base_url(url)
        .bearer_token("t0ken")
        .no_proxy();
    builder.retry(RetryPolicy::none()).build().unwrap()
}

#[test]
fn the_same_request_and_the_same_answer() {
    let server = Server::always(200, "{\"text\":\"a\"}");
    let call = || {
        client(&server.url())
            .notes()
            .update("acc", "1/2", Note::new("x"))
    };
    assert_eq!(call().send().unwrap().text, "a");
    assert_eq!(call().send_response().unwrap().status(), 200);
    assert_eq!(call().send_raw().unwrap().into_body(), "{\"text\":\"a\"}");
    let mut text = String::new();
    call()
        .send_stream()
        .unwrap()
        .body_mut()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, "{\"text\":\"a\"}");

    let asynchronous = crate::support::service::client(&server.url());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let call = asynchronous.notes().update("acc", "1/2", Note::new("x"));
    runtime.block_on(call.send()).unwrap();
    let requests = server.requests();
    for request in &requests {
        assert_eq!(request.target, requests[4].target);
        assert_eq!(request.headers, requests[4].headers);
        assert_eq!(request.body, requests[4].body);
    }
}

#[test]
fn the_same_errors() {
    let server = Server::always(404, "{\"message\":\"none\"}");
    let error = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"))
        .send()
        .unwrap_err();
    assert_eq!(error.api::<Problem>().unwrap().message, "none");
    let error = client(&server.url())
        .notes()
        .update("a", "", Note::new("x"))
        .send()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    let error = client("http://127.0.0.1:1")
        .notes()
        .list()
        .send()
        .unwrap_err();
    assert!(error.is_connect());
}

#[test]
fn retries_and_time_limits() {
    let server = Server::start(|request| match request.number {
        0 => Answer::status(503),
        1 => Answer::json(200, "[]"),
        _ => {
            std::thread::sleep(Duration::from_secs(5));
            Answer::drop_connection()
        }
    });
    let policy = RetryPolicy::default().base_delay(Duration::from_millis(10));
    client(&server.url())
        .notes()
        .list()
        .retry(policy)
        .send()
        .unwrap();
    let call = client(&server.url())
        .notes()
        .list()
        .timeout(Duration::from_millis(100));
    assert!(call.send().unwrap_err().is_timeout());
}

#[test]
fn a_stream_is_read_or_taken_chunk_by_chunk() {
    let server = Server::start(|_| {
        Answer::raw(|stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")?;
            std::thread::sleep(Duration::from_millis(50));
            stream.write_all(b"def")?;
            std::thread::sleep(Duration::from_millis(50));
            stream.write_all(b"ghi")
        })
    });
    let stream = || {
        client(&server.url())
            .notes()
            .list()
            .send_stream()
            .unwrap()
            .into_body()
    };
    let mut reader = stream();
    let mut two = [0; 2];
    reader.read_exact(&mut two).unwrap();
    assert_eq!(&two, b"ab");
    assert_eq!(reader.next().unwrap().unwrap(), "c");
    assert_eq!(reader.read(&mut []).unwrap(), 0);
    let mut rest = String::new();
    reader.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "defghi");
    assert!(reader.next().is_none());
    let chunks: Result<Vec<_>, _> = stream().collect();
    assert_eq!(chunks.unwrap().concat(), b"abcdefghi");
}

#[test]
fn one_client_serves_many_threads() {
    let server = Server::always(200, "[]");
    let client = client(&server.url());
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| client.notes().list().send().unwrap());
        }
    });
    assert_eq!(server.requests().len(), 16);
}

#[tokio::test]
async fn inside_async_code_a_call_is_an_error_and_a_drop_is_none() {
    let client = client("http://127.0.0.1:1");
    let error = client.notes().list().send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(
        error.to_string(),
        "listNotes: a blocking call inside async code; use the async client there"
    );
    drop(client);
}
