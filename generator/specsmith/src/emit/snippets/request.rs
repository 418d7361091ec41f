//! The sample of an operation as an HTTP request: URL, headers and body, in pieces.
//!
//! Everything that any client sends the same way is settled here, so that snippets of all
//! languages make the same request. Must not know any language.

use specsmith_openapi::api::{ApiKeyLocation, SecurityKind};

use crate::plan::{OperationPlan, Sample, SamplePair, SampleSegment, SampleText, percent_encode};
use crate::print::Piece;

/// A header.
pub(super) struct Header {
    pub(super) name: String,
    pub(super) value: Vec<Piece>,
}

/// Where the request goes, percent-encoded (RFC 3986, section 2.1): everything but letters, digits
/// and `-._~`, brackets and spaces too.
pub(super) fn url(sample: &Sample) -> Vec<Piece> {
    let mut url = vec![Piece::Text(spelled(&sample.server))];
    for segment in &sample.path {
        url.push(match segment {
            SampleSegment::Literal(text) => Piece::Text(spelled(text)),
            SampleSegment::Value(value) => encoded(value),
        });
    }
    let mut separator = "?";
    // What stands for a whole query has no name.
    let mut pair = |name: &str, value: Piece| {
        let equals = if name.is_empty() { "" } else { "=" };
        let begin = format!("{separator}{}{equals}", percent_encode(name, b""));
        separator = "&";
        [Piece::Text(begin), value]
    };
    for SamplePair { name, value } in &sample.query {
        url.extend(pair(name, encoded(value)));
    }
    for (name, env) in keys(sample, ApiKeyLocation::Query) {
        url.extend(pair(name, Piece::Encoded(env.to_owned())));
    }
    url
}

/// The headers of the request, those of its body included.
pub(super) fn headers(op: &OperationPlan) -> Vec<Header> {
    let sample = &op.sample;
    let mut headers: Vec<Header> = sample
        .credentials
        .iter()
        .filter_map(authorization)
        .collect();
    for (name, env) in keys(sample, ApiKeyLocation::Header) {
        headers.push(Header {
            name: name.to_owned(),
            value: vec![Piece::Env(env.to_owned())],
        });
    }
    let accept = op.accept.as_deref().unwrap_or("application/json");
    headers.push(text_header("Accept", accept));
    if let Some(body) = &sample.body {
        headers.push(text_header("Content-Type", &body.content_type));
    }
    for SamplePair { name, value } in &sample.headers {
        headers.push(Header {
            name: name.clone(),
            value: vec![as_is(value)],
        });
    }
    headers.extend(cookies(sample));
    headers
}

fn authorization(credential: &crate::plan::Credential) -> Option<Header> {
    let env = credential.env.clone();
    let value = match &credential.kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            vec![Piece::Text("Bearer ".to_owned()), Piece::Env(env)]
        }
        SecurityKind::Http { .. } => vec![Piece::Env(env)],
        SecurityKind::Basic => vec![
            Piece::Text("Basic ".to_owned()),
            Piece::Basic {
                user: format!("{env}_USER"),
                password: format!("{env}_PASSWORD"),
            },
        ],
        SecurityKind::ApiKey { .. } | SecurityKind::MutualTls => return None,
    };
    Some(Header {
        name: "Authorization".to_owned(),
        value,
    })
}

/// Names and environment variables of the API keys that are sent at a place.
fn keys(sample: &Sample, place: ApiKeyLocation) -> impl Iterator<Item = (&str, &str)> {
    sample
        .credentials
        .iter()
        .filter_map(move |credential| match &credential.kind {
            SecurityKind::ApiKey { location, name } if *location == place => {
                Some((name.as_str(), credential.env.as_str()))
            }
            SecurityKind::ApiKey { .. }
            | SecurityKind::Bearer
            | SecurityKind::Basic
            | SecurityKind::Http { .. }
            | SecurityKind::OAuth2 { .. }
            | SecurityKind::OpenIdConnect { .. }
            | SecurityKind::MutualTls => None,
        })
}

fn cookies(sample: &Sample) -> Option<Header> {
    let mut value = Vec::new();
    let mut push = |name: &str, text: Piece| {
        let begin = if value.is_empty() { "" } else { "; " };
        value.push(Piece::Text(format!("{begin}{name}=")));
        value.push(text);
    };
    for SamplePair { name, value } in &sample.cookies {
        push(name, encoded(value));
    }
    for (name, env) in keys(sample, ApiKeyLocation::Cookie) {
        push(name, Piece::Env(env.to_owned()));
    }
    (!value.is_empty()).then(|| Header {
        name: "Cookie".to_owned(),
        value,
    })
}

fn text_header(name: &str, value: &str) -> Header {
    Header {
        name: name.to_owned(),
        value: vec![Piece::Text(value.to_owned())],
    }
}

/// A header's value: no header can hold a line end or another control character.
fn as_is(text: &SampleText) -> Piece {
    match text {
        SampleText::Literal(text) | SampleText::Spelled(text) => Piece::Text(
            text.replace(|c: char| c.is_control(), " ")
                .trim()
                .to_owned(),
        ),
        SampleText::Env(name) => Piece::Env(name.clone()),
    }
}

fn encoded(text: &SampleText) -> Piece {
    match text {
        SampleText::Literal(text) => Piece::Text(percent_encode(text, b"")),
        SampleText::Spelled(text) => Piece::Text(text.clone()),
        SampleText::Env(name) => Piece::Encoded(name.clone()),
    }
}

/// Text of a URL as the description has it; only what no URL can hold is encoded.
fn spelled(text: &str) -> String {
    percent_encode(text, b":/?#[]@!$&'()*+,;=%")
}
