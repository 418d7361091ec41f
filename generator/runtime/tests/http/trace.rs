//! Spans of requests.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use specsmith_runtime::{Location, OperationSpec, Parameter, RetryPolicy, Style};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::support::server::{Answer, Server};
use crate::support::service::{OtherSetters, builder};

static READ: OperationSpec = OperationSpec {
    id: "readThing",
    path: "/things/{id}",
    parameters: &[Parameter {
        name: "id",
        location: Location::Path,
        style: Style::Simple,
        ..Parameter::DEFAULT
    }],
    security: &[&[3]],
    ..OperationSpec::DEFAULT
};

type Fields = BTreeMap<String, String>;

/// Keeps the fields of all spans.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<Vec<Fields>>>);

struct Put<'a>(&'a mut Fields);

impl Visit for Put<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let text = format!("{value:?}");
        let text = text.trim_matches('"').to_owned();
        self.0.insert(field.name().to_owned(), text);
    }
}

impl Subscriber for Spans {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("specsmith_runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::new();
        span.record(&mut Put(&mut fields));
        let mut all = self.0.lock().unwrap();
        all.push(fields);
        Id::from_u64(all.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut all = self.0.lock().unwrap();
        values.record(&mut Put(&mut all[span.into_u64() as usize - 1]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[test]
fn each_request_has_a_span_without_credentials() {
    let server = Server::start(|request| match request.number {
        0 => Answer::status(503),
        1 => Answer::drop_connection(),
        _ => Answer::json(200, "{}"),
    });
    let spans = Spans::default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    // For all tests of the program: what a span is worth is remembered for all threads at once.
    tracing::subscriber::set_global_default(spans.clone()).unwrap();
    let client = builder(&server.url()).credential("queryKey", "s3cret");
    let client = client.retry(RetryPolicy::default()).build().unwrap();
    let call = client.notes().call(&READ).set(0, &"a b".to_owned());
    runtime.block_on(call.send()).unwrap();
    let mut spans = spans.0.lock().unwrap().clone();
    spans.retain(|span| span.get("operation").is_some_and(|id| id == READ.id));
    let said = |name: &str| -> Vec<String> {
        let said = spans.iter().map(|span| span.get(name).cloned());
        said.map(|said| said.unwrap_or_else(|| "-".to_owned()))
            .collect()
    };
    assert_eq!(said("otel.name"), ["GET /things/{id}"; 3]);
    assert_eq!(said("otel.kind"), ["client"; 3]);
    assert_eq!(said("http.request.method"), ["GET"; 3]);
    assert_eq!(said("http.request.resend_count"), ["-", "1", "2"]);
    assert_eq!(said("http.response.status_code"), ["503", "-", "200"]);
    assert_eq!(said("error.type"), ["503", "transport", "-"]);
    assert_eq!(said("otel.status_code"), ["ERROR", "ERROR", "-"]);
    assert_eq!(said("server.address"), ["127.0.0.1"; 3]);
    assert_eq!(said("operation"), ["readThing"; 3]);
    assert_eq!(said("url.template"), ["/things/{id}"; 3]);
    for url in said("url.full") {
        assert!(url.starts_with("http://127.0.0.1:"), "{url}");
        assert!(
            url.contains("/things/a%20b?api_key=") && !url.contains("s3cret"),
            "{url}"
        );
    }
}
