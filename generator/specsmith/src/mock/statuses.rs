//! Which of the responses that are described is the answer.
//!
//! This module must not know what stands in it.

use specsmith_openapi::api::{Response, Status};

use super::prefer::refused;
use super::problem::Problem;

pub(super) type Chosen<'a> = Option<(&'a Response, u16)>;

/// The response of a status, or the lowest that means success, with the status that is sent.
pub(super) fn chosen(responses: &[Response], code: Option<u16>) -> Result<Chosen<'_>, Problem> {
    let find = |status| responses.iter().find(|it| it.status == status);
    if let Some(code) = code {
        let found = find(Status::Code(code))
            .or_else(|| find(Status::Range(code / 100)))
            .or_else(|| find(Status::Default));
        let missing = || refused(&format!("no answer with status {code} is described"));
        return match responses.is_empty() {
            true => Ok(None),
            false => found.map(|it| Some((it, code))).ok_or_else(missing),
        };
    }
    Ok(responses
        .iter()
        .min_by_key(|it| rank(it.status))
        .map(|it| (it, sent(it.status))))
}

/// Success comes first, then what leads elsewhere; errors are described, but hardly meant.
fn rank(status: Status) -> (u8, u16) {
    match status {
        Status::Code(code @ 200..=299) => (0, code),
        Status::Range(2) => (1, 0),
        Status::Default => (2, 0),
        Status::Code(code @ 300..=399) => (3, code),
        Status::Range(hundred) => (5, hundred),
        Status::Code(code) => (4, code),
    }
}

fn sent(status: Status) -> u16 {
    match status {
        Status::Code(code) => code,
        Status::Range(hundred) => hundred * 100,
        Status::Default => 200,
    }
}
