//! Which server a call goes to.

use specsmith_runtime::{ClientBuilder, OperationSpec, RetryPolicy, ServerSpec, VariableSpec};

use crate::support::server::Server;
use crate::support::service::{Client, SANDBOX};

fn bare() -> ClientBuilder<Client> {
    Client::builder().no_proxy().retry(RetryPolicy::none())
}

fn base(builder: ClientBuilder<Client>) -> String {
    let shown = format!("{:?}", builder.build().unwrap());
    let (_, rest) = shown.split_once("base_url: Some(\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

#[test]
fn the_servers_of_the_description() {
    assert_eq!(base(bare()), "https://eu.notes.invalid/v1");
    let us = bare()
        .server_variable("region", "us")
        .server_variable("version", "v2");
    assert_eq!(base(us), "https://us.notes.invalid/v2");
    assert_eq!(
        base(bare().server(&SANDBOX)),
        "https://sandbox.notes.invalid"
    );
    let own = bare().server(&SANDBOX).base_url("http://own.invalid/x/");
    assert_eq!(base(own), "http://own.invalid/x");
}

fn operation(server: &'static ServerSpec) -> &'static OperationSpec {
    Box::leak(Box::new(OperationSpec {
        id: "op",
        server: Some(server),
        path: "/p",
        ..OperationSpec::DEFAULT
    }))
}

/// Relative to the base URL, as if the description stood there (RFC 3986, section 5).
#[tokio::test]
async fn relative_servers_of_operations() {
    const VARIABLES: &[VariableSpec] = &[VariableSpec {
        name: "v",
        default: "1",
        values: &["1", "2"],
    }];
    for (url, target) in [
        ("/other", "/other/p"),
        ("/v{v}/", "/v2/p"),
        ("below", "/api/below/p"),
        ("../beside", "/beside/p"),
        ("/", "/p"),
    ] {
        let server = Server::always(200, "null");
        let spec = Box::leak(Box::new(ServerSpec {
            url,
            variables: VARIABLES,
        }));
        let client = bare().base_url(format!("{}/api", server.url()));
        let client = client.server_variable("v", "2").build().unwrap();
        client.notes().call(operation(spec)).send().await.unwrap();
        assert_eq!(server.request().target, target, "{url}");
    }
}

#[tokio::test]
async fn absolute_servers_of_operations() {
    let server = Server::always(200, "null");
    let url: &'static str = format!("{}/own", server.url()).leak();
    let spec = Box::leak(Box::new(ServerSpec {
        url,
        variables: &[],
    }));
    bare()
        .build()
        .unwrap()
        .notes()
        .call(operation(spec))
        .send()
        .await
        .unwrap();
    assert_eq!(server.request().target, "/own/p");
    // A base URL of the builder's holds for all.
    let all = Server::always(200, "null");
    let client = bare().base_url(all.url()).build().unwrap();
    client.notes().call(operation(spec)).send().await.unwrap();
    assert_eq!(all.request().target, "/p");
}

#[tokio::test]
async fn a_variable_of_an_operation_is_checked_when_it_is_called() {
    static SPEC: ServerSpec = ServerSpec {
        url: "https://{v}.invalid",
        variables: &[VariableSpec {
            name: "v",
            default: "a",
            values: &["a"],
        }],
    };
    let client = bare().server_variable("v", "b").build().unwrap();
    let error = client
        .notes()
        .call(operation(&SPEC))
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "op: the server variable `v` cannot be \"b\"; it is one of a"
    );
}

/// Where the description was read from is not known to a client.
#[tokio::test]
async fn a_relative_server_needs_a_base_url() {
    static SPEC: ServerSpec = ServerSpec {
        url: "/v1",
        variables: &[],
    };
    let expected =
        "the server \"/v1\" of the description is relative; set `base_url` on the builder";
    let client = bare().server(&SPEC).build().unwrap();
    let call = client.notes().call(&OperationSpec {
        id: "op",
        ..OperationSpec::DEFAULT
    });
    let error = call.send().await.unwrap_err();
    assert_eq!(error.to_string(), format!("op: {expected}"));
    let client = bare().server(&SPEC).build().unwrap();
    let error = client
        .notes()
        .call(operation(&SPEC))
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), format!("op: {expected}"));
}
