//! The request as it goes over the wire.

use specsmith_runtime::{BodySpec, OperationSpec, RetrySpec, Upload, Value};

use crate::support::server::Server;
use crate::support::service::{ListNotesSetters, Note, OtherSetters, UpdateNoteSetters, client};

#[tokio::test]
async fn a_request_has_exactly_these_headers() {
    let server = Server::always(200, r#"{"text":"a"}"#);
    client(&server.url())
        .notes()
        .update("acc", "1", Note::new("a"))
        .send()
        .await
        .unwrap();
    let request = server.request();
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("PATCH", "/accounts/acc/notes/1")
    );
    let mut headers = request.headers.clone();
    headers.sort();
    let host = server.url().replace("http://", "");
    let expected = [
        ("accept", "application/json"),
        ("accept-encoding", "gzip,br"),
        ("authorization", "Bearer t0ken"),
        ("content-length", "12"),
        ("content-type", "application/json"),
        ("host", &host),
        ("user-agent", "notes/1.2.3"),
    ];
    assert_eq!(headers, expected.map(|(n, v)| (n.to_owned(), v.to_owned())));
    assert_eq!(request.text(), r#"{"text":"a"}"#);
}

#[tokio::test]
async fn an_id_is_one_segment_whatever_it_holds() {
    let server = Server::always(200, r#"{"text":"a"}"#);
    let notes = client(&server.url()).notes();
    notes
        .update("acc", "a/b?c#d é", Note::new("a"))
        .send()
        .await
        .unwrap();
    notes
        .update("..a", "%2e%2e", Note::new("a"))
        .send()
        .await
        .unwrap();
    notes
        .update("a\\b", "\n\t;=", Note::new("a"))
        .send()
        .await
        .unwrap();
    let targets: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| request.target)
        .collect();
    assert_eq!(
        targets,
        [
            "/accounts/acc/notes/a%2Fb%3Fc%23d%20%C3%A9",
            "/accounts/..a/notes/%252e%252e",
            "/accounts/a%5Cb/notes/%0A%09%3B%3D",
        ]
    );
}

#[tokio::test]
async fn a_query_nests_in_brackets() {
    let server = Server::always(200, r#"{"text":"a"}"#);
    let call = client(&server.url())
        .notes()
        .update("acc", "1", Note::new("a"))
        .remote_query([
            ("foo", Value::from("b&r")),
            (
                "a",
                serde_json::json!({"b": "c", "d": [1, {"e": null}], "f": []}),
            ),
            ("list", serde_json::json!(["x", "y"])),
            ("on", Value::from(true)),
        ]);
    call.send().await.unwrap();
    let request = server.request();
    let query = request.target.split_once('?').unwrap().1;
    assert_eq!(
        query,
        "remote_query%5Bfoo%5D=b%26r\
         &remote_query%5Ba%5D%5Bb%5D=c\
         &remote_query%5Ba%5D%5Bd%5D%5B0%5D=1\
         &remote_query%5Ba%5D%5Bd%5D%5B1%5D%5Be%5D=\
         &remote_query%5Blist%5D%5B%5D=x\
         &remote_query%5Blist%5D%5B%5D=y\
         &remote_query%5Bon%5D=true"
    );
}

#[tokio::test]
async fn a_parameter_set_again_is_sent_once() {
    let server = Server::always(200, "[]");
    client(&server.url())
        .notes()
        .list()
        .page(1)
        .page(2)
        .send()
        .await
        .unwrap();
    assert_eq!(server.request().target, "/notes?page=2");
}

#[tokio::test]
async fn a_base_url_may_have_a_path() {
    let server = Server::always(200, "[]");
    for base in ["/v1", "/v1/", "/v1//"] {
        client(&format!("{}{base}", server.url()))
            .notes()
            .list()
            .send()
            .await
            .unwrap();
    }
    let targets: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| request.target)
        .collect();
    assert_eq!(targets, ["/v1/notes"; 3]);
}

#[tokio::test]
async fn headers_of_the_call_replace_those_of_the_client_and_of_the_description() {
    let server = Server::always(200, r#"{"text":"a"}"#);
    let client = crate::support::service::builder(&server.url())
        .header("X-Tenant", "client")
        .header("X-Kept", "kept")
        .user_agent("mine/1")
        .build()
        .unwrap();
    let call = client.notes().update("acc", "1", Note::new("a"));
    let call = call
        .header("x-tenant", "call")
        .header("Authorization", "Other")
        .header("Accept", "a/b");
    call.send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("x-tenant"), Some("call"));
    assert_eq!(request.header("x-kept"), Some("kept"));
    assert_eq!(request.header("user-agent"), Some("mine/1"));
    assert_eq!(request.header("authorization"), Some("Other"));
    assert_eq!(request.header("accept"), Some("a/b"));
}

static CREATE: OperationSpec = OperationSpec {
    id: "create",
    method: "POST",
    path: "/files",
    bodies: &[BodySpec {
        content_type: "text/plain",
        encodings: &[],
    }],
    retry: RetrySpec::DEFAULT,
    ..OperationSpec::DEFAULT
};

#[tokio::test]
async fn bytes_are_sent_as_they_are() {
    let server = Server::always(200, "null");
    let notes = client(&server.url()).notes();
    notes
        .call(&CREATE)
        .body(Upload::new(&b"\x00\xFF"[..]))
        .send()
        .await
        .unwrap();
    notes
        .call(&CREATE)
        .body(Upload::from("a,b").content_type("text/csv"))
        .send()
        .await
        .unwrap();
    notes.call(&CREATE).send().await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].body, b"\x00\xFF");
    assert_eq!(requests[0].header("content-type"), Some("text/plain"));
    assert_eq!(requests[1].header("content-type"), Some("text/csv"));
    assert_eq!(requests[2].header("content-type"), None);
    assert_eq!(requests[2].header("content-length"), Some("0"));
}
