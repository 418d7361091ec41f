//! A request as it came in, taken apart as far as HTTP says.
//!
//! This module must not know of descriptions.

use super::percent::decode_form;

/// What a client sent.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Method, in capitals.
    pub method: String,
    /// Path and query as sent.
    pub target: String,
    /// Headers in the order sent; bytes that are no text are replaced.
    pub headers: Vec<(String, String)>,
    /// The body as sent.
    pub body: Vec<u8>,
}

impl Request {
    /// The path as sent.
    pub(super) fn path(&self) -> &str {
        let target = self.target.split('?').next().unwrap_or_default();
        // The absolute form (RFC 9112, section 3.2.2).
        match target.split_once("://") {
            Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
            None => target,
        }
    }

    /// The query as sent, without `?`.
    pub(super) fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The pairs of the query, their names decoded.
    pub(super) fn pairs(&self) -> Vec<(String, &str)> {
        pairs(self.query())
    }

    /// The value of a header; several lines are one (RFC 9110, section 5.3).
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let lines = self.headers.iter();
        let lines = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let values: Vec<&str> = lines.map(|(_, value)| value.trim()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The cookies: names and values as sent.
    pub(super) fn cookies(&self) -> Vec<(String, &str)> {
        let lines = self.headers.iter();
        let lines = lines.filter(|(name, _)| name.eq_ignore_ascii_case("cookie"));
        let cookies = lines.flat_map(|(_, value)| value.split(';'));
        let cookies = cookies.filter_map(|cookie| cookie.trim().split_once('='));
        cookies
            .map(|(name, value)| (name.trim().to_owned(), value.trim()))
            .collect()
    }
}

/// The pairs of a query or form, their names decoded, their values as sent.
pub(super) fn pairs(text: &str) -> Vec<(String, &str)> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode_form(name), value)
        })
        .collect()
}
