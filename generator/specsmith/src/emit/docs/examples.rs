//! Example bodies.
//!
//! Must not know what they are examples of.

use serde::Serialize;
use specsmith_openapi::api::{Example, Media, Response};

use super::block;
use super::responses::status;
use crate::print::{Fragment, markdown};

/// An example body.
#[derive(Serialize)]
pub(super) struct ExampleView {
    title: Fragment,
    description: Option<Fragment>,
    code: Fragment,
}

/// Every example of a body.
pub(super) fn of_bodies(media: &[Media]) -> Vec<ExampleView> {
    media
        .iter()
        .flat_map(|media| &media.examples)
        .map(|example| view(example, markdown::ours("Example")))
        .collect()
}

/// The first example of a response, under its status.
pub(super) fn of_response(response: &Response) -> Option<ExampleView> {
    let example = response
        .media
        .iter()
        .flat_map(|media| &media.examples)
        .next()?;
    let status = markdown::concat([&markdown::ours("Status "), &status(response.status)]);
    Some(ExampleView {
        title: match &example.summary {
            None => status,
            Some(summary) => {
                markdown::concat([&status, &markdown::ours(": "), &markdown::text(summary)])
            }
        },
        ..view(example, markdown::ours("Example"))
    })
}

fn view(example: &Example, otherwise: Fragment) -> ExampleView {
    let title = example.summary.as_deref().or(example.name.as_deref());
    ExampleView {
        title: title.map_or(otherwise, markdown::text),
        description: block(example.description.as_deref()),
        code: markdown::json_block(&example.value),
    }
}
