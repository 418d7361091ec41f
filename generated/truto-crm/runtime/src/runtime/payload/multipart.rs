// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! `multipart/form-data` (RFC 7578) and its relatives: an object with a part for each field.
//!
//! It must not hold files whole: they stay where they are.

use std::borrow::Cow;

use super::super::codec::{Content, Upload};
use super::super::codec::{Slot, View};
use super::super::spec::{BodySpec, Encoding};
use super::super::{headers, media, parameter, percent};
use super::entries::{elements, entries, text, text_or_json};
use super::{PartHeader, Payload};

/// The media type with its boundary.
pub(super) fn media_type(described: &str, boundary: &str) -> String {
    let essence = described.split(';').next().unwrap_or_default().trim();
    let essence = if essence.contains('*') {
        "multipart/form-data"
    } else {
        essence
    };
    format!("{essence}; boundary={boundary}")
}

/// Writes an object: each field is a part, each element of a list a part of its own.
///
/// # Errors
///
/// The value is no object, or a field has no form.
pub(super) fn encode(
    value: &dyn Slot,
    spec: &BodySpec,
    boundary: &str,
    headers: &[PartHeader],
) -> Result<Payload, String> {
    let mut writer = Writer {
        boundary,
        headers,
        disposition: if media::is_form_data(spec.content_type) {
            "form-data"
        } else {
            "attachment"
        },
        pieces: Vec::new(),
        text: String::new(),
    };
    for (name, slot) in entries(value)? {
        let encoding = spec.encodings.iter().find(|encoding| encoding.name == name);
        writer
            .field(name, slot, encoding)
            .map_err(|reason| format!("`{name}`: {reason}"))?;
    }
    Ok(writer.finish())
}

struct Writer<'a> {
    boundary: &'a str,
    headers: &'a [PartHeader],
    disposition: &'static str,
    pieces: Vec<Content>,
    /// What is not yet among the pieces.
    text: String,
}

impl Writer<'_> {
    fn field(
        &mut self,
        name: &str,
        slot: &dyn Slot,
        encoding: Option<&Encoding>,
    ) -> Result<(), String> {
        if let Some(parameter) = encoding.and_then(Encoding::parameter) {
            let pairs = parameter::encode(&parameter, slot)?;
            self.styled(name, pairs.as_deref().unwrap_or_default());
            return Ok(());
        }
        let media = encoding.and_then(|encoding| encoding.content_type);
        match elements(slot.view()) {
            Some(elements) => elements
                .into_iter()
                .try_for_each(|element| self.part(name, element, media)),
            None => self.part(name, slot, media),
        }
    }

    /// Pairs of a style as parts, which know no percent-encoding.
    fn styled(&mut self, field: &str, pairs: &str) {
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.head(field, &percent::decode(name), None, None);
            self.text.push_str(&percent::decode(value));
            self.text.push_str("\r\n");
        }
    }

    fn part(&mut self, name: &str, slot: &dyn Slot, media: Option<&str>) -> Result<(), String> {
        let view = slot.view();
        if let View::Upload(upload) = view {
            self.file(name, upload, media.and_then(single));
            return Ok(());
        }
        let usual = match text(view) {
            // Text needs no media type: it is what a part is unless it says otherwise.
            Some(_) => None,
            None => Some("application/json"),
        };
        let value = match media {
            Some(media) if media::is_json(media) => Cow::Owned(json(slot)?),
            Some(_) | None => text_or_json(slot)?,
        };
        self.head(name, name, None, media.and_then(single).or(usual));
        self.text.push_str(&value);
        self.text.push_str("\r\n");
        Ok(())
    }

    /// Servers take a part for a file when it has a file name.
    fn file(&mut self, name: &str, upload: &Upload, media: Option<&str>) {
        let media = upload.given_content_type().or(media);
        let file_name = upload.given_file_name().unwrap_or(name);
        let media = media.unwrap_or("application/octet-stream");
        self.head(name, name, Some(file_name), Some(media));
        self.flush();
        self.pieces.push(upload.content().clone());
        self.text.push_str("\r\n");
    }

    fn head(&mut self, field: &str, name: &str, file_name: Option<&str>, media: Option<&str>) {
        let name = escaped(name);
        let mut head = format!(
            "--{}\r\nContent-Disposition: {}; name=\"{name}\"",
            self.boundary, self.disposition
        );
        if let Some(file_name) = file_name {
            head.push_str(&format!("; filename=\"{}\"", escaped(file_name)));
        }
        head.push_str("\r\n");
        // One that is no header is left out: the part is still what it is.
        if let Some(media) = media.filter(|media| headers::value(media).is_some()) {
            head.push_str(&format!("Content-Type: {media}\r\n"));
        }
        for (_, name, value) in self.headers.iter().filter(|(it, ..)| *it == field) {
            let value = value.to_str().unwrap_or_default();
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        self.text.push_str(&head);
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.pieces.push(Content::Bytes(text.into()));
    }

    fn finish(mut self) -> Payload {
        let end = format!("--{}--\r\n", self.boundary);
        self.text.push_str(&end);
        self.flush();
        Payload::new(self.pieces)
    }
}

/// The media type to send, of those that a part may have.
fn single(media: &str) -> Option<&str> {
    media
        .split(',')
        .map(str::trim)
        .find(|media| !media.contains('*'))
}

fn json(slot: &dyn Slot) -> Result<String, String> {
    let json = super::super::encode(slot).map_err(|error| error.to_string())?;
    String::from_utf8(json).map_err(|error| error.to_string())
}

/// A name between quotes, as browsers write it (HTML, “multipart/form-data encoding algorithm”).
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
