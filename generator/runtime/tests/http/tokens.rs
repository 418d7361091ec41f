//! Bearer tokens that change: fetched, shared, replaced, and never shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use specsmith_runtime::{
    ClientBuilder, ClientCredentials, Clock, ErrorKind, OperationSpec, RetryPolicy, Token,
    TokenProvider,
};

use crate::support::clock::Recorder;
use crate::support::server::{Answer, Request, Server};
use crate::support::service::Client;

/// Needs the scheme `oauth`, whose token URL is `/token`.
static GUARDED: OperationSpec = OperationSpec {
    id: "op",
    path: "/p",
    security: &[&[7]],
    ..OperationSpec::DEFAULT
};

fn credentials() -> ClientCredentials {
    ClientCredentials::new("my id", "s3cret:&")
}

fn client(server: &Server, clock: &Arc<Recorder>) -> ClientBuilder<Client> {
    Client::builder()
        .base_url(server.url())
        .no_proxy()
        .retry(RetryPolicy::none())
        .clock(Arc::clone(clock) as Arc<dyn Clock>)
}

fn clock() -> Arc<Recorder> {
    Arc::new(Recorder::new(0.5))
}

/// Hands out the tokens `t0`, `t1`, …, good for 100 seconds; takes those that a function takes.
fn guarded(takes: impl Fn(&str) -> bool + Send + Sync + 'static) -> Server {
    let handed_out = AtomicUsize::new(0);
    Server::start(move |request| match request.target.as_str() {
        "/token" => {
            let number = handed_out.fetch_add(1, Ordering::SeqCst);
            let token =
                format!(r#"{{"access_token":"t{number}","token_type":"bearer","expires_in":100}}"#);
            Answer::json(200, &token)
        }
        _ => match request.header("authorization") {
            Some(sent) if takes(sent) => Answer::json(200, "null"),
            Some(_) | None => Answer::json(401, "null"),
        },
    })
}

fn asked(server: &Server, target: &str) -> Vec<Request> {
    let requests = server.requests().into_iter();
    requests
        .filter(|request| request.target == target)
        .collect()
}

fn sent(server: &Server) -> Vec<String> {
    let tokens = asked(server, "/p").into_iter();
    tokens
        .map(|request| request.header("authorization").unwrap_or("none").to_owned())
        .collect()
}

#[tokio::test]
async fn the_request_for_a_token() {
    let server = guarded(|_| true);
    let scoped = credentials()
        .scopes(["read", "write"])
        .parameter("audience", "a b");
    for credentials in [credentials(), scoped.clone(), scoped.in_body()] {
        let client = client(&server, &clock()).client_credentials(credentials);
        client
            .build()
            .unwrap()
            .notes()
            .call(&GUARDED)
            .send()
            .await
            .unwrap();
    }
    let requests = asked(&server, "/token");
    let shown: Vec<_> = requests
        .iter()
        .map(|request| {
            (
                request.method.as_str(),
                request.header("authorization"),
                request.text(),
            )
        })
        .collect();
    // `my%20id:s3cret%3A%26`
    let basic = Some("Basic bXklMjBpZDpzM2NyZXQlM0ElMjY=");
    assert_eq!(
        shown,
        [
            ("POST", basic, "grant_type=client_credentials"),
            (
                "POST",
                basic,
                "grant_type=client_credentials&scope=read%20write&audience=a%20b"
            ),
            (
                "POST",
                None,
                "grant_type=client_credentials&scope=read%20write&client_id=my%20id&client_secret=\
                 s3cret%3A%26&audience=a%20b"
            ),
        ]
    );
    for request in &requests {
        assert_eq!(
            request.header("content-type"),
            Some("application/x-www-form-urlencoded")
        );
    }
    assert_eq!(sent(&server), ["Bearer t0", "Bearer t1", "Bearer t2"]);
}

#[tokio::test]
async fn a_token_is_used_until_shortly_before_its_end() {
    let (server, clock) = (guarded(|_| true), clock());
    let client = client(&server, &clock).client_credentials(credentials());
    let client = client.build().unwrap();
    for wait in [0, 89, 2] {
        clock.sleep(Duration::from_secs(wait)).await;
        client.notes().call(&GUARDED).send().await.unwrap();
    }
    assert_eq!(sent(&server), ["Bearer t0", "Bearer t0", "Bearer t1"]);
}

#[tokio::test]
async fn a_token_that_is_not_taken_is_replaced_once() {
    let server = guarded(|token| token != "Bearer t0");
    let client = client(&server, &clock()).client_credentials(credentials());
    let client = client.build().unwrap();
    for _ in 0..2 {
        client.notes().call(&GUARDED).send().await.unwrap();
    }
    assert_eq!(sent(&server), ["Bearer t0", "Bearer t1", "Bearer t1"]);

    let server = guarded(|_| false);
    let client = self::client(&server, &clock()).client_credentials(credentials());
    let error = client
        .build()
        .unwrap()
        .notes()
        .call(&GUARDED)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(sent(&server), ["Bearer t0", "Bearer t1"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_at_the_same_time_share_a_token_and_its_replacement() {
    let server = guarded(|token| token != "Bearer t0");
    let client = client(&server, &clock()).client_credentials(credentials());
    let client = client.build().unwrap();
    let calls: Vec<_> = (0..64)
        .map(|_| tokio::spawn(client.notes().call(&GUARDED).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(asked(&server, "/token").len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_at_the_same_time_share_a_failure() {
    let server = Server::start(|_| {
        std::thread::sleep(Duration::from_millis(300));
        Answer::json(
            400,
            r#"{"error":"invalid_client","error_description":"no \"s3cret:&\""}"#,
        )
    });
    let client = client(&server, &clock()).client_credentials(credentials());
    let client = client.build().unwrap();
    let calls: Vec<_> = (0..64)
        .map(|_| tokio::spawn(client.notes().call(&GUARDED).send()))
        .collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(!error.is_retryable() && !error.is_connect());
        assert_eq!(
            error.to_string(),
            "op: the token URL answered with 400 Bad Request: invalid_client: no \"[redacted]\""
        );
        assert!(!format!("{error:?}").contains("s3cret"));
    }
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn answers_that_are_no_token() {
    for (status, body, message, may_help) in [
        (200, "<html>", "no `access_token`", false),
        (200, r#"{"access_token":""}"#, "no `access_token`", false),
        (
            200,
            r#"{"access_token":"t","token_type":"mac"}"#,
            "a token that is no bearer token",
            false,
        ),
        (302, "{}", "302 Found", false),
        (503, "{}", "503 Service Unavailable", true),
        (429, "{}", "429 Too Many Requests", true),
    ] {
        let server = Server::start(move |_| {
            let answer = Answer::json(status, body).header("Retry-After", "7");
            answer.header("Location", "/p")
        });
        let client = client(&server, &clock()).client_credentials(credentials());
        let call = client.build().unwrap().notes().call(&GUARDED);
        let error = call.send().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("op: the token URL answered with {message}")
        );
        assert_eq!(error.is_retryable(), may_help);
        assert_eq!(server.requests().len(), 1);
    }
}

/// The request was not sent yet, so any method may be tried again.
#[tokio::test]
async fn a_token_url_that_is_busy_is_asked_again() {
    let clock = clock();
    let tries = AtomicUsize::new(0);
    let server = Server::start(move |request| match request.target.as_str() {
        "/token" if tries.fetch_add(1, Ordering::SeqCst) == 0 => {
            Answer::status(503).header("Retry-After", "3")
        }
        "/token" => Answer::json(200, r#"{"access_token":"t","expires_in":"60"}"#),
        _ => Answer::json(200, "null"),
    });
    let operation = Box::leak(Box::new(OperationSpec {
        id: "op",
        method: "POST",
        path: GUARDED.path,
        security: GUARDED.security,
        ..OperationSpec::DEFAULT
    }));
    let client = client(&server, &clock).client_credentials(credentials());
    let client = client.retry(RetryPolicy::default()).build().unwrap();
    client.notes().call(operation).send().await.unwrap();
    assert_eq!(clock.slept(), [3000]);
    assert_eq!(asked(&server, "/token").len(), 2);
}

#[tokio::test]
async fn a_provider_is_asked_as_seldom_as_possible() {
    let server = guarded(|token| token != "Bearer p0");
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let provider = move || {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move { Ok::<_, std::io::Error>(Token::new(format!("p{number}"))) }
    };
    let client = client(&server, &clock())
        .token_provider(provider)
        .build()
        .unwrap();
    for _ in 0..3 {
        client.notes().call(&GUARDED).send().await.unwrap();
    }
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert_eq!(
        sent(&server),
        ["Bearer p0", "Bearer p1", "Bearer p1", "Bearer p1"]
    );
}

#[tokio::test]
async fn a_provider_that_fails_says_why() {
    let server = guarded(|_| true);
    let provider = TokenProvider::new(async || Err::<Token, _>("the vault is sealed"));
    let client = client(&server, &clock()).credential("oauth", provider);
    let error = client
        .build()
        .unwrap()
        .notes()
        .call(&GUARDED)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), "op: the token provider failed");
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the vault is sealed");
    assert!(server.requests().is_empty());

    let provider = TokenProvider::new(async || Ok::<_, &str>("t\n0ken"));
    let client = self::client(&server, &clock()).credential("oauth", provider);
    let error = client
        .build()
        .unwrap()
        .notes()
        .call(&GUARDED)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "op: the token has a character that HTTP cannot send"
    );
}

#[tokio::test]
async fn a_call_with_an_authorization_of_its_own_needs_no_token() {
    let server = guarded(|_| true);
    let client = client(&server, &clock()).client_credentials(credentials());
    let call = client.build().unwrap().notes().call(&GUARDED);
    call.header("Authorization", "Bearer mine")
        .send()
        .await
        .unwrap();
    assert_eq!(sent(&server), ["Bearer mine"]);
    assert!(asked(&server, "/token").is_empty());
}

#[tokio::test]
async fn neither_token_nor_secret_goes_to_another_origin() {
    let other = Server::always(200, "null");
    let away = other.url();
    let server = Server::start(move |request| match request.target.as_str() {
        "/token" => Answer::json(200, r#"{"access_token":"t0ken"}"#),
        // The service copies the token along.
        _ => Answer::redirect(302, &format!("{away}/?token=t0ken&page=7")),
    });
    let client = client(&server, &clock()).client_credentials(credentials());
    client
        .build()
        .unwrap()
        .notes()
        .call(&GUARDED)
        .send()
        .await
        .unwrap();
    let request = other.request();
    assert_eq!(request.target, "/?page=7");
    assert_eq!(request.header("authorization"), None);
}

#[tokio::test]
async fn a_token_that_the_service_repeats_is_not_shown() {
    let server = Server::start(|request| match request.target.as_str() {
        "/token" => Answer::json(200, r#"{"access_token":"t0ken"}"#),
        _ => Answer::json(403, r#"{"message":"t0ken is not good enough"}"#),
    });
    let client = client(&server, &clock()).client_credentials(credentials());
    let client = client.build().unwrap();
    let error = client.notes().call(&GUARDED).send().await.unwrap_err();
    let shown = format!("{error} {error:?} {client:?}");
    assert!(shown.contains("[redacted] is not good enough"), "{shown}");
    assert!(!shown.contains("t0ken"), "{shown}");
}

#[tokio::test]
async fn another_token_url() {
    let (server, elsewhere) = (guarded(|_| true), guarded(|_| true));
    let absolute = credentials().token_url(format!("{}/token", elsewhere.url()));
    let client = client(&server, &clock()).client_credentials(absolute);
    client
        .build()
        .unwrap()
        .notes()
        .call(&GUARDED)
        .send()
        .await
        .unwrap();
    assert_eq!(asked(&elsewhere, "/token").len(), 1);
    let none =
        self::client(&server, &clock()).client_credentials(credentials().token_url("ftp://a"));
    let error = none
        .build()
        .unwrap()
        .notes()
        .call(&GUARDED)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "op: the token URL is not one; set `ClientCredentials::token_url`"
    );
}
