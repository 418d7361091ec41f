// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! A request being put together: what was set so far.
//!
//! It must not know how that is sent. Not generic: every operation of every
//! service shares this code.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use reqwest::Url;

use super::codec::Upload;
use super::codec::validate_parameter;
use super::codec::{Slot, Target, View};
use super::items::Written;
use super::payload::PartHeader;
use super::progress::Listener;
use super::retry::{self, RetryPolicy};
use super::shared::Shared;
use super::spec::{Location, OperationSpec, PagePlace, Parameter, Style};
use super::{Violations, headers, parameter};

/// A request being put together.
#[derive(Clone)]
pub(super) struct Request {
    pub(super) operation: &'static OperationSpec,
    pub(super) shared: Arc<Shared>,
    /// Texts of the parameters, by their position.
    pub(super) texts: Vec<Option<String>>,
    /// Headers beyond those of the description.
    pub(super) headers: HeaderMap,
    /// The body, and the position of its media type.
    pub(super) body: Option<(usize, Arc<dyn Slot + Send + Sync>)>,
    /// What is asked for in place of path and query.
    pub(super) url: Option<Url>,
    /// Headers of parts of the body.
    pub(super) part_headers: Vec<PartHeader>,
    pub(super) accept: &'static str,
    pub(super) validated: bool,
    /// What is wrong with parameters, by their position.
    pub(super) violations: Vec<(usize, Violations)>,
    /// The first thing that cannot be sent.
    pub(super) refusal: Option<String>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    /// Who is told how far the bodies have come.
    pub(super) listeners: Option<Box<Listeners>>,
}

/// Who is told how far the bodies of a call have come.
#[derive(Debug, Clone, Default)]
pub(super) struct Listeners {
    pub(super) sent: Option<Listener>,
    pub(super) received: Option<Listener>,
}

impl Request {
    pub(super) fn new(shared: &Arc<Shared>, operation: &'static OperationSpec) -> Self {
        Self {
            operation,
            shared: Arc::clone(shared),
            texts: vec![None; operation.parameters.len()],
            headers: HeaderMap::new(),
            body: None,
            url: None,
            part_headers: Vec::new(),
            accept: operation.accept,
            validated: shared.validated,
            violations: Vec::new(),
            refusal: None,
            timeout: None,
            attempt_timeout: None,
            retry: None,
            listeners: None,
        }
    }

    /// Takes a URL that the service gave in place of path and query.
    pub(super) fn at_url(&mut self, url: &str) {
        match self.behind("the call", url) {
            Ok(url) => self.url = Some(url),
            Err(reason) => self.refuse(reason),
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
        if !spec.constraints.is_empty() {
            self.violations.retain(|(checked, _)| *checked != position);
            if let Err(found) = validate_parameter(spec.name, value, spec.constraints) {
                self.violations.push((position, found));
            }
        }
    }

    /// Processing the request twice does no harm.
    pub(super) fn is_idempotent(&self) -> bool {
        let key = self.operation.retry.idempotency_key;
        retry::is_idempotent(self.operation.method) || key.is_some_and(|key| self.is_told(key))
    }

    /// Makes a key for a request that is not safe to repeat without one, once for all attempts.
    /// Whoever sets an empty one wants none.
    pub(super) fn make_key(&mut self) {
        let key = self.operation.retry.idempotency_key;
        let Some(key) = key.filter(|_| !retry::is_idempotent(self.operation.method)) else {
            return;
        };
        let has_header = || {
            let spec = self.operation.parameters.get(key);
            spec.is_some_and(|spec| self.header_value(spec.name).is_some())
        };
        let is_set = self.texts.get(key).is_none_or(Option::is_some) || has_header();
        if !is_set {
            let text = self.shared.clock.uuid();
            self.set(key, &text);
        }
    }

    /// The parameter was set, or the caller sets its header without help. An empty key tells no
    /// request from another.
    fn is_told(&self, position: usize) -> bool {
        let text = self.texts.get(position).and_then(Option::as_deref);
        let has_header = || {
            let spec = self.operation.parameters.get(position);
            let header = spec.filter(|spec| spec.location == Location::Header);
            let value = header.and_then(|spec| self.header_value(spec.name));
            value.is_some_and(|value| !value.is_empty())
        };
        text.is_some_and(|text| !text.is_empty()) || has_header()
    }

    pub(super) fn body(&mut self, media: usize, body: Arc<dyn Slot + Send + Sync>) {
        self.body = Some((media, body));
    }

    /// Sets the body to values that are written one after the other while they are sent.
    pub(super) fn items(
        &mut self,
        media: usize,
        items: impl Iterator<Item = Box<dyn Slot>> + Send + 'static,
    ) {
        let described = self.operation.bodies.get(media);
        let described = described.map_or("", |body| body.content_type);
        let items = Upload::stream(Written::new(items, described));
        self.body(media, Arc::new(items));
    }

    /// Sets a header of a part of the body.
    pub(super) fn part_header(&mut self, part: &'static str, name: &'static str, value: &dyn Slot) {
        let spec = Parameter {
            name,
            location: Location::Header,
            style: Style::Simple,
            explode: false,
            ..Parameter::DEFAULT
        };
        let text = match parameter::encode(&spec, value) {
            Ok(text) => text.unwrap_or_default(),
            Err(reason) => return self.refuse(format!("the header `{name}`: {reason}")),
        };
        match headers::extra(name, &text) {
            Ok((header, value)) => {
                self.part_headers
                    .retain(|(known, it, _)| *known != part || *it != header);
                self.part_headers.push((part, header, value));
            }
            Err(reason) => self.refuse(reason),
        }
    }

    /// Sets a field of the body, which is an object, to a text or to a number of this text.
    pub(super) fn set_field(&mut self, name: &str, text: &str) {
        let limits = self.shared.decode_limits;
        let body = self.body.as_mut().and_then(|(_, body)| Arc::get_mut(body));
        let slot = match body.map(|body| body.target()) {
            Some(Target::Record(record)) => {
                let mut fields = record.table().fields.iter();
                let position = fields.position(|field| field.name() == name);
                position.and_then(|position| record.slot(position))
            }
            _ => None,
        };
        let set = slot.is_some_and(|slot| {
            let quoted = serde_json::Value::from(text).to_string();
            [&*quoted, text]
                .iter()
                .any(|json| super::decode(json.as_bytes(), slot, &limits).is_ok())
        });
        if !set {
            self.refuse(format!("the body has no field `{name}` for a cursor"));
        }
    }

    /// A number that was set, as a parameter or in the body.
    pub(super) fn number(&self, place: PagePlace) -> Option<u64> {
        match place {
            PagePlace::Parameter(position) => {
                let text = self.texts.get(position)?.as_deref()?;
                let text = text.rsplit_once('=').map_or(text, |(_, value)| value);
                text.parse().ok()
            }
            PagePlace::Field(name) => {
                let (_, body) = self.body.as_ref()?;
                let View::Record(record) = body.view() else {
                    return None;
                };
                let mut fields = record.table().fields.iter();
                let position = fields.position(|field| field.name() == name)?;
                match record.look(position) {
                    View::U64(number) => Some(number),
                    View::I64(number) => number.try_into().ok(),
                    _ => None,
                }
            }
        }
    }

    pub(super) fn accept(&mut self, media: &'static str) {
        self.accept = media;
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

    pub(super) fn listeners(&mut self) -> &mut Listeners {
        self.listeners.get_or_insert_default()
    }

    pub(super) fn refuse(&mut self, reason: impl Into<String>) {
        self.refusal.get_or_insert_with(|| reason.into());
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
