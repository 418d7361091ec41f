//! Where an expression that does not fit on a line is broken: behind `=`, before its loosest operators,
//! before the dots of a chain.
//!
//! It must not know what fits.

use std::ops::Range;

use super::split::Text;
use super::token::Kind;
use super::write::STEP;

impl Text<'_> {
    /// The end of what stays on the line whatever follows: `let x =`, `name:`, `return`, `|x|`.
    pub(super) fn prefix(&self, range: &Range<usize>) -> Option<usize> {
        let first = self.token(range.start)?;
        let next = range.start.saturating_add(1);
        match first.kind {
            Kind::Word if matches!(first.text, "return" | "break" | "move") => {
                (next < range.end).then_some(next)
            }
            Kind::Word if matches!(first.text, "if" | "while" | "match" | "for" | "fn") => None,
            Kind::Word if self.kind(next)? == Kind::Colon => Some(next.saturating_add(1)),
            Kind::OrOr if self.place(range.start)?.infix => None,
            Kind::OrOr => Some(next),
            Kind::Or if !self.place(range.start)?.infix => {
                let bar = self
                    .top(next..range.end)
                    .find(|it| self.kind(*it) == Some(Kind::Or))?;
                Some(bar.saturating_add(1))
            }
            _ => {
                let eq = self.first(range.clone(), Kind::Eq)?;
                let block = self.top(range.start..eq).any(|it| self.opens_block(it));
                (!block).then(|| eq.saturating_add(1))
            }
        }
    }

    /// The loosest operators of an expression.
    pub(super) fn operators(&self, range: &Range<usize>) -> Option<Vec<usize>> {
        let all: Vec<usize> = self
            .top(range.clone())
            .filter(|index| self.strength(*index).is_some())
            .collect();
        let loosest = all.iter().filter_map(|index| self.strength(*index)).min()?;
        let found = all.into_iter();
        Some(
            found
                .filter(|index| self.strength(*index) == Some(loosest))
                .collect(),
        )
    }

    fn strength(&self, index: usize) -> Option<u8> {
        let (token, place) = self.token(index).zip(self.place(index))?;
        if !place.infix || place.in_angles {
            return None;
        }
        match token.kind {
            Kind::OrOr => Some(0),
            Kind::AndAnd => Some(1),
            Kind::Operator if matches!(token.text, "==" | "!=" | "<=" | ">=") => Some(2),
            Kind::Operator | Kind::Or | Kind::And | Kind::Star | Kind::Minus => Some(3),
            _ => None,
        }
    }

    /// The dots of a chain of calls before which lines break. A short word keeps its first call.
    pub(super) fn dots(&self, range: &Range<usize>) -> Option<Vec<usize>> {
        let mut dots: Vec<usize> = self
            .top(range.clone())
            .filter(|index| self.kind(*index) == Some(Kind::Dot))
            .collect();
        let first = *dots.first()?;
        let is_short = self.token(range.start)?.text.len() <= STEP;
        if is_short && first == range.start.saturating_add(1) {
            // Cannot panic: there is a first one.
            dots.remove(0);
        }
        (!dots.is_empty()).then_some(dots)
    }
}
