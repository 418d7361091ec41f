//! Bodies that are sent while they are made.

use super::*;

const BINARY: &str = "application/octet-stream";

fn chunks() -> Chunks {
    Chunks(vec![Ok(b"ab"), Ok(b"cd")])
}

fn flaky() -> Server {
    Server::start(|request| match request.number {
        0 => Answer::status(503),
        _ => Answer::json(200, "null"),
    })
}

#[tokio::test]
async fn streams_are_sent_as_they_come() {
    let operation = operation!("application/octet-stream", &[]);
    let request = sent(operation, Upload::stream(chunks())).await;
    assert_eq!(request.text(), "abcd");
    assert_eq!(request.header("content-type"), Some(BINARY));
    assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    let request = sent(operation, Upload::stream(chunks()).length(4)).await;
    assert_eq!(request.text(), "abcd");
    assert_eq!(request.header("content-length"), Some("4"));
    assert_eq!(request.header("transfer-encoding"), None);
}

#[tokio::test]
async fn a_form_with_a_stream_in_it_has_a_length_when_the_stream_has() {
    let with = |upload| Form {
        photo: Some(upload),
        ..form()
    };
    let operation = operation!("multipart/form-data", &[]);
    let request = sent(operation, with(Upload::stream(chunks()))).await;
    assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    let length = request.body.len().to_string();
    let request = sent(operation, with(Upload::stream(chunks()).length(4))).await;
    assert_eq!(request.header("content-length"), Some(&*length));
}

#[tokio::test]
async fn a_stream_is_sent_once_and_bytes_again() {
    let operation = operation!("application/octet-stream", &[]);
    let send = async |server: &Server, upload: Upload| {
        let client = builder(&server.url())
            .retry(RetryPolicy::default())
            .build()
            .unwrap();
        client.notes().call(operation).body(upload).send().await
    };
    let server = flaky();
    send(&server, Upload::from("abcd")).await.unwrap();
    let bodies: Vec<_> = server.requests().into_iter().map(|it| it.body).collect();
    assert_eq!(bodies, [b"abcd", b"abcd"]);
    let server = flaky();
    let upload = Upload::stream(chunks());
    let error = send(&server, upload.clone()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    let error = send(&server, upload).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(
        error.to_string(),
        "send: the stream in the body was sent before"
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_stream_does_not_follow_a_redirect() {
    let server = Server::start(|request| match request.number {
        0 => Answer::redirect(307, "/again"),
        _ => Answer::json(200, "null"),
    });
    let call = client(&server.url())
        .notes()
        .call(operation!("application/octet-stream", &[]));
    let error = call
        .body(Upload::stream(chunks()))
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "send: the stream in the body was sent before"
    );
}

#[tokio::test]
async fn a_stream_that_fails_fails_the_call() {
    let server = Server::always(200, "null");
    let failing = Chunks(vec![Ok(b"ab"), Err(io::Error::other("disk"))]);
    let call = client(&server.url())
        .notes()
        .call(operation!("application/octet-stream", &[]));
    let error = call.body(Upload::stream(failing)).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let mut source: Option<&dyn std::error::Error> = Some(&error);
    let mut said = Vec::new();
    while let Some(error) = source {
        said.push(error.to_string());
        source = error.source();
    }
    assert!(said.iter().any(|text| text == "disk"), "{said:?}");
}

#[tokio::test]
async fn what_arrives_goes_on() {
    let from = Server::start(|_| Answer::status(200).body("passed on"));
    let stream = client(&from.url())
        .notes()
        .list()
        .send_stream()
        .await
        .unwrap();
    let operation = operation!("application/octet-stream", &[]);
    let request = sent(operation, Upload::from(stream.into_body())).await;
    assert_eq!(request.text(), "passed on");
}

#[tokio::test]
async fn items_are_written_one_by_one() {
    for (operation, expected) in [
        (operation!("application/x-ndjson", &[]), "1\n2\n3\n"),
        (
            operation!("application/json-seq", &[]),
            "\u{1e}1\n\u{1e}2\n\u{1e}3\n",
        ),
    ] {
        let server = Server::always(200, "null");
        let call = client(&server.url())
            .notes()
            .call(operation)
            .items(1_i32..4);
        call.send().await.unwrap();
        assert_eq!(server.request().text(), expected);
    }
}

#[tokio::test]
async fn a_body_without_end_is_not_held() {
    let server = Server::start(|_| Answer::json(413, "{\"message\":\"enough\"}"));
    let endless = std::iter::repeat_n("x".repeat(1000), 20_000);
    let call = client(&server.url())
        .notes()
        .call(operation!("application/jsonl", &[]));
    // 20 MB are made while they are sent.
    let error = call.items(endless).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 413);
    assert_eq!(server.request().body.len(), 20_000 * 1003);
}
