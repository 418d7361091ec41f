//! A server that answers as a description says.
//!
//! ```text
//! request → routes → security → check → body     refused with problem details, or
//!         → respond (values, pages, events)      answered with an example or a made value
//! ```
//!
//! [`answer`] is all of this without a socket; [`serve`] puts it behind one. The description's own
//! schemas are what requests and answers are held against, by a validator that shares nothing with
//! the generator. This module must not know how SDKs are made.

mod answer;
mod body;
mod bundle;
mod chance;
mod check;
mod coerce;
mod encode;
mod events;
mod faults;
mod formats;
mod judge;
mod kept;
mod marks;
mod markup;
mod media;
mod multipart;
mod pages;
mod percent;
mod places;
mod prefer;
mod problem;
mod record;
mod request;
mod respond;
mod routes;
mod security;
mod serve;
mod shape;
mod source;
mod statuses;
mod values;
mod wire;

use serde_json::Value;
use specsmith_openapi::api::OperationId;
use specsmith_openapi::{Api, Report, Sources, normalize};

pub use answer::{Answer, Content};
pub use events::Events;
pub use faults::{Faults, Latency, SlowBody, Unread, duration, share};
pub use problem::Fault;
pub use record::{Record, Redaction};
pub use request::Request;
pub use serve::{Limits, Service, serve};

use judge::{Compiled, Judge};
use kept::Kept;
use places::Places;
use problem::{Kind, Problem};
use respond::Purpose;
use routes::{Found, Matched, Routes};
use source::Source;
use values::Unmade;

use crate::Description;

/// How answers are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Made values depend on it, and injected faults.
    pub seed: u64,
    /// After how many pages a list ends.
    pub pages: usize,
    /// What a stream of events is like.
    pub events: Events,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 0,
            pages: 3,
            events: Events::default(),
        }
    }
}

/// How many values all that were made together have that are kept. A million take some 100 MB.
const ROOM: usize = 1_000_000;

/// A description that is ready to answer.
#[derive(Debug)]
pub struct Mock {
    api: Api,
    routes: Routes,
    judge: Judge,
    /// Values that were made, which are the same each time.
    values: Kept<Purpose, Result<Value, Unmade>>,
    options: Options,
}

impl Mock {
    /// Reads a description; `None` when that is not possible, as `report` says.
    pub fn load(
        description: &Description<'_>,
        options: Options,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Option<Self> {
        let document = crate::open(description, sources, report)?;
        // Names are resolved twice, and what is found about them is told once.
        let source = normalize::resolve_names(document.clone(), &mut Report::new());
        let dialect = normalize::dialect_of(&source, &mut Report::new());
        let api = crate::lowered(document, report)?;
        Some(Self {
            routes: Routes::new(&api),
            judge: Judge::new(Source::new(source, dialect?)),
            values: Kept::new(ROOM),
            api,
            options,
        })
    }

    /// What the description offers.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// What is to be said to whoever runs the mock since it was last asked: schemas that are not
    /// checked, values that are not found.
    pub fn notes(&self) -> Vec<String> {
        self.judge.notes()
    }

    /// The answer of an operation to a request that is taken for as described.
    pub fn respond(&self, id: OperationId, request: &Request) -> Answer {
        let operation = &self.api[id];
        let answer = respond::respond(self, operation, request).unwrap_or_else(Answer::from);
        answer.of(operation)
    }

    /// What is wrong with a body that an operation answers, against its schema. Empty where there
    /// is no schema, or the body is not JSON.
    pub fn faults_of_answer(&self, id: OperationId, status: u16, body: &[u8]) -> Vec<Fault> {
        let Some(schema) = respond::schema_of(self, &self.api[id], status) else {
            return Vec::new();
        };
        match serde_json::from_slice(body) {
            Ok(value) => schema.faults(&value, "#"),
            Err(error) => vec![Fault::new("#", format!("it is not JSON: {error}"))],
        }
    }
}

/// The answer to a request. It depends on nothing but the two.
pub fn answer(mock: &Mock, request: &Request) -> Answer {
    let found = mock
        .routes
        .find(&request.method, request.path(), request.query());
    let mut answer = match found {
        Found::Operations(first, others) => answered(mock, request, &first, &others),
        Found::Methods(methods) => {
            let detail = format!("the path is described for {}", methods.join(", "));
            Problem::new(405, Kind::MethodNotAllowed, detail)
                .with_header("allow", methods.join(", "))
                .into()
        }
        Found::Nothing => {
            Problem::new(404, Kind::NoSuchPath, "the description has no such path").into()
        }
    };
    if request.method == "HEAD" {
        answer.drop_body();
    }
    answer
}

/// The answer of the first operation that takes the request; without one, what the first of all
/// says.
fn answered(mock: &Mock, request: &Request, first: &Matched, others: &[Matched]) -> Answer {
    let answer = |(id, path): &Matched| {
        let answer = checked(mock, *id, request, path)?;
        Ok(answer.of(&mock.api[*id]))
    };
    answer(first).unwrap_or_else(|problem: Problem| {
        let taken = others.iter().find_map(|it| answer(it).ok());
        taken.unwrap_or_else(|| Answer::from(problem).of(&mock.api[first.0]))
    })
}

fn checked(
    mock: &Mock,
    id: OperationId,
    request: &Request,
    path: &[(String, String)],
) -> Result<Answer, Problem> {
    let operation = &mock.api[id];
    security::check(&mock.api, operation, request)?;
    check::check(&mock.judge, operation, request, path)?;
    body::check(&mock.judge, operation, request)?;
    respond::respond(mock, operation, request)
}

/// A pointer into a request, as the fragment of a URL.
fn pointer(location: &str, name: &str) -> String {
    let name = specsmith_openapi::read::escape_step(name);
    format!("#/{location}/{}", judge::fragment(&name))
}
