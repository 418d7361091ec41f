//! Where statements, elements and arms end.

use std::ops::Range;

use super::arrange::{Holds, Place};
use super::token::{Kind, Token};

/// Tokens with their places.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) tokens: &'t [Token<'t>],
    pub(super) places: &'t [Place],
}

/// What is said of a statement where blank lines are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kin {
    /// A comment that belongs to no item.
    Comment,
    /// Documentation and attributes of the whole.
    Head,
    Import,
    /// A module elsewhere.
    Module,
    /// A name that is passed on.
    Export,
    Other,
}

impl<'t> Text<'t> {
    pub(super) fn token(&self, index: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(index)
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        Some(self.token(index)?.kind)
    }

    pub(super) fn place(&self, index: usize) -> Option<&'t Place> {
        self.places.get(index)
    }

    /// Behind the token at `index`, or behind the bracket that opens there.
    pub(super) fn after(&self, index: usize) -> usize {
        match self.token(index) {
            Some(token) if token.kind == Kind::Open => token.mate.saturating_add(1),
            _ => index.saturating_add(1),
        }
    }

    pub(super) fn opens_block(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Open)
            && self
                .place(index)
                .is_some_and(|place| place.holds.is_block())
    }

    /// Indices of the tokens of `range` that stand in no bracket inside it.
    pub(super) fn top(&self, range: Range<usize>) -> impl Iterator<Item = usize> + use<'t> {
        let text = *self;
        let mut next = range.start;
        std::iter::from_fn(move || {
            let index = (next < range.end).then_some(next)?;
            next = text.after(index);
            Some(index)
        })
    }

    /// Columns of `range` on one line, with the blank before it.
    pub(super) fn width(&self, range: &Range<usize>) -> usize {
        let end = |index: usize| self.place(index).map_or(0, |place| place.end);
        let before = range.start.checked_sub(1).map_or(0, end);
        let last = range.end.checked_sub(1).map_or(0, end);
        last.saturating_sub(before)
    }

    /// A token of `range` needs a line of its own.
    pub(super) fn breaks(&self, range: &Range<usize>) -> bool {
        let count = |index: usize| self.place(index).map_or(0, |place| place.breaks);
        let before = range.start.checked_sub(1).map_or(0, count);
        let last = range.end.checked_sub(1).map_or(0, count);
        last > before
    }

    /// Behind the comments, documentation and attributes that begin `range`.
    pub(super) fn after_attributes(&self, range: Range<usize>) -> usize {
        let mut at = range.start;
        while at < range.end {
            match self.token(at) {
                Some(token) if token.is_line() => at = at.saturating_add(1),
                Some(token) if token.kind == Kind::Pound => at = self.after_attribute(at),
                _ => break,
            }
        }
        at.min(range.end)
    }

    /// Behind the attribute that begins at `at`.
    pub(super) fn after_attribute(&self, at: usize) -> usize {
        let next = at.saturating_add(1);
        match self.kind(next) {
            Some(Kind::Bang) => self.after(next.saturating_add(1)),
            _ => self.after(next),
        }
    }

    /// The statement that begins `range`: up to its `;` or the brace that ends it.
    pub(super) fn statement(&self, range: Range<usize>) -> Range<usize> {
        let start = range.start;
        if let Some(end) = self.head(range.clone()) {
            return start..end;
        }
        let body = self.after_attributes(range.clone());
        let ends_with_brace = self.ends_with_brace(body..range.end);
        for index in self.top(body..range.end) {
            let next = self.after(index);
            if self.kind(index) == Some(Kind::Semi) {
                return start..next;
            }
            if ends_with_brace && self.opens_block(index) {
                let goes_on = self.token(next).is_some_and(|token| {
                    token.is_word("else") || matches!(token.kind, Kind::Dot | Kind::Question)
                });
                if self.kind(next) == Some(Kind::Semi) {
                    return start..next.saturating_add(1);
                }
                if !goes_on {
                    return start..next;
                }
            }
        }
        range
    }

    /// The end of a comment, documentation or an attribute that belongs to the whole.
    fn head(&self, range: Range<usize>) -> Option<usize> {
        let next = range.start.saturating_add(1);
        match self.kind(range.start)? {
            Kind::Doc { inner: true } | Kind::Comment { inner: true } => Some(next),
            Kind::Pound if self.kind(next) == Some(Kind::Bang) => {
                Some(self.after_attribute(range.start))
            }
            Kind::Comment { inner: false } if !self.token(range.start)?.text.starts_with("///") => {
                Some(next)
            }
            _ => None,
        }
    }

    /// A brace ends it: an item with a body, or an expression that is a block.
    fn ends_with_brace(&self, body: Range<usize>) -> bool {
        for index in self.top(body) {
            let Some(token) = self.token(index) else {
                return false;
            };
            match token.kind {
                Kind::Word => match token.text {
                    "pub" | "async" | "unsafe" | "const" | "extern" | "move" => {}
                    "fn" | "impl" | "struct" | "enum" | "union" | "trait" | "mod" | "match"
                    | "if" | "for" | "while" | "loop" => return true,
                    _ => {
                        let next = index.saturating_add(1);
                        return self.kind(next) == Some(Kind::Bang)
                            && self.opens_block(next.saturating_add(1));
                    }
                },
                Kind::Literal => {}
                Kind::Open if token.text == "(" => {}
                Kind::Open => return self.opens_block(index),
                _ => return false,
            }
        }
        false
    }

    /// What `statement` is, where blank lines are set.
    pub(super) fn kin(&self, statement: &Range<usize>) -> Kin {
        if self.head(statement.clone()).is_some() {
            return match self.token(statement.start) {
                Some(token) if token.kind == (Kind::Comment { inner: false }) => Kin::Comment,
                _ => Kin::Head,
            };
        }
        let body = self.after_attributes(statement.clone());
        let mut words = self
            .top(body..statement.end)
            .filter_map(|index| self.token(index))
            .take(2)
            .map(|token| token.text);
        let (first, second) = (words.next(), words.next());
        let attributes = statement.start..body;
        let is_said = attributes
            .filter_map(|index| self.token(index))
            .any(Token::is_line);
        let is_short = !is_said && self.kind(statement.end.saturating_sub(1)) == Some(Kind::Semi);
        match (first, second) {
            (Some("use"), _) => Kin::Import,
            (Some("pub"), Some("use")) => Kin::Export,
            (Some("mod"), _) | (Some("pub"), Some("mod")) if is_short => Kin::Module,
            _ => Kin::Other,
        }
    }

    /// The elements of `range` between commas, without them.
    pub(super) fn elements(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = range.start;
        let mut in_bars = false;
        for index in self.top(range.clone()) {
            let Some((token, place)) = self.token(index).zip(self.place(index)) else {
                break;
            };
            match token.kind {
                Kind::Or if in_bars => in_bars = false,
                Kind::Or if !place.infix => in_bars = true,
                Kind::Comma if !in_bars && !place.in_angles => {
                    found.push(start..index);
                    start = index.saturating_add(1);
                }
                _ => {}
            }
        }
        if start < range.end {
            found.push(start..range.end);
        }
        found
    }

    /// The arms of a `match`: pattern and guard, and what stands behind `=>`.
    pub(super) fn arms(&self, range: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let Some(arrow) = self.first(at..range.end, Kind::FatArrow) else {
                break;
            };
            let body = arrow.saturating_add(1);
            let end = if self.opens_block(body) {
                self.after(body)
            } else {
                self.first(body..range.end, Kind::Comma)
                    .unwrap_or(range.end)
            };
            found.push((at..arrow, body..end));
            at = match self.kind(end) {
                Some(Kind::Comma) => end.saturating_add(1),
                _ => end,
            };
        }
        found
    }

    /// The first token of a kind that stands in no bracket and between no angle brackets.
    pub(super) fn first(&self, range: Range<usize>, kind: Kind) -> Option<usize> {
        self.top(range).find(|index| {
            self.kind(*index) == Some(kind)
                && self.place(*index).is_some_and(|place| !place.in_angles)
        })
    }

    /// What `range` holds is one bracket, a struct, a closure with a block or a text of several
    /// lines, so that a bracket around it hugs it.
    pub(super) fn is_hugged(&self, range: &Range<usize>) -> bool {
        let Some(first) = self.token(range.start) else {
            return false;
        };
        let last = range.end.saturating_sub(1);
        if first.has_lines() && range.start == last {
            return true;
        }
        let Some(close) = self.token(last).filter(|last| last.kind == Kind::Close) else {
            return false;
        };
        let holds = self.place(close.mate).map(|place| place.holds);
        match (first.kind, holds) {
            (Kind::Open, _) => close.mate == range.start,
            (Kind::Word, Some(Holds::List)) if close.text == "}" => {
                self.top(range.clone()).all(|index| {
                    index == close.mate
                        || matches!(self.kind(index), Some(Kind::Word | Kind::PathSep))
                })
            }
            (Kind::Or | Kind::OrOr, Some(Holds::Statements)) => self.is_one_block(range),
            (Kind::Word, Some(Holds::Statements)) if first.text == "if" => true,
            (Kind::Word, Some(Holds::Arms)) => first.text == "match",
            (Kind::Word, Some(Holds::Statements)) => {
                matches!(first.text, "move" | "async" | "unsafe") && self.is_one_block(range)
            }
            _ => false,
        }
    }

    /// The last bracket of `range` is its only block.
    fn is_one_block(&self, range: &Range<usize>) -> bool {
        let blocks = self.top(range.clone()).filter(|it| self.opens_block(*it));
        blocks.count() == 1
    }
}
