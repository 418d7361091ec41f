//! Calls that are refused before anything is sent.

use specsmith_runtime::{Constraint, Error, ErrorKind, Location, OperationSpec, Parameter, Style};

use crate::support::service::{Client, Note, OtherSetters, builder, client};

/// Nobody listens there: a call that is sent fails in another way.
const NOWHERE: &str = "http://127.0.0.1:1";

#[track_caller]
fn assert_refused(error: &Error, message: &str) {
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(error.to_string(), message);
    assert_eq!((error.attempts(), error.is_retryable()), (0, false));
}

#[tokio::test]
async fn path_parameters_that_are_empty_or_dots() {
    let notes = client(NOWHERE).notes();
    for (id, message) in [
        ("", "updateNote: path parameter `id` is empty"),
        (
            ".",
            "updateNote: path parameter `id` makes a dot segment of the path",
        ),
        (
            "..",
            "updateNote: path parameter `id` makes a dot segment of the path",
        ),
    ] {
        let error = notes
            .update("acc", id, Note::new("a"))
            .send()
            .await
            .unwrap_err();
        assert_refused(&error, message);
    }
    let error = notes
        .update("..", "1", Note::new("a"))
        .send()
        .await
        .unwrap_err();
    assert_refused(
        &error,
        "updateNote: path parameter `account` makes a dot segment of the path",
    );
}

static DOTS: OperationSpec = OperationSpec {
    id: "dots",
    path: "/a/.{x}/b",
    parameters: &[Parameter {
        name: "x",
        location: Location::Path,
        style: Style::Simple,
        required: true,
        ..Parameter::DEFAULT
    }],
    ..OperationSpec::DEFAULT
};

#[tokio::test]
async fn a_dot_that_makes_a_segment_of_dots() {
    let call = client(NOWHERE).notes().call(&DOTS).set(0, &".".to_owned());
    assert_refused(
        &call.send().await.unwrap_err(),
        "dots: path parameter `x` makes a dot segment of the path",
    );
}

static REQUIRED: OperationSpec = OperationSpec {
    id: "required",
    path: "/",
    parameters: &[
        Parameter {
            name: "list",
            required: true,
            ..Parameter::DEFAULT
        },
        Parameter {
            name: "X-Trace",
            location: Location::Header,
            style: Style::Simple,
            ..Parameter::DEFAULT
        },
    ],
    bodies: &[specsmith_runtime::BodySpec::JSON],
    body_required: true,
    ..OperationSpec::DEFAULT
};

#[tokio::test]
async fn what_is_required_and_missing() {
    let notes = client(NOWHERE).notes();
    let error = notes.call(&REQUIRED).send().await.unwrap_err();
    assert_refused(&error, "required: query parameter `list` is missing");
    let error = notes
        .call(&REQUIRED)
        .set(0, &Vec::<String>::new())
        .send()
        .await
        .unwrap_err();
    assert_refused(&error, "required: query parameter `list` is missing");
    let error = notes
        .call(&REQUIRED)
        .set(0, &1_i32)
        .send()
        .await
        .unwrap_err();
    assert_refused(&error, "required: the body is missing");
}

#[tokio::test]
async fn header_values_that_http_does_not_allow() {
    let notes = client(NOWHERE).notes();
    for value in ["a\r\nX-Injected: b", "a\0", "ä", " a", "a\t"] {
        let call = notes
            .call(&REQUIRED)
            .set(0, &1_i32)
            .set(1, &value.to_owned());
        let error = call.json(1.into()).send().await.unwrap_err();
        assert_refused(
            &error,
            "required: header parameter `X-Trace` has a character that HTTP cannot send in a header",
        );
    }
    let error = notes.list().header("X-A", "a\nb").send().await.unwrap_err();
    assert_refused(
        &error,
        "listNotes: the header `x-a` has a character that HTTP cannot send there",
    );
    let error = notes.list().header("X A", "b").send().await.unwrap_err();
    assert_refused(&error, "listNotes: \"X A\" is no name of a header");
    let error = notes.list().header("X\nA", "1").send().await.unwrap_err();
    assert_refused(&error, r#"listNotes: "X\nA" is no name of a header"#);
    let error = notes
        .list()
        .header("Content-Length", "5")
        .send()
        .await
        .unwrap_err();
    assert_refused(
        &error,
        "listNotes: the header `content-length` belongs to the connection and is set there",
    );
}

#[tokio::test]
async fn credentials_that_are_missing() {
    let client = Client::builder().base_url(NOWHERE).build().unwrap();
    let error = client
        .notes()
        .update("a", "1", Note::new("a"))
        .send()
        .await
        .unwrap_err();
    assert_refused(
        &error,
        "updateNote: the builder was given no credentials for `bearerAuth` (`bearer_token`)",
    );
}

#[tokio::test]
async fn rules_are_checked_on_request_only() {
    let notes = client(NOWHERE).notes();
    let long = || notes.update("acc", "123456789012345678901", Note::new("much too long"));
    assert!(long().send().await.unwrap_err().is_connect());

    let error = long().validated().send().await.unwrap_err();
    assert_refused(&error, "updateNote: the input violates 2 of the rules");
    let violations = error.violations().unwrap();
    let paths: Vec<_> = violations
        .iter()
        .map(|violation| violation.path())
        .collect();
    assert_eq!(paths, ["id", "text"]);

    let client = builder(NOWHERE).validated().build().unwrap();
    let error = client
        .notes()
        .update("acc", "1", Note::new("much too long"))
        .send()
        .await;
    assert_eq!(error.unwrap_err().violations().unwrap().len(), 1);
}

static RULED: OperationSpec = OperationSpec {
    id: "ruled",
    path: "/",
    parameters: &[Parameter {
        name: "short",
        constraints: &[Constraint::MaxLength(2)],
        ..Parameter::DEFAULT
    }],
    ..OperationSpec::DEFAULT
};

#[tokio::test]
async fn only_the_last_value_of_a_parameter_is_checked() {
    let notes = client(NOWHERE).notes();
    let call = || notes.call(&RULED).set(0, &"long".to_owned());
    assert!(
        call()
            .validated()
            .send()
            .await
            .unwrap_err()
            .violations()
            .is_some()
    );
    let error = call()
        .set(0, &"ok".to_owned())
        .validated()
        .send()
        .await
        .unwrap_err();
    assert!(error.is_connect(), "{error}");
}
