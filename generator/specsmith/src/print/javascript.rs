//! Prints JavaScript (ECMA-262) for Node; TypeScript takes the same.
//!
//! What it prints can also stand in a `<script>` element. This module must not know what a literal
//! is for.

use serde_json::Value;

use super::expression::{joined, literal, variable};
use super::{Fragment, Language, Piece, json};

/// A string literal.
pub fn string(text: &str) -> Fragment {
    fragment(&json::string(text))
}

/// An identifier, or nothing when `text` is none: letters, digits, `_` and `$` of ASCII.
pub fn name(text: &str) -> Option<Fragment> {
    is_name(text).then(|| fragment(text))
}

/// The key of a member of an object literal.
pub fn key(text: &str) -> Fragment {
    fragment(&property(text))
}

/// A literal over several lines; those behind the first one begin with `indent` spaces more.
pub fn value(value: &Value, indent: usize) -> Fragment {
    fragment(&printed(value, indent))
}

/// An expression for the text of a JSON document. A number that JavaScript has no exact value for
/// makes it a string literal.
pub fn json_text(value: &Value, indent: usize) -> Fragment {
    if is_exact(value) {
        fragment(&format!("JSON.stringify({})", printed(value, indent)))
    } else {
        string(&value.to_string())
    }
}

/// An expression for a text made of pieces.
pub fn expression(pieces: &[Piece]) -> Fragment {
    let pieces = joined(pieces);
    if let Some(text) = literal(&pieces) {
        return string(&text);
    }
    if let [piece] = pieces.as_slice() {
        return fragment(&operand(piece));
    }
    let mut out = String::from("`");
    for piece in &pieces {
        match piece {
            Piece::Text(text) => out.push_str(&template(text)),
            Piece::Env(_) | Piece::Encoded(_) | Piece::Basic { .. } => {
                out.push_str(&format!("${{{}}}", operand(piece)));
            }
        }
    }
    out.push('`');
    fragment(&out)
}

/// A line comment: `// text`.
pub fn comment(text: &str) -> Fragment {
    let text = super::commonmark::clean(text).replace('\n', " ");
    fragment(format!("// {text}").trim_end())
}

fn fragment(text: &str) -> Fragment {
    Fragment::new(Language::JavaScript, text)
}

fn operand(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => json::string(text),
        Piece::Env(name) => format!("process.env.{}", variable(name)),
        Piece::Encoded(name) => format!("encodeURIComponent(process.env.{})", variable(name)),
        Piece::Basic { user, password } => format!(
            "Buffer.from(process.env.{} + \":\" + process.env.{}).toString(\"base64\")",
            variable(user),
            variable(password)
        ),
    }
}

/// Text between the backticks of a template literal.
fn template(text: &str) -> String {
    let quoted = json::string(text);
    let inner = quoted
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let inner = inner.unwrap_or_default().replace("\\\"", "\"");
    inner.replace('`', "\\`").replace('$', "\\$")
}

fn is_name(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$');
    starts
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$')
}

fn printed(value: &Value, indent: usize) -> String {
    let deeper = indent.saturating_add(2);
    match value {
        Value::Array(items) if !items.is_empty() => {
            let lines = items.iter().map(|item| printed(item, deeper));
            super::block("[", lines, "]", indent, 2)
        }
        Value::Object(members) if !members.is_empty() => {
            let lines = members
                .iter()
                .map(|(key, value)| format!("{}: {}", property(key), printed(value, deeper)));
            super::block("{", lines, "}", indent, 2)
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => json::compact(value),
    }
}

/// The key of a member. `__proto__` would set the prototype unless it is computed.
fn property(key: &str) -> String {
    match key {
        "__proto__" => "[\"__proto__\"]".to_owned(),
        key if is_name(key) => key.to_owned(),
        key => json::string(key),
    }
}

/// Every number is one that JavaScript can tell from its neighbours.
fn is_exact(value: &Value) -> bool {
    const LIMIT: u64 = 1 << 53;
    match value {
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => whole < LIMIT,
            (None, Some(whole)) => whole.unsigned_abs() < LIMIT,
            (None, None) => true,
        },
        Value::Array(items) => items.iter().all(is_exact),
        Value::Object(members) => members.values().all(is_exact),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_differs_from_json() {
        assert_eq!(
            value(&json!({"a": 1, "a-b": [], "__proto__": ["x"]}), 2).as_str(),
            "{\n    a: 1,\n    \"a-b\": [],\n    [\"__proto__\"]: [\n      \"x\",\n    ],\n  }"
        );
        assert_eq!(
            json_text(&json!({"a": 9_007_199_254_740_993_u64}), 0).as_str(),
            r#""{\"a\":9007199254740993}""#
        );
        assert_eq!(json_text(&json!([]), 0).as_str(), "JSON.stringify([])");
    }

    #[test]
    fn texts_with_variables() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let env = Piece::Env("A_B".to_owned());
        assert_eq!(expression(&[text("a"), text("\"b")]).as_str(), r#""a\"b""#);
        assert_eq!(
            expression(std::slice::from_ref(&env)).as_str(),
            "process.env.A_B"
        );
        assert_eq!(
            expression(&[text("`${x}\" \\ </script>\n"), env]).as_str(),
            r#"`\`\${x}" \\ \u003c/script>\n${process.env.A_B}`"#
        );
    }
}
