//! Bodies that are handed on as they arrive.

use std::io::Write;

use crate::support::server::{Answer, Server};
use crate::support::service::client;

const MIB: usize = 1024 * 1024;

fn large(mib: usize) -> Server {
    Server::start(move |_| {
        Answer::raw(move |stream| {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n",
                mib * MIB
            )?;
            let block = vec![b'x'; MIB];
            (0..mib).try_for_each(|_| stream.write_all(&block))
        })
    })
}

/// Most memory that this process ever held, in bytes.
#[cfg(target_os = "linux")]
#[expect(
    clippy::disallowed_methods,
    reason = "the kernel's figures, not a description"
)]
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<usize>()
        .unwrap()
        * 1024
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_hundred_mib_pass_in_constant_memory() {
    let server = large(100);
    let call = client(&server.url()).notes().list();
    let before = peak();
    let mut stream = call.send_stream().await.unwrap().into_body();
    let mut bytes = 0;
    while let Some(chunk) = stream.next().await {
        bytes += chunk.unwrap().len();
    }
    assert_eq!(bytes, 100 * MIB);
    // Tests beside this one hold some memory, too.
    let more = peak().saturating_sub(before);
    assert!(more < 40 * MIB, "{} MiB", more / MIB);
}

#[tokio::test]
async fn a_stream_is_a_stream() {
    use futures_core::Stream;
    let server = large(1);
    let answer = client(&server.url())
        .notes()
        .list()
        .send_stream()
        .await
        .unwrap();
    assert_eq!(answer.header("content-length"), Some("1048576"));
    let mut stream = answer.into_body();
    let mut bytes = 0;
    loop {
        let next = std::future::poll_fn(|context| std::pin::pin!(&mut stream).poll_next(context));
        let Some(chunk) = next.await else { break };
        bytes += chunk.unwrap().len();
    }
    assert_eq!(bytes, MIB);
}

#[tokio::test]
async fn a_stream_that_breaks_off_ends_with_an_error() {
    let server = Server::start(|_| {
        Answer::raw(|s| s.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc"))
    });
    let answer = client(&server.url())
        .notes()
        .list()
        .send_stream()
        .await
        .unwrap();
    let mut stream = answer.into_body();
    assert_eq!(stream.next().await.unwrap().unwrap(), "abc");
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "listNotes: the answer broke off");
    assert!(stream.next().await.is_none());
}
