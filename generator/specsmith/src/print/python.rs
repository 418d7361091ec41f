//! Prints Python 3.
//!
//! This module must not know what a literal is for.

use serde_json::Value;

use super::expression::{joined, literal, variable};
use super::{Fragment, Language, Piece};

/// A string literal.
pub fn string(text: &str) -> Fragment {
    fragment(&quoted(text))
}

/// An identifier, or nothing when `text` is none: letters, digits and `_` of ASCII.
pub fn name(text: &str) -> Option<Fragment> {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let whole = starts && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (whole && !KEYWORDS.contains(&text)).then(|| fragment(text))
}

/// A literal over several lines; those behind the first one begin with `indent` spaces more.
pub fn value(value: &Value, indent: usize) -> Fragment {
    fragment(&printed(value, indent))
}

/// An expression for a text made of pieces. It takes `os`, for a percent-encoded piece `quote` of
/// `urllib.parse`, for HTTP Basic `b64encode` of `base64`.
pub fn expression(pieces: &[Piece]) -> Fragment {
    let pieces = joined(pieces);
    if let Some(text) = literal(&pieces) {
        return string(&text);
    }
    if let [piece] = pieces.as_slice() {
        return fragment(&operand(piece, '"'));
    }
    let mut out = String::from("f\"");
    for piece in &pieces {
        match piece {
            Piece::Text(text) => {
                out.push_str(&escaped(text).replace('{', "{{").replace('}', "}}"));
            }
            // Before Python 3.12 the quotes inside have to differ from those outside.
            Piece::Env(_) | Piece::Encoded(_) | Piece::Basic { .. } => {
                out.push_str(&format!("{{{}}}", operand(piece, '\'')));
            }
        }
    }
    out.push('"');
    fragment(&out)
}

/// A line comment: `# text`.
pub fn comment(text: &str) -> Fragment {
    fragment(&super::hash_comment(text))
}

/// Keywords of Python 3.13.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

fn fragment(text: &str) -> Fragment {
    Fragment::new(Language::Python, text)
}

fn operand(piece: &Piece, quote: char) -> String {
    match piece {
        Piece::Text(text) => quoted(text),
        Piece::Env(name) => format!("os.environ[{quote}{}{quote}]", variable(name)),
        Piece::Encoded(name) => {
            format!(
                "quote(os.environ[{quote}{}{quote}], safe={quote}{quote})",
                variable(name)
            )
        }
        Piece::Basic { user, password } => format!(
            "b64encode((os.environ[{quote}{}{quote}] + {quote}:{quote} + \
             os.environ[{quote}{}{quote}]).encode()).decode()",
            variable(user),
            variable(password)
        ),
    }
}

fn printed(value: &Value, indent: usize) -> String {
    let deeper = indent.saturating_add(4);
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Array(items) => {
            let lines = items.iter().map(|item| printed(item, deeper));
            super::block("[", lines, "]", indent, 4)
        }
        Value::Object(members) => {
            let lines = members
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), printed(value, deeper)));
            super::block("{", lines, "}", indent, 4)
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Text between double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if super::is_unseen(c) => out.push_str(&match u32::from(c) {
                code @ ..=0xff => format!("\\x{code:02x}"),
                code @ ..=0xffff => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            }),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn literals() {
        assert_eq!(
            value(
                &json!({"a": [null, true, false, 1, 1.5], "b": {}, "c": "é\"\\\u{202e}\0"}),
                0
            )
            .as_str(),
            "{\n    \"a\": [\n        None,\n        True,\n        False,\n        1,\n        1.5,\n    ],\n    \
             \"b\": {},\n    \"c\": \"é\\\"\\\\\\u202e\\x00\",\n}"
        );
        assert_eq!(string("a\nb\r\tc\u{2028}").as_str(), r#""a\nb\r\tc\u2028""#);
        assert_eq!(name("class"), None);
        assert_eq!(name("a b"), None);
        assert_eq!(
            name("crm").map(|name| name.as_str().to_owned()),
            Some("crm".to_owned())
        );
    }

    #[test]
    fn texts_with_variables() {
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(
            expression(&[
                text("{a}\"\\"),
                Piece::Env("A".to_owned()),
                Piece::Encoded("B".to_owned())
            ])
            .as_str(),
            "f\"{{a}}\\\"\\\\{os.environ['A']}{quote(os.environ['B'], safe='')}\""
        );
        assert_eq!(
            expression(&[Piece::Env("A".to_owned())]).as_str(),
            "os.environ[\"A\"]"
        );
    }
}
