//! A place in the text of an expression that only moves forward.
//!
//! It must not know the grammar beyond blanks.

use std::ops::Range;

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where, in bytes of the expression.
    pub(crate) at: Range<usize>,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: &'static str,
}

/// How deep parentheses, brackets and functions nest.
const DEPTH: u32 = 32;

pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    pub(super) fn offset(&self) -> usize {
        self.at
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Goes over `text` if it stands here.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// Goes over characters as long as they are wanted.
    pub(super) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    pub(super) fn skip_blank(&mut self) {
        self.take_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
    }

    /// Goes back to an offset where it has been.
    pub(super) fn back_to(&mut self, offset: usize) {
        self.at = offset.min(self.at);
    }

    /// Goes into something that nests.
    pub(super) fn enter(&mut self) -> Result<(), Fault> {
        if self.depth >= DEPTH {
            return Err(self.fault_here("the expression nests too deep", "write it in parts"));
        }
        self.depth += 1;
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// A fault of the character that stands here, or of the end.
    pub(super) fn fault_here(&self, message: impl Into<String>, help: &'static str) -> Fault {
        let length = self.peek().map_or(0, char::len_utf8);
        Fault {
            at: self.at..self.at + length,
            message: message.into(),
            help,
        }
    }

    /// A fault of what stands between an earlier offset and here.
    pub(super) fn fault_from(
        &self,
        start: usize,
        message: impl Into<String>,
        help: &'static str,
    ) -> Fault {
        Fault {
            at: start..self.at,
            message: message.into(),
            help,
        }
    }

    pub(super) fn require(&mut self, text: &str, help: &'static str) -> Result<(), Fault> {
        if self.eat(text) {
            Ok(())
        } else {
            Err(self.fault_here(format!("expected `{text}`"), help))
        }
    }
}
