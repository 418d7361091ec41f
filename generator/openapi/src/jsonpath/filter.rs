//! The text of a filter (RFC 9535, section 2.3.5).
//!
//! It must not apply it.

use super::cursor::{Cursor, Fault};
use super::function::{self, Call};
use super::syntax::{Comparable, Logical, Operator, Path, Start};
use super::{parse, text};
use crate::read::Value;

/// Alternatives, the weakest of the operators.
pub(super) fn logical(cursor: &mut Cursor<'_>) -> Result<Logical, Fault> {
    cursor.enter()?;
    let mut any = vec![all(cursor)?];
    while operator(cursor, "||") {
        any.push(all(cursor)?);
    }
    cursor.leave();
    Ok(match any.len() {
        // Cannot panic: there is one.
        1 => any.remove(0),
        _ => Logical::Or(any),
    })
}

fn all(cursor: &mut Cursor<'_>) -> Result<Logical, Fault> {
    let mut all = vec![basic(cursor)?];
    while operator(cursor, "&&") {
        all.push(basic(cursor)?);
    }
    Ok(match all.len() {
        // Cannot panic: there is one.
        1 => all.remove(0),
        _ => Logical::And(all),
    })
}

/// Goes over an operator and the blanks around it.
fn operator(cursor: &mut Cursor<'_>, word: &str) -> bool {
    let before = cursor.offset();
    cursor.skip_blank();
    if cursor.eat(word) {
        cursor.skip_blank();
        return true;
    }
    cursor.back_to(before);
    false
}

fn basic(cursor: &mut Cursor<'_>) -> Result<Logical, Fault> {
    let negated = cursor.eat("!");
    cursor.skip_blank();
    let start = cursor.offset();
    if cursor.eat("(") {
        cursor.skip_blank();
        let inner = logical(cursor)?;
        cursor.skip_blank();
        cursor.require(")", "close the parenthesis")?;
        return Ok(not(negated, inner));
    }
    let side = side(cursor)?;
    if let Some(operator) = comparison(cursor) {
        if negated {
            let help = "write `!(…)` around the comparison";
            return Err(cursor.fault_from(start, "`!` stands before a value", help));
        }
        let left = comparable(cursor, side, start)?;
        let start = cursor.offset();
        let right = self::side(cursor)?;
        let right = comparable(cursor, right, start)?;
        return Ok(Logical::Compare(left, operator, right));
    }
    match side {
        Side::Path(path) => Ok(not(negated, Logical::Exists(path))),
        Side::Logical(test) => Ok(not(negated, test)),
        Side::Value(_) => {
            let help = "compare it with something: `@.name == 'value'`";
            Err(cursor.fault_from(start, "a value alone is neither true nor false", help))
        }
    }
}

fn not(negated: bool, inner: Logical) -> Logical {
    if negated {
        Logical::Not(Box::new(inner))
    } else {
        inner
    }
}

/// What can stand at a side of a comparison, or alone.
enum Side {
    Path(Path),
    Value(Comparable),
    Logical(Logical),
}

fn side(cursor: &mut Cursor<'_>) -> Result<Side, Fault> {
    if let Some(path) = path(cursor)? {
        return Ok(Side::Path(path));
    }
    if let Some(value) = literal(cursor)? {
        return Ok(Side::Value(Comparable::Literal(value)));
    }
    Ok(match function::call(cursor)? {
        Call::Value(value) => Side::Value(value),
        Call::Logical(test) => Side::Logical(test),
    })
}

/// A query that begins with `@` or `$`, if one stands here.
pub(super) fn path(cursor: &mut Cursor<'_>) -> Result<Option<Path>, Fault> {
    let start = if cursor.eat("@") {
        Start::Current
    } else if cursor.eat("$") {
        Start::Root
    } else {
        return Ok(None);
    };
    let segments = parse::segments(cursor)?;
    Ok(Some(Path { start, segments }))
}

/// A value written in place, if one stands here.
pub(super) fn literal(cursor: &mut Cursor<'_>) -> Result<Option<Value>, Fault> {
    if let Some('\'' | '"') = cursor.peek() {
        return text::string(cursor).map(|text| Some(Value::String(text)));
    }
    if let Some(number) = text::number(cursor)? {
        return Ok(Some(Value::Number(number)));
    }
    for (word, value) in [
        ("true", Value::Bool(true)),
        ("false", Value::Bool(false)),
        ("null", Value::Null),
    ] {
        let next = cursor.rest().strip_prefix(word);
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if next.is_some_and(ends) {
            cursor.eat(word);
            return Ok(Some(value));
        }
    }
    Ok(None)
}

fn comparable(cursor: &Cursor<'_>, side: Side, start: usize) -> Result<Comparable, Fault> {
    match side {
        Side::Path(path) if path.is_singular() => Ok(Comparable::Path(path)),
        Side::Value(value) => Ok(value),
        Side::Path(_) => Err(cursor.fault_from(
            start,
            "a path that selects several nodes cannot be compared",
            "name one node, as in `@.a[0]`, or ask for one of them: `@.a[?@ == 1]`",
        )),
        Side::Logical(_) => Err(cursor.fault_from(
            start,
            "what is true or false already cannot be compared",
            "leave the comparison out",
        )),
    }
}

fn comparison(cursor: &mut Cursor<'_>) -> Option<Operator> {
    const OPERATORS: [(&str, Operator); 6] = [
        ("==", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ];
    let mut operators = OPERATORS.into_iter();
    operators
        .find(|(word, _)| operator(cursor, word))
        .map(|(_, operator)| operator)
}
