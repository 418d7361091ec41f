//! A service as the generator writes it, by hand: a client, two groups of calls and their types.

mod setters;

use std::sync::Arc;

use specsmith_runtime::{
    self as runtime, Async, Blank, BodySpec, Call, ClientBuilder, Constraint, Field, FieldDetails,
    Flags, Http, Mode, OperationSpec, Parameter, Record, ResponseSpec, RetryPolicy, RetrySpec,
    SchemeKind, SchemeSpec, ServerSpec, Service, ServiceSpec, Slot, StatusPattern, Table, Value,
    VariableSpec,
};

use super::clock::Recorder;
pub(crate) use setters::{ListNotesSetters, OtherSetters, UpdateNoteSetters};

static SPEC: ServiceSpec = ServiceSpec {
    user_agent: "notes/1.2.3",
    servers: &[
        ServerSpec {
            url: "https://{region}.notes.invalid/{version}",
            variables: VARIABLES,
        },
        SANDBOX,
    ],
    schemes: &[
        scheme("bearerAuth", "bearer_token", SchemeKind::Bearer),
        scheme("basicAuth", "basic_auth", SchemeKind::Basic),
        scheme(
            "headerKey",
            "header_key",
            SchemeKind::HeaderKey("X-Api-Key"),
        ),
        scheme("queryKey", "query_key", SchemeKind::QueryKey("api_key")),
        scheme("cookieKey", "cookie_key", SchemeKind::CookieKey("session")),
        scheme("certificate", "client_certificate", SchemeKind::Certificate),
        scheme("digest", "digest", SchemeKind::Authorization),
        scheme(
            "oauth",
            "oauth",
            SchemeKind::OAuth2 {
                token_url: Some("/token"),
            },
        ),
        scheme(
            "oauthElsewhere",
            "oauth_elsewhere",
            SchemeKind::OAuth2 { token_url: None },
        ),
    ],
};

const VARIABLES: &[VariableSpec] = &[
    VariableSpec {
        name: "region",
        default: "eu",
        values: &["eu", "us"],
    },
    VariableSpec {
        name: "version",
        default: "v1",
        values: &[],
    },
];

pub(crate) const SANDBOX: ServerSpec = ServerSpec {
    url: "https://sandbox.notes.invalid",
    variables: &[],
};

const fn scheme(name: &'static str, setter: &'static str, kind: SchemeKind) -> SchemeSpec {
    SchemeSpec { name, setter, kind }
}

#[derive(Debug, Clone)]
pub(crate) struct Client {
    http: Http<Async>,
}

impl Client {
    pub(crate) fn builder() -> ClientBuilder<Self> {
        ClientBuilder::new()
    }

    pub(crate) fn notes(&self) -> Notes {
        Notes {
            http: self.http.clone(),
        }
    }
}

impl Service for Client {
    const SPEC: &'static ServiceSpec = &SPEC;
    type Mode = Async;
    fn from_http(http: Http<Async>) -> Self {
        Self { http }
    }
}

#[cfg(feature = "blocking")]
pub(crate) mod blocking {
    use specsmith_runtime::{Blocking, ClientBuilder, Http, Service, ServiceSpec};

    use super::{Notes, SPEC};

    #[derive(Debug, Clone)]
    pub(crate) struct Client {
        http: Http<Blocking>,
    }

    impl Client {
        pub(crate) fn builder() -> ClientBuilder<Self> {
            ClientBuilder::new()
        }

        pub(crate) fn notes(&self) -> Notes<Blocking> {
            Notes {
                http: self.http.clone(),
            }
        }
    }

    impl Service for Client {
        const SPEC: &'static ServiceSpec = &SPEC;
        type Mode = Blocking;
        fn from_http(http: Http<Blocking>) -> Self {
            Self { http }
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Notes<M: Mode = Async> {
    http: Http<M>,
}

impl<M: Mode> Notes<M> {
    /// `PATCH /accounts/{account}/notes/{id}`
    pub(crate) fn update(&self, account: &str, id: &str, note: Note) -> UpdateNote<M> {
        let mut call = Call::new(&self.http, &UPDATE);
        call.set_parameter(0, &account.to_owned());
        call.set_parameter(1, &id.to_owned());
        call.set_body(0, note);
        call
    }

    /// `GET /notes`
    pub(crate) fn list(&self) -> ListNotes<M> {
        Call::new(&self.http, &LIST)
    }

    /// Any operation whose answer says nothing.
    pub(crate) fn delete(&self, operation: &'static OperationSpec) -> Other<M, ()> {
        Call::new(&self.http, operation)
    }

    /// Any operation, without a body.
    pub(crate) fn call(&self, operation: &'static OperationSpec) -> Other<M> {
        Call::new(&self.http, operation)
    }
}

const ERRORS: ResponseSpec = ResponseSpec {
    status: StatusPattern::Default,
    content_types: &["application/json"],
    error: Some(runtime::api_error::<Problem>),
};

const OK: ResponseSpec = ResponseSpec {
    status: StatusPattern::Code(200),
    content_types: &["application/json"],
    error: None,
};

static UPDATE: OperationSpec = OperationSpec {
    id: "updateNote",
    method: "PATCH",
    path: "/accounts/{account}/notes/{id}",
    parameters: &[
        Parameter {
            name: "account",
            location: runtime::Location::Path,
            style: runtime::Style::Simple,
            explode: false,
            required: true,
            ..Parameter::DEFAULT
        },
        Parameter {
            name: "id",
            location: runtime::Location::Path,
            style: runtime::Style::Simple,
            explode: false,
            required: true,
            constraints: &[Constraint::MaxLength(20)],
            ..Parameter::DEFAULT
        },
        Parameter {
            name: "format",
            ..Parameter::DEFAULT
        },
        Parameter {
            name: "remote_query",
            style: runtime::Style::Brackets,
            ..Parameter::DEFAULT
        },
        Parameter {
            name: "Idempotency-Key",
            location: runtime::Location::Header,
            style: runtime::Style::Simple,
            explode: false,
            ..Parameter::DEFAULT
        },
    ],
    bodies: &[BodySpec::JSON],
    body_required: true,
    security: &[&[0]],
    responses: &[OK, ERRORS],
    retry: RetrySpec {
        statuses: &[429, 502],
        idempotency_key: Some(4),
    },
    ..OperationSpec::DEFAULT
};

static LIST: OperationSpec = OperationSpec {
    id: "listNotes",
    path: "/notes",
    parameters: &[Parameter {
        name: "page",
        ..Parameter::DEFAULT
    }],
    responses: &[OK, ERRORS],
    ..OperationSpec::DEFAULT
};

pub(crate) type UpdateNote<M = Async, T = Note> = Call<op::UpdateNote, T, M>;
pub(crate) type ListNotes<M = Async, T = Vec<Note>> = Call<op::ListNotes, T, M>;
/// A call of any operation; the answer is any JSON.
pub(crate) type Other<M = Async, T = Value> = Call<op::Other, T, M>;

pub(crate) mod op {
    #[derive(Debug)]
    pub(crate) enum UpdateNote {}
    #[derive(Debug)]
    pub(crate) enum ListNotes {}
    #[derive(Debug)]
    pub(crate) enum Other {}
}

macro_rules! record {
    ($name:ident { $($index:literal $wire:literal $field:ident: $ty:ty, $flags:expr $(, rules $rules:expr)?;)+ }) => {
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name {
            $(pub(crate) $field: $ty,)+
        }

        impl Record for $name {
            fn blank() -> Self {
                Self { $($field: <$ty as Blank>::blank(),)+ }
            }

            fn table(&self) -> Table {
                const FIELDS: &[Field] = &[$(Field::Detailed(&FieldDetails::new($wire).flags($flags)$(.constraints($rules))?),)+];
                Table { name: stringify!($name), fields: FIELDS }
            }

            fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
                match index {
                    $($index => Some(&mut self.$field),)+
                    _ => None,
                }
            }

            fn get(&self, index: usize) -> Option<&dyn Slot> {
                match index {
                    $($index => Some(&self.$field),)+
                    _ => None,
                }
            }
        }
    };
}

const SHORT: &[Constraint] = &[Constraint::MaxLength(10)];

record! { Note {
    0 "text" text: String, Flags::REQUIRED, rules SHORT;
    1 "lines" lines: Option<Vec<Line>>, Flags::NONE;
}}

record! { Line {
    0 "number" number: i32, Flags::REQUIRED;
}}

record! { Problem {
    0 "message" message: String, Flags::REQUIRED;
}}

impl Note {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            lines: None,
        }
    }
}

/// A builder for a server, with a token and without waiting.
pub(crate) fn builder(url: &str) -> ClientBuilder<Client> {
    Client::builder()
        .base_url(url)
        .bearer_token("t0ken")
        .no_proxy()
        .clock(Arc::new(Recorder::new(0.5)))
}

/// A client for a server that tries once.
pub(crate) fn client(url: &str) -> Client {
    builder(url).retry(RetryPolicy::none()).build().unwrap()
}
