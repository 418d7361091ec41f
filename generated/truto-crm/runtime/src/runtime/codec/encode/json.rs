// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Writes JSON (RFC 8259) from views, without a format between them.
//!
//! It must not know any one type, nor serde, except for numbers and free values, which
//! `serde_json` prints.

use serde::Serialize;

use super::super::Value;
use super::super::path::Step;
use super::super::record::Record;
use super::super::slot::{Entries, List, Slot, View};
use super::super::table::Field;

/// JSON as it grows and, after a failure, the way back to it.
pub(super) struct Writer {
    pub(super) json: Vec<u8>,
    /// Innermost step first, noted while the failure travels up.
    pub(super) steps: Vec<Step>,
}

/// What cannot be written.
pub(super) type Failure = &'static str;

impl Writer {
    #[inline]
    pub(super) fn value(&mut self, view: View<'_>) -> Result<(), Failure> {
        // Most values are strings: a branch that is foreseen, in place of a jump that is not.
        if let View::Str(text) = view {
            self.string(text);
            return Ok(());
        }
        self.other(view)
    }

    /// Writes anything, out of the way of strings.
    #[inline(never)]
    fn other(&mut self, view: View<'_>) -> Result<(), Failure> {
        match view {
            View::Str(text) => self.string(text),
            View::None | View::Null => self.json.extend_from_slice(b"null"),
            View::Record(record) => return self.record(record),
            View::List(list) => return self.list(list),
            View::Map(map) => return self.map(map),
            View::Enumeration { text, .. } => self.string(text),
            View::Any(value) => return self.any(value),
            View::Bool(true) => self.json.extend_from_slice(b"true"),
            View::Bool(false) => self.json.extend_from_slice(b"false"),
            View::I64(number) => return self.print(&number),
            View::U64(number) => return self.print(&number),
            View::F64(number) if number.is_finite() => return self.print(&number),
            View::F32(number) if number.is_finite() => return self.print(&number),
            View::F64(_) | View::F32(_) => return Err("a number that is not finite"),
            View::Text(text) => self.string(&text.to_string()),
            View::Upload(upload) => match upload.as_text() {
                Some(text) => self.string(text),
                None => return Err("a file that is not text"),
            },
        }
        Ok(())
    }

    fn record(&mut self, record: &dyn Record) -> Result<(), Failure> {
        let fields = record.table().fields;
        let start = self.json.len();
        for (index, field) in fields.iter().enumerate() {
            let view = record.look(index);
            if matches!(view, View::None) && !field.is_required() {
                continue;
            }
            self.field(field, view)
                .map_err(|failure| self.failed(Step::Field(field.name()), failure))?;
        }
        if let View::Map(extra) = record.look(fields.len()) {
            for (key, slot) in record.sent_beside(extra) {
                self.entry(key, slot)?;
            }
        }
        self.close(start, *b"{}");
        Ok(())
    }

    #[inline]
    fn field(&mut self, field: &Field, view: View<'_>) -> Result<(), Failure> {
        let name = field.name();
        if field.is_escaped() {
            self.key(name);
            return self.value(view);
        }
        self.json.reserve(name.len() + 5);
        self.json.extend_from_slice(b",\"");
        self.json.extend_from_slice(name.as_bytes());
        // Most values are strings: their quote is written with the key.
        if let View::Str(text) = view {
            self.json.extend_from_slice(b"\":\"");
            self.text(text.as_bytes());
            self.json.push(b'"');
            return Ok(());
        }
        self.json.extend_from_slice(b"\":");
        self.other(view)
    }

    fn map(&mut self, map: &dyn Entries) -> Result<(), Failure> {
        let start = self.json.len();
        self.entries(map)?;
        self.close(start, *b"{}");
        Ok(())
    }

    fn entries(&mut self, entries: &dyn Entries) -> Result<(), Failure> {
        for (key, slot) in (0..entries.len()).filter_map(|index| entries.get(index)) {
            self.entry(key, slot)?;
        }
        Ok(())
    }

    fn entry(&mut self, key: &str, slot: &dyn Slot) -> Result<(), Failure> {
        self.key(key);
        self.value(slot.view())
            .map_err(|failure| self.failed(Step::Key(key.to_owned()), failure))
    }

    fn list(&mut self, list: &dyn List) -> Result<(), Failure> {
        let start = self.json.len();
        for index in 0..list.len() {
            self.json.push(b',');
            self.value(list.look(index))
                .map_err(|failure| self.failed(Step::Index(index), failure))?;
        }
        self.close(start, *b"[]");
        Ok(())
    }

    fn any(&mut self, value: &Value) -> Result<(), Failure> {
        match value {
            Value::Null => self.json.extend_from_slice(b"null"),
            Value::Bool(value) => return self.value(View::Bool(*value)),
            Value::Number(number) => return self.print(number),
            Value::String(text) => self.string(text),
            Value::Array(elements) => {
                let start = self.json.len();
                for element in elements {
                    self.json.push(b',');
                    self.any(element)?;
                }
                self.close(start, *b"[]");
            }
            Value::Object(entries) => {
                let start = self.json.len();
                for (key, value) in entries {
                    self.key(key);
                    self.any(value)?;
                }
                self.close(start, *b"{}");
            }
        }
        Ok(())
    }

    fn print<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.json, value).map_err(|_| "a value that is not JSON")
    }

    fn key(&mut self, key: &str) {
        self.json.extend_from_slice(b",\"");
        self.text(key.as_bytes());
        self.json.extend_from_slice(b"\":");
    }

    /// Closes a list or an object, each part of which began with a comma: the first one becomes
    /// the opening bracket.
    fn close(&mut self, start: usize, [open, close]: [u8; 2]) {
        match self.json.get_mut(start) {
            Some(comma) => *comma = open,
            None => self.json.push(open),
        }
        self.json.push(close);
    }

    /// Writes a string (RFC 8259, section 7).
    fn string(&mut self, text: &str) {
        self.json.push(b'"');
        self.text(text.as_bytes());
        self.json.push(b'"');
    }

    /// Writes what stands between the quotes.
    #[inline]
    fn text(&mut self, text: &[u8]) {
        if has_escape(text) {
            return self.escaped(text);
        }
        self.json.extend_from_slice(text);
    }

    #[cold]
    fn escaped(&mut self, mut text: &[u8]) {
        while let Some(at) = text.iter().position(|byte| must_escape(*byte)) {
            let (plain, rest) = text.split_at(at);
            self.json.extend_from_slice(plain);
            let Some((byte, rest)) = rest.split_first() else {
                break;
            };
            self.escape(*byte);
            text = rest;
        }
        self.json.extend_from_slice(text);
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            b'\t' => b't',
            b'\n' => b'n',
            0x0C => b'f',
            b'\r' => b'r',
            _ => {
                let digit = |nibble: u8| {
                    if nibble < 10 {
                        b'0' + nibble
                    } else {
                        b'a' + nibble - 10
                    }
                };
                let digits = [digit(byte >> 4), digit(byte & 0xF)];
                self.json.extend_from_slice(b"\\u00");
                self.json.extend_from_slice(&digits);
                return;
            }
        };
        self.json.extend_from_slice(&[b'\\', short]);
    }

    #[cold]
    fn failed(&mut self, step: Step, failure: Failure) -> Failure {
        self.steps.push(step);
        failure
    }
}

/// Whether a byte must not stand in a string as it is.
const fn must_escape(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..0x20)
}

/// Asks [`must_escape`] of a whole text, eight bytes at once.
fn has_escape(text: &[u8]) -> bool {
    let (words, tail) = text.as_chunks::<8>();
    let tail = match text.last_chunk::<8>() {
        // The last word again, as far as the tail does not fill one.
        Some(last) => u64::from_le_bytes(*last),
        None => tail
            .iter()
            .fold(ONES * 0x20, |word, byte| word << 8 | u64::from(*byte)),
    };
    // Strings are short: leaving early keeps the loop simple.
    escapes(tail) || words.iter().any(|word| escapes(u64::from_le_bytes(*word)))
}

/// One in each byte of a word.
const ONES: u64 = u64::MAX / 0xFF;

/// Whether any byte of a word must be escaped.
const fn escapes(word: u64) -> bool {
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    // `x - n` borrows into the high bit where x is below n; `& !x` leaves out where it was set.
    let found = (word.wrapping_sub(ONES * 0x20) & !word)
        | (quote.wrapping_sub(ONES) & !quote)
        | (backslash.wrapping_sub(ONES) & !backslash);
    found & (ONES * 0x80) != 0
}
