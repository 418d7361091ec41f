//! Items of events whose connection is made again.

use std::sync::Arc;

use specsmith_runtime::{Items, OperationSpec, ResponseSpec, RetryPolicy, StatusPattern, Value};

use crate::support::clock::Recorder;
use crate::support::server::{Answer, Server};
use crate::support::service::{OtherSetters, builder};

const EVENTS: &str = "text/event-stream";
const LINES: &str = "application/x-ndjson";

static WATCH: OperationSpec = OperationSpec {
    id: "watch",
    path: "/",
    responses: &[ResponseSpec {
        status: StatusPattern::Code(200),
        content_types: &[EVENTS, LINES],
        error: None,
    }],
    ..OperationSpec::DEFAULT
};

/// The data of the items, and the last id that each request named.
async fn connected_again(
    media: &'static str,
    bodies: &'static [&'static str],
) -> (Vec<String>, Vec<String>) {
    let server = Server::start(move |request| match bodies.get(request.number) {
        Some(body) => Answer::status(200)
            .header("Content-Type", media)
            .body(*body),
        None => Answer::status(204),
    });
    let client = builder(&server.url())
        .clock(Arc::new(Recorder::new(0.5)))
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let call = client.notes().call(&WATCH).accept::<Items<Value>>(media);
    let mut items = call.send().await.unwrap().reconnect(2);
    let mut said = Vec::new();
    while let Some(item) = items.next().await {
        let item = item.unwrap();
        said.push(item.get("data").unwrap_or(&item).to_string());
        assert!(said.len() < 20, "{said:?}");
    }
    assert!(items.next().await.is_none());
    let ids = server.requests().into_iter().map(|request| {
        let id = request.header("last-event-id").unwrap_or("-");
        id.to_owned()
    });
    (said, ids.collect())
}

#[tokio::test]
async fn items_go_on_behind_the_last_one() {
    let (said, ids) = connected_again(
        EVENTS,
        &[
            "id: a\ndata: 1\n\n",
            // Without an id the last one stays.
            "data: 2\n\n",
            "id: b\ndata: 3\n\n",
        ],
    )
    .await;
    assert_eq!(said, ["1", "2", "3"]);
    assert_eq!(ids, ["-", "a", "a", "b"]);
}

#[tokio::test]
async fn the_custom_end_ends_items_too() {
    let (said, ids) = connected_again(EVENTS, &["data: 1\n\ndata: [DONE]\n\ndata: 2\n\n"]).await;
    assert_eq!((said, ids.len()), (vec!["1".to_owned()], 1));
}

#[tokio::test]
async fn lines_are_not_asked_for_again() {
    let (said, ids) = connected_again(LINES, &["1\n2\n"]).await;
    assert_eq!((said, ids.len()), (vec!["1".to_owned(), "2".to_owned()], 1));
}
