//! What the builder refuses, and what clients show of themselves.

use specsmith_runtime::{
    ClientBuilder, ClientCredentials, Error, ErrorKind, RetryPolicy, Secret, TokenProvider,
};

use crate::support::server::{Answer, Server};
use crate::support::service::{Client, Note, UpdateNoteSetters, builder};

#[track_caller]
fn refused(builder: ClientBuilder<Client>) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        !format!("{error:?} {error}").contains("s3cret"),
        "{error:?}"
    );
    error.to_string()
}

#[test]
fn base_urls_that_are_none() {
    for (url, message) in [
        (
            "",
            "the base URL cannot be read: relative URL without a base",
        ),
        (
            "notes.invalid",
            "the base URL cannot be read: relative URL without a base",
        ),
        (
            "ftp://notes.invalid",
            "the base URL has to begin with http:// or https://",
        ),
        ("http://", "the base URL cannot be read: empty host"),
        (
            "https://me:s3cret@notes.invalid",
            "the base URL has credentials in it; give them to `basic_auth`",
        ),
        (
            "https://notes.invalid/?a=s3cret",
            "the base URL has a query or fragment, which paths cannot be added to",
        ),
    ] {
        assert_eq!(refused(Client::builder().base_url(url)), message);
    }
}

#[test]
fn credentials_that_are_empty() {
    assert_eq!(
        refused(Client::builder().bearer_token("")),
        "the credential for `bearerAuth` is empty"
    );
    for scheme in ["headerKey", "queryKey", "cookieKey"] {
        assert_eq!(
            refused(Client::builder().credential(scheme, "")),
            format!("the credential for `{scheme}` is empty")
        );
    }
}

#[test]
fn credentials_that_cannot_be_sent() {
    let message = |scheme: &str| {
        format!(
            "the credential for `{scheme}` has a character that HTTP cannot send there, such as a \
             line break"
        )
    };
    assert_eq!(
        refused(Client::builder().bearer_token("s3cret\n")),
        message("bearerAuth")
    );
    assert_eq!(
        refused(Client::builder().credential("headerKey", "s3cret\r")),
        message("headerKey")
    );
    assert_eq!(
        refused(Client::builder().credential("cookieKey", "s3;cret")),
        message("cookieKey")
    );
    assert_eq!(
        refused(Client::builder().credential("nope", "s3cret")),
        "the service has no security scheme `nope`; it has `bearerAuth`, `basicAuth`, \
         `headerKey`, `queryKey`, `cookieKey`, `certificate`, `digest`, `oauth`, \
         `oauthElsewhere`"
    );
}

#[test]
fn credentials_of_another_kind() {
    let login = ("me", "s3cret");
    for (scheme, secret, takes) in [
        (
            "bearerAuth",
            Secret::from(login),
            "takes a token, or where tokens come from",
        ),
        (
            "oauth",
            Secret::from(login),
            "takes a token, or where tokens come from",
        ),
        (
            "basicAuth",
            Secret::from("s3cret"),
            "takes user and password",
        ),
        ("headerKey", Secret::from(login), "takes a key"),
        (
            "digest",
            Secret::from(login),
            "takes the value of the header `Authorization`",
        ),
        (
            "certificate",
            Secret::from("s3cret"),
            "takes a client certificate, see `client_certificate`",
        ),
    ] {
        assert_eq!(
            refused(Client::builder().credential(scheme, secret)),
            format!("the security scheme `{scheme}` {takes}")
        );
    }
    let client = ClientCredentials::new("me", "s3cret");
    assert_eq!(
        refused(Client::builder().credential("oauthElsewhere", client)),
        "the description says no token URL for `oauthElsewhere`; set \
         `ClientCredentials::token_url`"
    );
}

#[test]
fn server_variables_that_have_no_such_value() {
    assert_eq!(
        refused(Client::builder().server_variable("region", "mars")),
        "the server variable `region` cannot be \"mars\"; it is one of eu, us"
    );
}

#[test]
fn headers_and_proxies_that_are_none() {
    assert_eq!(
        refused(Client::builder().header("a b", "c")),
        "\"a b\" is no name of a header"
    );
    assert_eq!(
        refused(Client::builder().header("X-Token", "s3cret\n")),
        "the header `x-token` has a character that HTTP cannot send there"
    );
    assert_eq!(
        refused(Client::builder().user_agent("a\nb")),
        "the user agent has a character that HTTP cannot send"
    );
    assert_eq!(
        refused(Client::builder().proxy("http://s3cret:s3cret@")),
        "the proxy is not a URL"
    );
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn certificates_that_are_none() {
    assert!(refused(Client::builder().root_certificates("s3cret")).contains("root certificates"));
    let builder = Client::builder().client_certificate("s3cret", "s3cret");
    assert_eq!(refused(builder), "the client certificate cannot be read");
}

#[test]
fn nothing_shows_a_credential() {
    let builder = || {
        Client::builder()
            .bearer_token("s3cret")
            .basic_auth("me", "s3cret")
            .credential("headerKey", "s3cret")
            .credential("queryKey", "s3cret")
            .credential("cookieKey", "s3cret")
            .credential("oauth", ClientCredentials::new("id", "s3cret"))
            .credential(
                "oauthElsewhere",
                TokenProvider::new(async || Ok::<_, Error>("s3cret")),
            )
            .header("X-Other", "s3cret")
            .base_url("https://notes.invalid")
    };
    assert!(!format!("{:?}", builder()).contains("s3cret"));
    let client = builder().build().unwrap();
    let call = client.notes().update("a", "s3cret", Note::new("s3cret"));
    let call = call.header("X-Token", "s3cret").idempotency_key("s3cret");
    let shown = format!("{client:?} {:?} {call:?}", client.notes());
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(
        shown.contains("https://notes.invalid") && shown.contains("updateNote"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_proxy_is_used() {
    let proxy = Server::always(200, "[]");
    let url = proxy.url().replace("http://", "http://me:pass@");
    let client = Client::builder()
        .base_url("http://notes.invalid")
        .proxy(url)
        .build()
        .unwrap();
    client.notes().list().send().await.unwrap();
    let request = proxy.request();
    assert_eq!(request.target, "http://notes.invalid/notes");
    assert_eq!(
        request.header("proxy-authorization"),
        Some("Basic bWU6cGFzcw==")
    );
}

#[tokio::test]
async fn compression_is_asked_for_unless_switched_off() {
    let server = Server::always(200, "[]");
    let accepted = async |client: Client| {
        client.notes().list().send().await.unwrap();
        let requests = server.requests();
        requests
            .last()
            .unwrap()
            .header("accept-encoding")
            .map(str::to_owned)
    };
    let build = |builder: ClientBuilder<Client>| builder.build().unwrap();
    assert_eq!(
        accepted(build(builder(&server.url()))).await.as_deref(),
        Some("gzip,br")
    );
    assert_eq!(
        accepted(build(builder(&server.url()).no_gzip()))
            .await
            .as_deref(),
        Some("br")
    );
    let none = builder(&server.url()).no_gzip().no_brotli();
    assert_eq!(accepted(build(none)).await, None);
}

#[tokio::test]
async fn a_client_of_ones_own_is_used() {
    let server = Server::always(200, "[]");
    let own = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .default_headers(
            [(http::header::VIA, "own".parse().unwrap())]
                .into_iter()
                .collect(),
        )
        .no_proxy()
        .build()
        .unwrap();
    let client = builder(&server.url()).http_client(own).build().unwrap();
    client.notes().list().send().await.unwrap();
    assert_eq!(server.request().header("via"), Some("own"));
}

#[tokio::test]
async fn a_builder_of_ones_own_is_used_without_its_redirects() {
    let server = Server::start(|request| match request.target.as_str() {
        "/notes" => Answer::redirect(307, "/moved"),
        _ => Answer::json(200, "[]"),
    });
    let own = reqwest::Client::builder()
        .default_headers(
            [(http::header::VIA, "own".parse().unwrap())]
                .into_iter()
                .collect(),
        )
        .redirect(reqwest::redirect::Policy::limited(0));
    let client = builder(&server.url())
        .http_client_builder(own)
        .build()
        .unwrap();
    client.notes().list().send().await.unwrap();
    assert_eq!(server.requests()[1].header("via"), Some("own"));
}

#[test]
fn a_client_that_follows_redirects_is_refused() {
    use reqwest::redirect::Policy;
    let policies = [
        Policy::default(),
        Policy::limited(3),
        Policy::custom(|attempt| attempt.stop()),
    ];
    for policy in policies {
        let own = reqwest::Client::builder().redirect(policy).build().unwrap();
        let message = refused(Client::builder().http_client(own));
        assert!(
            message.starts_with("the HTTP client follows redirects by itself"),
            "{message}"
        );
    }
}

#[tokio::test]
async fn an_operation_has_the_server_of_the_description_unless_the_builder_names_one() {
    let server = Server::always(200, "[]");
    let client = Client::builder()
        .no_proxy()
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let error = client.notes().list().send().await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    let client = builder(&server.url()).build().unwrap();
    client.notes().list().send().await.unwrap();
}
