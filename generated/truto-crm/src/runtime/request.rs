// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! A request being put together: what was set so far.
//!
//! It must not know how that is sent. Not generic: every operation of every
//! service shares this code.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use super::retry::{self, RetryPolicy};
use super::shared::Shared;
use super::slot::Slot;
use super::spec::{Location, OperationSpec, Parameter};
use super::{Violations, headers, parameter, validate_parameter};

/// A request being put together.
pub(super) struct Request {
    pub(super) operation: &'static OperationSpec,
    pub(super) shared: Arc<Shared>,
    /// Texts of the parameters, by their position.
    pub(super) texts: Vec<Option<String>>,
    /// Headers beyond those of the description.
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
    pub(super) accept: &'static str,
    pub(super) validated: bool,
    /// What is wrong with parameters, by their position.
    pub(super) violations: Vec<(usize, Violations)>,
    /// The first thing that cannot be sent.
    pub(super) refusal: Option<String>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
}

/// What is sent along.
pub(super) enum Body {
    None,
    Json(Box<dyn Slot + Send + Sync>),
    Bytes(Bytes, Option<HeaderValue>),
}

impl Request {
    pub(super) fn new(shared: &Arc<Shared>, operation: &'static OperationSpec) -> Self {
        Self {
            operation,
            shared: Arc::clone(shared),
            texts: vec![None; operation.parameters.len()],
            headers: HeaderMap::new(),
            body: Body::None,
            accept: operation.accept,
            validated: shared.validated,
            violations: Vec::new(),
            refusal: None,
            timeout: None,
            attempt_timeout: None,
            retry: None,
        }
    }

    /// Sets the parameter at this position, again or for the first time.
    pub(super) fn set(&mut self, position: usize, value: &dyn Slot) {
        let known = self
            .operation
            .parameters
            .get(position)
            .zip(self.texts.get_mut(position));
        let Some((spec, text)) = known else {
            return self.refuse(format!("there is no parameter {position}"));
        };
        match parameter::encode(spec, value) {
            Ok(encoded) => *text = encoded,
            Err(reason) => return self.refuse(format!("{}: {reason}", named(spec))),
        }
        if let Some(constraints) = spec.constraints {
            self.violations.retain(|(checked, _)| *checked != position);
            if let Err(found) = validate_parameter(spec.name, value, constraints) {
                self.violations.push((position, found));
            }
        }
    }

    /// Processing the request twice does no harm.
    pub(super) fn is_idempotent(&self) -> bool {
        let key = self.operation.retry.idempotency_key;
        retry::is_idempotent(&self.operation.method) || key.is_some_and(|key| self.is_sent(key))
    }

    /// The parameter was set, or the caller sets its header without help.
    fn is_sent(&self, position: usize) -> bool {
        let spec = self.operation.parameters.get(position);
        let header = spec.filter(|spec| spec.location == Location::Header);
        self.texts.get(position).is_some_and(Option::is_some)
            || header.is_some_and(|spec| self.has_header(spec.name))
    }

    pub(super) fn json(&mut self, body: Box<dyn Slot + Send + Sync>) {
        self.body = Body::Json(body);
    }

    pub(super) fn bytes(&mut self, body: Bytes, content_type: Option<&str>) {
        match content_type.map(HeaderValue::from_str).transpose() {
            Ok(content_type) => self.body = Body::Bytes(body, content_type),
            Err(_) => self.refuse("the media type of the body is not one".to_owned()),
        }
    }

    pub(super) fn accept_anything(&mut self) {
        self.accept = "*/*";
    }

    pub(super) fn validated(&mut self) {
        self.validated = true;
    }

    /// Sets a header beyond those of the description; it takes the place of any other of its name.
    pub(super) fn header(&mut self, name: &str, value: &str) {
        match headers::extra(name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(reason) => self.refuse(reason),
        }
    }

    fn refuse(&mut self, reason: String) {
        self.refusal.get_or_insert(reason);
    }
}

/// The parameter as errors call it.
pub(super) fn named(spec: &Parameter) -> String {
    format!("{} parameter `{}`", spec.location.as_str(), spec.name)
}

/// Without values, which are the caller's and may be secret.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let set = self.operation.parameters.iter().zip(&self.texts);
        let set = set
            .filter(|(_, text)| text.is_some())
            .map(|(spec, _)| spec.name);
        f.debug_struct("Request")
            .field("operation", &self.operation.id)
            .field("parameters", &set.collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
