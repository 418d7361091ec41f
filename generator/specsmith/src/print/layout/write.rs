//! Tokens → lines.
//!
//! What fits on a line stands on one. Else it is broken at its loosest joint: behind `=`, before
//! operators, before the dots of a chain, between the elements of a bracket.

use std::borrow::Cow;
use std::ops::Range;

use super::arrange::{Holds, Place, width};
use super::split::{Kin, Text};
use super::token::{Kind, Token};

/// Columns of a line, as rustfmt counts them.
const LINE: usize = 100;
pub(super) const STEP: usize = 4;

/// The whole file.
pub(super) fn write(tokens: &[Token<'_>], places: &[Place], size: usize) -> String {
    let text = Text { tokens, places };
    let mut writer = Writer {
        text,
        out: String::with_capacity(size),
        column: 0,
        indent: 0,
        at_start: true,
    };
    writer.statements(0..tokens.len(), Holds::Items);
    writer.out
}

pub(super) struct Writer<'t> {
    pub(super) text: Text<'t>,
    out: String,
    column: usize,
    indent: usize,
    /// Nothing stands on the line yet.
    at_start: bool,
}

impl Writer<'_> {
    pub(super) fn line(&mut self) {
        if !self.at_start {
            self.out.push('\n');
            self.at_start = true;
            self.column = 0;
        }
    }

    fn begin(&mut self) {
        if self.at_start {
            self.out.extend(std::iter::repeat_n(' ', self.indent));
            self.column = self.indent;
            self.at_start = false;
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.begin();
        self.out.push_str(text);
        self.column = match text.bytes().rposition(|byte| byte == b'\n') {
            Some(at) => text.len().saturating_sub(at),
            None => self.column.saturating_add(width(text)),
        };
    }

    pub(super) fn space(&mut self) {
        if !self.at_start {
            self.text(" ");
        }
    }

    /// One token, with the blank before it.
    pub(super) fn token(&mut self, index: usize) {
        let Some((token, place)) = self.text.token(index).zip(self.text.place(index)) else {
            return;
        };
        match token.kind {
            Kind::Doc { inner } => {
                self.line();
                self.doc(token.text, inner);
                self.line();
            }
            Kind::Comment { .. } => {
                self.line();
                self.text(token.text);
                self.line();
            }
            _ => {
                if place.space {
                    self.space();
                }
                self.text(token.text);
            }
        }
    }

    /// A line of documentation. What a comment cannot hold stays an attribute.
    fn doc(&mut self, literal: &str, inner: bool) {
        let (comment, attribute) = if inner {
            ("//!", "#![doc = ")
        } else {
            ("///", "#[doc = ")
        };
        match unquote(literal) {
            Some(text) => {
                self.begin();
                self.out.push_str(comment);
                self.out.push_str(text.trim_end());
            }
            None => {
                self.text(attribute);
                self.text(literal);
                self.text("]");
            }
        }
    }

    /// What fits on the line: no token of it needs one of its own.
    fn flat(&mut self, range: Range<usize>) {
        for index in range {
            let Some((token, place)) = self.text.token(index).zip(self.text.place(index)) else {
                return;
            };
            if place.space && !self.at_start {
                self.out.push(' ');
                self.column = self.column.saturating_add(1);
            }
            self.begin();
            self.out.push_str(token.text);
            self.column = self.column.saturating_add(width(token.text));
        }
    }

    /// `range` fits on the line, with `tail` columns behind it.
    pub(super) fn fits(&self, range: &Range<usize>, tail: usize) -> bool {
        let column = if self.at_start {
            self.indent
        } else {
            self.column
        };
        let width = self.text.width(range);
        !self.text.breaks(range) && column.saturating_add(width).saturating_add(tail) <= LINE
    }

    pub(super) fn indented(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent = self.indent.saturating_add(STEP);
        write(self);
        self.indent = self.indent.saturating_sub(STEP);
    }

    // ---- statements

    pub(super) fn statements(&mut self, range: Range<usize>, holds: Holds) {
        let mut at = range.start;
        let mut before = None;
        while at < range.end {
            let statement = self.text.statement(at..range.end);
            at = statement.end.max(at.saturating_add(1));
            let kin = self.text.kin(&statement);
            if let Some((last, written)) = before {
                let apart = match holds {
                    Holds::Items => last != kin || kin == Kin::Other,
                    Holds::Members => {
                        self.text.after_attributes(statement.clone()) > statement.start
                            || self.has_lines(written)
                    }
                    _ => false,
                };
                if apart {
                    self.out.push('\n');
                }
            }
            before = Some((kin, self.out.len()));
            self.statement(statement);
            self.line();
        }
    }

    /// What was written from `start` on is more than one line.
    fn has_lines(&self, start: usize) -> bool {
        let written = self.out.get(start..).unwrap_or_default();
        written.trim_end().contains('\n')
    }

    fn statement(&mut self, range: Range<usize>) {
        let body = self.attributes(range.clone());
        match self.text.kind(range.end.saturating_sub(1)) {
            Some(Kind::Semi) if body.end > body.start => {
                let last = body.end.saturating_sub(1);
                self.expression(body.start..last, 1);
                self.token(last);
            }
            _ => self.expression(body, 0),
        }
    }

    /// Writes comments, documentation and attributes a line each; the result is what is left.
    pub(super) fn attributes(&mut self, range: Range<usize>) -> Range<usize> {
        let body = self.text.after_attributes(range.clone());
        let mut at = range.start;
        while at < body {
            if self.text.kind(at) == Some(Kind::Pound) {
                let end = self.text.after_attribute(at);
                self.walk(at..end, 0);
                at = end;
            } else {
                self.token(at);
                at = at.saturating_add(1);
            }
            self.line();
        }
        body..range.end
    }

    // ---- expressions

    /// Whatever stands between two commas or semicolons.
    pub(super) fn expression(&mut self, range: Range<usize>, tail: usize) {
        if self.fits(&range, tail) {
            return self.flat(range);
        }
        if let Some(prefix) = self.text.prefix(&range) {
            self.walk(range.start..prefix, 0);
            let rest = prefix..range.end;
            if self.is_moved_down(&rest, tail) {
                self.line();
                return self.indented(|writer| writer.expression(rest, tail));
            }
            return self.expression(rest, tail);
        }
        let has_block = self
            .text
            .top(range.clone())
            .any(|it| self.text.opens_block(it));
        if has_block {
            return self.walk(range, tail);
        }
        if let Some(joints) = self.text.operators(&range) {
            return self.broken_before(range, &joints, tail);
        }
        match self.text.dots(&range) {
            Some(dots) => self.broken_before(range, &dots, tail),
            None => self.walk(range, tail),
        }
    }

    /// What is assigned begins on the next line: it fits there as a whole, or has nowhere to break.
    fn is_moved_down(&self, range: &Range<usize>, tail: usize) -> bool {
        let is_assigned = self.text.kind(range.start.saturating_sub(1)) == Some(Kind::Eq);
        if !is_assigned || self.text.breaks(range) || self.fits(range, tail) {
            return false;
        }
        let opens = |index: &usize| self.text.kind(*index) == Some(Kind::Open);
        let has_bracket = self.text.top(range.clone()).any(|index| opens(&index));
        let last = self.text.token(range.end.saturating_sub(1));
        let is_call = last.is_some_and(|last| !matches!(last.text, "}" | "]"));
        let width = self.text.width(range).saturating_sub(1);
        let below = self.indent.saturating_add(STEP).saturating_add(width);
        !has_bracket || (is_call && below.saturating_add(tail) <= LINE)
    }

    /// Lines that begin with the tokens at `joints`.
    fn broken_before(&mut self, range: Range<usize>, joints: &[usize], tail: usize) {
        let first = joints.first().copied().unwrap_or(range.end);
        self.expression(range.start..first, 0);
        self.indented(|writer| {
            for (index, joint) in joints.iter().enumerate() {
                let next = joints.get(index.saturating_add(1)).copied();
                let end = next.unwrap_or(range.end);
                let tail = if next.is_some() { 0 } else { tail };
                writer.line();
                writer.token(*joint);
                writer.expression(joint.saturating_add(1)..end, tail);
            }
        });
    }

    /// Token by token; a bracket that does not fit is broken.
    pub(super) fn walk(&mut self, range: Range<usize>, tail: usize) {
        let mut at = range.start;
        while at < range.end {
            let next = self.text.after(at);
            if self.text.kind(at) != Some(Kind::Open) {
                self.token(at);
            } else if self.text.opens_block(at) {
                self.block(at);
            } else {
                let follow = self.follow(next..range.end, tail);
                if self.fits(&(at..next), follow) {
                    self.flat(at..next);
                } else {
                    self.bracket(at, follow);
                }
            }
            at = next;
        }
    }

    /// Columns up to where the line can break next.
    fn follow(&self, range: Range<usize>, tail: usize) -> usize {
        let open = self
            .text
            .top(range.clone())
            .find(|index| self.text.kind(*index) == Some(Kind::Open));
        match open {
            Some(open) => self.text.width(&(range.start..open.saturating_add(1))),
            None => self.text.width(&range).saturating_add(tail),
        }
    }
}

/// The text of a string literal, if it can stand in a comment of one line.
fn unquote(literal: &str) -> Option<Cow<'_, str>> {
    let quoted = literal.strip_prefix('"')?.strip_suffix('"')?;
    let is_plain = |byte: u8| byte != b'\\' && (0x20..0x7f).contains(&byte);
    if quoted.bytes().all(is_plain) {
        return Some(Cow::Borrowed(quoted));
    }
    let mut text = String::with_capacity(quoted.len());
    let mut rest = quoted.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next()? {
                escaped @ ('"' | '\\' | '\'') => text.push(escaped),
                't' => text.push('\t'),
                'u' => {
                    let code = rest.as_str().strip_prefix('{')?.split_once('}')?.0;
                    text.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
                    rest.nth(code.len().saturating_add(1));
                }
                _ => return None,
            },
            _ => text.push(c),
        }
    }
    let is_line = text.chars().all(|c| c == '\t' || !c.is_control());
    is_line.then_some(Cow::Owned(text))
}
