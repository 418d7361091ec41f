//! Prints JSON: the same data, in characters that survive wherever JSON is pasted.
//!
//! Characters that are not seen are escaped, and so is what would end a `<script>` element. This
//! module must not know what the value is for.

use serde_json::Value;

/// A value over several lines, indented by two spaces; lines behind the first one begin with
/// `indent` spaces more.
pub(super) fn pretty(value: &Value, indent: usize) -> String {
    let mut out = String::new();
    write(value, indent, &mut out);
    out
}

/// A value in one line.
pub(super) fn compact(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(compact).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{}: {}", string(key), compact(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => string(text),
    }
}

/// A string with its quotes.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len().saturating_add(2));
    out.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '<' if matches!(chars.peek(), Some('/' | '!' | 's' | 'S')) => out.push_str("\\u003c"),
            c if super::is_unseen(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn write(value: &Value, indent: usize, out: &mut String) {
    let deeper = indent.saturating_add(2);
    match value {
        Value::Array(items) if !items.is_empty() => {
            let lines = items.iter().map(|item| pretty(item, deeper));
            wrap('[', lines, ']', indent, out);
        }
        Value::Object(members) if !members.is_empty() => {
            let lines = members
                .iter()
                .map(|(key, value)| format!("{}: {}", string(key), pretty(value, deeper)));
            wrap('{', lines, '}', indent, out);
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => out.push_str(&compact(value)),
    }
}

fn wrap(
    open: char,
    lines: impl Iterator<Item = String>,
    close: char,
    indent: usize,
    out: &mut String,
) {
    let inner = " ".repeat(indent.saturating_add(2));
    let lines: Vec<String> = lines.map(|line| format!("{inner}{line}")).collect();
    out.push(open);
    out.push('\n');
    out.push_str(&lines.join(",\n"));
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(close);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_data_stays_the_same() {
        for text in super::super::hostile::HOSTILE {
            let value = json!({"a": [text, {text: [], "n": 1.5}], "b": {}});
            for printed in [pretty(&value, 2), compact(&value)] {
                let read: Value = serde_json::from_str(&printed).expect("JSON");
                assert_eq!(read, value);
                assert!(
                    !printed
                        .chars()
                        .any(|c| c != '\n' && super::super::is_unseen(c))
                );
                assert!(!printed.contains("</") && !printed.contains("<!"));
            }
        }
    }
}
