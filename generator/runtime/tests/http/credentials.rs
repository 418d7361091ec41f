//! Which credentials go with which call.

use specsmith_runtime::{ClientBuilder, Location, OperationSpec, Parameter, Style};

use crate::support::server::{Request, Server};
use crate::support::service::{Client, OtherSetters};

/// Schemes by position: bearer, basic, header key, query key, cookie key, certificate, digest.
fn operation(security: &'static [&'static [usize]]) -> &'static OperationSpec {
    Box::leak(Box::new(OperationSpec {
        id: "op",
        path: "/p",
        security,
        ..OperationSpec::DEFAULT
    }))
}

fn all(server: &Server) -> ClientBuilder<Client> {
    Client::builder()
        .base_url(server.url())
        .no_proxy()
        .bearer_token("b3arer")
        .basic_auth("me", "pa:ss")
        .credential("headerKey", "h k")
        .credential("queryKey", "q&k")
        .credential("cookieKey", "ck")
}

async fn sent(
    security: &'static [&'static [usize]],
    build: impl FnOnce(&Server) -> ClientBuilder<Client>,
) -> Request {
    let server = Server::always(200, "null");
    let client = build(&server).build().unwrap();
    client
        .notes()
        .call(operation(security))
        .send()
        .await
        .unwrap();
    server.request()
}

#[tokio::test]
async fn each_goes_where_its_scheme_says() {
    assert_eq!(
        sent(&[&[0]], all).await.header("authorization"),
        Some("Bearer b3arer")
    );
    assert_eq!(
        sent(&[&[1]], all).await.header("authorization"),
        Some("Basic bWU6cGE6c3M=")
    );
    assert_eq!(sent(&[&[2]], all).await.header("x-api-key"), Some("h k"));
    assert_eq!(sent(&[&[3]], all).await.target, "/p?api_key=q%26k");
    assert_eq!(
        sent(&[&[4]], all).await.header("cookie"),
        Some("session=ck")
    );
}

#[tokio::test]
async fn only_what_the_operation_needs_is_sent() {
    let bare = sent(&[], all).await;
    assert_eq!(bare.target, "/p");
    for name in ["authorization", "x-api-key", "cookie"] {
        assert_eq!(bare.header(name), None, "{name}");
    }
    let together = sent(&[&[2, 3]], all).await;
    assert_eq!(together.header("authorization"), None);
    assert_eq!(together.header("x-api-key"), Some("h k"));
    assert_eq!(together.target, "/p?api_key=q%26k");
}

#[tokio::test]
async fn the_first_alternative_that_can_be_met_is_used() {
    let with_key = |server: &Server| {
        Client::builder()
            .base_url(server.url())
            .no_proxy()
            .credential("headerKey", "k")
    };
    let request = sent(&[&[0, 2], &[2], &[]], with_key).await;
    assert_eq!(
        (request.header("x-api-key"), request.header("authorization")),
        (Some("k"), None)
    );
    // Credentials that may be left out are sent when they are there.
    assert_eq!(
        sent(&[&[], &[2]], with_key).await.header("x-api-key"),
        Some("k")
    );
    assert_eq!(sent(&[&[], &[0]], with_key).await.header("x-api-key"), None);
}

#[tokio::test]
async fn calls_can_go_without_credentials_or_with_the_callers_own() {
    let without = |server: &Server| {
        Client::builder()
            .base_url(server.url())
            .no_proxy()
            .without_credentials()
    };
    assert_eq!(sent(&[&[0]], without).await.header("authorization"), None);

    let server = Server::always(200, "null");
    let client = Client::builder()
        .base_url(server.url())
        .no_proxy()
        .build()
        .unwrap();
    let call = client
        .notes()
        .call(operation(&[&[0]]))
        .header("Authorization", "Bearer mine");
    call.send().await.unwrap();
    assert_eq!(
        server.request().header("authorization"),
        Some("Bearer mine")
    );
}

#[tokio::test]
async fn what_the_caller_sends_without_help_is_no_reason_to_refuse() {
    // Scheme 5 is a certificate: the builder's credentials come first where there are any.
    let bare = |server: &Server| Client::builder().base_url(server.url()).no_proxy();
    assert_eq!(sent(&[&[5]], bare).await.target, "/p");
    assert_eq!(
        sent(&[&[5], &[0]], all).await.header("authorization"),
        Some("Bearer b3arer")
    );
    let header = |server: &Server| bare(server).header("X-Api-Key", "mine");
    assert_eq!(
        sent(&[&[2]], header).await.header("x-api-key"),
        Some("mine")
    );
}

#[tokio::test]
async fn a_certificate_counts_as_there_beside_what_the_builder_has() {
    let request = sent(&[&[5, 2]], all).await;
    assert_eq!(request.header("x-api-key"), Some("h k"));
    let client = Client::builder().base_url("http://127.0.0.1:1").no_proxy();
    let client = client.build().unwrap();
    let call = client.notes().call(operation(&[&[5, 2, 0], &[1]]));
    assert_eq!(
        call.send().await.unwrap_err().to_string(),
        "op: the builder was given no credentials for `headerKey` (`header_key`) and `bearerAuth` \
         (`bearer_token`)"
    );
}

#[tokio::test]
async fn other_schemes_of_http_take_the_whole_value() {
    let digest = |server: &Server| {
        let builder = Client::builder().base_url(server.url()).no_proxy();
        builder.credential("digest", "Digest username=\"me\"")
    };
    assert_eq!(
        sent(&[&[6]], digest).await.header("authorization"),
        Some("Digest username=\"me\"")
    );
}

#[tokio::test]
async fn what_was_given_by_name_comes_first() {
    let both = |server: &Server| all(server).credential("bearerAuth", "0wn");
    assert_eq!(
        sent(&[&[0]], both).await.header("authorization"),
        Some("Bearer 0wn")
    );
    let login = |server: &Server| all(server).credential("basicAuth", ("a", "b"));
    assert_eq!(
        sent(&[&[1]], login).await.header("authorization"),
        Some("Basic YTpi")
    );
}

/// Descriptions often declare a key twice: as a scheme and as a parameter.
#[tokio::test]
async fn a_key_that_is_a_parameter_as_well_is_sent_once() {
    let parameter = |name, location| Parameter {
        name,
        location,
        style: match location {
            Location::Header => Style::Simple,
            Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
                Style::Form
            }
        },
        ..Parameter::DEFAULT
    };
    let operation = Box::leak(Box::new(OperationSpec {
        id: "op",
        path: "/p",
        parameters: Box::leak(Box::new([
            parameter("api_key", Location::Query),
            parameter("session", Location::Cookie),
            parameter("x-api-key", Location::Header),
        ])),
        security: &[&[2, 3, 4]],
        ..OperationSpec::DEFAULT
    }));
    let server = Server::always(200, "null");
    let bare = Client::builder().base_url(server.url()).no_proxy();
    for builder in [bare, all(&server)] {
        let call = builder.build().unwrap().notes().call(operation);
        let mine = "mine".to_owned();
        let call = call.set(0, &mine).set(1, &mine).set(2, &mine);
        call.send().await.unwrap();
    }
    for request in server.requests() {
        assert_eq!(request.target, "/p?api_key=mine");
        assert_eq!(request.header("cookie"), Some("session=mine"));
        assert_eq!(request.header("x-api-key"), Some("mine"));
    }
}
