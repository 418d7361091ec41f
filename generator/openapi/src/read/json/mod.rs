//! JSON (RFC 8259) into the tree, with places.
//!
//! It must not accept what other JSON readers refuse, except where the repair is told.

mod cursor;
mod number;
mod string;
mod syntax;

use std::borrow::Cow;

use self::cursor::Cursor;
use super::limits::Budget;
use super::{Entry, Fault, Key, Map, Node, Value};
use crate::read::codes;
use crate::report::{Diagnostic, FileId, Origin, Report};

/// Reads the one value that `text` holds.
///
/// # Errors
///
/// The first syntax error, or the limit that is passed. What could be repaired is in `report`.
pub(super) fn parse(
    text: &str,
    file: FileId,
    budget: &mut Budget,
    report: &mut Report,
) -> Result<Node, Fault> {
    budget.begin();
    let mut reader = Reader {
        cursor: Cursor::new(text, file),
        budget,
        report,
    };
    reader.cursor.skip_blank();
    let root = reader.value()?;
    reader.cursor.skip_blank();
    if !reader.cursor.is_at_end() {
        return Err(syntax::trailing(&reader.cursor));
    }
    Ok(root)
}

/// What stands between the values of a list or map.
enum Separator {
    Comma,
    Close,
}

struct Reader<'a, 'r> {
    cursor: Cursor<'a>,
    budget: &'r mut Budget,
    report: &'r mut Report,
}

impl<'a> Reader<'a, '_> {
    fn value(&mut self) -> Result<Node, Fault> {
        let start = self.cursor.offset();
        let value = match self.cursor.peek() {
            Some(b'"') => Value::String(self.string()?.into_owned()),
            Some(b'{') => Value::Map(self.map()?),
            Some(b'[') => Value::List(self.list()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(number::parse(&mut self.cursor)?),
            _ => self.literal()?,
        };
        let origin = self.cursor.origin_from(start);
        self.budget.spend(1, origin)?;
        Ok(Node { value, origin })
    }

    fn literal(&mut self) -> Result<Value, Fault> {
        let value = match self.cursor.word() {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => return Err(syntax::no_value(&self.cursor)),
        };
        self.cursor.skip_word();
        Ok(value)
    }

    fn list(&mut self) -> Result<Vec<Node>, Fault> {
        let opener = self.open()?;
        let mut items = Vec::new();
        if self.cursor.eat(b']') {
            self.budget.leave();
            return Ok(items);
        }
        loop {
            items.push(self.value()?);
            match self.separator(b']', opener)? {
                Separator::Comma => {}
                Separator::Close => break,
            }
        }
        self.budget.leave();
        items.shrink_to_fit();
        Ok(items)
    }

    fn map(&mut self) -> Result<Map, Fault> {
        let opener = self.open()?;
        let mut map = Map::new();
        if self.cursor.eat(b'}') {
            self.budget.leave();
            return Ok(map);
        }
        loop {
            let key = self.key(opener)?;
            let value = self.value()?;
            if let Some(first) = map.insert(key, value) {
                self.duplicate(&map, &first);
            }
            match self.separator(b'}', opener)? {
                Separator::Comma => {}
                Separator::Close => break,
            }
        }
        self.budget.leave();
        map.shrink_to_fit();
        Ok(map)
    }

    /// Goes behind an opening bracket and the blanks that follow; returns the bracket's place.
    fn open(&mut self) -> Result<Origin, Fault> {
        let start = self.cursor.offset();
        self.cursor.advance(1);
        let opener = self.cursor.origin_from(start);
        self.budget.enter(opener)?;
        self.cursor.skip_blank();
        Ok(opener)
    }

    /// A key, the colon behind it and the blanks around.
    fn key(&mut self, opener: Origin) -> Result<Key, Fault> {
        let start = self.cursor.offset();
        if self.cursor.peek() != Some(b'"') {
            return Err(syntax::no_key(&self.cursor, opener));
        }
        let text = self.string()?;
        let key = Key::new(text.as_ref(), self.cursor.origin_from(start));
        self.cursor.skip_blank();
        if !self.cursor.eat(b':') {
            return Err(syntax::no_colon(&self.cursor, &key, opener));
        }
        self.cursor.skip_blank();
        Ok(key)
    }

    fn separator(&mut self, close: u8, opener: Origin) -> Result<Separator, Fault> {
        self.cursor.skip_blank();
        if self.cursor.eat(close) {
            return Ok(Separator::Close);
        }
        let comma = self.cursor.offset();
        if !self.cursor.eat(b',') {
            return Err(syntax::no_separator(&self.cursor, close, opener));
        }
        let comma = self.cursor.origin_from(comma);
        self.cursor.skip_blank();
        if self.cursor.peek() == Some(close) {
            return Err(syntax::trailing_comma(comma, close));
        }
        Ok(Separator::Comma)
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        string::parse(&mut self.cursor, self.report)
    }

    fn duplicate(&mut self, map: &Map, first: &Entry) {
        if let Some(entry) = map.entry(&first.key.text) {
            self.report
                .push(super::duplicate_key(&entry.key, &first.key));
        }
    }
}

/// A fatal finding of this reader.
fn fault(at: Origin, message: impl Into<String>, help: impl Into<String>) -> Fault {
    Box::new(Diagnostic::fatal(codes::JSON_SYNTAX, at, message, help))
}
