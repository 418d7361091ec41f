//! What was sent, a line of JSON for each request.
//!
//! Credentials are left out unless they are asked for. This module must not know how a request was
//! answered beyond its status.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};
use specsmith_openapi::Api;
use specsmith_openapi::api::{ApiKeyLocation, SecurityKind};

use super::answer::Answer;
use super::request::{Request, pairs};

/// Whether credentials are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redaction {
    /// They are left out.
    Redacted,
    /// They are kept: whoever reads the file can use them.
    Kept,
}

/// A file that requests are written to.
#[derive(Debug)]
pub struct Record {
    file: Mutex<File>,
    redaction: Redaction,
}

const REDACTED: &str = "[redacted]";

impl Record {
    /// Opens a file, to write at its end. A new one is for its owner alone.
    pub fn open(path: &Path, redaction: Redaction) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Self {
            file: Mutex::new(options.open(path)?),
            redaction,
        })
    }

    /// Writes down a request and the status that it was answered with.
    pub(super) fn write(&self, api: &Api, request: &Request, answer: &Answer) -> io::Result<()> {
        let mut line = line(api, request, answer, self.redaction).to_string();
        line.push('\n');
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(line.as_bytes())
    }
}

/// What is written down.
pub(super) fn line(api: &Api, request: &Request, answer: &Answer, redaction: Redaction) -> Value {
    let secrets = Secrets::of(api, redaction);
    let headers = request.headers.iter();
    let headers: Vec<Value> = headers
        .map(|(name, value)| match secrets.has_header(name) {
            true => json!([name, REDACTED]),
            false => json!([name, value]),
        })
        .collect();
    let mut line = json!({
        "method": request.method,
        "target": secrets.target(&request.target),
        "headers": headers,
    });
    if let Value::Object(line) = &mut line {
        match std::str::from_utf8(&request.body) {
            Ok(text) => line.insert("body".to_owned(), json!(secrets.body(text, request))),
            Err(_) => line.insert("bodyBase64".to_owned(), json!(base64(&request.body))),
        };
        line.insert("operation".to_owned(), json!(answer.operation));
        line.insert("status".to_owned(), json!(answer.status));
    }
    line
}

/// What is a credential by its name.
struct Secrets {
    headers: Vec<String>,
    parameters: Vec<String>,
    redaction: Redaction,
}

/// Words that the names of secrets have in them.
const WORDS: &[&str] = &[
    "password",
    "passwd",
    "secret",
    "token",
    "api_key",
    "apikey",
    "api-key",
    "authorization",
    "assertion",
];

impl Secrets {
    fn of(api: &Api, redaction: Redaction) -> Self {
        let mut secrets = Self {
            headers: ["authorization", "proxy-authorization", "cookie"]
                .map(str::to_owned)
                .into(),
            parameters: Vec::new(),
            redaction,
        };
        for scheme in &api.security_schemes {
            match &scheme.kind {
                SecurityKind::ApiKey { location, name } => match location {
                    ApiKeyLocation::Header => secrets.headers.push(name.to_ascii_lowercase()),
                    ApiKeyLocation::Query => secrets.parameters.push(name.to_ascii_lowercase()),
                    // All cookies are left out.
                    ApiKeyLocation::Cookie => {}
                },
                SecurityKind::Bearer
                | SecurityKind::Basic
                | SecurityKind::Http { .. }
                | SecurityKind::OAuth2 { .. }
                | SecurityKind::OpenIdConnect { .. }
                | SecurityKind::MutualTls => {}
            }
        }
        secrets
    }

    fn has_header(&self, name: &str) -> bool {
        self.redaction == Redaction::Redacted
            && (self.headers.contains(&name.to_ascii_lowercase()) || is_secret(name))
    }

    fn has_parameter(&self, name: &str) -> bool {
        self.redaction == Redaction::Redacted
            && (self.parameters.contains(&name.to_ascii_lowercase()) || is_secret(name))
    }

    fn target(&self, target: &str) -> String {
        match target.split_once('?') {
            Some((path, query)) => format!("{path}?{}", self.form(query)),
            None => target.to_owned(),
        }
    }

    /// Pairs, with the values of secrets left out.
    fn form(&self, text: &str) -> String {
        let pieces = text.split('&').map(|piece| {
            let name = pairs(piece).into_iter().next().map(|(name, _)| name);
            match name {
                Some(name) if self.has_parameter(&name) => {
                    let written = piece.split('=').next().unwrap_or_default();
                    format!("{written}={REDACTED}")
                }
                _ => piece.to_owned(),
            }
        });
        pieces.collect::<Vec<_>>().join("&")
    }

    fn body(&self, text: &str, request: &Request) -> String {
        let content_type = request.header("content-type").unwrap_or_default();
        if self.redaction == Redaction::Kept {
            return text.to_owned();
        }
        if content_type.contains("x-www-form-urlencoded") {
            return self.form(text);
        }
        let mut value: Value = serde_json::from_str(text).unwrap_or_default();
        match self.redact(&mut value) {
            true => value.to_string(),
            false => text.to_owned(),
        }
    }

    /// Whether there was something to leave out.
    fn redact(&self, value: &mut Value) -> bool {
        match value {
            Value::Object(map) => {
                let mut found = false;
                for (name, value) in map {
                    found |= match value {
                        Value::String(text) if self.has_parameter(name) => {
                            *text = REDACTED.to_owned();
                            true
                        }
                        value => self.redact(value),
                    };
                }
                found
            }
            Value::Array(items) => items
                .iter_mut()
                .fold(false, |found, it| self.redact(it) | found),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // Places in lists are called tokens too.
    let is_place = name.contains("page") || name.contains("next") || name.starts_with("max_");
    WORDS.iter().any(|word| name.contains(word)) && !is_place
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let digit = (word >> (18 - 6 * index)) & 63;
            let digit = DIGITS.get(digit as usize).copied().unwrap_or(b'=');
            text.push(if index <= chunk.len() {
                digit.into()
            } else {
                '='
            });
        }
    }
    text
}
