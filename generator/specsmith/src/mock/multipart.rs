//! Bodies of several parts (RFC 2046, section 5.1; RFC 7578).
//!
//! This module must not know which parts there should be.

/// A part of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) name: Option<String>,
    pub(super) is_file: bool,
    pub(super) content_type: Option<String>,
    pub(super) body: &'a [u8],
}

/// How many parts are read.
const MOST: usize = 10_000;

/// The parts of a body; `None` when it is none of this boundary.
pub(super) fn parts<'a>(body: &'a [u8], boundary: &str) -> Option<Vec<Part<'a>>> {
    let delimiter = format!("--{boundary}");
    let delimiter = delimiter.as_bytes();
    let mut rest = body.get(find(body, delimiter)? + delimiter.len()..)?;
    let mut parts = Vec::new();
    while parts.len() < MOST {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        rest = after_line(rest)?;
        let end = end_of_part(rest, delimiter)?;
        let part = rest.get(..end)?;
        parts.push(part_of(strip_line_end(part)));
        rest = rest.get(end + delimiter.len()..)?;
    }
    None
}

/// A delimiter begins a line.
fn end_of_part(text: &[u8], delimiter: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + find(text.get(from..)?, delimiter)?;
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        if at == 0 || before == Some(&b'\n') {
            return Some(at);
        }
        from = at + delimiter.len();
    }
}

fn part_of(text: &[u8]) -> Part<'_> {
    let (head, body) = match text {
        [b'\r', b'\n', body @ ..] | [b'\n', body @ ..] => (&b""[..], body),
        text => divide(text, b"\r\n\r\n")
            .or_else(|| divide(text, b"\n\n"))
            .unwrap_or((text, b"")),
    };
    let head = String::from_utf8_lossy(head);
    let header = |wanted: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = lines.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))?;
        Some(value.trim().to_owned())
    };
    let disposition = header("content-disposition").unwrap_or_default();
    Part {
        name: super::media::parameter(&disposition, "name"),
        is_file: disposition.contains("filename"),
        content_type: header("content-type"),
        body,
    }
}

fn divide<'a>(text: &'a [u8], by: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = find(text, by)?;
    Some((text.get(..at)?, text.get(at + by.len()..)?))
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|it| it == wanted)
}

fn after_line(text: &[u8]) -> Option<&[u8]> {
    text.get(find(text, b"\n")? + 1..)
}

fn strip_line_end(text: &[u8]) -> &[u8] {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    text.strip_suffix(b"\r").unwrap_or(text)
}
