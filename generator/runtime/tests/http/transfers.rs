//! Bodies from readers and to them, and what is told of them on their way.

use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex};

use specsmith_runtime::{BodySpec, Error, ErrorKind, OperationSpec, Progress, RetryPolicy, Upload};
use tokio::io::AsyncReadExt;

use crate::support::server::{Answer, Server};
use crate::support::service::{OtherSetters, builder, client};

static PUT: OperationSpec = OperationSpec {
    id: "put",
    method: "PUT",
    path: "/",
    bodies: &[BodySpec {
        content_type: "application/octet-stream",
        encodings: &[],
    }],
    ..OperationSpec::DEFAULT
};

/// Bytes that differ from place to place.
fn bytes(count: usize) -> Vec<u8> {
    (0..count).map(|at| (at / 251 + at) as u8).collect()
}

/// What a listener was told: bytes so far and in all.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Progress>>>);

impl Told {
    fn listener(&self) -> impl Fn(Progress) + Send + Sync + 'static {
        let told = Arc::clone(&self.0);
        move |progress| told.lock().unwrap().push(progress)
    }

    fn all(&self) -> Vec<(u64, Option<u64>)> {
        let told = self.0.lock().unwrap();
        told.iter().map(|it| (it.bytes, it.total)).collect()
    }

    fn last(&self) -> (u64, Option<u64>) {
        *self.all().last().unwrap()
    }
}

/// Gives bytes one by one and then fails.
struct Failing(&'static [u8]);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match Read::read(&mut self.0, &mut buffer[..1])? {
            0 => Err(io::Error::other("disk")),
            count => Ok(count),
        }
    }
}

#[tokio::test]
async fn readers_are_sent_whole() {
    let all = bytes(200_000);
    for upload in [
        Upload::reader(io::Cursor::new(all.clone())),
        Upload::blocking_reader(io::Cursor::new(all.clone())),
    ] {
        let server = Server::always(200, "null");
        let call = client(&server.url()).notes().call(&PUT).body(upload);
        call.send().await.unwrap();
        let request = server.request();
        assert!(request.body == all);
        assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    }
}

#[tokio::test]
async fn a_reader_with_a_length_is_sent_with_it() {
    let server = Server::always(200, "null");
    let upload = Upload::reader(&b"abcd"[..]).length(4);
    let call = client(&server.url()).notes().call(&PUT).body(upload);
    call.send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-length"), Some("4"));
    assert_eq!(request.text(), "abcd");
}

#[tokio::test]
async fn a_reader_of_another_length_fails_the_call() {
    for (length, expected) in [(3, "longer"), (5, "shorter")] {
        let server = Server::always(200, "null");
        let upload = Upload::reader(&b"abcd"[..]).length(length);
        let call = client(&server.url()).notes().call(&PUT).body(upload);
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{length}");
        let said = format!("{error:?}");
        assert!(said.contains(&format!("is {expected} than")), "{said}");
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn a_reader_is_not_sent_again() {
    for upload in [
        Upload::reader(&b"abcd"[..]),
        Upload::blocking_reader(&b"abcd"[..]),
    ] {
        let server = Server::always(503, "null");
        let client = builder(&server.url()).retry(RetryPolicy::default()).build();
        let call = client.unwrap().notes().call(&PUT).body(upload);
        let error = call.send().await.unwrap_err();
        assert_eq!(
            (error.status().unwrap().as_u16(), error.attempts()),
            (503, 1)
        );
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_reader_that_fails_fails_the_call() {
    let server = Server::always(200, "null");
    let upload = Upload::blocking_reader(Failing(b"ab"));
    let call = client(&server.url()).notes().call(&PUT).body(upload);
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(server.requests().is_empty());
}

#[cfg(feature = "blocking")]
#[test]
fn a_blocking_client_sends_readers_and_tells() {
    let server = Server::start(|request| Answer::json(200, &request.body.len().to_string()));
    let client = crate::support::service::blocking::Client::builder()
        .base_url(server.url())
        .bearer_token("t")
        .no_proxy()
        .build()
        .unwrap();
    let (sent, received) = (Told::default(), Told::default());
    let upload = Upload::blocking_reader(io::Cursor::new(bytes(100_000))).length(100_000);
    let call = client.notes().call(&PUT).body(upload);
    let call = call
        .on_upload(sent.listener())
        .on_download(received.listener());
    assert_eq!(call.send().unwrap(), 100_000);
    assert_eq!(sent.last(), (100_000, Some(100_000)));
    assert_eq!(received.all(), [(6, Some(6))]);
}

#[tokio::test]
async fn bytes_in_memory_are_told_in_pieces() {
    let server = Server::always(200, "null");
    let told = Told::default();
    let call = client(&server.url()).notes().call(&PUT);
    let call = call.body(Upload::new(bytes(150_000)));
    call.on_upload(told.listener()).send().await.unwrap();
    let all = Some(150_000);
    assert_eq!(told.all(), [(65_536, all), (131_072, all), (150_000, all)]);
    let request = server.request();
    assert!(request.body == bytes(150_000));
    assert_eq!(request.header("content-length"), Some("150000"));
}

#[tokio::test]
async fn each_attempt_is_told_anew() {
    let server = Server::start(|request| match request.number {
        0 => Answer::status(503),
        _ => Answer::json(200, "null"),
    });
    let client = builder(&server.url()).retry(RetryPolicy::default()).build();
    let told = Told::default();
    let call = client.unwrap().notes().call(&PUT);
    let call = call.body(Upload::from("abcd")).on_upload(told.listener());
    call.send().await.unwrap();
    assert_eq!(told.all(), [(4, Some(4)), (4, Some(4))]);
}

/// A server whose answer has 300,000 bytes.
fn large(length: &'static str) -> Server {
    Server::start(move |_| {
        Answer::raw(move |stream| {
            write!(stream, "HTTP/1.1 200 OK\r\n{length}\r\n")?;
            stream.write_all(&bytes(300_000))
        })
    })
}

#[tokio::test]
async fn an_answer_is_a_reader() {
    let server = large("Content-Length: 300000\r\n");
    let told = Told::default();
    let call = client(&server.url()).notes().list();
    let answer = call.on_download(told.listener()).send_stream().await;
    let mut answer = answer.unwrap().into_body();
    let mut first = [0; 10];
    answer.read_exact(&mut first).await.unwrap();
    // What was not read yet comes as a chunk.
    let chunk = answer.next().await.unwrap().unwrap();
    let mut rest = Vec::new();
    let copied = tokio::io::copy_buf(&mut answer, &mut rest).await.unwrap();
    let all = [&first[..], &chunk, &rest].concat();
    assert!(all == bytes(300_000));
    assert_eq!(copied, rest.len() as u64);
    assert_eq!(told.last(), (300_000, Some(300_000)));
    assert!(told.all().is_sorted());
    assert!(answer.next().await.is_none());
    assert_eq!(answer.read(&mut first).await.unwrap(), 0);
}

#[tokio::test]
async fn a_whole_answer_is_told_as_it_arrives() {
    let server = large("Connection: close\r\n");
    let told = Told::default();
    let call = client(&server.url()).notes().list();
    let answer = call.on_download(told.listener()).send_raw().await.unwrap();
    assert_eq!(answer.body().len(), 300_000);
    assert_eq!(told.last(), (300_000, None));
}

#[tokio::test]
async fn a_reader_of_an_answer_that_breaks_off_has_the_error_in_it() {
    let server = large("Content-Length: 300001\r\n");
    let call = client(&server.url()).notes().list();
    let mut answer = call.send_stream().await.unwrap().into_body();
    let error = answer.read_to_end(&mut Vec::new()).await.unwrap_err();
    let error: &Error = error.get_ref().unwrap().downcast_ref().unwrap();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(answer.read_to_end(&mut Vec::new()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_file_in_a_form_is_read_while_it_is_sent() {
    use specsmith_runtime::{Field, Record, Slot, Table};

    struct Form(Upload);

    impl Record for Form {
        fn blank() -> Self {
            Self(Upload::from(""))
        }
        fn table(&self) -> Table {
            const FIELDS: &[Field] = &[Field::Optional("file")];
            Table {
                name: "Form",
                fields: FIELDS,
            }
        }
        fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
            (index == 0).then_some(&mut self.0 as _)
        }
        fn get(&self, index: usize) -> Option<&dyn Slot> {
            (index == 0).then_some(&self.0 as _)
        }
    }

    static FORM: OperationSpec = OperationSpec {
        method: "PUT",
        path: "/",
        bodies: &[BodySpec {
            content_type: "multipart/form-data",
            encodings: &[],
        }],
        ..OperationSpec::DEFAULT
    };
    let server = Server::always(200, "null");
    let told = Told::default();
    let file = Upload::reader(io::Cursor::new(bytes(100_000))).length(100_000);
    let call = client(&server.url()).notes().call(&FORM).body(Form(file));
    call.on_upload(told.listener()).send().await.unwrap();
    let request = server.request();
    assert!(request.body.windows(100_000).any(|it| it == bytes(100_000)));
    let whole = request.body.len() as u64;
    assert_eq!(told.last(), (whole, Some(whole)));
}
