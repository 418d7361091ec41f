//! The functions of filters (RFC 9535, section 2.4), each with the kinds of its arguments.
//!
//! It must not apply them.

use super::cursor::{Cursor, Fault};
use super::syntax::{Comparable, Logical, Path};
use super::{compare, filter};
use crate::read::Value;

/// A function with its arguments, by what it gives.
pub(super) enum Call {
    Value(Comparable),
    Logical(Logical),
}

/// What an argument can be.
enum Argument {
    Path(Path),
    Value(Comparable),
    Logical,
}

/// The function that stands here.
pub(super) fn call(cursor: &mut Cursor<'_>) -> Result<Call, Fault> {
    let start = cursor.offset();
    let name = cursor.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
    if name.is_empty() || !cursor.eat("(") {
        return Err(cursor.fault_here(
            "expected a path, a value or a function",
            "begin a path with `@`, put text in quotes",
        ));
    }
    let arguments = arguments(cursor)?;
    if let Some(Argument::Value(Comparable::Literal(Value::String(written)))) = arguments.get(1)
        && compare::pattern(written, false).is_none()
    {
        let message = format!("`{written}` is no regular expression that is read here");
        let help = "write one without look-around, back references and classes such as `\\p{L}`";
        return Err(cursor.fault_from(start, message, help));
    }
    build(name, arguments).ok_or_else(|| {
        cursor.fault_from(
            start,
            format!("`{name}` is no function with these arguments"),
            "write `length(@.a)`, `count(@.*)`, `value(@..a)`, `match(@.a, 'b.*')` or \
             `search(@.a, 'b')`",
        )
    })
}

fn arguments(cursor: &mut Cursor<'_>) -> Result<Vec<Argument>, Fault> {
    cursor.enter()?;
    let mut arguments = Vec::new();
    cursor.skip_blank();
    if !cursor.eat(")") {
        loop {
            cursor.skip_blank();
            arguments.push(argument(cursor)?);
            cursor.skip_blank();
            if cursor.eat(")") {
                break;
            }
            cursor.require(
                ",",
                "close the parenthesis, or separate arguments by commas",
            )?;
        }
    }
    cursor.leave();
    Ok(arguments)
}

fn argument(cursor: &mut Cursor<'_>) -> Result<Argument, Fault> {
    if let Some(path) = filter::path(cursor)? {
        return Ok(Argument::Path(path));
    }
    if let Some(value) = filter::literal(cursor)? {
        return Ok(Argument::Value(Comparable::Literal(value)));
    }
    Ok(match call(cursor)? {
        Call::Value(value) => Argument::Value(value),
        Call::Logical(_) => Argument::Logical,
    })
}

fn build(name: &str, arguments: Vec<Argument>) -> Option<Call> {
    let mut arguments = arguments.into_iter();
    let call = match name {
        "length" => Call::Value(Comparable::Length(Box::new(value(arguments.next()?)?))),
        "count" => Call::Value(Comparable::Count(nodes(arguments.next()?)?)),
        "value" => Call::Value(Comparable::Value(nodes(arguments.next()?)?)),
        "match" | "search" => Call::Logical(Logical::Matches {
            text: value(arguments.next()?)?,
            pattern: value(arguments.next()?)?,
            whole: name == "match",
        }),
        _ => return None,
    };
    arguments.next().is_none().then_some(call)
}

fn value(argument: Argument) -> Option<Comparable> {
    match argument {
        Argument::Value(value) => Some(value),
        Argument::Path(path) => path.is_singular().then_some(Comparable::Path(path)),
        Argument::Logical => None,
    }
}

fn nodes(argument: Argument) -> Option<Path> {
    match argument {
        Argument::Path(path) => Some(path),
        Argument::Value(_) | Argument::Logical => None,
    }
}
