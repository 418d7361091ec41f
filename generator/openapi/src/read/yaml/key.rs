//! Keys of maps: text, whatever they look like, or a merge key.
//!
//! It must not know what a merge key does.

use granit_parser::{Event, ScalarStyle, Span};

use super::{Fault, Reader};
use crate::read::codes;
use crate::read::{Key, Node, Value};
use crate::report::{Diagnostic, Origin};

/// What stands before a colon.
pub(super) enum MapKey {
    /// A key: its text as written, so that `200` and `null` are keys like any other.
    Text(Key),
    /// `<<`.
    Merge(Origin),
    /// A list or map, which JSON has no room for.
    Collection(Origin),
}

impl<'a> Reader<'a, '_> {
    pub(super) fn key(&mut self, event: Event<'a>, span: Span) -> Result<MapKey, Fault> {
        let at = self.origin(span);
        if let Event::Scalar(text, style, anchor, tag) = event {
            let plain = style == ScalarStyle::Plain;
            if plain && tag.is_none() && text == "<<" {
                return Ok(MapKey::Merge(at));
            }
            // The parser gives `~` for a key that is left out.
            let text = if plain && at.is_empty() { "" } else { &*text };
            if anchor != 0 {
                let node = Node {
                    value: Value::from(text),
                    origin: at,
                };
                let cost = self.anchors.define(anchor, &node);
                self.budget.spend(cost, at)?;
            }
            return Ok(MapKey::Text(Key::new(text, at)));
        }
        let node = self.node(event, span)?;
        Ok(match node.value {
            Value::Null => MapKey::Text(Key::new("null", at)),
            Value::Bool(value) => MapKey::Text(Key::new(value.to_string(), at)),
            Value::Number(number) => MapKey::Text(Key::new(number.as_str(), at)),
            Value::String(text) => MapKey::Text(Key::new(text, at)),
            Value::List(_) | Value::Map(_) => MapKey::Collection(node.origin),
        })
    }
}

/// A list or map stands where a key belongs.
pub(super) fn collection(at: Origin) -> Diagnostic {
    Diagnostic::error(
        codes::KEY_KIND,
        at,
        "a list or map is used as a key",
        "write text for the key; this entry is left out (quote `\"{…}\"` if it is text)",
    )
}
