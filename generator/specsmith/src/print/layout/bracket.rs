//! What stands in brackets that do not fit on a line: elements, statements, arms.

use std::ops::Range;

use super::arrange::Holds;
use super::token::Kind;
use super::write::Writer;

impl Writer<'_> {
    fn inside(&self, open: usize) -> Range<usize> {
        let close = self.text.after(open).saturating_sub(1);
        open.saturating_add(1)..close
    }

    /// A bracket whose elements do not fit on the line.
    pub(super) fn bracket(&mut self, open: usize, tail: usize) {
        let inside = self.inside(open);
        let close = inside.end;
        let holds = self
            .text
            .place(open)
            .map_or(Holds::List, |place| place.holds);
        let is_attribute =
            holds == Holds::Attribute && self.text.token(open).is_some_and(|it| it.text == "[");
        if is_attribute {
            self.token(open);
            self.walk(inside, tail.saturating_add(1));
            return self.text("]");
        }
        let elements = self.text.elements(inside);
        let hugged = match elements.as_slice() {
            [one] if holds == Holds::List => self.text.is_hugged(one).then(|| one.clone()),
            _ => None,
        };
        self.token(open);
        if let Some(one) = hugged {
            self.expression(one, tail.saturating_add(1));
            return self.closing(close);
        }
        self.line();
        match holds {
            Holds::Imports => self.indented(|writer| writer.filled(&elements)),
            _ => self.indented(|writer| writer.elements(&elements, holds)),
        }
        self.line();
        self.closing(close);
    }

    /// A closing bracket, without the blank that stands before it in a line of its own.
    fn closing(&mut self, index: usize) {
        if let Some(token) = self.text.token(index) {
            self.text(token.text);
        }
    }

    /// A line for each element, with a comma behind it.
    fn elements(&mut self, elements: &[Range<usize>], holds: Holds) {
        for (index, element) in elements.iter().enumerate() {
            let is_last = index.saturating_add(1) == elements.len();
            let body = self.attributes(element.clone());
            if body.is_empty() {
                continue;
            }
            let is_rest = self.text.kind(body.start) == Some(Kind::Dots);
            let bare = is_last
                && (matches!(holds, Holds::Arguments | Holds::Attribute)
                    || (holds == Holds::List && is_rest));
            self.expression(body, usize::from(!bare));
            if !bare {
                self.text(",");
            }
            self.line();
        }
    }

    /// As many elements on a line as there is room for.
    fn filled(&mut self, elements: &[Range<usize>]) {
        for element in elements {
            if !self.fits(element, 1) {
                self.line();
            }
            self.expression(element.clone(), 1);
            self.text(",");
        }
    }

    /// What stands in braces on lines of its own.
    pub(super) fn block(&mut self, open: usize) {
        let inside = self.inside(open);
        let close = inside.end;
        let holds = self
            .text
            .place(open)
            .map_or(Holds::Statements, |place| place.holds);
        self.token(open);
        if !inside.is_empty() {
            self.line();
            self.indented(|writer| match holds {
                Holds::Arms => writer.arms(inside),
                Holds::Declarations => {
                    let elements = writer.text.elements(inside);
                    writer.elements(&elements, holds);
                }
                _ => writer.statements(inside, holds),
            });
            self.line();
        }
        self.closing(close);
    }

    fn arms(&mut self, range: Range<usize>) {
        for (pattern, body) in self.text.arms(range) {
            let arrow = pattern.end;
            let pattern = self.attributes(pattern);
            self.expression(pattern, 5);
            self.token(arrow);
            self.arm(body);
            self.line();
        }
    }

    fn arm(&mut self, body: Range<usize>) {
        let opens_block = self
            .text
            .top(body.clone())
            .any(|it| self.text.opens_block(it));
        if self.text.opens_block(body.start) && self.text.after(body.start) == body.end {
            return self.walk(body, 0);
        }
        if opens_block || self.fits(&body, 1) || self.text.is_hugged(&body) {
            self.expression(body, 1);
            return self.text(",");
        }
        self.text(" {");
        self.line();
        self.indented(|writer| writer.expression(body, 0));
        self.line();
        self.text("}");
    }
}
