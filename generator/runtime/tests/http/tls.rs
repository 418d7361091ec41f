//! TLS: whom the client trusts, and as whom it shows itself.
//!
//! The certificates beside this file are good for a hundred years; their keys are known to
//! everybody and serve these tests alone.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};
use specsmith_runtime::{ClientBuilder, ErrorKind, RetryPolicy, Value};

use crate::support::server::Server;
use crate::support::service::{Client, builder};

const CA: &[u8] = include_bytes!("../support/tls/ca.pem");
const SERVER: &[u8] = include_bytes!("../support/tls/server.pem");
const SERVER_KEY: &[u8] = include_bytes!("../support/tls/server.key.pem");
const CLIENT: &[u8] = include_bytes!("../support/tls/client.pem");
const CLIENT_KEY: &[u8] = include_bytes!("../support/tls/client.key.pem");

fn config() -> ServerConfig {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_slice(CA).unwrap())
        .unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let verifier = WebPkiClientVerifier::builder_with_provider(roots.into(), Arc::clone(&provider));
    ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(verifier.allow_unauthenticated().build().unwrap())
        .with_single_cert(
            vec![CertificateDer::from_pem_slice(SERVER).unwrap()],
            PrivateKeyDer::from_pem_slice(SERVER_KEY).unwrap(),
        )
        .unwrap()
}

/// Answers each connection once: with a redirect when there is a location, else with whether the
/// client showed a certificate.
fn serve(location: Option<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let config = Arc::new(config());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = BufReader::new(StreamOwned::new(connection, stream));
            let mut line = String::new();
            while stream.read_line(&mut line).is_ok_and(|read| read > 2) {
                line.clear();
            }
            let stream = stream.get_mut();
            let shown = stream.conn.peer_certificates().is_some().to_string();
            let head = match &location {
                Some(location) => format!("302 Found\r\nLocation: {location}"),
                None => "200 OK".to_owned(),
            };
            let length = shown.len();
            let answer = format!(
                "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{shown}"
            );
            stream.write_all(answer.as_bytes()).ok();
            stream.conn.send_close_notify();
            stream.flush().ok();
        }
    });
    url
}

fn trusting(url: &str) -> ClientBuilder<Client> {
    builder(url)
        .retry(RetryPolicy::none())
        .root_certificates(CA)
}

async fn shown(builder: ClientBuilder<Client>) -> Result<Value, specsmith_runtime::Error> {
    static GET: specsmith_runtime::OperationSpec = specsmith_runtime::OperationSpec {
        id: "get",
        path: "/",
        ..specsmith_runtime::OperationSpec::DEFAULT
    };
    builder.build().unwrap().notes().call(&GET).send().await
}

#[tokio::test]
async fn a_server_is_trusted_by_its_root_only() {
    let url = serve(None);
    assert_eq!(shown(trusting(&url)).await.unwrap(), false);
    let error = shown(builder(&url).retry(RetryPolicy::none()))
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.is_connect()),
        (ErrorKind::Transport, true)
    );
}

#[tokio::test]
async fn a_client_certificate_is_shown() {
    let certified = trusting(&serve(None)).client_certificate(CLIENT, CLIENT_KEY);
    assert_eq!(shown(certified).await.unwrap(), true);
}

#[tokio::test]
async fn a_client_certificate_does_not_leave_its_origin() {
    let other = serve(None);
    let url = serve(Some(other.clone()));
    assert_eq!(shown(trusting(&url)).await.unwrap(), false);
    let error = shown(trusting(&url).client_certificate(CLIENT, CLIENT_KEY))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("get: 302: redirected to another origin, {other}")
    );
}

#[tokio::test]
async fn nothing_goes_from_https_to_http() {
    let plain = Server::always(200, "null");
    let error = shown(trusting(&serve(Some(plain.url()))))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("get: 302: redirected from https to {}", plain.url())
    );
    assert!(plain.requests().is_empty());
}
