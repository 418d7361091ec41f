//! A request taken apart into what is sent, after everything was checked.
//!
//! It must not know how often that is sent or what comes back.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use reqwest::Url;

use super::auth::Place;
use super::error::{Error, ErrorKind};
use super::payload::{self, Multipart, Payload};
use super::request::{Request, named};
use super::spec::{Location, Parameter};
use super::{Violations, headers, redirect};

/// The parts of a request that stay the same however often it is sent.
pub(super) struct Parts {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Payload>,
    /// The security schemes that the request is made with, by position.
    pub(super) schemes: &'static [usize],
}

impl Request {
    /// Checks everything and gives out what is sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`], before anything is sent.
    pub(super) fn parts(&mut self) -> Result<Parts, Error> {
        let operation = self.operation;
        let refused = |reason| Error::new(ErrorKind::InvalidInput, operation.id, reason);
        if let Some(reason) = self.refusal.take() {
            return Err(refused(reason));
        }
        let method = Method::from_bytes(operation.method.as_bytes());
        let method = method.map_err(|error| refused(error.to_string()))?;
        self.validate()?;
        let schemes = self
            .shared
            .credentials
            .select(operation, |place| self.is_there(place))
            .map_err(refused)?;
        let url = self.url(schemes).map_err(refused)?;
        let (body, content_type) = self.take_body().map_err(refused)?;
        let mut headers = self.head(schemes, content_type).map_err(refused)?;
        let is_metered = self.listeners.as_ref().is_some_and(|it| it.sent.is_some());
        let length = match &body {
            // Its length is known to the connection.
            Some(body) if body.is_single() && !is_metered => None,
            Some(body) => body.length(),
            // Servers may insist on a length where a body could stand (RFC 9110, section 8.6).
            None => may_have_body(operation.method).then_some(0),
        };
        if let Some(length) = length {
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        Ok(Parts {
            method,
            url,
            headers,
            body,
            schemes,
        })
    }

    fn validate(&mut self) -> Result<(), Error> {
        if !self.validated {
            return Ok(());
        }
        let mut violations = Violations::default();
        for (_, found) in self.violations.drain(..) {
            violations.extend(found);
        }
        if let Some((_, body)) = &self.body
            && let Err(found) = super::validate(body.as_ref())
        {
            violations.extend(found);
        }
        if violations.is_empty() {
            return Ok(());
        }
        let message = format!("the input violates {} of the rules", violations.len());
        Err(Error::new(ErrorKind::InvalidInput, self.operation.id, message).with_source(violations))
    }

    fn url(&self, schemes: &[usize]) -> Result<Url, String> {
        if let Some(url) = &self.url {
            return Ok(self.with_keys(url.clone(), schemes));
        }
        let base = self.shared.servers.of(self.operation)?;
        let path = self.path()?;
        // A template may have a query, although it should not.
        let (path, query) = path.split_once('?').unwrap_or((&path, ""));
        let mut query = query.to_owned();
        for (spec, value) in self
            .of(Location::QueryString)
            .chain(self.of(Location::Query))
        {
            if let Some(value) = present(spec, value)?.filter(|text| !text.is_empty()) {
                if !query.is_empty() {
                    query.push('&');
                }
                query.push_str(value);
            }
        }
        let credentials = &self.shared.credentials;
        credentials.put_query(schemes, &mut query, |place| self.is_there(place));
        Ok(base.join(path, &query))
    }

    /// What a reference that the service gave means (RFC 3986, section 5), and that it stays where
    /// credentials may go. A service behind a gateway often does not know that it is reached by
    /// `https`, so that its links say `http`.
    ///
    /// # Errors
    ///
    /// It is no URL, or one of another origin.
    pub(super) fn behind(&self, what: &str, reference: &str) -> Result<Url, String> {
        let base = self.shared.servers.of(self.operation)?;
        let first = base.join(&self.path()?, "");
        let unreadable = |_| format!("{what} is at something that is not a URL");
        let mut url = first.join(reference).map_err(unreadable)?;
        if first.scheme() == "https" && url.scheme() == "http" && url.port().is_none() {
            let _ = url.set_scheme("https");
        }
        let _ = url.set_username("");
        let _ = url.set_password(None);
        url.set_fragment(None);
        match redirect::is_same_origin(&first, &url) {
            true => Ok(url),
            false => {
                let origin = url.origin().ascii_serialization();
                Err(format!("{what} is at another origin, {origin}"))
            }
        }
    }

    /// A URL with the API keys that it lacks.
    fn with_keys(&self, mut url: Url, schemes: &[usize]) -> Url {
        let mut query = url.query().unwrap_or_default().to_owned();
        let credentials = &self.shared.credentials;
        credentials.put_query(schemes, &mut query, |place| match place {
            Place::Query(wanted) => url.query_pairs().any(|(name, _)| name == wanted),
            Place::Header(_) | Place::Cookie(_) => false,
        });
        url.set_query(Some(&*query).filter(|query| !query.is_empty()));
        url
    }

    fn path(&self) -> Result<String, String> {
        let mut path = String::with_capacity(64);
        let mut rest = self.operation.path;
        while let Some((before, name, after)) = braces(rest) {
            path.push_str(before);
            match self.path_parameter(name) {
                Some((spec, text)) => {
                    let text = present(spec, text)?.filter(|text| !text.is_empty());
                    path.push_str(text.ok_or_else(|| format!("{} is empty", named(spec)))?);
                }
                // Of a name that no parameter has, the template itself is sent.
                None => path.extend(["{", name, "}"]),
            }
            rest = after;
        }
        path.push_str(rest);
        // Servers and URL parsers take these segments out, and the one before.
        if path.split('/').any(|segment| matches!(segment, "." | "..")) {
            return Err(self.dots());
        }
        Ok(path)
    }

    fn path_parameter(&self, name: &str) -> Option<(&'static Parameter, Option<&str>)> {
        self.of(Location::Path).find(|(spec, _)| spec.name == name)
    }

    fn dots(&self) -> String {
        let dots = self
            .of(Location::Path)
            .find(|(_, text)| matches!(text, Some("." | "..")));
        match dots {
            Some((spec, _)) => format!("{} makes a dot segment of the path", named(spec)),
            None => "the path has a dot segment".to_owned(),
        }
    }

    fn head(
        &self,
        schemes: &[usize],
        content_type: Option<HeaderValue>,
    ) -> Result<HeaderMap, String> {
        // Room for six: more is put aside for the rare call that needs it only then.
        let mut headers = HeaderMap::with_capacity(6);
        if let Some(accept) = headers::shared(Bytes::from_static(self.accept.as_bytes())) {
            headers.insert(header::ACCEPT, accept);
        }
        if let Some(user_agent) = &self.shared.user_agent {
            headers.insert(header::USER_AGENT, user_agent.clone());
        }
        if let Some(content_type) = content_type {
            headers.insert(header::CONTENT_TYPE, content_type);
        }
        headers::put_all(&mut headers, &self.shared.headers);
        for (spec, value) in self.of(Location::Header) {
            if let Some(value) = present(spec, value)? {
                let (name, value) = parameter_header(spec, value)?;
                headers.insert(name, value);
            }
        }
        for (spec, value) in self.of(Location::Cookie) {
            if let Some(value) = present(spec, value)? {
                headers::put_cookie(&mut headers, value);
            }
        }
        headers::put_all(&mut headers, &self.headers);
        let credentials = &self.shared.credentials;
        credentials.put_headers(schemes, &mut headers, |place| self.is_there(place));
        Ok(headers)
    }

    /// What the caller sets this header to, on the call or on the client.
    pub(super) fn header_value(&self, name: &str) -> Option<&HeaderValue> {
        let own = self.headers.get(name);
        own.or_else(|| self.shared.headers.get(name))
    }

    fn has_header(&self, name: &str) -> bool {
        self.header_value(name).is_some()
    }

    /// The caller sends this without help: as a parameter, or as a header of the call or client.
    fn is_there(&self, place: Place<'_>) -> bool {
        let is_set = |location, test: &dyn Fn(&str) -> bool| {
            self.of(location)
                .any(|(spec, text)| text.is_some() && test(spec.name))
        };
        match place {
            Place::Header(name) => {
                self.has_header(name)
                    || is_set(Location::Header, &|it| it.eq_ignore_ascii_case(name))
            }
            Place::Query(name) => is_set(Location::Query, &|it| it == name),
            Place::Cookie(name) => {
                self.has_header("cookie") || is_set(Location::Cookie, &|it| it == name)
            }
        }
    }

    /// The parameters of one place with their texts.
    fn of(&self, location: Location) -> impl Iterator<Item = (&'static Parameter, Option<&str>)> {
        let parameters = self.operation.parameters.iter().zip(&self.texts);
        parameters
            .filter(move |(spec, _)| spec.location == location)
            .map(|(spec, text)| (spec, text.as_deref()))
    }

    fn take_body(&mut self) -> Result<(Option<Payload>, Option<HeaderValue>), String> {
        let Some((media, body)) = self.body.take() else {
            let missing = self.operation.body_required;
            return if missing {
                Err("the body is missing".to_owned())
            } else {
                Ok((None, None))
            };
        };
        let spec = self.operation.bodies.get(media);
        let spec = spec.ok_or_else(|| format!("there is no body {media}"))?;
        let multipart = Multipart {
            boundary: &|| self.boundary(),
            headers: &self.part_headers,
        };
        let encoded = payload::encode(spec, body.as_ref(), multipart);
        let encoded = encoded.map_err(|reason| format!("the body: {reason}"))?;
        Ok((Some(encoded.payload), Some(encoded.content_type)))
    }

    /// Text that stands nowhere in the body, as good as certainly: 104 bits of chance.
    fn boundary(&self) -> String {
        let chance = || (self.shared.clock.chance() * 2_f64.powi(52)) as u64;
        format!("part-{:013x}{:013x}", chance(), chance())
    }
}

/// What stands before the first name in braces, the name, and what is behind it.
fn braces(template: &str) -> Option<(&str, &str, &str)> {
    let (before, behind) = template.split_once('{')?;
    let (name, after) = behind.split_once('}')?;
    (!name.is_empty() && !name.contains('{')).then_some((before, name, after))
}

fn may_have_body(method: &str) -> bool {
    matches!(method, "POST" | "PUT" | "PATCH")
}

/// The text of a parameter, when it was set; an error when it had to be.
fn present<'a>(spec: &Parameter, text: Option<&'a str>) -> Result<Option<&'a str>, String> {
    match text {
        None if spec.required => Err(format!("{} is missing", named(spec))),
        text => Ok(text),
    }
}

fn parameter_header(spec: &Parameter, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let refused = || {
        format!(
            "{} has a character that HTTP cannot send in a header",
            named(spec)
        )
    };
    let name = HeaderName::try_from(spec.name)
        .map_err(|_| format!("{} is no name of a header", named(spec)))?;
    let value = headers::value(value).ok_or_else(refused)?;
    Ok((name, value))
}
