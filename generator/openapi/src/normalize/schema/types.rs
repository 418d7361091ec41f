//! `type`: names of types, lists of them, and what is written in their place.
//!
//! It must not look at subschemas.

use super::super::check::{Fate, wrong_kind};
use super::super::context::Context;
use super::super::keyword::{Dialect, Expect};
use super::super::spot::Spot;
use crate::codes;
use crate::read::{Key, Map, Node, Value};
use crate::report::{Origin, suggest};

const TYPES: [&str; 6] = ["string", "object", "array", "integer", "number", "boolean"];

/// The same where `null` is a type as well.
const TYPES_AND_NULL: [&str; 7] = [
    "string", "object", "array", "integer", "number", "boolean", "null",
];

/// Words that people write for a type, and the type.
const SYNONYMS: &[(&str, &str)] = &[
    ("bool", "boolean"),
    ("int", "integer"),
    ("int32", "integer"),
    ("int64", "integer"),
    ("long", "integer"),
    ("float", "number"),
    ("double", "number"),
    ("decimal", "number"),
    ("str", "string"),
    ("text", "string"),
    ("uuid", "string"),
    ("date", "string"),
    ("datetime", "string"),
    ("date-time", "string"),
    ("list", "array"),
    ("map", "object"),
    ("dict", "object"),
];

/// Keywords that speak of one type of value only.
const OWNERS: &[(&str, &[&str])] = &[
    ("string", &["minLength", "maxLength", "pattern"]),
    (
        "number",
        &[
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ],
    ),
    ("array", &["items", "minItems", "maxItems", "uniqueItems"]),
    (
        "object",
        &[
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
        ],
    ),
];

/// Checks the value of `type`.
pub(in crate::normalize) fn type_names(
    node: &mut Node,
    spot: Spot<'_>,
    cx: &mut Context<'_>,
) -> Fate {
    match &mut node.value {
        Value::List(items) => {
            items.retain_mut(|item| type_name(item, spot, cx) == Fate::Keep);
            let fate = if items.is_empty() {
                Fate::Cut
            } else {
                Fate::Keep
            };
            if !cx.dialect.has_json_schema() {
                cx.warn(
                    codes::OTHER_DIALECT,
                    node.origin,
                    format!(
                        "a list of types is a form of OpenAPI 3.1, not of {}",
                        cx.dialect.name()
                    ),
                    "write one type and `nullable: true`, or `anyOf`; it is read as there",
                );
            }
            fate
        }
        _ => type_name(node, spot, cx),
    }
}

fn type_name(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    if node.is_null() {
        cx.warn(
            codes::COERCED_VALUE,
            if node.origin.start == node.origin.end {
                spot.at
            } else {
                node.origin
            },
            "the type `null` is a word in quotes; it is read as such",
            "write `\"null\"`",
        );
        node.value = Value::String("null".to_owned());
    }
    let Value::String(word) = &node.value else {
        return wrong_kind(node, Expect::Type, spot, cx);
    };
    match word.as_str() {
        "string" | "object" | "array" | "integer" | "number" | "boolean" => Fate::Keep,
        "null" => null_type(node, cx),
        "file" if cx.dialect == Dialect::V20 => Fate::Keep,
        word @ ("any" | "") => {
            cx.warn(
                codes::UNKNOWN_TYPE,
                node.origin,
                format!("`{word}` is not a type; the schema is read as one of any value"),
                "leave `type` out",
            );
            Fate::Cut
        }
        _ => unknown_type(node, cx),
    }
}

fn null_type(node: &Node, cx: &mut Context<'_>) -> Fate {
    if !cx.dialect.has_json_schema() {
        cx.warn(
            codes::OTHER_DIALECT,
            node.origin,
            format!(
                "the type `null` is one of OpenAPI 3.1, not of {}",
                cx.dialect.name()
            ),
            "write `nullable: true`; it is read as there",
        );
    }
    Fate::Keep
}

fn unknown_type(node: &mut Node, cx: &mut Context<'_>) -> Fate {
    let written = node.as_str().unwrap_or_default().to_owned();
    let folded = written.to_ascii_lowercase();
    let meant = TYPES.into_iter().find(|word| *word == folded).or_else(|| {
        SYNONYMS
            .iter()
            .find(|(word, _)| *word == folded)
            .map(|(_, meant)| *meant)
    });
    let Some(meant) = meant else {
        let known: &[&str] = match cx.dialect {
            Dialect::V31 | Dialect::V32 => &TYPES_AND_NULL,
            Dialect::V20 | Dialect::V30 => &TYPES,
        };
        let help = match suggest(&written, known.iter().copied()) {
            Some(word) => format!("did you mean `{word}`? as it stands any value is taken"),
            None => format!(
                "write one of `{}`; as it stands any value is taken",
                known.join("`, `")
            ),
        };
        cx.error(
            codes::UNKNOWN_TYPE,
            node.origin,
            format!("`{written}` is not a type"),
            help,
        );
        return Fate::Cut;
    };
    cx.warn(
        codes::UNKNOWN_TYPE,
        node.origin,
        format!("`{written}` is not a type; it is read as `{meant}`"),
        format!("write `{meant}`"),
    );
    node.value = Value::String(meant.to_owned());
    Fate::Keep
}

/// A list of types becomes one type, `nullable` and, for several, `anyOf`.
pub(super) fn single_type(map: &mut Map) {
    let Some(node) = map.get_mut("type") else {
        return;
    };
    let at = node.origin;
    let words = match &mut node.value {
        Value::List(items) => std::mem::take(items),
        Value::String(word) if word == "null" => vec![node.clone()],
        _ => return,
    };
    let (nulls, mut words): (Vec<Node>, Vec<Node>) = words
        .into_iter()
        .partition(|word| word.as_str() == Some("null"));
    drop_covered(&mut words);
    if let Some(null) = nulls.first() {
        map.insert(
            Key::new("nullable", null.origin),
            Node::new(true, null.origin),
        );
    }
    match words.len() {
        0 => only_null(map, at),
        1 => {
            if let (Some(word), Some(node)) = (words.pop(), map.get_mut("type")) {
                *node = word;
            }
        }
        _ => split(map, words, at),
    }
}

/// `integer` beside `number` adds nothing; neither does a type that stands twice.
fn drop_covered(words: &mut Vec<Node>) {
    let number = words.iter().any(|word| word.as_str() == Some("number"));
    let mut seen: Vec<String> = Vec::new();
    words.retain(|word| {
        let word = word.as_str().unwrap_or_default();
        let covered = number && word == "integer";
        let new = !covered && !seen.iter().any(|it| it == word);
        seen.push(word.to_owned());
        new
    });
}

/// A schema of `null` alone: 3.0 says it as an `enum` of `null`.
fn only_null(map: &mut Map, at: Origin) {
    map.remove("type");
    if !map.contains_key("enum") {
        let null = Node::new(Value::Null, at);
        map.insert(Key::new("enum", at), Node::new(vec![null], at));
    }
}

/// Several types: one alternative each, with the keywords that speak of it.
fn split(map: &mut Map, words: Vec<Node>, at: Origin) {
    map.remove("type");
    if ["enum", "anyOf", "oneOf"]
        .iter()
        .any(|key| map.contains_key(key))
    {
        // The constants or alternatives say themselves which types they have.
        return;
    }
    let mut alternatives: Vec<Map> = words.into_iter().map(|word| typed(word, at)).collect();
    for (owner, keywords) in OWNERS {
        for keyword in *keywords {
            hand_down(map, &mut alternatives, keyword, |ty| {
                *owner == number_like(ty)
            });
        }
    }
    hand_down(map, &mut alternatives, "format", |ty| {
        !matches!(ty, "array" | "object")
    });
    let items: Vec<Node> = alternatives
        .into_iter()
        .map(|map| Node::new(map, at))
        .collect();
    map.insert(Key::new("anyOf", at), Node::new(items, at));
}

fn typed(word: Node, at: Origin) -> Map {
    super::single("type", word, at)
}

fn number_like(ty: &str) -> &str {
    if ty == "integer" { "number" } else { ty }
}

/// Moves a keyword into the alternatives whose type it speaks of.
fn hand_down(map: &mut Map, to: &mut [Map], keyword: &str, speaks_of: impl Fn(&str) -> bool) {
    let Some(entry) = map.remove_entry(keyword) else {
        return;
    };
    for alternative in to {
        if alternative
            .get("type")
            .and_then(Node::as_str)
            .is_some_and(&speaks_of)
        {
            alternative.insert(entry.key.clone(), entry.value.clone());
        }
    }
}
