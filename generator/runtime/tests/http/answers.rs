//! What an answer becomes.

use std::io::Write;
use std::marker::PhantomData;

use specsmith_runtime::{
    Answer as Decodes, ErrorKind, OperationSpec, Raw, ResponseSpec, StatusPattern,
};

use crate::support::server::{Answer, Server};
use crate::support::service::{Line, Note, UpdateNoteSetters, builder, client};

#[tokio::test]
async fn a_body_is_decoded_with_status_and_headers() {
    let server = Server::start(|_| {
        Answer::json(200, r#"{"text":"a","lines":[{"number":1}],"more":true}"#)
            .header("RateLimit-Remaining", "9")
    });
    let note = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"))
        .send_response()
        .await;
    let note = note.unwrap();
    assert_eq!(note.status(), 200);
    assert_eq!(note.header("ratelimit-remaining"), Some("9"));
    assert_eq!(
        note.into_body(),
        Note {
            text: "a".into(),
            lines: Some(vec![Line { number: 1 }])
        }
    );
}

#[tokio::test]
async fn what_does_not_decode_says_where_and_keeps_the_body() {
    for (json, path, message) in [
        (
            "{\"text\":\"a\",\"lines\":[{\"number\":1},{\"number\":\"2\"}]}",
            "lines[1].number",
            "200 with a body that cannot be decoded at `lines[1].number`",
        ),
        (
            "{\"text\":\"a\"",
            "",
            "200 with a body that cannot be decoded",
        ),
        ("{}", "", "200 with a body that cannot be decoded"),
        ("", "", "200 without a body"),
    ] {
        let server = Server::always(200, json);
        let call = client(&server.url())
            .notes()
            .update("a", "1", Note::new("x"));
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{json}");
        assert_eq!(error.to_string(), format!("updateNote: {message}"));
        assert_eq!(error.decode_path(), Some(path), "{json}: {error:?}");
        assert_eq!(error.body().unwrap(), json.as_bytes());
        assert_eq!(error.status().unwrap(), 200);
        assert!(std::error::Error::source(&error).is_some());
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn nesting_without_end_is_an_error() {
    let deep: &'static str = "[".repeat(1_000_000).leak();
    let server = Server::start(move |_| Answer::json(200, &format!("{{\"more\":{deep}")));
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"));
    assert_eq!(call.send().await.unwrap_err().kind(), ErrorKind::Decode);
    let error = client(&server.url())
        .notes()
        .list()
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn another_media_type_is_an_error_that_keeps_the_body() {
    let server = Server::start(|_| {
        Answer::status(200)
            .header("Content-Type", "text/html")
            .body("{\"text\":\"a\"}")
    });
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"));
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedContentType);
    assert_eq!(
        error.to_string(),
        "updateNote: 200 with the media type \"text/html\", expected application/json"
    );
    assert_eq!(error.body().unwrap(), "{\"text\":\"a\"}");
}

#[tokio::test]
async fn json_by_any_name_is_taken_and_so_is_an_answer_without_one() {
    for media in [
        Some("application/json; charset=utf-8"),
        Some("application/hal+json"),
        None,
    ] {
        let server = Server::start(move |_| {
            let answer = Answer::status(200).body("{\"text\":\"a\"}");
            match media {
                Some(media) => answer.header("Content-Type", media),
                None => answer,
            }
        });
        client(&server.url())
            .notes()
            .update("a", "1", Note::new("x"))
            .send()
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_raw_answer_is_given_out_as_it_came() {
    let server = Server::start(|_| {
        Answer::status(200)
            .header("Content-Type", "text/csv")
            .body("a,b")
    });
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"))
        .format("raw");
    let raw = call.send_raw().await.unwrap();
    assert_eq!(
        (raw.status().as_u16(), raw.body().as_ref()),
        (200, &b"a,b"[..])
    );
    let request = server.request();
    assert_eq!(request.target, "/accounts/a/notes/1?format=raw");
    assert_eq!(request.header("accept"), Some("*/*"));
}

/// `send` and `send_response` are there for what is an `Answer`, which is asked of the compiler.
#[test]
fn a_raw_answer_has_no_send() {
    struct Sends<T>(PhantomData<T>);
    impl<T: Decodes> Sends<T> {
        const HERE: bool = true;
    }
    trait Otherwise {
        const HERE: bool = false;
    }
    impl<T> Otherwise for Sends<T> {}
    assert_eq!((Sends::<Note>::HERE, Sends::<Raw>::HERE), (true, false));
}

#[tokio::test]
async fn an_error_status_is_an_error_of_raw_calls_too() {
    let server = Server::always(404, "{\"message\":\"none\"}");
    let call = || {
        client(&server.url())
            .notes()
            .update("a", "1", Note::new("x"))
            .format("raw")
    };
    assert_eq!(call().send_raw().await.unwrap_err().kind(), ErrorKind::Api);
    assert_eq!(
        call().send_stream().await.unwrap_err().kind(),
        ErrorKind::Api
    );
}

#[tokio::test]
async fn a_success_that_is_not_described_is_taken_for_the_one_that_is() {
    let server = Server::always(201, "{\"text\":\"a\"}");
    client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"))
        .send()
        .await
        .unwrap();
    let server = Server::start(|_| Answer::status(204));
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"));
    let error = call.send().await.unwrap_err();
    assert_eq!(error.to_string(), "updateNote: 204 without a body");
}

static DELETE: OperationSpec = OperationSpec {
    id: "delete",
    method: "DELETE",
    path: "/p",
    responses: &[ResponseSpec {
        status: StatusPattern::Range(2),
        content_types: &[],
        error: None,
    }],
    ..OperationSpec::DEFAULT
};

#[tokio::test]
async fn nothing_is_read_from_an_answer_without_a_type() {
    let server = Server::start(|request| match request.number {
        0 => Answer::status(204),
        _ => Answer::status(200)
            .header("Content-Type", "text/plain")
            .body("done"),
    });
    let notes = client(&server.url()).notes();
    for _ in 0..2 {
        notes.delete(&DELETE).send().await.unwrap();
    }
}

#[tokio::test]
async fn bodies_without_a_length_are_read_to_their_end() {
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\
                   5\r\n{\"tex\r\n8\r\nt\":\"ab\"}\r\n0\r\n\r\n";
    let open = "HTTP/1.1 200 OK\r\n\r\n{\"text\":\"ab\"}";
    for answer in [chunked, open] {
        let server = Server::start(move |_| Answer::raw(|s| s.write_all(answer.as_bytes())));
        let call = client(&server.url())
            .notes()
            .update("a", "1", Note::new("x"));
        assert_eq!(call.send().await.unwrap().text, "ab");
    }
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_read() {
    let server = Server::start(|_| {
        Answer::raw(|stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")?;
            // The client hangs up before all of it is sent.
            while stream.write_all(&[b' '; 65536]).is_ok() {}
            Ok(())
        })
    });
    let error = client(&server.url())
        .notes()
        .list()
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert_eq!(
        error.to_string(),
        "listNotes: the answer has more than 67108864 bytes, see `max_response_bytes`"
    );
    let endless = Server::start(|_| {
        Answer::raw(|stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
            while stream.write_all(&[b' '; 65536]).is_ok() {}
            Ok(())
        })
    });
    let client = builder(&endless.url())
        .max_response_bytes(1_000_000)
        .build()
        .unwrap();
    let error = client.notes().list().send_raw().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.is_body_truncated()),
        (ErrorKind::BodyTooLarge, true)
    );
}

#[tokio::test]
async fn the_limit_itself_is_not_too_large() {
    let server = Server::always(200, "[]      ");
    let limited = |bytes| {
        builder(&server.url())
            .max_response_bytes(bytes)
            .build()
            .unwrap()
    };
    limited(8).notes().list().send().await.unwrap();
    let error = limited(7).notes().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn compressed_answers_are_decompressed() {
    let body = gzip(b"{\"text\":\"zipped\"}");
    let server = Server::start(move |_| {
        Answer::status(200)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .body(body.clone())
    });
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"));
    assert_eq!(call.send().await.unwrap().text, "zipped");
}

#[tokio::test]
async fn a_gzip_bomb_is_an_error() {
    let bomb = gzip(&vec![b' '; 8 * 1024 * 1024]);
    assert!(bomb.len() < 10_000);
    let server = Server::start(move |_| {
        Answer::status(200)
            .header("Content-Encoding", "gzip")
            .body(bomb.clone())
    });
    let client = builder(&server.url())
        .max_response_bytes(1024 * 1024)
        .build()
        .unwrap();
    let error = client.notes().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}
