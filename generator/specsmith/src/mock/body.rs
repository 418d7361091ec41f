//! Whether the body of a request is as described.
//!
//! JSON, forms and series are held against their schemas, text against one of a single value; of
//! others the media type alone counts. This module must not look at parameters.

use std::sync::Arc;

use serde_json::Value;
use specsmith_openapi::api::{Body, Encoding, Media, Operation, Wire};

use super::bundle::Direction;
use super::coerce::{Raw, coerce};
use super::judge::{Compiled, Judge};
use super::media::{self, Family};
use super::multipart;
use super::percent::decode_form;
use super::places::Places;
use super::problem::{Fault, Kind, Problem};
use super::request::{self, Request};
use super::shape::Schema;
use super::wire::gathered;

/// The place of a body in a request.
const BODY: &str = "#/body";

/// Refuses a body that is missing, of another media type, or not valid.
pub(super) fn check(
    judge: &Judge,
    operation: &Operation,
    request: &Request,
) -> Result<(), Problem> {
    let Some(body) = &operation.body else {
        return Ok(());
    };
    let content_type = request.header("content-type");
    if request.body.is_empty() && (content_type.is_none() || !body.required) {
        return match body.required && !takes_nothing(body) {
            true => Err(invalid(400, vec![Fault::new(BODY, "a body is required")])),
            false => Ok(()),
        };
    }
    if body.media.is_empty() {
        return Ok(());
    }
    let Some(content_type) = content_type else {
        return Err(unsupported(body, "the media type of the body is not given"));
    };
    let Some(form) = media::described(&body.media, &content_type) else {
        return Err(unsupported(
            body,
            "the body is of a media type that is not described",
        ));
    };
    let checked = Checked {
        judge,
        places: Places {
            source: &judge.source,
            operation,
        },
        form,
        bytes: &request.body,
    };
    checked.check(&content_type)
}

/// Bodies of bytes and text may be empty.
fn takes_nothing(body: &Body) -> bool {
    let mut forms = body.media.iter();
    forms.all(|form| {
        matches!(
            media::family(&form.content_type),
            Family::Binary | Family::Text
        )
    })
}

fn unsupported(body: &Body, detail: &str) -> Problem {
    let forms = body.media.iter().map(|it| it.content_type.as_str());
    let forms = forms.collect::<Vec<_>>().join(", ");
    let fault = Fault::new("#/header/content-type", format!("send one of: {forms}"));
    Problem::new(415, Kind::UnsupportedMediaType, detail)
        .with_faults(vec![fault])
        .with_header("accept", forms)
}

fn invalid(status: u16, faults: Vec<Fault>) -> Problem {
    let detail = match status {
        400 => "the body is missing or cannot be read",
        _ => "the body is read, and is not valid against its schema",
    };
    Problem::new(status, Kind::InvalidBody, detail).with_faults(faults)
}

/// What a merge patch sets: without the members that it removes (RFC 7396, section 2).
fn set(patch: Value) -> Value {
    match patch {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(members.map(|(name, value)| (name, set(value))).collect())
        }
        other => other,
    }
}

struct Checked<'a> {
    judge: &'a Judge,
    places: Places<'a>,
    form: &'a Media,
    bytes: &'a [u8],
}

impl Checked<'_> {
    fn check(&self, content_type: &str) -> Result<(), Problem> {
        match media::family(content_type) {
            Family::Json => {
                let value = self.json(self.bytes, BODY)?;
                match self.judged(self.schema(), &value, BODY) {
                    Err(_) if self.form.is_merge_patch() => {
                        self.judged(self.schema(), &set(value), BODY)
                    }
                    judged => judged,
                }
            }
            Family::Form => self.fields(self.form_fields()?),
            Family::Multipart => match content_type
                .to_ascii_lowercase()
                .starts_with("multipart/form-data")
            {
                true => self.fields(self.parts(content_type)?),
                false => self.parts(content_type).map(|_| ()),
            },
            Family::Series => self.series(),
            Family::Text => self.text(),
            Family::Events | Family::Markup | Family::Binary | Family::Range | Family::Unknown => {
                Ok(())
            }
        }
    }

    fn schema(&self) -> Option<Arc<Compiled>> {
        let place = self.places.body(self.form)?;
        Some(self.judge.schema(&place, Direction::Sent))
    }

    fn json(&self, bytes: &[u8], pointer: &str) -> Result<Value, Problem> {
        serde_json::from_slice(bytes).map_err(|error| {
            let detail = format!("it is not JSON: {error}");
            invalid(400, vec![Fault::new(pointer, detail)])
        })
    }

    fn judged(
        &self,
        schema: Option<Arc<Compiled>>,
        value: &Value,
        pointer: &str,
    ) -> Result<(), Problem> {
        let faults = schema.map_or_else(Vec::new, |it| it.faults(value, pointer));
        match faults.is_empty() {
            true => Ok(()),
            false => Err(invalid(422, faults)),
        }
    }

    /// Each line, or record, is a value.
    fn series(&self) -> Result<(), Problem> {
        let item = self.places.body_item(self.form);
        let place = item.or_else(|| {
            let place = self.places.body(self.form)?;
            let items = place.below(&["items"]);
            Some(self.places.source.at(&items).map_or(place, |_| items))
        });
        let schema = place.map(|it| self.judge.schema(&it, Direction::Sent));
        let lines = self.bytes.split(|byte| matches!(byte, b'\n' | 0x1e));
        let lines = lines
            .map(<[u8]>::trim_ascii)
            .filter(|line| !line.is_empty());
        for (index, line) in lines.enumerate() {
            let pointer = format!("{BODY}/{index}");
            let value = self.json(line, &pointer)?;
            self.judged(schema.clone(), &value, &pointer)?;
        }
        Ok(())
    }

    /// Text that a schema describes as a single value.
    fn text(&self) -> Result<(), Problem> {
        let (Some(schema), Ok(text)) = (self.schema(), std::str::from_utf8(self.bytes)) else {
            return Ok(());
        };
        let kinds = Schema::new(&schema.schema).kinds();
        if kinds.object || kinds.array {
            return Ok(());
        }
        let value = coerce(
            &Raw::Text(text.to_owned()),
            Some(Schema::new(&schema.schema)),
        );
        self.judged(Some(schema), &value, BODY)
    }

    fn form_fields(&self) -> Result<Raw, Problem> {
        let text = std::str::from_utf8(self.bytes);
        let text = text.map_err(|_| invalid(400, vec![Fault::new(BODY, "it is not text")]))?;
        let pairs = request::pairs(text).into_iter();
        let pairs = pairs.map(|(name, value)| (self.steps(&name), decode_form(value)));
        Ok(gathered(pairs))
    }

    /// A name with brackets is a path into the value, as many services have it.
    fn steps(&self, name: &str) -> Vec<String> {
        let Some((first, rest)) = name.split_once('[') else {
            return vec![name.to_owned()];
        };
        let is_declared = self
            .schema()
            .is_some_and(|it| Schema::new(&it.schema).properties().contains(&name));
        match rest.strip_suffix(']') {
            Some(rest) if !is_declared => {
                let steps = rest.split("][").map(str::to_owned);
                std::iter::once(first.to_owned()).chain(steps).collect()
            }
            _ => vec![name.to_owned()],
        }
    }

    fn parts(&self, content_type: &str) -> Result<Raw, Problem> {
        let boundary = media::parameter(content_type, "boundary");
        let parts = boundary.and_then(|it| multipart::parts(self.bytes, &it));
        let parts = parts.ok_or_else(|| {
            let fault = Fault::new(BODY, "it has no parts between lines of its boundary");
            invalid(400, vec![fault])
        })?;
        let mut fields: Vec<(String, Raw)> = Vec::new();
        for part in parts {
            let Some(name) = part.name.clone() else {
                continue;
            };
            let value = self.part(&part, &name)?;
            match fields.iter_mut().find(|(known, _)| *known == name) {
                Some((_, Raw::List(items))) => items.push(value),
                Some((_, field)) => *field = Raw::List(vec![field.clone(), value]),
                None => fields.push((name, value)),
            }
        }
        Ok(Raw::Map(fields))
    }

    fn part(&self, part: &multipart::Part<'_>, name: &str) -> Result<Raw, Problem> {
        let is_json = part
            .content_type
            .as_deref()
            .is_some_and(|it| media::family(it) == Family::Json);
        if is_json && !part.is_file {
            let value = self.json(part.body, &super::pointer("body", name))?;
            return Ok(Raw::Exact(value));
        }
        let text = String::from_utf8_lossy(part.body).into_owned();
        match part.is_file {
            true => Ok(Raw::Exact(Value::String(text))),
            false => Ok(Raw::Text(text)),
        }
    }

    /// Fields of a form against the schema, with the kinds of values that it means.
    fn fields(&self, raw: Raw) -> Result<(), Problem> {
        let schema = match self.places.form_fields() {
            fields if fields.is_empty() => self.schema(),
            fields => fields
                .first()
                .cloned()
                .map(|(_, _, owner)| self.judge.form(&owner, &fields)),
        };
        let Some(schema) = schema else {
            return Ok(());
        };
        let raw = self.shaped(raw, Schema::new(&schema.schema));
        let value = coerce(&raw, Some(Schema::new(&schema.schema)));
        self.judged(Some(schema), &value, BODY)
    }

    /// Lists within one text, and objects that are sent as JSON.
    fn shaped(&self, raw: Raw, schema: Schema<'_>) -> Raw {
        let Raw::Map(fields) = raw else {
            return raw;
        };
        let fields = fields.into_iter().map(|(name, value)| {
            let kinds = schema
                .property(&name)
                .map(|it| it.kinds())
                .unwrap_or_default();
            let value = match value {
                Raw::Text(text) if kinds.array && !kinds.string && self.is_divided(&name) => {
                    Raw::List(text.split(',').map(|it| Raw::Text(it.to_owned())).collect())
                }
                Raw::Text(text) if (kinds.object || kinds.array) && !kinds.string => {
                    match serde_json::from_str::<Value>(&text) {
                        Ok(value) if value.is_object() || value.is_array() => Raw::Exact(value),
                        _ => Raw::Text(text),
                    }
                }
                value => value,
            };
            (name, value)
        });
        Raw::Map(fields.collect())
    }

    fn is_divided(&self, name: &str) -> bool {
        let is_one = |encoding: &Encoding| match encoding.wire {
            Some(Wire::Style { explode, .. }) => !explode,
            Some(Wire::Content(_)) | None => false,
        };
        let mut encodings = self.form.encodings.iter();
        encodings.any(|it| it.name == name && is_one(it))
    }
}
