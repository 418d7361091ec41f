//! Many calls at once, and calls that are given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use specsmith_runtime::Error;

use crate::support::server::{Answer, Server};
use crate::support::service::{Client, Note, client};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_and_fifty_six_calls_at_once() {
    let server = Server::start(|request| {
        let id = request.target.rsplit('/').next().unwrap();
        Answer::json(200, &format!("{{\"text\":\"{id}\"}}"))
    });
    let client = client(&server.url());
    let calls: Vec<_> = (0..256)
        .map(|i| {
            let notes = client.notes();
            tokio::spawn(async move {
                let note = notes
                    .update("a", &i.to_string(), Note::new("x"))
                    .send()
                    .await?;
                assert_eq!(note.text, i.to_string());
                Ok::<_, Error>(())
            })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.requests().len(), 256);
}

#[tokio::test]
async fn a_call_that_is_dropped_hangs_up() {
    let hung_up = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&hung_up);
    let server = Server::start(move |_| {
        let seen = Arc::clone(&seen);
        Answer::raw(move |stream| {
            use std::io::Read;
            // Ends when the client closes.
            let read = stream.read(&mut [0]);
            if matches!(read, Ok(0) | Err(_)) {
                seen.fetch_add(1, Ordering::SeqCst);
            }
            Ok(())
        })
    });
    let client = client(&server.url());
    let call = client.notes().list().send();
    assert!(
        tokio::time::timeout(Duration::from_millis(100), call)
            .await
            .is_err()
    );
    for _ in 0..100 {
        if hung_up.load(Ordering::SeqCst) == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the connection is still open");
}

#[test]
fn calls_and_clients_can_go_anywhere() {
    fn assert_send<T: Send>(_: &T) {}
    fn assert_shared<T: Send + Sync + Clone + 'static>() {}
    assert_shared::<Client>();
    let notes = client("http://127.0.0.1:1").notes();
    assert_send(&notes.list());
    assert_send(&notes.list().send());
    assert_send(&notes.list().send_stream());
    assert_send(&notes.update("a", "1", Note::new("x")).send_response());
    fn assert_error<T: std::error::Error + Send + Sync + 'static>() {}
    assert_error::<Error>();
}
