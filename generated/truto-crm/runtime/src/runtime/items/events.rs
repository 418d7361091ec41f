// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Server-sent events out of lines (HTML, section “Parsing an event stream”).
//!
//! It must not know where lines come from.

use std::time::Duration;

use super::super::codec::{Blank, Slot, Target, View};
use super::super::codec::{from_text, is_single};
use super::super::{DecodeError, DecodeLimits, Value};
use super::Event;

/// An event as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) event: String,
    pub(super) data: String,
    pub(super) id: Option<String>,
    pub(super) retry: Option<Duration>,
}

impl Message {
    pub(super) fn of_data(data: String) -> Self {
        Self {
            event: "message".to_owned(),
            data,
            ..Self::default()
        }
    }

    /// The event with its data as a value: text where that is asked for, else JSON.
    pub(super) fn decode<T: Slot + Blank>(
        self,
        limits: &DecodeLimits,
    ) -> Result<Event<T>, DecodeError> {
        let mut data = T::blank();
        read(&self.data, &mut data, limits)?;
        Ok(Event {
            event: self.event,
            data,
            id: self.id,
            retry: self.retry,
        })
    }

    /// The event itself as a value with the properties `event`, `data`, `id` and `retry`. Its data
    /// is JSON where that fits, else text.
    pub(super) fn whole<T: Slot + Blank>(&self, limits: &DecodeLimits) -> Result<T, DecodeError> {
        let as_text = || super::super::from_slice(&self.object(self.data.clone()), limits);
        let Ok(data) = serde_json::from_str::<Value>(&self.data) else {
            return as_text();
        };
        match super::super::from_slice(&self.object(data), limits) {
            Ok(event) if is_known(&event) => Ok(event),
            // Text that happens to be JSON, in one of several kinds of events.
            Ok(event) => Ok(as_text().ok().filter(is_known).unwrap_or(event)),
            Err(error) => as_text().map_err(|_| error),
        }
    }

    fn object(&self, data: impl Into<Value>) -> Vec<u8> {
        let mut object = serde_json::Map::new();
        object.insert("event".to_owned(), self.event.as_str().into());
        object.insert("data".to_owned(), data.into());
        if let Some(id) = &self.id {
            object.insert("id".to_owned(), id.as_str().into());
        }
        if let Some(retry) = self.retry {
            let millis = u64::try_from(retry.as_millis()).unwrap_or(u64::MAX);
            object.insert("retry".to_owned(), millis.into());
        }
        Value::Object(object).to_string().into_bytes()
    }
}

/// It is no value that was kept as it came.
pub(super) fn is_known<T: Slot>(event: &T) -> bool {
    !matches!(event.view(), View::Any(_))
}

fn read(data: &str, slot: &mut dyn Slot, limits: &DecodeLimits) -> Result<(), DecodeError> {
    let is_text = matches!(slot.target(), Target::Str(_));
    if is_text {
        return from_text(slot, data, false).map_err(DecodeError::text);
    }
    super::super::decode(data.as_bytes(), slot, limits).or_else(|error| {
        // A constant or a date needs no quotes here.
        match is_single(slot) {
            true => from_text(slot, data, false).map_err(|_| error),
            false => Err(error),
        }
    })
}

/// What the lines so far say.
#[derive(Default)]
pub(super) struct Parser {
    next: Message,
    has_data: bool,
    last_id: Option<String>,
    after_return: bool,
    is_begun: bool,
}

impl Parser {
    /// Bytes of the event that is being read.
    pub(super) fn held(&self) -> usize {
        self.next.data.len()
    }

    /// Takes note of what ended a line; says whether that is the second half of `\r\n`.
    pub(super) fn is_second_half(&mut self, ended_by: Option<u8>, is_empty: bool) -> bool {
        let after_return = std::mem::replace(&mut self.after_return, ended_by == Some(b'\r'));
        after_return && is_empty && ended_by == Some(b'\n')
    }

    /// Takes a line; gives out the event that it ends.
    pub(super) fn line(&mut self, line: &[u8]) -> Option<Message> {
        let begun = std::mem::replace(&mut self.is_begun, true);
        let line = match begun {
            true => line,
            false => line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line),
        };
        if line.is_empty() {
            return self.dispatch();
        }
        let line = String::from_utf8_lossy(line);
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        self.field(field, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    fn field(&mut self, field: &str, value: &str) {
        match field {
            "event" => value.clone_into(&mut self.next.event),
            "data" => {
                if self.has_data {
                    self.next.data.push('\n');
                }
                self.next.data.push_str(value);
                self.has_data = true;
            }
            "id" if !value.contains('\0') => self.last_id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.next.retry = value.parse().ok().map(Duration::from_millis);
            }
            // Comments, which begin with a colon, and fields that nobody knows yet.
            _ => {}
        }
    }

    /// An event without data is none.
    fn dispatch(&mut self) -> Option<Message> {
        let mut message = std::mem::take(&mut self.next);
        if !std::mem::take(&mut self.has_data) {
            return None;
        }
        if message.event.is_empty() {
            "message".clone_into(&mut message.event);
        }
        message.id = self.last_id.clone();
        Some(message)
    }
}
