//! Values as XML, elements named after properties.
//!
//! What `xml` says of names and attributes is not looked at. This module must not know of schemas.

use serde_json::Value;

use super::coerce::shown;

/// A document of one value.
pub(super) fn xml(value: &Value) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    element("root", value, &mut text);
    text
}

fn element(name: &str, value: &Value, text: &mut String) {
    let name = name_of(name);
    text.push_str(&format!("<{name}>"));
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                match value {
                    Value::Array(items) => items.iter().for_each(|it| element(name, it, text)),
                    value => element(name, value, text),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| element("item", item, text)),
        Value::Null => {}
        value => text.push_str(&escaped(&shown(value).unwrap_or_default())),
    }
    text.push_str(&format!("</{name}>"));
}

/// Letters and digits of ASCII are names everywhere; others become `_`.
fn name_of(key: &str) -> String {
    let name: String = key
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') {
                c
            } else {
                '_'
            }
        })
        .collect();
    match name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        true => name,
        false => format!("_{name}"),
    }
}

fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    // No document may hold them, not even escaped (XML 1.0, section 2.2).
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t' | '\r'))
        .collect()
}
