//! What is wrong with a request, as problem details (RFC 9457).
//!
//! This module must not know how it is found out.

use serde_json::{Value, json};

/// One part of a request that is not as described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: a JSON pointer into the request as one value, as the fragment of a URL. Its first
    /// step is `path`, `query`, `header`, `cookie` or `body`.
    pub pointer: String,
    /// What is wrong there.
    pub detail: String,
}

impl Fault {
    pub(super) fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }
}

/// Why a request is not answered as described.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) status: u16,
    pub(super) kind: Kind,
    pub(super) detail: String,
    pub(super) faults: Vec<Fault>,
    /// What the answer says beside its body, e.g. `Allow`.
    pub(super) headers: Vec<(String, String)>,
}

/// Kinds of problems; each has a type of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    NoSuchPath,
    MethodNotAllowed,
    Unauthorized,
    InvalidRequest,
    InvalidBody,
    UnsupportedMediaType,
    NotAcceptable,
    NoSuchAnswer,
    NoValue,
    TooLarge,
    Timeout,
    Injected,
}

impl Kind {
    /// The last part of the type, and the title.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NoSuchPath => ("no-such-path", "no such path"),
            Self::MethodNotAllowed => ("method-not-allowed", "the path has no such method"),
            Self::Unauthorized => ("unauthorized", "credentials are missing"),
            Self::InvalidRequest => ("invalid-request", "the request is not as described"),
            Self::InvalidBody => ("invalid-body", "the body is not as its schema says"),
            Self::UnsupportedMediaType => ("unsupported-media-type", "no such form of the body"),
            Self::NotAcceptable => ("not-acceptable", "no such form of the answer"),
            Self::NoSuchAnswer => ("no-such-answer", "the answer asked for is not described"),
            Self::NoValue => ("no-value", "no valid value was found for a schema"),
            Self::TooLarge => ("too-large", "the request is too large"),
            Self::Timeout => ("timeout", "the request took too long"),
            Self::Injected => ("injected", "a fault that was asked for"),
        }
    }
}

/// What types of problems begin with.
const TYPES: &str = "tag:specsmith.dev,2026:mock/";

impl Problem {
    pub(super) fn new(status: u16, kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            status,
            kind,
            detail: detail.into(),
            faults: Vec::new(),
            headers: Vec::new(),
        }
    }

    pub(super) fn with_faults(mut self, faults: Vec<Fault>) -> Self {
        self.faults = faults;
        self
    }

    pub(super) fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub(super) fn to_json(&self) -> Value {
        let (name, title) = self.kind.words();
        let mut body = json!({
            "type": format!("{TYPES}{name}"),
            "title": title,
            "status": self.status,
            "detail": self.detail,
        });
        if let (Value::Object(map), false) = (&mut body, self.faults.is_empty()) {
            let faults = self.faults.iter();
            let errors = faults.map(|it| json!({"pointer": it.pointer, "detail": it.detail}));
            map.insert("errors".to_owned(), errors.collect());
        }
        body
    }
}
