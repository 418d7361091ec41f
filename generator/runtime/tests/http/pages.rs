//! Answers that come in pages.

use serde_json::json;
use specsmith_runtime::{
    ErrorKind, LAST, Location, NextPage, OperationSpec, PageItems, PagePlace, Pages, PagingSpec,
    Parameter, ResponseSpec, Style, Value,
};

use crate::support::server::{Answer, Request, Server};
use crate::support::service::{builder, client};

macro_rules! operation {
    ($paging:expr) => {{
        static OPERATION: OperationSpec = OperationSpec {
            id: "list",
            path: "/things",
            parameters: &[query("cursor"), query("limit")],
            responses: &[ResponseSpec::code(200, &["application/json"])],
            security: &[&[3], &[]],
            paging: Some(&$paging),
            ..OperationSpec::DEFAULT
        };
        &OPERATION
    }};
}

const fn query(name: &'static str) -> Parameter {
    Parameter {
        name,
        location: Location::Query,
        style: Style::Form,
        ..Parameter::DEFAULT
    }
}

const CURSOR: PagePlace = PagePlace::Parameter(0);

const BY_CURSOR: PagingSpec = PagingSpec {
    next: NextPage::Cursor {
        to: CURSOR,
        from: &["meta", "next"],
    },
    items: &["data"],
    more: Some(&["meta", "more"]),
    total: None,
};

fn items_of(page: Value) -> Vec<Value> {
    page["data"].as_array().cloned().unwrap_or_default()
}

/// All items, the error at the end if there is one, and what was asked for.
async fn walk(server: &Server, operation: &'static OperationSpec) -> (String, Vec<String>) {
    let call = client(&server.url()).notes().call(operation);
    let mut items = PageItems::new(call.into_unsent(), items_of);
    let mut said = Vec::new();
    while let Some(item) = items.next().await {
        said.push(item.map_or_else(|error| error.to_string(), |item| item.to_string()));
        assert!(said.len() < 50, "{said:?}");
    }
    assert!(items.next().await.is_none());
    let targets = server.requests().into_iter().map(|it| it.target);
    (said.join(" "), targets.collect())
}

fn page(items: &[u32], meta: Value) -> Answer {
    Answer::json(200, &json!({ "data": items, "meta": meta }).to_string())
}

fn has(request: &Request, pair: &str) -> bool {
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    query.split('&').any(|it| it == pair)
}

#[tokio::test]
async fn a_cursor_is_sent_on() {
    let server = Server::start(|request| match request.number {
        0 => page(&[1, 2], json!({ "next": "a b&c" })),
        1 => page(&[], json!({ "next": 7 })),
        _ => page(&[3], json!({ "next": null })),
    });
    let (items, asked) = walk(&server, operation!(BY_CURSOR)).await;
    assert_eq!(items, "1 2 3");
    assert_eq!(
        asked,
        ["/things", "/things?cursor=a%20b%26c", "/things?cursor=7"]
    );
}

#[tokio::test]
async fn no_more_is_the_end() {
    for end in [json!(false), json!(0)] {
        let end_ = end.clone();
        let server = Server::start(move |_| page(&[1], json!({ "next": "x", "more": end_ })));
        let (items, asked) = walk(&server, operation!(BY_CURSOR)).await;
        assert_eq!((&*items, asked.len()), ("1", 1), "{end}");
    }
    for meta in [json!({}), json!(null), json!({ "next": "" }), json!([])] {
        let meta_ = meta.clone();
        let server = Server::start(move |_| page(&[1], meta_.clone()));
        let (items, asked) = walk(&server, operation!(BY_CURSOR)).await;
        assert_eq!((&*items, asked.len()), ("1", 1), "{meta}");
    }
}

#[tokio::test]
async fn a_cursor_that_comes_again_is_an_error() {
    let server = Server::start(|request| {
        let next = ["a", "b", "c"][request.number % 3];
        page(&[1], json!({ "next": next }))
    });
    let (items, asked) = walk(&server, operation!(BY_CURSOR)).await;
    assert_eq!(
        items,
        "1 1 1 1 list: the service answers with a page that was there before"
    );
    assert_eq!(asked.len(), 4);
}

#[tokio::test]
async fn the_last_item_is_the_cursor() {
    let by_last = operation!(PagingSpec {
        next: NextPage::Cursor {
            to: CURSOR,
            from: &["data", LAST, "id"],
        },
        items: &["data"],
        more: Some(&["more"]),
        total: None,
    });
    let server = Server::start(|request| match request.number {
        0 => Answer::json(200, r#"{"data":[{"id":"x"},{"id":"y"}],"more":true}"#),
        _ => Answer::json(200, r#"{"data":[{"id":"z"}],"more":false}"#),
    });
    let (_, asked) = walk(&server, by_last).await;
    assert_eq!(asked, ["/things", "/things?cursor=y"]);
}

#[tokio::test]
async fn items_are_counted() {
    const BY_OFFSET: PagingSpec = PagingSpec {
        next: NextPage::Offset { to: CURSOR },
        items: &["data"],
        more: None,
        total: Some(&["meta", "total"]),
    };
    let all: [u32; 5] = [1, 2, 3, 4, 5];
    let from = move |request: &Request, total: Value| {
        let start = (0..9)
            .find(|n| has(request, &format!("cursor={n}")))
            .unwrap_or(0);
        page(
            all[start.min(5)..].chunks(2).next().unwrap_or(&[]),
            json!({ "total": total }),
        )
    };
    let server = Server::start(move |request| from(request, json!(null)));
    let (items, asked) = walk(&server, operation!(BY_OFFSET)).await;
    assert_eq!(items, "1 2 3 4 5");
    assert_eq!(
        asked[1..],
        ["/things?cursor=2", "/things?cursor=4", "/things?cursor=5"]
    );
    let server = Server::start(move |request| from(request, json!(5)));
    let (items, asked) = walk(&server, operation!(BY_OFFSET)).await;
    assert_eq!((&*items, asked.len()), ("1 2 3 4 5", 3));
}

#[tokio::test]
async fn pages_are_counted() {
    const BY_NUMBER: PagingSpec = PagingSpec {
        next: NextPage::Number {
            to: CURSOR,
            first: 1,
        },
        items: &["data"],
        more: None,
        total: Some(&["meta", "pages"]),
    };
    let server = Server::start(|request| match request.number {
        0 => page(&[1], json!({ "pages": 2 })),
        _ => page(&[2], json!({ "pages": 2 })),
    });
    let (items, asked) = walk(&server, operation!(BY_NUMBER)).await;
    assert_eq!((&*items, &*asked[1]), ("1 2", "/things?cursor=2"));
    assert_eq!(asked.len(), 2);
    // From where the call begins.
    let server = Server::start(|request| match request.number {
        0 => page(&[7], json!(null)),
        _ => page(&[], json!(null)),
    });
    let mut call = client(&server.url()).notes().call(operation!(BY_NUMBER));
    call.set_parameter(0, &3_i64);
    let mut items = PageItems::new(call.into_unsent(), items_of);
    assert_eq!(items.next().await.unwrap().unwrap(), 7);
    assert!(items.next().await.is_none());
    let asked: Vec<_> = server.requests().into_iter().map(|it| it.target).collect();
    assert_eq!(asked, ["/things?cursor=3", "/things?cursor=4"]);
    // A service that takes no notice of the number.
    let server = Server::start(|_| page(&[1, 2], json!(null)));
    let (items, asked) = walk(&server, operation!(BY_NUMBER)).await;
    assert!(items.ends_with("a page that was there before"), "{items}");
    assert_eq!(asked.len(), 2);
}

const BY_URL: PagingSpec = PagingSpec {
    next: NextPage::Url {
        from: &["meta", "next"],
    },
    items: &["data"],
    more: None,
    total: None,
};

#[tokio::test]
async fn a_url_is_followed_with_its_credentials() {
    let server = Server::start(|request| match request.number {
        0 => page(&[1], json!({ "next": "/v2/more?at=%41&x" })),
        1 => page(&[2], json!({ "next": "?at=9&api_key=own" })),
        _ => page(&[3], json!({})),
    });
    let client = builder(&server.url())
        .credential("queryKey", "secret")
        .build()
        .unwrap();
    let mut items = PageItems::new(
        client.notes().call(operation!(BY_URL)).into_unsent(),
        items_of,
    );
    let mut count = 0;
    while let Some(item) = items.next().await {
        item.unwrap();
        count += 1;
    }
    assert_eq!(count, 3);
    let asked: Vec<_> = server.requests().into_iter().map(|it| it.target).collect();
    assert_eq!(
        asked,
        [
            "/things?api_key=secret",
            "/v2/more?at=%41&x&api_key=secret",
            "/things?at=9&api_key=own"
        ]
    );
}

#[tokio::test]
async fn no_page_of_another_origin_is_asked_for() {
    let other = Server::always(200, "{}");
    for target in [
        other.url(),
        "https://127.0.0.1/".to_owned(),
        "//notes.invalid/x".to_owned(),
        "file:///etc/passwd".to_owned(),
        "http://[".to_owned(),
    ] {
        let next = target.clone();
        let server = Server::start(move |_| page(&[1], json!({ "next": next })));
        let call = client(&server.url()).notes().call(operation!(BY_URL));
        let mut pages = Pages::<Value>::new(call.into_unsent());
        assert!(pages.next().await.unwrap().is_ok());
        let error = pages.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Paging, "{target}: {error}");
        assert!(pages.next().await.is_none());
        assert_eq!(server.requests().len(), 1);
    }
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn the_header_link_is_followed() {
    let by_link = operation!(PagingSpec {
        next: NextPage::Link,
        items: &["data"],
        more: None,
        total: None,
    });
    let server = Server::start(|request| match request.number {
        0 => page(&[1], json!({})).header(
            "Link",
            "</things?page=1>; rel=\"prev\", </things?page=2>; rel=\"next\"",
        ),
        _ => page(&[2], json!({})).header("Link", "</things?page=1>; rel=\"prev\""),
    });
    let (items, asked) = walk(&server, by_link).await;
    assert_eq!((&*items, &*asked[1]), ("1 2", "/things?page=2"));
    assert_eq!(asked.len(), 2);
}

#[tokio::test]
async fn an_error_ends_the_pages_and_the_cursor_is_kept() {
    let server = Server::start(|request| match request.number {
        0 => page(&[1, 2], json!({ "next": "b" })),
        1 => Answer::json(400, "{}"),
        _ => page(&[3], json!({})),
    });
    let client = client(&server.url());
    let operation = operation!(BY_CURSOR);
    let mut items = PageItems::new(client.notes().call(operation).into_unsent(), items_of);
    assert_eq!((items.page_cursor(), items.next_cursor()), (None, None));
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(items.next_cursor().as_deref(), Some("b"));
    assert_eq!(items.page_cursor(), None);
    assert_eq!(items.next().await.unwrap().unwrap(), 2);
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
    assert!(items.next().await.is_none());
    let cursor = items.next_cursor().unwrap();
    let mut items =
        PageItems::new(client.notes().call(operation).into_unsent(), items_of).from_cursor(cursor);
    assert_eq!(items.next().await.unwrap().unwrap(), 3);
    assert_eq!(items.page_cursor(), Some("b"));
    assert!(items.next().await.is_none());
    let asked: Vec<_> = server.requests().into_iter().map(|it| it.target).collect();
    assert_eq!(asked, ["/things", "/things?cursor=b", "/things?cursor=b"]);
}

#[tokio::test]
async fn a_cursor_that_is_none_is_refused_before_sending() {
    let by_number = operation!(PagingSpec {
        next: NextPage::Number {
            to: CURSOR,
            first: 1,
        },
        items: &["data"],
        more: None,
        total: None,
    });
    let server = Server::always(200, "{}");
    let call = client(&server.url()).notes().call(by_number);
    let mut pages = Pages::<Value>::new(call.into_unsent()).from_cursor("x");
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_field_of_the_body_takes_the_cursor() {
    static OPERATION: OperationSpec = OperationSpec {
        id: "search",
        method: "POST",
        path: "/search",
        bodies: &[specsmith_runtime::BodySpec::JSON],
        responses: &[ResponseSpec::code(200, &["application/json"])],
        paging: Some(&PagingSpec {
            next: NextPage::Cursor {
                to: PagePlace::Field("text"),
                from: &["meta", "next"],
            },
            items: &["data"],
            more: None,
            total: None,
        }),
        ..OperationSpec::DEFAULT
    };
    let server = Server::start(|request| match request.number {
        0 => page(&[1], json!({ "next": "b" })),
        _ => page(&[2], json!({})),
    });
    let mut call = client(&server.url()).notes().call(&OPERATION);
    call.set_body(0, crate::support::service::Note::new("first"));
    let mut items = PageItems::new(call.into_unsent(), items_of);
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(items.next().await.unwrap().unwrap(), 2);
    assert!(items.next().await.is_none());
    let sent: Vec<Value> = server
        .requests()
        .iter()
        .map(|it| serde_json::from_slice(&it.body).unwrap())
        .collect();
    assert_eq!(sent[0]["text"], "first");
    assert_eq!(sent[1]["text"], "b");
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_pages_are_an_iterator() {
    let server = Server::start(|request| match request.number {
        0 => page(&[1, 2], json!({ "next": "b" })),
        _ => page(&[3], json!({})),
    });
    let client = crate::support::service::blocking::Client::builder()
        .base_url(server.url())
        .without_credentials()
        .build()
        .unwrap();
    let items = PageItems::new(
        client.notes().call(operation!(BY_CURSOR)).into_unsent(),
        items_of,
    );
    let items: Result<Vec<Value>, _> = items.collect();
    assert_eq!(items.unwrap(), [1, 2, 3]);
    let pages = Pages::<Value, _>::new(client.notes().call(operation!(BY_CURSOR)).into_unsent());
    assert_eq!(pages.count(), 1);
}

/// They can be moved to another task, and taken by whatever takes streams.
#[test]
fn pages_are_streams_that_can_be_sent() {
    fn is<T: futures_core::Stream + Send + Unpin>() {}
    is::<Pages<Value>>();
    is::<PageItems<Value, Value>>();
}
