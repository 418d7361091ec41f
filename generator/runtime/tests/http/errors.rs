//! What errors say and keep.

use std::error::Error as _;
use std::io::Write;

use specsmith_runtime::{Error, ErrorKind};

use crate::support::server::{Answer, Server};
use crate::support::service::{Note, Problem, builder, client};

async fn failed(answer: impl Fn() -> Answer + Send + Sync + 'static) -> Error {
    let server = Server::start(move |_| answer());
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"));
    call.send().await.unwrap_err()
}

#[tokio::test]
async fn the_error_of_the_service_is_decoded() {
    for status in [
        400, 401, 403, 404, 405, 409, 422, 429, 500, 502, 503, 504, 599,
    ] {
        let error = failed(move || {
            Answer::json(status, "{\"message\":\"no such note\"}").header("Retry-After", "7")
        })
        .await;
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(error.operation(), "updateNote");
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.api::<Problem>().unwrap().message, "no such note");
        assert_eq!(error.api::<Note>(), None);
        assert_eq!(error.body().unwrap(), "{\"message\":\"no such note\"}");
        assert_eq!(error.headers().unwrap()["retry-after"], "7");
        assert_eq!(error.retry_after().unwrap().as_secs(), 7);
        assert_eq!(
            error.is_retryable(),
            [429, 502].contains(&status),
            "{status}"
        );
        assert_eq!(error.attempts(), 1);
    }
}

#[tokio::test]
async fn an_error_is_one_line() {
    let error = failed(|| Answer::json(404, "{\"message\":\n\t\"no\u{7} such\"}")).await;
    assert_eq!(
        error.to_string(),
        r#"updateNote: 404 Not Found: {"message": "no such"}"#
    );
    let error = failed(|| Answer::status(404)).await;
    assert_eq!(error.to_string(), "updateNote: 404 Not Found");
    let error = failed(|| Answer::status(500).body([0xFF, 0xFE])).await;
    assert_eq!(error.to_string(), "updateNote: 500 Internal Server Error");
    let error = failed(|| Answer::status(500).body("é".repeat(10_000))).await;
    let expected = format!(
        "updateNote: 500 Internal Server Error: {}…",
        "é".repeat(200)
    );
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn errors_of_another_form_keep_their_body() {
    for body in ["<html>", "{}", "[]", "", "{\"message\":"] {
        let error = failed(move || Answer::json(502, body)).await;
        assert_eq!(
            (error.kind(), error.api::<Problem>()),
            (ErrorKind::Api, None)
        );
        assert_eq!(error.body().unwrap(), body);
    }
    let html = || {
        Answer::status(502)
            .header("Content-Type", "text/html")
            .body("{\"message\":\"\"}")
    };
    assert_eq!(failed(html).await.api::<Problem>(), None);
}

#[tokio::test]
async fn the_body_of_an_error_is_kept_to_a_limit() {
    let error = failed(|| Answer::status(500).body(vec![b'a'; 3 * 1024 * 1024])).await;
    assert_eq!(error.body().unwrap().len(), 1024 * 1024);
    assert!(error.is_body_truncated());
    let error = failed(|| Answer::status(500).body("a")).await;
    assert!(!error.is_body_truncated());
}

#[tokio::test]
async fn an_error_whose_body_breaks_off_keeps_its_status() {
    let error = failed(|| {
        Answer::raw(|s| s.write_all(b"HTTP/1.1 404 Gone\r\nContent-Length: 9\r\n\r\n{\"m"))
    })
    .await;
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 404)
    );
    assert_eq!(
        (error.body().unwrap().as_ref(), error.is_body_truncated()),
        (&b"{\"m"[..], true)
    );
}

#[tokio::test]
async fn connections_that_break() {
    let error = failed(Answer::drop_connection).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.to_string(),
        "updateNote: the request did not get through"
    );
    assert_eq!(
        (error.status(), error.is_timeout(), error.is_connect()),
        (None, false, false)
    );
    let error = failed(|| {
        Answer::raw(|s| {
            s.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"text\":\"a\"}")
        })
    })
    .await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.to_string(), "updateNote: the answer broke off");
    let error = failed(|| Answer::raw(|s| s.write_all(b"SMTP ready\r\n\r\n"))).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
}

/// An error and everything beneath it.
fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(&format!(" {error} {error:?}"));
        source = error.source();
    }
    text
}

#[tokio::test]
async fn no_error_shows_a_credential() {
    let echo = Server::start(|request| {
        let all = format!(
            "{:?} {} {}",
            request.headers,
            request.target,
            request.text()
        );
        Answer::json(500, &format!("{all:?}")).header("X-Echo", "s3cret")
    });
    for url in [echo.url(), "http://127.0.0.1:1".to_owned()] {
        let client = builder(&url)
            .bearer_token("s3cret-token")
            .credential("queryKey", "s3cret key")
            .credential("headerKey", "s3cret-header")
            .header("X-Session-Token", "s3cret-default")
            .build()
            .unwrap();
        let call = client.notes().update("a", "1", Note::new("x"));
        let error = call
            .header("X-Secret", "s3cret-call")
            .send()
            .await
            .unwrap_err();
        assert!(!shown(&error).contains("s3cret"), "{}", shown(&error));
        static KEYED: specsmith_runtime::OperationSpec = specsmith_runtime::OperationSpec {
            id: "keyed",
            path: "/p",
            security: &[&[2, 3]],
            ..specsmith_runtime::OperationSpec::DEFAULT
        };
        let error = client.notes().call(&KEYED).send().await.unwrap_err();
        assert!(!shown(&error).contains("s3cret"), "{}", shown(&error));
    }
}

#[tokio::test]
async fn no_error_of_decoding_shows_a_credential() {
    // Written as JSON and as a part of a URL, it looks otherwise.
    const TOKEN: &str = r#"s3cret\"/s3cret"#;
    let spelled = [
        r#"s3cret\\\"/s3cret"#.to_owned(),
        "s3cret%5C%22%2Fs3cret".to_owned(),
    ];
    for text in spelled {
        let (json, other) = ("application/json".to_owned(), format!("text/{text}"));
        let answers = [
            (200, &json, format!(r#"{{"text":"a","lines":"{text}"}}"#)),
            (200, &json, format!(r#"{{"text":"a","{text}":[1,}}"#)),
            (500, &json, format!(r#"{{"what":"{text}"}}"#)),
            (200, &other, String::new()),
        ];
        for (status, media, body) in answers {
            let media = media.clone();
            let answer = move || Answer::status(status).header("Content-Type", &media);
            let server = Server::start(move |_| answer().body(body.as_str()));
            let client = builder(&server.url()).bearer_token(TOKEN).build().unwrap();
            let call = client.notes().update("a", "1", Note::new("x"));
            let error = call.send().await.unwrap_err();
            let shown = format!("{} {:?}", shown(&error), error.decode_path());
            assert!(
                !shown.contains("s3cret") && shown.contains("[redacted]"),
                "{shown}"
            );
        }
    }
}

#[tokio::test]
async fn an_error_of_decoding_is_short_and_knows_its_attempts() {
    let long: &'static str = "x".repeat(1_000_000).leak();
    for json in [
        format!(r#"{{"text":"a","lines":"{long}"}}"#),
        format!(r#"{{"text":"a","{long}":[1,}}"#),
    ] {
        let server = Server::start(move |_| Answer::json(200, &json));
        let client = builder(&server.url()).build().unwrap();
        let call = client.notes().update("a", "1", Note::new("x"));
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.attempts(), 1);
        assert!(shown(&error).len() < 10_000, "{}", shown(&error).len());
        assert!(error.body().is_some_and(|body| body.len() > long.len()));
    }
}

#[tokio::test]
async fn an_excerpt_does_not_cut_a_credential_in_half() {
    let token: &'static str = "s3cret".repeat(300).leak();
    let server =
        Server::start(move |_| Answer::status(500).body(format!("{}{token}", "a".repeat(150))));
    let client = builder(&server.url()).bearer_token(token).build().unwrap();
    let error = client
        .notes()
        .update("a", "1", Note::new("x"))
        .send()
        .await
        .unwrap_err();
    assert!(!shown(&error).contains("s3cret"), "{error}");
    assert!(error.to_string().ends_with("a[redacted]"), "{error}");
}
