//! An answer before it is sent.
//!
//! This module must not know why it is what it is.

use std::time::Duration;

use specsmith_openapi::api::Operation;

use super::problem::Problem;

/// What a client gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub content: Content,
    /// The operation that was asked for, by its id, else by method and path.
    pub operation: Option<String>,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// All at once.
    Whole(Vec<u8>),
    /// One after the other, with a pause before each but the first.
    Events(Vec<Vec<u8>>, Duration),
}

impl Answer {
    pub(super) fn new(status: u16, content: Content) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content,
            operation: None,
        }
    }

    pub(super) fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.into()));
        self
    }

    pub(super) fn of(mut self, operation: &Operation) -> Self {
        let by_path = || format!("{} {}", operation.method.as_str(), operation.path);
        self.operation = Some(operation.id.clone().unwrap_or_else(by_path));
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// All of the body.
    pub fn body(&self) -> Vec<u8> {
        match &self.content {
            Content::Whole(bytes) => bytes.clone(),
            Content::Events(events, _) => events.concat(),
        }
    }

    /// Leaves the headers as they are, with the length that the body would have.
    pub(super) fn drop_body(&mut self) {
        if let Content::Whole(bytes) = &self.content
            && !matches!(self.status, 204 | 304)
        {
            let length = bytes.len().to_string();
            self.headers.push(("content-length".to_owned(), length));
        }
        self.content = Content::Whole(Vec::new());
    }
}

impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        let body = problem.to_json().to_string().into_bytes();
        let mut answer = Self::new(problem.status, Content::Whole(body))
            .with_header("content-type", "application/problem+json");
        for (name, value) in problem.headers {
            answer = answer.with_header(&name, value);
        }
        answer
    }
}
