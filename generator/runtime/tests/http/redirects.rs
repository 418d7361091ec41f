//! Redirects, with a second server that records what leaked.

use specsmith_runtime::{ClientBuilder, Error, ErrorKind, OperationSpec, Parameter};

use crate::support::server::{Answer, Request, Server};
use crate::support::service::{Client, Note, OtherSetters, builder, client};

static LEAKY: OperationSpec = OperationSpec {
    id: "leaky",
    path: "/start",
    parameters: &[Parameter {
        name: "page",
        ..Parameter::DEFAULT
    }],
    security: &[&[0, 2, 3, 4]],
    ..OperationSpec::DEFAULT
};

fn leaky(method: &'static str) -> &'static OperationSpec {
    Box::leak(Box::new(OperationSpec {
        id: "leaky",
        method,
        path: LEAKY.path,
        parameters: &[],
        security: LEAKY.security,
        bodies: &[specsmith_runtime::BodySpec::JSON],
        ..OperationSpec::DEFAULT
    }))
}

fn armed(server: &Server) -> ClientBuilder<Client> {
    builder(&server.url())
        .credential("headerKey", "h-s3cret")
        .credential("queryKey", "q-s3cret")
        .credential("cookieKey", "c-s3cret")
        .header("X-Default", "d-s3cret")
}

/// A server that redirects to the URL that a function makes of the target asked for.
fn redirecting(status: u16, to: impl Fn(&str) -> String + Send + Sync + 'static) -> Server {
    Server::start(move |request| match request.target.starts_with("/end") {
        true => Answer::json(200, "null"),
        false => Answer::redirect(status, &to(&request.target)),
    })
}

fn assert_clean(request: &Request) {
    let names: Vec<_> = request
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let mut names = names;
    names.sort_unstable();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    assert!(!request.target.contains("s3cret"), "{}", request.target);
    assert!(request.body.is_empty());
}

#[tokio::test]
async fn no_credential_and_no_header_of_the_caller_goes_to_another_origin() {
    for status in [301, 302, 303, 307, 308] {
        let other = Server::always(200, "null");
        let to = other.url();
        // The service copies the query along, as services do.
        let server = redirecting(status, move |target| format!("{to}{target}"));
        let client = armed(&server).build().unwrap();
        let call = client
            .notes()
            .call(&LEAKY)
            .set(0, &7_i32)
            .header("X-Call", "s3cret");
        call.send().await.unwrap();
        assert!(server.request().target.contains("q-s3cret"));
        let request = other.request();
        assert_clean(&request);
        assert_eq!(request.target, "/start?page=7");
    }
}

#[tokio::test]
async fn credentials_do_not_come_back_on_the_way_back() {
    let server = Server::start(|request| match request.target.as_str() {
        "/end" => Answer::json(200, "null"),
        target => Answer::redirect(302, target.split_once("to=").unwrap().1),
    });
    let home = format!("{}/end", server.url());
    let other = Server::start(move |_| Answer::redirect(302, &home));
    let away: &'static str = other.url().leak();
    let operation = Box::leak(Box::new(OperationSpec {
        id: "op",
        path: format!("/?to={away}").leak(),
        security: &[&[0]],
        ..OperationSpec::DEFAULT
    }));
    client(&server.url())
        .notes()
        .call(operation)
        .send()
        .await
        .unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("authorization"), Some("Bearer t0ken"));
    assert_clean(&requests[1]);
}

#[tokio::test]
async fn within_the_origin_everything_is_sent_again() {
    for (status, method) in [
        (307, "PATCH"),
        (308, "POST"),
        (301, "PATCH"),
        (302, "PUT"),
        (307, "COPY"),
    ] {
        let server = redirecting(status, |_| "/end?a=b".to_owned());
        let client = armed(&server).build().unwrap();
        client
            .notes()
            .call(leaky(method))
            .json("body".into())
            .send()
            .await
            .unwrap();
        let requests = server.requests();
        assert_eq!(requests[1].method, method);
        assert_eq!(requests[1].target, "/end?a=b");
        assert_eq!(requests[1].text(), "\"body\"");
        for name in [
            "authorization",
            "x-api-key",
            "cookie",
            "x-default",
            "content-type",
        ] {
            assert_eq!(requests[1].header(name), requests[0].header(name), "{name}");
            assert!(requests[1].header(name).is_some(), "{name}");
        }
    }
}

#[tokio::test]
async fn what_becomes_get_loses_its_body() {
    for method in ["POST", "PATCH", "DELETE"] {
        let server = redirecting(303, |_| "/end".to_owned());
        let client = armed(&server).build().unwrap();
        client
            .notes()
            .call(leaky(method))
            .json("body".into())
            .send()
            .await
            .unwrap();
        let request = &server.requests()[1];
        assert_eq!((request.method.as_str(), request.body.len()), ("GET", 0));
        assert_eq!(request.header("content-type"), None);
        assert_eq!(request.header("content-length"), None);
        assert_eq!(request.header("authorization"), Some("Bearer t0ken"));
    }
}

async fn refused(server: &Server, method: &'static str) -> Error {
    let client = armed(server).build().unwrap();
    let error = client
        .notes()
        .call(leaky(method))
        .json("s3cret".into())
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(
        !format!("{error} {error:?}").contains("s3cret"),
        "{error:?}"
    );
    assert!(error.headers().unwrap().contains_key("location"));
    error
}

#[tokio::test]
async fn bodies_and_unsafe_methods_do_not_leave_the_origin() {
    for (status, method) in [
        (307, "POST"),
        (308, "PATCH"),
        (301, "PATCH"),
        (302, "PUT"),
        (307, "DELETE"),
        (301, "POST"),
        (302, "POST"),
        (303, "POST"),
        (303, "PATCH"),
    ] {
        let other = Server::always(200, "null");
        let to = other.url();
        let server = redirecting(status, move |_| to.clone());
        let error = refused(&server, method).await;
        assert_eq!(
            error.to_string(),
            format!(
                "leaky: {status}: redirected to another origin, {}, where the {method} request \
                 was not sent again",
                other.url()
            )
        );
        assert_eq!(error.status().unwrap(), status);
        assert!(other.requests().is_empty());
    }
}

/// The object of another service is not what was updated, however well it can be read.
#[tokio::test]
async fn an_answer_of_another_origin_is_not_one_to_an_update() {
    let other = Server::always(200, r#"{"text":"of somebody else"}"#);
    let to = other.url();
    // Straight there, and by way of the origin, where the request has become a GET.
    for first in [to.clone(), "/moved".to_owned()] {
        let to = to.clone();
        let server = Server::start(move |request| match request.target.as_str() {
            "/moved" => Answer::redirect(302, &to),
            _ => Answer::redirect(303, &first),
        });
        let notes = client(&server.url()).notes();
        let error = notes.update("a", "1", Note::new("x")).send().await;
        let error = error.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert!(error.to_string().contains(&other.url()), "{error}");
    }
    assert!(other.requests().is_empty());
}

/// A list that is found there would be taken for what was made.
#[tokio::test]
async fn a_post_does_not_become_a_get_but_for_303() {
    for status in [301, 302] {
        let server = redirecting(status, |_| "/end/?a=b".to_owned());
        let error = refused(&server, "POST").await;
        let message = format!(
            "leaky: {status}: redirected to {}/end/, where the POST request was not sent again",
            server.url()
        );
        assert_eq!(error.to_string(), message);
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_password_in_the_location_is_not_sent() {
    let other = Server::always(200, "null");
    let to = other.url().replace("http://", "http://me:s3cret@");
    let server = redirecting(302, move |_| format!("{to}/#s3cret"));
    armed(&server)
        .build()
        .unwrap()
        .notes()
        .call(&LEAKY)
        .send()
        .await
        .unwrap();
    assert_clean(&other.request());
}

#[tokio::test]
async fn redirects_that_lead_nowhere() {
    for (location, message) in [
        (
            "ftp://notes.invalid/",
            "leaky: 302: redirected to the scheme `ftp`",
        ),
        (
            "http://",
            "leaky: 302: redirected to something that is not a URL",
        ),
        ("/again", "leaky: 302: redirected more than 10 times"),
    ] {
        let server = redirecting(302, move |_| location.to_owned());
        assert_eq!(refused(&server, "GET").await.to_string(), message);
    }
}

#[tokio::test]
async fn redirects_that_are_not_followed_are_the_answer() {
    let server = redirecting(302, |_| "/end".to_owned());
    let client = armed(&server).max_redirects(0).build().unwrap();
    let error = client.notes().call(&LEAKY).send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 302)
    );
    let server = Server::start(|_| Answer::status(304));
    let error = armed(&server)
        .build()
        .unwrap()
        .notes()
        .call(&LEAKY)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 304)
    );
    let server = Server::start(|_| Answer::status(302));
    let error = armed(&server)
        .build()
        .unwrap()
        .notes()
        .call(&LEAKY)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 302)
    );
}

#[tokio::test]
async fn a_client_of_ones_own_does_not_leave_the_origin() {
    let other = Server::always(200, "null");
    let to = other.url();
    let server = redirecting(302, move |_| to.clone());
    let own = || reqwest::Client::builder().no_proxy();
    let none = own()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    for client in [
        armed(&server).http_client(none),
        armed(&server).http_client_builder(own()),
    ] {
        let error = client
            .build()
            .unwrap()
            .notes()
            .call(&LEAKY)
            .send()
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("leaky: 302: redirected to another origin, {}", other.url())
        );
    }
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn an_update_is_followed_within_its_origin() {
    let server = Server::start(|request| match request.number {
        0 => Answer::redirect(308, "/accounts/b/notes/1"),
        _ => Answer::json(200, r#"{"text":"moved"}"#),
    });
    let call = client(&server.url())
        .notes()
        .update("a", "1", Note::new("x"));
    assert_eq!(call.send().await.unwrap().text, "moved");
    assert_eq!(server.requests()[1].text(), r#"{"text":"x"}"#);
}

#[tokio::test]
async fn what_was_processed_before_a_redirect_is_not_repeated() {
    // The POST is done; only what it led to fails.
    let server = Server::start(|request| match request.target.as_str() {
        "/busy" => Answer::json(429, "null"),
        _ => Answer::redirect(303, "/busy"),
    });
    let client = armed(&server).build().unwrap();
    let call = client.notes().call(leaky("POST")).json("body".into());
    let error = call.send().await.unwrap_err();
    assert_eq!(server.requests().len(), 2, "{error}");
    // A GET may be.
    let server = redirecting(302, |_| "http://127.0.0.1:1".to_owned());
    let client = armed(&server).build().unwrap();
    client.notes().call(&LEAKY).send().await.unwrap_err();
    assert_eq!(server.requests().len(), 3);
}
