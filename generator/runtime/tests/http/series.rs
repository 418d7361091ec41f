//! Answers that are series of values: lines, sequences, events.

use std::io::Write;

use specsmith_runtime::{
    ErrorKind, Event, Events, Items, OperationSpec, ResponseSpec, StatusPattern, Value,
};

use crate::support::server::{Answer, Server};
use crate::support::service::{Line, OtherSetters, Problem, builder, client};

macro_rules! operation {
    ($content_type:literal) => {{
        static OPERATION: OperationSpec = OperationSpec {
            id: "watch",
            path: "/",
            accept: $content_type,
            responses: &[ResponseSpec {
                status: StatusPattern::Code(200),
                content_types: &[$content_type],
                error: None,
            }],
            ..OperationSpec::DEFAULT
        };
        &OPERATION
    }};
}

/// A server that gives its answer byte by byte.
fn dribble(content_type: &'static str, body: &'static [u8]) -> Server {
    Server::start(move |_| {
        Answer::raw(move |stream| {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n"
            )?;
            body.iter().try_for_each(|byte| {
                stream.write_all(&[*byte])?;
                stream.flush()
            })
        })
    })
}

async fn items(operation: &'static OperationSpec, body: &'static str) -> Vec<String> {
    let server = dribble(operation.accept, body.as_bytes());
    let call = client(&server.url()).notes().call(operation);
    let call = call.accept::<Items<Line>>(operation.accept);
    let mut items = call.send().await.unwrap();
    let mut said = Vec::new();
    while let Some(item) = items.next().await {
        said.push(match item {
            Ok(line) => line.number.to_string(),
            Err(error) => error.to_string(),
        });
    }
    assert_eq!(server.request().header("accept"), Some(operation.accept));
    said
}

#[tokio::test]
async fn lines() {
    let lines = operation!("application/x-ndjson");
    let undecodable = "watch: an item that cannot be decoded at `number`";
    for (body, expected) in [
        ("", &[][..]),
        ("\n\r\n", &[]),
        ("{\"number\":1}\n{\"number\":2}\n", &["1", "2"]),
        ("{\"number\":1}\r\n\n  {\"number\":2}", &["1", "2"]),
        ("{\"number\":\"x\"}\n{\"number\":2}\n", &[undecodable, "2"]),
    ] {
        assert_eq!(items(lines, body).await, expected, "{body:?}");
    }
}

#[tokio::test]
async fn sequences() {
    let sequence = operation!("application/json-seq");
    let body = "\u{1e}{\"number\":1}\n\u{1e}{\n \"number\":\n2}\n";
    assert_eq!(items(sequence, body).await, ["1", "2"]);
}

async fn events(body: &'static str) -> Vec<Result<Event<Value>, String>> {
    let server = dribble("text/event-stream; charset=utf-8", body.as_bytes());
    let call = client(&server.url())
        .notes()
        .call(operation!("text/event-stream"));
    let mut events = call
        .accept::<Events<Value>>("text/event-stream")
        .send()
        .await
        .unwrap();
    let mut all = Vec::new();
    while let Some(event) = events.next().await {
        all.push(event.map_err(|error| error.to_string()));
    }
    all
}

#[tokio::test]
async fn events_as_they_are_written() {
    for (body, expected) in [
        ("data: 1\n\n", "message 1 None"),
        ("\u{feff}data:1\r\n\r\n", "message 1 None"),
        ("data: 1\r\rdata: 2\r\r", "message 1 None, message 2 None"),
        ("event: add\ndata: [1,\ndata: 2]\n\n", "add [1,2] None"),
        (
            "id: 7\ndata: 1\n\ndata: 2\n\n",
            "message 1 Some(\"7\"), message 2 Some(\"7\")",
        ),
        (
            ": still here\n\nevent: none\n\ndata: 1\n\n",
            "message 1 None",
        ),
        (
            "retry: 10\nother: x\nid\ndata: 1\n\n",
            "message 1 Some(\"\")",
        ),
        // Not ended: it did not arrive whole.
        ("data: 1\n\ndata: 2\n", "message 1 None"),
        ("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", "message 1 None"),
    ] {
        let events = events(body).await.into_iter().map(|event| {
            let event = event.unwrap();
            format!("{} {} {:?}", event.event, event.data, event.id)
        });
        assert_eq!(events.collect::<Vec<_>>().join(", "), expected, "{body:?}");
    }
}

#[tokio::test]
async fn an_event_that_cannot_be_decoded_does_not_end_them() {
    let body = b"data: {}\n\ndata: {\"number\":2}\n\n";
    let server = dribble("text/event-stream", body);
    let call = client(&server.url())
        .notes()
        .call(operation!("text/event-stream"));
    let call = call.accept::<Events<Line>>("text/event-stream");
    let mut events = call.send().await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "watch: an item that cannot be decoded");
    assert_eq!(events.next().await.unwrap().unwrap().data.number, 2);
}

#[tokio::test]
async fn the_wait_that_the_service_asks_for() {
    let events = events("retry: 1500\ndata: 1\n\n").await;
    let retry = events[0].as_ref().unwrap().retry;
    assert_eq!(retry, Some(std::time::Duration::from_millis(1500)));
}

#[tokio::test]
async fn data_that_is_text_needs_no_quotes() {
    let server = dribble("text/event-stream", b"data: a b\n\ndata: \"c\"\n\n");
    let call = client(&server.url())
        .notes()
        .call(operation!("text/event-stream"));
    let mut events = call
        .accept::<Events<String>>("text/event-stream")
        .send()
        .await
        .unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "a b");
    assert_eq!(events.next().await.unwrap().unwrap().data, "\"c\"");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn events_that_are_described_whole() {
    let body = b"event: x\ndata: {\"number\":1}\n\ndata: plain\n\n";
    let server = dribble("text/event-stream", body);
    let call = client(&server.url())
        .notes()
        .call(operation!("text/event-stream"));
    let mut items = call
        .accept::<Items<Value>>("text/event-stream")
        .send()
        .await
        .unwrap();
    let first = items.next().await.unwrap().unwrap();
    assert_eq!(first.to_string(), r#"{"event":"x","data":{"number":1}}"#);
    let second = items.next().await.unwrap().unwrap();
    assert_eq!(second.to_string(), r#"{"event":"message","data":"plain"}"#);
}

#[tokio::test]
async fn an_item_without_end_is_too_large() {
    for (content_type, body) in [
        ("application/x-ndjson", "x"),
        ("text/event-stream", "data: x\n"),
    ] {
        let server = Server::start(move |_| {
            Answer::raw(move |stream| {
                write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n"
                )?;
                while stream.write_all(body.repeat(1000).as_bytes()).is_ok() {}
                Ok(())
            })
        });
        let client = builder(&server.url())
            .max_response_bytes(100_000)
            .build()
            .unwrap();
        let call = client.notes().call(operation!("application/x-ndjson"));
        let mut items = call.accept::<Items<Value>>("*/*").send_response().await;
        if content_type == "text/event-stream" {
            // Not what the description says.
            assert_eq!(items.unwrap_err().kind(), ErrorKind::UnexpectedContentType);
            let call = client.notes().call(operation!("text/event-stream"));
            items = call
                .accept::<Items<Value>>("text/event-stream")
                .send_response()
                .await;
        }
        let mut items = items.unwrap().into_body();
        let error = items.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
        assert!(items.next().await.is_none());
    }
}

#[tokio::test]
async fn a_series_that_breaks_off_ends_with_an_error() {
    let server = Server::start(|_| {
        Answer::raw(|stream| {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n";
            write!(stream, "{head}Content-Length: 99\r\n\r\n1\n2")
        })
    });
    let call = client(&server.url())
        .notes()
        .call(operation!("application/x-ndjson"));
    let mut items = call
        .accept::<Items<Value>>("application/x-ndjson")
        .send()
        .await
        .unwrap();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(
        items.next().await.unwrap().unwrap_err().kind(),
        ErrorKind::Transport
    );
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn an_error_status_is_an_error_here_too() {
    let server = Server::always(404, "{\"message\":\"none\"}");
    let call = client(&server.url())
        .notes()
        .call(operation!("application/x-ndjson"));
    let error = call
        .accept::<Items<Value>>("application/x-ndjson")
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.api::<Problem>(), None);
}

#[cfg(feature = "blocking")]
#[test]
fn a_blocking_client_iterates() {
    use specsmith_runtime::Blocking;
    let server = dribble("application/x-ndjson", b"1\n2\n");
    let client = crate::support::service::blocking::Client::builder()
        .base_url(server.url())
        .bearer_token("t")
        .no_proxy()
        .build()
        .unwrap();
    let call = client.notes().call(operation!("application/x-ndjson"));
    let items = call
        .accept::<Items<Value, Blocking>>("application/x-ndjson")
        .send()
        .unwrap();
    let all: Result<Vec<Value>, _> = items.collect();
    assert_eq!(all.unwrap(), [1, 2]);
}

/// What the events say, the wait before each connection, and the last id that each request named.
async fn connected_again(
    limit: u32,
    answer: impl Fn(usize) -> Answer + Send + Sync + 'static,
) -> (String, Vec<u128>, Vec<String>) {
    let server = Server::start(move |request| answer(request.number));
    let clock = std::sync::Arc::new(crate::support::clock::Recorder::new(0.5));
    let client = builder(&server.url())
        .clock(clock.clone())
        .retry(specsmith_runtime::RetryPolicy::none())
        .build()
        .unwrap();
    let call = client.notes().call(operation!("text/event-stream"));
    let call = call.accept::<Events<Value>>("text/event-stream");
    let mut events = call.send().await.unwrap().reconnect(limit);
    let mut said = Vec::new();
    while let Some(event) = events.next().await {
        said.push(event.map_or_else(|error| error.to_string(), |event| event.data.to_string()));
        assert!(said.len() < 20, "{said:?}");
    }
    assert!(events.next().await.is_none());
    let ids = server.requests().into_iter().map(|request| {
        let id = request.header("last-event-id").unwrap_or("-");
        id.to_owned()
    });
    (said.join(" "), clock.slept(), ids.collect())
}

fn of_events(body: &str) -> Answer {
    let answer = Answer::status(200).header("Content-Type", "text/event-stream");
    answer.body(body)
}

#[tokio::test]
async fn events_go_on_behind_the_last_one() {
    let (said, slept, ids) = connected_again(2, |number| match number {
        0 => of_events("id: a\ndata: 1\n\n"),
        1 => of_events("retry: 50\nid: b\ndata: 2\n\ndata: 3\n\n"),
        2 => of_events("id\ndata: 4\n\n"),
        _ => Answer::status(204),
    })
    .await;
    assert_eq!(said, "1 2 3 4");
    assert_eq!(slept, [3000, 50, 50]);
    assert_eq!(ids, ["-", "a", "b", "-"]);
}

#[tokio::test]
async fn a_source_that_brings_nothing_is_given_up() {
    let (said, slept, _) = connected_again(2, |number| match number {
        0 => of_events("data: 1\n\n"),
        _ => of_events(": nothing\n\n"),
    })
    .await;
    assert_eq!((&*said, slept.len()), ("1", 2));
    let (said, slept, _) = connected_again(2, |number| match number {
        0 => of_events("data: 1\n\n"),
        _ => Answer::status(404),
    })
    .await;
    assert!(said.starts_with("1 watch: 404"), "{said}");
    assert_eq!(slept.len(), 1);
    let (said, slept, _) = connected_again(2, |number| match number {
        0 => of_events("data: 1\n\n"),
        _ => Answer::json(200, "{}"),
    })
    .await;
    assert_eq!((&*said, slept.len()), ("1", 1));
}

#[tokio::test]
async fn what_is_done_is_not_connected_again() {
    let (said, slept, _) = connected_again(2, |_| of_events("data: 1\n\ndata: [DONE]\n\n")).await;
    assert_eq!((&*said, slept.len()), ("1", 0));
}
