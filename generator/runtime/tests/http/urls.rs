//! Calls that go to a URL which the service gave.

use serde_json::json;
use specsmith_runtime::{
    ErrorKind, Location, NextPage, OperationSpec, PagePlace, Pages, PagingSpec, Parameter,
    ResponseSpec, Style, Value,
};

use crate::support::server::{Answer, Server};
use crate::support::service::{builder, client};

const NEXT: &[&str] = &["next"];

const RESPONSES: &[ResponseSpec] = &[ResponseSpec::code(200, &["application/json"])];

static BY_URL: OperationSpec = operation(&PagingSpec {
    next: NextPage::Url { from: NEXT },
    items: &["data"],
    more: None,
    total: None,
});

static BY_CURSOR: OperationSpec = operation(&PagingSpec {
    next: NextPage::Cursor {
        to: PagePlace::Parameter(0),
        from: NEXT,
    },
    items: &["data"],
    more: None,
    total: None,
});

const fn operation(paging: &'static PagingSpec) -> OperationSpec {
    OperationSpec {
        id: "list",
        path: "/things",
        parameters: &[Parameter {
            name: "cursor",
            location: Location::Query,
            style: Style::Form,
            ..Parameter::DEFAULT
        }],
        responses: RESPONSES,
        security: &[&[3], &[]],
        paging: Some(paging),
        ..OperationSpec::DEFAULT
    }
}

fn page(mut page: Value) -> Answer {
    page["data"] = json!([1]);
    Answer::json(200, &page.to_string())
}

#[tokio::test]
async fn a_call_goes_to_a_url_that_the_service_gave() {
    let server = Server::always(200, "{}");
    let client = builder(&server.url())
        .credential("queryKey", "secret")
        .build()
        .unwrap();
    let whole = format!("{}/things/2?at=1", server.url());
    for url in [&*whole, "/things/2?at=1", "things/2?at=1"] {
        let mut call = client.notes().call(&BY_URL).into_unsent();
        call.at_url(url);
        call.answer::<Value>().await.unwrap();
    }
    let asked: Vec<_> = server.requests().into_iter().map(|it| it.target).collect();
    assert_eq!(asked, ["/things/2?at=1&api_key=secret"; 3]);
}

#[tokio::test]
async fn no_call_goes_to_another_origin() {
    let server = Server::always(200, "{}");
    let other = Server::always(200, "{}");
    for (url, reason) in [
        (&*other.url(), "the call is at another origin"),
        ("http://[", "the call is at something that is not a URL"),
    ] {
        let mut call = client(&server.url()).notes().call(&BY_URL).into_unsent();
        call.at_url(url);
        let error = call.answer::<Value>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        assert!(error.to_string().contains(reason), "{error}");
    }
    assert!(server.requests().is_empty());
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn pages_begin_at_a_url_and_follow_by_urls_alone() {
    let begun = |server: &Server, operation| {
        let mut call = client(&server.url()).notes().call(operation).into_unsent();
        call.at_url("/things?page=3");
        Pages::<Value>::new(call)
    };
    let server = Server::start(|request| match request.number {
        0 => page(json!({ "next": "/things?page=4" })),
        _ => page(json!({})),
    });
    let mut pages = begun(&server, &BY_URL);
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.is_none());
    let asked: Vec<_> = server.requests().into_iter().map(|it| it.target).collect();
    assert_eq!(asked, ["/things?page=3", "/things?page=4"]);
    // A parameter would take the place of the URL, and of all that it says.
    let server = Server::start(|_| page(json!({ "next": "a" })));
    let mut pages = begun(&server, &BY_CURSOR);
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Paging, "{error}");
    assert!(pages.next().await.is_none());
    assert_eq!(server.requests().len(), 1);
}
