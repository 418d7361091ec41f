//! Entries beside the declared fields of an object that is sent: each key is sent once.

use specsmith_runtime::{
    BodySpec, Extra, Field, Location, OperationSpec, Parameter, Record, Slot, Style, Table,
};

use crate::support::server::{Request, Server};
use crate::support::service::{OtherSetters, client};

/// As the generator writes a record.
#[derive(Debug, Clone, PartialEq)]
struct Loose {
    kind: String,
    name: Option<String>,
    extra: Extra,
}

impl Record for Loose {
    fn blank() -> Self {
        Self {
            kind: String::new(),
            name: None,
            extra: Extra::new(),
        }
    }

    fn table(&self) -> Table {
        const FIELDS: &[Field] = &[Field::Required("kind"), Field::Optional("name")];
        Table {
            name: "Loose",
            fields: FIELDS,
        }
    }

    fn slot(&mut self, _: usize) -> Option<&mut dyn Slot> {
        None
    }

    fn get(&self, index: usize) -> Option<&dyn Slot> {
        match index {
            0 => Some(&self.kind),
            1 => Some(&self.name),
            2 => Some(&self.extra),
            _ => None,
        }
    }
}

/// Its entries stand in for both fields, and for one that nobody declares.
fn loose(name: Option<&str>) -> Loose {
    let mut loose = Loose {
        kind: "a".to_owned(),
        name: name.map(str::to_owned),
        extra: Extra::new(),
    };
    for key in ["kind", "name", "other"] {
        loose.extra.as_map_mut().insert(key, "x".into());
    }
    loose
}

async fn sent(operation: OperationSpec, body: bool, value: Loose) -> Request {
    let server = Server::always(200, "null");
    let operation = Box::leak(Box::new(operation));
    let call = client(&server.url()).notes().call(operation);
    let call = if body {
        call.body(value)
    } else {
        call.set(0, &value)
    };
    call.send().await.unwrap();
    server.request()
}

#[tokio::test]
async fn each_key_of_a_body_is_sent_once() {
    for (content_type, with, without) in [
        (
            "application/json",
            r#"{"kind":"a","name":"b","other":"x"}"#,
            r#"{"kind":"a","name":"x","other":"x"}"#,
        ),
        (
            "application/x-www-form-urlencoded",
            "kind=a&name=b&other=x",
            "kind=a&name=x&other=x",
        ),
    ] {
        let operation = || OperationSpec {
            id: "send",
            method: "PUT",
            path: "/",
            bodies: Box::leak(Box::new([BodySpec {
                content_type,
                encodings: &[],
            }])),
            ..OperationSpec::DEFAULT
        };
        let request = sent(operation(), true, loose(Some("b"))).await;
        assert_eq!(request.text(), with);
        // A field that is not sent leaves its key to who knows the service better.
        let request = sent(operation(), true, loose(None)).await;
        assert_eq!(request.text(), without);
    }
}

#[tokio::test]
async fn each_key_of_a_parameter_is_sent_once() {
    let operation = || OperationSpec {
        id: "op",
        method: "GET",
        path: "/p",
        parameters: Box::leak(Box::new([Parameter {
            name: "filter",
            location: Location::Query,
            style: Style::Form,
            explode: true,
            ..Parameter::DEFAULT
        }])),
        ..OperationSpec::DEFAULT
    };
    let request = sent(operation(), false, loose(Some("b"))).await;
    assert_eq!(request.target, "/p?kind=a&name=b&other=x");
    let request = sent(operation(), false, loose(None)).await;
    assert_eq!(request.target, "/p?kind=a&name=x&other=x");
}
