//! The text of a query into its segments (RFC 9535, sections 2.1 to 2.5).
//!
//! It must not apply it.

use super::cursor::{Cursor, Fault};
use super::syntax::{Segment, Selector};
use super::{filter, text};

pub(super) fn query(text: &str) -> Result<Vec<Segment>, Fault> {
    let mut cursor = Cursor::new(text);
    cursor.require("$", "begin with `$`, the root of the description")?;
    let segments = segments(&mut cursor)?;
    if !cursor.is_at_end() {
        return Err(cursor.fault_here(
            "the expression ends before this",
            "put names with other signs than letters and digits into brackets: `['/a-b']`",
        ));
    }
    Ok(segments)
}

/// The segments that stand here; blanks behind the last one are left.
pub(super) fn segments(cursor: &mut Cursor<'_>) -> Result<Vec<Segment>, Fault> {
    let mut segments = Vec::new();
    loop {
        let before = cursor.offset();
        cursor.skip_blank();
        if cursor.eat("..") {
            segments.push(Segment::Descendants(descendants(cursor)?));
        } else if cursor.eat(".") {
            segments.push(Segment::Children(vec![named(cursor)?]));
        } else if cursor.peek() == Some('[') {
            segments.push(Segment::Children(bracketed(cursor)?));
        } else {
            cursor.back_to(before);
            return Ok(segments);
        }
    }
}

fn descendants(cursor: &mut Cursor<'_>) -> Result<Vec<Selector>, Fault> {
    if cursor.peek() == Some('[') {
        bracketed(cursor)
    } else {
        Ok(vec![named(cursor)?])
    }
}

/// What stands behind a dot.
fn named(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    if cursor.eat("*") {
        return Ok(Selector::Wildcard);
    }
    let name = text::shorthand(cursor);
    name.map(Selector::Name).ok_or_else(|| {
        cursor.fault_here(
            "expected a name or `*` behind the dot",
            "put names with other signs than letters and digits into brackets: `['/a-b']`",
        )
    })
}

fn bracketed(cursor: &mut Cursor<'_>) -> Result<Vec<Selector>, Fault> {
    cursor.enter()?;
    cursor.eat("[");
    let mut selectors = Vec::new();
    loop {
        cursor.skip_blank();
        selectors.push(selector(cursor)?);
        cursor.skip_blank();
        if cursor.eat("]") {
            cursor.leave();
            return Ok(selectors);
        }
        cursor.require(",", "close the bracket, or separate selectors by commas")?;
    }
}

fn selector(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    match cursor.peek() {
        Some('\'' | '"') => text::string(cursor).map(Selector::Name),
        Some('*') => {
            cursor.eat("*");
            Ok(Selector::Wildcard)
        }
        Some('?') => {
            cursor.eat("?");
            cursor.skip_blank();
            filter::logical(cursor).map(Selector::Filter)
        }
        Some('0'..='9' | '-' | ':') => position(cursor),
        _ => Err(cursor.fault_here(
            "expected a name in quotes, a position, `*` or `?`",
            "write `['name']`, `[0]`, `[*]` or `[?@.name == 'value']`",
        )),
    }
}

/// An index, or a slice `start:end:step`.
fn position(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    let start = text::integer(cursor)?;
    let behind = cursor.offset();
    cursor.skip_blank();
    if !cursor.eat(":") {
        cursor.back_to(behind);
        return start
            .map(Selector::Index)
            .ok_or_else(|| cursor.fault_here("expected a position", "write a whole number"));
    }
    cursor.skip_blank();
    let end = text::integer(cursor)?;
    cursor.skip_blank();
    let step = if cursor.eat(":") {
        cursor.skip_blank();
        text::integer(cursor)?
    } else {
        None
    };
    Ok(Selector::Slice {
        start,
        end,
        step: step.unwrap_or(1),
    })
}
