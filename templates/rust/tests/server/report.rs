//! What calls of a running server came to, and how it is told.
//!
//! This module must not know any operation.
#![allow(dead_code, reason = "not every crate has answers of every kind")]

use std::error::Error;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde_json::{Value, json};

use super::runtime::{self, Bytes};

/// What a call may take, its pages included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Pages or values of a series that are read at most.
const LONGEST: usize = 1_000;

/// What is shown of the body of a refusal, in bytes.
const SHOWN: usize = 65_536;

/// The server that is called.
pub(crate) struct Server {
    origin: String,
    path: Option<String>,
    secret: Option<String>,
}

impl Server {
    /// The server that the environment names.
    pub(crate) fn from_environment() -> Result<Self, String> {
        Ok(Self {
            origin: variable("SPECSMITH_SERVER")?,
            path: std::env::var("SPECSMITH_SERVER_PATH").ok(),
            secret: std::env::var("SPECSMITH_SERVER_SECRET").ok(),
        })
    }

    /// Its URL, with the path that the description gives to all operations unless the environment
    /// names another.
    pub(crate) fn url(&self, path: &str) -> String {
        let path = self.path.as_deref().unwrap_or(path);
        format!("{}{path}", self.origin.trim_end_matches('/'))
    }

    /// What a sample takes from this environment variable, or the secret that stands for all those
    /// that are not set.
    pub(crate) fn env(&self, name: &str) -> Result<String, String> {
        match (std::env::var_os(name), &self.secret) {
            (None, Some(secret)) => Ok(secret.clone()),
            (Some(_), _) | (None, None) => variable(name),
        }
    }
}

/// The error of `std` does not say which variable it is.
fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|error| format!("{name}: {error}"))
}

/// The call of an operation. Futures of calls are large, and one function waits for all of them.
pub(crate) type Call =
    for<'a> fn(&'a Server) -> Pin<Box<dyn Future<Output = Result<Answer, Box<dyn Error>>> + 'a>>;

/// What a call gave out.
pub(crate) enum Answer {
    Nothing,
    /// A value, as JSON.
    Json(Vec<u8>),
    /// Several, one after the other.
    Series(Vec<Vec<u8>>),
    Bytes(Bytes),
    /// As `Debug` shows it.
    Shown(String),
}

impl Answer {
    fn to_json(&self) -> Result<Value, serde_json::Error> {
        Ok(match self {
            Self::Nothing => Value::Null,
            Self::Json(json) => serde_json::from_slice(json)?,
            Self::Series(values) => values
                .iter()
                .map(|value| serde_json::from_slice::<Value>(value))
                .collect::<Result<_, _>>()?,
            Self::Bytes(bytes) => json!({ "bytes": bytes.len() }),
            Self::Shown(text) => json!({ "shown": text }),
        })
    }
}

/// Values that come one after the other.
#[derive(Default)]
pub(crate) struct Series(Vec<Vec<u8>>);

impl Series {
    /// Refuses more than anybody would look at.
    pub(crate) fn add(&mut self, value: Vec<u8>) -> Result<(), String> {
        if self.0.len() >= LONGEST {
            return Err(format!("more than {LONGEST} pages or values"));
        }
        self.0.push(value);
        Ok(())
    }
}

impl From<Series> for Answer {
    fn from(series: Series) -> Self {
        Self::Series(series.0)
    }
}

/// The outcome of each call.
#[derive(Default)]
pub(crate) struct Report {
    lines: Vec<Value>,
    failed: Vec<String>,
}

impl Report {
    /// Makes the calls of a group.
    pub(crate) async fn add_all(&mut self, server: &Server, calls: &[(&str, Call)]) {
        for (operation, call) in calls {
            self.add(operation, server, *call).await;
        }
    }

    /// Makes a call and keeps what came of it.
    async fn add(&mut self, operation: &str, server: &Server, call: Call) {
        let ended = tokio::time::timeout(PATIENCE, call(server)).await;
        let ended = ended.unwrap_or_else(|_| Err(format!("no end after {PATIENCE:?}").into()));
        let told = ended.and_then(|answer| Ok(answer.to_json()?));
        self.lines.push(match told {
            Ok(answer) => json!({ "operation": operation, "ok": true, "answer": answer }),
            Err(error) => {
                self.failed.push(format!("{operation}: {}", chain(&*error)));
                json!({ "operation": operation, "ok": false, "error": failure(&*error) })
            }
        });
    }

    /// Writes the report where one is asked for.
    ///
    /// # Errors
    ///
    /// Says which calls failed.
    pub(crate) fn finish(self) -> Result<(), Box<dyn Error>> {
        if let Some(path) = std::env::var_os("SPECSMITH_SERVER_REPORT") {
            std::fs::write(path, serde_json::to_string_pretty(&self.lines)?)?;
        }
        if self.failed.is_empty() {
            Ok(())
        } else {
            Err(self.failed.join("\n").into())
        }
    }
}

fn failure(error: &(dyn Error + 'static)) -> Value {
    let text = chain(error);
    let Some(error) = error.downcast_ref::<runtime::Error>() else {
        return json!({ "kind": null, "text": text });
    };
    let body = error.body().map(|body| {
        let shown = body.get(..SHOWN).unwrap_or(body);
        String::from_utf8_lossy(shown).into_owned()
    });
    json!({
        "kind": format!("{:?}", error.kind()),
        "status": error.status().map(|status| status.as_u16()),
        "text": text,
        "body": body,
    })
}

/// An error with what lies beneath it.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut beneath = error.source();
    while let Some(error) = beneath {
        text.push_str(&format!(": {error}"));
        beneath = error.source();
    }
    text
}
