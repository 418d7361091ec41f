//! What may come back, as tables: statuses, headers.
//!
//! Must not know which operation answers so.

use serde::Serialize;
use specsmith_openapi::api::{Header, Response, Status, TypeUse};

use super::types::{Remarks, Types};
use crate::print::{Fragment, markdown};

/// A status.
#[derive(Serialize)]
pub(super) struct StatusView {
    status: Fragment,
    meaning: Fragment,
    body: Fragment,
}

/// A response header.
#[derive(Serialize)]
pub(super) struct HeaderView {
    name: Fragment,
    ty: Fragment,
    statuses: Fragment,
    description: Fragment,
}

/// The bodies of responses.
pub(super) fn bodies<'a>(
    responses: impl Iterator<Item = &'a Response>,
) -> impl Iterator<Item = TypeUse> {
    responses
        .flat_map(|response| &response.media)
        .filter_map(|media| media.ty)
}

/// Statuses in the order of the description.
pub(super) fn statuses<'a>(
    types: &Types<'_>,
    responses: impl Iterator<Item = &'a Response>,
) -> Vec<StatusView> {
    responses
        .map(|response| StatusView {
            status: status(response.status),
            meaning: markdown::cell(response.docs.description.as_deref().unwrap_or_default()),
            body: body(types, response),
        })
        .collect()
}

fn body(types: &Types<'_>, response: &Response) -> Fragment {
    let media: Vec<Fragment> = response
        .media
        .iter()
        .map(|media| {
            let content_type = markdown::cell_code(&media.content_type);
            match media.ty {
                None => content_type,
                Some(place) => {
                    let ty = types.phrase(place);
                    markdown::concat([&ty, &markdown::ours(" as "), &content_type])
                }
            }
        })
        .collect();
    if media.is_empty() {
        markdown::ours("none")
    } else {
        markdown::join(&media, ", ")
    }
}

/// Headers in order of appearance, each with the statuses that it comes with.
pub(super) fn headers(types: &Types<'_>, responses: &[Response]) -> Vec<HeaderView> {
    let mut found: Vec<(&Header, Vec<Fragment>)> = Vec::new();
    for response in responses {
        for header in &response.headers {
            let known = found.iter_mut().find(|(known, _)| same(known, header));
            match known {
                Some((_, statuses)) => statuses.push(status(response.status)),
                None => found.push((header, vec![status(response.status)])),
            }
        }
    }
    found
        .into_iter()
        .map(|(header, statuses)| HeaderView {
            name: markdown::cell_code(&header.name),
            ty: types.phrase(header.ty),
            statuses: markdown::join(&statuses, ", "),
            description: types.remarks(&Remarks {
                ty: header.ty,
                docs: &header.docs,
                constraints: None,
                default: None,
                example: header.examples.first().map(|example| &example.value),
                extensions: &header.extensions,
                read_only: false,
                write_only: false,
            }),
        })
        .collect()
}

/// Field names of headers are the same in any case (RFC 9110, section 5.1).
fn same(a: &Header, b: &Header) -> bool {
    a.name.eq_ignore_ascii_case(&b.name) && a.docs.description == b.docs.description
}

/// A status as it is read: `404`, `4XX`, others.
pub(super) fn status(status: Status) -> Fragment {
    match status {
        Status::Code(code) => markdown::cell_code(&code.to_string()),
        Status::Range(hundreds) => markdown::cell_code(&format!("{hundreds}XX")),
        Status::Default => markdown::ours("any other"),
    }
}
