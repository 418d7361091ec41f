// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Tokens for a client that acts for itself: the client credentials grant (RFC 6749, section 4.4).
//!
//! It must not know when a token is needed or what it is good for.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode, header};
use reqwest::Url;

use super::super::body::{self, Incoming, Incomplete};
use super::super::codec::{DecodeLimits, Value, from_slice};
use super::super::{percent, retry};
use super::base64::base64;
use super::source::{Exchange, Failure};
use super::token::Token;

/// Most bytes that the answer with a token may have.
const ANSWER_BYTES: u64 = 1024 * 1024;

/// Id and secret that tokens are handed out for (OAuth 2.0, client credentials).
///
/// A token is fetched when the first call needs one, shortly before it expires, and once more when
/// the service answers with 401. Calls that need a token at the same time share one request. Id and
/// secret are sent to the token URL and nowhere else; redirects from there are not followed.
#[derive(Clone)]
pub struct ClientCredentials {
    id: String,
    secret: String,
    token_url: Option<String>,
    scopes: Vec<String>,
    parameters: Vec<(String, String)>,
    in_body: bool,
}

impl ClientCredentials {
    /// Id and secret of a client.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            secret: secret.into(),
            token_url: None,
            scopes: Vec::new(),
            parameters: Vec::new(),
            in_body: false,
        }
    }

    /// What tokens shall be good for; the server's default when it is not said.
    #[must_use]
    pub fn scopes<T: Into<String>>(mut self, scopes: impl IntoIterator<Item = T>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Another token URL than the one of the description.
    #[must_use]
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// One more parameter for the token URL, such as `audience`.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// Sends id and secret in the body, for servers that take no Basic authentication (RFC 6749,
    /// section 2.3.1).
    #[must_use]
    pub fn in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    /// Takes the token URL of the description unless there is one.
    pub(super) fn at(mut self, described: Option<&str>) -> Self {
        self.token_url = self.token_url.or(described.map(str::to_owned));
        self
    }

    pub(super) fn has_url(&self) -> bool {
        self.token_url.is_some()
    }

    /// What must not be shown, in every form that is sent.
    pub(super) fn secrets(&self) -> impl Iterator<Item = String> {
        [self.secret.clone(), self.pair(), encoded(&self.secret)].into_iter()
    }

    pub(super) async fn fetch(&self, exchange: &Exchange<'_>) -> Result<Token, Failure> {
        let url = self.url(exchange)?;
        let mut request = reqwest::Request::new(http::Method::POST, url);
        *request.headers_mut() = self.headers();
        *request.body_mut() = Some(self.body().into());
        let sent = exchange.client.execute(request).await;
        let mut response = sent.map_err(|error| broken("no answer", error))?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = body::whole(&mut Incoming::new(response), ANSWER_BYTES, None).await;
        let body = body.map_err(|incomplete| match incomplete {
            Incomplete::TooLarge => Failure::new(said("an answer that is too long")),
            Incomplete::Broken(error) => broken("an answer that broke off", error),
        })?;
        let answer: Value = from_slice(&body, &DecodeLimits::default()).unwrap_or_default();
        if status.is_success() {
            return token(&answer);
        }
        let retry_after = retry::retry_after(&headers, exchange.clock.unix_time());
        Err(self.refused(status, &answer, retry_after))
    }

    /// Where tokens are handed out; relative to the server when it is no URL of its own.
    fn url(&self, exchange: &Exchange<'_>) -> Result<Url, Failure> {
        let none = || Failure::new("the token URL is not one; set `ClientCredentials::token_url`");
        let text = self.token_url.as_deref().ok_or_else(none)?;
        let url = match (Url::parse(text), exchange.base) {
            (Ok(url), _) => Some(url),
            (Err(_), Some(base)) => base.resolve(text),
            (Err(_), None) => None,
        };
        url.filter(|url| matches!(url.scheme(), "http" | "https"))
            .ok_or_else(none)
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        // Base64 holds nothing that a header cannot.
        let basic = HeaderValue::from_str(&format!("Basic {}", self.pair())).ok();
        if let Some(mut basic) = basic.filter(|_| !self.in_body) {
            basic.set_sensitive(true);
            headers.insert(header::AUTHORIZATION, basic);
        }
        headers
    }

    fn pair(&self) -> String {
        base64(format!("{}:{}", encoded(&self.id), encoded(&self.secret)).as_bytes())
    }

    fn body(&self) -> String {
        let mut form = "grant_type=client_credentials".to_owned();
        let mut put = |name: &str, value: &str| {
            for part in ["&", &encoded(name), "=", &encoded(value)] {
                form.push_str(part);
            }
        };
        let scope = self.scopes.join(" ");
        if !scope.is_empty() {
            put("scope", &scope);
        }
        if self.in_body {
            put("client_id", &self.id);
            put("client_secret", &self.secret);
        }
        for (name, value) in &self.parameters {
            put(name, value);
        }
        form
    }

    /// The error of the token URL, in its own words (RFC 6749, section 5.2).
    fn refused(
        &self,
        status: StatusCode,
        answer: &Value,
        retry_after: Option<Duration>,
    ) -> Failure {
        let word = |name: &str| answer.get(name).and_then(Value::as_str);
        let words: Vec<&str> = ["error", "error_description"]
            .into_iter()
            .filter_map(word)
            .collect();
        let mut message = said(&status.to_string());
        for word in words {
            message.push_str(": ");
            message.extend(word.chars().filter(|c| !c.is_control()).take(200));
        }
        let may_help = status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error();
        Failure::new(message).with_retry(may_help, retry_after)
    }
}

fn token(answer: &Value) -> Result<Token, Failure> {
    let kind = answer
        .get("token_type")
        .and_then(Value::as_str)
        .unwrap_or("bearer");
    if !kind.eq_ignore_ascii_case("bearer") {
        return Err(Failure::new(said("a token that is no bearer token")));
    }
    let text = answer.get("access_token").and_then(Value::as_str);
    let text = text.filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| Failure::new(said("no `access_token`")))?;
    // A number; some servers write it as text.
    let life = answer.get("expires_in");
    let life = life.and_then(|life| life.as_f64().or_else(|| life.as_str()?.parse().ok()));
    Ok(Token {
        text: text.to_owned(),
        expires_in: life.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
    })
}

fn said(what: &str) -> String {
    format!("the token URL answered with {what}")
}

fn broken(what: &str, error: reqwest::Error) -> Failure {
    Failure::new(format!("{what} from the token URL"))
        .with_retry(true, None)
        .with_source(error.without_url())
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    percent::encode(&mut out, text);
    out
}

/// Without the secret.
impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("id", &self.id)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
