//! What a body looks like on the wire, in each media type.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use specsmith_runtime::{
    BodySpec, Encoding, ErrorKind, Field, OperationSpec, Record, RetryPolicy, Slot, Style, Table,
    Upload, Value,
};

use crate::support::server::{Answer, Request, Server};
use crate::support::service::{OtherSetters, builder, client};

macro_rules! operation {
    ($content_type:literal, $encodings:expr) => {{
        static OPERATION: OperationSpec = OperationSpec {
            id: "send",
            method: "PUT",
            path: "/",
            bodies: &[BodySpec {
                content_type: $content_type,
                encodings: $encodings,
            }],
            ..OperationSpec::DEFAULT
        };
        &OPERATION
    }};
}

mod streams;

async fn sent(
    operation: &'static OperationSpec,
    body: impl Slot + Send + Sync + 'static,
) -> Request {
    let server = Server::always(200, "null");
    let call = client(&server.url()).notes().call(operation).body(body);
    call.send().await.unwrap();
    server.request()
}

async fn refused(operation: &'static OperationSpec, body: Value) -> String {
    let server = Server::always(200, "null");
    let call = client(&server.url()).notes().call(operation).body(body);
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(server.requests().len(), 0);
    error.to_string()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[tokio::test]
async fn forms() {
    for (value, expected) in [
        (
            r#"{"a":"b c&d=é","n":1,"t":true}"#,
            "a=b%20c%26d%3D%C3%A9&n=1&t=true",
        ),
        (r#"{"list":["a","b"]}"#, "list=a&list=b"),
        (
            r#"{"o":{"x":1},"l":[{"y":2},[3]]}"#,
            "o=%7B%22x%22%3A1%7D&l=%7B%22y%22%3A2%7D&l=%5B3%5D",
        ),
        (r#"{"null":null,"empty":""}"#, "null=&empty="),
        (r#"{"[]&":"x"}"#, "%5B%5D%26=x"),
        (
            r#"{"deep":{"a":{"b":1},"c":["d"]}}"#,
            "deep%5Ba%5D%5Bb%5D=1&deep%5Bc%5D=d",
        ),
        (r#"{"comma":["a","b"]}"#, "comma=a,b"),
        (r#"{"whole":["a",1]}"#, "whole=%5B%22a%22%2C1%5D"),
        (r#"{"path":"a/b"}"#, "path=a/b"),
        ("{}", ""),
    ] {
        let form = operation!(
            "application/x-www-form-urlencoded",
            &[
                Encoding {
                    name: "deep",
                    style: Some(Style::DeepObject),
                    ..Encoding::DEFAULT
                },
                Encoding {
                    name: "comma",
                    style: Some(Style::Form),
                    explode: false,
                    ..Encoding::DEFAULT
                },
                Encoding {
                    name: "whole",
                    content_type: Some("application/json"),
                    ..Encoding::DEFAULT
                },
                Encoding {
                    name: "path",
                    style: Some(Style::Form),
                    allow_reserved: true,
                    ..Encoding::DEFAULT
                },
            ]
        );
        let request = sent(form, json(value)).await;
        assert_eq!(request.text(), expected, "{value}");
        let media = request.header("content-type");
        assert_eq!(media, Some("application/x-www-form-urlencoded"));
    }
}

#[tokio::test]
async fn a_form_is_an_object() {
    let form = operation!("application/x-www-form-urlencoded", &[]);
    let message = refused(form, json("[1]")).await;
    assert_eq!(
        message,
        "send: the body: only an object can be sent as a form"
    );
}

/// A form as the generator writes one.
#[derive(Debug, Clone, PartialEq)]
struct Form {
    purpose: String,
    files: Vec<Upload>,
    about: Value,
    photo: Option<Upload>,
}

impl Record for Form {
    fn blank() -> Self {
        Self {
            purpose: String::new(),
            files: Vec::new(),
            about: Value::Null,
            photo: None,
        }
    }

    fn table(&self) -> Table {
        const FIELDS: &[Field] = &[
            Field::Required("purpose"),
            Field::Required("files"),
            Field::Required("about"),
            Field::Optional("photo"),
        ];
        Table {
            name: "Form",
            fields: FIELDS,
        }
    }

    fn slot(&mut self, _: usize) -> Option<&mut dyn Slot> {
        None
    }

    fn get(&self, index: usize) -> Option<&dyn Slot> {
        match index {
            0 => Some(&self.purpose),
            1 => Some(&self.files),
            2 => Some(&self.about),
            3 => Some(&self.photo),
            _ => None,
        }
    }
}

fn form() -> Form {
    Form {
        purpose: "why \"not\"".to_owned(),
        files: vec![
            Upload::new(&b"\x00\xFF"[..]),
            Upload::from("text")
                .file_name("a\"b\n.txt")
                .content_type("text/plain"),
        ],
        about: json(r#"{"n":[1]}"#),
        photo: None,
    }
}

#[tokio::test]
async fn forms_of_parts() {
    let operation = operation!(
        "multipart/form-data",
        &[
            Encoding {
                name: "files",
                content_type: Some("image/*, image/png"),
                ..Encoding::DEFAULT
            },
            Encoding {
                name: "purpose",
                content_type: Some("text/x-why"),
                ..Encoding::DEFAULT
            },
        ]
    );
    let server = Server::always(200, "null");
    let call = client(&server.url()).notes().call(operation).body(form());
    call.part_header("about", "X-Rank", 7).send().await.unwrap();
    let request = server.request();
    let media = request.header("content-type").unwrap();
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    assert_eq!(boundary.len(), 31);
    let expected = "--BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"purpose\"\r\n\
        Content-Type: text/x-why\r\n\r\n\
        why \"not\"\r\n\
        --BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"files\"; filename=\"files\"\r\n\
        Content-Type: image/png\r\n\r\n\
        \0?\r\n\
        --BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"files\"; filename=\"a%22b%0A.txt\"\r\n\
        Content-Type: text/plain\r\n\r\n\
        text\r\n\
        --BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"about\"\r\n\
        Content-Type: application/json\r\n\
        x-rank: 7\r\n\r\n\
        {\"n\":[1]}\r\n\
        --BOUNDARY--\r\n";
    let body: String = request
        .body
        .iter()
        .map(|&byte| if byte == 0xFF { '?' } else { char::from(byte) })
        .collect();
    assert_eq!(body, expected.replace("BOUNDARY", boundary));
    let length = request.body.len().to_string();
    assert_eq!(request.header("content-length"), Some(&*length));
}

#[tokio::test]
async fn parts_by_style() {
    let operation = operation!(
        "multipart/form-data",
        &[
            Encoding {
                name: "deep",
                style: Some(Style::DeepObject),
                ..Encoding::DEFAULT
            },
            Encoding {
                name: "comma",
                style: Some(Style::Form),
                explode: false,
                ..Encoding::DEFAULT
            },
        ]
    );
    let request = sent(
        operation,
        json(r#"{"deep":{"a b":"c&d"},"comma":["x","y z"],"n":null}"#),
    )
    .await;
    let parts: Vec<&str> = request
        .text()
        .split("\r\n")
        .filter(|line| !line.is_empty() && !line.starts_with("--"))
        .collect();
    assert_eq!(
        parts,
        [
            "Content-Disposition: form-data; name=\"deep[a b]\"",
            "c&d",
            "Content-Disposition: form-data; name=\"comma\"",
            "x,y z",
            "Content-Disposition: form-data; name=\"n\"",
        ]
    );
}

#[tokio::test]
async fn other_multipart_types_are_not_forms() {
    let request = sent(operation!("multipart/mixed", &[]), json(r#"{"a":"b"}"#)).await;
    assert!(
        request
            .header("content-type")
            .unwrap()
            .starts_with("multipart/mixed; boundary=")
    );
    assert!(
        request
            .text()
            .contains("Content-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n")
    );
}

#[tokio::test]
async fn media_types_and_what_is_sent_in_them() {
    let text = || Value::from("a\"b");
    for (operation, body, expected, media) in [
        (operation!("text/plain", &[]), text(), "a\"b", "text/plain"),
        (
            operation!("application/xml", &[]),
            text(),
            "a\"b",
            "application/xml",
        ),
        (
            operation!("application/hal+json", &[]),
            text(),
            r#""a\"b""#,
            "application/hal+json",
        ),
        (
            operation!("text/*", &[]),
            text(),
            "a\"b",
            "text/plain; charset=utf-8",
        ),
        (
            operation!("*/*", &[]),
            json("[1]"),
            "[1]",
            "application/json",
        ),
        (operation!("text/plain", &[]), json("7"), "7", "text/plain"),
    ] {
        let request = sent(operation, body).await;
        assert_eq!(request.text(), expected);
        assert_eq!(request.header("content-type"), Some(media));
    }
}

#[tokio::test]
async fn files_are_sent_as_they_are() {
    for (operation, upload, media) in [
        (
            operation!("image/*", &[]),
            Upload::from(vec![1]),
            "application/octet-stream",
        ),
        (
            operation!("image/*", &[]),
            Upload::from(vec![1]).content_type("image/png"),
            "image/png",
        ),
        (
            operation!("image/gif", &[]),
            Upload::from(vec![1]),
            "image/gif",
        ),
        (
            operation!("application/json", &[]),
            Upload::from(vec![1]),
            "application/json",
        ),
    ] {
        let request = sent(operation, upload).await;
        assert_eq!(request.body, [1]);
        assert_eq!(request.header("content-type"), Some(media));
    }
}

#[tokio::test]
async fn a_media_type_that_is_none_is_refused() {
    let server = Server::always(200, "null");
    let upload = Upload::from("x").content_type("a\r\nb: c");
    let call = client(&server.url())
        .notes()
        .call(operation!("image/*", &[]))
        .body(upload);
    let error = call.send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "send: the body: its media type has a character that HTTP cannot send"
    );
}

#[test]
fn only_files_that_are_text_have_a_form_in_json() {
    let encode = |upload: Upload| specsmith_runtime::encode(&upload);
    assert_eq!(encode(Upload::from("é")).unwrap(), "\"é\"".as_bytes());
    let error = encode(Upload::new(&b"\xFF"[..])).unwrap_err();
    assert_eq!(error.to_string(), "a file that is not text");
    let upload: Upload = specsmith_runtime::from_slice(b"\"x\"", &Default::default()).unwrap();
    assert_eq!(upload, Upload::from("x"));
}

/// Some chunks, then an error if there is one.
struct Chunks(Vec<io::Result<&'static [u8]>>);

impl Stream for Chunks {
    type Item = io::Result<&'static [u8]>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready((!self.0.is_empty()).then(|| self.0.remove(0)))
    }
}
